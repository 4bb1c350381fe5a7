"""Measures of how alike two groupings are, against cases worked out by hand."""

from __future__ import annotations

from itertools import permutations

import pytest
from evaluation.coreference import _assignment, likeness
from hypothesis import given
from hypothesis import strategies as st

GOLD = {"a": "1", "b": "1", "c": "1", "d": "2", "e": "2", "f": "3"}


def test_the_same_grouping_scores_one() -> None:
    same = likeness({name: f"x{group}" for name, group in GOLD.items()}, GOLD)
    assert (same.muc, same.b3, same.ceaf_e, same.conll) == (1, 1, 1, 1)


def test_one_split_and_one_wrong_join_by_hand() -> None:
    found = {"a": "x", "b": "x", "c": "y", "d": "y", "e": "z", "f": "w"}
    score = likeness(found, GOLD)
    # of 3 links in gold 1 is kept, of 2 found 1 is right
    assert score.muc == pytest.approx(2 * (1 / 3) * (1 / 2) / (1 / 3 + 1 / 2))
    recall = (2 / 3 * 2 + 1 / 3 + 1 / 2 * 2 + 1) / 6
    precision = (1 + 1 + 1 / 2 + 1 / 2 + 1 + 1) / 6
    assert score.b3 == pytest.approx(2 * recall * precision / (recall + precision))
    # x with 1: 4/5, z with 2: 2/3, w with 3: 1
    assert score.ceaf_e == pytest.approx(2 * (4 / 5 + 2 / 3 + 1) / 7)


def test_single_mentions_have_no_links() -> None:
    apart = likeness({name: name for name in GOLD}, GOLD)
    assert apart.muc == 0
    assert apart.b3 == pytest.approx(2 * 0.5 / 1.5)


@given(
    st.integers(1, 4).flatmap(
        lambda n: st.lists(
            st.lists(st.integers(-5, 5), min_size=4, max_size=4), min_size=n, max_size=n
        )
    )
)
def test_an_assignment_costs_no_more_than_any_other(costs: list[list[int]]) -> None:
    tried = (
        sum(row[column] for row, column in zip(costs, columns, strict=False))
        for columns in permutations(range(4), len(costs))
    )
    assert _assignment(costs) == pytest.approx(min(tried))
