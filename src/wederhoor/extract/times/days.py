"""Days as ordinals: weeks, months, Easter, parts of a period, and the choice of a year.

All day numbers are proleptic Gregorian ordinals (`datetime.date.toordinal`); weeks run from Monday to
Sunday (ISO 8601).

Example:
    `week_of(date(2024, 7, 26).toordinal())` is 22 to 28 July 2024.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from wederhoor.model import Bearing

Range = tuple[int, int]

DAYS_A_WEEK = 7
MONTHS_A_YEAR = 12
MONTHS_A_QUARTER = 3
YEARS_A_DECADE = 10
_BIAS = 2  # without tense, a date ahead wins only when it is twice as near as the one behind
_TENSE_BIAS = (
    8  # tense is read from words nearby and may be another clause's: "de datum van 12 april"
)


@dataclass(frozen=True, slots=True)
class Told:
    """From where an expression is understood.

    Attributes:
        day: the day of publication.
        ahead: True when the clause looks ahead, False when it looks back, None when it does not tell.
    """

    day: int
    ahead: bool | None = None

    @property
    def date(self) -> date:
        """The day of publication as a date."""
        return date.fromordinal(self.day)


@dataclass(frozen=True, slots=True)
class Days:
    """The days an expression allows, told on one day of publication.

    Attributes:
        ranges: first and last day of each stretch.
        unit: what it is in the calendar: day, night, weekend, week, month, season, quarter, year,
            decade, or span for anything else.
        approximate: whether the words leave the bounds vague.
        bearing: how what is told stands to these days.
    """

    ranges: tuple[Range, ...]
    unit: str = "day"
    approximate: bool = False
    bearing: Bearing = Bearing.AT

    @property
    def low(self) -> int:
        """The earliest day."""
        return self.ranges[0][0]

    @property
    def high(self) -> int:
        """The latest day."""
        return self.ranges[-1][1]

    def bounding(self, bearing: Bearing) -> Days:
        """The same days, as a bound to what is told."""
        return replace(self, bearing=bearing)

    def vague(self) -> Days:
        """The same days, with vague bounds."""
        return replace(self, approximate=True)


def one(low: int, high: int | None = None, unit: str = "day") -> Days:
    """Make the days of one stretch; `high` is `low` when left out."""
    return Days(((low, low if high is None else high),), unit)


def span(low: int, high: int, *, approximate: bool = False) -> Days | None:
    """Make a stretch that is no calendar unit; None when it ends before it starts."""
    return Days(((low, high),), "span", approximate) if low <= high else None


def week_of(day: int) -> Range:
    """Return Monday and Sunday of the week of a day."""
    monday = day - (day - 1) % DAYS_A_WEEK  # ordinal 1 was a Monday
    return (monday, monday + DAYS_A_WEEK - 1)


def month_of(year: int, month: int) -> Range:
    """Return first and last day of a month; `month` may run over (13 is January of the next year)."""
    year, month = year + (month - 1) // MONTHS_A_YEAR, (month - 1) % MONTHS_A_YEAR + 1
    first = date(year, month, 1).toordinal()
    return (first, first + calendar.monthrange(year, month)[1] - 1)


def months_of(year: int, first: int, last: int) -> Range:
    """Return first and last day of months `first` to `last`, which may run over the year."""
    return (month_of(year, first)[0], month_of(year, last)[1])


def year_of(year: int) -> Range:
    """Return first and last day of a year."""
    return months_of(year, 1, MONTHS_A_YEAR)


def same_day(day: int, months: int) -> int:
    """Return the same day some months on (or back), the month's last where it has no such day."""
    when = date.fromordinal(day)
    low, high = month_of(when.year, when.month + months)
    return min(low + when.day - 1, high)


def units_on(day: int, unit: str, count: int) -> int:
    """Return the day so many days, weeks, months or years on, or back when `count` is negative."""
    if unit in ("day", "week"):
        return day + count * (DAYS_A_WEEK if unit == "week" else 1)
    return same_day(day, count * {"month": 1, "year": MONTHS_A_YEAR, "decade": 120}[unit])


def day_of(year: int, month: int, day: int) -> Range | None:
    """Return a day as a range, None when the month has no such day."""
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    at = date(year, month, day).toordinal()
    return (at, at)


