"""Days and moments as a reader asks for them: "2020-01-08", "2020-01", "2020-01-08T12:00".

Example:
    A report dated "2020-01" ("januari 2020") is known at `Moment.parse("2020-01-31")` and not at
    `Moment.parse("2020-01-30")`: it counts from the last day on which it can have appeared.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wederhoor.errors import QueryError
from wederhoor.model import DaySet, Report
from wederhoor.model.report import local_clock

_SOME_TIME, _ITS_END = "~", "~~"  # sort after every moment of a day

When = tuple[int, str]
"""A day (ordinal) and what is known of the moment on it; these sort in the order of time."""


@dataclass(frozen=True, slots=True)
class Moment:
    """The end of a day, or a moment in it.

    Attributes:
        day: the day asked for.
        clock: the moment by the outlets' own clock, when hours were given; else "".
    """

    day: date
    clock: str = ""

    @classmethod
    def parse(cls, text: str) -> Moment:
        """Read an ISO 8601 day, month, year or moment; a month or year stands for its end.

        Args:
            text: a moment without an offset is by the outlets' own clock.

        Raises:
            QueryError: the text is none of these.
        """
        if "T" not in text:
            return cls(parse_days(text).last)
        clock = local_clock(text)
        if not clock:
            raise QueryError(f"{text!r} is no moment: write it as 2020-01-08T12:00")
        return cls(date.fromisoformat(clock[:10]), clock)

    @property
    def when(self) -> When:
        """The moment as it sorts among those of reports."""
        return (self.day.toordinal(), self.clock or _ITS_END)

    def knows(self, report: Report, *, undated: bool = False) -> bool:
        """Tell whether a report was surely published by this moment.

        A report dated by the day or coarser counts from the last of its days, and where a clock
        is given, once that day is over.

        Args:
            report: any report.
            undated: whether only its day is sure, though a moment is written (`undated_versions`).
        """
        return surely_from(report, undated=undated) <= self.when


def surely_from(report: Report, *, undated: bool = False) -> When:
    """Return the moment from which a report surely was there; see `Moment.knows`."""
    clock = "" if undated else report.clock
    return (report.days.ranges[-1][1], clock or _SOME_TIME)


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
