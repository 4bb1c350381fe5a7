"""How many independent origins a statement has: a copied sentence is no second witness.

Two reports count as one origin where the sentence or the paragraph of the evidence is nearly the same
(Jaccard similarity of three-word shingles of at least 0.8, our own choice), where they are versions of one article,
or where both have it from the same news agency. Broder (1997), "On the resemblance and containment of documents",
is the method; which pairs are compared is found by the prefixes of Bayardo, Ma and Srikant (2007), "Scaling up all
pairs similarity search", which misses none.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from wederhoor.model.actor import folded
from wederhoor.model.event import Claim
from wederhoor.model.report import Report
from wederhoor.model.span import Span
from wederhoor.resources.phrases import sentence_span
from wederhoor.weighing.agencies import agencies_among, agency_tags

_NEAR = 0.8
_ROUNDING = 1e-9  # 0.8 x 35 is a hair more than 28 to a computer
_SHINGLE = 3  # words
_LEAST_WORDS = 6  # "Er vielen twaalf doden" may be written twice by chance
_PARAGRAPH_END = re.compile(r"\n\s*\n")

Shingles = frozenset[tuple[str, ...]]


def origins(claims: Sequence[Claim], reports: Mapping[str, Report]) -> int:
    """Count the independent origins of claims that say the same.

    Args:
        claims: claims of one position.
        reports: the reports by id.

    Returns:
        1 or more, 0 for no claims.

    Example:
        One agency sentence in three papers and a fourth paper in its own words: 2.
    """
    traces: dict[str, set[object]] = {}
    for claim in claims:
        report = reports[claim.report]
        traces.setdefault(claim.report, set()).update(_traces(report, claim))
    groups = _Groups(traces)
    owners: dict[object, str] = {}
    for report_id in sorted(traces):
        for trace in traces[report_id]:
            groups.unite(owners.setdefault(trace, report_id), report_id)
    texts = {trace: owner for trace, owner in owners.items() if isinstance(trace, frozenset)}
    for one, other in _comparable(texts):
        if not groups.together(texts[one], texts[other]) and _near(one, other):
            groups.unite(texts[one], texts[other])
    return groups.number


def _comparable(texts: Iterable[Shingles]) -> Iterator[tuple[Shingles, Shingles]]:
    """Yield the pairs that can be near: two such texts share one of their rarest shingles."""
    kept = list(texts)
    spread = Counter(shingle for text in kept for shingle in text)
    having: dict[tuple[str, ...], list[Shingles]] = {}
    for text in kept:
        rarest = sorted(text, key=lambda shingle: (spread[shingle], shingle))
        prefix = rarest[: len(text) - math.ceil(_NEAR * len(text) - _ROUNDING) + 1]
        met: dict[Shingles, None] = {}
        for shingle in prefix:
            met.update(dict.fromkeys(having.get(shingle, ())))
            having.setdefault(shingle, []).append(text)
        for other in met:
            yield other, text


def _traces(report: Report, claim: Claim) -> Iterable[object]:
    """Yield what two reports of one origin have in common: words, article, or news agency."""
    span = claim.span
    if report.article:
        yield ("article", report.article)
    if report.outlet:
        yield ("text", report.outlet, folded(report.body))
    paragraph = _paragraph(report.text, span)
    agencies = agency_tags(paragraph.of(report.text)) | agency_tags(_ends(report.body))
    yield from (("agency", name) for name in agencies.union(agencies_among(claim.sources)))
    for around in (sentence_span(report.text, span), paragraph):
        words = folded(around.of(report.text)).split()
        if len(words) >= _LEAST_WORDS:
            yield _shingles(words)


def _ends(body: str) -> str:
    """The first line of a text and its last, where the tag of the agency stands that it is from."""
    lines = body.strip().splitlines()
    return "\n".join((lines[0], lines[-1])) if lines else ""


def _paragraph(text: str, span: Span) -> Span:
    start = max((end.end() for end in _PARAGRAPH_END.finditer(text, 0, span.start)), default=0)
    stop = _PARAGRAPH_END.search(text, span.end)
    return Span(start, stop.start() if stop else len(text))


def _shingles(words: Sequence[str]) -> Shingles:
    return frozenset(tuple(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1))


def _near(one: frozenset[object], other: frozenset[object]) -> bool:
    short, long = sorted((len(one), len(other)))
    if short < _NEAR * long:
        return False
    shared = len(one & other)
    return shared >= _NEAR * (short + long - shared)


class _Groups:
    """Which reports belong together (union-find)."""

    def __init__(self, members: Iterable[str]) -> None:
        self._parent = {member: member for member in members}
        self.number = len(self._parent)

    def _root(self, member: str) -> str:
        while self._parent[member] != member:
            self._parent[member] = self._parent[self._parent[member]]
            member = self._parent[member]
        return member

    def together(self, one: str, other: str) -> bool:
        """Tell whether both are known to be of one origin."""
        return self._root(one) == self._root(other)

    def unite(self, one: str, other: str) -> None:
        """Note that both are of one origin."""
        left, right = self._root(one), self._root(other)
        if left != right:
            self._parent[right] = left
            self.number -= 1
