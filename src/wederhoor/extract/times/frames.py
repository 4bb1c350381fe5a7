"""Operations for expressions around others: "sinds ...", "tussen ... en ...", "eind ...", offsets.

Captured words and the meanings of the expressions inside them in, a `Meaning` out.

Example:
    "sinds april", told on 4 July 2019, is 1 April to 4 July 2019.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from wederhoor.extract.times.days import (
    DAYS_A_WEEK,
    Days,
    Told,
    nth_weekday,
    one,
    part_of,
    same_day,
    span,
    units_on,
    week_of,
)
from wederhoor.extract.times.lasting import clock_value
from wederhoor.extract.times.meanings import (
    Captures,
    Meaning,
    Operation,
    Params,
    Telling,
    captured,
)
from wederhoor.model import Bearing

_OFFSET_DAYS: Mapping[str, tuple[int, float]] = {
    # days a unit, and the slack of one: "een week later" is not to the day
    "day": (1, 0),
    "week": (7, 3),
    "month": (30, 10),
    "year": (365, 120),
}


def inner_of(captures: Captures) -> list[Telling]:
    """Return the meanings of the expressions inside, as far as they have days."""
    return [value.days for kind, value in captures if kind == "time" and value.days]


def _absolute(captures: Captures) -> bool:
    return all(value.absolute for kind, value in captures if kind == "time")


def around(
    captures: Captures, change: Callable[[Days, Told], Days | None], *, absolute: bool = False
) -> Meaning | None:
    """Make the meaning of a frame around one expression; None around what has no days itself.

    Args:
        captures: the words of the frame, with the expression in it.
        change: what the frame makes of its days.
        absolute: whether the frame leaves a calendar date one.
    """
    inner = inner_of(captures)
    if len(inner) != 1:
        return None

    def tell(told: Told) -> Days | None:
        days = inner[0](told)
        return change(days, told) if days and days.bearing is Bearing.AT else None

    return Meaning(tell, absolute and _absolute(captures))


def same(captures: Captures, params: Params) -> Meaning | None:
    """The expression itself, with a clock or a part of the day; a night runs into the next day."""
    del params
    night = captured(captures, "hours", "parts") == "night"

    def change(days: Days, _: Told) -> Days:
        return one(days.low, days.high + 1, "night") if night and days.unit == "day" else days

    made = around(captures, change, absolute=True)
    return replace(made, value=clock_value(captures)) if made else None


def night(captures: Captures, params: Params) -> Meaning | None:
    """A night: "de nacht van dinsdag op woensdag", "de nacht op zondag", "de nacht van zaterdag"."""
    inner = inner_of(captures)
    if len(inner) == 2:  # noqa: PLR2004 - from a day to the next
        first, second = inner

        def tell(told: Told) -> Days | None:
            after = second(told)
            before = first(Told(after.low, ahead=False)) if after else None
            if not after or not before or before.low != after.low - 1:
                return None
            return one(before.low, after.low, "night")

        return Meaning(tell, _absolute(captures))
    low, high = (-1, 0) if params.get("into") else (0, 1)
    return around(
        captures, lambda days, _: one(days.low + low, days.low + high, "night"), absolute=True
    )


def night_between(captures: Captures, params: Params) -> Meaning | None:
    """A night between two days of one month: "de nacht van 3 op 4 maart"."""
    del params
    inner, day = inner_of(captures), captured(captures, "daynum")

    def change(days: Days, _: Told) -> Days | None:
        before = one(days.low - 1, days.low, "night")
        return before if Told(before.low).date.day == day else None

    return around(captures, change, absolute=True) if inner else None


def portion(captures: Captures, params: Params) -> Meaning | None:
    """The begin, middle or end of a period: "eind maart", "medio 2024", "begin deze week"."""
    del params
    which = captured(captures, "portion")
    return around(captures, lambda days, _: part_of(days, which), absolute=True)


def first_units(captures: Captures, params: Params) -> Meaning | None:
    """The first so many days, weeks or months of a period: "de eerste drie maanden van 2019"."""
    del params
    count, unit = captured(captures, "count"), captured(captures, "units")
    number = int(count[1])

    def change(days: Days, _: Told) -> Days | None:
        if unit in ("day", "week"):
            end = days.low + number * _OFFSET_DAYS[unit][0] - 1
        else:
            end = same_day(days.low, number * (1 if unit == "month" else 12)) - 1
        return span(days.low, min(end, days.high))

    return around(captures, change, absolute=True)


def week_around(captures: Captures, params: Params) -> Meaning | None:
    """The week that a day is in: "de week van 10 april"."""
    del params

    def change(days: Days, _: Told) -> Days | None:
        return one(*week_of(days.low), "week") if days.unit in ("day", "span") else None

    return around(captures, change, absolute=True)


def nth_week(captures: Captures, params: Params) -> Meaning | None:
    """The first, second ... or last seven days of a period: "de eerste week van april"."""
    del params
    number: int | None = captured(captures, "dayord")

    def change(days: Days, _: Told) -> Days | None:
        if days.high - days.low < DAYS_A_WEEK:
            return None
        if days.unit == "year":  # the weeks of a year have numbers (ISO 8601)
            monday = week_of(days.low + 3)[0] if number else week_of(days.high - 3)[0]
            return one(*week_of(monday + ((number or 1) - 1) * DAYS_A_WEEK), "week")
        low = days.high + 1 if number is None else days.low + number * DAYS_A_WEEK
        return span(low - DAYS_A_WEEK, min(low - 1, days.high))

    return around(captures, change, absolute=True)


def nth_weekday_in(captures: Captures, params: Params) -> Meaning | None:
    """One weekday of a month: "de eerste vrijdag van juli", "de laatste maandag in april"."""
    del params
    weekday, number = captured(captures, "weekday"), captured(captures, "dayord") or 0

    def change(days: Days, _: Told) -> Days | None:
        here = Told(days.low).date
        day = nth_weekday(here.year, here.month, weekday, number)
        return one(day) if days.unit == "month" and days.low <= day <= days.high else None

    return around(captures, change, absolute=True)


def week_from(captures: Captures, params: Params) -> Meaning | None:
    """The seven days from a day on: "de week beginnend op 4 februari"."""
    del params
    return around(captures, lambda days, _: span(days.low, days.low + 6), absolute=True)


def weekend_around(captures: Captures, params: Params) -> Meaning | None:
    """The weekend that a day is in: "het weekend van 3 maart"."""
    del params
    friday = 4  # days after Monday
    return around(
        captures,
        lambda days, _: one(week_of(days.low)[0] + friday + 1, week_of(days.low)[1], "weekend"),
        absolute=True,
    )


def earlier(captures: Captures, params: Params) -> Meaning | None:
    """The part of a period before publication: "eerder deze week"."""
    del params

    def change(days: Days, told: Told) -> Days | None:
        if days.unit == "day" or not days.low < told.day <= days.high:
            return days
        return span(days.low, told.day - 1)

    return around(captures, change)


def later(captures: Captures, params: Params) -> Meaning | None:
    """The part of a period after publication: "later dit jaar"."""
    del params

    def change(days: Days, told: Told) -> Days | None:
        if days.unit == "day" or not days.low <= told.day < days.high:
            return days
        return span(told.day + 1, days.high)

    return around(captures, change)


def about(captures: Captures, params: Params) -> Meaning | None:
    """With vague bounds: "rond 5 maart"."""
    del params
    return around(captures, lambda days, _: days.vague(), absolute=True)


def between(captures: Captures, params: Params) -> Meaning | None:
    """From one time to another, both included: "van 3 mei tot 5 juni", "tussen 2011 en 2014"."""
    del params
    ends = [value for kind, value in captures if kind == "time"]
    if len(ends) != 2 or not all(end.days for end in ends):  # noqa: PLR2004 - two ends
        return None
    start, stop = ends

    def tell(told: Told) -> Days | None:
        first, last = start.days(told), stop.days(told)
        if first and last and stop.absolute and not start.absolute:
            first = start.days(Told(last.high, ahead=False))  # "van januari tot april 2015"
        elif first and last and last.low < first.low:
            last = stop.days(Told(first.high, ahead=True))
        return span(first.low, last.high) if first and last else None

    return Meaning(tell, _absolute(captures))


def up_to_now(captures: Captures, params: Params) -> Meaning | None:
    """Between a time and publication: "tussen nu en 2030", "tussen 1 juni en nu"."""
    del params
    return around(
        captures,
        lambda days, told: (
            span(min(days.low, told.day), max(told.day, days.high))
            if not days.low < told.day < days.high
            else None
        ),
    )


def both(captures: Captures, params: Params) -> Meaning | None:
    """Either of two: "in 2014 en 2016"."""
    del params
    ends = [value for kind, value in captures if kind == "time"]
    if len(ends) != 2 or not all(end.days for end in ends):  # noqa: PLR2004 - two
        return None

    def tell(told: Told) -> Days | None:
        first, second = ends[0].days(told), ends[1].days(told)
        if not first or not second or first.unit != second.unit:
            return None
        return Days(first.ranges + second.ranges, "span")

    return Meaning(tell, _absolute(captures))


def counted_from(captures: Captures, params: Params) -> Meaning | None:
    """A number of units from a time: "drie dagen na Pasen", "een week voor 1 mei"."""
    offset = _offset(captures, params["sign"])
    vague = offset[0] != offset[1]
    return around(
        captures,
        lambda days, _: span(days.low + offset[0], days.high + offset[1], approximate=vague),
        absolute=True,
    )


def counted_bound(captures: Captures, params: Params) -> Meaning | None:
    """More or less than a number of units from a time: "meer dan twee weken na 1 mei"."""
    sign = params["sign"]
    unit, count = captured(captures, "unit"), captured(captures, "count")
    more = captured(captures, "moreless") == "more"
    if count[0] != int(count[0]):
        return None

    def change(days: Days, _: Told) -> Days | None:
        far = units_on(days.high if sign > 0 else days.low, unit, sign * int(count[0]))
        if more:
            return one(far).bounding(Bearing.FROM if sign > 0 else Bearing.UNTIL)
        return span(min(far, days.low), max(far, days.high))

    return around(captures, change, absolute=True)


def event(captures: Captures, params: Params) -> Meaning:
    """A number of units from another event: "een dag eerder", "twee weken later", "de dag erna"."""
    given = params.get("offset")
    offset = tuple(given) if given else _offset(captures, params["sign"])
    if params.get("within"):
        offset = (
            0,
            captured(captures, "count")[1]
            * _OFFSET_DAYS.get(captured(captures, "unit"), (1, 0))[0],
        )
    bearing = Bearing(params.get("bearing", "at"))
    return Meaning(None, offset=offset, bearing=bearing, named=params.get("named", False))


def _offset(captures: Captures, sign: int) -> tuple[int, int]:
    count, unit = captured(captures, "count"), captured(captures, "unit", "shortunit", "hour")
    if unit not in _OFFSET_DAYS:
        return (0, 1) if sign > 0 else (-1, 0)
    days, slack = _OFFSET_DAYS[unit]
    low, high = count or (1, 1)
    near, far = round(low * days - slack), round(high * days + slack)
    return (near, far) if sign > 0 else (-far, -near)


def none(captures: Captures, params: Params) -> Meaning:
    """Only looks like a time: "elke zondag", "vandaag de dag"."""
    del captures, params
    return Meaning(None)


OPERATIONS: Mapping[str, Operation] = {
    operation.__name__: operation
    for operation in (
        same,
        night,
        night_between,
        portion,
        first_units,
        week_around,
        nth_week,
        weekend_around,
        nth_weekday_in,
        week_from,
        earlier,
        later,
        about,
        between,
        up_to_now,
        both,
        counted_from,
        counted_bound,
        event,
        none,
    )
}
