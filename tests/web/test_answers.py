"""Map, search, tables and API: other forms of the same answers."""

from __future__ import annotations

import csv
import io
from xml.etree import ElementTree as ET

import pytest
from starlette.testclient import TestClient
from tests.web.reading import Page

from wederhoor.export import event_object
from wederhoor.model import Precision
from wederhoor.query import Record
from wederhoor.resources.labels import Labels
from wederhoor.web.view.map import Spot, world_map
from wederhoor.web.view.world import outlines


def spot(precision: Precision, lat: float | None, lon: float | None, country: str = "IQ") -> Spot:
    return Spot(
        "k",
        "Plaats",
        country,
        precision,
        inferred=False,
        lat=lat,
        lon=lon,
        events=3,
        disputed=1,
        href="#x",
    )


# ---------------------------------------------------------------- the map
def test_a_place_is_drawn_no_more_exactly_than_it_is_known() -> None:
    town = world_map([spot(Precision.SETTLEMENT, 33.3, 44.4)], Labels("nl"))
    region = world_map([spot(Precision.REGION, 33.3, 44.4)], Labels("nl"))
    country = world_map([spot(Precision.COUNTRY, 33.0, 44.0)], Labels("nl"))
    assert town is not None
    assert region is not None
    assert country is not None
    assert (len(town.pins), len(town.rings)) == (1, 0)
    assert (len(region.pins), len(region.rings)) == (0, 1)
    assert (len(country.pins), len(country.rings)) == (0, 0)
    assert [land.label for land in country.lands if land.href] == ["Plaats (land): 3"]


def test_places_too_close_to_tell_apart_are_one_pin_that_counts_them_all() -> None:
    near = [spot(Precision.SITE, 33.30, 44.4), spot(Precision.SITE, 33.31, 44.4)]
    drawn = world_map([*near, spot(Precision.SITE, 50.0, 4.0, "BE")], Labels("nl"))
    assert drawn is not None
    assert sorted(pin.events for pin in drawn.pins) == [3, 6]


def test_every_pin_lies_within_the_map_and_the_land_is_there() -> None:
    assert {"NL", "FR", "NO", "UA", "SD", "CO", "MM", "ML", "BA"} <= outlines().keys()
    drawn = world_map(
        [spot(Precision.SITE, -89.0, 179.0), spot(Precision.SITE, 89.0, -179.0)], Labels("nl")
    )
    assert drawn is not None
    x, y, width, height = drawn.box
    assert all(x <= pin.x <= x + width and y <= pin.y <= y + height for pin in drawn.pins)


def test_what_happened_nobody_says_where_is_listed_beside_the_map(client: TestClient) -> None:
    page = Page(client.get("/nl/map").text)
    assert "Geen plaats bekend (1)" in page.text
    assert "/nl/event/evd" in page.values("href")
    assert "/nl/?place=98182" in page.values("href")


# ---------------------------------------------------------------- search
@pytest.mark.parametrize("words", ["gewonden", "GEWOND", "gewond militair", "militairen"])
def test_a_search_finds_a_word_in_any_of_its_forms(client: TestClient, words: str) -> None:
    page = Page(client.get("/nl/search", params={"q": words}).text)
    assert page.complaints() == []
    assert "/nl/report?id=radio-7" in page.values("href")


@pytest.mark.parametrize(
    "words", ['"', "AND OR NOT", "a* NEAR(b)", "'; DROP TABLE found; --", "-", "\u0300"]
)
def test_a_search_takes_its_words_as_words(client: TestClient, words: str) -> None:
    assert client.get("/nl/search", params={"q": words}).status_code == 200


def test_a_search_finds_the_claim_that_says_so(client: TestClient) -> None:
    page = Page(client.get("/nl/search?q=80+Amerikanen").text)
    assert any(href.endswith("#c-a3") for href in page.values("href"))


# ---------------------------------------------------------------- tables
def test_a_table_holds_what_is_on_screen(client: TestClient) -> None:
    answer = client.get("/nl/timeline.csv?disputed=1")
    (row,) = csv.DictReader(io.StringIO(answer.text))
    assert (row["event"], row["when"], row["disputed"]) == ("eva", "2020-01-07/2020-01-08", "yes")
    assert "attachment" in answer.headers["content-disposition"]


def test_no_cell_is_a_formula(client: TestClient, record: Record) -> None:
    rows = list(csv.reader(io.StringIO(client.get("/nl/timeline.csv?all=1").text)))
    assert len(rows) == len(record.events) + 1
    assert not [cell for row in rows[1:] for cell in row if cell.startswith(("=", "+", "@"))]


@pytest.mark.parametrize("name", ["timeline.svg?lane=type&all=1", "map.svg", "map.svg?about=niets"])
def test_a_picture_stands_by_itself(client: TestClient, name: str) -> None:
    answer = client.get(f"/nl/{name}")
    assert "attachment" in answer.headers["content-disposition"]
    drawn = ET.fromstring(answer.text)  # noqa: S314 - made by ourselves
    assert drawn.tag == "{http://www.w3.org/2000/svg}svg"
    assert {"width", "height", "viewBox"} <= drawn.attrib.keys()
    assert not [e for e in drawn.iter() if "href" in e.attrib or e.tag.endswith("script")]


def test_only_what_is_known_to_a_point_is_a_point(client: TestClient) -> None:
    features = client.get("/nl/map.geojson?all=1").json()["features"]
    points = {f["properties"]["event"]: f["geometry"] for f in features}
    assert points["eva"] == {"type": "Point", "coordinates": [42.44, 33.79]}
    assert points["evd"] is None


# ---------------------------------------------------------------- the API
def test_the_api_gives_the_objects_that_the_commands_write(
    client: TestClient, record: Record
) -> None:
    told = client.get("/api/v1/events?disputed=1").json()
    attack = next(item for item in record.events if item.event.id == "eva")
    assert told == {"total": 1, "items": [event_object(attack, record)]}
    whole = client.get("/api/v1/events/eva").json()
    assert [d["kind"] for d in whole["disputes"]].count("dispute") >= 1
    assert whole["claims"]


def test_a_claim_explains_itself_and_its_offsets_count_in_the_report(client: TestClient) -> None:
    claim = client.get("/api/v1/claims/a3").json()
    report = client.get("/api/v1/report", params={"id": claim["report"]}).json()
    assert report["text"][claim["start"] : claim["end"]] == claim["quote"] == "80 Amerikanen gedood"
    assert claim["source_rule"] == "test.source"


def test_the_api_lists_reports_and_searches(client: TestClient) -> None:
    listed = client.get("/api/v1/reports?limit=2&offset=1").json()
    assert (listed["total"], len(listed["items"])) == (4, 2)
    assert client.get("/api/v1/search?q=gewonden").json()["items"][0]["report"]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("events/niets", 404),
        ("claims/niets", 404),
        ("report?id=niets", 404),
        ("events?type=FEAST", 400),
        ("events?from=gisteren", 400),
        ("events?limit=0", 422),
        ("search", 422),
    ],
)
def test_a_wrong_question_to_the_api_says_why(client: TestClient, path: str, status: int) -> None:
    answer = client.get(f"/api/v1/{path}")
    assert answer.status_code == status
    assert answer.json()["detail"]


def test_the_api_is_described(client: TestClient) -> None:
    described = client.get("/api/openapi.json").json()
    assert {"/api/v1/events", "/api/v1/events/{event}", "/api/v1/search"} <= described[
        "paths"
    ].keys()
    assert all(set(methods) == {"get"} for methods in described["paths"].values())
