"""The floors hold: they fail what falls, follow what rises, and know their own gold."""

from __future__ import annotations

from pathlib import Path

import pytest
from evaluation.floors import HIGH, LOW, PATH, Floors, figure
from hypothesis import given
from hypothesis import strategies as st

shares = st.floats(0, 1)


def figures(high: float, low: float) -> dict[str, object]:
    found: dict[str, object] = dict.fromkeys(LOW, low)
    for name in HIGH:
        group, _, part = name.partition(".")
        found[group] = {part: high} if part else high
    return found


@given(high=shares, low=shares)
def test_what_the_floors_were_raised_on_is_within_them(high: float, low: float) -> None:
    floors = Floors("g", {}, {}).raised(figures(high, low))
    assert floors.failures(figures(high, low), "g") == []


@given(first=st.tuples(shares, shares), second=st.tuples(shares, shares))
def test_raising_never_loosens_a_bound(
    first: tuple[float, float], second: tuple[float, float]
) -> None:
    before = Floors("g", {}, {}).raised(figures(*first))
    after = before.raised(figures(*second))
    assert all(after.floors[name] >= bound for name, bound in before.floors.items())
    assert all(after.ceilings[name] <= bound for name, bound in before.ceilings.items())


def test_a_floor_lies_a_hundredth_below_what_was_measured() -> None:
    floors = Floors("g", {}, {}).raised(figures(0.437, 0.019))
    assert set(floors.floors.values()) == {0.42}
    assert set(floors.ceilings.values()) == {0.03}


def test_a_figure_below_its_floor_is_named_with_both_numbers() -> None:
    told = Floors("g", {"typed.f1": 0.6}, {}).failures({"typed": {"f1": 0.589}}, "g")
    assert told == ["typed.f1 is 0.589, below its floor of 0.60"]


def test_a_figure_above_its_ceiling_is_named() -> None:
    told = Floors("g", {}, {"when_invented": 0.1}).failures({"when_invented": 0.25}, "g")
    assert told == ["when_invented is 0.250, above its ceiling of 0.10"]


def test_other_gold_is_told_and_nothing_is_compared() -> None:
    (told,) = Floors("g", {"typed.f1": 0.6}, {}).failures({"typed": {"f1": 0.1}}, "other")
    assert "--new-gold" in told


def test_floors_come_back_from_their_file(tmp_path: Path) -> None:
    floors = Floors("g", {"typed.f1": 0.6}, {"when_invented": 0.1})
    floors.save(tmp_path / "floors.json")
    assert Floors.load(tmp_path / "floors.json") == floors


def test_every_figure_that_counts_has_a_bound() -> None:
    held = Floors.load(PATH)
    assert set(held.floors) == set(HIGH)
    assert set(held.ceilings) == set(LOW)


@pytest.mark.parametrize(
    ("name", "floor"), [("typed.f1", 0.55), ("claims.f1", 0.35), ("sourced.f1", 0.28)]
)
def test_the_floors_are_no_lower_than_was_promised(name: str, floor: float) -> None:
    assert Floors.load(PATH).floors[name] >= floor


def test_a_figure_that_could_not_be_measured_is_zero() -> None:
    assert figure({}, "linking.f1") == 0.0
