from __future__ import annotations

import io
import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.records import IRAN, SOHAR, Told, harbour_raid, report

from wederhoor.export import claim_rows, write_claims
from wederhoor.model import (
    INTERNATIONAL,
    Claim,
    Damage,
    EventType,
    Field,
    Quantity,
    Span,
    Stance,
    Value,
)
from wederhoor.query import Record, build_record

PAIRS = harbour_raid()
KEYS = [
    "format",
    "report",
    "event",
    "type",
    "modes",
    "realis",
    "when",
    "where",
    "field",
    "value",
    "sources",
    "stance",
    "start",
    "end",
    "quote",
    "outlet",
    "published",
    "rule",
]


def record(pairs: list[Any] = PAIRS) -> Record:
    return build_record([kept for kept, _ in pairs], [reading for _, reading in pairs])


ROWS = list(claim_rows(record()))


def rows_of(about: Field, rows: list[dict[str, Any]] = ROWS) -> list[dict[str, Any]]:
    return [row for row in rows if row["field"] == about]


def test_every_row_has_the_keys_of_the_format_in_their_order() -> None:
    assert ROWS
    assert all(list(row) == KEYS for row in ROWS)
    assert {row["format"] for row in ROWS} == {"wederhoor-claims/1"}


def test_a_quote_is_exactly_the_text_between_its_offsets() -> None:
    texts = {kept.id: kept.text for kept, _ in PAIRS}
    assert all(row["quote"] == texts[row["report"]][row["start"] : row["end"]] for row in ROWS)


def test_rows_stand_in_order_of_publication_report_place_and_field() -> None:
    # A report dated "2021-03" can have appeared on the first of March, so it comes first.
    assert list(dict.fromkeys(row["report"] for row in ROWS)) == ["maand", "wb1", "pk2"]
    for name in ("maand", "wb1", "pk2"):
        spots = [(row["start"], row["field"], row["end"]) for row in ROWS if row["report"] == name]
        assert spots == sorted(spots)


def test_every_trigger_of_a_mention_gives_one_plain_occurred_row() -> None:
    plain = rows_of(Field.OCCURRED)
    assert [row["quote"] for row in plain if row["report"] == "pk2"] == [
        "aanval van donderdag",
        "overlegden",
        "betoging",
    ]
    assert all((row["value"], row["sources"]) == (True, []) for row in plain)
    assert {row["stance"] for row in plain} == {"assert"}
    assert {row["rule"] for row in plain} == {"test.trigger"}


def test_a_plain_claim_on_a_trigger_is_not_written_twice() -> None:
    kept = report("a", "2021-03-05", "Een aanval op Sohar.")
    told = (
        Told(kept)
        .event(EventType.ASSAULT, "aanval")
        .claim(Field.OCCURRED, value=True, words="aanval")
    )
    assert len(list(claim_rows(record([(kept, told.reading())])))) == 1


def test_a_party_that_denies_the_event_gives_a_further_occurred_row() -> None:
    kept = report("a", "2021-03-05", "Iran ontkent de aanval op Sohar.")
    told = Told(kept).event(EventType.ASSAULT, "aanval")
    told.claim(Field.OCCURRED, value=True, words="ontkent", by=(IRAN, "Iran"), stance=Stance.DENY)
    rows = rows_of(Field.OCCURRED, list(claim_rows(record([(kept, told.reading())]))))
    assert [(row["stance"], len(row["sources"])) for row in rows] == [("deny", 1), ("assert", 0)]


def test_a_count_says_its_bounds_and_its_source_its_names() -> None:
    row = rows_of(Field.KILLED)[0]
    assert row["value"] == {"low": 8, "high": 8, "approx": False, "of": None}
    assert row["sources"] == [{"name": "Iran", "id": "Q794", "surface": "Teheran"}]


def test_days_and_places_are_those_that_this_report_allows() -> None:
    first, second = rows_of(Field.KILLED)
    assert first["when"] == "2021-03-04"
    assert [place["name"] for place in first["where"]] == ["Sohar", "Oman"]
    assert [place["name"] for place in second["where"]] == ["Sohar"]
    assert first["where"][0] == {
        "name": "Sohar",
        "surface": "Sohar",
        "id": "288955",
        "lat": 24.36,
        "lon": 56.73,
        "precision": "settlement",
    }
    assert next(row for row in ROWS if row["type"] == "CONSULT")["when"] is None


