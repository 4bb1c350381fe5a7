"""What a report says of when something happened, kept so that other reports can make it narrower."""

from __future__ import annotations

from dataclasses import dataclass

from wederhoor.model.dayset import DaySet
from wederhoor.model.span import Span

PUBLICATION = "publication"
"""What a `Timing` counts from when it counts from the day on which its report came out."""


@dataclass(frozen=True, slots=True)
class Timing:
    """One constraint on the day of a mention.

    It gives days (`days`), or days for each possible day of publication (`each`), or a distance from
    another day (`to`, `low`, `high`).

    Attributes:
        rule: id of the rule of the time grammar, of the order word, or of the convention of news.
        span: the words; None for a convention.
        days: the days that the words name.
        each: for a report whose day is not known, the days for each day it can have come out, in order.
        to: id of another mention of the report, or `PUBLICATION`.
        low: the least days after `to` (negative: before); None is open.
        high: the most.
        inferred: a convention of news says so, not words of the event itself.

    Example:
        "De VS reageerden twee dagen later" gives `to` the mention before, `low` and `high` 2.
    """

    rule: str
    span: Span | None = None
    days: DaySet | None = None
    each: tuple[DaySet | None, ...] = ()
    to: str = ""
    low: int | None = None
    high: int | None = None
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class DayReason:
    """One thing that the days of an event follow from, and what it left of which day.

    Attributes:
        report: id of the report that says it.
        mention: id of the mention that it is about; "" for the day of publication itself.
        timing: what is said; None for the days that a report or a mention has by itself.
        before: what was left before; None is any day.
        after: what is left; None where it is open on one side.
        of_publication: whether it is the day of publication that got narrower, and not the event's.
    """

    report: str
    mention: str
    timing: Timing | None
    before: DaySet | None = None
    after: DaySet | None = None
    of_publication: bool = False
