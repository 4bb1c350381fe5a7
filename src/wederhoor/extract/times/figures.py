"""Times written in figures, in one token: "6-2-2024", "22/04", "11-2016", "19-20", "2014-2018", "11:36".

A token in lower case in, its readings out: the class, and what it stands for. Day first, as in Dutch.

Example:
    `readings("6-2-2024")` is one `fulldate`, 6 February 2024; `readings("2018")` a `year`, a `yr`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

FIRST_YEAR, LAST_YEAR = 1800, 2100
_FIRST_DATED_YEAR = 1500  # with a month before it, an older number is a year too
_MAX_COUNT = 999
_TWO_DIGIT_PIVOT = 50  # '24 is 2024, '68 is 1968
_DAYS_A_MONTH, _WEEKS_A_YEAR, _MONTHS_A_YEAR = 31, 53, 12

_DAY_FIRST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)$")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d\d)-(\d\d)$")
_NAMED_MONTH = re.compile(r"(\d{1,2})[-/]([a-z]{3,9})(?:[-/](\d{4}))?$")
_DAY_MONTH = re.compile(r"(\d{1,2})([-/])(\d{1,2})$")
_MONTH_YEAR = re.compile(r"(\d{1,2})[-/](\d{4})$")
_YEAR_MONTH = re.compile(r"(\d{4})[-/.](\d{1,2})$")
_NAMED_MONTH_YEAR = re.compile(r"([a-z]{3,9})[-/](\d{4})$")
_MONTHS = re.compile(r"([a-z]{3,9})[-–]([a-z]{3,9})$")
_DAYS = re.compile(r"(\d{1,2})[-–](\d{1,2})$")
_ORDINAL = re.compile(r"(\d{1,2})(?:e|ste|de)$")
_CLOCK = re.compile(r"(?:[01]?\d|2[0-4])[.:u]\d\d(?:[.:]\d\d)?u?$")
_YEARS = re.compile(r"(\d{4})[-–/~](\d{4})$")
_DECIMAL = re.compile(r"\d{1,3},\d$")
_SHORT_YEAR = re.compile(r"['’‘](\d\d)$")

KINDS = frozenset(
    [
        "yr", "year", "shortyear", "daynum", "monthnum", "clockhour", "clock", "fulldate", "years",
        "daymonth", "surely", "slashed", "weeknum", "monthyear", "days", "months", "nth", "count",
    ]
)  # fmt: skip
"""The classes that figures can be of."""

Reading = tuple[str, Any]
Names = Mapping[str, int]


def readings(lower: str, months: Names) -> tuple[Reading, ...]:
    """Return every reading of a token, given the names of the months and their numbers."""
    if not lower[:1].isalpha() or "-" in lower or "–" in lower or "/" in lower:
        return _readings(lower, tuple(months.items()))
    return ()


@lru_cache(maxsize=4096)
def _readings(lower: str, months: tuple[tuple[str, int], ...]) -> tuple[Reading, ...]:
    named = dict(months)
    if lower[:1].isalpha():
        return tuple(_of_named_months(lower, named))
    if lower.isdecimal() and lower.isascii():
        return tuple(_of_number(int(lower), len(lower)))
    if match := _SHORT_YEAR.match(lower):
        year = _full_year(int(match[1]))
        return (("yr", ("absolute", year)), ("shortyear", year))
    if match := _ORDINAL.match(lower):
        day = int(match[1])
        return (("dayord", day), ("nth", day)) if 1 <= day <= _DAYS_A_MONTH else ()
    if match := _DECIMAL.match(lower):
        count = float(lower.replace(",", "."))
        return (("count", (count, count)),)
    return tuple(_of_marks(lower, named))


def _of_number(value: int, digits: int) -> Iterator[Reading]:
    if value <= _MAX_COUNT:
        yield "count", (value, value)
    if 1 <= value <= _DAYS_A_MONTH and digits <= 2:  # noqa: PLR2004 - "06" is a day, "006" is not
        yield "daynum", value
        yield "clockhour", value
    if 1 <= value <= _WEEKS_A_YEAR:
        yield "weeknum", value
    if 1 <= value <= _MONTHS_A_YEAR:
        yield "monthnum", value
    if FIRST_YEAR <= value <= LAST_YEAR:
        yield "year", value
    if _FIRST_DATED_YEAR <= value <= LAST_YEAR:
        yield "yr", ("absolute", value)


def _of_marks(lower: str, named: Names) -> Iterator[Reading]:
    if _CLOCK.match(lower):
        yield "clock", lower
    if (match := _YEARS.match(lower)) and _is_year(match[1]) and _is_year(match[2]):
        yield "years", (int(match[1]), int(match[2]))
    if (match := _DAYS.match(lower)) and 0 < int(match[1]) < int(match[2]) <= _DAYS_A_MONTH:
        yield "days", (int(match[1]), int(match[2]))
    if written := _full_date(lower, named):
        yield "fulldate", written
    yield from _of_two_parts(lower, named)


def _of_two_parts(lower: str, named: Names) -> Iterator[Reading]:
    """Read day and month, or month and year."""
    if match := _DAY_MONTH.match(lower):
        day, month = int(match[1]), int(match[3])
        if _fits(day, month):
            yield "daymonth", (day, month)
            if match[3][0] == "0" and day > _MONTHS_A_YEAR:  # no fraction, score or season
                yield "surely", (day, month)
            if match[2] == "/" and day > _MONTHS_A_YEAR:
                yield "slashed", (day, month)
    elif (match := _NAMED_MONTH.match(lower)) and not match[3] and match[2] in named:
        yield "surely", (int(match[1]), named[match[2]])
    elif (match := _MONTH_YEAR.match(lower)) and _is_year(match[2]) and _fits(1, int(match[1])):
        yield "monthyear", (int(match[2]), int(match[1]))
    elif (match := _YEAR_MONTH.match(lower)) and _is_year(match[1]) and _fits(1, int(match[2])):
        yield "monthyear", (int(match[1]), int(match[2]))


def _of_named_months(lower: str, named: Names) -> Iterator[Reading]:
    """Read "dec-2018" and "juni-augustus"."""
    if match := _NAMED_MONTH_YEAR.match(lower):
        if match[1] in named and _is_year(match[2]):
            yield "monthyear", (int(match[2]), named[match[1]])
    elif (match := _MONTHS.match(lower)) and match[1] in named and match[2] in named:
        yield "months", (named[match[1]], named[match[2]])


def _full_date(lower: str, named: Names) -> tuple[int, int, int] | None:
    if match := _YEAR_FIRST.match(lower):
        year, month, day = map(int, match.groups())
    elif match := _DAY_FIRST.match(lower):
        day, month, year = int(match[1]), int(match[3]), int(match[4])
        if len(match[4]) == 2:  # noqa: PLR2004 - two digits
            if match[2] == ".":
                return None  # "1.12.30" is a time or a number, not a date
            year = _full_year(year)
    elif (match := _NAMED_MONTH.match(lower)) and match[3]:
        day, month, year = int(match[1]), named.get(match[2], 0), int(match[3])
    else:
        return None
    return (year, month, day) if _fits(day, month) and _is_year(str(year)) else None


def _fits(day: int, month: int) -> bool:
    return 1 <= day <= _DAYS_A_MONTH and 1 <= month <= _MONTHS_A_YEAR


def _full_year(short: int) -> int:
    return short + (2000 if short < _TWO_DIGIT_PIVOT else 1900)


def _is_year(text: str) -> bool:
    return FIRST_YEAR <= int(text) <= LAST_YEAR
