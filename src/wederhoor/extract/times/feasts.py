"""Feast days, by the Western, the Orthodox and the Islamic calendar.

Captured words in, a `Meaning` out; how a feast is reckoned stands in `resources/nl/time_words.yaml`.

Example:
    "Suikerfeest", told on 20 May 2020, is 23 to 27 May, approximately: a day more at either side, for the moon is sighted.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from wederhoor.extract.times.days import (
    DAYS_A_WEEK,
    Days,
    Range,
    Told,
    easter,
    nth_weekday,
    span,
)
from wederhoor.extract.times.frames import around
from wederhoor.extract.times.meanings import Captures, Meaning, Operation, Params, captured
from wederhoor.extract.times.points import in_year_of

_HIJRA = date(622, 7, 19).toordinal()  # 1 Muharram of the year 1, 16 July in the Julian calendar
_ISLAMIC_CYCLE_DAYS, _ISLAMIC_CYCLE_YEARS = 10_631, 30
_JULIAN_DRIFT = 13  # days, from 1900 to 2099


def feast(captures: Captures, params: Params) -> Meaning:
    """A feast day: "Eerste Paasdag", "Koningsdag 2014", "het Suikerfeest"."""
    del params
    spec = captured(captures, "feast")
    made = in_year_of(captures, lambda year: _feast_in(year, spec), "day")
    telling = made.days
    if "islamic" not in spec or telling is None:
        return made

    def tell(told: Told) -> Days | None:
        found = telling(told)
        return found and span(found.low - 1, found.high + 1, approximate=True)

    return Meaning(tell, made.absolute)


def feast_of(captures: Captures, params: Params) -> Meaning | None:
    """A feast day of a year told otherwise: "Koningsdag van tien jaar geleden"."""
    del params
    spec = captured(captures, "feast")
    if captured(captures, "time").absolute:
        return None

    def change(days: Days, _: Told) -> Days | None:
        first, last = date.fromordinal(days.low), date.fromordinal(days.high)
        found = _feast_in(first.year, spec) if first.year == last.year else None
        return Days((found,)) if found else None

    return around(captures, change, absolute=True)


def _feast_in(year: int, spec: Mapping[str, Any]) -> Range | None:
    kind = next(key for key in _RECKONINGS if key in spec)
    first = _RECKONINGS[kind](year, spec[kind])
    if first is None:
        return None
    if spec.get("not_sunday") and first % DAYS_A_WEEK == 0:
        first -= 1
    return (first, first + spec.get("length", 1) - 1)


def _islamic(year: int, month_and_day: tuple[int, int]) -> int | None:
    """Return the first such day of the tabular Islamic calendar in a year (leap years 2, 5, 7 ...).

    Source: E. M. Reingold and N. Dershowitz, *Calendrical Calculations*, the arithmetical calendar.
    """
    month, day = month_and_day
    first = date(year, 1, 1).toordinal()
    hijri = (_ISLAMIC_CYCLE_YEARS * (first - _HIJRA) + 10_646) // _ISLAMIC_CYCLE_DAYS
    for turn in (hijri, hijri + 1):
        at = (
            _HIJRA
            - 1
            + (turn - 1) * 354
            + (3 + 11 * turn) // 30
            + 29 * (month - 1)
            + month // 2
            + day
        )
        if at >= first:
            return at if date.fromordinal(at).year == year else None
    return None


def orthodox_easter(year: int) -> int:
    """Return Easter Sunday of the Eastern churches (Meeus, Julian), as an ordinal, for 1900 to 2099."""
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1).toordinal() + _JULIAN_DRIFT


_RECKONINGS: Mapping[str, Callable[[int, Any], int | None]] = {
    "easter": lambda year, days: easter(year) + days,
    "orthodox": lambda year, days: orthodox_easter(year) + days,
    "nth": lambda year, nth: nth_weekday(year, *nth),
    "fixed": lambda year, when: date(year, *when).toordinal(),
    "islamic": _islamic,
}

OPERATIONS: Mapping[str, Operation] = {"feast": feast, "feast_of": feast_of}
