"""Operations for what lies on one side of a time: "van vóór 2010", "na 1 mei", "tot en met zondag", "binnen een week".

Captured words and the meanings of the expressions inside them in, a `Meaning` out. A side that ends at
publication is a stretch of days; one that is open keeps the days named, with a `Bearing`.

Example:
    "na 1 juli", told on 26 July 2024, is 2 to 26 July; told on 20 May it is any day after 1 July.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from wederhoor.extract.times.days import Days, Told, span, units_on
from wederhoor.extract.times.frames import around, inner_of
from wederhoor.extract.times.meanings import Captures, Meaning, Operation, Params, captured
from wederhoor.model import Bearing

_ANY = Told(date(2000, 1, 1).toordinal())


def since(captures: Captures, params: Params) -> Meaning | None:
    """From a time up to publication: "sinds 7 oktober"."""
    del params
    inner = inner_of(captures)

    def tell(told: Told) -> Days | None:
        days = inner[0](Told(told.day, ahead=False))  # what has lasted since then began before
        if days is None or days.bearing is not Bearing.AT:
            return None
        if days.low > told.day:
            return days.bounding(Bearing.FROM)
        return span(days.low, told.day, approximate=days.approximate)

    return Meaning(tell) if len(inner) == 1 else None


def starting(captures: Captures, params: Params) -> Meaning | None:
    """From a time on: "vanaf maandag"; up to publication when it has begun, else its begin."""
    del params

    def change(days: Days, told: Told) -> Days | None:
        if days.low > told.day:
            return days
        return span(days.low, told.day, approximate=days.approximate)

    return around(captures, change)


def until(captures: Captures, params: Params) -> Meaning | None:
    """Up to a time: "tot en met zondag"; from publication on when it is still to come."""
    del params

    def change(days: Days, told: Told) -> Days | None:
        if days.high < told.day:
            return days.bounding(Bearing.UNTIL)
        return span(told.day, days.high, approximate=days.approximate)

    return around(captures, change)


def after(captures: Captures, params: Params) -> Meaning | None:
    """After a time: "na 1 mei"; up to publication when it is past."""
    del params

    def change(days: Days, told: Told) -> Days | None:
        if days.high >= told.day:
            return days.bounding(Bearing.AFTER)
        return span(days.high + 1, told.day)

    return around(captures, change)


def bound(captures: Captures, params: Params) -> Meaning | None:
    """One side of a time, with the bearing that the rule gives: "van vóór 2010", "2018 of later"."""
    bearing = Bearing(params["bearing"])
    if params.get("dated") and not _is_full_date(captures):
        return None
    return around(captures, lambda days, _: days.bounding(bearing), absolute=True)


def _is_full_date(captures: Captures) -> bool:
    """Tell whether the expression inside is a day with its year."""
    inner: Meaning = captured(captures, "time")
    days = inner.days(_ANY) if inner.absolute and inner.days else None
    return days is not None and days.unit == "day"


def within(captures: Captures, params: Params) -> Meaning | None:
    """The days from publication to so many units on: "binnen drie dagen"; no days in what is past."""
    del params
    count, unit = captured(captures, "count"), captured(captures, "unit")
    if count[0] != int(count[0]):
        return None

    def tell(told: Told) -> Days | None:
        if told.ahead is False:
            return None
        return span(told.day, units_on(told.day, unit, int(count[1])))

    return Meaning(tell)


OPERATIONS: Mapping[str, Operation] = {
    operation.__name__: operation for operation in (since, starting, until, after, bound, within)
}
