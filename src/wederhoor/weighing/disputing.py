"""Which positions differ, and how: dispute, update or refinement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from wederhoor.model.actor import Actor
from wederhoor.model.event import EventType, Field, Stance
from wederhoor.model.quantity import Quantity
from wederhoor.model.record import Dispute, DisputeKind
from wederhoor.model.relation import Relation
from wederhoor.weighing.comparing import comparable, incompatible, negates
from wederhoor.weighing.parties import is_press, related, same_side
from wederhoor.weighing.positions import Stand

_BLAME: Final = frozenset({EventType.ASSAULT, EventType.COERCE})
"""Types of which parties blame one another; at talks two named parties simply both take part."""

_AFFIRMS = frozenset({Stance.ASSERT, Stance.POSSIBLE})
_COMPARED = frozenset({Field.DAMAGE, Field.ORIGIN, Field.OCCURRED})
_OF_PEOPLE = frozenset(
    {
        Field.KILLED,
        Field.INJURED,
        Field.MISSING,
        Field.DETAINED,
        Field.DISPLACED,
        Field.PERSONNEL,
    }
)
_UPDATING = frozenset({DisputeKind.UPDATE, DisputeKind.REFINEMENT})

Pair = tuple[int, int]


def disputes(stands: Sequence[Stand], event_type: EventType) -> tuple[Dispute, ...]:
    """Compare the positions on each field of one event.

    Args:
        stands: the positions, in their fixed order.
        event_type: PLOVER type of the event.

    Returns:
        Disputes, updates and refinements, in the order of the positions they are between. Of a line
        of updates (52, 138, 207) only the steps are returned, not the leap from first to last.
    """
    found: dict[Pair, DisputeKind] = {}
    for one, other in combinations(range(len(stands)), 2):
        if stands[one].position.field is not stands[other].position.field:
            continue
        early, late = _in_time(one, other, stands)
        kind = _kind(stands[early], stands[late], stands, event_type)
        if kind is not None:
            found[early, late] = kind
    kept = _without_stale(_steps(found), found, stands)
    return tuple(
        Dispute(found[pair], stands[pair[0]].position.field, *(stands[i].position for i in pair))
        for pair in kept
    )


def _in_time(one: int, other: int, stands: Sequence[Stand]) -> Pair:
    return (
        (one, other) if (stands[one].first, one) <= (stands[other].first, other) else (other, one)
    )


def _kind(
    early: Stand, late: Stand, stands: Sequence[Stand], event_type: EventType
) -> DisputeKind | None:
    stances = {early.position.stance, late.position.stance}
    if Stance.UNKNOWN in stances:
        return None
    if Stance.DENY in stances:
        return DisputeKind.DISPUTE if _denied(early, late) else None
    if early.position.field is Field.ACTOR:
        return DisputeKind.DISPUTE if _blames(early, late, stands, event_type) else None
    if early.position.field.is_count:
        return _of_counts(early, late)
    if early.position.field in _COMPARED:
        return _of_values(early, late)
    return None


# ---------------------------------------------------------------- denials and blame
def _denied(early: Stand, late: Stand) -> bool:
    """Whether one side affirms what another denies."""
    one, other = early.position, late.position
    denial, claim = (one, other) if one.stance is Stance.DENY else (other, one)
    if claim.stance not in _AFFIRMS or _one_speaker(early, late) or early.part != late.part:
        return False
    if claim.field is Field.OCCURRED:
        return claim.value is not False
    return negates(denial.value, claim.value)


def _one_speaker(early: Stand, late: Stand) -> bool:
    return same_side(early.position.source, late.position.source)


def _blames(early: Stand, late: Stand, stands: Sequence[Stand], event_type: EventType) -> bool:
    """Whether two parties each name another doer; not where a speaker names both (a fight)."""
    one, other = early.position, late.position
    if event_type not in _BLAME or is_press(one.source) or is_press(other.source):
        return False
    if not isinstance(one.value, Actor) or not isinstance(other.value, Actor):
        return False
    if _one_speaker(early, late) or related(one.value, other.value):
        return False
    if one.value.relation_to(other.value) is not Relation.CONFLICTS:
        return False
    return not _named_together(one.value, other.value, stands)


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


# ---------------------------------------------------------------- counts and other values
def _of_counts(early: Stand, late: Stand) -> DisputeKind | None:
    one, other = early.position.value, late.position.value
    if not isinstance(one, Quantity) or not isinstance(other, Quantity):
        return None
    whole = early.position.field in _OF_PEOPLE
    if early.part != late.part or not comparable(one, other, whole=whole):
        return None
    if one.relation_to(other) is not Relation.CONFLICTS:
        return _more_exactly(early, late, one, other)
    if _one_speaker(early, late):
        return DisputeKind.UPDATE if early.before(late) else None
    return DisputeKind.UPDATE if _grows(early, late) else _dispute(early, late)


def _more_exactly(early: Stand, late: Stand, one: Quantity, other: Quantity) -> DisputeKind | None:
    """An update where a floor rises ("zeker 52", then "zeker 138"), else a refinement or nothing."""
    if not early.before(late) or not _one_line(early, late):
        return None
    if one.high is None and other.high is None and other.low > one.low:
        return DisputeKind.UPDATE
    return DisputeKind.REFINEMENT if one.relation_to(other) is Relation.WIDER else None


def _one_line(early: Stand, late: Stand) -> bool:
    """Whether the later builds on the earlier: one side, or the press and whom it asks."""
    sources = (early.position.source, late.position.source)
    return _one_speaker(early, late) or any(map(is_press, sources))


def _grows(early: Stand, late: Stand) -> bool:
    """Whether a later count of another speaker is growing knowledge rather than contradiction.

    A higher count on a later day is; so is one later the same day where one of the two is the press. An authority
    may also correct the press downwards, but "none" from a party is never growth.
    """
    one, other = early.position.value, late.position.value
    if not isinstance(one, Quantity) or not isinstance(other, Quantity):
        return False
    press_first = is_press(early.position.source)
    if not _one_line(early, late):
        return early.days_before(late) and other.low >= one.low > 0
    if other.low >= one.low and (one.low > 0 or press_first):
        return early.before(late)
    return press_first and early.days_before(late) and other.low > 0


def _of_values(early: Stand, late: Stand) -> DisputeKind | None:
    if not incompatible(early.position.value, late.position.value):
        return None
    if _one_speaker(early, late):
        return DisputeKind.UPDATE if early.before(late) else None
    return _dispute(early, late)


def _dispute(early: Stand, late: Stand) -> DisputeKind | None:
    """A dispute, unless one of the two only holds its value for possible."""
    firm = early.position.stance is late.position.stance is Stance.ASSERT
    return DisputeKind.DISPUTE if firm else None


# ---------------------------------------------------------------- lines
def _steps(found: dict[Pair, DisputeKind]) -> Iterator[Pair]:
    """Yield the pairs without the updates that go by way of a third position."""
    after: dict[int, set[int]] = {}
    before: dict[int, set[int]] = {}
    for (early, late), kind in found.items():
        if kind in _UPDATING:
            after.setdefault(early, set()).add(late)
            before.setdefault(late, set()).add(early)
    for pair in sorted(found):
        early, late = pair
        if found[pair] in _UPDATING and not after[early].isdisjoint(before[late]):
            continue
        yield pair


def _without_stale(
    pairs: Iterator[Pair], found: dict[Pair, DisputeKind], stands: Sequence[Stand]
) -> Iterator[Pair]:
    """Leave out disputes with the press about a figure that a rising toll had passed already.

    Example:
        52, then 207 by the police, then an outlet that still has 138: the 138 is old news.
    """
    passed: dict[int, list[Stand]] = {}
    for (first, second), kind in found.items():
        if kind in _UPDATING:
            passed.setdefault(second, []).append(stands[first])
    for early, late in pairs:
        if found[early, late] is DisputeKind.DISPUTE and _one_line(stands[early], stands[late]):
            before = passed.get(early, [])
            if any(_between(first, stands[late], stands[early]) for first in before):
                continue
        yield early, late


def _between(first: Stand, middle: Stand, last: Stand) -> bool:
    values = [stand.position.value for stand in (first, middle, last)]
    lows = [value.low for value in values if isinstance(value, Quantity)]
    return len(lows) == len(values) and 0 < lows[0] <= lows[1] <= lows[2]
