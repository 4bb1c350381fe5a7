"""The guided tour of docs/tour.md: every step of it is there in the example record, and so are its pictures.

With WEDERHOOR_PICTURES=1 in the environment (`make pictures`) the pictures are made anew.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize
from tests.web.conftest import CHROMIUM
from tests.web.serving import serving

from wederhoor.ingest import read_reports
from wederhoor.model import Report
from wederhoor.pipeline import Reader
from wederhoor.runners import run
from wederhoor.store import Store
from wederhoor.web.library import Library

ROOT = Path(__file__).resolve().parents[2]
TOUR = ROOT / "docs" / "tour"
LARGEST = 150_000  # bytes of a picture
MAKING = bool(os.environ.get("WEDERHOOR_PICTURES"))
SIZE = ViewportSize(width=960, height=540)

STEPS = {
    "timeline": ("/en/?disputed=1", "figure.chart"),
    "event": ("/en/event/{event}", "section.contradictions"),
    "figures": ("/en/event/{event}", "h2#f"),
    "report": ("/en/report?id={report}", "div.sheet"),
    "map": ("/en/map?from=2019-12&to=2020-02", "svg.world"),
    "changes": ("/en/changes?since=2020-01-07&as_of=2020-01-08", "h1"),
}
"""Each picture: the page, and what stands at its top."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine: install it to run"),
]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, reader: Reader) -> Iterator[str]:
    place = tmp_path_factory.mktemp("tour") / "al-asad.db"
    reports = [r for r in read_reports([str(ROOT / "examples/al-asad")]) if isinstance(r, Report)]
    with Store.open(place) as store:
        run(reports, lambda: reader, store)
    with serving(Library(place)) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    made = browser.new_page(viewport=SIZE, color_scheme="light", reduced_motion="reduce")
    yield made
    made.close()


def place_of(step: str, page: Page, server: str) -> str:
    """Return the address of a step: of events that of most disputes, of reports its first."""
    path, _ = STEPS[step]
    found = page.request.get(f"{server}/api/v1/events?disputed=1&limit=200").json()["items"]
    whole = [page.request.get(f"{server}/api/v1/events/{one['event']}").json() for one in found]
    event = max(whole, key=lambda one: (len(one["disputes"]), one["event"]))
    return server + path.format(event=event["event"], report=event["claims"][0]["report"])


@pytest.mark.parametrize("step", STEPS)
def test_every_step_of_the_tour_is_there(server: str, page: Page, step: str) -> None:
    page.goto(place_of(step, page, server))
    if step == "figures":
        page.locator("details.rule summary").nth(4).click()
    page.locator(STEPS[step][1]).first.evaluate(
        "e => scrollTo(0, scrollY + e.getBoundingClientRect().top - 12)"
    )
    assert page.locator(STEPS[step][1]).first.is_visible()
    if MAKING:
        page.screenshot(path=TOUR / f"{step}.png")


def test_the_tour_shows_every_picture_and_no_other() -> None:
    shown = set(re.findall(r"\(tour/(\w+)\.png\)", (ROOT / "docs/tour.md").read_text("utf-8")))
    assert shown == set(STEPS) == {picture.stem for picture in TOUR.glob("*.png")}
    assert all(picture.stat().st_size <= LARGEST for picture in TOUR.glob("*.png"))
