"""What happened, according to whom: mentions, claims, and the events that they add up to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from wederhoor.model.actor import Actor
from wederhoor.model.dayset import DaySet
from wederhoor.model.place import Place
from wederhoor.model.quantity import Quantity
from wederhoor.model.span import Span
from wederhoor.model.timing import DayReason, Timing


class EventType(StrEnum):
    """The sixteen PLOVER event types."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class Realis(StrEnum):
    """Whether the event is told as having happened."""

    ACTUAL = "actual"
    DENIED = "denied"
    POSSIBLE = "possible"
    PLANNED = "planned"
    THREATENED = "threatened"
    CALLED_FOR = "called-for"
    HYPOTHETICAL = "hypothetical"


class Stance(StrEnum):
    """How a source stands to what it says."""

    ASSERT = "assert"
    DENY = "deny"
    POSSIBLE = "possible"
    UNKNOWN = "unknown"


class EditorialStatus(StrEnum):
    """What a report itself says of how well something told in it stands."""

    NONE = ""  # nothing is said of it
    UNCONFIRMED = "unconfirmed"  # "kon niet onafhankelijk worden bevestigd"
    WITHDRAWN = "withdrawn"  # "die berichten bleken onjuist", "het leger kwam daarop terug"


class Damage(StrEnum):
    """How much was damaged."""

    NONE = "none"
    LIMITED = "limited"
    EXTENSIVE = "extensive"
    UNKNOWN = "unknown"


class Field(StrEnum):
    """What a claim is about."""

    OCCURRED = "occurred"
    ACTOR = "actor"
    RECIPIENT = "recipient"
    KILLED = "killed"
    INJURED = "injured"
    MISSING = "missing"
    DETAINED = "detained"
    DISPLACED = "displaced"
    PERSONNEL = "personnel"
    WEAPONS = "weapons"
    ATTACKS = "attacks"
    DAMAGE = "damage"
    ORIGIN = "origin"
    MOTIVE = "motive"
    TERRITORY = "territory"

    @property
    def is_count(self) -> bool:
        """Whether values of this field are a `Quantity`."""
        return self in _COUNTS


_COUNTS = frozenset(
    {
        Field.KILLED,
        Field.INJURED,
        Field.MISSING,
        Field.DETAINED,
        Field.DISPLACED,
        Field.PERSONNEL,
        Field.WEAPONS,
        Field.ATTACKS,
    }
)

Value = Quantity | Actor | Place | Damage | bool | str | None
"""What a claim can say: None stands for "said to be unknown"."""

INTERNATIONAL = "international"
"""The value of `Field.TERRITORY` for airspace and waters of no state; a country there is a `Place`."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """The words that mention an event, and the rule that saw them."""

    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class EventMention:
    """One event as one report tells it, however often it mentions it.

    Attributes:
        id: the report's id, "#", and the number of the event in the report.
        report: id of the report.
        type: PLOVER type.
        modes: PLOVER modes, possibly none.
        realis: whether it is told as having happened.
        when: the days that this report's words and date allow; None when they say nothing.
        where: places, most specific first; empty when not stated.
        triggers: the words that mention it, the clearest first.
        timings: what the report says of its day in relation to calendar, publication and other mentions.
    """

    id: str
    report: str
    type: EventType
    modes: tuple[str, ...]
    realis: Realis
    when: DaySet | None
    where: tuple[Place, ...]
    triggers: tuple[Trigger, ...]
    timings: tuple[Timing, ...] = ()

    @property
    def when_inferred(self) -> bool:
        """Whether its days follow from conventions of news, and not from words about it."""
        words = any(not timing.inferred for timing in self.timings)
        return self.when is not None and bool(self.timings) and not words


@dataclass(frozen=True, slots=True)
class Claim:
    """The atom of the record: someone is said to say something of an event, in these words.

    Attributes:
        id: made of the report's id and what the claim says; the same words give the same id.
        mention: id of the `EventMention` that it is about.
        report: id of the report.
        field: what it is about.
        value: what is said; None for "unknown".
        sources: who is said to say it, innermost first; empty for the outlet in its own voice.
        stance: how the innermost source stands to it.
        span: the evidence, in the report's text.
        rule: id of the rule that read it.
        source_rule: id of the rule that found the source; "" for the outlet's own voice.
        source_span: the words that name the source; None for the outlet's own voice.
        part: the part that a count is about ("Katuwapitiya", "kinderen"); "" for the whole.
        cue: the words that attribute ("meldt", "volgens") or that show doubt ("zou"); None for neither.
        scope: the words that the source answers for, in stretches; empty for the outlet's own voice.
        status: what the report says of how well this stands.
        status_span: the words that say so; None when nothing does.
    """

    id: str
    mention: str
    report: str
    field: Field
    value: Value
    sources: tuple[Actor, ...]
    stance: Stance
    span: Span
    rule: str
    source_rule: str = ""
    source_span: Span | None = None
    part: str = ""
    cue: Span | None = None
    scope: tuple[Span, ...] = ()
    status: EditorialStatus = EditorialStatus.NONE
    status_span: Span | None = None

    @property
    def is_plain_mention(self) -> bool:
        """Whether this only says, in the outlet's own voice, that the event is mentioned."""
        told = self.field is Field.OCCURRED and self.stance is Stance.ASSERT
        return told and not self.sources


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read in one report: its event mentions and the claims on them."""

    report: str
    mentions: tuple[EventMention, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Join:
    """Why two mentions are taken for one event: the features that spoke, each with its weight."""

    first: str
    second: str
    score: float
    reasons: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Event:
    """One happening in the world, as all reports together tell it; derived, never stored as fact.

    Attributes:
        id: stable as long as its earliest mention stays in it.
        type: the type most mentions give it.
        modes: all modes that mentions give it, sorted.
        realis: the most actual that mentions give it.
        when: the days that all mentions allow; None when none says anything.
        where: places, most specific first.
        mentions: its mentions, in order of their reports.
        claims: the claims on it, in order of report, place in the text, field.
        joins: why the mentions are one event.
        day_reasons: what its days follow from, where they follow from more than its own mentions.
        day_clashes: reasons that cannot all be true; its days are then in doubt.
    """

    id: str
    type: EventType
    modes: tuple[str, ...]
    realis: Realis
    when: DaySet | None
    where: tuple[Place, ...]
    mentions: tuple[EventMention, ...]
    claims: tuple[Claim, ...]
    joins: tuple[Join, ...] = ()
    day_reasons: tuple[DayReason, ...] = ()
    day_clashes: tuple[tuple[DayReason, ...], ...] = ()
