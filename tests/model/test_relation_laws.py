"""The laws of `relation_to`, the same for days, quantities, actors and places."""

from __future__ import annotations

from typing import Protocol, Self

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import actors, day_sets, places, quantities

from wederhoor.model import Relation


class _Comparable(Protocol):
    def relation_to(self, other: Self | None) -> Relation: ...


_ALL = [
    pytest.param(day_sets, id="days"),
    pytest.param(quantities, id="quantities"),
    pytest.param(actors, id="actors"),
    pytest.param(places, id="places"),
]
_ORDERED = _ALL[:2]


@pytest.mark.parametrize("kind", _ALL)
@given(data=st.data())
def test_a_value_is_the_same_as_itself(
    kind: st.SearchStrategy[_Comparable], data: st.DataObject
) -> None:
    value = data.draw(kind)

    assert value.relation_to(value) is Relation.SAME


@pytest.mark.parametrize("kind", _ALL)
@given(data=st.data())
def test_a_value_stands_in_no_known_relation_to_nothing(
    kind: st.SearchStrategy[_Comparable], data: st.DataObject
) -> None:
    assert data.draw(kind).relation_to(None) is Relation.UNKNOWN


@pytest.mark.parametrize("kind", _ALL)
@given(data=st.data())
def test_the_relation_seen_from_the_other_side_is_the_converse(
    kind: st.SearchStrategy[_Comparable], data: st.DataObject
) -> None:
    first, second = data.draw(kind), data.draw(kind)

    assert second.relation_to(first) is first.relation_to(second).converse


@pytest.mark.parametrize("kind", _ORDERED)
@given(data=st.data())
def test_what_is_narrower_than_a_narrower_value_is_narrower(
    kind: st.SearchStrategy[_Comparable], data: st.DataObject
) -> None:
    first, second, third = data.draw(kind), data.draw(kind), data.draw(kind)
    narrows = (Relation.NARROWER, Relation.SAME)

    if first.relation_to(second) in narrows and second.relation_to(third) in narrows:
        assert first.relation_to(third) in narrows


@pytest.mark.parametrize("kind", _ALL)
@given(data=st.data())
def test_values_that_are_the_same_relate_alike_to_a_third(
    kind: st.SearchStrategy[_Comparable], data: st.DataObject
) -> None:
    first, second = data.draw(kind), data.draw(kind)

    if first.relation_to(second) is Relation.SAME:
        assert second.relation_to(first) is Relation.SAME


@given(relation=st.sampled_from(Relation))
def test_the_converse_of_the_converse_is_the_relation(relation: Relation) -> None:
    assert relation.converse.converse is relation
