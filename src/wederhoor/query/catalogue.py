"""A record with what readers ask of it again and again worked out once.

Example:
    `Catalogue(record).party_record("Q794")` is what Iran said and what is said of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from wederhoor.model import Actor, Claim, Place, Report, WeighedEvent
from wederhoor.model.actor import folded
from wederhoor.query.placing import Placing, place_in_time
from wederhoor.query.postings import Postings, Vocabulary
from wederhoor.query.record import Record
from wederhoor.query.speaking import Party, PartyRecord, parties, party_record
from wederhoor.query.stories import Story, stories


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
    def by_mention(self) -> Mapping[str, WeighedEvent]:
        """The event that each mention is of, by the id of the mention."""
        return {m.id: weighed for weighed in self.record.events for m in weighed.event.mentions}

    @cached_property
    def by_claim(self) -> Mapping[str, WeighedEvent]:
        """The event that each claim is on, by the id of the claim."""
        return {c.id: weighed for weighed in self.record.events for c in weighed.event.claims}

    @cached_property
    def postings(self) -> Postings:
        """Which events have a type, realis, party, place or outlet, by their number among `entries`."""
        return Postings(_named(entry) for entry in self.entries)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """Which events hold a word among their parties, places and quotes, by their number."""
        return Vocabulary(
            frozenset(
                word for text in _texts(weighed, self.record) for word in folded(text).split()
            )
            for weighed in self.record.events
        )

    @cached_property
    def _articles(self) -> Mapping[tuple[str, str], list[Report]]:
        found: dict[tuple[str, str], list[Report]] = {}
        for report in self.record.reports.values():
            if article := report.article:
                found.setdefault((report.outlet, article), []).append(report)
        return found

    def article(self, report: Report) -> Record:
        """Return the part of the record that tells of one article: its versions, and their events."""
        same = self._articles.get((report.outlet, report.article), [report])
        events = {w.event.id: w for one in same for w in self.by_report.get(one.id, ())}
        reports = {one.id: one for one in same}
        return replace(self.record, reports=reports, events=tuple(events.values()))

    @cached_property
    def disputed(self) -> int:
        """On how many events parties contradict one another."""
        return len(self.postings.having("disputed", "yes"))

    @cached_property
    def span(self) -> tuple[date, date] | None:
        """The first and the last day of the reports; None where there are none."""
        days = [report.days.ranges for report in self.record.reports.values()]
        if not days:
            return None
        first, last = min(one[0][0] for one in days), max(one[-1][1] for one in days)
        return date.fromordinal(first), date.fromordinal(last)

    @cached_property
    def everyone(self) -> Mapping[str, Party]:
        """All who speak, act or have something done to them, by their key; who speaks most first."""
        return {party.key: party for party in parties(self.record)}

    @cached_property
    def parties(self) -> tuple[Named, ...]:
        """The parties that are known by name, in most events first."""
        return _ranked(
            {
                key: (party.actor.name, len(self.postings.having("actor", key)))
                for key, party in self.everyone.items()
                if party.actor.named
            }
        )

    def party_record(self, key: str) -> PartyRecord:
        """Return all that one party said, and all that is said of it; see `party_record`.

        Raises:
            QueryError: nobody in the record has that key.
        """
        numbers = sorted(self.postings.having("actor", key))
        events = tuple(self.record.events[number] for number in numbers)
        return party_record(replace(self.record, events=events), key)

    @cached_property
    def threads(self) -> tuple[Story, ...]:
        """The storylines, in order of their first event."""
        return stories(self.record)

    def story(self, name: str) -> Story | None:
        """Return the storyline with this id, or None."""
        first = self.by_id.get("e" + name[1:]) if name.startswith("s") else None
        found = self.thread_of.get(first.weighed.event.id) if first else None
        return found if found is not None and found.id == name else None

    @cached_property
    def thread_of(self) -> Mapping[str, Story]:
        """The storyline that an event is in, by the id of the event."""
        return {told.event.id: story for story in self.threads for told in story.events}

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


def _named(entry: Entry) -> Iterator[tuple[str, str]]:
    event = entry.weighed.event
    yield "event", event.id
    yield "type", event.type
    yield "realis", event.realis
    for kind, names in (
        ("actor", entry.actors),
        ("place", entry.places),
        ("outlet", entry.outlets),
    ):
        for name in names:
            yield kind, name
    if entry.weighed.disputed:
        yield "disputed", "yes"
    if entry.weighed.updated:
        yield "updated", "yes"


def _actors(claim: Claim) -> Iterator[Actor]:
    if isinstance(claim.value, Actor):
        yield claim.value
    yield from claim.sources


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
