"""Pages on one subject and on what changed: figures, storylines, versions, parties, two moments."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient
from tests.records import IRAN, OMAN, Told, harbour_raid, report
from tests.web.conftest import Fixed
from tests.web.reading import Page

from wederhoor.model import EventType, Field, Quantity
from wederhoor.query import Catalogue, Record, build_record
from wederhoor.store import Store
from wederhoor.web.app import create_app
from wederhoor.web.library import Library
from wederhoor.web.links import FileNames
from wederhoor.web.publish import pages


def get(client: TestClient, path: str, status: int = 200) -> Page:
    answer = client.get(path)
    assert answer.status_code == status, answer.text
    page = Page(answer.text)
    assert page.complaints() == []
    return page


def told_of(*told: Told) -> TestClient:
    """A server on a record of these reports."""
    record = build_record([one.report for one in told], [one.reading() for one in told])
    return TestClient(create_app(Fixed(record)), base_url="http://localhost")


def event_of(client: TestClient, kind: str) -> str:
    return str(client.get(f"/api/v1/events?type={kind}&all=1").json()["items"][0]["event"])


# ---------------------------------------------------------------- events
def test_every_rule_for_one_number_is_offered_and_none_is_picked(client: TestClient) -> None:
    page = get(client, "/nl/event/eva")
    rules = [attrs for attrs in page.all("details") if attrs.get("class") == "rule"]
    assert len(rules) == 6
    assert not any("open" in attrs for attrs in rules)
    assert "UCDP, beste schatting" in page.text
    assert "80 doden (Amerikanen), Iran, 8 jan 2020, 09:10" in page.text


def test_an_event_leads_to_what_it_answers_and_the_timeline_to_the_whole_line() -> None:
    raid = Told(report("a", "2021-03-04", "Iran viel Oman aan.")).event(
        EventType.ASSAULT, "viel", when="2021-03-04"
    )
    raid.claim(Field.ACTOR, IRAN, "Iran").claim(Field.RECIPIENT, OMAN, "Oman")
    answer = Told(report("b", "2021-03-10", "Oman strafte Iran.")).event(
        EventType.SANCTION, "strafte", when="2021-03-10"
    )
    answer.claim(Field.ACTOR, OMAN, "Oman").claim(Field.RECIPIENT, IRAN, "Iran")
    client = told_of(raid, answer)
    page = get(client, f"/nl/event/{event_of(client, 'SANCTION')}")
    assert f"/nl/event/{event_of(client, 'ASSAULT')}" in page.values("href")
    assert "volgt op" in page.text
    story = next(href for href in page.values("href") if "story=" in href)
    assert len(get(client, story).all("h4")) == 2
    get(client, "/nl/?story=sniets", 404)
    assert "Iran, Oman" in get(client, "/nl/?lane=story").text


def test_of_an_event_of_very_much_a_part_is_shown_and_all_at_one_link() -> None:
    days = [f"2021-03-{day:02}" for day in range(4, 31)]
    many = [
        Told(report(f"r{day}", day, f"Aanval op 4 maart {day[-2:]}: vijf doden in Sohar."))
        .event(EventType.ASSAULT, "Aanval", when="2021-03-04")
        .claim(Field.KILLED, Quantity(5, 5), "vijf doden")
        for day in days
    ]
    client = told_of(*many)
    path = f"/nl/event/{event_of(client, 'ASSAULT')}"
    short = client.get(path).text
    assert f"{path}?full=1" in Page(short).values("href") or len(Page(short).all("blockquote")) < 27
    assert len(short) <= len(client.get(f"{path}?full=1").text)


# ---------------------------------------------------------------- reports
def test_versions_of_an_article_are_compared() -> None:
    first = report("v1", "2021-03-04T10:00:00+01:00", "Een aanval. Er zijn vijf doden.")
    second = report("v2", "2021-03-04T12:00:00+01:00", "Een aanval. Er zijn nu acht doden.")
    told = []
    for one, words, count in ((first, "vijf doden", 5), (second, "acht doden", 8)):
        object.__setattr__(one, "url", "https://krant.invalid/nieuws/12345678-aanval")
        made = Told(one).event(EventType.ASSAULT, "aanval", when="2021-03-04")
        told.append(made.claim(Field.KILLED, Quantity(count, count), words))
    client = told_of(*told)
    page = get(client, "/nl/report?id=v2")
    assert "Versies van dit artikel" in page.text
    assert "/nl/report?id=v1" in page.values("href")
    assert "doden: 8" in page.text
    assert "Er zijn vijf doden." in page.text  # what is gone
    assert "Versies" not in get(client, "/nl/report?id=v1").text.partition("Terug")[2]


# ---------------------------------------------------------------- parties
def test_a_party_has_a_page_of_what_it_claimed_and_who_contradicts_it(client: TestClient) -> None:
    listed = get(client, "/nl/parties")
    assert "/nl/party?key=Q794" in listed.values("href")
    page = get(client, "/nl/party?key=Q794")
    assert "Het Pentagon zegt geen doden, Iran zegt 80 doden (Amerikanen)" in page.text
    assert "geen doden (het Pentagon)" in page.text
    get(client, "/nl/party?key=niemand", 404)


# ---------------------------------------------------------------- moments
@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    place = tmp_path_factory.mktemp("changes") / "harbour.db"
    with Store.open(place) as store:
        for one, reading in harbour_raid():
            store.add(one, reading)
    return TestClient(create_app(Library(place)), base_url="http://localhost")


def test_what_changed_since_a_day_is_told_with_the_dispute_that_came_up(
    served: TestClient,
) -> None:
    page = get(served, "/nl/changes?since=2021-03-05&as_of=2021-03-06")
    assert "Berichten erbij: 1." in page.text
    assert "Iran zegt 8 doden, Oman zegt geen doden" in page.text
    same = get(served, "/nl/changes?since=2021-03-06&as_of=2021-03-06")
    assert "Niets veranderd." in same.text
    assert served.get("/nl/changes?since=gisteren").status_code == 400


def test_an_event_keeps_its_page_at_a_moment_when_it_had_another_name(
    served: TestClient,
) -> None:
    event = event_of(served, "ASSAULT")
    assert "acht doden" in get(served, f"/nl/event/{event}?as_of=2021-03-05").text
    early = get(served, f"/nl/event/{event}?as_of=2021-03-01", 404)
    assert "2021-03-05" in early.text


# ---------------------------------------------------------------- the drawing
def test_a_few_events_of_long_ago_do_not_press_the_others_into_a_corner() -> None:
    days = [f"2021-{month:02}-{day:02}" for month in (3, 4) for day in range(1, 31)]
    told = [
        Told(report(f"r{day}", day, f"Betoging {day}.")).event(
            EventType.PROTEST, "Betoging", when=day
        )
        for day in days
    ]
    told.append(
        Told(report("oud", "2021-04-30", "Revolutie.")).event(
            EventType.PROTEST, "Revolutie", when="1848"
        )
    )
    client = told_of(*told)
    page = get(client, "/nl/")
    assert "Van 2021-03-01" in page.text
    assert "Toon ook 1 van veel eerder of later" in page.text
    everything = next(href for href in page.values("href") if "from=1848" in href)
    assert "Van 1848-01-01" in get(client, everything).text
    kept = build_record([one.report for one in told], [one.reading() for one in told])
    catalogue = Catalogue(kept)
    files = dict(pages(catalogue, FileNames(catalogue), "nl"))
    listed = Page(files["index.html"]).text
    assert "Van 2021-03-01" in listed
    assert "Revolutie" in listed.partition("Van veel eerder of later")[2]


def test_what_may_have_been_on_the_days_asked_for_comes_after_what_surely_was(
    client: TestClient,
) -> None:
    text = get(client, "/nl/?from=2020-01-01&to=2020-01-31&all=1").text
    sure, perhaps = text.partition("Misschien in deze dagen")[::2]
    assert "Aanval, Ain al-Asad" in sure
    assert "Protest, Bagdad" in perhaps  # on a Sunday in December or in January
    assert "Misschien" not in get(client, "/nl/?all=1").text


def test_the_empty_record_has_all_its_pages(empty_record: Record) -> None:
    client = TestClient(create_app(Fixed(empty_record)), base_url="http://localhost")
    for path in ("", "map", "parties", "reports", "changes", "search?q=x"):
        get(client, f"/en/{path}")


# ---------------------------------------------------------------- the API
def test_the_api_tells_of_parties_figures_stories_and_changes(
    client: TestClient, served: TestClient
) -> None:
    listed = client.get("/api/v1/parties").json()["items"]
    assert {party["key"] for party in listed} >= {"Q794", "Q11208"}
    iran = client.get("/api/v1/party?key=Q794").json()
    assert [one["event"] for one in iran["denied"]] == ["eva"]
    assert client.get("/api/v1/party?key=niemand").status_code == 404
    lowest = client.get("/api/v1/events/eva?figure=lowest").json()["figures"]
    assert ("killed", 0) in {(one["field"], one["number"]) for one in lowest}
    assert served.get("/api/v1/stories").status_code == 200
    changed = served.get("/api/v1/changes?since=2021-03-05&as_of=2021-03-06").json()
    assert [one["change"] for one in changed["items"]] == ["changed", "new", "new"]
