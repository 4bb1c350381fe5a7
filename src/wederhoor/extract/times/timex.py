"""TIMEX3 as a view of a time expression (ISO 24617-1), for those who compare or exchange annotations.

A `TimeMention` in, a `Timex` out. The mention holds more: a set of days, the least and most days from an
event. What TIMEX3 cannot say in a value, such as a stretch that is no calendar unit, stands in its ends.

Example:
    "vorige week", told on 26 July 2024, is a DATE with value `2024-W29`; "van vóór 2010" one with value
    `2010` and mod `BEFORE`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wederhoor.model import Bearing, DaySet, TimeKind, TimeMention

_DAYS_A_WEEK = 7
_WEEKEND = (6, 7)  # ISO weekdays
_MODS = {
    Bearing.BEFORE: "BEFORE",
    Bearing.UNTIL: "ON_OR_BEFORE",
    Bearing.FROM: "ON_OR_AFTER",
    Bearing.AFTER: "AFTER",
}


@dataclass(frozen=True, slots=True)
class Timex:
    """The attributes of one TIMEX3 element; empty where it has none.

    Attributes:
        type: DATE, TIME, DURATION or SET.
        value: the value in ISO 8601 form, with an X for each figure that is not known.
        mod: BEFORE, AFTER, ON_OR_BEFORE, ON_OR_AFTER or APPROX.
        begin: first day of a stretch that no value names.
        end: last day of it.
    """

    type: str
    value: str
    mod: str = ""
    begin: str = ""
    end: str = ""


def timex(mention: TimeMention) -> Timex:
    """Return a time expression as TIMEX3 writes it."""
    if mention.kind is not TimeKind.DATE:
        return Timex(mention.kind.value, mention.value)
    if mention.days is None:
        return Timex("DATE", "XXXX-XX-XX", _MODS.get(mention.bearing, ""))
    days = mention.days
    mod = _MODS.get(mention.bearing) or ("APPROX" if days.approximate else "")
    value = _unit(days)
    if value or len(days.ranges) > 1:
        kind = "TIME" if mention.value and days.exact else "DATE"
        clock = mention.value.partition(" ")[0] if kind == "TIME" else ""
        return Timex(kind, (value or _common(days)) + clock, mod)
    ends = (days.first.isoformat(), days.last.isoformat())
    return Timex("DATE", _common(days), mod, *ends)


def _unit(days: DaySet) -> str:
    """Return the day, week, weekend, month, year, decade or century that the days are, "" for none."""
    first, last = days.first, days.last
    if len(days.ranges) > 1:
        return ""
    if len(days) == _DAYS_A_WEEK and first.isoweekday() == 1:
        return f"{first:%G}-W{first:%V}"
    if len(days) == len(_WEEKEND) and first.isoweekday() == _WEEKEND[0]:
        return f"{first:%G}-W{first:%V}-WE"
    for years in (10, 100):
        start = first.year - first.year % years
        if (first, last) == (date(start, 1, 1), date(start + years - 1, 12, 31)):
            return str(start // years)
    plain = DaySet(days.ranges).edtf()
    return "" if "/" in plain else plain


def _common(days: DaySet) -> str:
    """Return what all the days share, with an X for each figure that they do not."""
    first, last = days.first.isoformat(), days.last.isoformat()
    same = 0
    while same < len(first) and first[same] == last[same]:
        same += 1
    return first[:same] + "".join("-" if mark == "-" else "X" for mark in first[same:])
