"""What weighing says of an event, and what reviewers decide."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from wederhoor.model.actor import Actor
from wederhoor.model.event import Claim, Event, Field, Stance, Value


@dataclass(frozen=True, slots=True)
class Position:
    """One value of one field, and who takes it.

    Attributes:
        field: what it is about.
        value: what is said; None for "unknown".
        stance: how it is said.
        source: who says it; None for the outlets in their own voice.
        claims: the claims that carry it, earliest report first.
        outlets: the outlets that carry it, sorted.
        first_said: publication of the earliest report, as written; only the day where versions of an
            article share one moment, and just some of them carry it.
        last_said: publication of the latest report, as written.
        origins: how many independent origins it has (copies of one text count once).
    """

    field: Field
    value: Value
    stance: Stance
    source: Actor | None
    claims: tuple[Claim, ...]
    outlets: tuple[str, ...]
    first_said: str
    last_said: str
    origins: int


class DisputeKind(StrEnum):
    """How two positions on one field differ."""

    DISPUTE = "dispute"  # incompatible values, or assert against deny, by different parties
    UPDATE = "update"  # a later count in a line of growing knowledge
    REFINEMENT = "refinement"  # a later value within an earlier, wider one
    CORRECTION = "correction"  # an outlet or an authority withdraws what it said, or lowers it


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two positions on one field that differ, and in what way.

    Attributes:
        kind: dispute, update, refinement or correction.
        field: what it is about.
        first: the earlier position (on a tie, the first in sort order).
        second: the later one.
    """

    kind: DisputeKind
    field: Field
    first: Position
    second: Position


@dataclass(frozen=True, slots=True)
class WeighedEvent:
    """An event with the positions taken on it, side by side."""

    event: Event
    positions: tuple[Position, ...]
    disputes: tuple[Dispute, ...]

    @property
    def disputed(self) -> bool:
        """Whether parties contradict one another on any field."""
        return any(found.kind is DisputeKind.DISPUTE for found in self.disputes)

    @property
    def updated(self) -> bool:
        """Whether a count was replaced by a newer one."""
        return any(found.kind is DisputeKind.UPDATE for found in self.disputes)


class DecisionKind(StrEnum):
    """What a reviewer can decide of two mentions."""

    JOIN = "join"
    SPLIT = "split"


@dataclass(frozen=True, slots=True)
class Decision:
    """A reviewer's word on whether two mentions are one event; dated, and kept for ever.

    Attributes:
        id: unique id.
        kind: join or split.
        first: id of an `EventMention`.
        second: id of another.
        reviewer: who decided.
        made: when, an ISO 8601 moment.
        reason: why, in the reviewer's words.
    """

    id: str
    kind: DecisionKind
    first: str
    second: str
    reviewer: str
    made: str
    reason: str = ""
