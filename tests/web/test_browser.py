"""The pages in a real browser: nothing is refused by their own policy, nothing is out of reach."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from tests.web.conftest import CHROMIUM, Fixed
from tests.web.serving import serving

from wederhoor.query import Catalogue, Record
from wederhoor.web.publish import publish

VIEWS = {
    "timeline": "/nl/?all=1&lane=type",
    "event": "/nl/event/eva",
    "report": "/nl/report?id=polder-1",
    "reports": "/nl/reports",
    "map": "/nl/map",
    "parties": "/nl/parties",
    "party": "/nl/party?key=Q794",
    "changes": "/nl/changes",
    "search": "/nl/search?q=gewonden",
    "refusal": "/nl/event/niets",
}
SERIOUS = {"serious", "critical"}

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine: install it to run"),
]


@pytest.fixture(scope="module")
def server(record: Record) -> Iterator[str]:
    with serving(Fixed(record)) as address:
        yield address


@pytest.fixture(params=["light", "dark"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    made = browser.new_page(color_scheme=request.param, viewport={"width": 1200, "height": 900})
    made.set_default_timeout(60_000)
    yield made
    made.close()


def faults(page: Page) -> list[tuple[str, str]]:
    """Return what axe finds that keeps some readers out: the rule, and the first place."""
    found = Axe().run(page).response["violations"]
    return [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in SERIOUS]


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_loads_without_complaint_and_axe_finds_no_serious_fault(
    server: str, page: Page, view: str
) -> None:
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("request", lambda asked: told.append(asked.url) if server not in asked.url else None)
    page.goto(server + VIEWS[view])
    assert faults(page) == []
    assert [line for line in told if "404" not in line] == []


def test_nothing_moves_while_a_page_loads(server: str, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1200, "height": 900})
    for view in VIEWS.values():
        page.goto(server + view)
        shift = page.evaluate(
            "() => new Promise(done => { new PerformanceObserver(list => done(list.getEntries()"
            ".reduce((sum, one) => sum + one.value, 0)))"
            ".observe({type: 'layout-shift', buffered: true}); setTimeout(() => done(0), 400); })"
        )
        assert shift < 0.02, view
    page.close()


def test_a_phone_needs_no_sideways_scrolling(server: str, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 800})
    for view in VIEWS.values():
        page.goto(server + view)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, view
        assert faults(page) == [], view
    page.close()


def test_the_drawing_is_walked_with_the_arrow_keys(server: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(server + VIEWS["timeline"])
    page.locator("svg.lanes a").first.focus()
    first = page.evaluate("document.activeElement.getAttribute('aria-label')")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") != first
    page.keyboard.press("Enter")
    page.wait_for_url("**/nl/event/*")
    page.close()


def test_pages_can_be_read_and_asked_without_script(server: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server + "/nl/")
    page.check("#f-disputed")
    page.click("form.filter button")
    page.wait_for_url("**disputed=1**")
    assert page.locator("ol.timeline > li").count() == 1
    context.close()


def test_published_files_work_from_a_folder(
    record: Record, browser: Browser, tmp_path: Path
) -> None:
    publish(tmp_path / "site", Catalogue(record), "nl")
    page = browser.new_page()
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.goto((tmp_path / "site" / "nl" / "index.html").as_uri())
    page.click("ol.timeline a >> nth=0")
    assert page.locator("article.event h1").count() == 1
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily") != "serif"
    page.close()
    assert told == []


def test_nothing_of_a_hostile_report_runs(server: str, browser: Browser) -> None:
    page = browser.new_page()
    ran: list[str] = []
    page.on("dialog", lambda box: ran.append(box.message))
    page.on("console", lambda message: ran.append(message.text))
    name = quote("x\" onclick='1'/<b>", safe="")
    for path in (f"/nl/report?id={name}", "/nl/reports", "/nl/event/evb", "/nl/search?q=betoging"):
        page.goto(server + path)
        for mark in page.locator("mark").all()[:3]:
            mark.hover(force=True)
    page.close()
    assert ran == []


def test_the_policy_stops_a_script_that_would_get_into_a_page(
    server: str, browser: Browser
) -> None:
    page = browser.new_page()
    page.goto(server + "/nl/")
    page.evaluate(
        "() => { const s = document.createElement('script'); s.textContent = 'window.ran = 1';"
        " document.body.append(s); document.body.insertAdjacentHTML('beforeend',"
        " '<img src=x onerror=\"window.ran = 2\">') }"
    )
    page.wait_for_timeout(300)
    assert page.evaluate("window.ran") is None
    page.close()


def test_all_is_within_reach_of_the_keyboard(server: str, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1200, "height": 900})
    page.goto(server + "/nl/?all=1")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    reached = set()
    for _ in range(80):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.closest('form, figure, ol')?.className"))
    assert {"filter", "chart", "timeline"} <= reached
    page.locator("svg.lanes a").first.focus()
    page.keyboard.press("+")
    page.wait_for_url("**from=**")
    page.goto(server + VIEWS["event"])
    page.locator("details.rule summary").first.focus()
    page.keyboard.press("Enter")
    assert page.locator("details.rule[open]").count() == 1
    page.close()


def test_the_slider_goes_to_an_earlier_day(server: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(server + "/nl/map")
    page.locator("form.moment input[type=range]").focus()
    page.keyboard.press("ArrowLeft")
    page.wait_for_url("**as_of=**")
    assert page.locator("form.moment .told").count() == 1
    page.close()


def test_on_paper_there_are_no_forms_and_nothing_is_cut_off(server: str, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 800, "height": 1000})
    page.goto(server + VIEWS["event"])
    page.emulate_media(media="print")
    assert not page.locator("form.moment").is_visible()
    assert not page.locator("nav").first.is_visible()
    assert page.locator(".card blockquote").first.is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 800
    page.close()
