"""The record that is shown: read once, kept in memory, read anew when the file has changed.

Readers never wait for a record that is being read anew: they see the older one until it is there. A
record as of an earlier day is made when somebody asks for it, and the last few of those are kept.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import OrderedDict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from wederhoor.errors import StoreError
from wederhoor.query import Catalogue, History, Hit, Index, Moment, Record
from wederhoor.store import Store

_LOG = logging.getLogger(__name__)
_KEPT = 12  # records as of a day
_EVERY = 2.0  # seconds between looks at the file


@dataclass(frozen=True, slots=True)
class Shelf:
    """A record at one moment, and a mark that changes when the record does."""

    catalogue: Catalogue
    mark: str
    index: Index = field(default_factory=Index)

    def find(self, words: str, most: int) -> tuple[Hit, ...]:
        """Return the reports of this moment that hold all the words; see `Index.find`."""
        reports = self.catalogue.record.reports
        self.index.add(reports.values())
        return self.index.find(words, most, reports)


class Shelves(Protocol):
    """Whatever gives a record at a moment."""

    def at(self, as_of: str | None = None) -> Shelf:
        """Return the record as of a moment, or as it is now."""


class Library:
    """The record at a path, at any moment.

    Args:
        path: the file; it must be there.
        every: seconds between looks whether it has changed.

    Raises:
        StoreError: there is no record, or it cannot be read.
    """

    def __init__(self, path: Path, *, every: float = _EVERY) -> None:
        self._path = path
        self._every = every
        self._lock = threading.Lock()
        self._making = threading.Lock()
        self._seen = self._mark()
        self._looked = time.monotonic()
        self._reading = False
        self._index = Index()
        self._history = self._read()
        self._now = self._shelf(self._history.record, self._seen)
        self._then: OrderedDict[int, Shelf] = OrderedDict()
        threading.Thread(target=self._make_ready, args=(self._now,), daemon=True).start()

    def at(self, as_of: str | None = None) -> Shelf:
        """Return the record as of a moment, or as it is now.

        Raises:
            QueryError: `as_of` is no date.
            StoreError: the record cannot be read.
        """
        self._look()
        if as_of is None:
            return self._now
        when = Moment.parse(as_of).when
        with self._lock:
            history, now = self._history, self._now
            known = history.known_by(when)  # moments between the same reports are one
            if found := self._kept(known):
                return found
        with self._making:  # one at a time: making a record takes all of a core
            with self._lock:
                if found := self._kept(known):
                    return found
            made = now
            if known < len(now.catalogue.record.reports):
                made = self._shelf(history.as_of(as_of), f"{now.mark}@{known}")
            with self._lock:
                if history is self._history:
                    self._then[known] = made
                while len(self._then) > _KEPT:
                    self._then.popitem(last=False)
        return made

    def _kept(self, known: int) -> Shelf | None:
        if found := self._then.get(known):
            self._then.move_to_end(known)
        return found

    def _look(self) -> None:
        with self._lock:
            now = time.monotonic()
            if self._reading or now - self._looked < self._every:
                return
            self._looked = now
            mark = self._mark()
            if mark == self._seen:
                return
            self._reading = True
        threading.Thread(target=self._read_anew, args=(mark,), daemon=True).start()

    def _read_anew(self, mark: str) -> None:
        try:
            history = self._read()
            shelf = self._shelf(history.record, mark)
        except StoreError as error:
            _LOG.warning("the record is not read anew: %s", error)
            with self._lock:
                self._reading = False
            return
        with self._lock:
            self._history, self._now, self._seen = history, shelf, mark
            self._then.clear()
            self._reading = False
        self._make_ready(shelf)

    def _read(self) -> History:
        with Store.open(self._path, create=False) as store:
            return History.load(store)

    def _shelf(self, record: Record, mark: str) -> Shelf:
        catalogue = Catalogue(record)
        _ = catalogue.postings, catalogue.by_id, catalogue.by_report, catalogue.parties
        _ = catalogue.places, catalogue.outlets  # made now, so that no reader waits for them
        return Shelf(catalogue, mark, self._index)

    def _make_ready(self, shelf: Shelf) -> None:
        """Make what a search needs, while readers read."""
        self._index.add(shelf.catalogue.record.reports.values())
        _ = shelf.catalogue.vocabulary, shelf.catalogue.threads

    def _mark(self) -> str:
        """What changes when the record is written: size and time of the file and of its log."""
        marks = []
        for path in (self._path, Path(f"{self._path}-wal")):
            try:
                told = path.stat()
            except OSError:
                continue
            marks.append(f"{told.st_size:x}.{told.st_mtime_ns:x}")
        return "-".join(marks)
