"""Whom an attack struck or was meant for, where other words than the attack's say so."""

from __future__ import annotations

from typing import Any

import pytest
from tests.told import Tell, values

from wederhoor.model import Field
from wederhoor.resources.loader import read_yaml

RULES = read_yaml("nl/targets.yaml")


@pytest.mark.parametrize(
    "example", [found for rule in RULES for found in rule["examples"]], ids=str
)
def test_a_target_told_apart_is_a_recipient(tell: Tell, example: dict[str, Any]) -> None:
    assert any(
        example["target"] in value for value in values(tell(example["text"]), Field.RECIPIENT)
    )


@pytest.mark.parametrize("text", [text for rule in RULES for text in rule["not"]])
def test_other_uses_of_the_words_name_no_target(tell: Tell, text: str) -> None:
    assert values(tell(text), Field.RECIPIENT) == set()


def test_a_count_among_the_dead_is_no_party(tell: Tell) -> None:
    read = tell("Bij de aanslag vielen tien doden. Onder de doden zijn drie kinderen.")
    assert values(read, Field.RECIPIENT) == set()


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("De EU legt Belarus nieuwe sancties op.", {"Wit-Rusland"}),
        ("De militie ontvoerde tientallen vrouwen.", {"vrouwen"}),
        ("Betogers protesteerden in Bamako urenlang tegen de junta.", {"junta"}),
        (
            "Volgens de VN is het bombardement door Rusland in strijd met het oorlogsrecht.",
            {"Rusland"},
        ),
        ("Mexico leverde de drugsbaron uit aan de Verenigde Staten.", {"Verenigde Staten"}),
    ],
)
def test_who_undergoes_it_is_read_where_the_tree_is_wrong(
    tell: Tell, text: str, recipients: set[str]
) -> None:
    assert recipients <= values(tell(text), Field.RECIPIENT)


def test_both_countries_are_two_recipients(tell: Tell) -> None:
    read = tell(
        "Iran en Irak schonden het bestand. De Verenigde Naties hebben beide landen opgeroepen tot kalmte."
    )
    assert {"Iran", "Irak"} <= values(read, Field.RECIPIENT)


def test_dat_land_is_the_state_named_last(tell: Tell) -> None:
    read = tell("Rusland viel Georgië binnen. De EU stelde sancties in tegen dat land.")
    assert "Georgië" in values(read, Field.RECIPIENT)
