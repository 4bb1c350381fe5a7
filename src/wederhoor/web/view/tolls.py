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
from wederhoor.query import TollCurve, TollLine, TollStep, days_in_words, said_when
from wederhoor.resources.labels import Labels
from wederhoor.web.view.words import outlet_words, said_words
from wederhoor.weighing import position_words, speaker

CHART_WIDTH = 640.0
CHART_HEIGHT = 190.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 16.0, 54.0, 26.0, 30.0
_LABEL_GAP, _LABEL_WIDTH, _LABEL_HEIGHT = 8.0, 46.0, 17.0
_DAY_WIDTH = 58.0
_MOST_LINES = 5  # drawn; the rows tell of all
_MOST_ROWS = 60


@dataclass(frozen=True, slots=True)
class TollPoint:
    """One reported number, wide where the day of its report is not known exactly.

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
        stairs: the lines of the whole as drawn, the main one first; empty where all were told at once.
        days: the days below the drawing: where each begins, and its words.
        rows: every step of the main line, in words.
        others: those of other sides and of parts of the whole.
        more: how many of these there are besides.
    """

    field: Field
    stairs: tuple[TollStair, ...]
    days: tuple[tuple[float, str], ...]
    rows: tuple[TollRow, ...]
    others: tuple[TollRow, ...]
    more: int


def toll(curve: TollCurve, labels: Labels) -> Toll | None:
    """Return the drawing of a curve; None where no count took the place of another."""
    lines = (curve.main, *curve.others)
    if all(len(line.steps) == 1 for line in lines):
        return None
    others = [_row(line, step, labels) for line in curve.others for step in line.steps]
    stairs, days = _drawn(lines, labels)
    return Toll(
        field=curve.field,
        stairs=stairs,
        days=days,
        rows=tuple(_row(curve.main, step, labels) for step in curve.main.steps),
        others=tuple(others[:_MOST_ROWS]),
        more=len(others[_MOST_ROWS:]),
    )


def _row(line: TollLine, step: TollStep, labels: Labels) -> TollRow:
    return TollRow(
        line=line.part or line.of,
        published=said_words(step.days, step.said, labels),
        value=position_words(step.position, labels),
        kind=labels[f"dispute.{step.kind}"] if step.kind else "",
        who=speaker(step.position, labels),
        outlets=outlet_words(step.position.outlets, labels),
    )


def _drawn(
    lines: Sequence[TollLine], labels: Labels
) -> tuple[tuple[TollStair, ...], tuple[tuple[float, str], ...]]:
    """Draw the main line and those of the same whole: each telling as far from the next as any other.

    A count grows in hours and is corrected after months: by the clock the growth would be one vertical line.
    """
    same = [line for line in lines[1:] if not line.of and line.part == lines[0].part]
    drawn = [lines[0], *same][:_MOST_LINES]
    told = {said_when(step.position): step for line in drawn for step in line.steps}
    if len(told) == 1:
        return (), ()
    slot = (CHART_WIDTH - _LEFT - _RIGHT) / (len(told) - 1)
    places = {when: round(_LEFT + n * slot, 1) for n, when in enumerate(sorted(told))}
    highest = max(step.value.high or step.value.low for line in drawn for step in line.steps) or 1
    written: list[TollPoint] = []
    stairs = []
    for number, line in enumerate(drawn):
        found = (_point(s, places[said_when(s.position)], slot, highest) for s in line.steps)
        points = [_labelled(point, written) for point in found]
        stairs.append(TollStair(tuple(points), _path(points), number == 0))
    return tuple(stairs), _days([(x, told[when]) for when, x in places.items()], labels)


def _days(
    placed: Sequence[tuple[float, TollStep]], labels: Labels
) -> tuple[tuple[float, str], ...]:
    """Return the days to write below, none over another; the year where it is another than before."""
    found: list[tuple[float, str]] = []
    before, year = None, 0
    for x, step in placed:
        first = step.days.first
        if step.days == before or (found and x - found[-1][0] < _DAY_WIDTH):
            continue
        short = step.days.exact and first.year == year
        month = labels[f"cli.month.{first.month}"]
        found.append((x, f"{first.day} {month}" if short else days_in_words(step.days, labels)))
        before, year = step.days, first.year
    return tuple(found)


def _point(step: TollStep, x: float, slot: float, highest: int) -> TollPoint:
    value = step.value
    return TollPoint(
        words=_short(value),
        x=x,
        width=0.0 if step.days.exact else round(min(slot, _RIGHT) * 0.6, 1),
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


def _up(number: int, highest: int) -> float:
    return round(CHART_HEIGHT - _BOTTOM - number / highest * (CHART_HEIGHT - _TOP - _BOTTOM), 1)
