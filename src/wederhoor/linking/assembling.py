"""From a group of mentions to the event that they tell."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Final, Protocol

from wederhoor.model.actor import folded
from wederhoor.model.dayset import DaySet
from wederhoor.model.event import Claim, Event, EventMention, EventType, Join, Realis
from wederhoor.model.place import Place
from wederhoor.model.report import Report
from wederhoor.model.timing import DayReason

MOST_ACTUAL_FIRST: Final = (
    Realis.ACTUAL,
    Realis.POSSIBLE,
    Realis.PLANNED,
    Realis.CALLED_FOR,
    Realis.THREATENED,
    Realis.HYPOTHETICAL,
    Realis.DENIED,
)
"""An event is as actual as its most actual mention; DENIED is last, since a denial in one report does not
undo what another tells: both stay, as claims."""

_RANK = {kind: rank for rank, kind in enumerate(MOST_ACTUAL_FIRST)}


class Told(Protocol):
    """What an event needs of each of its mentions: a `Profile` has it, and so has a `Telling`."""

    @property
    def mention(self) -> EventMention:
        """The mention."""

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Its claims."""

    @property
    def order(self) -> tuple[tuple[int, str, str], int]:
        """Report order, then the number of the mention in its report."""

    @property
    def when(self) -> DaySet | None:
        """The days that it can have been, as far as they can be believed."""


@dataclass(frozen=True, slots=True)
class Dated:
    """The days of an event that follow from more than its own mentions, why, and what clashes."""

    when: DaySet | None
    reasons: tuple[DayReason, ...] = ()
    clashes: tuple[tuple[DayReason, ...], ...] = ()


def event_id(first: str) -> str:
    """Return the id of the event whose earliest mention has the id `first`."""
    return "e" + hashlib.sha256(first.encode()).hexdigest()[:10]


def assemble(
    group: Sequence[Told],
    reports: Mapping[str, Report],
    joins: tuple[Join, ...],
    dated: Dated | None = None,
) -> Event:
    """Make the event of a group of mentions, given in the order of their reports.

    Example:
        "in 2019-06" and "op 20 juni 2019" give an event of 20 June 2019.
    """
    mentions = tuple(profile.mention for profile in group)
    return Event(
        id=event_id(mentions[0].id),
        type=_majority(mention.type for mention in mentions),
        modes=tuple(sorted({mode for mention in mentions for mode in mention.modes})),
        realis=min((mention.realis for mention in mentions), key=_RANK.__getitem__),
        when=(dated.when if dated else None) or _days(group),
        where=all_places(place for mention in mentions for place in mention.where),
        mentions=mentions,
        claims=tuple(
            sorted(
                (claim for profile in group for claim in profile.claims),
                key=lambda claim: _claim_order(claim, reports[claim.report]),
            )
        ),
        joins=joins,
        day_reasons=dated.reasons if dated else (),
        day_clashes=dated.clashes if dated else (),
    )


def _claim_order(claim: Claim, report: Report) -> tuple[tuple[int, str, str], int, int, str, str]:
    return (report.order, claim.span.start, claim.span.end, claim.field.value, claim.id)


def _majority(types: Iterable[EventType]) -> EventType:
    counted = Counter(types)
    return min(counted, key=lambda kind: (-counted[kind], kind.value))


def _days(group: Sequence[Told]) -> DaySet | None:
    """The days that all allow; those that cannot be right only where no mention has better ones."""
    believed = common_days(profile.when for profile in group)
    return believed or common_days(profile.mention.when for profile in group)


def common_days(given: Iterable[DaySet | None]) -> DaySet | None:
    """Return the days that all allow; unknown and approximate days narrow nothing.

    Where a reviewer joined mentions that share no day, all their days are returned.
    """
    known = sorted({days for days in given if days}, key=lambda days: days.ranges)
    exact = [days for days in known if not days.approximate]
    kept = exact or known
    if not kept:
        return None
    common: DaySet | None = kept[0]
    for days in kept[1:]:
        common = common.intersect(days) if common else None
    return common or reduce(DaySet.unite, kept)


def all_places(given: Iterable[Place]) -> tuple[Place, ...]:
    """Return each place once, most specific first; a bare name gives way to the known place.

    Example:
        "Irak", "Bagdad", "Irak" are Bagdad and Irak.
    """
    found: dict[str, Place] = {}
    for place in sorted(given, key=lambda place: place.inferred):
        found.setdefault(place.key, place)
    known = {folded(place.name) for place in found.values() if place.id}
    kept = (place for place in found.values() if place.id or folded(place.name) not in known)
    return tuple(sorted(kept, key=lambda place: (place.rank, place.key)))