def easter(year: int) -> int:
    """Return Easter Sunday of the Western churches (Meeus/Jones/Butcher), as an ordinal."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1).toordinal()


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> int:
    """Return the nth weekday (1 is Monday) of a month, the last when `nth` is 0.

    Example:
        Prinsjesdag is the third Tuesday of September: `nth_weekday(2024, 9, 2, 3)`.
    """
    if nth == 0:
        last = month_of(year, month)[1]
        return last - (last - weekday) % DAYS_A_WEEK
    first = month_of(year, month)[0]
    return first + (weekday - 1 - (first - 1)) % DAYS_A_WEEK + (nth - 1) * DAYS_A_WEEK


def weekday_near(told: Told, weekday: int, *, strict: bool = False) -> int:
    """Return the weekday (1 is Monday) nearest in the direction told; the day itself unless `strict`.

    Example:
        "zondag" told on Friday 26 July 2024 is 21 July; looking ahead it is 28 July.
    """
    here = (told.day - 1) % DAYS_A_WEEK + 1
    if told.ahead:
        distance = (weekday - here) % DAYS_A_WEEK
        return told.day + (distance or DAYS_A_WEEK * strict)
    distance = (here - weekday) % DAYS_A_WEEK
    return told.day - (distance or DAYS_A_WEEK * strict)


def choose_year(told: Told, in_year: Callable[[int], Range | None], reach: int = 1) -> Range | None:
    """Return the year's turn that a yearless expression means.

    The one around the day itself; else the nearest in the direction told, or the latest past one
    without direction, unless the one on the other side is much nearer.

    Args:
        told: from where it is understood.
        in_year: the expression's days in a given year, None when that year has none.
        reach: how many years to look back and ahead.

    Example:
        "1 mei" told on 20 April, without tense, is eleven days ahead, not a year ago.
    """
    here = told.date.year
    turns = [found for year in range(here - reach, here + reach + 1) if (found := in_year(year))]
    around = [turn for turn in turns if turn[0] <= told.day <= turn[1]]
    behind = [turn for turn in turns if turn[1] < told.day]
    beyond = [turn for turn in turns if turn[0] > told.day]
    if around:
        return around[0]
    if not behind or not beyond:
        return next(iter(beyond or behind[::-1]), None)
    past, future = told.day - behind[-1][1], beyond[0][0] - told.day
    if told.ahead:
        return behind[-1] if past * _TENSE_BIAS < future else beyond[0]
    bias = _BIAS if told.ahead is None else _TENSE_BIAS
    return beyond[0] if future * bias < past else behind[-1]


_MONTH_PARTS: Mapping[str, Range] = {"begin": (1, 10), "middle": (11, 20), "end": (21, 31)}
_YEAR_PARTS: Mapping[str, Range] = {
    "begin": (1, 3),
    "middle": (6, 7),
    "end": (10, 12),
    "first half": (1, 6),
    "second half": (7, 12),
}
_WEEK_PARTS: Mapping[str, Range] = {"begin": (0, 1), "middle": (1, 3), "end": (3, 6)}


def part_of(days: Days, part: str) -> Days | None:
    """Return the begin, middle, end, first or second half of a week, month, year or decade.

    Our own bounds: ten days of a month, a quarter at either end of a year, June and July as its
    middle, Monday and Tuesday as the begin of a week. None for what has no such part.

    Example:
        "eind maart 2024" is 21 to 31 March 2024.
    """
    low, high = days.low, days.high
    if days.unit == "year" and part in _YEAR_PARTS:
        first, last = _YEAR_PARTS[part]
        made = span(*months_of(date.fromordinal(low).year, first, last))
        return made.vague() if made and part == "middle" else made
    if days.unit == "month" and part in _MONTH_PARTS:
        first, last = _MONTH_PARTS[part]
        return span(low + first - 1, min(low + last - 1, high))
    if days.unit == "week" and part in _WEEK_PARTS:
        first, last = _WEEK_PARTS[part]
        return span(low + first, low + last)
    if days.unit == "decade":
        return _decade_part(low, part)
    return _third_or_half(days, part)


def _decade_part(low: int, part: str) -> Days | None:
    first = date.fromordinal(low).year
    years = {"begin": (0, 2), "middle": (3, 6), "end": (7, 9), "first half": (0, 4)}
    start, stop = years.get(part, (5, 9))
    return span(year_of(first + start)[0], year_of(first + stop)[1])


def _third_or_half(days: Days, part: str) -> Days | None:
    length = days.high - days.low + 1
    pieces: Sequence[str] = ("begin", "middle", "end")
    if part.endswith("half"):
        pieces = ("first half", "second half")
    if length < DAYS_A_WEEK or part not in pieces:
        return None
    at = pieces.index(part)
    low = days.low + length * at // len(pieces)
    return span(low, days.low + length * (at + 1) // len(pieces) - 1)
