from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.records import Told, report

from wederhoor.errors import LanguageError, StoreError
from wederhoor.model import EventType, Reading, Report, Skipped
from wederhoor.runners import Outcome, Step, run
from wederhoor.store import Store


class WordReader:
    """Reads "aanval" as an event, and fails on whatever it does not like."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def read_many(self, reports: Iterable[Report]) -> Iterator[tuple[Report, Reading]]:
        for given in reports:
            if "onleesbaar" in given.body:
                raise ZeroDivisionError("no\nway")
            if "taalmodel" in given.body:
                raise LanguageError("the pipeline lacks a parser")
            self.read.append(given.id)
            yield given, Told(given).event(EventType.ASSAULT, "aanval").reading()


class Heard:
    """Remembers what it was told."""

    def __init__(self) -> None:
        self.total: int | None = None
        self.steps: list[Step] = []
        self.outcome: Outcome | None = None

    def started(self, total: int | None) -> None:
        self.total = total

    def advanced(self, step: Step) -> None:
        self.steps.append(step)

    def finished(self, outcome: Outcome) -> None:
        self.outcome = outcome


def reports(count: int, *, bad: int | None = None) -> list[Report]:
    return [
        report(f"r{i:03d}", "2021-03-05", f"Bericht {i}: {'onleesbaar' if i == bad else 'aanval'}.")
        for i in range(count)
    ]


def kept(path: Path) -> list[str]:
    with Store.open(path, create=False) as store:
        return [found.id for found in store.reports()]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "record.db"


def test_new_reports_are_kept_with_what_was_read_in_them(place: Path) -> None:
    with Store.open(place) as store:
        outcome = run(reports(3), WordReader, store)
        assert len(next(iter(store.readings())).mentions) == 1
    assert (outcome.added, outcome.unchanged, outcome.set_aside) == (3, 0, ())
    assert outcome.words == 9
    assert kept(place) == ["r000", "r001", "r002"]


def test_the_same_reports_again_are_not_even_read(place: Path) -> None:
    def never() -> WordReader:
        raise AssertionError("a reader was made with nothing to read")

    reader = WordReader()
    with Store.open(place) as store:
        run(reports(3), lambda: reader, store)
        again = run(reports(3), WordReader, store)
        unread = run(reports(3), never, store)
    assert (again.added, again.unchanged) == (0, 3)
    assert unread.unchanged == 3
    assert len(reader.read) == 3


@pytest.mark.parametrize("bad", [0, 70, 99])
def test_a_report_that_makes_the_pipeline_fail_is_set_aside_alone(place: Path, bad: int) -> None:
    with Store.open(place) as store:
        outcome = run(reports(100, bad=bad), WordReader, store)
    (aside,) = outcome.set_aside
    assert (aside.where, aside.reason) == (f"r{bad:03d}", "pipeline-failed")
    assert "ZeroDivisionError: no way" in aside.detail
    assert outcome.added == 99
    assert len(kept(place)) == 99


def test_what_ingest_set_aside_is_counted_by_reason(place: Path) -> None:
    aside = [Skipped("a.txt", "empty", "x"), Skipped("b.txt", "no-date", "y")]
    with Store.open(place) as store:
        outcome = run([*aside, *reports(1), Skipped("c.txt", "no-date", "z")], WordReader, store)
    assert outcome.reasons() == [("no-date", 2), ("empty", 1)]
    assert outcome.total == 4


def test_the_same_id_with_another_text_is_set_aside_and_the_first_stays(place: Path) -> None:
    pair = [report("r", "2021-03-05", "Een aanval."), report("r", "2021-03-05", "Geen aanval.")]
    with Store.open(place) as store:
        outcome = run(pair, WordReader, store)
        first = store.report("r")
    assert outcome.reasons() == [("id-taken", 1)]
    assert first == pair[0]


def test_the_same_text_under_two_ids_is_kept_once(place: Path) -> None:
    pair = [report("b", "2021-03-05", "Een aanval."), report("a", "2021-03-05", "Een aanval.")]
    with Store.open(place) as store:
        outcome = run(pair, WordReader, store)
    assert (outcome.added, outcome.unchanged) == (1, 1)
    assert kept(place) == ["a"]


def test_a_language_pipeline_that_cannot_be_used_ends_the_run(place: Path) -> None:
    with Store.open(place) as store, pytest.raises(LanguageError):
        run([report("r", "2021-03-05", "Het taalmodel.")], WordReader, store)


def test_a_reader_that_cannot_be_made_ends_the_run_and_sets_nothing_aside(place: Path) -> None:
    def broken() -> WordReader:
        raise ImportError("a dependency is missing")

    heard = Heard()
    with Store.open(place) as store, pytest.raises(ImportError):
        run(reports(2), broken, store, progress=heard)
    assert heard.steps == []


def test_a_record_that_cannot_be_written_ends_the_run(place: Path) -> None:
    with Store.open(place, wait=0.1) as store:
        run(reports(1), WordReader, store)
        with closing(sqlite3.connect(place)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(StoreError):
                run(reports(2), WordReader, store)
    assert kept(place) == ["r000"]


def test_a_listener_hears_every_report_and_the_outcome(place: Path) -> None:
    heard = Heard()
    with Store.open(place) as store:
        run(reports(1), WordReader, store)
        items: list[Report | Skipped] = [Skipped("a", "empty", "x"), *reports(2)]
        outcome = run(items, WordReader, store, progress=heard, total=3)
    assert heard.total == 3
    assert heard.steps == [Step.SET_ASIDE, Step.UNCHANGED, Step.ADDED]
    assert heard.outcome is not None
    assert heard.outcome.added == outcome.added


def test_a_run_that_is_broken_off_keeps_its_finished_batches(place: Path) -> None:
    def interrupted() -> Iterator[Report]:
        yield from reports(130)
        raise KeyboardInterrupt

    heard = Heard()
    with Store.open(place) as store, pytest.raises(KeyboardInterrupt):
        run(interrupted(), WordReader, store, progress=heard)
    assert len(kept(place)) == 128
    assert heard.outcome is not None
    assert heard.outcome.added == 128
