"""Sets of days: making, narrowing, shifting, and EDTF there and back."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import calendar_day_sets, day_sets, far_day_sets, ordinals, ranges

from wederhoor.model import DaySet, Relation


@given(day_sets, day_sets)
def test_narrowing_never_adds_days(first: DaySet, second: DaySet) -> None:
    shared = first.intersect(second)

    assert set(shared or ()) == set(first) & set(second)


@given(day_sets, day_sets)
def test_narrowing_does_not_depend_on_the_order(first: DaySet, second: DaySet) -> None:
    assert first.intersect(second) == second.intersect(first)


@given(day_sets, day_sets)
def test_uniting_holds_the_days_of_both_and_no_others(first: DaySet, second: DaySet) -> None:
    assert set(first.unite(second)) == set(first) | set(second)


@given(day_sets, st.integers(-400, 400))
def test_shifting_there_and_back_changes_nothing(days: DaySet, by: int) -> None:
    assert days.shift(by).shift(-by) == days


@given(day_sets, st.integers(-9, 0), st.integers(0, 9))
def test_shifting_by_a_stretch_reaches_every_day_of_it(days: DaySet, low: int, high: int) -> None:
    reached = {day + by for day in days for by in range(low, high + 1)}

    assert set(days.shift(low, high)) == reached


@given(st.one_of(day_sets, far_day_sets, calendar_day_sets))
def test_edtf_reads_back_as_the_same_days(days: DaySet) -> None:
    assert DaySet.from_edtf(days.edtf()) == days


@given(st.lists(ranges, min_size=1, max_size=6), st.data())
def test_the_order_in_which_days_are_given_makes_no_difference(
    found: list[tuple[int, int]], data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(found))

    assert DaySet.of_ranges(shuffled) == DaySet.of_ranges(found)


@given(st.sets(ordinals, min_size=1, max_size=12))
def test_a_set_holds_the_days_it_was_made_of(days: set[int]) -> None:
    made = DaySet.of(days)

    assert set(made) == days
    assert len(made) == len(days)
    assert all(date.fromordinal(day) in made for day in days)
    assert made.exact == (len(days) == 1)
    assert (made.first.toordinal(), made.last.toordinal()) == (min(days), max(days))


@pytest.mark.parametrize(
    "text",
    [
        "2019-09-14",
        "2019-09",
        "2019",
        "2019-07~",
        "2020-01-07/2020-01-08",
        "[2019-12-29,2020-01-05]",
        "[2019,2021-03-02..2021-03-05]",
    ],
)
def test_edtf_is_written_as_it_was_read(text: str) -> None:
    assert DaySet.from_edtf(text).edtf() == text


@pytest.mark.parametrize("text", ["", "zondag", "2019-13", "2019-02-30", "2019-1-1", "[]", "0000"])
def test_what_is_no_edtf_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        DaySet.from_edtf(text)


@pytest.mark.parametrize("bad", [(), ((5, 3),), ((1, 3), (4, 6)), ((1, 5), (3, 9))])
def test_days_that_are_none_or_overlap_are_refused(bad: tuple[tuple[int, int], ...]) -> None:
    with pytest.raises(ValueError, match="day"):
        DaySet(bad)


def test_one_of_five_sundays_is_wider_than_one_sunday() -> None:
    sundays = DaySet.from_edtf("[2019-12-29,2020-01-05,2020-01-12,2020-01-19,2020-01-26]")

    assert sundays.relation_to(DaySet.from_edtf("2020-01-05")) is Relation.WIDER


def test_vague_days_apart_are_no_conflict() -> None:
    around = DaySet.from_edtf("2020-01-05~")

    assert around.relation_to(DaySet.from_edtf("2020-01-09")) is Relation.UNKNOWN
