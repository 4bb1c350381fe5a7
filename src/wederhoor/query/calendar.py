"""Days in words: "8 jan 2020", "7–8 jan 2020", "rond juli 2019", in the reader's language.

Example:
    `days_in_words(DaySet.from_edtf("2020-01-07/2020-01-08"), Labels("nl"))` is "7–8 jan 2020".
"""

from __future__ import annotations

from datetime import date

from wederhoor.model import DaySet
from wederhoor.resources.labels import Labels

_LISTED = 4  # more loose days than this are counted, not listed


def days_in_words(days: DaySet, labels: Labels) -> str:
    """Return a set of days as a person would write it, with every uncertainty kept."""
    parts = [_stretch(low, high, labels) for low, high in days.ranges]
    if len(parts) == 1:
        words = parts[0]
    elif len(parts) <= _LISTED:
        words = f"{', '.join(parts[:-1])} {labels['cli.days.or']} {parts[-1]}"
    else:
        reach = _stretch(days.ranges[0][0], days.ranges[-1][1], labels)
        words = labels.fill("cli.days.one_of", n=len(days), reach=reach)
    return labels.fill("cli.days.about", days=words) if days.approximate else words


def _stretch(low: int, high: int, labels: Labels) -> str:
    first, last = date.fromordinal(low), date.fromordinal(high)
    if low == high:
        return _day(first, labels)
    if DaySet.year(first.year).ranges == ((low, high),):
        return str(first.year)
    if DaySet.month(first.year, first.month).ranges == ((low, high),):
        return f"{_month(first, labels)} {first.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_day(last, labels)}"
    if first.year == last.year:
        return f"{first.day} {_month(first, labels)} – {_day(last, labels)}"
    return f"{_day(first, labels)} – {_day(last, labels)}"


def _day(day: date, labels: Labels) -> str:
    return f"{day.day} {_month(day, labels)} {day.year}"


def _month(day: date, labels: Labels) -> str:
    return labels[f"cli.month.{day.month}"]
