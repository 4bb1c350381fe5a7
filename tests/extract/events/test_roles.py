"""Who did it, and to whom or what."""

from __future__ import annotations

import pytest
from tests.told import Tell, types, values

from wederhoor.model import EventType, Field


@pytest.mark.parametrize(
    "text",
    [
        "Turkije bombardeerde een basis van het leger.",
        "Turkije heeft een basis van het leger gebombardeerd.",
        "Een basis van het leger is gebombardeerd door Turkije.",
        "Turkije voerde een bombardement op een basis van het leger uit.",
        "Bij een Turkse luchtaanval op een basis van het leger vielen twee doden.",
        pytest.param(
            "Bij een Turks bombardement op een basis van het leger vielen twee doden.",
            marks=pytest.mark.xfail(reason="'Turks' is tagged as a name", strict=True),
        ),
    ],
)
def test_active_passive_noun_and_adjective_name_one_actor(tell: Tell, text: str) -> None:
    read = tell(text)
    assert types(read) == [EventType.ASSAULT]
    assert values(read, Field.ACTOR) == {"Turkije"}


def test_what_was_attacked_is_the_recipient(tell: Tell) -> None:
    read = tell("Strijders van de Taliban hebben een ziekenhuis in Kunduz aangevallen.")
    assert any("ziekenhuis" in value for value in values(read, Field.RECIPIENT))


def test_an_attack_without_a_doer_has_no_actor(tell: Tell) -> None:
    read = tell("In Kunduz is zondag een ziekenhuis aangevallen.")
    assert values(read, Field.ACTOR) == set()


def test_talks_have_all_sides_as_actor(tell: Tell) -> None:
    read = tell("Het leger en de oppositie overlegden dinsdag in Caïro over een bestand.")
    assert types(read) == [EventType.CONSULT]
    assert {"leger", "oppositie"} <= values(read, Field.ACTOR)


def test_a_shot_down_drone_is_a_recipient_never_an_actor(tell: Tell) -> None:
    read = tell("Het Syrische leger heeft boven Homs een drone neergehaald.")
    assert not any("drone" in value for value in values(read, Field.ACTOR))


def test_a_day_is_no_party(tell: Tell) -> None:
    read = tell("Zondag viel een aanval op Aden. Maandag werd de haven bestookt.")
    parties = values(read, Field.ACTOR) | values(read, Field.RECIPIENT)
    assert not parties & {"Zondag", "Maandag", "zondag", "maandag"}


def test_the_one_talked_with_is_the_recipient_of_talks(tell: Tell) -> None:
    read = tell("De regering van Egypte overlegde dinsdag in Caïro met Ethiopië over de Nijl.")
    assert "Ethiopië" in values(read, Field.RECIPIENT)


def test_a_clause_with_hebben_has_one_subject(tell: Tell) -> None:
    read = tell(
        "Malinese militairen hebben vrijdag tijdens een protest op de grens tussen Mali en Niger een 24-jarige "
        "Nigerees doodgeschoten."
    )
    assert values(read, Field.ACTOR) == {"Malinese militairen"}
    assert "Malinese militairen" not in values(read, Field.RECIPIENT)


def test_a_person_right_behind_the_noun_is_whom_it_was_done_to(tell: Tell) -> None:
    read = tell("De minister zweeg.", title="Woede na arrestatie Jan Bakker in Minsk")
    assert "Jan Bakker" in values(read, Field.RECIPIENT)


def test_a_place_right_behind_the_noun_is_not_whom_it_was_done_to(tell: Tell) -> None:
    read = tell("De stad rouwt.", title="Rouw na moord Minsk")
    assert not values(read, Field.RECIPIENT)
