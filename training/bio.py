"""Sentences with a name label on every word, and the files that hold them."""

from __future__ import annotations

import lzma
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

#: Labels by ours: what is a product or a happening to Frog and MEANTIME is MISC; sums are none.
_LABELS = {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "MISC": "MISC", "PRO": "MISC", "EVE": "MISC"}
#: Columns of a row of Frog's, of MEANTIME's.
_FROG, _MEANTIME, _PAIR = 7, 3, 2
#: An initial such as "J." ends no sentence.
_INITIAL = 2
_BROKEN = "\x81E"
_ACCENT = "[ëéèêöïüäóáçñ]"


@dataclass(frozen=True, slots=True)
class Named:
    """One sentence with a BIO label per word; `tags` are its UD parts of speech once known."""

    words: tuple[str, ...]
    labels: tuple[str, ...]
    tags: tuple[str, ...] = ()


def _sentences(rows: Iterable[tuple[str, str] | None]) -> Iterator[Named]:
    """Group words with their labels to sentences; None ends one."""
    words: list[str] = []
    labels: list[str] = []
    for row in [*rows, None]:
        if row is not None:
            words.append(row[0])
            labels.append(row[1])
        elif words:
            yield Named(tuple(words), tuple(labels))
            words, labels = [], []


def frog(path: Path) -> Iterator[Named]:
    """Yield the sentences that Frog labelled, its multi-word units taken apart."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        yield from _sentences(row for line in lines for row in _frog_rows(line.rstrip("\n")))


def _frog_rows(line: str) -> list[tuple[str, str] | None]:
    row = line.split("\t")
    if len(row) < _FROG:
        return [None]
    parts = row[1].split("_") if len(row[1]) > 1 else [row[1]]
    kinds = row[6].split("_")
    if len(kinds) != len(parts):
        kinds = ["O"] * len(parts)
    adjective = row[4].startswith("ADJ") and len(parts) == 1
    return [
        (part, _ours(kind, adjective=adjective))
        for part, kind in zip(parts, kinds, strict=True)
        if part
    ]


def _ours(label: str, *, adjective: bool) -> str:
    """Return the label in the conventions of CoNLL: the adjective of a place is MISC."""
    kind = _LABELS.get(label[2:])
    if kind is None:
        return "O"
    if kind == "LOC" and adjective and label[0] == "B":
        kind = "MISC"
    return f"{label[0]}-{kind}"


def europeana(path: Path) -> Iterator[Named]:
    """Yield the historic newspapers; the file has no sentences, so a full stop ends one."""

    def rows() -> Iterator[tuple[str, str] | None]:
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = line.split()
                if len(row) == _PAIR:
                    yield row[0], row[1]
                    if (
                        row[0].endswith((".", "!", "?"))
                        and len(row[0]) > _INITIAL
                        and row[1] == "O"
                    ):
                        yield None

    return _sentences(rows())


def meantime(folder: Path) -> Iterator[Named]:
    """Yield the CLIN26 development reports: "(ORG", "ORG)" and "_" in the third column."""
    for path in sorted(folder.glob("*.ne")):
        inside = ""
        rows: list[tuple[str, str] | None] = []
        for line in path.read_text(encoding="utf-8").split("\n"):
            row = line.split("\t")
            if len(row) < _MEANTIME:
                rows.append(None)
                inside = ""
                continue
            mark = row[2].split("|")[0]
            kind = mark.strip("()")
            first = mark.startswith("(") or kind != inside
            ours = _LABELS.get(kind)
            rows.append((row[1], "O" if ours is None else ("B-" if first else "I-") + ours))
            inside = "" if mark.endswith(")") or kind == "_" else kind
        yield from _sentences(rows)


def conll(path: Path, vocabulary: Iterable[str]) -> list[list[Named]]:
    """Read the texts of the CoNLL-2002 yardstick, in which a damaged pair of letters stands for each accent.

    "Isra<damage> N B-LOC" is read as the most common word of `vocabulary` (most common first) that
    fits: Israël. Nothing is trained on this file.
    """
    accented = [word for word in vocabulary if re.search(_ACCENT, word)]

    def rows() -> Iterator[tuple[str, str] | None]:
        for line in path.read_text(encoding="utf-8").split("\n"):
            row = line.split()
            if len(row) < _PAIR:
                yield None
            elif _BROKEN in row[0]:
                yield _repaired(row[0], accented, final=len(row) == _PAIR), row[-1]
            else:
                yield row[0], row[-1]

    texts: list[list[Named]] = [[]]
    for sentence in _sentences(rows()):
        if sentence.words[0] == "-DOCSTART-":
            texts.append([])
        else:
            texts[-1].append(sentence)
    return [text for text in texts if text]


def _repaired(word: str, accented: list[str], *, final: bool) -> str:
    """Put the accented letter back; at the end of a word it swallowed the part of speech too."""
    stem = word.split(_BROKEN, 1)[0] + _BROKEN if final else word
    wanted = re.escape(stem).replace(re.escape(_BROKEN), _ACCENT if final else _ACCENT + "[a-z]")
    pattern = re.compile(wanted)
    guess = stem.replace(_BROKEN, "ë" if final else "ël")
    return next((known for known in accented if pattern.fullmatch(known)), guess)
