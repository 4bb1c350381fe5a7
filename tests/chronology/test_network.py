"""The laws of narrowing: it agrees with trying every calendar, adds no day, and never hides a clash."""

from __future__ import annotations

import itertools
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wederhoor.chronology import Between, Constraint, Narrowed, ToldOn, Within, narrow
from wederhoor.model import DaySet

NAMES = ("a", "b", "c", "p")
WEEK = tuple(range(1, 7))
SETS = st.sets(st.sampled_from(WEEK), min_size=1).map(DaySet.of)
BOUND = st.none() | st.integers(-3, 3)


@st.composite
def _between(draw: st.DrawFn) -> Between:
    first, second = draw(st.permutations(NAMES))[:2]
    low, high = draw(BOUND), draw(BOUND)
    if low is not None and high is not None and low > high:
        low, high = high, low
    return Between(first, second, low, high, "order", draw(st.booleans()))


@st.composite
def _told_on(draw: st.DrawFn) -> ToldOn:
    days = sorted(draw(st.sets(st.sampled_from(WEEK), min_size=1)))
    return ToldOn(draw(st.sampled_from("abc")), "p", tuple((d, draw(SETS)) for d in days), "told")


WITHIN = st.builds(Within, st.sampled_from(NAMES), SETS, st.just("words"))
CONSTRAINTS = st.lists(WITHIN | _between() | _told_on(), max_size=6)
EVERYWHERE = [Within(name, DaySet.of(WEEK), "calendar") for name in NAMES]


def _keeps(calendar: dict[str, int], found: Constraint) -> bool:
    if isinstance(found, Within):
        return calendar[found.of] in set(found.days)
    if isinstance(found, Between):
        apart = calendar[found.second] - calendar[found.first]
        return (found.low is None or apart >= found.low) and (
            found.high is None or apart <= found.high
        )
    days = dict(found.each).get(calendar[found.publication])
    return days is not None and calendar[found.of] in set(days)


def _every_calendar(constraints: list[Constraint]) -> list[dict[str, int]]:
    tried = (
        dict(zip(NAMES, days, strict=True)) for days in itertools.product(WEEK, repeat=len(NAMES))
    )
    return [one for one in tried if all(_keeps(one, found) for found in constraints)]


@given(CONSTRAINTS)
@settings(max_examples=120, deadline=None)
def test_what_is_left_is_what_trying_every_calendar_leaves(given_: list[Constraint]) -> None:
    constraints = [*EVERYWHERE, *given_]
    calendars = _every_calendar(constraints)
    found = narrow(constraints)
    assert bool(found.clashes) == (not calendars)
    if calendars:
        assert {name: set(found.days[name]) for name in NAMES} == {
            name: {one[name] for one in calendars} for name in NAMES
        }


@given(CONSTRAINTS, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_order_of_constraints_makes_no_difference(
    given_: list[Constraint], chance: object
) -> None:
    constraints = [*EVERYWHERE, *given_]
    mixed = list(constraints)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert narrow(mixed) == narrow(constraints)


@given(CONSTRAINTS, WITHIN | _between() | _told_on())
@settings(max_examples=60, deadline=None)
def test_narrowing_never_adds_days(given_: list[Constraint], more: Constraint) -> None:
    before, after = narrow([*EVERYWHERE, *given_]), narrow([*EVERYWHERE, *given_, more])
    if not after.clashes:
        assert all(set(after.days[name]) <= set(before.days[name]) for name in NAMES)
    for step in after.steps:
        assert step.after is None or step.before is None or set(step.after) < set(step.before)


@given(CONSTRAINTS)
@settings(max_examples=60, deadline=None)
def test_a_clash_names_a_least_set_of_constraints(given_: list[Constraint]) -> None:
    for clash in narrow([*EVERYWHERE, *given_]).clashes[:1]:
        named = list(clash.constraints)
        assert narrow(named).clashes
        for found in named:
            assert not narrow([other for other in named if other is not found]).clashes


def _day(text: str) -> DaySet:
    return DaySet.from_edtf(text)


def test_a_report_of_a_month_gets_its_day_from_another_report() -> None:
    january = tuple(_day("2020-01"))
    last_sunday = tuple(
        (day, DaySet.of([day - date.fromordinal(day).isoweekday() % 7])) for day in january
    )
    yesterday = tuple((day, DaySet.of([day - 1])) for day in january)
    told: list[Constraint] = [
        Within("publication", _day("2020-01"), "dated by the month"),
        ToldOn("strike", "publication", last_sunday, "zondag"),
        ToldOn("march", "publication", yesterday, "gisteren"),
    ]
    assert len(narrow(told).days["strike"]) == 5
    found = narrow([*told, Within("march", _day("2019-12-31"), "another report")])
    assert found.days["strike"] == _day("2019-12-29")
    assert [step.by.why for step in found.chain("strike")][-2:] == ["gisteren", "zondag"]


def test_two_events_that_are_each_after_the_other_clash() -> None:
    rounds: list[Constraint] = [
        Between("a", "b", 1, None, "daarna"),
        Between("b", "a", 1, None, "later"),
    ]
    found = narrow(rounds)
    assert [{one.why for one in clash.constraints} for clash in found.clashes] == [
        {"daarna", "later"}
    ]


def test_a_convention_gives_way_to_words() -> None:
    found = narrow(
        [
            Within("a", _day("2020-01-09"), "words"),
            Within("p", _day("2020-01-08"), "published"),
            Between("p", "a", None, 0, "past", inferred=True),
        ]
    )
    assert len(found.clashes) == 1
    assert found.days["a"] == _day("2020-01-09")


def test_days_that_clash_are_all_kept_in_doubt() -> None:
    found = narrow([Within("a", _day("2020-01-09"), "one"), Within("a", _day("2020-01-11"), "two")])
    assert found.days["a"] == _day("[2020-01-09,2020-01-11]")
    assert {one.why for one in found.clashes[0].constraints} == {"one", "two"}


@pytest.mark.parametrize(("low", "high"), [(0, None), (None, 3)])
def test_a_day_open_on_one_side_is_left_unsaid(low: int | None, high: int | None) -> None:
    found: Narrowed = narrow(
        [Within("a", _day("2020-01-09"), "one"), Between("a", "b", low, high, "o")]
    )
    assert set(found.days) == {"a"}
