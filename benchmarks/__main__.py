"""`python -m benchmarks`: words a second and peak memory over full reports of a stream; linking and pages at scale.

Nothing fails on a slow machine: the figures stand beside their targets, for a person to judge.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.linking import Linking, base_of, measure_linking
from benchmarks.measuring import (
    Road,
    full_reports,
    measure_road,
    measure_steps,
    measure_times_and_counts,
    peak_memory,
    words_in,
)
from benchmarks.web import RATE, READERS, Pages, Rush, build, measure_pages, measure_rush

ROOT = Path(__file__).resolve().parents[1]
TARGET_SPEED = 2_500  # words a second
TARGET_READING = 25_000  # words a second, of the extract step
TARGET_MEMORY = 1_500_000_000  # bytes
TARGET_WHOLE = 1_200  # seconds to link 100,000 reports
TARGET_MORE = 150  # milliseconds beyond reading it
TARGET_LINKING = 4_000  # MB
TARGET_PAGE = 100  # milliseconds
TARGET_FIRST = 200  # kB
TARGET_STEPS = {"attribution": 30_000}  # words a second of a step alone
MEGABYTE = 1_000_000


def main(words: Sequence[str] | None = None) -> int:
    """Measure and print; return the exit code, which is 0 also where there are no reports."""
    options = _options().parse_args(words)
    stream = Path(options.stream)
    if not stream.is_file():
        print(f"skipped: no stream here ({stream}); WEDERHOOR_SHARED names its folder")
        return 0
    reports = full_reports(stream, options.reports)
    with TemporaryDirectory() as folder:
        road = measure_road(reports, record := Path(folder) / "record.db")
        base = base_of(record) if options.linking or options.web else []
    _print_road(road, len(reports))
    for size in options.linking:
        _print_linking(measure_linking(base, size))
    if options.web:
        with TemporaryDirectory() as folder:
            build(base, options.web, record := Path(folder) / "record.db")
            _print_web(measure_pages(record), measure_rush(record))
    sample = reports[: options.sample]
    if sample:
        _print_steps(measure_steps(sample), len(sample), words_in(sample))
        speed = words_in(sample) / measure_times_and_counts(sample)
        print(f"{'times, counts':14} {speed:27.0f} words/s   target: at least {TARGET_READING}")
    return 0


def _options() -> argparse.ArgumentParser:
    shared = Path(os.environ.get("WEDERHOOR_SHARED") or ROOT.parent / "shared")
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--reports", type=int, default=2000, metavar="N", help="how many to read")
    parser.add_argument(
        "--sample", type=int, default=200, metavar="N", help="how many to time step by step"
    )
    parser.add_argument(
        "--linking", type=int, nargs="*", default=[10_000, 100_000], metavar="N",
        help="records of so many copied reports, in which linking is timed; none: leave it out",
    )  # fmt: skip
    parser.add_argument(
        "--web", type=int, default=20_000, metavar="N",
        help="a record of so many copied reports, whose pages are timed; 0: leave it out",
    )  # fmt: skip
    parser.add_argument(
        "--stream", default=str(shared / "data" / "news-2019.jsonl.xz"), metavar="PATH",
        help="reports, as `wederhoor add` reads them",
    )  # fmt: skip
    return parser


def _print_road(road: Road, reports: int) -> None:
    speed = road.words / road.add
    print(f"{reports} reports, {road.words} words, {road.claims} claims, {road.events} events")
    print(f"load the reader     {road.load:8.2f} s")
    print(f"add to the record   {road.add:8.2f} s")
    print(f"end to end          {speed:8.0f} words/s   target: at least {TARGET_SPEED}")
    print(f"link and weigh      {road.derive:8.2f} s")
    print(
        f"peak memory         {road.peak / MEGABYTE:8.0f} MB        target: at most "
        f"{TARGET_MEMORY / MEGABYTE:.0f} (adding alone {road.peak_add / MEGABYTE:.0f})"
    )


def _print_linking(linking: Linking) -> None:
    print(
        f"\n{linking.reports:,} reports in the record (copies of those above, one after the other):"
    )
    print(f"link all of them    {linking.whole:8.1f} s         target: at most {TARGET_WHOLE}")
    print(
        f"one more report     {statistics.median(linking.more):8.1f} ms        target: at most "
        f"{TARGET_MORE} (median; the slowest {max(linking.more):.0f})"
    )
    print(
        f"peak memory         {peak_memory() / MEGABYTE:8.0f} MB        target: at most {TARGET_LINKING}"
    )


def _print_web(pages: Pages, rush: Rush) -> None:
    print(f"\nthe pages of a record of {pages.reports:,} reports and {pages.events:,} events:")
    print(f"read the record     {pages.start:8.1f} s         (searches ready at {pages.ready:.1f})")
    for kind, spent in pages.each.items():
        print(f"{kind:19} {spent:8.1f} ms        target: at most {TARGET_PAGE} (median, made anew)")
    print(f"the first page      {pages.first / 1000:8.0f} kB        target: at most {TARGET_FIRST}")
    print(
        f"{READERS} readers, {RATE}/s   {rush.median:8.1f} ms        {rush.pages} pages, {rush.failed} failed; "
        f"target: none (the slowest {rush.slowest:.0f} ms)"
    )


def _print_steps(steps: dict[str, float], reports: int, words: int) -> None:
    total = sum(steps.values())
    print(f"\nstep by step, over {reports} of them:")
    for step, seconds in steps.items():
        share = seconds / total
        asked = f"   target: at least {TARGET_STEPS[step]}" if step in TARGET_STEPS else ""
        print(f"{step:14} {seconds:7.2f} s  {share:4.0%}  {words / seconds:9.0f} words/s{asked}")


if __name__ == "__main__":
    sys.exit(main())
