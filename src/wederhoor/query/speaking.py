"""What one party said over the whole record, and what others say that it did or underwent.

Example:
    Of Iran: 80 dead claimed where the Pentagon has none, its denial of a hand in the attack on two tankers,
    and the airliner that it first denied and later admitted to have shot down.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from wederhoor.errors import QueryError
from wederhoor.model import Actor, Dispute, DisputeKind, Field, Position, Stance, WeighedEvent
from wederhoor.query.record import Record


@dataclass(frozen=True, slots=True)
class Statement:
    """A position that is taken on an event."""

    weighed: WeighedEvent
    position: Position


@dataclass(frozen=True, slots=True)
class Differing:
    """Two positions on an event that differ."""

    weighed: WeighedEvent
    dispute: Dispute


@dataclass(frozen=True, slots=True)
class Party:
    """A party as a line in a list.

    Attributes:
        key: what tells it from others (`Actor.key`).
        actor: the party, as it is most often named.
        says: how many positions it takes.
        disputed: in how many disputes it stands on either side.
        acts: in how many events someone says that it is the actor.
        undergoes: in how many someone says that it is the recipient.
    """

    key: str
    actor: Actor
    says: int
    disputed: int
    acts: int
    undergoes: int


@dataclass(frozen=True, slots=True)
class PartyRecord:
    """All that one party said, and all that is said of it; each in order of the timeline.

    Attributes:
        party: who.
        asserted: what it said to be so, or possibly so.
        denied: what it denied.
        unknown: what it said that it does not know.
        conceded: where it came back on its own words.
        updates: where it gave a newer or finer count than it did before.
        disputes: where another contradicts it.
        as_actor: where someone, itself included, says or denies that it did it.
        as_recipient: where someone says that it was done to it.
    """

    party: Party
    asserted: tuple[Statement, ...]
    denied: tuple[Statement, ...]
    unknown: tuple[Statement, ...]
    conceded: tuple[Differing, ...]
    updates: tuple[Differing, ...]
    disputes: tuple[Differing, ...]
    as_actor: tuple[Statement, ...]
    as_recipient: tuple[Statement, ...]


def parties(record: Record) -> tuple[Party, ...]:
    """Return everyone who speaks, acts or has something done to them, who speaks most first.

    Args:
        record: the record.
    """
    named: dict[str, Counter[Actor]] = {}
    says: Counter[str] = Counter()
    roles: dict[Field, Counter[str]] = {Field.ACTOR: Counter(), Field.RECIPIENT: Counter()}
    disputed: Counter[str] = Counter()
    for weighed in record.events:
        in_role: set[tuple[Field, str]] = set()
        for position in weighed.positions:
            if position.source is not None:
                named.setdefault(position.source.key, Counter())[position.source] += 1
                says[position.source.key] += 1
            if position.field in roles and isinstance(position.value, Actor):
                named.setdefault(position.value.key, Counter())[position.value] += 1
                in_role.add((position.field, position.value.key))
        for field, key in in_role:
            roles[field][key] += 1
        disputed.update(key for found in _contradictions(weighed) for key in _speakers(found))
    made = (
        Party(
            key=key,
            actor=min(actors, key=lambda actor: (-actors[actor], actor.name)),
            says=says[key],
            disputed=disputed[key],
            acts=roles[Field.ACTOR][key],
            undergoes=roles[Field.RECIPIENT][key],
        )
        for key, actors in named.items()
    )
    return tuple(sorted(made, key=lambda party: (-party.says, -party.acts, party.key)))


def party_record(record: Record, key: str) -> PartyRecord:
    """Return all that one party said, and all that is said of it.

    Args:
        record: the record.
        key: of the party (`Actor.key`): its Wikidata id, else its name without case and accents.

    Raises:
        QueryError: nobody in the record has that key.
    """
    party = next((found for found in parties(record) if found.key == key), None)
    if party is None:
        raise QueryError(f"no party {key!r} in the record")
    taken = [Statement(weighed, found) for weighed in record.events for found in weighed.positions]
    own = [told for told in taken if told.position.source and told.position.source.key == key]
    about = [
        told
        for told in taken
        if isinstance(told.position.value, Actor) and told.position.value.key == key
    ]
    differing = [
        Differing(weighed, found)
        for weighed in record.events
        for found in weighed.disputes
        if key in _speakers(found)
    ]
    return PartyRecord(
        party=party,
        asserted=_with(own, Stance.ASSERT, Stance.POSSIBLE),
        denied=_with(own, Stance.DENY),
        unknown=_with(own, Stance.UNKNOWN),
        conceded=tuple(
            one
            for one in _of_kind(differing, DisputeKind.CORRECTION)
            if one.dispute.first.source is not None and one.dispute.first.source.key == key
        ),
        updates=_of_kind(differing, DisputeKind.UPDATE, DisputeKind.REFINEMENT),
        disputes=_of_kind(differing, DisputeKind.DISPUTE),
        as_actor=tuple(told for told in about if told.position.field is Field.ACTOR),
        as_recipient=tuple(told for told in about if told.position.field is Field.RECIPIENT),
    )


def _with(told: Iterable[Statement], *stances: Stance) -> tuple[Statement, ...]:
    return tuple(one for one in told if one.position.stance in stances)


def _of_kind(found: Iterable[Differing], *kinds: DisputeKind) -> tuple[Differing, ...]:
    return tuple(one for one in found if one.dispute.kind in kinds)


def _contradictions(weighed: WeighedEvent) -> Iterable[Dispute]:
    return (found for found in weighed.disputes if found.kind is DisputeKind.DISPUTE)


def _speakers(found: Dispute) -> set[str]:
    """The keys of those who take the two positions; the outlets themselves have none."""
    sources = (found.first.source, found.second.source)
    return {source.key for source in sources if source is not None}
