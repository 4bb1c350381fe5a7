"""Where an event took place that a report tells without a place."""

from __future__ import annotations

from tests.told import Tell

from wederhoor.model import EventType, Place


def where(tell: Tell, text: str, kind: EventType) -> list[Place]:
    """Return the places of the only event of this type."""
    (mention,) = (mention for mention in tell(text).mentions if mention.type is kind)
    return list(mention.where)


def test_an_arrest_takes_place_where_the_report_plays(tell: Tell) -> None:
    text = "Aanslag in Lomé\n\nIn Lomé ontplofte een bom. De politie arresteerde zeven mensen."
    (place,) = where(tell, text, EventType.COERCE)
    assert (place.name, place.inferred) == ("Togo", True)


def test_a_coup_abroad_does_not_take_place_where_people_protest(tell: Tell) -> None:
    text = (
        "Het leger van Myanmar heeft maandag de macht gegrepen.\n\n"
        "In Tokio gingen honderden mensen de straat op."
    )
    assert where(tell, text, EventType.COERCE) == []


def test_the_police_arrest_people_at_home(tell: Tell) -> None:
    text = "De Noorse politie heeft dinsdag vier mensen gearresteerd."
    (place,) = where(tell, text, EventType.COERCE)
    assert (place.name, place.inferred) == ("Noorwegen", True)


def test_the_town_that_someone_is_from_is_not_where_it_happened(tell: Tell) -> None:
    text = "Ada uit Bonn was getuige van de aanslag in Homs."
    assert {place.name for place in where(tell, text, EventType.ASSAULT)} == {"Homs"}


def test_a_murdered_person_was_not_murdered_where_others_speak_of_it(tell: Tell) -> None:
    text = "In Bonn is woensdag de vermoorde burgemeester herdacht."
    found = [p for p in where(tell, text, EventType.ASSAULT) if not p.inferred]
    assert not found


def test_the_town_of_others_is_not_that_of_a_deed_before(tell: Tell) -> None:
    text = "Na de moord in Homs werden de burgemeesters van Aleppo en Hama bedreigd."
    assert {place.name for place in where(tell, text, EventType.ASSAULT)} == {"Homs"}


def test_a_town_that_looks_like_a_surname_is_a_place_where_the_words_say_so(tell: Tell) -> None:
    text = "Bij de aanval op het theater van Marioepol vielen in maart dertig doden."
    found = where(tell, text, EventType.ASSAULT)
    assert {place.name for place in found} == {"Marioepol"}
