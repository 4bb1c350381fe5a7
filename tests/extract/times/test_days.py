"""The calendar behind the grammar: Easter, weeks, months, the choice of a year, parts of a period."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import names

from wederhoor.extract.times.days import (
    Days,
    Told,
    choose_year,
    day_of,
    easter,
    month_of,
    nth_weekday,
    one,
    part_of,
    same_day,
    week_of,
    weekday_near,
    year_of,
)

_days = st.dates(date(1900, 1, 1), date(2100, 12, 31)).map(date.toordinal)


@pytest.mark.parametrize(
    ("year", "sunday"),
    [
        (1961, date(1961, 4, 2)),
        (2008, date(2008, 3, 23)),
        (2019, date(2019, 4, 21)),
        (2024, date(2024, 3, 31)),
        (2038, date(2038, 4, 25)),
    ],
)
def test_easter_falls_on_the_sunday_of_the_almanac(year: int, sunday: date) -> None:
    assert easter(year) == sunday.toordinal()


@given(st.integers(1583, 4000))
def test_easter_is_a_sunday_from_22_march_to_25_april(year: int) -> None:
    found = date.fromordinal(easter(year))

    assert found.isoweekday() == 7
    assert date(year, 3, 22) <= found <= date(year, 4, 25)


@given(_days)
def test_a_week_runs_from_monday_to_sunday_around_its_day(day: int) -> None:
    monday, sunday = week_of(day)

    assert date.fromordinal(monday).isoweekday() == 1
    assert monday <= day <= sunday == monday + 6


@given(
    day=_days,
    weekday=st.integers(1, 7),
    ahead=st.sampled_from([True, False, None]),
    strict=st.booleans(),
)
def test_a_weekday_lies_within_a_week_on_the_side_told(
    *, day: int, weekday: int, ahead: bool | None, strict: bool
) -> None:
    found = weekday_near(Told(day, ahead), weekday, strict=strict)

    assert date.fromordinal(found).isoweekday() == weekday
    assert 0 <= (found - day if ahead else day - found) <= 7
    assert not (strict and found == day)


@given(st.integers(2000, 2030), st.integers(1, 12), st.integers(1, 7), st.integers(1, 4))
def test_the_nth_weekday_of_a_month_is_one_and_is_in_it(
    year: int, month: int, weekday: int, nth: int
) -> None:
    found = date.fromordinal(nth_weekday(year, month, weekday, nth))

    assert (found.year, found.month, found.isoweekday()) == (year, month, weekday)
    assert (found.day - 1) // 7 == nth - 1


@given(_days, st.integers(-30, 30))
def test_the_same_day_some_months_on_is_in_that_month(day: int, months: int) -> None:
    here, there = date.fromordinal(day), date.fromordinal(same_day(day, months))

    assert (there.year * 12 + there.month) - (here.year * 12 + here.month) == months
    assert there.day <= here.day


@pytest.mark.parametrize(
    ("told", "ahead", "year"),
    [
        (date(2024, 4, 20), None, 2024),  # eleven days ahead, a year ago
        (date(2024, 4, 20), True, 2024),
        (date(2024, 7, 26), None, 2024),
        (date(2024, 7, 26), True, 2025),
        (date(2024, 1, 26), False, 2023),
    ],
)
def test_a_date_without_a_year_is_the_turn_that_the_telling_points_at(
    *, told: date, ahead: bool | None, year: int
) -> None:
    found = choose_year(Told(told.toordinal(), ahead), lambda turn: day_of(turn, 5, 1))

    assert found == day_of(year, 5, 1)


@given(
    _days,
    st.sampled_from(["begin", "middle", "end", "first half", "second half"]),
    st.sampled_from(["week", "month", "year", "decade", "span"]),
)
def test_a_part_of_a_period_lies_within_it(day: int, part: str, unit: str) -> None:
    when = date.fromordinal(day)
    whole = {
        "week": one(*week_of(day), unit="week"),
        "month": one(*month_of(when.year, when.month), unit="month"),
        "year": one(*year_of(when.year), unit="year"),
        "decade": one(year_of(when.year)[0], year_of(when.year + 9)[1], unit="decade"),
        "span": one(day, day + 40, unit="span"),
    }[unit]

    found = part_of(whole, part)

    assert found is None or whole.low <= found.low <= found.high <= whole.high


@given(names)
def test_a_day_has_no_parts(part: str) -> None:
    assert part_of(Days(((1, 1),)), part) is None
