"""Why something was done, as far as the words say."""

from __future__ import annotations

from typing import Any

import pytest
from tests.told import Tell

from wederhoor.model import Field, Reading
from wederhoor.resources.loader import read_yaml

RULES = read_yaml("nl/motives.yaml")


def motives(read: Reading) -> list[str]:
    """Return the motives that are claimed, in text order."""
    return [str(claim.value) for claim in read.claims if claim.field is Field.MOTIVE]


@pytest.mark.parametrize(
    "example", [found for rule in RULES for found in rule["examples"]], ids=str
)
def test_a_clause_that_says_why_is_a_motive(tell: Tell, example: dict[str, Any]) -> None:
    assert motives(tell(example["text"])) == [example["motive"]]


@pytest.mark.parametrize("text", [text for rule in RULES for text in rule["not"]])
def test_other_clauses_are_no_motive(tell: Tell, text: str) -> None:
    assert motives(tell(text)) == []


@pytest.mark.parametrize(
    ("text", "motive"),
    [
        (
            "Turkije bombardeerde het kamp als vergelding voor de aanslag in Ankara.",
            "de aanslag in Ankara",
        ),
        ("Als reactie op de ontvoering bestookte het leger het dorp.", "de ontvoering"),
        ("Uit woede over de moord bestormden betogers de ambassade.", "de moord"),
        (
            "De politie arresteerde de activist wegens belediging van de koning.",
            "belediging van de koning",
        ),
    ],
)
def test_what_is_answered_is_the_motive_of_the_answer(tell: Tell, text: str, motive: str) -> None:
    read = tell(text)
    (claim,) = (claim for claim in read.claims if claim.field is Field.MOTIVE)
    assert claim.value == motive
    answer = next(one for one in read.mentions if one.id == claim.mention)
    assert motive not in {
        text[trigger.span.start : trigger.span.end] for trigger in answer.triggers
    }


def test_order_alone_is_no_motive(tell: Tell) -> None:
    assert motives(tell("Na de aanslag bombardeerde het leger een kamp.")) == []


def test_a_motive_has_the_source_of_its_sentence(tell: Tell) -> None:
    read = tell("Volgens Oman heeft Jemen de haven gebombardeerd om de oorlog te winnen.")
    (claim,) = (claim for claim in read.claims if claim.field is Field.MOTIVE)
    assert [source.name for source in claim.sources] == ["Oman"]
