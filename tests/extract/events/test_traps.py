"""Words that mean one thing in a conflict and another elsewhere."""

from __future__ import annotations

import pytest
from tests.told import Tell, types

from wederhoor.model import EventType, Field

ARMED = "Nieuws over het leger en de rebellen"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # veroordelen
        ("De regering van Oman veroordeelt de aanval op de haven.", EventType.ACCUSE),
        ("De rechtbank veroordeelde de generaal tot tien jaar cel.", EventType.SANCTION),
        ("Het Strafhof heeft de krijgsheer veroordeeld voor oorlogsmisdaden.", EventType.SANCTION),
        # treffen
        ("Een raket heeft het ziekenhuis getroffen.", EventType.ASSAULT),
        # eisen
        ("De rebellen eisen het vertrek van de president.", EventType.REQUEST),
        # staken
        ("Het personeel van de haven staakt sinds maandag.", EventType.PROTEST),
        # aanhouden
        ("De politie heeft drie betogers aangehouden.", EventType.COERCE),
        # oproepen
        ("De VN roept de partijen op het geweld te stoppen.", EventType.REQUEST),
        # inzetten
        ("Het leger zet tanks in bij de grens.", EventType.MOBILIZE),
        # innemen, veroveren
        ("De rebellen hebben de stad ingenomen.", EventType.ASSAULT),
        ("De rebellen veroverden de hoofdstad.", EventType.ASSAULT),
        # binnenvallen
        ("Troepen van Irak vielen het gebied binnen.", EventType.ASSAULT),
        ("De politie viel het huis van de journalist binnen.", EventType.COERCE),
        # aanslag, explosie
        ("Bij een aanslag op het konvooi vielen acht doden.", EventType.ASSAULT),
        ("Bij een explosie naast het konvooi van het leger vielen doden.", EventType.ASSAULT),
        # onderscheppen
        ("Het leger heeft een raket uit de lucht geschoten.", EventType.ASSAULT),
        # bijeen, in strijd met
        ("Volgens de regering van Peru is dat in strijd met het verdrag.", EventType.ACCUSE),
    ],
)
def test_a_word_of_two_meanings_is_read_as_the_event(
    tell: Tell, text: str, told: EventType
) -> None:
    assert told in types(tell(text, title=ARMED))


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("De rechtbank veroordeelde de man tot tien jaar cel.", EventType.ACCUSE),
        ("De twee presidenten troffen elkaar in Wenen.", EventType.ASSAULT),
        ("Het leger trof maatregelen tegen de hitte.", EventType.ASSAULT),
        ("De belastingaanslag van de generaal viel hoger uit.", EventType.ASSAULT),
        ("De prijsexplosie trof vooral soldaten met een huis.", EventType.ASSAULT),
        ("De aanslag eiste het leven van twintig soldaten.", EventType.REQUEST),
        ("De luchtaanvallen hebben honderden levens geëist.", EventType.REQUEST),
        ("De rebellen hebben de aanslag opgeëist.", EventType.REQUEST),
        ("Het leger en de rebellen staken de aanvallen.", EventType.PROTEST),
        ("De aanhoudende gevechten bij de stad eisen hun tol.", EventType.COERCE),
        ("Het land heeft reservisten opgeroepen.", EventType.REQUEST),
        ("De minister hing de telefoon op na het gesprek.", EventType.ASSAULT),
        ("De soldaat heeft zijn medicijnen ingenomen.", EventType.ASSAULT),
        ("De ploeg veroverde de beker na een slag in de finale.", EventType.ASSAULT),
        ("De spits kwam met een schot in de aanval.", EventType.ASSAULT),
        ("Het besluit is in strijd met het recht van het leger.", EventType.ASSAULT),
    ],
)
def test_a_word_of_two_meanings_is_not_read_as_the_event(
    tell: Tell, text: str, other: EventType
) -> None:
    assert other not in types(tell(text))


def test_a_claim_of_responsibility_is_about_the_doer(tell: Tell) -> None:
    read = tell("Bij een aanslag vielen tien doden. De Taliban hebben de aanslag opgeëist.")
    assert EventType.REQUEST not in types(read)
    assert any(claim.field is Field.ACTOR for claim in read.claims)


def test_called_up_reservists_are_a_mobilisation(tell: Tell) -> None:
    assert EventType.MOBILIZE in types(tell("Het leger mobiliseert duizenden reservisten."))


def test_what_a_demand_asks_is_no_event_beside_it(tell: Tell) -> None:
    read = tell("De oppositie eist de vrijlating van de gevangenen.")
    assert types(read) == [EventType.REQUEST]
