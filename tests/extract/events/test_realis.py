"""Whether an event is told as having happened."""

from __future__ import annotations

import pytest
from tests.told import Tell, types

from wederhoor.model import EventType, Realis


@pytest.mark.parametrize(
    ("text", "realis"),
    [
        ("Soldaten beschoten zaterdag betogers in Tunis.", Realis.ACTUAL),
        ("De vakbonden kondigen een staking aan.", Realis.PLANNED),
        ("De minister is van plan sancties op te leggen aan Belarus.", Realis.PLANNED),
        ("De oppositie roept op tot een betoging in Caracas.", Realis.CALLED_FOR),
        ("Als Turkije aanvalt met raketten, stuurt Damascus troepen.", Realis.HYPOTHETICAL),
        ("Landen die helpen bij de raketaanval op Oman, zullen boeten.", Realis.HYPOTHETICAL),
        ("Als Turkije de stad aanvalt, stuurt Damascus troepen.", Realis.HYPOTHETICAL),
        ("De marine heeft vrijdag een tanker in beslag genomen.", Realis.ACTUAL),
    ],
)
def test_the_words_around_an_event_tell_whether_it_happened(
    tell: Tell, text: str, realis: Realis
) -> None:
    assert realis in {mention.realis for mention in tell(text).mentions}


def test_a_threat_is_an_act_that_did_happen(tell: Tell) -> None:
    read = tell("Noord-Korea dreigt met aanvallen op marineschepen.")
    acts = {mention.type: mention.realis for mention in read.mentions}
    assert acts.get(EventType.THREATEN) is Realis.ACTUAL


def test_what_is_threatened_did_not_happen(tell: Tell) -> None:
    read = tell("Noord-Korea dreigt Japan aan te vallen.")
    attacks = [m.realis for m in read.mentions if m.type is EventType.ASSAULT]
    assert Realis.ACTUAL not in attacks


def test_an_attack_that_is_denied_is_never_plain_fact(tell: Tell) -> None:
    read = tell("Het leger ontkent dat het een dorp bij Kananga heeft aangevallen.")
    stances = {claim.stance.value for claim in read.claims if claim.sources}
    realis = {mention.realis for mention in read.mentions}
    assert "deny" in stances or Realis.ACTUAL not in realis


def test_what_one_denies_to_do_is_denied(tell: Tell) -> None:
    (mention,) = tell("Rwanda ontkent de rebellen te steunen.").mentions
    assert mention.realis is Realis.DENIED


def test_what_one_refuses_to_do_did_not_happen(tell: Tell) -> None:
    read = tell("De oppositie weigert met het regime te praten.")
    assert EventType.CONSULT not in types(read)


def test_what_can_be_done_is_hypothetical(tell: Tell) -> None:
    (mention,) = tell("De tanker van Iran kan twee weken worden vastgehouden.").mentions
    assert mention.realis is Realis.HYPOTHETICAL


@pytest.mark.parametrize(
    "text",
    [
        "De inwoners van Homs zijn bang voor nieuwe aanslagen.",
        "Er is angst voor bomaanslagen in Homs.",
    ],
)
def test_what_is_only_feared_is_no_event(tell: Tell, text: str) -> None:
    assert types(tell(text)) == []


@pytest.mark.parametrize(
    ("text", "realis"),
    [
        ("Londen: mogelijk meer aanslagen in Homs", Realis.HYPOTHETICAL),
        ("Bij een aanslag in Homs vielen mogelijk meer doden.", Realis.POSSIBLE),
        ("Het is denkbaar dat terroristen meer aanslagen gaan plegen in Homs.", Realis.PLANNED),
        ("Terroristen hebben twee aanslagen gepleegd in Homs.", Realis.ACTUAL),
    ],
)
def test_what_is_still_to_come_has_not_happened(tell: Tell, text: str, realis: Realis) -> None:
    assert [mention.realis for mention in tell(text).mentions] == [realis]
