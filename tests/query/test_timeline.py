from __future__ import annotations

from datetime import date

import pytest
from tests.records import harbour_raid

from wederhoor.model import EventType
from wederhoor.query import Catalogue, TimelineFilter, build_record, left_out, timeline

PAIRS = harbour_raid()
RECORD = build_record([r for r, _ in PAIRS], [reading for _, reading in PAIRS])


def kept(wanted: TimelineFilter | None = None) -> list[EventType]:
    return [entry.weighed.event.type for entry in timeline(RECORD, wanted)]


def test_what_is_only_planned_is_not_on_the_timeline_unless_asked_for() -> None:
    assert EventType.PROTEST not in kept()
    assert EventType.PROTEST in kept(TimelineFilter(unrealised=True))
    assert left_out(RECORD, TimelineFilter()) == 1
    assert left_out(RECORD, TimelineFilter(unrealised=True)) == 0


def test_an_event_is_kept_when_one_of_its_possible_days_lies_within_the_bounds() -> None:
    assert kept(TimelineFilter(last=date(2020, 6, 1))) == [EventType.RETREAT]
    assert kept(TimelineFilter(first=date(2021, 3, 4), last=date(2021, 3, 4))) == [
        EventType.ASSAULT
    ]
    assert kept(TimelineFilter(first=date(2022, 1, 1))) == []


def test_types_and_disputes_narrow_the_timeline() -> None:
    assert kept(TimelineFilter(types=frozenset({EventType.CONSULT}))) == [EventType.CONSULT]
    assert kept(TimelineFilter(disputed=True)) == [EventType.ASSAULT]


@pytest.mark.parametrize(
    "words",
    ["Sohar", "sohár", "IRAN", "perzie", "Teheran", "oman aanval", "acht dod", "haven van sohar"],
)
def test_about_finds_words_in_parties_places_and_quotes(words: str) -> None:
    assert EventType.ASSAULT in kept(TimelineFilter(about=words))


@pytest.mark.parametrize("words", ["dorp", "ohar", "sohar utrecht"])
def test_about_does_not_find_what_no_claim_says(words: str) -> None:
    assert kept(TimelineFilter(about=words)) == []


def test_every_filter_keeps_what_looking_at_each_event_keeps() -> None:
    known = Catalogue(RECORD)
    keys = {key for entry in known.entries for key in (*entry.actors, *entry.places)}
    for key in keys:
        by_actor = [e for e in known.entries if key in e.actors]
        assert list(timeline(known, TimelineFilter(actor=key, unrealised=True))) == by_actor
        by_place = [e for e in known.entries if key in e.places]
        assert list(timeline(known, TimelineFilter(place=key, unrealised=True))) == by_place
