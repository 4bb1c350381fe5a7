"""Whose airspace, waters or soil something happened in, and who says so."""

from __future__ import annotations

from typing import Any

import pytest
from tests.told import Tell, said

from wederhoor.model import INTERNATIONAL, Field
from wederhoor.resources.loader import read_yaml

RULES = read_yaml("nl/territories.yaml")
SHOT = "Het leger haalde een drone neer. "


@pytest.mark.parametrize(
    "example", [found for rule in RULES for found in rule.get("examples", ())], ids=str
)
def test_words_for_a_territory_say_whose_it_is(tell: Tell, example: dict[str, Any]) -> None:
    assert said(tell(example["text"]), Field.TERRITORY) == set(map(tuple, example["says"]))


@pytest.mark.parametrize("text", [text for rule in RULES for text in rule.get("not", ())])
def test_other_uses_of_the_words_say_nothing(tell: Tell, text: str) -> None:
    assert said(tell(text), Field.TERRITORY) == set()


def test_two_parties_in_one_sentence_each_say_their_own(tell: Tell) -> None:
    text = (
        "De Noorse drone vloog volgens Rusland in Russisch luchtruim, volgens Noorwegen boven"
        " internationale wateren. Rusland schoot het toestel maandag neer."
    )
    assert said(tell(text), Field.TERRITORY) == {
        ("Rusland", "Rusland", "assert"),
        (INTERNATIONAL, "Noorwegen", "assert"),
    }


# ---------------------------------------------------------------- whose "zijn luchtruim" is
@pytest.mark.parametrize(
    ("text", "country", "source"),
    [
        ("Jemen haalt drone neer, claimt dat die in zijn luchtruim vloog.", "Jemen", "Jemen"),
        (SHOT + "Volgens Tsjaad vloog het toestel in zijn luchtruim.", "Tsjaad", "Tsjaad"),
        (SHOT + "De Polen zeggen dat de drone in hun luchtruim was.", "Polen", "Polen"),
        (SHOT + "Peru beschoot een toestel dat volgens Lima zijn luchtruim had geschonden.", "Peru", "Peru"),
        (
            SHOT + "„De drone was in ons luchtruim”, zei een woordvoerder van het Pakistaanse leger.",
            "Pakistan",
            "woordvoerder van het Pakistaanse leger",
        ),
    ],
)  # fmt: skip
def test_its_own_airspace_is_that_of_the_one_country_that_speaks(
    tell: Tell, text: str, country: str, source: str
) -> None:
    assert said(tell(text), Field.TERRITORY) == {(country, source, "assert")}


@pytest.mark.parametrize(
    "text",
    [
        SHOT + "Iran en Irak zeggen dat de drone in hun luchtruim vloog.",
        SHOT + "Het toestel vloog in zijn eigen luchtruim.",
        SHOT + "De generaal zegt dat de drone in ons luchtruim vloog.",
    ],
)
def test_nobody_is_given_it_where_more_can_be_meant(tell: Tell, text: str) -> None:
    assert said(tell(text), Field.TERRITORY) == set()


# ---------------------------------------------------------------- denied, and left open
def test_who_was_not_there_denies_that_territory_and_may_affirm_another(tell: Tell) -> None:
    text = (
        SHOT + "Turkije zegt dat de drone niet in Syrisch luchtruim was, maar boven Turks gebied."
    )
    assert said(tell(text), Field.TERRITORY) == {
        ("Syrië", "Turkije", "deny"),
        ("Turkije", "Turkije", "assert"),
    }


def test_who_denies_that_it_was_not_there_says_that_it_was(tell: Tell) -> None:
    text = SHOT + "Syrië ontkent dat de drone niet in Syrisch luchtruim was."
    assert said(tell(text), Field.TERRITORY) == {("Syrië", "Syrië", "assert")}


@pytest.mark.parametrize(
    "words",
    [
        "Was de drone in Syrisch luchtruim?",
        "Als de drone in Syrisch luchtruim vloog, volgt er straf.",
        "De drone mocht niet in Syrisch luchtruim vliegen.",
        "Er zijn geen drones in Syrisch luchtruim.",
        "De drone vloog niet ver van het Syrische luchtruim.",
        "De drone vloog naar Syrisch luchtruim.",
    ],
)
def test_what_is_left_open_is_claimed_by_nobody(tell: Tell, words: str) -> None:
    assert said(tell(SHOT + words), Field.TERRITORY) == set()


# ---------------------------------------------------------------- which event
def test_it_is_told_of_the_event_that_struck_such_a_vehicle(tell: Tell) -> None:
    read = tell(
        "Rebellen bestookten een dorp in Mali. Het leger van Mali haalde een drone neer. In Bamako gooiden"
        " betogers stenen naar agenten. Volgens Mali vloog het toestel in het luchtruim van Mali."
    )
    (claim,) = (one for one in read.claims if one.field is Field.TERRITORY)
    struck = next(one for one in read.mentions if one.id == claim.mention)
    assert "destroy" in struck.modes


def test_a_vehicle_that_nothing_struck_has_no_territory(tell: Tell) -> None:
    text = "Bij een aanslag in Homs vielen tien doden. Russische toestellen vliegen in Syrisch luchtruim."
    assert said(tell(text), Field.TERRITORY) == set()


def test_what_happened_there_is_the_event_told_last(tell: Tell) -> None:
    text = "De kustwacht beschoot een vissersboot. Dat gebeurde volgens Japan in Japanse wateren."
    assert said(tell(text), Field.TERRITORY) == {("Japan", "Japan", "assert")}


def test_the_adjective_of_india_is_known_with_its_e(tell: Tell) -> None:
    text = SHOT + "De drone schond volgens India het Indiase luchtruim."
    assert said(tell(text), Field.TERRITORY) == {("India", "India", "assert")}


def test_where_it_was_when_it_was_hit_is_said_by_who_tells_of_the_hit(tell: Tell) -> None:
    text = "Armenië zegt dat het toestel is neergehaald toen het in Armeens luchtruim vloog."
    assert said(tell(text), Field.TERRITORY) == {("Armenië", "Armenië", "assert")}
