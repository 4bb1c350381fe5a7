"""What linking costs in a small and in a large record.

In goes a record of some thousands of reports. It is copied over and over, each copy right after the one before and
under other ids, into a record of 10,000 and of 100,000 reports; out come the seconds to link all of it, the memory
that takes, and the milliseconds that one more report takes beyond its own reading (median of 50).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import count, islice
from pathlib import Path
from tempfile import TemporaryDirectory

from wederhoor.model import DaySet, Reading, Report
from wederhoor.runners.relinking import relink
from wederhoor.store import Store

MORE = 50
_BATCH = 1000

Read = tuple[Report, Reading]


@dataclass(frozen=True, slots=True)
class Linking:
    """What linking a record took.

    Attributes:
        reports: how many there were.
        whole: seconds to link all of them at once.
        more: milliseconds that one more report took to keep and link; of each of `MORE`.
    """

    reports: int
    whole: float
    more: tuple[float, ...]


def base_of(record: Path) -> list[Read]:
    """Return the reports of a record with what was read in them."""
    with Store.open(record, create=False) as store:
        reports = {report.id: report for report in store.reports()}
        return [(reports[reading.report], reading) for reading in store.readings()]


def measure_linking(base: Sequence[Read], size: int) -> Linking:
    """Link a record of `size` copied reports, then add `MORE` that lie scattered over all its time."""
    rows = list(islice(copies(base), size + MORE))
    apart = len(rows) // MORE
    later = rows[apart // 2 :: apart][:MORE]
    left = {report.id for report, _ in later}
    with TemporaryDirectory() as folder, Store.open(Path(folder) / "record.db") as store:
        fill(store, [row for row in rows if row[0].id not in left])
        whole = _seconds(lambda: relink(store))
        more = tuple(1000 * _seconds(lambda row=row: _add(store, row)) for row in later)  # type: ignore[misc]
    return Linking(size, whole, more)


def _add(store: Store, row: Read) -> None:
    fill(store, [row])
    relink(store)


def _seconds(work: Callable[[], None]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def fill(store: Store, rows: Sequence[Read]) -> None:
    """Keep reports with what was read in them, in batches."""
    for start in range(0, len(rows), _BATCH):
        with store.batch():
            for report, reading in rows[start : start + _BATCH]:
                store.add(report, reading)


def copies(base: Sequence[Read], apart: int = 0) -> Iterator[Read]:
    """Yield the reports and their readings, then all of them again later, without end.

    Args:
        base: the reports with what was read in them.
        apart: days between the last report and the first one of the next turn.
    """
    first, last = (f(report.days.ranges[0][0] for report, _ in base) for f in (min, max))
    for turn in count():
        for report, reading in base:
            yield _copy(report, reading, turn, turn * (last - first + 1 + apart))


def _copy(report: Report, reading: Reading, turn: int, later: int) -> Read:
    day = date.fromisoformat(report.published[:10]) + timedelta(days=later)
    copied = replace(
        report,
        id=_name(report.id, turn),
        published=day.isoformat() + report.published[10:],
        days=_moved(report.days, later),
    )
    mentions = (
        replace(
            mention,
            id=_name(mention.id, turn),
            report=copied.id,
            when=_moved(mention.when, later) if mention.when else None,
        )
        for mention in reading.mentions
    )
    claims = (
        replace(
            claim,
            id=_name(claim.id, turn),
            mention=_name(claim.mention, turn),
            report=copied.id,
        )
        for claim in reading.claims
    )
    return copied, Reading(copied.id, tuple(mentions), tuple(claims))


def _moved(days: DaySet, later: int) -> DaySet:
    return DaySet(tuple((low + later, high + later) for low, high in days.ranges), days.approximate)


def _name(name: str, turn: int) -> str:
    return f"{turn}-{name}"
