"""The pipeline in one process: read each new report, keep what was read, set aside what fails.

In go reports (and what ingest already set aside), a reader and an open store; out comes
an `Outcome`. This module holds the one broad `except` of the package: whatever a report makes the
pipeline raise concerns that report only, and the run goes on.

Example:
    `run(read_reports(["berichten/"]), Reader, store)` after `berichten/` was added already gives
    `Outcome(added=0, unchanged=14)`.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from wederhoor.errors import LanguageError, ResourceError
from wederhoor.model import Reading, Report, Skipped
from wederhoor.runners.progress import Outcome, Progress, Silent, Step
from wederhoor.runners.relinking import relink
from wederhoor.store import Added, Store

log = logging.getLogger(__name__)

BATCH = 32
"""Reports read and kept at a time: what a run that is broken off can lose at most."""

BATCH_CHARACTERS = 1_000_000
"""A batch also ends at this many characters, so that a few huge reports do not fill memory."""


_ID_TAKEN = "id-taken"
_ID_TAKEN_DETAIL = "a report with this id but another text, date or outlet is in the record; give one of the two another id"


class ReportReader(Protocol):
    """Reads reports: `wederhoor.pipeline.Reader`, or another with the same method."""

    def read_many(self, reports: Iterable[Report]) -> Iterator[tuple[Report, Reading]]:
        """Read several, in order."""


def run(
    items: Iterable[Report | Skipped],
    make_reader: Callable[[], ReportReader],
    store: Store,
    *,
    progress: Progress | None = None,
    total: int | None = None,
) -> Outcome:
    """Read every new report, keep the readings, and link what is new into the record.

    Args:
        items: reports, and what was set aside before they became reports.
        make_reader: makes what reads reports; called when the first new report comes by, because
            a language pipeline takes a while to load.
        store: an open store, which keeps what is read, a batch at a time.
        progress: hears how far the run is; it hears the outcome also of a run that is broken off.
        total: the number of items, where it is known.

    Raises:
        LanguageError: the language pipeline cannot be used at all.
        ResourceError: a rule file is broken.
        StoreError: the record cannot be written.
    """
    listener = progress or Silent()
    work = _Run(make_reader, store, listener)
    listener.started(total)
    try:
        for item in items:
            work.take(item)
        work.flush()
        relink(store)
    finally:
        listener.finished(work.outcome())
    return work.outcome()


@dataclass(slots=True)
class _Run:
    """One run under way: the batch that is waiting, and the counts so far."""

    make_reader: Callable[[], ReportReader]
    store: Store
    listener: Progress
    reader: ReportReader | None = None
    waiting: dict[str, Report] = field(default_factory=dict)
    characters: int = 0
    added: int = 0
    unchanged: int = 0
    words: int = 0
    set_aside: list[Skipped] = field(default_factory=list)
    began: float = field(default_factory=time.monotonic)

    def take(self, item: Report | Skipped) -> None:
        if isinstance(item, Skipped):
            self._put_aside(item)
            return
        if item.id in self.waiting:
            self.flush()  # the store must keep the first of an id before it judges the second
        if (verdict := self.store.known(item)) is not None:
            self._count(item, verdict)
            return
        self.waiting[item.id] = item
        self.characters += len(item.text)
        if len(self.waiting) >= BATCH or self.characters >= BATCH_CHARACTERS:
            self.flush()

    def flush(self) -> None:
        batch = list(self.waiting.values())
        self.waiting.clear()
        self.characters = 0
        if not batch:
            return
        # Made outside of the broad except: what fails here fails for every report.
        self.reader = self.reader or self.make_reader()
        results = _read(self.reader, batch)
        verdicts: list[Added | Skipped] = []
        with self.store.batch():
            for report, result in results:
                if isinstance(result, Reading):
                    verdicts.append(self.store.add(report, result))
                else:
                    verdicts.append(result)
        # Only now is the batch on disk, so only now does it count.
        for (report, _), verdict in zip(results, verdicts, strict=True):
            self._count(report, verdict)

    def outcome(self) -> Outcome:
        return Outcome(
            added=self.added,
            unchanged=self.unchanged,
            set_aside=tuple(self.set_aside),
            words=self.words,
            seconds=time.monotonic() - self.began,
        )

    def _count(self, report: Report, verdict: Added | Skipped) -> None:
        if isinstance(verdict, Skipped):
            self._put_aside(verdict)
        elif verdict is Added.ID_TAKEN:
            self._put_aside(Skipped(report.id, _ID_TAKEN, _ID_TAKEN_DETAIL))
        elif verdict is Added.ADDED:
            self.added += 1
            self.words += len(report.text.split())
            self.listener.advanced(Step.ADDED)
        else:
            self.unchanged += 1
            self.listener.advanced(Step.UNCHANGED)

    def _put_aside(self, skipped: Skipped) -> None:
        self.set_aside.append(skipped)
        self.listener.advanced(Step.SET_ASIDE)


def _read(reader: ReportReader, batch: Sequence[Report]) -> list[tuple[Report, Reading | Skipped]]:
    """Read a batch at once; where that fails, the rest one by one, so that only the culprit is lost."""
    read: list[tuple[Report, Reading | Skipped]] = []
    try:
        for report, reading in reader.read_many(batch):
            read.append((report, reading))
    except (LanguageError, ResourceError):
        raise  # not one report's fault: every other report would meet it too
    except Exception as error:  # noqa: BLE001 - one bad report never stops a run
        if len(batch) == 1:
            return [(batch[0], _failed(batch[0], error))]
        for report in batch[len(read) :]:
            read += _read(reader, [report])
    return read


def _failed(report: Report, error: Exception) -> Skipped:
    log.debug("report %s makes the pipeline fail", report.id, exc_info=error)
    detail = f"the pipeline failed on it ({type(error).__name__}: {error}); please report this, with what --debug shows"
    return Skipped(report.id, "pipeline-failed", " ".join(detail.split()))
