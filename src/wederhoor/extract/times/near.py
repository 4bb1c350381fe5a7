"""Operations for times that count from publication: "gisteren", "twee weken geleden", "vorige week".

Captured words in, a `Meaning` out; see `wederhoor.extract.times.meanings`.

Example:
    "vorige week", told on Friday 26 July 2024, is 15 to 21 July.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from datetime import date

from wederhoor.extract.times.days import (
    DAYS_A_WEEK,
    MONTHS_A_QUARTER,
    MONTHS_A_YEAR,
    YEARS_A_DECADE,
    Days,
    Range,
    Told,
    month_of,
    months_of,
    one,
    part_of,
    same_day,
    span,
    units_on,
    week_of,
    year_of,
)
from wederhoor.extract.times.meanings import ROW, Captures, Meaning, Operation, Params, captured

_WEEK_SLACK = 3  # "twee weken geleden" is a fortnight, give or take half a week
_HOURS_A_DAY, _SAME_DAY_HOURS = 24, 12
_SATURDAY = 6
_WEDNESDAY = 2  # days after Monday; until then "dit weekend" is mostly the one just over


def shift(captures: Captures, params: Params) -> Meaning:
    """Some days from publication: "gisteren", "vannacht"; `ahead` gives other days for the future."""
    del captures
    behind, unit = params["days"], params.get("unit", "day")
    beyond = params.get("ahead", behind)

    def tell(told: Told) -> Days:
        low, high = beyond if told.ahead else behind
        return one(told.day + low, told.day + high, unit)

    return Meaning(tell)


def ago(captures: Captures, params: Params) -> Meaning | None:
    """A number of units back, or ahead when `sign` is 1: "twee weken geleden", "over drie dagen"."""
    if sum(kind == "unit" for kind, _ in captures) > 1:
        return _summed(captures, params["sign"])
    low, high = captured(captures, "count")
    unit, sign = captured(captures, "unit", "hour"), params["sign"]
    vague = captured(captures, "vaguely") is not None or low != high
    if params.get("exactly"):
        return _to_the_day(unit, sign * low) if low == high else None
    measure = _MEASURES[unit]

    def tell(told: Told) -> Days:
        near, far = measure(told, sign * low), measure(told, sign * high)
        ends = (min(near[0], far[0]), max(near[1], far[1]))
        return Days((ends,), "day", vague or unit not in _EXACT_UNITS)

    return Meaning(tell)


def _summed(captures: Captures, sign: int) -> Meaning | None:
    """Read several units together, to the day: "twee jaar, een maand en 21 dagen geleden"."""
    counts = [value for kind, value in captures if kind == "count"]
    units = [value for kind, value in captures if kind == "unit"]
    if any(low != high or low != int(low) for low, high in counts):
        return None

    def tell(told: Told) -> Days:
        day = told.day
        for (count, _), unit in zip(counts, units, strict=True):
            day = units_on(day, unit, sign * int(count))
        return one(day)

    return Meaning(tell)


def _to_the_day(unit: str, count: float) -> Meaning | None:
    if unit in _DAYS_OF and count == int(count):
        return Meaning(lambda told: one(told.day + int(count) * _DAYS_OF[unit]))
    months = count * (MONTHS_A_YEAR if unit == "year" else 1)
    if unit not in ("month", "year") or months != int(months):
        return None
    return Meaning(lambda told: one(same_day(told.day, int(months))))


def _hours(told: Told, count: float) -> Range:
    if abs(count) < _SAME_DAY_HOURS:
        return (told.day, told.day)
    days = count / _HOURS_A_DAY
    return (told.day + math.floor(days), told.day + math.ceil(days))


def _days(told: Told, count: float) -> Range:
    return (told.day + math.floor(count), told.day + math.ceil(count))


def _weeks(told: Told, count: float) -> Range:
    middle = told.day + round(count * DAYS_A_WEEK)
    return (middle - _WEEK_SLACK, middle + _WEEK_SLACK)


def _months(told: Told, count: float) -> Range:
    here = told.date
    return months_of(here.year, here.month + math.floor(count), here.month + math.ceil(count))


def _years(told: Told, count: float) -> Range:
    if abs(count) >= 2:  # noqa: PLR2004 - from two years on, people count in calendar years
        return year_of(told.date.year + math.floor(count))
    low, high = _months(told, count * MONTHS_A_YEAR)
    broken = count != int(count)
    return (same_day(low, -1), same_day(high, 1)) if broken else (low, high)


_MEASURES: Mapping[str, Callable[[Told, float], Range]] = {
    "hour": _hours,
    "day": _days,
    "week": _weeks,
    "month": _months,
    "year": _years,
    "decade": lambda told, count: _years(told, count * YEARS_A_DECADE),
}
_DAYS_OF: Mapping[str, int] = {"day": 1, "week": DAYS_A_WEEK}
_EXACT_UNITS = frozenset({"day", "hour"})
_MONTHS_OF: Mapping[str, int] = {"month": 1, "year": 12, "decade": 120}
_FEW: Mapping[str, int] = {"day": 3, "week": 6, "month": 6, "year": 5, "decade": 3}


def lately(captures: Captures, params: Params) -> Meaning:
    """A stretch that ends, or begins, at publication: "de afgelopen drie weken", "de komende dagen"."""
    del params
    sign = captured(captures, "lately")
    unit = captured(captures, "unit", "units")
    count = captured(captures, "count")
    number = count[1] if count else _FEW[unit]
    vague = count is None or count[0] != count[1]

    def tell(told: Told) -> Days | None:
        if unit in ("day", "week"):
            far = told.day + sign * round(number * (DAYS_A_WEEK if unit == "week" else 1))
        else:
            months = round(number * _MONTHS_OF[unit])
            far = same_day(told.day, sign * months)
        return span(min(far, told.day), max(far, told.day), approximate=vague)

    return Meaning(tell)


def lasting(captures: Captures, params: Params) -> Meaning:
    """What goes on since so long: "betogen al drie dagen"; of "betoogden al drie dagen" the end is not known."""
    del params
    stretch = lately((("lately", -1), *captures), {}).days
    rough = captured(captures, "vaguely") is not None

    def tell(told: Told) -> Days | None:
        if told.ahead is False or stretch is None:
            return None
        found = stretch(told)
        return found.vague() if found and rough else found

    return Meaning(tell)


def period(captures: Captures, params: Params) -> Meaning:
    """A week, weekend, month, quarter or year of a row: "vorige week", "dit jaar", "in het weekend"."""
    rel: str | None = captured(captures, "rel")
    unit: str = captured(captures, "period") or params["unit"]
    if rel == "last" and unit in _LAST:
        return Meaning(_LAST[unit])
    if unit == "weekend" or rel is None:
        return Meaning(lambda told: _weekend(told, rel))
    if unit == "week" and rel == "next":
        return Meaning(lambda told: span(told.day + 1, told.day + DAYS_A_WEEK))
    return Meaning(lambda told: _in_row(told, unit, ROW[rel]))


def _in_row(told: Told, unit: str, at: int) -> Days:
    low, high = _ROWS[unit](told, at)
    if at == 0 and told.ahead is False:
        high = told.day  # what is told as past this week was before or on the day of publication
    return Days(((low, high),), unit)


def running(captures: Captures, params: Params) -> Meaning:
    """The begin or end of the period that publication is in: "eind van het jaar"."""
    del params
    unit, which = captured(captures, "period"), captured(captures, "portion", "side")

    def tell(told: Told) -> Days | None:
        days = _weekend(told, "this") if unit == "weekend" else Days((_ROWS[unit](told, 0),), unit)
        if which == "earlier":
            return span(days.low, told.day - 1)
        if which in ("later", "rest"):
            return span(told.day + (which == "later"), days.high)
        return part_of(days, which)

    return Meaning(tell)


_ROWS: Mapping[str, Callable[[Told, int], Range]] = {
    "week": lambda told, at: week_of(told.day + at * DAYS_A_WEEK),
    "month": lambda told, at: month_of(told.date.year, told.date.month + at),
    "quarter": lambda told, at: _quarter_of(told.date, at),
    "year": lambda told, at: year_of(told.date.year + at),
    "decade": lambda told, at: _decade_of(told.date.year, at),
}
_LAST: Mapping[str, Callable[[Told], Days | None]] = {
    "week": lambda told: span(told.day - DAYS_A_WEEK, told.day - 1),
    "month": lambda told: span(same_day(told.day, -1), told.day),
    "year": lambda told: span(same_day(told.day, -MONTHS_A_YEAR), told.day),
}


def _quarter_of(when: date, at: int) -> Range:
    first = (when.month - 1) // MONTHS_A_QUARTER * MONTHS_A_QUARTER + 1 + at * MONTHS_A_QUARTER
    return months_of(when.year, first, first + MONTHS_A_QUARTER - 1)


def _decade_of(year: int, at: int) -> Range:
    first = year // YEARS_A_DECADE * YEARS_A_DECADE + at * YEARS_A_DECADE
    return (year_of(first)[0], year_of(first + YEARS_A_DECADE - 1)[1])


def calendar_week(captures: Captures, params: Params) -> Meaning | None:
    """A week by its number (ISO 8601): "week 31", "week 10 van 2019"."""
    del params
    number, which = captured(captures, "weeknum"), captured(captures, "yr")

    def in_year(year: int) -> Range | None:
        try:
            return week_of(date.fromisocalendar(year, number, 1).toordinal())
        except ValueError:  # a year without a week 53
            return None

    def tell(told: Told) -> Days | None:
        kind, year = which or ("relative", 0)
        found = in_year(year if kind == "absolute" else told.date.year + year)
        return Days((found,), "week") if found else None

    return Meaning(tell, bool(which and which[0] == "absolute"))


def after_next(captures: Captures, params: Params) -> Meaning:
    """The week, month ... after the next: "de week na de volgende"."""
    del params
    unit = captured(captures, "period")
    if unit == "weekend":
        return Meaning(lambda told: _weekend(Told(told.day + DAYS_A_WEEK, ahead=True), "following"))
    return Meaning(lambda told: Days((_ROWS[unit](told, 2),), unit))


def _weekend(told: Told, rel: str | None) -> Days:
    saturday = week_of(told.day)[0] + _SATURDAY - 1
    begun = saturday <= told.day
    if rel in ("next", "following"):
        back = 0 if not begun else -DAYS_A_WEEK
        if rel == "following":
            back = -DAYS_A_WEEK
    elif rel in ("last", "previous"):
        back = 0 if told.day > saturday and rel == "last" else DAYS_A_WEEK
    else:
        early = rel is None or told.day - week_of(told.day)[0] <= _WEDNESDAY
        looks_back = told.ahead is False or (told.ahead is None and early)
        back = DAYS_A_WEEK if looks_back and not begun else 0
    return one(saturday - back, saturday - back + 1, "weekend")


OPERATIONS: Mapping[str, Operation] = {
    operation.__name__: operation
    for operation in (shift, ago, lately, lasting, period, running, calendar_week, after_next)
}
