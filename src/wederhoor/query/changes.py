"""What changed in the record between two moments: new events, new values, disputes opened and closed.

Events are matched by the mentions that they share, so an event that took in another is one change of one
event. A difference holds all that it takes to make the one record out of the other.

Example:
    `difference(history.as_of("2019-04-21"), history.as_of("2019-04-22"))` tells of the Easter bombings that
    the toll went from 215 to 290, and that the government now names a group.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from wederhoor.model import Dispute, DisputeKind, Field, Position, Report, WeighedEvent
from wederhoor.query.placing import place_in_time
from wederhoor.query.record import Record


class ChangeKind(StrEnum):
    """What became of an event."""

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"  # only towards an earlier moment


@dataclass(frozen=True, slots=True)
class Change:
    """What changed of one event.

    Attributes:
        kind: new, changed or gone.
        before: the event at the first moment; None for a new one.
        after: the event at the second; None for one that is gone.
        merged: further events of the first moment that are now one with it.
        split: whether it was part of another event at the first moment.
        positions: positions that nobody took before.
        dropped: positions that are in it no longer.
        steps: updates, refinements and corrections that came up.
        opened: disputes that came up.
        closed: disputes that are none any more.
    """

    kind: ChangeKind
    before: WeighedEvent | None
    after: WeighedEvent | None
    merged: tuple[WeighedEvent, ...] = ()
    split: bool = False
    positions: tuple[Position, ...] = ()
    dropped: tuple[Position, ...] = ()
    steps: tuple[Dispute, ...] = ()
    opened: tuple[Dispute, ...] = ()
    closed: tuple[Dispute, ...] = ()

    @property
    def weighed(self) -> WeighedEvent:
        """The event as it is after the change; as it was, where it is gone."""
        found = self.after or self.before
        if found is None:
            raise ValueError("a change is of an event")
        return found

    @property
    def tells(self) -> bool:
        """Whether there is something to tell: more than the same again in another report."""
        told = (self.merged, self.positions, self.dropped, self.steps, self.opened, self.closed)
        return self.kind is not ChangeKind.CHANGED or self.split or any(told)


@dataclass(frozen=True, slots=True)
class Difference:
    """What it takes to make one record out of another.

    Attributes:
        first: the moment of the one, as asked; None for all reports.
        second: the moment of the other.
        reports: the reports that came, in order of publication.
        gone: ids of the reports that are in the first only.
        changes: of every event that is not the same in both, in order of the timeline.
    """

    first: str | None
    second: str | None
    reports: tuple[Report, ...]
    gone: tuple[str, ...]
    changes: tuple[Change, ...]


def difference(first: Record, second: Record) -> Difference:
    """Compare two records of the same facts at two moments.

    Args:
        first: the record at one moment, usually the earlier.
        second: the record at the other.
    """
    home = {mention.id: weighed for weighed in first.events for mention in weighed.event.mentions}
    heirs = _heirs(second.events, home)
    changes = [
        change for after in second.events if (change := _change(after, heirs, home)) is not None
    ]
    kept = {mention.id for weighed in second.events for mention in weighed.event.mentions}
    changes += [
        Change(ChangeKind.GONE, before, None)
        for before in first.events
        if kept.isdisjoint(mention.id for mention in before.event.mentions)
    ]
    reports = {**first.reports, **second.reports}
    changes.sort(key=lambda change: place_in_time(change.weighed.event, reports).order)
    return Difference(
        first=first.as_of,
        second=second.as_of,
        reports=tuple(
            report for name, report in second.reports.items() if name not in first.reports
        ),
        gone=tuple(name for name in first.reports if name not in second.reports),
        changes=tuple(changes),
    )


def applied(record: Record, found: Difference) -> Record:
    """Make the second record out of the first.

    Args:
        record: the record that the difference starts from.
        found: the difference.

    Returns:
        A record equal to the one that the difference leads to.
    """
    gone = frozenset(found.gone)
    reports = [report for name, report in record.reports.items() if name not in gone]
    reports = sorted((*reports, *found.reports), key=lambda report: report.order)
    known = MappingProxyType({report.id: report for report in reports})
    left = {
        weighed.event.id
        for change in found.changes
        for weighed in (change.before, *change.merged)
        if weighed is not None
    }
    events = [weighed for weighed in record.events if weighed.event.id not in left]
    events += [change.after for change in found.changes if change.after is not None]
    events.sort(key=lambda weighed: place_in_time(weighed.event, known).order)
    return Record(known, tuple(events), found.second)


# ---------------------------------------------------------------- which event went where
def _heirs(
    events: Iterable[WeighedEvent], home: Mapping[str, WeighedEvent]
) -> dict[str, WeighedEvent]:
    """By id of an event at the first moment, the one at the second that has most of its mentions."""
    shared: dict[str, dict[str, int]] = {}
    known: dict[str, WeighedEvent] = {}
    for weighed in events:
        known[weighed.event.id] = weighed
        for mention in weighed.event.mentions:
            if mention.id in home:
                counts = shared.setdefault(home[mention.id].event.id, {})
                counts[weighed.event.id] = counts.get(weighed.event.id, 0) + 1
    return {
        before: known[min(counts, key=lambda after: (-counts[after], after))]
        for before, counts in shared.items()
    }


def _change(
    after: WeighedEvent, heirs: Mapping[str, WeighedEvent], home: Mapping[str, WeighedEvent]
) -> Change | None:
    """The change that led to an event; None where it is the same as before."""
    mentions = (home.get(mention.id) for mention in after.event.mentions)
    from_which = {found.event.id: found for found in mentions if found is not None}
    inherited = [found for name, found in from_which.items() if heirs[name] is after]
    if inherited == [after]:
        return None
    # the event that keeps its name goes on, else the one that gave most mentions
    inherited.sort(key=lambda found: (found.event.id != after.event.id, -len(found.event.mentions)))
    if not inherited:
        return _compared(ChangeKind.NEW, None, after, split=bool(from_which))
    before, *merged = inherited
    return _compared(ChangeKind.CHANGED, before, after, merged=tuple(merged))


def _compared(
    kind: ChangeKind,
    before: WeighedEvent | None,
    after: WeighedEvent,
    *,
    merged: tuple[WeighedEvent, ...] = (),
    split: bool = False,
) -> Change:
    olds = (*([before] if before else []), *merged)
    said = _takers(position for old in olds for position in old.positions)
    says = _takers(after.positions)
    old_pairs = {_pair(found, said) for old in olds for found in old.disputes}
    new_pairs = {_pair(found, says) for found in after.disputes}
    come = [found for found in after.disputes if _pair(found, said) not in old_pairs]
    ended = [found for old in olds for found in old.disputes if _pair(found, says) not in new_pairs]
    return Change(
        kind=kind,
        before=before,
        after=after,
        merged=merged,
        split=split,
        positions=tuple(p for p in after.positions if _taken(p, said) is None),
        dropped=tuple(p for old in olds for p in old.positions if _taken(p, says) is None),
        steps=tuple(found for found in come if found.kind is not DisputeKind.DISPUTE),
        opened=tuple(found for found in come if found.kind is DisputeKind.DISPUTE),
        closed=tuple(found for found in ended if found.kind is DisputeKind.DISPUTE),
    )


# ---------------------------------------------------------------- the same position at two moments
_Pair = tuple[DisputeKind, Field, frozenset[str | None]]


def _takers(positions: Iterable[Position]) -> dict[str, str]:
    """Each claim to the first claim of its position: a position is the same while it has a claim left."""
    return {claim.id: position.claims[0].id for position in positions for claim in position.claims}


def _taken(position: Position, takers: Mapping[str, str]) -> str | None:
    return next((takers[claim.id] for claim in position.claims if claim.id in takers), None)


def _pair(found: Dispute, takers: Mapping[str, str]) -> _Pair:
    both = frozenset(_taken(position, takers) for position in (found.first, found.second))
    return (found.kind, found.field, both)
