"""Where the bars of the strip of days stand: the small drawing beside every event.

Positions are in the drawing's own units (the `viewBox` of the SVG), so nothing here knows of pixels.

Example:
    An event of "7–8 jan 2020" gets a strip of January with one bar of two days; one of five Sundays
    gets a strip of five bars, never a point somewhere in the middle.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date

from wederhoor.model import DaySet

STRIP_WIDTH = 186.0
_LEAST_BAR = 3.0
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


def _bar(x: float, width: float) -> Bar:
    wide = max(width, _LEAST_BAR)
    return Bar(round(min(x, STRIP_WIDTH - wide), 1), round(wide, 1))


def _month_end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _month_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, 1)
