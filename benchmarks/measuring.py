"""Measures the road from reports to record: all of it as a user takes it, then each step by itself.

In go reports; out come seconds (wall clock), words (what stands between spaces) and bytes.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from wederhoor.attribution import attribute
from wederhoor.extract import extract
from wederhoor.ingest import read_reports
from wederhoor.language import Pipeline, load_pipeline
from wederhoor.model import Reading, Report
from wederhoor.pipeline import Reader
from wederhoor.query import load_record
from wederhoor.runners import run
from wederhoor.store import Store

FULL = 400
"""A report whose body has more characters than this is a full one, not a teaser."""


@dataclass(frozen=True, slots=True)
class Road:
    """The whole road: reports read into a record, then linked and weighed.

    Attributes:
        words: words of the reports that went in.
        load: seconds to load the reader.
        add: seconds to read the reports and keep what was read.
        derive: seconds to link and weigh the record.
        events: events of the record.
        claims: claims of the record.
        peak_add: most memory in use up to the end of adding, in bytes.
        peak: most memory in use at all, in bytes.
    """

    words: int
    load: float
    add: float
    derive: float
    events: int
    claims: int
    peak_add: int
    peak: int


class Clock:
    """Adds up the seconds of named steps.

    Example:
        `with clock.of("extract"): ...` adds to `clock.seconds["extract"]`.
    """

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def of(self, step: str) -> Iterator[None]:
        """Time what happens inside."""
        began = time.perf_counter()
        try:
            yield
        finally:
            spent = time.perf_counter() - began
            self.seconds[step] = self.seconds.get(step, 0.0) + spent


def full_reports(path: Path, most: int) -> list[Report]:
    """Return the first `most` full reports of a stream."""
    found = read_reports([str(path)])
    full = (item for item in found if isinstance(item, Report) and len(item.body) > FULL)
    return list(islice(full, most))


def words_in(reports: Sequence[Report]) -> int:
    """Count the words of the reports."""
    return sum(len(report.text.split()) for report in reports)


def measure_road(reports: Sequence[Report]) -> Road:
    """Read the reports into a fresh record, as `wederhoor add` does, and derive its events."""
    clock = Clock()
    with clock.of("load"):
        reader = Reader()
    with TemporaryDirectory() as folder, Store.open(Path(folder) / "record.db") as store:
        with clock.of("add"):
            outcome = run(reports, lambda: reader, store)
        peak_add = peak_memory()
        with clock.of("derive"):
            record = load_record(store)
        claims = store.counts().claims
    for aside in outcome.set_aside:
        sys.stderr.write(f"set aside: {aside.where}: {aside.detail}\n")
    spent = clock.seconds
    return Road(
        words=words_in(reports),
        load=spent["load"],
        add=spent["add"],
        derive=spent["derive"],
        events=len(record.events),
        claims=claims,
        peak_add=peak_add,
        peak=peak_memory(),
    )


def measure_steps(reports: Sequence[Report]) -> dict[str, float]:
    """Return the seconds of each step over the reports, one step after the other."""
    pipeline = load_pipeline()
    clock = Clock()
    with TemporaryDirectory() as folder, Store.open(Path(folder) / "record.db") as store:
        for first in range(0, len(reports), 64):
            batch = reports[first : first + 64]
            readings = _read(batch, pipeline, clock)
            with clock.of("store"), store.batch():
                for report, reading in zip(batch, readings, strict=True):
                    store.add(report, reading)
    return clock.seconds


def _read(batch: Sequence[Report], pipeline: Pipeline, clock: Clock) -> list[Reading]:
    with clock.of("language"):
        analyses = list(pipeline.analyse_many(report.text for report in batch))
    with clock.of("extract"):
        found = [extract(r, a) for r, a in zip(batch, analyses, strict=True)]
    with clock.of("attribution"):
        return [attribute(r, a, e) for r, a, e in zip(batch, analyses, found, strict=True)]


def peak_memory() -> int:
    """Return the most memory this process has had in use, in bytes."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024  # Linux counts in kibibytes
