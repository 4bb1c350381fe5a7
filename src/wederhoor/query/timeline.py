"""The timeline: which events, in which order.

Example:
    `timeline(record, TimelineFilter(about="ambassade bagdad", disputed=True))` gives the events that
    have both words among their parties, places and quotes and on which parties contradict one another.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from wederhoor.model import Actor, DaySet, EventType, Place, Realis, WeighedEvent
from wederhoor.model.actor import folded
from wederhoor.query.placing import Placing, place_in_time
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
    """

    first: date | None = None
    last: date | None = None
    types: frozenset[EventType] = frozenset()
    about: str = ""
    disputed: bool = False
    unrealised: bool = False
    only: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a timeline: an event, and where it stands."""

    weighed: WeighedEvent
    placing: Placing


def timeline(record: Record, wanted: TimelineFilter | None = None) -> Iterator[Entry]:
    """Yield the events that the filter keeps, in order of time.

    An event without days of its own is judged by when it was first reported.
    """
    chosen = wanted or TimelineFilter()
    words = folded(chosen.about).split()
    for weighed in record.events:
        placing = place_in_time(weighed.event, record.reports)
        if (
            _of_kind(weighed, chosen)
            and _within(placing.days, chosen)
            and (not words or _speaks_of(weighed, words, record))
        ):
            yield Entry(weighed, placing)


def left_out(record: Record, wanted: TimelineFilter) -> int:
    """Count the events that only `unrealised` would add to this timeline."""
    if wanted.unrealised:
        return 0
    everything = timeline(record, replace(wanted, unrealised=True))
    return sum(1 for entry in everything if entry.weighed.event.realis in NOT_YET)


def _of_kind(weighed: WeighedEvent, wanted: TimelineFilter) -> bool:
    if wanted.only is not None and weighed.event.id not in wanted.only:
        return False
    if wanted.types and weighed.event.type not in wanted.types:
        return False
    if wanted.disputed and not weighed.disputed:
        return False
    return wanted.unrealised or weighed.event.realis not in NOT_YET


def _within(days: DaySet, wanted: TimelineFilter) -> bool:
    low = wanted.first.toordinal() if wanted.first else 0
    high = wanted.last.toordinal() if wanted.last else date.max.toordinal()
    return any(start <= high and low <= end for start, end in days.ranges)


def _speaks_of(weighed: WeighedEvent, words: list[str], record: Record) -> bool:
    found = {word for text in _texts(weighed, record) for word in folded(text).split()}
    return all(any(word.startswith(wanted) for word in found) for wanted in words)


def _texts(weighed: WeighedEvent, record: Record) -> Iterator[str]:
    for place in weighed.event.where:
        yield from _names(place)
    for mention in weighed.event.mentions:
        text = record.reports[mention.report].text
        for place in mention.where:
            yield from _names(place)
        for trigger in mention.triggers:
            yield trigger.span.of(text)
    for claim in weighed.event.claims:
        yield claim.span.of(record.reports[claim.report].text)
        for value in (claim.value, *claim.sources):
            if isinstance(value, Actor | Place):
                yield from _names(value)


def _names(named: Actor | Place) -> Iterator[str]:
    yield named.name
    yield named.surface
    if isinstance(named, Actor):
        yield from named.aliases
