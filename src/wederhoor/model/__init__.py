"""The nouns of the record: frozen, slotted, without any input or output."""

from wederhoor.model.actor import Actor, ActorKind
from wederhoor.model.analysis import Analysis, Entity, Sentence, Token
from wederhoor.model.dayset import DaySet
from wederhoor.model.event import (
    INTERNATIONAL,
    Claim,
    Damage,
    EditorialStatus,
    Event,
    EventMention,
    EventType,
    Field,
    Join,
    Reading,
    Realis,
    Stance,
    Trigger,
    Value,
)
from wederhoor.model.mentions import (
    ActorMention,
    Anchor,
    Bearing,
    Extraction,
    Fact,
    PlaceMention,
    QuantityMention,
    TimeKind,
    TimeMention,
)
from wederhoor.model.place import Place, Precision
from wederhoor.model.quantity import Quantity
from wederhoor.model.record import (
    Decision,
    DecisionKind,
    Dispute,
    DisputeKind,
    Position,
    WeighedEvent,
)
from wederhoor.model.relation import Relation
from wederhoor.model.report import Report, Skipped
from wederhoor.model.span import Span
from wederhoor.model.timing import PUBLICATION, DayReason, Timing

__all__ = [
    "INTERNATIONAL",
    "PUBLICATION",
    "Actor",
    "ActorKind",
    "ActorMention",
    "Analysis",
    "Anchor",
    "Bearing",
    "Claim",
    "Damage",
    "DayReason",
    "DaySet",
    "Decision",
    "DecisionKind",
    "Dispute",
    "DisputeKind",
    "EditorialStatus",
    "Entity",
    "Event",
    "EventMention",
    "EventType",
    "Extraction",
    "Fact",
    "Field",
    "Join",
    "Place",
    "PlaceMention",
    "Position",
    "Precision",
    "Quantity",
    "QuantityMention",
    "Reading",
    "Realis",
    "Relation",
    "Report",
    "Sentence",
    "Skipped",
    "Span",
    "Stance",
    "TimeKind",
    "TimeMention",
    "Timing",
    "Token",
    "Trigger",
    "Value",
    "WeighedEvent",
]
