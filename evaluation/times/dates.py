"""Days read beside days expected: the date cases of Recognizers-Text.

What is asked of a case is a day or something coarser (`date`, `daterange`); clocks, durations and
repetitions are judged by whether their words are found. The cases were made for a diary, not for news,
so a reading is right when it is one of the values that are given, past or coming, and

- an open end ("sinds 7 oktober") is closed by the day on which it is said;
- a last day, month or year may be in or out: "van 2014 tot 2018" ends with 2017 for the one and with 2018
  for the other; so may the day itself at the begin of "de komende drie dagen";
- an approximate reading ("twee weken geleden") is right when it holds the day that is given.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from evaluation.times.specs import Case, Expected, cases
from evaluation.times.verdict import Verdict
from wederhoor.extract.times import read_expressions
from wederhoor.language import Pipeline
from wederhoor.model import Analysis, Bearing, DaySet, TimeMention

FILES = ("DateTimeModel", "MergedParser", "DateParser", "DatePeriodParser", "HolidayParser")
_DAYS = frozenset({"date", "daterange"})
_DAY = timedelta(1)
_NO_DAY = "0001-01-01"
_WIDEST = 400  # days: an approximate reading wider than this says too little to be right


def judge(shared: Path, pipeline: Pipeline, files: tuple[str, ...] = FILES) -> Iterator[Verdict]:
    """Yield the verdict on every day or stretch of days that the cases expect."""
    for file in files:
        found = list(cases(shared, "DateTime", file))
        for case, analysis in zip(
            found, pipeline.analyse_many(case.text for case in found), strict=True
        ):
            read = read_expressions(analysis, DaySet.day(case.said))
            for expected in case.expected:
                if expected.kind in _DAYS and _is_resolved(expected):
                    yield _verdict(case, expected, analysis, read)


def _is_resolved(expected: Expected) -> bool:
    """Tell whether days are given at all; "deze zomer" and "31 november" have none there."""
    given = all(end == "" or end[:1].isdigit() for value in expected.values for end in value)
    return given and all(any(value) and value[0] != _NO_DAY for value in expected.values)


def _verdict(
    case: Case, expected: Expected, analysis: Analysis, read: tuple[TimeMention, ...]
) -> Verdict:
    own = [one for one in read if one.days is not None and _overlaps(analysis, one, expected)]
    right = len(own) == 1 and any(
        fits(own[0], value, case.said, day=expected.kind == "date") for value in expected.values
    )
    return Verdict(
        case.name,
        case.text[expected.first : expected.stop],
        right,
        " ".join(one.edtf() for one in own) or "nothing",
        " or ".join("/".join(dict.fromkeys(value)) for value in expected.values),
    )


def _overlaps(analysis: Analysis, mention: TimeMention, expected: Expected) -> bool:
    span = analysis.span(mention.first, mention.stop)
    return span.start < expected.stop and span.end > expected.first


def fits(read: TimeMention, value: tuple[str, str], said: date, *, day: bool) -> bool:
    """Tell whether the days of an expression are those of one expected value."""
    days = read.days
    if days is None:
        return False
    first = date.fromisoformat(value[0][:10]) if value[0] else None
    last = date.fromisoformat(value[1][:10]) if value[1] else None
    if read.bearing is not Bearing.AT:
        return _bounds(read, days, first, last)
    if not first or not last:
        return _is_open(days, first, last, said)
    return _is_closed(days, (first, last), said, day=day)


def _is_closed(days: DaySet, value: tuple[date, date], said: date, *, day: bool) -> bool:
    first, last = value
    if days.approximate and len(days) <= _WIDEST:
        return first in days and (last - days.last).days <= 1
    if len(days.ranges) > 1:  # "in 2007 en 2009" is read as one set
        return any(first == date.fromordinal(low) for low, _ in days.ranges)
    if day:
        return days.exact and days.first == first
    begins = days.first == first or (said in (days.first, first) and _near(days.first, first))
    return begins and _is_end(days.last, last)


def _is_open(days: DaySet, first: date | None, last: date | None, said: date) -> bool:
    """Tell whether a stretch from or up to the day itself is one that has no other end there."""
    if first:
        return days.last == said and _near(days.first, first)
    return last is not None and days.first == said and _is_end(days.last, last)


def _bounds(read: TimeMention, days: DaySet, first: date | None, last: date | None) -> bool:
    """Compare an expression that is open on one side."""
    if read.bearing in (Bearing.FROM, Bearing.AFTER):
        begin = days.first if read.bearing is Bearing.FROM else days.last + _DAY
        return last is None and first is not None and abs((begin - first).days) <= 1
    end = days.first - _DAY if read.bearing is Bearing.BEFORE else days.last
    return first is None and last is not None and _is_end(end, last)


def _is_end(read: date, expected: date) -> bool:
    """Tell whether a last day is the one expected: itself, the day before, or its whole week, month or year."""
    if (expected - read).days in (0, 1):
        return True
    opens = expected.day == 1
    if expected.isoweekday() == 1 and read == expected + 6 * _DAY:
        return True
    month = DaySet.month(expected.year, expected.month).last
    year = date(expected.year, 12, 31)
    return opens and (read == month or (expected.month == 1 and read == year))


def _near(one: date, other: date) -> bool:
    return abs((one - other).days) <= 1
