"""Where a report quotes: stretches between Dutch quotation marks, also over several sentences.

Example:
    In „We zoeken geen oorlog”, aldus de minister, the quote is everything up to the closing mark.
"""

from __future__ import annotations

from dataclasses import dataclass

from wederhoor.model import Analysis

_PAIRS = {"„": '”“"', "“": '”"', "«": "»", '"': '"', "‘": "’", "’": "’", "'": "'", ",,": "''”\""}
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
    opened: int | None = None
    closing = ""
    for token in analysis.tokens:
        if opened is None:
            if token.text in _PAIRS and _opens(analysis, token.i):
                opened, closing = token.i, _PAIRS[token.text]
        elif token.text in closing and token.text:
            if token.i - opened > _SHORTEST:
                found.append(Quote(opened, token.i + 1))
            opened = None
        elif token.i - opened > _LONGEST:
            opened = None
    return tuple(found)


def _opens(analysis: Analysis, i: int) -> bool:
    """Tell whether a mark stands before a word: after space, and with none behind it."""
    token = analysis.tokens[i]
    text = analysis.text
    clear = token.start == 0 or text[token.start - 1].isspace() or text[token.start - 1] in "(["
    return clear and token.end < len(text) and not text[token.end].isspace()


def quote_before(analysis: Analysis, i: int, quotes: tuple[Quote, ...]) -> Quote | None:
    """Return the quote that ends right before token `i`, or before the comma that it follows."""
    if i > 0 and analysis.tokens[i - 1].text == ",":
        i -= 1
    return next((quote for quote in quotes if quote.stop == i), None)
