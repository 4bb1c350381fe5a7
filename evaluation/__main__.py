"""`python -m evaluation`: figures on the annotated reports, and what changed since the last run."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from typing import Any

from evaluation.floors import Floors
from evaluation.gold import ROOT, Gold, by_id, find_gold, read_rows, shared
from evaluation.rules import Judged, judge, triggers_together
from evaluation.running import EvaluationError, Figures, export_claims, score
from evaluation.stream import judged_triggers, stream
from evaluation.tables import (
    both_types_table,
    figures_table,
    rules_table,
    triggers_table,
    types_table,
    wrong_rows,
)

OUT = ROOT / "out"
LAST = OUT / "evaluation-last.json"
CLAIMS = OUT / "evaluation-claims.jsonl"


def main(words: Sequence[str] | None = None) -> int:
    """Run the evaluation; return the exit code: 1 when a figure is out of its bounds."""
    options = _options().parse_args(words)
    gold = find_gold()
    if gold is None:
        print(f"skipped: no gold here ({shared()}); WEDERHOOR_SHARED names its folder")
        return 0
    last = _last(gold)
    try:
        export_claims(gold.docs, CLAIMS)
        figures = score(gold, CLAIMS, options.errors)
    except EvaluationError as error:
        sys.stderr.write(f"evaluation: {error}\n")
        return 1
    floors = Floors.load()
    judged = _judged(gold)
    _keep(gold, figures)
    print(figures_table(figures, last, floors))
    _print_rules(judged, options, gold)
    if options.raise_floors:
        return _raise(floors, figures, gold, new_gold=options.new_gold)
    return _gate(floors, figures, gold) if options.gate else 0


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=__doc__)
    parser.add_argument("--rules", action="store_true", help="also precision of parties and counts")
    parser.add_argument(
        "--errors", type=int, default=0, metavar="N",
        help="also print N wrong rows of every rule, and the scorer's first N misses",
    )  # fmt: skip
    parser.add_argument("--only", default="", metavar="ID", help="... of rules that start so")
    parser.add_argument("--gate", action="store_true", help="fail when a figure is out of bounds")
    parser.add_argument("--raise-floors", action="store_true", help="draw the bounds tighter")
    parser.add_argument(
        "--new-gold", action="store_true", help="... and set them anew, for gold that has changed"
    )
    return parser


def _last(gold: Gold) -> Figures:
    """Return the figures of the last run on the same gold; none where there was no such run."""
    try:
        kept: dict[str, Any] = json.loads(LAST.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return dict(kept["figures"]) if kept.get("gold") == gold.digest else {}


def _keep(gold: Gold, figures: Figures) -> None:
    kept = {"gold": gold.digest, "figures": figures}
    LAST.write_text(json.dumps(kept, ensure_ascii=False) + "\n", encoding="utf-8")


def _judged(gold: Gold) -> Judged:
    docs = by_id(read_rows(gold.docs))
    return judge(docs, read_rows(gold.annotations), read_rows(CLAIMS), gold.scorer())


def _print_rules(judged: Judged, options: argparse.Namespace, gold: Gold) -> None:
    if stream().is_file():
        streamed = judged_triggers(gold.scorer())
        print(f"\n{both_types_table(judged.types, streamed.types)}")
        print(f"\n{triggers_table(triggers_together(judged, streamed))}")
    else:
        print(f"\n{types_table(judged.types)}")
    if options.rules:
        print(f"\n{rules_table(judged)}")
    if options.errors:
        print(f"\n{wrong_rows(judged, options.errors, options.only)}")


def _raise(floors: Floors, figures: Figures, gold: Gold, *, new_gold: bool) -> int:
    if floors.gold != gold.digest:
        if floors.gold and not new_gold:
            return _gate(floors, figures, gold)
        floors = Floors(gold.digest, {}, {})
    raised = floors.raised(figures)
    raised.save()
    print(f"\nfloors: {dict(raised.floors)}; ceilings: {dict(raised.ceilings)}")
    return 0


def _gate(floors: Floors, figures: Figures, gold: Gold) -> int:
    failures = floors.failures(figures, gold.digest)
    for failure in failures:
        sys.stderr.write(f"evaluation: {failure}\n")
    if not failures:
        print("\nevery figure is within its bound")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
