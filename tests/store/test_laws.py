"""Laws of the record: what goes in comes out, and the order of arrival leaves no trace."""

from __future__ import annotations

from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TypeVar

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wederhoor.model import (
    Actor,
    ActorKind,
    Claim,
    Damage,
    DaySet,
    EventMention,
    EventType,
    Field,
    Place,
    Precision,
    Quantity,
    Reading,
    Realis,
    Report,
    Span,
    Stance,
    Trigger,
)
from wederhoor.model.codec import dumps
from wederhoor.store import Store

T = TypeVar("T")

# the first text that hypothesis makes on a fresh machine takes it a second
PATIENT = settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])

TEXT = st.text(max_size=12)
NAME = st.text(min_size=1, max_size=6)
DAYS = st.builds(
    DaySet.of, st.lists(st.integers(700_000, 740_000), min_size=1, max_size=4)
) | st.builds(DaySet.of, st.just([737_000]), approximate=st.booleans())
SPANS = st.tuples(st.integers(0, 99), st.integers(0, 99)).map(lambda ends: Span(*sorted(ends)))
COUNTS = st.builds(Quantity, st.integers(0, 9), st.none() | st.integers(9, 99), st.booleans(), TEXT)
ACTORS = st.builds(
    Actor, NAME, st.none() | NAME, st.sampled_from(ActorKind), aliases=st.lists(NAME).map(tuple)
)
PLACES = st.builds(Place, NAME, precision=st.sampled_from(Precision))
VALUES = st.one_of(COUNTS, ACTORS, PLACES, st.sampled_from(Damage), st.booleans(), TEXT, st.none())


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Report, Reading]:
    """Return a report and a reading of it."""
    name, days = draw(NAME), draw(DAYS)
    report = Report(name, draw(TEXT), draw(TEXT), draw(TEXT), days, draw(TEXT), draw(TEXT))
    mention = st.builds(
        EventMention,
        NAME,
        st.just(name),
        st.sampled_from(EventType),
        st.lists(TEXT, max_size=2).map(tuple),
        st.sampled_from(Realis),
        st.none() | DAYS,
        st.lists(PLACES, max_size=2).map(tuple),
        st.lists(st.builds(Trigger, SPANS, TEXT), max_size=2).map(tuple),
    )
    claim = st.builds(
        Claim,
        NAME,
        NAME,
        st.just(name),
        st.sampled_from(Field),
        VALUES,
        st.lists(ACTORS, max_size=2).map(tuple),
        st.sampled_from(Stance),
        SPANS,
        TEXT,
        TEXT,
        st.none() | SPANS,
    )
    return report, Reading(name, draw_some(draw, mention), draw_some(draw, claim))


def draw_some(draw: st.DrawFn, items: st.SearchStrategy[T]) -> tuple[T, ...]:
    return tuple(draw(st.lists(items, max_size=3)))


@PATIENT
@given(pairs())
def test_a_report_and_its_reading_come_back_as_they_were(pair: tuple[Report, Reading]) -> None:
    report, reading = pair
    with TemporaryDirectory() as folder, Store.open(Path(folder, "r.db")) as store:
        store.add(report, reading)
        assert list(store.reports()) == [report]
        assert list(store.readings()) == [reading]


def plain(report_id: str, body: str) -> tuple[Report, Reading]:
    report = Report(report_id, "", body, "2024-03", DaySet.month(2024, 3))
    mention = EventMention(
        f"{report_id}#0", report_id, EventType.ASSAULT, (), Realis.ACTUAL, None, (), ()
    )
    claim = Claim(
        f"{report_id}:0",
        mention.id,
        report_id,
        Field.KILLED,
        None,
        (),
        Stance.ASSERT,
        Span(0, 1),
        "r",
    )
    return report, Reading(report_id, (mention,), (claim,))


def dump(folder: str, name: str, arriving: list[tuple[str, str]]) -> list[str]:
    with Store.open(Path(folder, name)) as store:
        for report_id, body in arriving:
            report, reading = plain(report_id, body)
            if store.known(report) is None:
                store.add(report, reading)
        return [dumps(item) for found in (store.reports(), store.readings()) for item in found]


@PATIENT
@given(st.dictionaries(NAME, st.sampled_from("abcd"), min_size=1), st.randoms())
def test_the_order_of_arrival_leaves_no_trace(texts: dict[str, str], chance: Random) -> None:
    arriving = list(texts.items())
    shuffled = list(arriving)
    chance.shuffle(shuffled)
    with TemporaryDirectory() as folder:
        first = dump(folder, "een.db", arriving)
        assert dump(folder, "twee.db", shuffled) == first
        assert dump(folder, "twee.db", arriving) == first
    assert len(first) == 2 * len(set(texts.values()))
