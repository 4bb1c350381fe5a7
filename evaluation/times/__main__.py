"""`python -m evaluation.times`: how well times and numbers are read, by file and by kind."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence

from evaluation.gold import shared
from evaluation.tables import table
from evaluation.times import checked, dates, numbers
from evaluation.times.specs import FOLDER, disputed
from evaluation.times.verdict import Verdict, score
from wederhoor.language import load_pipeline


def main(words: Sequence[str] | None = None) -> int:
    """Measure and print; the exit code is 0 whatever the figures are."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.times", description=__doc__)
    parser.add_argument("--errors", action="store_true", help="also print what is read otherwise")
    options = parser.parse_args(words)
    if not (shared() / FOLDER).is_dir():
        print(f"skipped: no shared material here ({shared()}); WEDERHOOR_SHARED names its folder")
        return 0
    pipeline = load_pipeline()
    told = {
        "days": (list(dates.judge(shared(), pipeline)), disputed()),
        "numbers": (list(numbers.judge(shared(), pipeline)), disputed()),
        "checked by hand": (list(checked.judge(shared(), pipeline)), {}),
    }
    rows = [row for name, (verdicts, out) in told.items() for row in _rows(name, verdicts, out)]
    print(table(["figure", "right", "of", "share", "of all"], rows))
    if options.errors:
        for verdicts, out in told.values():
            print(*(f"\n{_line(one)}" for one in verdicts if not one.right and one.case not in out))
    return 0


def _rows(name: str, verdicts: list[Verdict], out: Mapping[str, str]) -> list[list[str]]:
    groups = list(dict.fromkeys(one.group for one in verdicts))
    parts = [(f"  {group}", [one for one in verdicts if one.group == group]) for group in groups]
    made = []
    for label, some in [(name, verdicts), *parts]:
        found = score(some, out)
        share = f"{found.share:.3f}"
        made.append(
            [label, str(found.right), str(found.total), share, f"{found.right_of_all}/{found.all}"]
        )
    return made


def _line(one: Verdict) -> str:
    return f"{one.case} {one.words!r}: read {one.read}, expected {one.expected}"


if __name__ == "__main__":
    sys.exit(main())
