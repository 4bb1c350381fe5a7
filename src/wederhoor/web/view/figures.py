"""One number by a rule that the reader picks, with the rule and the claims beside it.

Example:
    Of 80 dead by Iran and none by the Pentagon the reader opens "lowest" and sees 0, from the Pentagon.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wederhoor.query import FigureRule, Record, TollCurve, figure_of
from wederhoor.resources.labels import Labels
from wederhoor.web.view.words import said_words
from wederhoor.weighing import position_words, speaker


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One field: the figure, and of which positions it came."""

    field: str
    number: str
    taken: tuple[str, ...]
    out_of: int


@dataclass(frozen=True, slots=True)
class RuleFigures:
    """What one rule makes of every count of an event."""

    rule: FigureRule
    name: str
    rows: tuple[FigureRow, ...]


def figures(curves: Sequence[TollCurve], record: Record, labels: Labels) -> tuple[RuleFigures, ...]:
    """Return what each rule makes of the counts; the record itself picks none of them."""
    if not curves:
        return ()
    return tuple(
        RuleFigures(
            rule,
            labels[f"figure.{rule}"],
            tuple(_row(curve, rule, record, labels) for curve in curves),
        )
        for rule in FigureRule
    )


def _row(curve: TollCurve, rule: FigureRule, record: Record, labels: Labels) -> FigureRow:
    found = figure_of(curve, record.reports, rule)
    number = f"{found.number}"
    if rule is FigureRule.UCDP:
        number += f" ({found.low}–{found.high})"
    taken = (
        f"{position_words(position, labels)}, {speaker(position, labels)}, "
        f"{said_words(record.reports[position.claims[0].report].days, position.first_said, labels)}"
        for position in found.positions
    )
    return FigureRow(
        labels[f"field.{curve.field}"], number, tuple(dict.fromkeys(taken)), len(found.considered)
    )
