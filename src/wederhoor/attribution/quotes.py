"""Where a report quotes: stretches between Dutch quotation marks, also over several sentences.

Example:
    In „We zoeken geen oorlog”, aldus de minister, the quote is everything up to the closing mark.
"""

from __future__ import annotations

from dataclasses import dataclass

from wederhoor.model import Analysis

_PAIRS = {"„": '”“"', "“": '”"', "«": "»", '"': '"', "‘": "’", "’": "’", "'": "'", ",,": "''”\""}
_SINGLE = frozenset("'‘’")
_ONLY = frozenset({"„", ",,", "«"})  # marks that never close
_SHORTEST = 3  # tokens; shorter ones are words in scare quotes
_LONGEST = 250  # tokens; longer ones lost their closing mark


@dataclass(frozen=True, slots=True)
class Quote:
    """Tokens `first` up to `stop`, the marks included."""

    first: int
    stop: int


def find_quotes(analysis: Analysis) -> tuple[Quote, ...]:
    """Return the quotes of a report, in text order, none within another."""
    found: list[Quote] = []
    i = 0
    while i < len(analysis.tokens):
        stop = _closed(analysis, i) if _opens(analysis, i) else None
        if stop is not None and stop - i > _SHORTEST + 1:
            found.append(Quote(i, stop))
        i = stop or i + 1
    return tuple(found)


def _closed(analysis: Analysis, opened: int) -> int | None:
    """Return the token after the closing mark; None where a mark lost its other half."""
    tokens = analysis.tokens
    mark = tokens[opened].text
    closing = _PAIRS[mark]
    here = analysis.sentence(opened).paragraph
    for i in range(opened + 1, min(opened + _LONGEST + 2, len(tokens))):
        if mark in _SINGLE and analysis.sentence(i).paragraph != here:
            return None  # an apostrophe, or the mark of a nickname
        if tokens[i].text in closing:
            return i + 1
    return None


def _opens(analysis: Analysis, i: int) -> bool:
    """Tell whether a mark stands before a word: after space, and with none behind it."""
    token = analysis.tokens[i]
    if token.text not in _PAIRS:
        return False
    text = analysis.text
    clear = token.start == 0 or text[token.start - 1].isspace() or text[token.start - 1] in "(["
    ahead = token.end < len(text) and (token.text in _ONLY or not text[token.end].isspace())
    return clear and ahead


def quote_before(analysis: Analysis, i: int, quotes: tuple[Quote, ...]) -> Quote | None:
    """Return the quote that ends right before token `i`, or before the comma that it follows."""
    if i > 0 and analysis.tokens[i - 1].text == ",":
        i -= 1
    return next((quote for quote in quotes if quote.stop == i), None)
