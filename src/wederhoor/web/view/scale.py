"""Days along a line: where a day stands, and the ticks that let a reader tell which it is.

Example:
    A scale over January 2020 of 1,000 units puts 8 January from 226 to 258, with a tick a week.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from wederhoor.resources.labels import Labels

_LEAST_APART = 62.0  # units between labels, so that they never touch


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the scale; `label` is "" where there is no room for words."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Scale:
    """The days from `low` to `high` (ordinals, both included) over `width` units."""

    low: int
    high: int
    width: float

    @property
    def days(self) -> int:
        """How many days there are."""
        return self.high - self.low + 1

    def x(self, day: float) -> float:
        """Return where a day begins; a fraction is a moment in it."""
        return round((day - self.low) / self.days * self.width, 1)

    def bar(self, low: int, high: int, least: float) -> tuple[float, float] | None:
        """Return x and width of a stretch of days, cut to the scale; None outside it."""
        if high < self.low or low > self.high:
            return None
        start, end = self.x(max(low, self.low)), self.x(min(high, self.high) + 1)
        wide = max(end - start, least)
        return round(min(start, self.width - wide), 1), round(wide, 1)

    def ticks(self, labels: Labels) -> tuple[Tick, ...]:
        """Return the ticks: years, months, days or hours, whichever fit."""
        found = [Tick(self.x(when), name) for when, name in self._named(labels)]
        if found[1:] and found[1].x - found[0].x < _LEAST_APART:
            found[0] = Tick(found[0].x, "")  # the whole year or month that follows has its name
        kept: list[Tick] = []
        last = -_LEAST_APART
        for tick in found:
            fits = (
                tick.label
                and tick.x - last >= _LEAST_APART
                and tick.x <= self.width - _LEAST_APART / 2
            )
            kept.append(tick if fits else Tick(tick.x, ""))
            last = tick.x if fits else last
        return tuple(kept)

    def _named(self, labels: Labels) -> Iterator[tuple[float, str]]:
        first, last = date.fromordinal(self.low), date.fromordinal(self.high)
        if self.days <= 3:  # noqa: PLR2004 - within three days hours can be told apart
            for day in range(self.low, self.high + 1):
                words = _day(date.fromordinal(day), labels)
                yield from ((day + h / 24, words if h == 0 else f"{h}:00") for h in range(0, 24, 6))
        elif self.days <= 70:  # noqa: PLR2004 - ten weeks of days
            step = max(1, round(self.days / 14))
            for day in range(self.low, self.high + 1, step):
                yield day, _day(date.fromordinal(day), labels)
        elif self.days <= 1500:  # noqa: PLR2004 - some four years of months
            for year, month in _months(first, last):
                told = f"{labels[f'cli.month.{month}']} {year}"
                yield date(year, month, 1).toordinal(), told
        else:
            years = last.year - first.year + 1
            step = next(n for n in (1, 2, 5, 10, 20, 50, 100, 1000, 10000) if years / n <= 14)  # noqa: PLR2004
            for year in range(first.year - first.year % step, last.year + 1, step):
                if year >= first.year and year > 0:
                    yield max(date(year, 1, 1).toordinal(), self.low), str(year)


def _months(first: date, last: date) -> Iterator[tuple[int, int]]:
    for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        year, month = divmod(number, 12)
        if (year, month + 1) >= (first.year, first.month) and date(year, month + 1, 1) >= first:
            yield year, month + 1


def _day(day: date, labels: Labels) -> str:
    return f"{day.day} {labels[f'cli.month.{day.month}']}"


def whole_months(low: int, high: int) -> tuple[int, int]:
    """Return the first and last day of the months around two days.

    Example:
        8 January to 3 February 2020 becomes 1 January to 29 February.
    """
    first, last = date.fromordinal(low), date.fromordinal(high)
    end = last.replace(day=calendar.monthrange(last.year, last.month)[1])
    return first.replace(day=1).toordinal(), end.toordinal()
