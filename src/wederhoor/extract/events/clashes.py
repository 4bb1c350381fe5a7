"""What makes a trigger another event than the one told before: firm contradictions.

Example:
    An Israeli strike is no part of the rocket attack on Israel that the same report tells.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wederhoor.extract.events.groups import Group
from wederhoor.extract.events.occurrences import Occurrence
from wederhoor.model import Actor, ActorKind, DaySet, EventType, Place, Precision, Realis, Relation

_BY_MODE = frozenset({EventType.COERCE, EventType.RETREAT, EventType.SANCTION, EventType.MOBILIZE})
_FINE = frozenset({Precision.SITE, Precision.SETTLEMENT, Precision.REGION, Precision.COUNTRY})
_OWN_KIND = ({"abduct"}, {"crowd-control"}, {"sexual"}, {"torture"})
TOLD = frozenset({Realis.ACTUAL, Realis.POSSIBLE})
RELATED = frozenset({Relation.SAME, Relation.NARROWER, Relation.WIDER})
"""Relations between parties that may be one and the same."""


@dataclass(frozen=True, slots=True)
class Eased:
    """What is no contradiction between an event and a trigger, for how the report goes on about it.

    Attributes:
        extent: one may say fighting where the other says an attack: a headline and its lead.
        realis: the planning of what was done is told: "de aanslagen zouden zijn gepland door".
    """

    extent: bool = False
    realis: bool = False


def contradicts(
    known: Group, occurrence: Occurrence, when: DaySet | None, eased: Eased = Eased()
) -> bool:
    """Tell whether a trigger cannot speak of the event: other days, kind, place, side or origin.

    Args:
        known: the event.
        occurrence: the trigger.
        when: its days.
        eased: what is to be left out of account.
    """
    return (
        _days_clash(known, occurrence, when)
        or (not eased.realis and (known.realis in TOLD) != (occurrence.realis in TOLD))
        or kinds_clash(known, occurrence)
        or (not eased.extent and _extents_clash(known, occurrence))
        or _places_clash(known, occurrence)
        or _parties_clash(known, occurrence)
        or _origin_clash(known, occurrence)
    )


def _days_clash(known: Group, occurrence: Occurrence, when: DaySet | None) -> bool:
    if known.when and when and known.when.relation_to(when) is Relation.CONFLICTS:
        return True
    each = occurrence.when.each if occurrence.when else ()
    return bool(known.each and each) and not any(shared_days(known.each, each))


def shared_days(
    first: tuple[DaySet | None, ...], second: tuple[DaySet | None, ...]
) -> tuple[DaySet | None, ...]:
    """Return what two times share on each possible day of publication.

    Example:
        "donderdag" and "vorige week dinsdag", in a report dated by the month, overlap as sets, but never on one day of
        publication.
    """
    pairs = zip(first, second, strict=True)
    return tuple(a.intersect(b) if a and b else None for a, b in pairs)


def kinds_clash(known: Group, occurrence: Occurrence) -> bool:
    """Tell whether their modes are of different kinds of deeds."""
    modes = frozenset(occurrence.modes)
    if occurrence.type in _BY_MODE and modes and known.modes and not modes & known.modes:
        return True
    return any(bool(modes & kind) != bool(known.modes & kind) for kind in _OWN_KIND)


def _extents_clash(known: Group, occurrence: Occurrence) -> bool:
    """Tell whether one is a campaign and one a strike, or one is two-sided fighting."""
    ours, theirs = occurrence.candidate.rule, known.first.candidate.rule
    return theirs.frame.both != ours.frame.both or theirs.state != ours.state


def _origin_clash(known: Group, occurrence: Occurrence) -> bool:
    """Tell whether one was launched from a country that the doer of the other does not belong to."""
    ours = {role.actor.country for role in occurrence.roles.actors} - {None}
    theirs = {role.actor.country for role in known.actors()} - {None}
    from_ours = {occurrence.origin.country} - {None} if occurrence.origin else set()
    from_theirs = {item.origin.country for item in known.occurrences if item.origin} - {None}
    if from_ours and from_theirs:
        return not from_ours & from_theirs
    return bool(from_ours and theirs and not from_ours & theirs) or bool(
        from_theirs and ours and not from_theirs & ours
    )


def _places_clash(known: Group, occurrence: Occurrence) -> bool:
    ours, theirs = _finest(occurrence.places), _finest(known.places.values())
    relations = {a.relation_to(b) for a in ours for b in theirs}
    return bool(relations) and relations <= {Relation.CONFLICTS}


def _finest(places: Iterable[Place]) -> list[Place]:
    """Return the places that hold no other of them: of "Homs in Syrië" only Homs."""
    fine = [place for place in places if place.precision in _FINE]
    return [
        place
        for place in fine
        if not any(place.relation_to(other) is Relation.WIDER for other in fine)
    ]


def _parties_clash(known: Group, occurrence: Occurrence) -> bool:
    """Tell whether other named parties did it (to others): an answer is an event of its own."""
    ours = [role.actor for role in occurrence.roles.actors if role.actor.named]
    theirs = [role.actor for role in known.actors() if role.actor.named]
    struck = [role.actor for role in known.recipients() if role.actor.named]
    if any(a.relation_to(b) in RELATED for a in ours for b in struck):
        return True
    hit = [role.actor for role in occurrence.roles.recipients if role.actor.named]
    if any(a.relation_to(b) in RELATED for a in theirs for b in hit):
        return True
    relations = {a.relation_to(b) for a in ours for b in theirs}
    if not relations or relations & RELATED:
        return False
    shared = {a.country for a in ours if a.country} & {b.country for b in theirs if b.country}
    return not shared and not _may_be_one_force(ours, theirs)


def _may_be_one_force(ours: list[Actor], theirs: list[Actor]) -> bool:
    """Tell whether both are police of which no other country is known: "politie Londen" and "agenten"."""
    police = all(actor.kind is ActorKind.POLICE for actor in (*ours, *theirs))
    known = all(any(actor.country for actor in side) for side in (ours, theirs))
    return police and not known
