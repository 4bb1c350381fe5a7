"""`python -m benchmarks`: words a second and peak memory over the first full reports of a stream.

Nothing fails on a slow machine: the figures stand beside their targets, for a person to judge.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.measuring import Road, full_reports, measure_road, measure_steps, words_in

ROOT = Path(__file__).resolve().parents[1]
TARGET_SPEED = 2_500  # words a second
TARGET_MEMORY = 1_500_000_000  # bytes
MEGABYTE = 1_000_000


def main(words: Sequence[str] | None = None) -> int:
    """Measure and print; return the exit code, which is 0 also where there are no reports."""
    options = _options().parse_args(words)
    stream = Path(options.stream)
    if not stream.is_file():
        print(f"skipped: no stream here ({stream}); WEDERHOOR_SHARED names its folder")
        return 0
    reports = full_reports(stream, options.reports)
    road = measure_road(reports)
    _print_road(road, len(reports))
    sample = reports[: options.sample]
    if sample:
        _print_steps(measure_steps(sample), len(sample), words_in(sample))
    return 0


def _options() -> argparse.ArgumentParser:
    shared = Path(os.environ.get("WEDERHOOR_SHARED") or ROOT.parent / "shared")
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--reports", type=int, default=2000, metavar="N", help="how many to read")
    parser.add_argument(
        "--sample", type=int, default=200, metavar="N", help="how many to time step by step"
    )
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


def _print_steps(steps: dict[str, float], reports: int, words: int) -> None:
    total = sum(steps.values())
    print(f"\nstep by step, over {reports} of them:")
    for step, seconds in steps.items():
        share = seconds / total
        print(f"{step:14} {seconds:7.2f} s  {share:4.0%}  {words / seconds:9.0f} words/s")


if __name__ == "__main__":
    sys.exit(main())