def test_one_event_has_one_id_in_every_report_that_tells_of_it() -> None:
    first, second = rows_of(Field.KILLED)
    assert (first["report"], second["report"]) == ("wb1", "pk2")
    assert first["event"] == second["event"]


@pytest.mark.parametrize(
    ("about", "value", "written"),
    [
        (Field.ACTOR, IRAN, {"name": "Iran", "id": "Q794", "surface": "Teheran", "aliases": ["Perzië"]}),
        (Field.ORIGIN, SOHAR, {"name": "Sohar", "id": "288955", "surface": "Sohar", "aliases": []}),
        (Field.DAMAGE, Damage.LIMITED, "limited"),
        (Field.MOTIVE, "wraak", "wraak"),
        (Field.KILLED, None, None),
        (Field.KILLED, Quantity(11, None, approximate=True, of="militairen"), {"low": 11, "high": None, "approx": True, "of": "militairen"}),
    ],
)  # fmt: skip
def test_every_kind_of_value_has_its_form(about: Field, value: Value, written: object) -> None:
    kept = report("a", "2021-03-05", "Een aanval in Perzië, zegt men.")
    told = Told(kept).event(EventType.ASSAULT, "aanval").claim(about, value, "zegt men")
    (row,) = rows_of(about, list(claim_rows(record([(kept, told.reading())]))))
    assert row["value"] == written


def test_the_file_is_json_lines_in_utf8_without_escapes() -> None:
    kept = report("a", "2021-03-05", "Een aanval in Perzië – ’s nachts.\nMét regels.")
    told = Told(kept).event(EventType.ASSAULT, "aanval in Perzië – ’s nachts.\nMét")
    stream = io.StringIO()
    assert write_claims(record([(kept, told.reading())]), stream) == 1
    assert stream.getvalue().count("\n") == 1
    assert "Perzië – ’s nachts" in stream.getvalue()
    assert json.loads(stream.getvalue())["quote"].endswith("\nMét")


@given(st.permutations(PAIRS))
def test_the_order_of_arrival_makes_no_difference(pairs: list[Any]) -> None:
    assert list(claim_rows(record(pairs))) == ROWS


@given(st.data(), st.text(min_size=1, max_size=60), st.text(max_size=10))
def test_a_quote_is_its_span_whatever_the_characters(
    data: st.DataObject, body: str, title: str
) -> None:
    kept = replace(report("a", "2021-03-05", body), title=title)
    start = data.draw(st.integers(0, len(kept.text)))
    end = data.draw(st.integers(start, len(kept.text)))
    told = Told(kept).event(EventType.ASSAULT, "")
    claim = Claim("c1", "a#1", "a", Field.DAMAGE, None, (), Stance.UNKNOWN, Span(start, end), "r")
    told.claims.append(claim)
    rows = list(claim_rows(record([(kept, told.reading())])))
    assert rows_of(Field.DAMAGE, rows)[0]["quote"] == kept.text[start:end]


def test_a_territory_is_in_the_second_version_of_the_format_only() -> None:
    kept = report("a", "2021-03-05", "Een aanval op een schip, zegt men.")
    told = Told(kept).event(EventType.ASSAULT, "aanval")
    told.claim(Field.TERRITORY, SOHAR, "schip").claim(Field.TERRITORY, INTERNATIONAL, "zegt men")
    made = record([(kept, told.reading())])
    assert not rows_of(Field.TERRITORY, list(claim_rows(made)))
    second = list(claim_rows(made, 2))
    assert {row["format"] for row in second} == {"wederhoor-claims/2"}
    country, international = rows_of(Field.TERRITORY, second)
    assert (country["value"]["name"], international["value"]) == ("Sohar", "international")
    first = [row | {"format": "wederhoor-claims/2"} for row in claim_rows(made)]
    assert first == [row for row in second if row["field"] != "territory"]
