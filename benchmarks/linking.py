"""`python -m benchmarks.linking RECORD`: what linking costs in a small and in a large record.

In goes a record of some thousands of reports. It is copied over and over, each copy some months later and under
other ids, into a record of 10,000 and of 100,000 reports; out come the seconds to link all of it, the memory that
takes, and the milliseconds that one more report takes beyond its own reading (median of 50).
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import count, islice
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measuring import peak_memory
from wederhoor.model import DaySet, Reading, Report
from wederhoor.runners.relinking import relink
from wederhoor.store import Store

SIZES = (10_000, 100_000)
MORE = 50
STRETCH = 125  # days that the copied record spans: its copies follow one another
TARGET_ONE_MORE, TARGET_ALL, TARGET_MEMORY = 150, 1200, 4_000  # ms, s, MB
_BATCH = 1000

Read = tuple[Report, Reading]


def main(words: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.linking", description=__doc__)
    parser.add_argument("record", type=Path, help="a record with reports of four months")
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES, metavar="N")
    options = parser.parse_args(words)
    with Store.open(options.record, create=False) as store:
        reports = {report.id: report for report in store.reports()}
        base = [(reports[reading.report], reading) for reading in store.readings()]
    for size in options.sizes:
        with TemporaryDirectory() as folder, Store.open(Path(folder) / "record.db") as store:
            print(measure(store, base, size), flush=True)
    return 0


def measure(store: Store, base: Sequence[Read], size: int) -> str:
    """Fill the empty store with `size` reports, link them, add `MORE`; return a line of figures."""
    more = size // MORE  # those added later lie scattered over the whole time
    rows = list(islice(copies(base), size + MORE))
    later = rows[more // 2 :: more][:MORE]
    kept = {report.id for report, _ in later}
    _fill(store, [row for row in rows if row[0].id not in kept])
    began = time.perf_counter()
    relink(store)
    whole = time.perf_counter() - began
    spent = []
    for row in later:
        began = time.perf_counter()
        _fill(store, [row])
        relink(store)
        spent.append((time.perf_counter() - began) * 1000)
    return (
        f"{size:7,} reports: all linked in {whole:7.1f} s (at most {TARGET_ALL}),"
        f" {peak_memory() / 1e6:5.0f} MB (at most {TARGET_MEMORY});"
        f" one more {statistics.median(spent):6.1f} ms (at most {TARGET_ONE_MORE}; longest {max(spent):.0f})"
    )


def _fill(store: Store, rows: Sequence[Read]) -> None:
    for start in range(0, len(rows), _BATCH):
        with store.batch():
            for report, reading in rows[start : start + _BATCH]:
                store.add(report, reading)


def copies(base: Sequence[Read]) -> Iterator[Read]:
    """Yield the reports and their readings, then all of them again some months later, without end."""
    for turn in count():
        for report, reading in base:
            yield _moved(report, turn), _read_later(reading, turn)


def _moved(report: Report, turn: int) -> Report:
    day = date.fromisoformat(report.published[:10]) + timedelta(days=turn * STRETCH)
    return replace(
        report,
        id=_name(report.id, turn),
        published=day.isoformat() + report.published[10:],
        days=_later(report.days, turn),
    )


def _read_later(reading: Reading, turn: int) -> Reading:
    return Reading(
        _name(reading.report, turn),
        tuple(
            replace(
                mention,
                id=_name(mention.id, turn),
                report=_name(mention.report, turn),
                when=_later(mention.when, turn) if mention.when else None,
            )
            for mention in reading.mentions
        ),
        tuple(
            replace(
                claim,
                id=_name(claim.id, turn),
                mention=_name(claim.mention, turn),
                report=_name(claim.report, turn),
            )
            for claim in reading.claims
        ),
    )


def _later(days: DaySet, turn: int) -> DaySet:
    moved = ((low + turn * STRETCH, high + turn * STRETCH) for low, high in days.ranges)
    return DaySet(tuple(moved), days.approximate)


def _name(name: str, turn: int) -> str:
    return f"{turn}-{name}"


if __name__ == "__main__":
    sys.exit(main())
