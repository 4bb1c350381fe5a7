"""The date of a report, as written, to the days on which it can have been published."""

from __future__ import annotations

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

from wederhoor.ingest.aside import Reason, SetAsideError
from wederhoor.model import DaySet
from wederhoor.model.report import OUTLET_ZONE

_YEARS = range(1600, 2201)  # the first Dutch newspapers are of 1618; later arithmetic needs room
_DAY = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?", re.ASCII)
_CLOCK = r"[T ]\d\d(?::?\d\d){0,2}(?:[.,]\d+)?(?:Z|[+-]\d\d(?::?\d\d)?)?"
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d" + _CLOCK, re.ASCII)
_FORM = "write it as 2024-07-01, 2024-07, 2024 or 2024-07-01T12:00:00+02:00"


def days_of(published: str) -> DaySet:
    """Return the days that a date of publication leaves open, in the outlet's own time zone.

    Args:
        published: an ISO 8601 year, month, day or moment; a moment without an offset is taken to
            be local time already.

    Raises:
        SetAsideError: it is no such date, or one that does not exist.

    Example:
        "2024-06-30T23:30:00+00:00" is 1 July 2024, because in Amsterdam it was half past one.
    """
    try:
        return _moment(published) if _MOMENT.fullmatch(published) else _days(published)
    except (ValueError, OverflowError) as error:
        detail = f"{published[:40]!r} is no date that exists: {error}"
        raise SetAsideError(Reason.BAD_DATE, detail) from error


def _days(published: str) -> DaySet:
    match = _DAY.fullmatch(published)
    if match is None:
        raise SetAsideError(Reason.BAD_DATE, f"{published[:40]!r} is not read as a date; {_FORM}")
    year = _sane(int(match["year"]))
    if match["month"] is None:
        return DaySet.year(year)
    month = int(match["month"])
    if not 1 <= month <= 12:  # noqa: PLR2004 - the months of a year
        raise ValueError("month must be in 1..12")
    if match["day"] is None:
        return DaySet.month(year, month)
    return DaySet.day(date(year, month, int(match["day"])))


def _moment(published: str) -> DaySet:
    moment = datetime.fromisoformat(published)
    _sane(moment.year)
    if moment.tzinfo is not None:
        moment = moment.astimezone(ZoneInfo(OUTLET_ZONE))
    return DaySet.day(moment.date())


def _sane(year: int) -> int:
    if year not in _YEARS:
        raise ValueError(f"year must be in {_YEARS[0]}..{_YEARS[-1]}")
    return year
