from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.records import harbour_raid, report

from wederhoor.errors import QueryError
from wederhoor.model import EventType, Reading, Report
from wederhoor.query import History, Moment, Record, build_record, load_record, place_in_time
from wederhoor.store import Store

PAIRS = harbour_raid()


def record(as_of: str | None = None) -> Record:
    return build_record([r for r, _ in PAIRS], [reading for _, reading in PAIRS], (), as_of)


def types(made: Record) -> list[EventType]:
    return [weighed.event.type for weighed in made.events]


def test_events_stand_in_order_of_their_first_possible_day() -> None:
    assert types(record()) == [
        EventType.RETREAT,
        EventType.ASSAULT,
        EventType.CONSULT,
        EventType.PROTEST,
    ]


def test_the_reports_of_one_raid_give_one_disputed_event() -> None:
    raid = next(w for w in record().events if w.event.type is EventType.ASSAULT)
    assert [mention.report for mention in raid.event.mentions] == ["wb1", "pk2"]
    assert raid.disputed


def test_a_store_gives_the_same_record_as_its_facts(tmp_path: object) -> None:
    with Store.open(f"{tmp_path}/record.db") as store:
        for kept, reading in PAIRS:
            store.add(kept, reading)
        assert load_record(store) == record()


@given(st.permutations(PAIRS))
def test_the_order_of_arrival_makes_no_difference(pairs: list[tuple]) -> None:  # type: ignore[type-arg] # hypothesis
    assert build_record([r for r, _ in pairs], [reading for _, reading in pairs]) == record()


def test_as_of_a_day_only_what_was_published_by_then_is_known() -> None:
    assert list(record("2021-03-05").reports) == ["wb1"]
    assert list(record("2021-03-06").reports) == ["wb1", "pk2"]
    assert not record("2021-03-05").events[0].disputed


def test_a_report_of_march_counts_from_the_31st() -> None:
    assert "maand" not in record("2021-03-30").reports
    assert "maand" in record("2021-03-31").reports
    assert "maand" in record("2021-03").reports


def test_before_the_first_report_nothing_is_known() -> None:
    assert record("2021-03-04") == Record({}, (), "2021-03-04")


@pytest.mark.parametrize(
    ("moment", "known"),
    [
        ("2021-03-05T18:29:59+01:00", False),
        ("2021-03-05T18:30:00+01:00", True),
        ("2021-03-05T17:30:00Z", True),
        ("2021-03-05T17:29:00Z", False),
        ("2021-03-05T18:30", True),  # no offset: the outlet's own time
    ],
)
def test_a_moment_is_compared_with_the_moment_of_publication(moment: str, *, known: bool) -> None:
    assert Moment.parse(moment).knows(PAIRS[0][0]) is known


def test_a_report_dated_by_the_day_is_known_once_that_day_is_over() -> None:
    dated = report("a", "2021-03-06", "Tekst.")
    assert not Moment.parse("2021-03-06T23:59").knows(dated)
    assert Moment.parse("2021-03-07T00:00").knows(dated)
    assert Moment.parse("2021-03-06").knows(dated)


def test_of_versions_with_one_moment_only_the_day_is_sure() -> None:
    first = replace(PAIRS[0][0], url="https://bode.example/5855247/aanval")
    second = replace(first, id="wb9", body="Er vielen negen doden.", url=first.url + "-negen-doden")
    through = History([first, second], ())
    assert not through.as_of("2021-03-05T19:00").reports
    assert len(through.as_of("2021-03-05").reports) == 2
    assert len(through.as_of("2021-03-06T00:00").reports) == 2
    assert list(History([first], ()).as_of("2021-03-05T19:00").reports) == ["wb1"]


@given(st.permutations(PAIRS), st.sampled_from(["2021-03-05", "2021-03-06T12:00", "2021-03-31"]))
def test_as_of_a_moment_is_the_record_of_the_reports_known_by_then(
    pairs: list[tuple[Report, Reading]], moment: str
) -> None:
    through = History([kept for kept, _ in pairs], [reading for _, reading in pairs])
    known = through.as_of(moment).reports
    alone = build_record(
        [kept for kept, _ in pairs if kept.id in known],
        [reading for _, reading in pairs if reading.report in known],
    )
    assert through.as_of(moment) == replace(alone, as_of=moment)


def test_as_of_the_last_day_is_the_record() -> None:
    through = History([kept for kept, _ in PAIRS], [reading for _, reading in PAIRS])
    assert replace(through.as_of(through.days[-1].isoformat()), as_of=None) == through.record


@pytest.mark.parametrize("text", ["gisteren", "", "2021-02-30", "2021-13", "2021-03-05T99:00"])
def test_what_is_no_date_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(QueryError, match="2020-01-08"):
        record(text)


def test_an_event_without_days_stands_where_it_was_first_reported_and_says_so() -> None:
    made = record()
    consult = next(w for w in made.events if w.event.type is EventType.CONSULT)
    placing = place_in_time(consult.event, made.reports)
    assert placing.days.edtf() == "2021-03-06"
    assert not placing.dated
