"""Where the lines and bars of the small drawings stand: the strip of days and the curve of a toll.

Positions are in the drawing's own units (the `viewBox` of the SVG), so nothing here knows of pixels.

Example:
    An event of "7–8 jan 2020" gets a strip of January with one bar of two days; one of five Sundays
    gets a strip of five bars, never a point somewhere in the middle.
"""

from __future__ import annotations

import calendar
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from wederhoor.model import DaySet, Dispute, DisputeKind, Field, Position, Quantity, Report

STRIP_WIDTH = 186.0
CHART_WIDTH = 640.0
CHART_HEIGHT = 190.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 16.0, 54.0, 26.0, 30.0
_LEAST_BAR = 3.0
_LABEL_GAP, _LABEL_WIDTH, _LABEL_HEIGHT = 8.0, 46.0, 17.0
_MONTHS_WITH_TICKS = 24  # with more months in view their ticks would be a smear


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of the strip, from the left."""

    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Strip:
    """The months around an event, with a bar for every stretch of possible days."""

    bars: tuple[Bar, ...]
    ticks: tuple[float, ...]
    first: date
    last: date


def strip(days: DaySet) -> Strip:
    """Return the strip of the whole months that hold all the possible days."""
    first = days.first.replace(day=1)
    last = _month_end(days.last)
    scale = STRIP_WIDTH / (last.toordinal() - first.toordinal() + 1)
    start = first.toordinal()
    bars = tuple(_bar((low - start) * scale, (high - low + 1) * scale) for low, high in days.ranges)
    months = (last.year - first.year) * 12 + last.month - first.month
    ticks: list[float] = []
    if months <= _MONTHS_WITH_TICKS:
        ticks = [
            round((_month_later(first, n).toordinal() - start) * scale, 1)
            for n in range(1, months + 1)
        ]
    return Strip(bars, tuple(ticks), first, last)


@dataclass(frozen=True, slots=True)
class TollPoint:
    """One reported number: from the first to the last day it can have been published.

    `y` is where its least stands, `top` its most, `label` the foot of the written number.
    """

    position: Position
    x: float
    width: float
    y: float
    top: float
    label: float
    open: bool


@dataclass(frozen=True, slots=True)
class Toll:
    """The numbers of one field as they were replaced by newer ones.

    Attributes:
        field: what is counted.
        points: the numbers, in order of publication.
        paths: SVG paths of the steps from a number to the one that replaced it; empty where all
            were reported on the same days.
    """

    field: Field
    points: tuple[TollPoint, ...]
    paths: tuple[str, ...]


def tolls(disputes: Sequence[Dispute], reports: Mapping[str, Report]) -> tuple[Toll, ...]:
    """Return a toll for every field of counts that was updated."""
    pairs: dict[Field, list[tuple[Position, Position]]] = {}
    for found in disputes:
        numbers = (found.first.value, found.second.value)
        if found.kind is DisputeKind.UPDATE and all(isinstance(n, Quantity) for n in numbers):
            pairs.setdefault(found.field, []).append((found.first, found.second))
    return tuple(_toll(field, pairs[field], reports) for field in Field if field in pairs)


def _toll(
    field: Field, pairs: list[tuple[Position, Position]], reports: Mapping[str, Report]
) -> Toll:
    positions = list(dict.fromkeys(position for pair in pairs for position in pair))
    days = {position: _published(position, reports) for position in positions}
    positions.sort(key=lambda position: (days[position].ranges[0][0], _number(position).low))
    start = min(found.ranges[0][0] for found in days.values())
    across = max(found.ranges[-1][1] for found in days.values()) - start
    highest = max(_number(p).high or _number(p).low for p in positions) or 1

    def place(position: Position) -> TollPoint:
        low, high = days[position].ranges[0][0], days[position].ranges[-1][1]
        number = _number(position)
        return TollPoint(
            position=position,
            x=_along(low - start, across),
            width=round(_along(high - start, across) - _along(low - start, across), 1),
            y=_up(number.low, highest),
            top=_up(number.high or number.low, highest),
            label=0.0,
            open=number.high is None,
        )

    placed = _labelled([place(position) for position in positions])
    points = {point.position: point for point in placed}
    paths = (_step(points[a], points[b]) for a, b in pairs) if across else ()
    return Toll(field, placed, tuple(paths))


def _labelled(points: Sequence[TollPoint]) -> tuple[TollPoint, ...]:
    """Give every number a place above its point, and above the numbers already written there."""
    written: list[TollPoint] = []
    for point in points:
        label = point.top - _LABEL_GAP
        for other in written:
            if point.x - other.x < _LABEL_WIDTH and abs(label - other.label) < _LABEL_HEIGHT:
                label = other.label - _LABEL_HEIGHT
        written.append(replace(point, label=round(label, 1)))
    return tuple(written)


def _published(position: Position, reports: Mapping[str, Report]) -> DaySet:
    return min((reports[claim.report] for claim in position.claims), key=_order).days


def _order(report: Report) -> tuple[int, str, str]:
    return report.order


def _number(position: Position) -> Quantity:
    if not isinstance(position.value, Quantity):
        raise TypeError(f"a toll is made of counts, not of {position.value!r}")
    return position.value


def _along(days: int, across: int) -> float:
    return round(_LEFT + days / (across or 1) * (CHART_WIDTH - _LEFT - _RIGHT), 1)


def _up(number: int, highest: int) -> float:
    return round(CHART_HEIGHT - _BOTTOM - number / highest * (CHART_HEIGHT - _TOP - _BOTTOM), 1)


def _step(first: TollPoint, second: TollPoint) -> str:
    return f"M{first.x} {first.y}H{second.x}V{second.y}"


def _bar(x: float, width: float) -> Bar:
    wide = max(width, _LEAST_BAR)
    return Bar(round(min(x, STRIP_WIDTH - wide), 1), round(wide, 1))


def _month_end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _month_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, 1)
