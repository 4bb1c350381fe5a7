"""A record with what readers ask of it again and again worked out once.

Example:
    `Catalogue(record).party("Q794")` is Iran with every event in which it acts, undergoes or speaks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from wederhoor.model import Actor, Claim, Place, WeighedEvent
from wederhoor.model.actor import folded
from wederhoor.query.placing import Placing, place_in_time
from wederhoor.query.record import Record


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a timeline: an event, and where it stands.

    Attributes:
        weighed: the event.
        placing: its days, or those of its earliest report.
        actors: keys of the parties that act, undergo or speak in it.
        places: keys of its places.
        outlets: the outlets that report it.
    """

    weighed: WeighedEvent
    placing: Placing
    actors: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    outlets: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Named:
    """A party, place or outlet that a timeline can be narrowed to.

    Attributes:
        key: what tells it from others.
        name: the name that most claims give it.
        events: how many events it is in.
    """

    key: str
    name: str
    events: int


class Catalogue:
    """A record and its indexes; each is made when it is first asked for."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self._words: dict[str, frozenset[str]] = {}

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """All events, in order of the timeline."""
        return tuple(_entry(weighed, self.record) for weighed in self.record.events)

    @cached_property
    def by_id(self) -> Mapping[str, Entry]:
        """The events by their id."""
        return {entry.weighed.event.id: entry for entry in self.entries}

    @cached_property
    def by_report(self) -> Mapping[str, tuple[WeighedEvent, ...]]:
        """The events that each report mentions, by the id of the report."""
        found: dict[str, dict[str, WeighedEvent]] = {}
        for weighed in self.record.events:
            for mention in weighed.event.mentions:
                found.setdefault(mention.report, {})[weighed.event.id] = weighed
        return {report: tuple(events.values()) for report, events in found.items()}

    @cached_property
    def parties(self) -> tuple[Named, ...]:
        """The parties that are known by name, in most events first."""
        names: dict[str, Counter[str]] = {}
        for weighed in self.record.events:
            for claim in weighed.event.claims:
                for actor in _actors(claim):
                    if actor.named:
                        names.setdefault(actor.key, Counter())[actor.name] += 1
        events = Counter(key for entry in self.entries for key in entry.actors)
        return _ranked({key: (_usual(found), events[key]) for key, found in names.items()})

    @cached_property
    def places(self) -> tuple[Named, ...]:
        """The places of the events, that of most events first."""
        names: dict[str, str] = {}
        events: Counter[str] = Counter()
        for entry in self.entries:
            events.update(entry.places)
            for place in entry.weighed.event.where:
                names.setdefault(place.key, place.name)
        return _ranked({key: (name, events[key]) for key, name in names.items()})

    @cached_property
    def outlets(self) -> tuple[Named, ...]:
        """The outlets of the reports, with how many events each reports."""
        events = Counter(name for entry in self.entries for name in entry.outlets)
        known = {report.outlet for report in self.record.reports.values() if report.outlet}
        return _ranked({name: (name, events[name]) for name in known})

    def party(self, key: str) -> Named | None:
        """Return the party with this key, or None."""
        return self._parties_by_key.get(key)

    @cached_property
    def _parties_by_key(self) -> Mapping[str, Named]:
        return {named.key: named for named in self.parties}

    def claims_in(self, reports: Iterable[str], terms: Sequence[frozenset[str]]) -> list[Claim]:
        """Return the claims in these reports whose own words hold all terms.

        Args:
            reports: ids of reports.
            terms: of each word that is asked for, the folded forms that count as it.
        """
        found: list[Claim] = []
        for report in reports:
            text = self.record.reports[report].text
            for weighed in self.by_report.get(report, ()):
                for claim in weighed.event.claims:
                    if claim.report == report and not claim.is_plain_mention:
                        words = folded(claim.span.of(text)).split()
                        if terms and all(_holds(words, forms) for forms in terms):
                            found.append(claim)
        return found

    def words(self, entry: Entry) -> frozenset[str]:
        """Return the folded words among an event's parties, places and quotes."""
        name = entry.weighed.event.id
        if name not in self._words:
            texts = _texts(entry.weighed, self.record)
            self._words[name] = frozenset(word for text in texts for word in folded(text).split())
        return self._words[name]


def _holds(words: Sequence[str], forms: frozenset[str]) -> bool:
    return any(word.startswith(form) for word in words for form in forms)


def _entry(weighed: WeighedEvent, record: Record) -> Entry:
    event = weighed.event
    reports = {mention.report for mention in event.mentions}
    return Entry(
        weighed,
        place_in_time(event, record.reports),
        frozenset(actor.key for claim in event.claims for actor in _actors(claim)),
        frozenset(place.key for place in event.where),
        frozenset(record.reports[name].outlet for name in reports),
    )


def _actors(claim: Claim) -> Iterator[Actor]:
    if isinstance(claim.value, Actor):
        yield claim.value
    yield from claim.sources


def _usual(names: Counter[str]) -> str:
    return min(names, key=lambda name: (-names[name], name))


def _ranked(found: Mapping[str, tuple[str, int]]) -> tuple[Named, ...]:
    named = (Named(key, name, events) for key, (name, events) in found.items())
    return tuple(sorted(named, key=lambda item: (-item.events, item.name, item.key)))


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
