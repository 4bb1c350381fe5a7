"""The pages as a reader meets them: filters, the event, the report, the moment, the language."""

from __future__ import annotations

import re
from urllib.parse import quote
from xml.etree import ElementTree as ET

import pytest
from starlette.testclient import TestClient
from tests.web.reading import Page

from wederhoor.query import Record
from wederhoor.resources.labels import LANGS

WIDEST_FIRST_PAGE = 200_000  # bytes, with style and script


def get(client: TestClient, path: str, status: int = 200) -> Page:
    answer = client.get(path)
    assert answer.status_code == status, answer.text
    return Page(answer.text)


def headings(page: Page) -> str:
    return page.text.partition("Filter")[0]


@pytest.mark.parametrize("lang", LANGS)
def test_every_page_is_well_formed_and_every_link_on_it_leads_somewhere(
    client: TestClient, record: Record, lang: str
) -> None:
    todo, seen = [f"/{lang}/"], set[str]()
    while todo:
        path = todo.pop()
        seen.add(path)
        answer = client.get(path)
        assert answer.status_code == 200, path
        if not answer.headers["content-type"].startswith("text/html"):
            continue
        page = Page(answer.text)
        assert page.complaints() == [], path
        assert page.all("html") == [{"lang": lang}]
        found = {href.partition("#")[0] for href in page.values("href") if href.startswith("/")}
        # the drawing can be moved for ever; once is enough
        todo += [p for p in found - seen - set(todo) if "from=" not in p and f"/{lang}" in p]
    assert {f"/{lang}/event/{item.event.id}" for item in record.events} <= seen
    assert {f"/{lang}/report?id={quote(name, safe='')}" for name in record.reports} <= {
        path.replace("+", "%20") for path in seen
    }


def test_the_timeline_lists_what_happened_and_offers_what_was_only_planned(
    client: TestClient,
) -> None:
    page = get(client, "/nl/")
    assert "/nl/event/eva" in page.values("href")
    assert "/nl/event/evc" not in page.values("href")
    assert "3 gebeurtenissen, 1 met tegenspraak." in page.text
    assert "/nl/event/evc" in get(client, "/nl/?all=1").values("href")


@pytest.mark.parametrize(
    ("asked", "events"),
    [
        ("disputed=1", {"eva"}),
        ("updated=1", {"eva"}),
        ("type=PROTEST", {"evb", "evd"}),
        ("realis=planned", {"evc"}),
        ("actor=Q11208", {"eva"}),
        ("place=98182", {"evb"}),
        ("outlet=Radio+Noord", {"eva"}),
        ("from=2020-01-07&to=2020-01-31", {"eva"}),
        ("about=raketaanval", {"eva"}),
        ("about=zeppelin", set()),
    ],
)
def test_filters_live_in_the_address(client: TestClient, asked: str, events: set[str]) -> None:
    page = get(client, f"/nl/?{asked}")
    shown = {href for href in page.values("href") if href.startswith("/nl/event/")}
    assert {href.rpartition("/")[2] for href in shown} == events


def test_a_chosen_filter_stays_chosen_in_its_form(client: TestClient) -> None:
    page = get(client, "/nl/?type=PROTEST&disputed=1&from=2020-01&lane=type")
    chosen = {attrs["value"] for attrs in page.all("option") if "selected" in attrs}
    assert {"PROTEST", "type"} <= chosen
    assert [a["name"] for a in page.all("input") if "checked" in a] == ["disputed"]
    assert "2020-01" in page.values("value")


def test_an_uncertain_day_is_drawn_as_bands_and_a_known_one_as_a_point(client: TestClient) -> None:
    html = client.get("/nl/").text
    mark = re.search(r'<a href="/nl/event/evb" [^>]*class="mark.*?</a>', html, re.DOTALL)
    assert mark is not None
    assert mark.group().count("<rect") == 2
    assert "<circle" not in mark.group()
    undated = re.search(r'<a href="/nl/event/evd" [^>]*class="([^"]*)"', html)
    assert undated is not None
    assert "reported" in undated.group(1)


@pytest.mark.parametrize("lane", ["none", "type", "place", "actor"])
def test_the_drawing_has_every_event_in_each_division(client: TestClient, lane: str) -> None:
    html = client.get(f"/nl/?lane={lane}&all=1").text
    for event in ("eva", "evb", "evc", "evd"):
        assert re.search(rf'<a href="/nl/event/{event}" [^>]*class="mark', html), event


