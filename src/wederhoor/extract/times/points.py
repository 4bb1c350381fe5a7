"""Operations for times by the calendar: weekdays, dates, months, years, seasons, feast days.

Captured words in, a `Meaning` out; see `wederhoor.extract.times.meanings`.

Example:
    "1 mei", told on 26 July 2024, is 1 May 2024.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from wederhoor.extract.times.days import (
    DAYS_A_WEEK,
    MONTHS_A_QUARTER,
    Days,
    Range,
    Told,
    choose_year,
    day_of,
    easter,
    month_of,
    months_of,
    nth_weekday,
    one,
    week_of,
    weekday_near,
    year_of,
)
from wederhoor.extract.times.meanings import ROW, Captures, Meaning, Operation, Params, captured

_LEAP_REACH = 8  # 29 February can be eight years away, around 1900 and 2100


def weekday(captures: Captures, params: Params) -> Meaning:
    """A weekday, with or without a part of the day: "zondag", "vorige vrijdagavond"."""
    del params
    joined = captured(captures, "weekpart")
    number = joined[0] if joined else captured(captures, "weekday")
    night = joined is not None and joined[1] == "night"
    rel, week = captured(captures, "rel"), captured(captures, "relweek")

    def tell(told: Told) -> Days:
        ranges = tuple((day, day + night) for day in _weekdays(told, number, rel, week))
        return Days(ranges, "night" if night else "day")

    return Meaning(tell)


def _weekdays(told: Told, number: int, rel: str | None, week: int | None) -> tuple[int, ...]:
    if week is not None:
        return (week_of(told.day + week * DAYS_A_WEEK)[0] + number - 1,)
    if rel is None:
        return (weekday_near(told, number),)
    if rel == "this":
        return (week_of(told.day)[0] + number - 1,)
    ahead = rel in ("next", "following")
    near = weekday_near(Told(told.day, ahead), number, strict=True)
    if rel in ("last", "next"):
        return (near,)
    # "vorige maandag", said on a Thursday, is this week's for one speaker and last week's for another
    calendar_week = week_of(told.day + ROW[rel] * DAYS_A_WEEK)[0] + number - 1
    return tuple(sorted({near, calendar_week}))


# ---------------------------------------------------------------------- the calendar
def _of_row(told: Told, in_year: Callable[[int], Range | None], at: int) -> Range | None:
    """Return the last turn that is over, or the next that has not begun: "afgelopen mei"."""
    here = told.date.year
    turns = [found for year in range(here - 1, here + 2) if (found := in_year(year))]
    if at < 0:
        return max((turn for turn in turns if turn[1] < told.day), default=None)
    return min((turn for turn in turns if turn[0] > told.day), default=None)


def _in_year(
    captures: Captures, in_year: Callable[[int], Range | None], unit: str, reach: int = 1
) -> Meaning:
    """Make the meaning of something that comes once a year, in the year that the words give."""
    which, rel = captured(captures, "yr"), captured(captures, "rel")
    if which and which[0] == "absolute":
        found = in_year(which[1])
        return Meaning(lambda _: Days((found,), unit) if found else None, absolute=True)

    def tell(told: Told) -> Days | None:
        if which:
            found = in_year(told.date.year + which[1])
        elif rel == "this":
            found = in_year(told.date.year)
        else:
            found = _of_row(told, in_year, ROW[rel]) if rel else choose_year(told, in_year, reach)
        return Days((found,), unit) if found else None

    return Meaning(tell)


def calendar_date(captures: Captures, params: Params) -> Meaning | None:
    """A day of a month: "6 februari 2024", "1e mei", "zondag 21 april", "3 en 4 maart"."""
    days = [value for kind, value in captures if kind in ("daynum", "dayord")]
    month = captured(captures, "month", "mon", "monthnum")
    number = captured(captures, "weekday", "weekpart")
    if params.get("two") and len(days) == 2 and days[1] - days[0] > 1:  # noqa: PLR2004 - two days
        return _two_dates(captures, days, params)
    if not all(day_of(2000, month, day) for day in days) or days != sorted(
        days
    ):  # 2000 has a leap day
        return None

    def in_year(year: int) -> Range | None:
        first, last = day_of(year, month, days[0]), day_of(year, month, days[-1])
        return (first[0], last[1]) if first and last else None

    def on_weekday(year: int) -> Range | None:
        found = in_year(year)
        wanted = number[0] if isinstance(number, tuple) else number
        return found if found and (found[0] - 1) % DAYS_A_WEEK + 1 == wanted else None

    unit = "day" if len(days) == 1 else "span"
    leap = _LEAP_REACH if (month, days[-1]) == (2, 29) else 1
    plain = _in_year(captures, in_year, unit, leap)
    if number is None or captured(captures, "yr") or plain.days is None:
        return plain
    loose = plain.days

    def tell(told: Told) -> Days | None:
        found = choose_year(told, on_weekday, 1)
        return one(*found) if found else loose(told)

    return Meaning(tell)


def _two_dates(captures: Captures, days: list[int], params: Params) -> Meaning | None:
    rest = tuple((kind, value) for kind, value in captures if kind not in ("daynum", "dayord"))
    made = [calendar_date((("daynum", day), *rest), {**params, "two": False}) for day in days]
    tellings = [each.days for each in made if each and each.days]
    if len(tellings) != len(days):
        return None

    def tell(told: Told) -> Days | None:
        found = [days for telling in tellings if (days := telling(told))]
        ranges = tuple(pair for days in found for pair in days.ranges)
        return Days(tuple(sorted(ranges)), "span") if ranges else None

    return Meaning(tell, all(each.absolute for each in made if each))


def full_date(captures: Captures, params: Params) -> Meaning | None:
    """A date in figures, day first as in Dutch: "6-2-2024" is 6 February."""
    del params
    year, month, day = captured(captures, "fulldate") or (
        captured(captures, "year"),
        captured(captures, "monthnum"),
        captured(captures, "daynum"),
    )
    found = day_of(year, month, day)
    return Meaning(lambda _: Days((found,)), absolute=True) if found else None


def month(captures: Captures, params: Params) -> Meaning:
    """A month: "mei 2018", "april vorig jaar", "in juni"."""
    del params
    number = captured(captures, "month", "mon")
    return _in_year(captures, lambda year: month_of(year, number), "month")


def year(captures: Captures, params: Params) -> Meaning:
    """A year, or two joined by a dash: "2018", "2011-2014"."""
    del params
    first, last = captured(captures, "years") or (captured(captures, "year", "shortyear"),) * 2
    unit = "year" if first == last else "span"
    ends = (year_of(first)[0], year_of(last)[1])
    meant = Days((ends,), unit) if first <= last else None
    return Meaning(lambda _: meant, absolute=True)


def decade(captures: Captures, params: Params) -> Meaning:
    """Ten years: "de jaren negentig"."""
    del params
    first = 1900 + captured(captures, "decade")
    if first < 1930:  # noqa: PLR2004 - "de jaren twintig": the last ones or these
        return Meaning(None)
    return Meaning(lambda _: one(year_of(first)[0], year_of(first + 9)[1], "decade"), absolute=True)


def season(captures: Captures, params: Params) -> Meaning:
    """A season, by whole months: "afgelopen zomer", "het najaar van 2019"."""
    del params
    first, last = captured(captures, "season")
    made = _in_year(captures, lambda year: months_of(year, first, last), "season")
    told_of = made.days

    def tell(told: Told) -> Days | None:
        found = told_of(told) if told_of else None
        return found.vague() if found else None

    return Meaning(tell, made.absolute)


def quarter(captures: Captures, params: Params) -> Meaning:
    """A quarter of a year: "het derde kwartaal van 2019"."""
    del params
    last = captured(captures, "quarter", "quartercode") * MONTHS_A_QUARTER
    first = last - MONTHS_A_QUARTER + 1
    return _in_year(captures, lambda year: months_of(year, first, last), "quarter")


def feast(captures: Captures, params: Params) -> Meaning:
    """A feast day: "Eerste Paasdag", "Koningsdag 2014"."""
    del params
    spec = captured(captures, "feast")
    return _in_year(captures, lambda year: _feast_in(year, spec), "day")


def _feast_in(year: int, spec: Mapping[str, Any]) -> Range:
    if "easter" in spec:
        first = easter(year) + spec["easter"]
    elif "nth" in spec:
        first = nth_weekday(year, *spec["nth"])
    else:
        first = date(year, *spec["fixed"]).toordinal()
    if spec.get("not_sunday") and first % DAYS_A_WEEK == 0:
        first -= 1
    return (first, first + spec.get("length", 1) - 1)


OPERATIONS: Mapping[str, Operation] = {
    operation.__name__: operation
    for operation in (
        weekday,
        calendar_date,
        full_date,
        month,
        year,
        decade,
        season,
        quarter,
        feast,
    )
}
