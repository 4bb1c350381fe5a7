"""Full-text search over reports: SQLite's FTS5 with Dutch lemmas, in memory.

The index is derived, like events: it is made from a record when somebody first searches and is never kept
on disk, so it cannot go stale, needs no migration, and is the same whatever database holds the record.

Each report is indexed by its words and by their lemmas, so that "aanvallen" finds "aangevallen" too. A
word that is asked for counts as found when a word of the report has its lemma or begins with it.

Example:
    `Index(record.reports.values()).find("gewonden", 10)` finds "raakten elf militairen gewond".
"""

from __future__ import annotations

import sqlite3
from collections.abc import Container, Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from threading import Lock

import simplemma

from wederhoor.model import Report
from wederhoor.model.actor import folded

_MOST_TERMS = 12
_AROUND = 24  # words of a passage
_OPEN, _CLOSE = "\x02", "\x03"  # no report keeps these: they are stripped below


@dataclass(frozen=True, slots=True)
class Hit:
    """A report that holds what was asked for.

    Attributes:
        report: its id.
        pieces: a passage of it, cut where words that were found begin and end; each with whether
            it is such a word.
    """

    report: str
    pieces: tuple[tuple[str, bool], ...]


class Index:
    """An index over reports; many threads may search it."""

    def __init__(self, reports: Iterable[Report] = ()) -> None:
        self._lock = Lock()
        self._held: set[str] = set()
        self._base = sqlite3.connect(":memory:", check_same_thread=False)
        self._base.execute(
            "CREATE VIRTUAL TABLE found USING fts5(id UNINDEXED, text, lemmas, "
            'tokenize = "unicode61 remove_diacritics 2")'
        )
        self.add(reports)

    def add(self, reports: Iterable[Report]) -> None:
        """Take in reports; those whose id is there already are passed over."""
        with self._lock:
            fresh = [report for report in reports if report.id not in self._held]
            self._base.executemany("INSERT INTO found VALUES (?, ?, ?)", map(_row, fresh))
            self._held.update(report.id for report in fresh)

    def find(self, words: str, most: int, among: Container[str] | None = None) -> tuple[Hit, ...]:
        """Return the reports that hold all the words, the best first.

        Args:
            words: as a reader types them; signs between them count for nothing.
            most: how many reports to return at most.
            among: the ids of the reports to look in; None for all.
        """
        terms = self.terms(words)
        if not terms:
            return ()
        query = " AND ".join(
            "(" + " OR ".join(f'"{form}"*' for form in sorted(forms)) + ")" for forms in terms
        )
        ask = (
            "SELECT id, snippet(found, 1, ?, ?, '…', ?) FROM found WHERE found MATCH ? "
            "ORDER BY bm25(found, 0, 2, 1), id"
        )
        with self._lock:
            rows = self._base.execute(ask, (_OPEN, _CLOSE, _AROUND, query))
            known = (row for row in rows if among is None or row[0] in among)
            found = list(islice(known, most))
        return tuple(Hit(name, tuple(_pieces(passage))) for name, passage in found)

    def terms(self, words: str) -> list[frozenset[str]]:
        """Return of each word the folded forms that count as it: itself and its lemma."""
        found = folded(words).split()[:_MOST_TERMS]
        return [frozenset({word, folded(_lemma(word)) or word}) for word in found]


def _row(report: Report) -> tuple[str, str, str]:
    text = report.text.encode("utf-8", "replace").decode()
    text = text.replace(_OPEN, " ").replace(_CLOSE, " ").replace("\x00", " ")
    return report.id, text, " ".join(_lemma(word) for word in folded(text).split())


@lru_cache(maxsize=200_000)
def _lemma(word: str) -> str:
    return str(simplemma.lemmatize(word, "nl"))


def _pieces(passage: str) -> Iterable[tuple[str, bool]]:
    for number, part in enumerate(passage.split(_OPEN)):
        told, mark, rest = part.partition(_CLOSE)
        if number == 0 or not mark:
            yield part, False
            continue
        yield told, True
        if rest:
            yield rest, False