def test_an_event_tells_what_is_agreed_then_what_is_disputed_then_the_positions(
    client: TestClient,
) -> None:
    text = get(client, "/nl/event/eva").text
    agreed = text.index("Door niemand betwist: aanval, Ain al-Asad, 7–8 jan 2020.")
    assert agreed < text.index("Waar partijen elkaar tegenspreken") < text.index("Wie zegt wat")
    assert "80 doden" not in text[agreed : agreed + 90]


def test_a_toll_is_drawn_and_told_in_a_table(client: TestClient) -> None:
    page = get(client, "/nl/event/eva")
    assert "Lijn van de gemelde aantallen: 11, 109" in page.values("aria-label")
    assert {"11 gewonden", "109 gewonden"} <= {piece.strip() for piece in page.pieces}


def test_evidence_leads_to_its_words_in_the_report(client: TestClient) -> None:
    event = get(client, "/nl/event/eva")
    href = next(h for h in event.values("href") if "#c-a3" in h)
    path, _, anchor = href.partition("#")
    html = client.get(path).text
    assert re.search(
        rf"<span class=\"pin\" id=\"{anchor}\"></span>(?s:.*?)<mark[^>]*>80 Amerikanen<", html
    )


def test_a_report_is_shown_in_full_with_a_note_for_each_claim(
    client: TestClient, record: Record
) -> None:
    page = get(client, "/nl/report?id=polder-1")
    text = "".join(re.sub(r"[\d,]+(?=<)", "", piece) for piece in page.pieces)
    assert "kwamen vannacht raketten neer" in text
    told = [c for item in record.events for c in item.event.claims if c.report == "polder-1"]
    assert len([i for i in page.values("id") if i.endswith("-n")]) == len(told)
    assert "gelezen door regel test.rule" in page.text
    assert "door regel test.source" in page.text
    assert (
        "Verschilt van: Het Pentagon zegt geen doden, Iran zegt 80 doden (Amerikanen)" in page.text
    )


def test_the_moment_is_kept_by_every_link_and_can_be_left(client: TestClient) -> None:
    page = get(client, "/en/?as_of=2020-01-10&disputed=1")
    assert "As known on 2020-01-10." in page.text
    inner = [h for h in page.values("href") if h.startswith("/en/event/")]
    assert inner
    assert all("as_of=2020-01-10" in href for href in inner)
    assert "/en/?disputed=1" in page.values("href")


def test_the_other_language_shows_the_same_page(client: TestClient) -> None:
    page = get(client, "/nl/?disputed=1&about=raket")
    (other,) = [a for a in page.all("a") if a.get("hreflang") == "en"]
    assert other["href"] == "/en/?disputed=1&about=raket"
    assert "disputed only" in get(client, other["href"]).text


@pytest.mark.parametrize(
    ("wished", "place"), [("nl-BE,nl;q=0.9", "/nl/"), ("de, en;q=0.5", "/en/"), ("", "/en/")]
)
def test_a_reader_is_met_in_the_language_of_the_browser(
    client: TestClient, wished: str, place: str
) -> None:
    answer = client.get("/", headers={"accept-language": wished}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (307, place)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/nl/event/bestaat-niet", 404),
        ("/nl/report?id=bestaat-niet", 404),
        ("/nl/nergens", 404),
        ("/nl/?from=gisteren", 400),
        ("/nl/?type=FEAST", 400),
        ("/nl/?page=0", 400),
        ("/nl/?as_of=2020-13-45", 400),
        ("/nl/?lane=scheef", 400),
    ],
)
def test_a_wrong_question_is_refused_in_the_reader_s_language(
    client: TestClient, path: str, status: int
) -> None:
    page = get(client, path, status)
    assert page.complaints() == []
    assert page.all("html") == [{"lang": "nl"}]


def test_the_first_page_is_light_and_is_not_sent_twice(client: TestClient) -> None:
    first = client.get("/nl/")
    weight = sum(len(client.get(f"/static/{n}").content) for n in ("style.css", "app.js"))
    assert len(first.content) + weight < WIDEST_FIRST_PAGE
    again = client.get("/nl/", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_the_feed_tells_what_is_new_and_what_is_now_disputed(client: TestClient) -> None:
    answer = client.get("/nl/feed.atom")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    feed = ET.fromstring(answer.text)  # noqa: S314 - made by ourselves
    space = {"a": "http://www.w3.org/2005/Atom"}
    titles = [entry.findtext("a:title", "", space) for entry in feed.findall("a:entry", space)]
    assert "Nu betwist: Aanval, Ain al-Asad" in titles
    assert "Nieuw: Aanval, Ain al-Asad" in titles
    links = [link.get("href", "") for link in feed.findall("a:entry/a:link", space)]
    assert all(link.startswith("http://localhost/nl/event/") for link in links)
