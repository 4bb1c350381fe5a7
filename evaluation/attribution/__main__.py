"""`python -m evaluation.attribution`: how well sources, cues and contents are read, against hand-checked sets."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from evaluation.attribution.handmade import Read, read_reports, rows, same, speaker_right
from evaluation.attribution.scoring import Tally, score
from evaluation.gold import shared
from evaluation.tables import table
from wederhoor.language import load_pipeline

KINDS = ("direct", "indirect", "phrase", "headline", "chain", "zou", "unnamed")
F1_ASKED, EXACT_ASKED, QUOTES_ASKED, CLAIMS_ASKED = 0.75, 0.55, 0.85, 0.93


def main(words: Sequence[str] | None = None) -> int:
    """Measure and print; the exit code is 0 whatever the figures are."""
    options = _options().parse_args(words)
    if not (shared() / "data").is_dir():
        print(f"skipped: no shared material here ({shared()}); WEDERHOOR_SHARED names its folder")
        return 0
    passages, quotes = rows("passages"), rows("quotes")
    reports = read_reports(load_pipeline(), shared(), [*passages, *quotes])
    for split in ("dev", "test"):
        print(attribution_table(split, score(same(rows("passages", split), reports))), end="\n\n")
    print(table(["quotes", "right", "of", "share", "asked"], _quotes(reports)))
    print()
    print(table(["sourced claims, by hand", "right", "of", "share", "asked"], _claims()))
    if options.errors:
        print(*score(same(rows("passages", "dev"), reports)).errors, sep="\n")
    return 0


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evaluation.attribution", description=__doc__)
    parser.add_argument(
        "--errors", action="store_true", help="also name every wrong decision of the dev split"
    )
    return parser


def attribution_table(split: str, tally: Tally) -> str:
    """Return the figures of one split, all kinds together and each by itself."""
    return table(
        [f"attributions, {split}", "right", "read", "there", "F1", "exact F1", "asked"],
        [_row("all", "", tally, f"{F1_ASKED} / {EXACT_ASKED}")]
        + [_row(kind, kind, tally, "") for kind in KINDS if tally.gold[kind]],
    )


def _row(name: str, kind: str, tally: Tally, asked: str) -> list[str]:
    counts = [str(count) for count in tally.counts(kind)]
    return [name, *counts, f"{tally.f(kind):.3f}", f"{tally.f(kind, exact=True):.3f}", asked]


def _quotes(reports: Mapping[str, Read]) -> Iterator[list[str]]:
    for split in ("dev", "test", "fresh"):
        found = [speaker_right(row, read) for row, read in same(rows("quotes", split), reports)]
        right = sum(one is True for one in found)
        yield [split, str(right), str(len(found)), f"{right / len(found):.3f}", str(QUOTES_ASKED)]


def _claims() -> Iterator[list[str]]:
    """Yield what a reader made of sourced claims drawn from the stream, a row per round."""
    for number, judged in sorted(Counter(row["round"] for row in rows("claims")).items()):
        right = sum(row["right"] for row in rows("claims") if row["round"] == number)
        share = f"{right / judged:.3f}"
        yield [f"round {number}", str(right), str(judged), share, str(CLAIMS_ASKED)]


if __name__ == "__main__":
    sys.exit(main())
