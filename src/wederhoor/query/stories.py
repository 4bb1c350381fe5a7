"""Storylines: events that answer or follow one another, as one thread.

An event follows the earlier one that it has most in common with: named parties on either side and the
places that it is at, each weighed by how few other events it is in. Events that share only what everybody
shares are no story. An event that a report tells to answer another ("als vergelding voor") is tied to it
whatever else they share.

Example:
    The attack on two tankers, the shooting down of a drone a week later, and the sanctions after it make one
    story of Iran and the VS; a strike in Kabul in the same week is not in it.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from wederhoor.errors import QueryError
from wederhoor.model import Actor, ActorKind, Field, Place, Precision, Stance, WeighedEvent
from wederhoor.query.answering import answers
from wederhoor.query.placing import NOT_YET, place_in_time
from wederhoor.query.record import Record
from wederhoor.weighing.parties import has_name

_WINDOW: Final = 21  # days between an event and the one that follows it
_ENOUGH: Final = 3.0  # weight that two events share at least, in a record of some size
_OF_RECORD: Final = 0.8  # of the logarithm of the number of events: what is enough in a small one
_LEAST_TERMS: Final = 2
_CROWD: Final = 400  # events with a term; one with more binds nothing

_STATE_BODIES: Final = frozenset({ActorKind.STATE, ActorKind.GOVERNMENT, ActorKind.MILITARY})

Term = tuple[str, str]
"""What two events can share: "state" and a country, "party" and a key, "place" and a key."""
_WHO: Final = frozenset({"state", "party"})


class LinkKind(StrEnum):
    """How an event hangs on an earlier one."""

    ANSWERS = "answers"
    FOLLOWS = "follows"


@dataclass(frozen=True, slots=True)
class StoryLink:
    """Why an event is in the story of an earlier one.

    Attributes:
        kind: whether it is told to answer it, or follows it in time.
        first: id of the earlier event.
        second: id of the later.
        shared: names of the parties and places that both have, the most telling first.
        weight: how much these say together.
    """

    kind: LinkKind
    first: str
    second: str
    shared: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Story:
    """A thread of events.

    Attributes:
        id: that of its first event, with "s" for "e".
        names: the parties and places that most of its events share, the most frequent first.
        events: in order of time; two or more.
        links: why each event but the first is in it, in order of the later event.
    """

    id: str
    names: tuple[str, ...]
    events: tuple[WeighedEvent, ...]
    links: tuple[StoryLink, ...]


def stories(record: Record) -> tuple[Story, ...]:
    """Return the threads of two events or more, in order of their first event.

    What was only planned, asked or threatened is part of a thread only by an answer to it.

    Args:
        record: the record.
    """
    making = _Making(record)
    making.tie()
    threads: dict[int, list[int]] = {}
    for index in range(len(making.events)):
        threads.setdefault(making.root(index), []).append(index)
    return tuple(making.story(members) for members in threads.values() if len(members) > 1)


def story_of(record: Record, event: str) -> Story:
    """Return the thread that an event is in.

    Args:
        record: the record.
        event: id of the event, in full.

    Raises:
        QueryError: it is in none.
    """
    for story in stories(record):
        if any(weighed.event.id == event for weighed in story.events):
            return story
    raise QueryError(f"event {event} is in no story: nothing in the record answers or follows it")


class _Making:
    """The threads while they are made; events are known by their place on the timeline."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.events: Sequence[WeighedEvent] = record.events
        self.days = [
            place_in_time(weighed.event, record.reports).days.ranges[0][0]
            for weighed in self.events
        ]
        self.terms = [dict(_terms(weighed)) for weighed in self.events]
        self.spread = Counter(term for terms in self.terms for term in terms)
        self.links: dict[int, list[StoryLink]] = {}
        self._parent = list(range(len(self.events)))

    def tie(self) -> None:
        """Tie every event to those it answers, and to the one it follows most clearly."""
        place = {weighed.event.id: index for index, weighed in enumerate(self.events)}
        found = {
            (min(place[one], place[other]), max(place[one], place[other]))
            for one, other in answers(self.events, self.record.reports)
        }
        for first, second in sorted(found):
            self._link(LinkKind.ANSWERS, first, second)
        for second, first in self._followed():
            if (first, second) not in found:
                self._link(LinkKind.FOLLOWS, first, second)

    def _followed(self) -> Iterator[tuple[int, int]]:
        """Yield each event with the earlier one that it follows."""
        enough = min(_ENOUGH, _OF_RECORD * math.log1p(len(self.events)))
        with_term: dict[Term, list[int]] = {}
        for index, weighed in enumerate(self.events):
            if weighed.event.realis in NOT_YET:
                continue
            shared: dict[int, list[Term]] = {}
            for term in self.terms[index]:
                before = with_term.setdefault(term, [])
                if self.spread[term] <= _CROWD:
                    for other in before:
                        if self.days[index] - self.days[other] <= _WINDOW:
                            shared.setdefault(other, []).append(term)
                before.append(index)
            weights = {other: self._together(terms) for other, terms in shared.items()}
            best = max(weights, key=lambda other: (weights[other], other), default=None)
            if best is not None and weights[best] >= enough:
                yield index, best

    def _together(self, terms: Sequence[Term]) -> float:
        """What terms say together: 0 without a party, or with one term alone; a place in a place is one."""
        parties = [self._weight(term) for term in terms if term[0] in _WHO]
        places = [self._weight(term) for term in terms if term[0] not in _WHO]
        said = parties + ([max(places)] if places else [])
        return round(sum(said), 6) if parties and len(said) >= _LEAST_TERMS else 0.0

    def _weight(self, term: Term) -> float:
        return math.log1p(len(self.events) / self.spread[term])

    def _link(self, kind: LinkKind, first: int, second: int) -> None:
        terms = [term for term in self.terms[second] if term in self.terms[first]]
        terms.sort(key=lambda term: (-self._weight(term), term))
        link = StoryLink(
            kind=kind,
            first=self.events[first].event.id,
            second=self.events[second].event.id,
            shared=tuple(dict.fromkeys(self.terms[second][term] for term in terms)),
            weight=round(self._together(terms), 2),
        )
        self.links.setdefault(second, []).append(link)
        one, other = sorted((self.root(first), self.root(second)))
        self._parent[other] = one

    def root(self, index: int) -> int:
        """Return the first event of the thread that an event is in so far."""
        while self._parent[index] != index:
            self._parent[index] = self._parent[self._parent[index]]
            index = self._parent[index]
        return index

    def story(self, members: Sequence[int]) -> Story:
        """Return the thread of these events."""
        events = tuple(self.events[index] for index in members)
        counts = Counter(term for index in members for term in self.terms[index])
        shared = [term for term, number in counts.items() if number > 1]
        shared.sort(key=lambda term: (-counts[term] * self._weight(term), term))
        names = {term: name for index in members for term, name in self.terms[index].items()}
        return Story(
            id="s" + events[0].event.id[1:],
            names=tuple(dict.fromkeys(names[term] for term in shared)),
            events=events,
            links=tuple(link for index in members for link in self.links.get(index, ())),
        )


# ---------------------------------------------------------------- what events can share
def _terms(weighed: WeighedEvent) -> Iterator[tuple[Term, str]]:
    """Yield the parties and places of an event, each with its name; that of a state after its bodies."""
    values = (
        position.value
        for position in weighed.positions
        if position.field in (Field.ACTOR, Field.RECIPIENT)
        and position.stance is not Stance.UNKNOWN
    )
    parties = [value for value in values if isinstance(value, Actor) and has_name(value)]
    for party in sorted(parties, key=lambda found: found.kind is ActorKind.STATE):
        yield _party(party), party.name
    for place in weighed.event.where:
        if not place.inferred:
            yield _at(place), place.name


def _party(actor: Actor) -> Term:
    """A party; the bodies of a state are that state."""
    if actor.country and actor.kind in _STATE_BODIES:
        return ("state", actor.country)
    return ("party", actor.key)


def _at(place: Place) -> Term:
    if place.precision is Precision.COUNTRY and place.country:
        return ("country", place.country)
    return ("place", place.key)
