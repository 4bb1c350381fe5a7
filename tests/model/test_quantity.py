"""Counts as ranges: what contradicts what."""

from __future__ import annotations

import pytest

from wederhoor.model import Quantity, Relation


@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [
        (Quantity(15, 15), Quantity(11, None), Relation.NARROWER),
        (Quantity(11, None), Quantity(15, 15), Relation.WIDER),
        (Quantity(80, 80), Quantity(0, 0), Relation.CONFLICTS),
        (Quantity(80, 80), Quantity(80, 80, of="Amerikanen"), Relation.SAME),
        (Quantity(20, 99), Quantity(50, 200), Relation.OVERLAPS),
        (Quantity(27, 27), Quantity(25, 25, approximate=True), Relation.NARROWER),
        (Quantity(40, 40), Quantity(25, 25, approximate=True), Relation.CONFLICTS),
        (Quantity(100, None), Quantity(200, None), Relation.WIDER),
    ],
)
def test_two_counts_relate_by_what_they_leave_open(
    first: Quantity, second: Quantity, relation: Relation
) -> None:
    assert first.relation_to(second) is relation


@pytest.mark.parametrize(("low", "high"), [(-1, 3), (5, 4)])
def test_a_count_below_nothing_or_upside_down_is_refused(low: int, high: int) -> None:
    with pytest.raises(ValueError, match="low <= high"):
        Quantity(low, high)
