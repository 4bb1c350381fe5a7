"""The pages as files: complete, linked among themselves, and there whole or not at all."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

import pytest
from tests.web.reading import Page

from wederhoor.errors import StoreError
from wederhoor.query import Catalogue, Record
from wederhoor.web.publish import publish


def test_every_link_leads_to_a_file_and_every_anchor_to_its_place(
    record: Record, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    count = publish(site, Catalogue(record), "nl")
    files = sorted(site.rglob("*.html"))
    assert len(files) == count + 1
    read = {file.resolve(): Page(file.read_text("utf-8")) for file in files}
    for file, page in read.items():
        assert page.complaints() == [], file
        for href in page.values("href"):
            if href.startswith("https://"):
                continue
            place, _, anchor = href.partition("#")
            target = (file.parent / unquote(place)).resolve() if place else file
            assert target.is_file(), (file, href)
            assert target.is_relative_to(site.resolve())
            assert not anchor or anchor in read[target].values("id"), (file, href)


def test_no_page_needs_a_server_or_a_script(record: Record, tmp_path: Path) -> None:
    publish(tmp_path / "site", Catalogue(record), "en")
    for file in (tmp_path / "site").rglob("*.html"):
        page = Page(file.read_text("utf-8"))
        assert not page.all("form")
        (policy,) = [
            m["content"] for m in page.all("meta") if "http-equiv" in m and "src" in m["content"]
        ]
        assert policy.startswith("default-src 'none'; ")


def test_the_same_record_gives_the_same_files_and_an_older_site_is_replaced(
    record: Record, empty_record: Record, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    publish(site, Catalogue(record), "nl")
    first = {f.relative_to(site): f.read_bytes() for f in site.rglob("*") if f.is_file()}
    publish(site, Catalogue(record), "nl")
    assert first == {f.relative_to(site): f.read_bytes() for f in site.rglob("*") if f.is_file()}
    publish(site, Catalogue(empty_record), "nl")
    assert not (site / "nl" / "event").exists()
    assert "Er zijn geen berichten." in (site / "nl" / "reports.html").read_text("utf-8")
    assert [item.name for item in tmp_path.iterdir()] == ["site"]


def test_a_folder_with_other_files_is_left_alone(record: Record, tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("van mij")
    with pytest.raises(StoreError, match="holds other files"):
        publish(tmp_path, Catalogue(record), "nl")
    assert [item.name for item in tmp_path.iterdir()] == ["brief.txt"]
    with pytest.raises(StoreError, match="is a file"):
        publish(tmp_path / "brief.txt", Catalogue(record), "nl")
