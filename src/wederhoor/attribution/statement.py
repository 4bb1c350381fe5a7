"""One source and the words that it speaks for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wederhoor.attribution.quotes import Quote
from wederhoor.model import Actor, Analysis, Span, Stance


@dataclass(frozen=True, slots=True)
class Statement:
    """One source with the tokens it speaks for."""

    source: Actor
    span: Span
    cue: int
    stance: Stance
    scope: frozenset[int]
    rule: str


def quoted_by(analysis: Analysis, cue: int, quotes: Iterable[Quote]) -> frozenset[int]:
    """Return the tokens of the quotes that the cue's sentence ends, holds or opens with a colon."""
    sentence = analysis.sentence(cue)
    found: set[int] = set()
    for quote in quotes:
        if quote.first <= cue < quote.stop:
            continue
        touches = quote.first < sentence.stop and sentence.first < quote.stop
        follows = quote.first == sentence.stop and analysis.tokens[sentence.stop - 1].text == ":"
        if touches or follows:
            found.update(range(quote.first, quote.stop))
    return frozenset(found)
