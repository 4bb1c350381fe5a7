"""How a count grew: the curve of a toll as a drawing, and the same as rows with the speaker of each step.

Positions are in the drawing's own units (the `viewBox` of the SVG), so nothing here knows of pixels.

Example:
    Of 52 dead that became 138 and 207 the drawing is one stair of three steps, and every step has a row
    with who said it and when; what one side keeps saying otherwise is a line of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from wederhoor.model import Field, Quantity
from wederhoor.query import TollCurve, TollLine, TollStep
from wederhoor.resources.labels import Labels
from wederhoor.web.view.words import outlet_words, said_words
from wederhoor.weighing import position_words, speaker

CHART_WIDTH = 640.0
CHART_HEIGHT = 190.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 16.0, 54.0, 26.0, 30.0
_LABEL_GAP, _LABEL_WIDTH, _LABEL_HEIGHT = 8.0, 46.0, 17.0
_MOST_LINES = 5  # drawn; the rows tell of all
_MOST_ROWS = 60


@dataclass(frozen=True, slots=True)
class TollPoint:
    """One reported number: from the first to the last day it can have been published.

    `y` is where its least stands, `top` its most, `label` the foot of the written number.
    """

    words: str
    x: float
    width: float
    y: float
    top: float
    label: float
    open: bool


@dataclass(frozen=True, slots=True)
class TollStair:
    """The points of one line of counts, and the SVG path from each to the next; "" for one alone."""

    points: tuple[TollPoint, ...]
    path: str
    main: bool


@dataclass(frozen=True, slots=True)
class TollRow:
    """One step in words; `line` says of what or whom, where it is not the whole."""

    line: str
    published: str
    value: str
    kind: str
    who: str
    outlets: str


@dataclass(frozen=True, slots=True)
class Toll:
    """The counts of one field as they were replaced by newer ones.

    Attributes:
        field: what is counted.
        stairs: the lines as drawn, that of the whole first; empty where all were reported on one day.
        rows: every step of every line, in words.
        more: how many steps there are besides.
    """

    field: Field
    stairs: tuple[TollStair, ...]
    rows: tuple[TollRow, ...]
    more: int


def toll(curve: TollCurve, labels: Labels) -> Toll | None:
    """Return the drawing of a curve; None where no count took the place of another."""
    lines = (curve.main, *curve.others)
    if all(len(line.steps) == 1 for line in lines):
        return None
    rows = [_row(line, step, labels) for line in lines for step in line.steps]
    return Toll(curve.field, _stairs(lines), tuple(rows[:_MOST_ROWS]), len(rows[_MOST_ROWS:]))


def _row(line: TollLine, step: TollStep, labels: Labels) -> TollRow:
    return TollRow(
        line=line.part or line.of,
        published=said_words(step.days, step.said, labels),
        value=position_words(step.position, labels),
        kind=labels[f"dispute.{step.kind}"] if step.kind else "",
        who=speaker(step.position, labels),
        outlets=outlet_words(step.position.outlets, labels),
    )


def _stairs(lines: Sequence[TollLine]) -> tuple[TollStair, ...]:
    drawn = [line for line in lines if line.part == lines[0].part][:_MOST_LINES]
    steps = [step for line in drawn for step in line.steps]
    start = min(step.days.ranges[0][0] for step in steps)
    across = max(step.days.ranges[-1][1] for step in steps) - start
    if not across:
        return ()
    highest = max(step.value.high or step.value.low for step in steps) or 1
    written: list[TollPoint] = []
    stairs = []
    for number, line in enumerate(drawn):
        points = [_labelled(_point(s, start, across, highest), written) for s in line.steps]
        stairs.append(TollStair(tuple(points), _path(points), number == 0))
    return tuple(stairs)


def _point(step: TollStep, start: int, across: int, highest: int) -> TollPoint:
    low, high = step.days.ranges[0][0], step.days.ranges[-1][1]
    value = step.value
    return TollPoint(
        words=_short(value),
        x=_along(low - start, across),
        width=round(_along(high - start, across) - _along(low - start, across), 1),
        y=_up(value.low, highest),
        top=_up(value.high or value.low, highest),
        label=0.0,
        open=value.high is None,
    )


def _short(value: Quantity) -> str:
    about = "± " if value.approximate else ""
    if value.high is None:
        return f"{about}{value.low}+"
    return f"{about}{value.low}" + (f"–{value.high}" if value.high != value.low else "")


def _labelled(point: TollPoint, written: list[TollPoint]) -> TollPoint:
    """Give a number a place above its point, and above the numbers already written there."""
    label = point.top - _LABEL_GAP
    for other in sorted(written, key=lambda one: -one.label):
        near = abs(point.x - other.x) < _LABEL_WIDTH
        if near and abs(label - other.label) < _LABEL_HEIGHT:
            label = other.label - _LABEL_HEIGHT
    placed = replace(point, label=round(max(label, _LABEL_HEIGHT - 4), 1))
    written.append(placed)
    return placed


def _path(points: Iterable[TollPoint]) -> str:
    first, *rest = points
    return f"M{first.x} {first.y}" + "".join(f"H{p.x}V{p.y}" for p in rest) if rest else ""


def _along(days: int, across: int) -> float:
    return round(_LEFT + days / across * (CHART_WIDTH - _LEFT - _RIGHT), 1)


def _up(number: int, highest: int) -> float:
    return round(CHART_HEIGHT - _BOTTOM - number / highest * (CHART_HEIGHT - _TOP - _BOTTOM), 1)
