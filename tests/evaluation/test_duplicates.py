"""One event kept as several, several kept as one: the measure, and what it says of twenty storylines."""

from __future__ import annotations

from pathlib import Path

import pytest
from evaluation.duplicates import FIRST, MARKED, Kept, groups_of, measure
from evaluation.gold import read_rows

from wederhoor.pipeline import Reader

A, B, C = ("oost", "a"), ("oost", "b"), ("west", "c")
BOTH = frozenset({"oost", "west"})


def test_the_annotations_hold_offsets_and_labels_only() -> None:
    keys = {"storyline", "report", "start", "end", "event", "sha256"}
    rows = read_rows(MARKED)
    assert all(row.keys() == keys for row in rows)
    assert len({(row["report"], row["start"], row["end"]) for row in rows}) == len(rows)
    assert {row["storyline"] for row in rows} > FIRST


def test_what_is_kept_right_has_one_group_for_each_event_and_no_wrong_join() -> None:
    assert measure([[A, A], [B], [C, C, C]], BOTH) == Kept(2, 2, 3, 0, 1.0, 1.0)


def test_an_event_in_two_groups_is_a_duplicate() -> None:
    kept = measure([[A, A], [A, A]], BOTH)
    assert kept.duplicates == 2
    assert (kept.precision, kept.recall, kept.wrong) == (1.0, 0.5, 0)


def test_two_events_in_one_group_are_a_wrong_join_for_each_mention_of_the_lesser() -> None:
    kept = measure([[A, A, B, C]], BOTH)
    assert (kept.joins, kept.wrong) == (3, 2)
    assert kept.precision == pytest.approx((4 + 1 + 1) / 16)


def test_one_storyline_is_measured_among_the_groups_of_all() -> None:
    kept = measure([[A, A, C], [B]], frozenset({"west"}))
    assert (kept.events, kept.joins) == (0, 0)
    assert kept.precision == pytest.approx(1 / 3)


def test_nothing_to_measure_is_no_error() -> None:
    assert measure([], BOTH).f1 == measure([], BOTH).duplicates == 0


@pytest.mark.slow
def test_twenty_storylines_are_kept_no_worse_than_before(shared: Path, reader: Reader) -> None:
    assert (shared / "data").is_dir()
    rows = read_rows(MARKED)
    storylines = frozenset(row["storyline"] for row in rows)
    groups = groups_of(rows, reader)
    every, second = measure(groups, storylines), measure(groups, storylines - FIRST)
    assert every.duplicates <= 2.15
    assert second.duplicates <= 2.15
    assert every.wrong_in_hundred <= 15
    assert every.f1 >= 0.82
    assert second.f1 >= 0.815
