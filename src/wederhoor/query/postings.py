"""Which events have what: for every name, word and kind the places on the timeline that hold it.

Example:
    Of a timeline of 9,000 events `postings.having("actor", "Q794")` gives the numbers of those in which Iran
    acts, undergoes or speaks, without looking at the others.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

_NONE: frozenset[int] = frozenset()


class Postings:
    """The events that have a name of some kind, by their place on the timeline."""

    def __init__(self, named: Iterable[Iterable[tuple[str, str]]]) -> None:
        """Take what every event has, in order of the timeline: pairs of a kind and a name."""
        self._found: dict[tuple[str, str], set[int]] = {}
        for number, pairs in enumerate(named):
            for pair in pairs:
                self._found.setdefault(pair, set()).add(number)

    def having(self, kind: str, *names: str) -> set[int] | frozenset[int]:
        """Return the events that have any of these names of a kind."""
        if len(names) == 1:
            return self._found.get((kind, names[0]), _NONE)
        return set[int]().union(*(self._found.get((kind, name), _NONE) for name in names))


class Vocabulary:
    """The events that hold a word, by its beginning."""

    def __init__(self, words: Iterable[frozenset[str]]) -> None:
        """Take the folded words of every event, in order of the timeline."""
        found: dict[str, list[int]] = {}
        for number, held in enumerate(words):
            for word in held:
                found.setdefault(word, []).append(number)
        self._words: Sequence[str] = sorted(found)
        self._found = found

    def beginning(self, letters: str) -> set[int]:
        """Return the events that hold a word which begins so."""
        told: set[int] = set()
        for place in range(bisect_left(self._words, letters), len(self._words)):
            if not self._words[place].startswith(letters):
                break
            told.update(self._found[self._words[place]])
        return told
