"""The timeline: which events, in which order.

Example:
    `timeline(record, TimelineFilter(about="ambassade bagdad", disputed=True))` gives the events that
    have both words among their parties, places and quotes and on which parties contradict one another.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from wederhoor.model import EventType, Realis
from wederhoor.model.actor import folded
from wederhoor.query.catalogue import Catalogue, Entry
from wederhoor.query.placing import HAPPENED, NOT_YET
from wederhoor.query.record import Record


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
    for number in _numbers(known, wanted or TimelineFilter()):
        yield known.entries[number]


def left_out(record: Record | Catalogue, wanted: TimelineFilter) -> int:
    """Count the events that only `unrealised` would add to this timeline."""
    if wanted.unrealised or wanted.realis:
        return 0
    known = record if isinstance(record, Catalogue) else Catalogue(record)
    return len(_numbers(known, replace(wanted, realis=NOT_YET)))


def _numbers(known: Catalogue, wanted: TimelineFilter) -> list[int]:
    """Return the places on the timeline of what is kept: the rarest that is asked for comes first."""
    asked = sorted(_asked(known, wanted), key=len)
    numbers = sorted(set(asked[0]).intersection(*asked[1:])) if asked else range(len(known.entries))
    if wanted.first is None and wanted.last is None:
        return list(numbers)
    low = wanted.first.toordinal() if wanted.first else 0
    high = wanted.last.toordinal() if wanted.last else date.max.toordinal()
    entries = known.entries
    return [n for n in numbers if _meets(entries[n].placing.days.ranges, low, high)]


def _asked(known: Catalogue, wanted: TimelineFilter) -> Iterator[Collection[int]]:
    """Yield for each thing that is asked the events that have it."""
    having = known.postings.having
    realis = wanted.realis or (frozenset() if wanted.unrealised else HAPPENED)
    if realis:
        yield having("realis", *realis)
    if wanted.only is not None:
        yield having("event", *wanted.only)
    if wanted.types:
        yield having("type", *wanted.types)
    for kind, name in (
        ("actor", wanted.actor),
        ("place", wanted.place),
        ("outlet", wanted.outlet),
        ("disputed", "yes" if wanted.disputed else ""),
        ("updated", "yes" if wanted.updated else ""),
    ):
        if name:
            yield having(kind, name)
    for word in folded(wanted.about).split():
        yield known.vocabulary.beginning(word)


def _meets(ranges: Iterable[tuple[int, int]], low: int, high: int) -> bool:
    return any(start <= high and low <= end for start, end in ranges)
