"""Whether two counts are of two places, as far as the sentences of their evidence say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from wederhoor.model.actor import folded
from wederhoor.model.event import Claim
from wederhoor.model.place import Place
from wederhoor.model.relation import Relation
from wederhoor.model.report import Report
from wederhoor.resources.phrases import sentence_span

_IN = re.compile(
    r"\b(?:[Ii]n|[Bb]ij|[Nn]abij|[Rr]ond|[Bb]uiten)\s+"
    r"(?:(?:het|de)\s+[a-z-]+\s+van\s+)?"
    r"(?P<name>[A-ZÀ-Þ][\w-]+(?:\s[A-ZÀ-Þ][\w-]+)*)(?P<next>\s[a-zà-ÿ])?"
)


def counted_elsewhere(
    first: Sequence[Claim],
    second: Sequence[Claim],
    where: Sequence[Place],
    reports: Mapping[str, Report],
) -> bool:
    """Tell whether the sentences of two positions each name places, and these are different ones.

    Args:
        first: the claims of a position.
        second: the claims of another.
        where: the places of the event, to see that Erbil is in Irak.
        reports: the reports by id.

    Example:
        "In Irak vielen 16 doden" and "in het oosten van Syrië 23" are counts of two places.
    """
    one, other = _named(first, reports), _named(second, reports)
    if not one or not other or one & other:
        return False
    known = {folded(place.name): place for place in where}
    return not any(_together(known, here, there) for here in one for there in other)


def _named(claims: Iterable[Claim], reports: Mapping[str, Report]) -> set[str]:
    """The folded names after "in", "bij" ... in the sentences of the evidence; no adjectives."""
    found = set()
    for claim in claims:
        text = reports[claim.report].text
        for match in _IN.finditer(sentence_span(text, claim.span).of(text)):
            if not (match["next"] and match["name"].endswith("e")):
                found.add(folded(match["name"]))
    return found


def _together(known: Mapping[str, Place], here: str, there: str) -> bool:
    if here not in known or there not in known:
        return False
    return known[here].relation_to(known[there]) is not Relation.CONFLICTS
