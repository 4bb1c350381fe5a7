"""Days and moments as a reader asks for them: "2020-01-08", "2020-01", "2020-01-08T12:00".

Example:
    A report dated "2020-01" ("januari 2020") is known at `Moment.parse("2020-01-31")` and not at
    `Moment.parse("2020-01-30")`: it counts from the last day on which it can have appeared.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from wederhoor.errors import QueryError
from wederhoor.model import DaySet, Report


@dataclass(frozen=True, slots=True)
class Moment:
    """The end of a day, or a moment in it.

    Attributes:
        day: the day asked for.
        clock: the moment, when hours were given; without an offset it is read in each outlet's
            own time.
    """

    day: date
    clock: datetime | None = None

    @classmethod
    def parse(cls, text: str) -> Moment:
        """Read an ISO 8601 day, month, year or moment; a month or year stands for its end.

        Raises:
            QueryError: the text is none of these.
        """
        if "T" in text:
            try:
                clock = datetime.fromisoformat(text)
            except ValueError as error:
                raise QueryError(f"{text!r} is no moment: write it as 2020-01-08T12:00") from error
            return cls(clock.date(), clock)
        return cls(parse_days(text).last)

    def knows(self, report: Report) -> bool:
        """Tell whether a report was surely published by this moment.

        A report dated by the day or coarser counts from the last of its days, and where a clock
        is given, once that day is over.
        """
        if self.clock is None:
            return report.days.last <= self.day
        told = _clock(report.published)
        if told is None:
            return report.days.last < self.day
        if told.tzinfo is None or self.clock.tzinfo is None:
            return told.replace(tzinfo=None) <= self.clock.replace(tzinfo=None)
        return told <= self.clock


def parse_days(text: str) -> DaySet:
    """Read a day, month or year: "2020-01-08", "2020-01", "2020".

    Raises:
        QueryError: the text is none of these, or there is no such day.
    """
    try:
        days = DaySet.from_edtf(text)
    except ValueError as error:
        raise QueryError(
            f"{text!r} is no date: write a day as 2020-01-08, a month as 2020-01, a year as 2020"
        ) from error
    return days


def _clock(published: str) -> datetime | None:
    if "T" not in published:
        return None
    try:
        return datetime.fromisoformat(published)
    except ValueError:
        return None
