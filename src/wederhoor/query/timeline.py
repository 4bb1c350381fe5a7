"""The timeline: which events, in which order.

Example:
    `timeline(record, TimelineFilter(about="ambassade bagdad", disputed=True))` gives the events that
    have both words among their parties, places and quotes and on which parties contradict one another.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from wederhoor.model import DaySet, EventType, Realis
from wederhoor.model.actor import folded
from wederhoor.query.catalogue import Catalogue, Entry
from wederhoor.query.record import Record

NOT_YET = frozenset({Realis.PLANNED, Realis.THREATENED, Realis.CALLED_FOR, Realis.HYPOTHETICAL})
"""What is told of the future or only supposed: not on the timeline unless asked for."""


@dataclass(frozen=True, slots=True)
class TimelineFilter:
    """What to keep of a timeline; the empty filter keeps all that is told as having happened.

    Attributes:
        first: keep events with a possible day on or after this one.
        last: keep events with a possible day on or before this one.
        types: keep these types; empty keeps all.
        about: keep events that have each of these words (or its beginning), without regard to
            case and accents, among the names of parties and places and the quotes.
        disputed: keep only events on which parties contradict one another.
        unrealised: keep also what was planned, threatened, called for or supposed.
        only: keep only events with these ids, such as those of a story; None keeps all.
        actor: keep events in which the party of this key (`Actor.key`) acts, undergoes or speaks.
        place: keep events at the place of this key (`Place.key`).
        outlet: keep events that this outlet reports.
        updated: keep only events of which a count was replaced by a newer one.
        realis: keep these, whatever `unrealised` says; empty leaves it to `unrealised`.
    """

    first: date | None = None
    last: date | None = None
    types: frozenset[EventType] = frozenset()
    about: str = ""
    disputed: bool = False
    unrealised: bool = False
    only: frozenset[str] | None = None
    actor: str = ""
    place: str = ""
    outlet: str = ""
    updated: bool = False
    realis: frozenset[Realis] = frozenset()


def timeline(record: Record | Catalogue, wanted: TimelineFilter | None = None) -> Iterator[Entry]:
    """Yield the events that the filter keeps, in order of time.

    An event without days of its own is judged by when it was first reported. Who asks more than
    once of one record gives its catalogue.
    """
    known = record if isinstance(record, Catalogue) else Catalogue(record)
    chosen = wanted or TimelineFilter()
    words = folded(chosen.about).split()
    for entry in known.entries:
        if (
            _of_kind(entry, chosen)
            and _within(entry.placing.days, chosen)
            and _concerns(entry, chosen)
            and (not words or _speaks_of(known.words(entry), words))
        ):
            yield entry


def left_out(record: Record | Catalogue, wanted: TimelineFilter) -> int:
    """Count the events that only `unrealised` would add to this timeline."""
    if wanted.unrealised or wanted.realis:
        return 0
    everything = timeline(record, replace(wanted, unrealised=True))
    return sum(1 for entry in everything if entry.weighed.event.realis in NOT_YET)


def _of_kind(entry: Entry, wanted: TimelineFilter) -> bool:
    event = entry.weighed.event
    if wanted.only is not None and event.id not in wanted.only:
        return False
    if wanted.types and event.type not in wanted.types:
        return False
    if wanted.disputed and not entry.weighed.disputed:
        return False
    if wanted.updated and not entry.weighed.updated:
        return False
    if wanted.realis:
        return event.realis in wanted.realis
    return wanted.unrealised or event.realis not in NOT_YET


def _concerns(entry: Entry, wanted: TimelineFilter) -> bool:
    return (
        (not wanted.actor or wanted.actor in entry.actors)
        and (not wanted.place or wanted.place in entry.places)
        and (not wanted.outlet or wanted.outlet in entry.outlets)
    )


def _within(days: DaySet, wanted: TimelineFilter) -> bool:
    low = wanted.first.toordinal() if wanted.first else 0
    high = wanted.last.toordinal() if wanted.last else date.max.toordinal()
    return any(start <= high and low <= end for start, end in days.ranges)


def _speaks_of(found: frozenset[str], words: list[str]) -> bool:
    return all(any(word.startswith(wanted) for word in found) for wanted in words)
