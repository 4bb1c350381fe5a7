"""Operations for times by the calendar: weekdays, dates, months, years, seasons, feast days.

Captured words in, a `Meaning` out; see `wederhoor.extract.times.meanings`.

Example:
    "1 mei", told on 26 July 2024, is 1 May 2024.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from wederhoor.extract.times.days import (
    DAYS_A_WEEK,
    MONTHS_A_QUARTER,
    Days,
    Range,
    Told,
    choose_year,
    day_of,
    month_of,
    months_of,
    one,
    span,
    week_of,
    weekday_near,
    year_of,
)
from wederhoor.extract.times.meanings import ROW, Captures, Meaning, Operation, Params, captured

_MONTHS_AROUND = 12
_AGAINST = 8
_TWO_DIGITS = 99
_UNCLEAR_BEFORE = 30
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


def in_year_of(
    captures: Captures, in_year: Callable[[int], Range | None], unit: str, reach: int = 1
) -> Meaning:
    """Make the meaning of something that comes once a year, in the year that the words give."""
    year, rel = captured(captures, "year"), captured(captures, "rel")
    which = ("absolute", year) if year else captured(captures, "yr")
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
    days += captured(captures, "days") or ()
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
    plain = in_year_of(captures, in_year, unit, leap)
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
    year, month, day = (
        params.get("date")
        or captured(captures, "fulldate")
        or (
            captured(captures, "year"),
            captured(captures, "monthnum"),
            captured(captures, "daynum"),
        )
    )
    found = day_of(year, month, day)
    return Meaning(lambda _: Days((found,)), absolute=True) if found else None


def short_date(captures: Captures, params: Params) -> Meaning | None:
    """A day and month in figures: "22/04", "vrijdag 22-4"; without a weekday 3-1 is rather a score."""
    del params
    day, number = captured(captures, "surely", "slashed", "daymonth")
    weekday_ = [(kind, value) for kind, value in captures if kind in ("weekday", "yr")]
    return calendar_date((*weekday_, ("daynum", day), ("month", number)), {})


def short_span(captures: Captures, params: Params) -> Meaning | None:
    """Days from one date in figures to another: "van 25-10 tot 25-1"."""
    del params
    first, last = (value for kind, value in captures if kind == "daymonth")

    def in_year(year: int) -> Range | None:
        end = day_of(year, last[1], last[0])
        begin = day_of(year - ((last[1], last[0]) < (first[1], first[0])), first[1], first[0])
        return (begin[0], end[1]) if begin and end else None

    return in_year_of((), in_year, "span")


def day_number(captures: Captures, params: Params) -> Meaning | None:
    """A day of the month without the month: "op de 15e", "vrijdag de 15e", "de 20e van volgende maand"."""
    del params
    numbers = [value for kind, value in captures if kind in ("nth", "dayord", "daynum")]
    number, last = captured(captures, "days") or (numbers[0], numbers[-1])
    weekday_, rel = captured(captures, "weekday"), captured(captures, "rel")

    def tell(told: Told) -> Days | None:
        here = told.date
        around = (ROW[rel],) if rel else range(-_MONTHS_AROUND, _MONTHS_AROUND)
        found = [_day_in(here.year, here.month + k, number) for k in around]
        fits = [day for day in found if day and weekday_ in (None, (day - 1) % DAYS_A_WEEK + 1)]
        best = min(fits, key=lambda day: _strangeness(day, told), default=None)
        if best is None:
            return None
        return one(best) if last == number else span(best, best + last - number)

    return Meaning(tell)


def _strangeness(day: int, told: Told) -> int:
    """Return how far off a day is: what lies on the side not told counts double or more."""
    ahead = day > told.day
    against = told.ahead is not None and ahead is not told.ahead and day != told.day
    return abs(day - told.day) * (_AGAINST if against else 1 + ahead * (told.ahead is None))


def _day_in(year: int, month: int, number: int) -> int | None:
    low, high = month_of(year, month)
    return low + number - 1 if low + number - 1 <= high else None


def month(captures: Captures, params: Params) -> Meaning:
    """A month: "mei 2018", "april vorig jaar", "in juni"."""
    del params
    if written := captured(captures, "monthyear"):
        return Meaning(lambda _: one(*month_of(*written), unit="month"), absolute=True)
    first, last = (
        captured(captures, "months") or (captured(captures, "month", "mon", "monthnum"),) * 2
    )
    if first == last:
        return in_year_of(captures, lambda year: month_of(year, first), "month")
    over = last < first  # "nov-feb 2017" begins the year before
    return in_year_of(
        captures, lambda year: months_of(year - over, first, last + 12 * over), "span"
    )


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
    named = captured(captures, "decade")
    first = named if named > _TWO_DIGITS else 1900 + named
    if named < _UNCLEAR_BEFORE:  # "de jaren twintig": the last ones or these
        return Meaning(None)
    return Meaning(lambda _: one(year_of(first)[0], year_of(first + 9)[1], "decade"), absolute=True)


def century(captures: Captures, params: Params) -> Meaning:
    """A century, by its first figures: "de 15e eeuw" is 14XX."""
    del params
    first = 100 * (captured(captures, "dayord", "nth") - 1)
    if first < 100:  # noqa: PLR2004 - the first century has a year 0 that dates do not have
        return Meaning(None)
    return Meaning(
        lambda _: one(year_of(first)[0], year_of(first + 99)[1], "century"), absolute=True
    )


def season(captures: Captures, params: Params) -> Meaning:
    """A season, by whole months: "afgelopen zomer", "het najaar van 2019"."""
    del params
    first, last = captured(captures, "season")
    made = in_year_of(captures, lambda year: months_of(year, first, last), "season")
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
    return in_year_of(captures, lambda year: months_of(year, first, last), "quarter")


OPERATIONS: Mapping[str, Operation] = {
    operation.__name__: operation
    for operation in (
        weekday,
        calendar_date,
        full_date,
        month,
        year,
        short_date,
        short_span,
        day_number,
        decade,
        century,
        season,
        quarter,
    )
}
