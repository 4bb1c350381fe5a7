"""What an event is called and who is said to say something."""

from __future__ import annotations

from dataclasses import replace

import pytest

from wederhoor.model import Actor, DaySet, EventType, Report, Stance, Trigger
from wederhoor.query import Record
from wederhoor.resources.labels import Labels
from wederhoor.web.view.words import heading, outlet_words, published_words, speech

NL = Labels("nl")


def test_an_event_is_called_by_its_type_and_most_specific_place(record: Record) -> None:
    events = {item.event.id: item.event for item in record.events}
    assert heading(events["eva"], record.reports, NL) == "Aanval, Ain al-Asad"


def test_without_a_place_it_is_called_by_its_type_and_the_words_of_its_first_report(
    record: Record,
) -> None:
    event = next(item.event for item in record.events if item.event.id == "evd")
    assert heading(event, record.reports, NL) == "Protest: een betoging."


def test_words_that_only_repeat_the_type_are_left_out(record: Record) -> None:
    event = next(item.event for item in record.events if item.event.id == "eva")
    mention = event.mentions[1]
    start = record.reports[mention.report].text.index("raketaanval") + len("raket")
    span = replace(mention.triggers[0].span, start=start)
    bare = replace(mention, triggers=(Trigger(span, "t"),))
    again = replace(event, where=(), mentions=(bare,), type=EventType.ASSAULT)
    assert span.of(record.reports[mention.report].text) == "aanval"
    assert heading(again, record.reports, NL) == "Aanval"


def test_a_chain_of_sources_names_the_innermost_first() -> None:
    fars, iran = Actor("Fars"), Actor("Iran")
    assert speech((fars, iran), Stance.ASSERT, NL) == "Fars (volgens Iran) zegt"
    assert speech((iran,), Stance.DENY, NL) == "Iran ontkent"
    assert speech((), Stance.ASSERT, NL) == "in eigen woorden van het bericht"
    many = Actor("Amerikaanse functionarissen")
    assert speech((many,), Stance.ASSERT, NL) == "Amerikaanse functionarissen zeggen"
    assert speech((many,), Stance.UNKNOWN, NL) == "Amerikaanse functionarissen weten het niet"


@pytest.mark.parametrize(
    ("published", "words"),
    [
        ("2020-01-08T16:05:00+01:00", "8 jan 2020, 16:05"),
        ("2020-01-08", "8 jan 2020"),
        ("2020-01", "jan 2020"),
    ],
)
def test_a_moment_is_told_as_exactly_as_it_is_known(published: str, words: str) -> None:
    told = Report("r", "", "Tekst.", published, DaySet.from_edtf(published[:10]))
    assert published_words(told, NL) == words


def test_a_report_without_an_outlet_says_so() -> None:
    assert outlet_words((), NL) == outlet_words(("",), NL) == "medium onbekend"
    assert outlet_words(("De Dijk", ""), NL) == "De Dijk, medium onbekend"
