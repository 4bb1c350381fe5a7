"""The record in memory follows the file, and no reader waits for it."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest
from tests.records import harbour_raid

from wederhoor.errors import QueryError, StoreError
from wederhoor.store import Store
from wederhoor.web.library import Library

PATIENCE = 30.0  # seconds


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "harbour.db"
    with Store.open(place) as store:
        for report, reading in harbour_raid():
            store.add(report, reading)
    return place


def test_a_report_that_is_added_while_the_server_runs_is_shown(path: Path) -> None:
    library = Library(path, every=0)
    before = library.at()
    report, reading = next(iter(harbour_raid()))
    with Store.open(path) as store:
        other = replace(report, id="later", body=report.body + " Later.")
        store.add(other, replace(reading, report="later", mentions=(), claims=()))
    until = time.monotonic() + PATIENCE
    while library.at().mark == before.mark and time.monotonic() < until:
        time.sleep(0.01)
    assert set(library.at().catalogue.record.reports) == {
        *before.catalogue.record.reports,
        "later",
    }


def test_a_record_as_of_a_day_is_made_once(path: Path) -> None:
    library = Library(path)
    assert library.at("1999") is library.at("1999")
    assert not library.at("1999").catalogue.record.reports
    assert library.at().catalogue.record.reports


def test_a_moment_that_is_none_and_a_record_that_is_not_there_are_told(path: Path) -> None:
    with pytest.raises(QueryError):
        Library(path).at("gisteren")
    with pytest.raises(StoreError):
        Library(path.with_name("nergens.db"))


def test_a_search_as_of_a_day_finds_only_what_was_known_then(path: Path) -> None:
    library = Library(path)
    word = next(iter(harbour_raid()))[0].body.split()[0]
    assert library.at().find(word, 10)
    assert library.at("1999").find(word, 10) == ()


def test_moments_between_the_same_reports_are_one_record(path: Path) -> None:
    library = Library(path)
    assert library.at("1998").catalogue is library.at("1999").catalogue
    assert library.at("2999") is library.at()
