"""What the extract step finds in one report, before anyone is said to say it.

All of these point at tokens of an `Analysis` (`first` up to, not including, `stop`) and carry the id of
the rule that found them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wederhoor.model.actor import Actor
from wederhoor.model.dayset import DaySet
from wederhoor.model.event import EventMention, Field, Stance, Value
from wederhoor.model.place import Place
from wederhoor.model.quantity import Quantity
from wederhoor.model.span import Span


class Anchor(StrEnum):
    """What a time expression counts from."""

    CALENDAR = "calendar"  # "3 januari 2020": from nothing
    PUBLICATION = "publication"  # "gisteren": from the day of publication
    EVENT = "event"  # "twee dagen later": from another event of the report


class TimeKind(StrEnum):
    """What a time expression names, with the names of TIMEX3 (ISO 24617-1)."""

    DATE = "DATE"  # "zondag", "mei 2018", "twee dagen later"
    TIME = "TIME"  # "om 10.00 uur", without a day
    DURATION = "DURATION"  # "drie weken lang"
    SET = "SET"  # "elke vrijdag"


class Bearing(StrEnum):
    """How what is told stands to the days that are named."""

    AT = "at"  # "in 2018": on one of them
    BEFORE = "before"  # "van vóór 2010"
    UNTIL = "until"  # "tot en met 2015"
    FROM = "from"  # "2018 of later"
    AFTER = "after"  # "na 2020", told in 2019
    DURING = "during"  # "tijdens de top": while an event lasted


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression.

    Attributes:
        first: first token.
        stop: token after the last.
        days: the days it names; None when it counts from another event, or names no day.
        anchor: what it counts from.
        offset: for `Anchor.EVENT`, the least and most days after (negative: before) that event.
        rule: id of the rule.
        begins: of "sinds vorig jaar" the days in which that began, "vorig jaar".
        each: where it counts from publication and the day of that is not known, its days for each
            possible day of publication, in order; else empty.
        kind: a date, or a clock, a duration, a repetition, which have no days.
        bearing: how what is told stands to those days; `edtf` writes the days that it leaves.
        value: the clock, duration or repetition as TIMEX3 writes it: "T10:00", "P3W", "XXXX-WXX-5".
        named: for `Anchor.EVENT`, whether the words just after it name that event ("drie dagen na
            de aanslag"); else it is one told before ("drie dagen later").
    """

    first: int
    stop: int
    days: DaySet | None
    anchor: Anchor
    rule: str
    offset: tuple[int, int] | None = None
    begins: DaySet | None = None
    each: tuple[DaySet | None, ...] = ()
    kind: TimeKind = TimeKind.DATE
    bearing: Bearing = Bearing.AT
    value: str = ""
    named: bool = False

    @property
    def tells_when(self) -> bool:
        """Whether it says on which days, or how many days from an event, something happened."""
        return self.kind is TimeKind.DATE and self.bearing is Bearing.AT

    def edtf(self) -> str:
        """Write the days that are left as EDTF, open at one end where the words are; "" for none.

        Example:
            "van vóór 2010" is `../2009-12-31`, "2018 of later" `2018-01-01/..`.
        """
        if self.days is None:
            return ""
        first, last = self.days.ranges[0][0], self.days.ranges[-1][1]
        match self.bearing:
            case Bearing.BEFORE:
                return f"../{date.fromordinal(first - 1)}"
            case Bearing.UNTIL:
                return f"../{date.fromordinal(last)}"
            case Bearing.FROM:
                return f"{date.fromordinal(first)}/.."
            case Bearing.AFTER:
                return f"{date.fromordinal(last + 1)}/.."
        return self.days.edtf()


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """A count in the text, with what it counts as far as the words next to it say.

    Attributes:
        first: first token of the number, its bounds included ("zeker").
        stop: token after the last, the counted noun included.
        head: token of the counted noun ("doden"), or of the number when there is none.
        quantity: the number; None for "onbekend aantal".
        field: killed, injured, weapons ... when the words next to it decide that, else None.
        rule: id of the rule.
        part: words for the part that is counted ("onder wie drie kinderen"), "" for the whole.
    """

    first: int
    stop: int
    head: int
    quantity: Quantity | None
    field: Field | None
    rule: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class ActorMention:
    """Words for an actor; `head` is the token that stands in the tree for all of them.

    `others` are the further actors that the same words name: "beide landen" is Iran, and Irak too.
    """

    first: int
    stop: int
    head: int
    actor: Actor
    rule: str
    others: tuple[Actor, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """Words for a place."""

    first: int
    stop: int
    place: Place
    rule: str


@dataclass(frozen=True, slots=True)
class Fact:
    """Something said of an event, before attribution.

    Attributes:
        mention: index of the event mention in `Extraction.mentions`.
        field: what it is about.
        value: what is said; None for "unknown".
        stance: what the words themselves say: assert, deny ("niet in Iraans luchtruim"), or unknown
            ("onbekend aantal").
        span: the evidence.
        token: the token of the evidence that attribution starts from.
        rule: id of the rule.
        part: the part that a count is about, "" for the whole.
    """

    mention: int
    field: Field
    value: Value
    stance: Stance
    span: Span
    token: int
    rule: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that extract finds in one report."""

    mentions: tuple[EventMention, ...]
    facts: tuple[Fact, ...]
    actors: tuple[ActorMention, ...]
