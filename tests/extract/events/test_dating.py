"""When a report says that what it tells happened, and where it leaves that open."""

from __future__ import annotations

import pytest
from tests.told import Tell

from wederhoor.model import EventType, Reading


def _whens(read: Reading, kind: EventType) -> list[str | None]:
    return [m.when.edtf() if m.when else None for m in read.mentions if m.type is kind]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Rebellen hebben zondag een konvooi aangevallen.", "2021-05-09"),
        ("Bij een aanval op een konvooi vielen zondag zes doden.", "2021-05-09"),
        ("Bij een aanval in april vielen zes doden.", "2021-04"),
        ("Militairen hebben een bus beschoten. Dat gebeurde zondagavond bij Homs.", "2021-05-09"),
        ("Militairen vielen een bus aan. Het incident vond dinsdag plaats.", "2021-05-11"),
    ],
)
def test_the_time_of_its_clause_dates_an_attack(tell: Tell, text: str, when: str) -> None:
    assert _whens(tell(text, published="2021-05-12"), EventType.ASSAULT) == [when]


@pytest.mark.parametrize(
    "text",
    [
        "Het leger stelde dinsdag het aantal doden van de aanval op Aden bij naar zes.",
        "De minister veroordeelde dinsdag de aanval op een konvooi bij Aden.",
        "Een woordvoerder zei dinsdag dat rebellen een konvooi hebben aangevallen.",
        "Rebellen hebben een konvooi aangevallen. Dat zei een woordvoerder dinsdag.",
        "Rebellen hebben een konvooi aangevallen. Het werd dinsdag bekend.",
    ],
)
def test_the_time_of_telling_does_not_date_what_is_told(tell: Tell, text: str) -> None:
    read = tell(text, published="2021-05-12", title="Nieuws over het leger")
    assert _whens(read, EventType.ASSAULT) == [None]


def test_the_place_told_after_is_where_it_happened(tell: Tell) -> None:
    read = tell("Militairen hebben een bus beschoten. Dat gebeurde zondag in Homs.")
    assert [place.name for m in read.mentions for place in m.where] == ["Homs"]
