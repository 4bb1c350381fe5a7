"""Which positions differ, and how: dispute, update, refinement or correction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Final

from wederhoor.model.actor import Actor, ActorKind
from wederhoor.model.event import Damage, EventType, Field, Stance
from wederhoor.model.place import Place
from wederhoor.model.record import Dispute, DisputeKind
from wederhoor.model.relation import Relation
from wederhoor.model.report import Report
from wederhoor.weighing.comparing import incompatible, negates
from wederhoor.weighing.counting import count_disputes, updates
from wederhoor.weighing.elsewhere import counted_elsewhere
from wederhoor.weighing.parties import Sides, has_name, is_press, related, same_side
from wederhoor.weighing.positions import Stand, value_key

_BLAME: Final = frozenset({EventType.ASSAULT, EventType.COERCE})
"""Types of which parties blame one another; at talks two named parties simply both take part."""

_AFFIRMS = frozenset({Stance.ASSERT, Stance.POSSIBLE})
_COMPARED = frozenset({Field.DAMAGE, Field.ORIGIN, Field.OCCURRED, Field.TERRITORY})
_OWN_VOICE = frozenset(
    {ActorKind.ARMED_GROUP, ActorKind.PARTY, ActorKind.ORGANISATION, ActorKind.INTERNATIONAL}
)
Pair = tuple[int, int]


def disputes(
    stands: Sequence[Stand],
    event_type: EventType,
    where: Sequence[Place],
    reports: Mapping[str, Report],
) -> tuple[Dispute, ...]:
    """Compare the positions on each field of one event.

    Args:
        stands: the positions, in their fixed order.
        event_type: PLOVER type of the event.
        where: the places of the event.
        reports: the reports by id.

    Returns:
        Disputes, updates, refinements and corrections, in the order of the positions they are between. Of a line
        of updates (52, 138, 207) only the steps are returned, not the leap from first to last.
    """
    sides = Sides.among(_named_as(Field.ACTOR, stands), _named_as(Field.RECIPIENT, stands))
    found = updates(stands, sides)
    for pair in count_disputes(stands, sides, reports):
        first, second = (stands[index].position.claims for index in pair)
        if not counted_elsewhere(first, second, where, reports):
            found[pair] = DisputeKind.DISPUTE
    for one, other in combinations(range(len(stands)), 2):
        if stands[one].position.field is not stands[other].position.field:
            continue
        early, late = _in_time(one, other, stands)
        kind = _kind(stands[early], stands[late], stands, event_type)
        if kind is not None:
            found[early, late] = kind
    found = _once_a_side(found, stands)
    return tuple(
        Dispute(found[pair], stands[pair[0]].position.field, *(stands[i].position for i in pair))
        for pair in sorted(found)
    )


def _once_a_side(
    found: Mapping[Pair, DisputeKind], stands: Sequence[Stand]
) -> dict[Pair, DisputeKind]:
    """Leave out what the same two countries dispute in the mouths of others of theirs.

    Only of values that say one thing of an event: who is blamed, and by whom, and the counts stay as they are.

    Example:
        Where Iran and the VS differ on whose airspace it was, a general and a spokesman differ on nothing more.
    """
    kept: dict[Pair, DisputeKind] = {}
    seen: set[frozenset[tuple[str, ...]]] = set()
    for pair in sorted(found, key=lambda pair: _spoken_for(pair, stands)):
        differ = frozenset(_voice(stands[index]) for index in pair)
        if found[pair] is DisputeKind.DISPUTE and stands[pair[0]].position.field in _COMPARED:
            if differ in seen:
                continue
            seen.add(differ)
        kept[pair] = found[pair]
    return kept


def _spoken_for(pair: Pair, stands: Sequence[Stand]) -> tuple[int, Pair]:
    """Order pairs by how many of the two are not a country itself, then as they stand."""
    sources = (stands[index].position.source for index in pair)
    others = sum(one is None or one.kind is not ActorKind.STATE for one in sources)
    return (others, pair)


def _voice(stand: Stand) -> tuple[str, ...]:
    """Return what a position says and the country that is heard in it; else who says it.

    Armed groups, parties and media of a country are no voice of it.
    """
    told = stand.position
    chain = told.claims[0].sources if told.claims else ()
    own = any(one.kind in _OWN_VOICE or is_press(one) for one in chain)
    country = None if own else next((one.country for one in chain if one.country), None)
    who = country or (told.source.key if told.source else "")
    return (told.field.value, value_key(told.value), told.stance.value, who)


def _named_as(field: Field, stands: Sequence[Stand]) -> dict[Actor, int]:
    """How many reports name each actor in a role, the denied ones too: a suspect is a side."""
    found: dict[str, tuple[Actor, set[str]]] = {}
    for stand in stands:
        value = stand.position.value
        if stand.position.field is field and isinstance(value, Actor):
            found.setdefault(value.key, (value, set()))[1].update(stand.reports)
    return {actor: len(reports) for actor, reports in found.values()}


def _in_time(one: int, other: int, stands: Sequence[Stand]) -> Pair:
    return (
        (one, other) if (stands[one].first, one) <= (stands[other].first, other) else (other, one)
    )


def _kind(
    early: Stand, late: Stand, stands: Sequence[Stand], event_type: EventType
) -> DisputeKind | None:
    stances = {early.position.stance, late.position.stance}
    if Stance.UNKNOWN in stances or early.withdrawn or late.withdrawn:
        return None
    if Stance.DENY in stances:
        return _of_denial(early, late)
    if early.position.field is Field.ACTOR:
        return DisputeKind.DISPUTE if _blames(early, late, stands, event_type) else None
    if early.position.field in _COMPARED:
        return _of_values(early, late)
    return None


# ---------------------------------------------------------------- denials and blame
def _of_denial(early: Stand, late: Stand) -> DisputeKind | None:
    """A dispute between two speakers; one that came back on its own words corrected itself."""
    if not _denied(early, late):
        return None
    if not _one_speaker(early, late):
        return DisputeKind.DISPUTE
    return DisputeKind.CORRECTION if _withdraws(early, late) else None


def _withdraws(early: Stand, late: Stand) -> bool:
    """Whether the very speaker says the opposite on a later day, and did not repeat the first since."""
    one, other = early.position, late.position
    if Stance.POSSIBLE in (one.stance, other.stance):
        return False
    return _own(early, late) and early.days_before(late) and early.last < late.first[0]


def _own(early: Stand, late: Stand) -> bool:
    """Whether one speaker said both; of the press one outlet, for another may not know what it said."""
    one, other = early.position, late.position
    return not is_press(one.source) or not set(one.outlets).isdisjoint(other.outlets)


def _denied(early: Stand, late: Stand) -> bool:
    """Whether the one affirms what the other denies."""
    one, other = early.position, late.position
    denial, claim = (one, other) if one.stance is Stance.DENY else (other, one)
    if claim.stance not in _AFFIRMS or early.part != late.part:
        return False
    if claim.field is Field.OCCURRED:
        return claim.value is not False
    return negates(denial.value, claim.value)


def _one_speaker(early: Stand, late: Stand) -> bool:
    return same_side(early.position.source, late.position.source)


def _blames(early: Stand, late: Stand, stands: Sequence[Stand], event_type: EventType) -> bool:
    """Whether two parties each name another doer; not where a speaker names both (a fight)."""
    one, other = early.position, late.position
    if event_type not in _BLAME or not one.stance is other.stance is Stance.ASSERT:
        return False
    if is_press(one.source) or is_press(other.source) or _one_speaker(early, late):
        return False
    if not isinstance(one.value, Actor) or not isinstance(other.value, Actor):
        return False
    return _rivals(one.value, other.value) and not _named_together(one.value, other.value, stands)


def _rivals(one: Actor, other: Actor) -> bool:
    """Whether both are known parties, and not one another's."""
    if not has_name(one) or not has_name(other) or related(one, other):
        return False
    return one.relation_to(other) is Relation.CONFLICTS


def _named_together(one: Actor, other: Actor, stands: Sequence[Stand]) -> bool:
    speakers: tuple[set[str], set[str]] = (set(), set())
    for stand in stands:
        told = stand.position
        if told.field is Field.ACTOR and told.stance in _AFFIRMS and isinstance(told.value, Actor):
            speaker = told.source.key if told.source else ""
            for value, said in zip((one, other), speakers, strict=True):
                if related(told.value, value):
                    said.add(speaker)
    return not speakers[0].isdisjoint(speakers[1])


# ---------------------------------------------------------------- other values
def _of_values(early: Stand, late: Stand) -> DisputeKind | None:
    if not incompatible(early.position.value, late.position.value):
        return None
    if _one_speaker(early, late):
        if not early.before(late):
            return None
        grows = late.position.value is Damage.EXTENSIVE
        return DisputeKind.UPDATE if grows or not _own(early, late) else DisputeKind.CORRECTION
    return _dispute(early, late)


def _dispute(early: Stand, late: Stand) -> DisputeKind | None:
    """A dispute, unless one of the two only holds its value for possible."""
    firm = early.position.stance is late.position.stance is Stance.ASSERT
    return DisputeKind.DISPUTE if firm else None
