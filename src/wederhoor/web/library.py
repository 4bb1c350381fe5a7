"""The record that is shown: read once, kept in memory, read anew when the file has changed.

Readers never wait for a record that is being read anew: they see the older one until it is there. A
record as of an earlier day is made when somebody asks for it, and the last few of those are kept.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import OrderedDict
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from wederhoor.errors import StoreError
from wederhoor.query import Catalogue, Index, Moment, load_record
from wederhoor.store import Store

_LOG = logging.getLogger(__name__)
_KEPT = 12  # records as of a day
_EVERY = 2.0  # seconds between looks at the file


@dataclass(frozen=True, slots=True)
class Shelf:
    """A record at one moment, and a mark that changes when the record does."""

    catalogue: Catalogue
    mark: str

    def index(self) -> Index:
        """Return the full-text index of the reports, made when it is first asked for."""
        with _INDEXING:
            return _index(self.catalogue)


_INDEXING = threading.Lock()


@lru_cache(maxsize=3)
def _index(catalogue: Catalogue) -> Index:
    return Index(catalogue.record.reports.values())


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
        self._now = self._shelf(None, self._seen)
        self._then: OrderedDict[str, Shelf] = OrderedDict()

    def at(self, as_of: str | None = None) -> Shelf:
        """Return the record as of a moment, or as it is now.

        Raises:
            QueryError: `as_of` is no date.
            StoreError: the record cannot be read.
        """
        self._look()
        if as_of is None:
            return self._now
        Moment.parse(as_of)  # before anything is made of it
        with self._lock:
            if found := self._then.get(as_of):
                self._then.move_to_end(as_of)
                return found
        with self._making:  # one at a time: making a record takes all of a core
            with self._lock:
                if found := self._then.get(as_of):
                    return found
            made = self._shelf(as_of, self._seen)
            with self._lock:
                self._then[as_of] = made
                while len(self._then) > _KEPT:
                    self._then.popitem(last=False)
        return made

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
            shelf = self._shelf(None, mark)
        except StoreError as error:
            _LOG.warning("the record is not read anew: %s", error)
            shelf = None
        with self._lock:
            if shelf is not None:
                self._now, self._seen = shelf, mark
                self._then.clear()
            self._reading = False

    def _shelf(self, as_of: str | None, mark: str) -> Shelf:
        with Store.open(self._path, create=False) as store:
            catalogue = Catalogue(load_record(store, as_of))
        _ = catalogue.by_id, catalogue.by_report, catalogue.parties, catalogue.places
        _ = catalogue.outlets  # made now, so that no reader waits for them
        return Shelf(catalogue, f"{mark}@{as_of or ''}")

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
