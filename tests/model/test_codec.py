"""The codec: every noun of the model comes back from JSON as it went in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests import strategies

from wederhoor.model import Claim, DaySet, Quantity
from wederhoor.model.codec import dumps, encode, loads

_NOUNS = [
    strategies.day_sets,
    strategies.quantities,
    strategies.actors,
    strategies.places,
    strategies.spans,
    strategies.event_mentions,
    strategies.claims,
    strategies.events,
    strategies.readings,
    strategies.reports,
    strategies.decisions,
    strategies.skips,
]


@pytest.mark.parametrize("kind", _NOUNS, ids=str)
@given(data=st.data())
def test_a_noun_comes_back_as_it_went_in(
    kind: st.SearchStrategy[object], data: st.DataObject
) -> None:
    noun = data.draw(kind)

    assert loads(type(noun), dumps(noun)) == noun


@given(strategies.claims)
def test_the_value_of_a_claim_keeps_its_kind(claim: Claim) -> None:
    assert type(loads(Claim, dumps(claim)).value) is type(claim.value)


@given(strategies.claims)
def test_equal_nouns_are_written_as_the_same_line(claim: Claim) -> None:
    line = dumps(claim)

    assert dumps(loads(Claim, line)) == line
    assert "\n" not in line


def test_a_field_at_its_default_is_left_out() -> None:
    assert encode(Quantity(80, 80, of="Amerikanen")) == {"low": 80, "high": 80, "of": "Amerikanen"}


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"low": 1}', '{"low": 5, "high": 2}', "{"])
def test_what_is_no_quantity_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        loads(Quantity, text)


def test_days_with_no_day_in_them_are_refused() -> None:
    with pytest.raises(ValueError, match="at least one day"):
        loads(DaySet, '{"ranges": []}')
