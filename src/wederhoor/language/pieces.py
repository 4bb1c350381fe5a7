"""Cut a text into pieces a pipeline can read with bounded memory, at places where nothing is lost.

Example:
    A line of 10 MB without a stop is cut at its spaces; a "word" of 10 MB every 400 characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

#: Characters a piece has at most. A long news report has some 10,000.
LONGEST_PIECE = 10_000
#: Characters without a space after which a cut is made in what cannot be a word.
LONGEST_WORD = 400

_ENDLESS = re.compile(rf"\S{{{LONGEST_WORD},}}")
_CUTS = (re.compile(r".*\n\s", re.DOTALL), re.compile(r".*[.!?]\s", re.DOTALL),
         re.compile(r".*\s", re.DOTALL))  # fmt: skip


def pieces(text: str) -> Iterator[tuple[int, str]]:
    """Yield the pieces of `text` with their first character; joined they are the text."""
    start = 0
    for run in _ENDLESS.finditer(text):
        yield from _at_spaces(text, start, run.start())
        for first in range(run.start(), run.end(), LONGEST_WORD):
            yield first, text[first : min(first + LONGEST_WORD, run.end())]
        start = run.end()
    yield from _at_spaces(text, start, len(text))


def _at_spaces(text: str, start: int, stop: int) -> Iterator[tuple[int, str]]:
    while stop - start > LONGEST_PIECE:
        window = text[start : start + LONGEST_PIECE]
        cut = next((m.end() for pattern in _CUTS if (m := pattern.match(window))), len(window))
        yield start, window[:cut]
        start += cut
    if start < stop:
        yield start, text[start:stop]
