"""The days of events without a time of their own: by words of order, and by conventions of news."""

from __future__ import annotations

import pytest
from tests.told import Tell

from wederhoor.model import EventMention, EventType, Reading
from wederhoor.resources.loader import load_entries

ORDER = [
    pytest.param(example, id=f"{entry.id}: {example['text']}")
    for entry in load_entries("nl/order.yaml", frozenset({"words", "days", "examples"}))
    for example in entry.data["examples"]
]
NEWS = "Vanochtend is een aanslag gepleegd op een markt in Homs. "


def _last(read: Reading) -> EventMention:
    return max(read.mentions, key=lambda mention: mention.triggers[0].span.start)


def _of(read: Reading, kind: EventType) -> EventMention:
    return next(mention for mention in read.mentions if mention.type is kind)


@pytest.mark.parametrize("example", ORDER)
def test_a_word_of_order_does_what_its_example_says(tell: Tell, example: dict[str, object]) -> None:
    found = _last(tell(str(example["text"]), published=str(example["published"])))
    assert found.when is not None
    assert found.when.edtf() == str(example["when"])
    assert not found.when_inferred


def test_what_is_told_on_with_the_news_of_the_day_is_of_that_day(tell: Tell) -> None:
    found = _of(
        tell(NEWS + "De politie pakte zeven mannen op.", published="2021-05-12"), EventType.COERCE
    )
    assert found.when is not None
    assert found.when.edtf() == "2021-05-12"
    assert found.when_inferred
    assert {timing.rule for timing in found.timings} == {"news.goes-on", "news.past"}


@pytest.mark.parametrize(
    "text",
    [
        "De politie had eerder zeven mannen opgepakt.",
        "Vorige maand pakte de politie zeven mannen op. Het leger arresteerde een generaal.",
        "De politie pakt geregeld mannen op.",
        "Het leger wil zeven mannen oppakken.",
    ],
)
def test_background_and_plans_get_no_day_from_the_news(tell: Tell, text: str) -> None:
    read = tell(NEWS + text, published="2021-05-12")
    assert not any(m.when_inferred for m in read.mentions if m.type is EventType.COERCE)


def test_news_of_yesterday_leaves_open_when_what_followed_was(tell: Tell) -> None:
    text = (
        "Gisteren is een aanslag gepleegd op een markt in Homs. De politie pakte zeven mannen op."
    )
    assert _of(tell(text, published="2021-05-12"), EventType.COERCE).when is None


def test_days_from_a_named_event_are_not_that_events_own(tell: Tell) -> None:
    text = (
        "Op 4 april 2021 pleegden rebellen een aanslag op een markt in Homs. "
        "Twee dagen na de aanslag arresteerde de politie zes mannen."
    )
    read = tell(text, published="2021-05-12")
    whens = {m.type: m.when.edtf() for m in read.mentions if m.when}
    assert whens == {EventType.ASSAULT: "2021-04-04", EventType.COERCE: "2021-04-06"}


def test_what_is_told_as_done_was_not_after_publication(tell: Tell) -> None:
    text = "Er waren aanslagen op kerken waar gelovigen het paasfeest vierden."
    read = tell(text, published="2021-04-04")
    assert [m.when.edtf() for m in read.mentions if m.when] == ["2021-04-04"]
