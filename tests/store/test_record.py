"""What goes into the record comes out of it, once, and in one order."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from wederhoor.errors import StoreError
from wederhoor.model import Decision, DecisionKind, Reading, Report
from wederhoor.store import Added, Counts, Store

MakeReport = Callable[..., Report]
MakeReading = Callable[..., Reading]


def test_reports_and_readings_come_back_as_they_went_in(
    path: Path, make_report: MakeReport, make_reading: MakeReading
) -> None:
    report = make_report("b1")
    with Store.open(path) as store:
        assert store.add(report, make_reading(report)) is Added.ADDED
    with Store.open(path, create=False) as store:
        assert list(store.reports()) == [report]
        assert list(store.readings()) == [make_reading(report)]
        assert store.report("b1") == report
        assert store.reading("b1") == make_reading(report)
        assert store.report("b2") is None
        assert store.reading("b2") is None
        assert store.counts() == Counts(reports=1, mentions=2, claims=7, decisions=0)


def test_a_report_in_which_nothing_was_read_has_an_empty_reading(
    path: Path, make_report: MakeReport
) -> None:
    with Store.open(path) as store:
        store.add(make_report("b1"), Reading("b1", (), ()))
        assert store.reading("b1") == Reading("b1", (), ())
        assert list(store.readings()) == [Reading("b1", (), ())]


def test_adding_the_same_report_twice_changes_nothing(
    path: Path, make_report: MakeReport, make_reading: MakeReading
) -> None:
    report = make_report("b1")
    with Store.open(path) as store:
        assert store.known(report) is None
        store.add(report, make_reading(report))
        before = dump(store)
        assert store.known(report) is Added.UNCHANGED
        assert store.add(report, make_reading(report)) is Added.UNCHANGED
        assert dump(store) == before


def test_another_text_under_a_taken_id_is_not_kept(
    path: Path, make_report: MakeReport, make_reading: MakeReading
) -> None:
    first, second = make_report("b1"), make_report("b1", "Iran ontkent de aanval.")
    with Store.open(path) as store:
        store.add(first, make_reading(first))
        assert store.known(second) is Added.ID_TAKEN
        assert store.add(second, make_reading(second)) is Added.ID_TAKEN
        assert list(store.reports()) == [first]


def test_one_content_under_two_ids_is_kept_under_the_first_of_them(
    path: Path, make_report: MakeReport, make_reading: MakeReading
) -> None:
    late, early = make_report("b9", "Eender."), make_report("a1", "Eender.")
    decision = Decision("d1", DecisionKind.SPLIT, "b9#0", "b99#0", "An", "2024-03-03T10:00:00Z")
    with Store.open(path) as store:
        store.add(late, make_reading(late))
        store.add_decision(decision)
        assert store.known(early) is None
        assert store.add(early, make_reading(early)) is Added.RENAMED
        assert store.add(late, make_reading(late)) is Added.UNCHANGED
        assert list(store.reports()) == [early]
        assert list(store.readings()) == [make_reading(early)]
        assert list(store.decisions()) == [replace(decision, first="a1#0")]
        assert store.counts() == Counts(reports=1, mentions=2, claims=7, decisions=1)


def test_reports_come_in_order_of_publication_then_id(
    path: Path, make_report: MakeReport, make_reading: MakeReading
) -> None:
    made = [
        make_report("Z", day=date(2024, 3, 2)),
        make_report("é", day=date(2024, 3, 2)),
        make_report("a", day=date(2024, 3, 2)),
        make_report("later", day=date(2024, 3, 9)),
        make_report("eerder", day=date(2020, 1, 1)),
    ]
    with Store.open(path) as store:
        for report in made:
            store.add(report, make_reading(report))
        assert list(store.reports()) == sorted(made, key=lambda report: report.order)
        assert [item.report for item in store.readings()] == ["eerder", "Z", "a", "é", "later"]


def test_a_new_reading_takes_the_place_of_the_old_one(
    path: Path, make_report: MakeReport, make_reading: MakeReading
) -> None:
    report = make_report("b1")
    with Store.open(path) as store:
        store.add(report, make_reading(report))
        store.replace_reading(make_reading(report, claims=2))
        assert store.reading("b1") == make_reading(report, claims=2)
        with pytest.raises(StoreError, match="no report 'b2'"):
            store.replace_reading(Reading("b2", (), ()))


def test_a_reading_of_another_report_is_refused(path: Path, make_report: MakeReport) -> None:
    with Store.open(path) as store, pytest.raises(ValueError, match="'b2'"):
        store.add(make_report("b1"), Reading("b2", (), ()))


def test_decisions_are_kept_for_ever_oldest_first(path: Path) -> None:
    later = Decision("d1", DecisionKind.JOIN, "a#0", "b#0", "An", "2024-03-04T10:00:00Z", "eender")
    early = Decision("d2", DecisionKind.SPLIT, "a#1", "b#0", "An", "2024-03-03T10:00:00Z")
    with Store.open(path) as store:
        store.add_decision(later)
        store.add_decision(early)
        store.add_decision(later)
        assert list(store.decisions()) == [early, later]
        with pytest.raises(StoreError, match="another decision has the id 'd1'"):
            store.add_decision(replace(later, kind=DecisionKind.SPLIT))


def test_a_batch_is_kept_as_a_whole_or_not_at_all(
    path: Path, make_report: MakeReport, make_reading: MakeReading
) -> None:
    first, second = make_report("b1"), make_report("b2")
    with Store.open(path) as store:
        with store.batch():
            store.add(first, make_reading(first))
            assert store.known(first) is Added.UNCHANGED
            with store.batch():
                store.add(make_report("b0"), Reading("b0", (), ()))
            assert [report.id for report in store.reports()] == ["b0", "b1"]

        def add_and_fail() -> None:
            store.add(second, make_reading(second))
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt), store.batch():
            add_and_fail()
        assert [report.id for report in store.reports()] == ["b0", "b1"]


def test_readers_see_the_last_whole_batch_while_one_writes(
    path: Path, make_report: MakeReport, make_reading: MakeReading
) -> None:
    with Store.open(path) as writer, Store.open(path, create=False) as reader:
        writer.add(make_report("b1"), make_reading(make_report("b1")))
        with writer.batch():
            writer.add(make_report("b2"), make_reading(make_report("b2")))
            assert reader.counts().reports == 1
        assert reader.counts().reports == 2


def test_readings_can_be_replaced_while_the_reports_are_walked(
    path: Path, make_report: MakeReport, make_reading: MakeReading
) -> None:
    made = [make_report(f"b{n:03}") for n in range(600)]
    with Store.open(path) as store:
        with store.batch():
            for report in made:
                store.add(report, make_reading(report, claims=1))
        for report in store.reports():
            store.replace_reading(Reading(report.id, (), ()))
        assert store.counts() == Counts(reports=600, mentions=0, claims=0, decisions=0)


def test_a_record_can_be_opened_while_another_process_adds(
    path: Path, make_report: MakeReport, make_reading: MakeReading
) -> None:
    with Store.open(path) as writer, writer.batch():
        writer.add(make_report("b1"), make_reading(make_report("b1")))
        with Store.open(path, wait=0.05) as second:
            assert second.counts().reports == 0
        with Store.open(path, create=False, wait=0.05) as reader:
            assert list(reader.reports()) == []


def test_a_walk_that_is_broken_off_lets_the_record_go(
    path: Path, make_report: MakeReport, make_reading: MakeReading
) -> None:
    with Store.open(path) as store:
        for n in range(3):
            store.add(make_report(f"b{n}"), make_reading(make_report(f"b{n}")))
        assert next(store.reports()).id == "b0"
        assert next(store.readings()).report == "b0"
    assert not path.with_name("wederhoor.db-wal").exists()


@pytest.mark.parametrize("name", ["a?b#c%20.db", "file:x.db", ":memory:", "één dossier"])
def test_any_file_name_will_do(tmp_path: Path, name: str) -> None:
    Store.open(tmp_path / name).close()
    with Store.open(tmp_path / name, create=False) as store:
        assert store.counts().reports == 0


def test_the_columns_that_people_look_in_are_plain(
    path: Path, make_report: MakeReport, make_reading: MakeReading
) -> None:
    with Store.open(path) as store:
        store.add(make_report("b1"), make_reading(make_report("b1")))
    connection = sqlite3.connect(path)
    claims = connection.execute("SELECT report, mention, field, rule FROM claims WHERE n = 0")
    assert claims.fetchall() == [("b1", "b1#0", "occurred", "count.tal")]
    mentions = connection.execute("SELECT type, first_day, last_day FROM mentions ORDER BY n")
    day = date(2024, 3, 1).toordinal()
    assert mentions.fetchall() == [("ASSAULT", None, None), ("ASSAULT", day, day)]
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


def dump(store: Store) -> list[object]:
    return [*store.reports(), *store.readings(), *store.decisions(), store.counts()]
