"""Threads of events that answer or follow one another."""

from __future__ import annotations

import re

import pytest
from tests.records import IRAN, OMAN, SOHAR, Told, report

from wederhoor.errors import QueryError
from wederhoor.model import Actor, ActorKind, EventType, Field, Reading, Report
from wederhoor.query import LinkKind, Record, Story, build_record, stories, story_of
from wederhoor.query.answering import cue
from wederhoor.resources.loader import load_entries

KABUL_RAIDERS = Actor("Taliban", "Q42418", ActorKind.ARMED_GROUP)
CREW = Actor("bemanning", kind=ActorKind.PEOPLE)


def act(name: str, day: str, text: str, kind: EventType, actor: Actor, recipient: Actor) -> Told:
    """A report of one act, whose trigger is its last word."""
    told = Told(report(name, day, text)).event(
        kind, text.rsplit(maxsplit=1)[-1].strip("."), when=day
    )
    told.claim(Field.ACTOR, actor, text.split(maxsplit=1)[0])
    told.claim(Field.RECIPIENT, recipient, text.split()[1])
    return told


RAID = act("a", "2021-03-04", "Iran Oman haven aanval.", EventType.ASSAULT, IRAN, OMAN)
PUNISHED = act("b", "2021-03-10", "Oman Iran schepen sancties.", EventType.SANCTION, OMAN, IRAN)
ELSEWHERE = act("c", "2021-03-09", "Taliban post overval.", EventType.ASSAULT, KABUL_RAIDERS, CREW)
LATE = act("d", "2021-07-10", "Oman Iran haven blokkade.", EventType.COERCE, OMAN, IRAN)


def record(*told: Told) -> Record:
    pairs: list[tuple[Report, Reading]] = [(one.report, one.reading()) for one in told]
    return build_record([kept for kept, _ in pairs], [reading for _, reading in pairs])


def kinds(story: Story) -> list[EventType]:
    return [weighed.event.type for weighed in story.events]


def test_what_the_same_parties_do_next_is_in_the_story() -> None:
    (story,) = stories(record(RAID, PUNISHED, ELSEWHERE, LATE))
    assert kinds(story) == [EventType.ASSAULT, EventType.SANCTION]
    assert [link.kind for link in story.links] == [LinkKind.FOLLOWS]
    assert set(story.links[0].shared) == {"Iran", "Oman"}
    assert story.names == ("Iran", "Oman")


def test_what_a_report_tells_as_an_answer_is_in_the_story_without_a_shared_party() -> None:
    text = "Als vergelding voor de ontvoering bestookte het leger een dorp."
    told = Told(report("x", "2021-03-04", text))
    told.event(EventType.COERCE, "ontvoering", when="2021-03-01")
    told.event(EventType.ASSAULT, "bestookte", when="2021-03-04")
    (story,) = stories(record(told, ELSEWHERE))
    assert kinds(story) == [EventType.COERCE, EventType.ASSAULT]
    assert [link.kind for link in story.links] == [LinkKind.ANSWERS]


def test_two_acts_in_one_place_by_nobody_known_are_no_story() -> None:
    first = Told(report("x", "2021-03-04", "Een overval.")).event(
        EventType.ASSAULT, "overval", when="2021-03-04", where=(SOHAR,)
    )
    second = Told(report("y", "2021-03-06", "Een betoging.")).event(
        EventType.PROTEST, "betoging", when="2021-03-06", where=(SOHAR,)
    )
    assert stories(record(first, second)) == ()


def test_the_story_of_an_event_is_found_by_any_of_its_events() -> None:
    made = record(RAID, PUNISHED, ELSEWHERE)
    (story,) = stories(made)
    assert {story_of(made, weighed.event.id) for weighed in story.events} == {story}
    alone = next(w for w in made.events if w not in story.events)
    with pytest.raises(QueryError, match="in no story"):
        story_of(made, alone.event.id)


@pytest.mark.parametrize("entry", load_entries("nl/responses.yaml", frozenset({"words"})))
def test_words_of_response_are_found_in_the_examples_and_not_beside_them(entry: object) -> None:
    for example in entry.examples:  # type: ignore[attr-defined] # parametrized
        found = cue().search(example["text"])
        assert found
        assert found.group().casefold() == example["words"]
    for text in entry.counterexamples:  # type: ignore[attr-defined]
        assert not re.search(cue(), text)
