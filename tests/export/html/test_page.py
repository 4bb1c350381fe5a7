"""The file as a whole: self-contained, safe, well-formed, whole or absent."""

from __future__ import annotations

import base64
import hashlib
import os
import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from wederhoor.errors import StoreError
from wederhoor.export.html import render_html, write_html
from wederhoor.model import DaySet, Report
from wederhoor.query import Record
from wederhoor.resources.labels import LANGS, Lang

VOID = {"meta", "br", "input", "rect", "circle", "line", "path", "link", "img", "hr"}


class Page(HTMLParser):
    """Reads a page into its elements, and complains where one is not closed."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.text: list[str] = []
        self.feed(html)
        self.close()
        assert not self.open, f"never closed: {self.open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"an attribute twice on {tag}: {names}"
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag, f"</{tag}> does not close what is open"

    def handle_data(self, data: str) -> None:
        if not self.open or self.open[-1] not in ("script", "style"):
            self.text.append(data)

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attrs for name, attrs in self.elements if name == tag]

    def values(self, attribute: str) -> list[str]:
        return [attrs[attribute] for _, attrs in self.elements if attribute in attrs]


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_is_well_formed_and_every_link_within_it_leads_somewhere(
    record: Record, lang: Lang
) -> None:
    page = Page(render_html(record, lang))
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    inner = [href[1:] for href in page.values("href") if href.startswith("#")]
    assert inner
    assert set(inner) <= set(ids)
    described = {name for value in page.values("aria-describedby") for name in value.split()}
    labelled = set(page.values("aria-labelledby")) | set(page.values("for")[0].split())
    assert described | labelled <= set(ids)
    assert page.all("html") == [{"lang": lang}]


def test_nothing_is_fetched_and_only_the_file_s_own_style_and_script_are_allowed(
    record: Record,
) -> None:
    html = render_html(record, "nl")
    page = Page(html)
    assert not page.values("src")
    assert not page.values("style")
    assert not [name for _, attrs in page.elements for name in attrs if name.startswith("on")]
    assert "@import" not in html
    assert "url(" not in html
    policy = next(m["content"] for m in page.all("meta") if "http-equiv" in m)
    assert policy.startswith("default-src 'none'; ")
    for tag in ("style", "script"):
        (inline,) = re.findall(f"(?s)<{tag}>(.*?)</{tag}>", html)
        digest = base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_markup_in_a_report_stays_text(record: Record) -> None:
    page = Page(render_html(record, "nl"))
    assert len(page.all("script")) == 1
    assert len(page.all("style")) == 1
    assert not page.all("img")
    assert not page.all("i")
    text = "".join(page.text)
    assert "</style></script><script>alert(1)</script> Zondag" in text
    assert "<img src=x onerror=alert(2)> &amp; klaar." in text
    assert "Het <i>Blad</i>" in text


def test_only_web_addresses_become_links(record: Record) -> None:
    page = Page(render_html(record, "nl"))
    assert {href for href in page.values("href") if not href.startswith("#")} == {
        "https://polderbode.invalid/1"
    }
    assert "javascript:alert(3)" in "".join(page.text)


def test_characters_that_no_html_file_can_hold_are_shown_as_unreadable(record: Record) -> None:
    html = render_html(record, "nl")
    assert "Zondag\ufffd was er \ufffd " in html
    html.encode()


def test_a_toll_is_drawn_and_told_in_a_table(record: Record) -> None:
    page = Page(render_html(record, "nl"))
    labels = page.values("aria-label")
    assert "Lijn van de gemelde aantallen: 11, 109" in labels
    assert {"11 gewonden", "109 gewonden"} <= {text.strip() for text in page.text}


def test_a_contradiction_is_told_in_words_before_the_positions(record: Record) -> None:
    for lang, told, positions in (
        ("nl", "Waar partijen elkaar tegenspreken", "Wie zegt wat"),
        ("en", "Where parties contradict one another", "Who says what"),
    ):
        html = render_html(record, "nl" if lang == "nl" else "en")
        event = html[html.index('id="e-eva"') :]
        assert -1 < event.index(told) < event.index(positions)


def test_an_event_without_claims_still_leads_to_the_words_that_mention_it(record: Record) -> None:
    events = []
    for weighed in record.events:
        bare = replace(weighed.event, claims=())
        events.append(replace(weighed, event=bare, positions=(), disputes=()))
    html = render_html(replace(record, events=tuple(events)), "nl")
    page = Page(html)
    inner = {href[1:] for href in page.values("href") if href.startswith("#")}
    assert inner <= set(page.values("id"))
    assert html.count('<span class="pin"') == sum(len(w.event.mentions) for w in events)
    assert "<mark>raketaanval</mark>" in html


def test_what_is_only_planned_stands_apart_from_the_timeline(record: Record) -> None:
    html = render_html(record, "nl")
    apart = html.index("Aangekondigd, gevraagd of verondersteld")
    assert html.index('href="#e-eva"') < apart < html.index('href="#e-evc"')


def test_an_event_without_days_is_shown_where_it_was_reported_and_says_so(record: Record) -> None:
    html = render_html(record, "nl")
    assert "Geen dag genoemd; gemeld 5 jan 2020" in html
    assert html.count("strip reported") == 2  # on the timeline and on its page


def test_the_same_record_gives_the_same_file(record: Record) -> None:
    assert render_html(record, "nl") == render_html(record, "nl")


def test_an_empty_record_is_a_page_that_says_so(empty_record: Record) -> None:
    text = "".join(Page(render_html(empty_record, "nl")).text)
    assert "In deze berichten is geen gebeurtenis gevonden." in text
    assert "Er zijn geen berichten." in text


def test_a_record_as_of_a_day_says_which_day(record: Record) -> None:
    earlier = replace(record, as_of="2020-01-08")
    assert "Stand van zaken op 2020-01-08." in render_html(earlier, "nl")


def test_a_report_without_title_outlet_or_address_is_named_by_its_id(
    record_of: Callable[[Report], Record],
) -> None:
    bare = Report("kade-3", "", "Eén regel.", "2020-01", DaySet.from_edtf("2020-01"))
    text = "".join(Page(render_html(record_of(bare), "nl")).text)
    assert "Zonder kop: kade-3" in text
    assert "medium onbekend" in text
    assert "Eén regel." in text


# ---------------------------------------------------------------- writing
def test_writing_replaces_the_file_whole_and_leaves_no_draft(
    record: Record, tmp_path: Path
) -> None:
    path = tmp_path / "dossier.html"
    path.write_text("oud", encoding="utf-8")
    write_html(path, record, "nl")
    assert path.read_text(encoding="utf-8") == render_html(record, "nl")
    assert [item.name for item in tmp_path.iterdir()] == ["dossier.html"]


def test_a_link_keeps_pointing_at_the_file_that_is_replaced(record: Record, tmp_path: Path) -> None:
    real, link = tmp_path / "echt.html", tmp_path / "link.html"
    real.write_text("oud", encoding="utf-8")
    link.symlink_to(real)
    write_html(link, record, "nl")
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_device_is_written_to_and_not_replaced(record: Record) -> None:
    write_html(Path(os.devnull), record, "nl")
    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize("place", ["", "geen-map/dossier.html", "bestand/dossier.html"])
def test_a_place_that_cannot_be_written_is_one_clear_error(
    record: Record, tmp_path: Path, place: str
) -> None:
    (tmp_path / "bestand").write_text("", encoding="utf-8")
    path = tmp_path / place
    with pytest.raises(StoreError, match="cannot be written") as caught:
        write_html(path, record, "nl")
    assert str(path) in str(caught.value)
    assert [item.name for item in tmp_path.iterdir()] == ["bestand"]
