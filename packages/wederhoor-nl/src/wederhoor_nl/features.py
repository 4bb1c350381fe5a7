"""What the name tagger sees of a word: its shape, its ends, its class in the word tables.

A word's own features are made once and remembered; a token's features are those of its word and,
marked with their place, a few of its neighbours'. Ratinov and Roth (2009), "Design challenges and
misconceptions in named entity recognition", is the model for shapes, gazetteers and clusters.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

_RUNS = re.compile(r"(X|x|9)\1{2,}")
_CAPACITY = 100_000


@dataclass(frozen=True, slots=True)
class Tables:
    """The word tables that training derives.

    Attributes:
        words: by word as written, its classes, such as "c17 k3 up9": clusters of like words, and
            how often it has its capital in the middle of a sentence.
        names: by first word, the known names that begin so: their words as written, their kind.
    """

    words: dict[str, str] = field(default_factory=dict)
    names: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = field(default_factory=dict)

    def write(self, folder: Path) -> None:
        """Write both tables, sorted, into `folder`."""
        words = "\n".join(f"{word}\t{classes}" for word, classes in sorted(self.words.items()))
        names = "\n".join(
            sorted(
                f"{' '.join(name)}\t{kind}" for found in self.names.values() for name, kind in found
            )
        )
        (folder / "words.gz").write_bytes(gzip.compress(words.encode(), mtime=0))
        (folder / "names.gz").write_bytes(gzip.compress(names.encode(), mtime=0))

    @classmethod
    def read(cls, folder: Path) -> Tables:
        """Read what `write` wrote."""
        words = dict(row.split("\t") for row in _rows(folder / "words.gz"))
        pairs = [row.split("\t") for row in _rows(folder / "names.gz")]
        return cls(words, by_first_word((tuple(name.split(" ")), kind) for name, kind in pairs))


def _rows(path: Path) -> list[str]:
    return [row for row in gzip.decompress(path.read_bytes()).decode().split("\n") if row]


def by_first_word(
    pairs: Iterable[tuple[tuple[str, ...], str]],
) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Return the names by their first word, the longest first."""
    names: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, kind in pairs:
        names.setdefault(name[0], []).append((name, kind))
    return {
        first: tuple(sorted(found, key=lambda pair: (-len(pair[0]), pair)))
        for first, found in names.items()
    }


class FeatureMaker:
    """Turns the words and parts of speech of a sentence into features, remembering words."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self._own: dict[str, list[str]] = {}
        self._beside: dict[tuple[str, str, str], list[str]] = {}

    def sentence(self, words: list[str], tags: list[str]) -> list[list[str]]:
        """Return the features of every token.

        Args:
            words: the tokens as written, whitespace left out.
            tags: their UD parts of speech.
        """
        if len(self._own) > _CAPACITY:
            self._own.clear()
            self._beside.clear()
        known = self._gazetteer(words)
        padded = ["<s>", "<s>", *words, "</s>", "</s>"]
        kinds = ["_", "_", *tags, "_", "_"]
        made = []
        for i in range(len(words)):
            k = i + 2
            made.append(
                [
                    "b",
                    *self._word(padded[k]),
                    *known[i],
                    "t=" + kinds[k],
                    "t=" + kinds[k - 1] + kinds[k] + kinds[k + 1],
                    *self._neighbour(padded[k - 1], kinds[k - 1], "-1"),
                    *self._neighbour(padded[k + 1], kinds[k + 1], "+1"),
                    "-2l=" + padded[k - 2].lower(),
                    "+2l=" + padded[k + 2].lower(),
                    "-2t=" + kinds[k - 2],
                    "+2t=" + kinds[k + 2],
                ]
            )
        return made

    def _word(self, word: str) -> list[str]:
        own = self._own.get(word)
        if own is None:
            own = self._own[word] = word_features(word, self.tables.words)
        return own

    def _neighbour(self, word: str, tag: str, place: str) -> list[str]:
        key = (word, tag, place)
        beside = self._beside.get(key)
        if beside is None:
            classes = self.tables.words.get(word, "").split()
            beside = [f"{place}l={word.lower()}", f"{place}s={shape(word)}", f"{place}t={tag}"]
            beside += [f"{place}{name}" for name in classes]
            beside.append(f"{place}e={word[-3:].lower()}")
            self._beside[key] = beside
        return beside

    def _gazetteer(self, words: list[str]) -> list[list[str]]:
        """Mark the tokens of known names, the longest match first: "Verenigde Staten" is g=land."""
        marks: list[list[str]] = [[] for _ in words]
        names = self.tables.names
        stop = 0
        for i, word in enumerate(words):
            if i < stop or word not in names:
                continue
            for name, kind in names[word]:
                if tuple(words[i : i + len(name)]) == name:
                    stop = i + len(name)
                    for k in range(i, stop):
                        marks[k].append(f"g={'B' if k == i else 'I'}{kind}")
                    if stop < len(words):
                        marks[stop].append(f"-1g={kind}")
                    if i:
                        marks[i - 1].append(f"+1g={kind}")
                    break
        return marks


def shape(word: str) -> str:
    """Return the outline of a word: "VS-troepen" -> "XX-xx", "20.000" -> "99.99"."""
    outline = "".join(
        "X" if c.isupper() else "x" if c.isalpha() else "9" if c.isdigit() else c for c in word[:40]
    )
    return _RUNS.sub(r"\1\1", outline)


def word_features(word: str, classes: dict[str, str]) -> list[str]:
    """Return what one word tells by itself."""
    lower = word.lower()
    found = ["l=" + lower, "s=" + shape(word)]
    found += [f"p{n}={lower[:n]}" for n in (2, 3, 4) if len(lower) > n]
    found += [f"e{n}={lower[-n:]}" for n in (2, 3, 4, 5) if len(lower) > n]
    if word[:1].isupper():
        found.append("cap")
        if "-" in word:
            found.append("head=" + lower.rsplit("-", 1)[1])
            found += ["part-" + name for name in classes.get(word.split("-", 1)[0], "").split()]
    listed = classes.get(word)
    if listed is None and lower != word:
        listed = classes.get(lower, "unlisted")
        found.append("lowered")
    found += (listed or "unlisted").split()
    return found
