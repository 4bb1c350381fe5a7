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


@pytest.mark.parametrize(
    ("text", "realis"),
    [
        ("De verdachte van de aanslag kon in Homs worden gearresteerd.", Realis.ACTUAL),
        ("De politie kon drie betogers oppakken in Tunis.", Realis.ACTUAL),
        (
            "Voordat hij kon worden gearresteerd, vluchtte de rebellenleider.",
            Realis.HYPOTHETICAL,
        ),
        ("Het leger zegt dat het de stad Homs kon innemen.", Realis.HYPOTHETICAL),
        ("De schepen voeren hard, want zij konden worden aangevallen.", Realis.HYPOTHETICAL),
    ],
)
def test_what_could_be_done_was_done(tell: Tell, text: str, realis: Realis) -> None:
    mention = tell(text, title="Nieuws over het leger").mentions[-1]
    assert mention.realis is realis


@pytest.mark.parametrize(
    "text",
    [
        "De rebellenleider stond op het punt te vertrekken, toen hij werd gearresteerd.",
        "Rusland is niet van plan de zeelieden te ruilen die vorig jaar werden gearresteerd.",
        "De premier vertelde na de arrestatie dat hij overweegt af te treden.",
    ],
)
def test_a_plan_is_only_for_what_is_to_be_done(tell: Tell, text: str) -> None:
    arrests = [m.realis for m in tell(text).mentions if m.type is EventType.COERCE]
    assert arrests == [Realis.ACTUAL]


def test_what_a_condition_takes_for_known_did_happen(tell: Tell) -> None:
    (known,) = tell("Als je alleen de aanslagen in Homs neemt, waren er acht daders.").mentions
    assert known.realis is Realis.ACTUAL


@pytest.mark.parametrize(
    "text",
    [
        "De politie vond een plan voor een aanslag op de kerk in Homs.",
        "De geplande betoging in Rabat gaat niet door.",
        "Na de verijdelde aanslag op de trein waren reizigers bang.",
    ],
)
def test_a_deed_on_paper_is_planned(tell: Tell, text: str) -> None:
    assert [mention.realis for mention in tell(text).mentions] == [Realis.PLANNED]


def test_a_headline_says_shortly_what_was_only_planned(tell: Tell) -> None:
    read = tell(
        "De man was van plan een aanslag te plegen op een kerk in Homs.",
        title="Man vast voor beramen aanslag op kerk",
    )
    attacks = [m.realis for m in read.mentions if m.type is EventType.ASSAULT]
    assert attacks == [Realis.PLANNED]


def test_what_looms_has_not_happened(tell: Tell) -> None:
    (war,) = tell("Er dreigt een burgeroorlog in Libië.").mentions
    assert war.realis is Realis.HYPOTHETICAL


@pytest.mark.parametrize(
    "text",
    [
        "Het is onduidelijk of de rebellen de stad Homs hebben ingenomen.",
        "Niet bekend is of er in Homs betogers zijn gearresteerd.",
    ],
)
def test_what_nobody_knows_is_not_told(tell: Tell, text: str) -> None:
    assert types(tell(text, title="Nieuws over het leger")) == []


@pytest.mark.parametrize(
    "text",
    [
        "Zelfs als de regering zou besluiten om de militairen uit Mali terug te halen, blijft er een dienst.",
        "De nieuwe wet maakt uitlevering van verdachten aan China mogelijk.",
        "Het eiland kan dienen als basis voor aanvallen op de VS.",
        "Een aanslag in Parijs kan niet worden uitgesloten.",
    ],
)
def test_what_would_be_possible_has_not_happened(tell: Tell, text: str) -> None:
    told = {mention.realis for mention in tell(text, title="Nieuws over het leger").mentions}
    assert told <= {Realis.HYPOTHETICAL}
