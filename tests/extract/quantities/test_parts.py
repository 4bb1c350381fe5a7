"""Counts kept apart: what was fired, intercepted and struck; the losses of each side."""

from __future__ import annotations

import pytest
from tests.factories import simple_analysis

from wederhoor.extract.quantities import read_quantities
from wederhoor.model import Field


def _counts(text: str, field: Field) -> list[tuple[int, str]]:
    found = read_quantities(simple_analysis(text))
    return [(one.quantity.low, one.part) for one in found if one.field is field and one.quantity]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        (
            "Het leger vuurde 40 raketten af. 30 raketten werden onderschept. 10 raketten sloegen in.",
            [(40, ""), (30, "onderschept"), (10, "ingeslagen")],
        ),
        (
            "Er werden veertig raketten afgevuurd, waarvan tien uit de lucht werden gehaald.",
            [(40, ""), (10, "onderschept")],
        ),
        ("Drie raketten troffen een flat.", [(3, "")]),  # as far as is told, all that were fired
    ],
)
def test_fired_intercepted_and_struck_are_counts_of_their_own(
    text: str, counts: list[tuple[int, str]]
) -> None:
    assert _counts(text, Field.WEAPONS) == counts


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        (
            "Aan Noorse kant vielen vier doden, aan Deense zijde 25.",
            [(4, "Noorse kant"), (25, "Deense zijde")],
        ),
        ("Aan de kant van de rebellen vielen dertig doden.", [(30, "rebellen")]),
        ("Onder de rebellen vielen dertig doden.", [(30, "rebellen")]),
        ("Aan de kant van de weg lagen vier doden.", [(4, "")]),
        ("Aan beide kanten vielen vier doden.", [(4, "")]),
        ("Onder anderen vier militairen kwamen om.", [(4, "")]),
    ],
)
def test_the_losses_of_a_side_are_a_part(text: str, counts: list[tuple[int, str]]) -> None:
    assert _counts(text, Field.KILLED) == counts
