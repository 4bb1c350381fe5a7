"""Laws of linking: order makes no difference, every mention has one event, no event contradicts."""

from __future__ import annotations

import random
from collections.abc import Mapping
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.builders import BAGHDAD, BASE, IRAN, IRAQ, SYRIA, US, days, read, report, said, told

from wederhoor.linking import link
from wederhoor.model import (
    DaySet,
    Decision,
    DecisionKind,
    EventMention,
    EventType,
    Field,
    Reading,
    Relation,
    Report,
)
from wederhoor.model.codec import dumps

WORDS = ("raketaanval", "luchtaanval", "beschieting")
PLACES = ((), (IRAQ,), (BASE, IRAQ), (BAGHDAD,), (SYRIA,))
DAYS = (None, "2020-01-07", "2020-01-08", "2020-01-07/2020-01-09", "2020-01", "2020-01-08~")
TYPES = (EventType.ASSAULT, EventType.ASSAULT, EventType.PROTEST, EventType.REQUEST)

Telling = tuple[str, int, str | None, EventType, bool]
tellings = st.tuples(
    st.sampled_from(WORDS),
    st.integers(0, len(PLACES) - 1),
    st.sampled_from(DAYS),
    st.sampled_from(TYPES),
    st.booleans(),
)
records = st.lists(
    st.tuples(st.integers(6, 12), st.lists(tellings, min_size=1, max_size=3)),
    min_size=1,
    max_size=8,
)
choices = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7), st.booleans()), max_size=4)


def made(record: list[tuple[int, list[Telling]]]) -> tuple[dict[str, Report], list[Reading]]:
    reports, readings = {}, []
    for index, (day, told_events) in enumerate(record):
        text = " ".join(f"Toen kwam een {telling[0]} bij de stad." for telling in told_events)
        source = report(f"r{index}", text, f"2020-01-{day:02}")
        mentions, claims = [], []
        for number, (word, place, when, kind, american) in enumerate(told_events):
            mention = told(
                source,
                word,
                number=number,
                type=kind,
                when=days(when) if when else None,
                where=PLACES[place],
            )
            mentions.append(mention)
            claims.append(said(mention, source, Field.ACTOR, US if american else IRAN))
        reports[source.id] = source
        readings.append(read(mentions, claims))
    return reports, readings


def believed(mention: EventMention, reports: Mapping[str, Report]) -> DaySet | None:
    """The days of a deed told as done, unless they all lie well after its report."""
    when = mention.when
    late = when is not None and when.ranges[0][0] > reports[mention.report].days.ranges[-1][1] + 1
    return None if late else when


def decisions(picked: list[tuple[int, int, bool]]) -> list[Decision]:
    return [
        Decision(
            f"d{number}",
            DecisionKind.JOIN if join else DecisionKind.SPLIT,
            f"r{one}#0",
            f"r{other}#0",
            "lezer",
            f"2026-01-0{number + 1}",
        )
        for number, (one, other, join) in enumerate(picked)
        if one != other
    ]


@given(records, choices, st.randoms(use_true_random=False))
@settings(max_examples=80, deadline=None)
def test_any_order_of_reports_and_decisions_gives_the_same_events_byte_for_byte(
    record: list[tuple[int, list[Telling]]],
    picked: list[tuple[int, int, bool]],
    order: random.Random,
) -> None:
    reports, readings = made(record)
    decided = decisions(picked)
    before = [dumps(event) for event in link(readings, reports, decided)]
    order.shuffle(readings)
    order.shuffle(decided)
    turned = dict(reversed(reports.items()))
    assert [dumps(event) for event in link(readings, turned, decided)] == before


@given(records, choices)
@settings(max_examples=80, deadline=None)
def test_every_mention_and_every_claim_is_in_exactly_one_event(
    record: list[tuple[int, list[Telling]]], picked: list[tuple[int, int, bool]]
) -> None:
    reports, readings = made(record)
    events = link(readings, reports, decisions(picked))
    mentions = sorted(mention.id for event in events for mention in event.mentions)
    assert mentions == sorted(mention.id for reading in readings for mention in reading.mentions)
    claims = sorted(claim.id for event in events for claim in event.claims)
    assert claims == sorted(claim.id for reading in readings for claim in reading.claims)
    assert len({event.id for event in events}) == len(events)


@given(records)
@settings(max_examples=80, deadline=None)
def test_no_event_holds_a_firm_contradiction_and_hardly_a_report_twice(
    record: list[tuple[int, list[Telling]]],
) -> None:
    reports, readings = made(record)
    for event in link(readings, reports):
        told_in = {mention.report for mention in event.mentions}
        assert (len(event.mentions) - len(told_in)) * 3 <= len(told_in)
        for one, other in combinations(event.mentions, 2):
            whens = [believed(mention, reports) for mention in (one, other)]
            assert whens[0] is None or whens[0].relation_to(whens[1]) is not Relation.CONFLICTS
            countries = [{place.country for place in mention.where} for mention in (one, other)]
            assert not all(countries) or countries[0] & countries[1]


@given(records, choices)
@settings(max_examples=80, deadline=None)
def test_mentions_that_a_reviewer_splits_are_never_in_one_event(
    record: list[tuple[int, list[Telling]]], picked: list[tuple[int, int, bool]]
) -> None:
    reports, readings = made(record)
    decided = decisions(picked)
    last = {frozenset((found.first, found.second)): found.kind for found in decided}
    for event in link(readings, reports, decided):
        ids = {mention.id for mention in event.mentions}
        for pair, kind in last.items():
            assert kind is DecisionKind.JOIN or not pair <= ids


@given(records)
@settings(max_examples=80, deadline=None)
def test_the_days_of_an_event_never_exceed_those_of_its_exact_mentions(
    record: list[tuple[int, list[Telling]]],
) -> None:
    reports, readings = made(record)
    for event in link(readings, reports):
        for mention in event.mentions:
            when = believed(mention, reports)
            if when is not None and not when.approximate:
                assert event.when is not None
                assert set(event.when) <= set(when)
