"""A text cut at every place where evidence begins or ends, so that overlapping evidence stays whole.

Example:
    In "80 doden bij Bagdad" with one claim on "80 doden" and one on all of it, the pieces are
    "80 doden" (both claims, the narrow one first) and " bij Bagdad" (the wide one).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from wederhoor.model import Claim, Span

_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n(?![^\S\n]*\n)[^\n]+)*")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same claims throughout.

    Attributes:
        text: the characters, exactly as in the report.
        claims: the claims whose evidence covers it, the shortest evidence first.
        opens: the claims whose evidence is first seen here.
        closes: the claims whose evidence is last seen here.
        speaks: whether it is (part of) the words that name a source.
    """

    text: str
    claims: tuple[Claim, ...]
    opens: tuple[Claim, ...]
    closes: tuple[Claim, ...]
    speaks: bool


def paragraphs(text: str) -> Iterator[Span]:
    """Yield the blank-line separated parts of a text; a single line break stays within its part."""
    for match in _PARAGRAPH.finditer(text):
        yield Span(match.start(), match.end())


def cut(text: str, within: Span, claims: Iterable[Claim]) -> Iterator[Piece]:
    """Cut the stretch `within` of a text into pieces; joined they are that stretch again.

    Args:
        text: the report's text, in which the claims' spans count.
        within: the stretch to cut, such as a paragraph.
        claims: claims whose evidence or source words may lie in it, wholly or in part.
    """
    # evidence of no characters at all covers nothing
    real = (claim for claim in claims if claim.span.start < claim.span.end)
    told = [claim for claim in real if claim.span.overlaps(within)]
    spoken = [claim.source_span for claim in told if claim.source_span is not None]
    edges = {within.start, within.end}
    for span in (*(claim.span for claim in told), *spoken):
        edges |= {min(max(edge, within.start), within.end) for edge in (span.start, span.end)}
    places = sorted(edges)
    waiting = sorted(told, key=lambda claim: -claim.span.start)  # the next one stands last
    covering: list[Claim] = []
    for start, end in pairwise(places):
        covering = [claim for claim in covering if claim.span.end > start]
        opens: list[Claim] = []
        while waiting and waiting[-1].span.start <= start:
            opens.append(waiting.pop())
        covering = sorted(covering + opens, key=_narrowest_first)
        speaks = any(span.start <= start and end <= span.end for span in spoken)
        closes = tuple(c for c in covering if min(c.span.end, within.end) == end)
        yield Piece(text[start:end], tuple(covering), tuple(opens), closes, speaks)


def _narrowest_first(claim: Claim) -> tuple[int, str]:
    return (claim.span.end - claim.span.start, claim.id)
