"""Who is said to have done it, who says so, and who denies it."""

from __future__ import annotations

import pytest
from tests.told import Tell, said, types

from wederhoor.model import EventType, Field


def test_who_claims_an_attack_says_that_it_did_it(tell: Tell) -> None:
    read = tell("De Taliban hebben de aanslag in Kaboel opgeëist.")
    assert said(read, Field.ACTOR) == {("Taliban", "Taliban", "assert")}


def test_an_accusation_is_a_claim_on_the_attack_not_an_event(tell: Tell) -> None:
    read = tell(
        "Bij Aden is een tanker met raketten aangevallen. Oman beschuldigt Iran van de aanval."
    )
    assert types(read) == [EventType.ASSAULT]
    assert said(read, Field.ACTOR) == {("Iran", "Oman", "assert")}


@pytest.mark.parametrize(
    "denial",
    [
        "Iran ontkent elke betrokkenheid.",
        "Iran ontkent iedere betrokkenheid bij de aanval.",
        "Iran spreekt de beschuldiging tegen.",
        "Iran zegt er niets mee te maken te hebben.",
    ],
)
def test_who_denies_involvement_denies_to_have_done_it(tell: Tell, denial: str) -> None:
    read = tell(
        f"Bij Aden is een tanker met raketten aangevallen. Oman beschuldigt Iran van de aanval. {denial}"
    )
    assert said(read, Field.ACTOR) == {("Iran", "Oman", "assert"), ("Iran", "Iran", "deny")}


def test_the_one_said_to_be_behind_it_is_the_actor(tell: Tell) -> None:
    read = tell(
        "Bij Aden is een tanker met raketten aangevallen. Oman zegt dat Iran achter de aanval zit."
    )
    assert said(read, Field.ACTOR) == {("Iran", "Oman", "assert")}


def test_nobody_knows_who_is_a_claim_that_it_is_unknown(tell: Tell) -> None:
    read = tell(
        "Bij Aden is een tanker met raketten aangevallen. Het is onduidelijk wie achter de aanval zit."
    )
    assert said(read, Field.ACTOR) == {("?", "", "unknown")}


def test_an_attack_that_nobody_claimed_has_an_unknown_actor(tell: Tell) -> None:
    read = tell("Bij Aden is een tanker met raketten aangevallen. De aanval is nog niet opgeëist.")
    assert said(read, Field.ACTOR) == {("?", "", "unknown")}


def test_who_confirms_an_attack_says_that_it_happened(tell: Tell) -> None:
    read = tell("Rebellen hebben de haven van Aden aangevallen. Oman bevestigde de aanval.")
    assert ("True", "Oman", "assert") in said(read, Field.OCCURRED)


def test_a_desk_or_a_plan_has_no_one_behind_it(tell: Tell) -> None:
    read = tell(
        "Bij Aden is een tanker met raketten aangevallen. De minister zat achter zijn bureau."
    )
    assert said(read, Field.ACTOR) == set()


def test_who_denies_something_else_does_not_deny_the_event(tell: Tell) -> None:
    read = tell(
        "Bij een raketaanval op Aden zijn tien burgers gedood. "
        "Oman ontkent dat het burgers als doelwit had.",
    )
    assert said(read, Field.OCCURRED) == set()


def test_a_headline_before_a_colon_is_no_source_unless_it_names_a_party(tell: Tell) -> None:
    read = tell("Er is gevochten.", title="Gevechten in Oman: minstens tien burgers gedood")
    assert said(read, Field.KILLED) == {("10+", "", "assert")}


def test_the_one_described_speaks_not_the_country_in_the_description(tell: Tell) -> None:
    read = tell("Bij een raketaanval zijn tien burgers gedood. Dat melden Omaanse hulpdiensten.")
    assert ("10", "Omaanse hulpdiensten", "assert") in said(read, Field.KILLED)


def test_what_is_said_instead_of_a_denied_deed_is_asserted(tell: Tell) -> None:
    read = tell(
        "Oman spreekt tegen dat de vrouw is omgekomen door een Omaanse beschieting, "
        "zij zou zijn getroffen door een raket van Hamas."
    )
    stances = said(read, Field.ACTOR)
    assert ("Hamas", "Oman", "assert") in stances
    assert ("Oman", "Oman", "deny") in stances


def test_who_is_suspected_by_no_one_named_is_possible_and_no_accuser(tell: Tell) -> None:
    read = tell(
        "Bij een aanval op de haven zijn vier matrozen gedood. "
        "De rebellen worden verdacht van de aanval op de haven."
    )
    assert ("rebellen", "", "possible") in said(read, Field.ACTOR)
    assert not any("rebellen" in source for _, source, _ in said(read, Field.ACTOR))


def test_a_claim_in_the_passive_is_of_the_party_behind_door(tell: Tell) -> None:
    read = tell("De aanval op de haven, waarbij vier matrozen omkwamen, is opgeëist door Al Qaida.")
    assert {source for _, source, _ in said(read, Field.ACTOR)} == {"Al-Qaida"}


def test_a_condition_blames_no_one(tell: Tell) -> None:
    text = "Bij Aden is een tanker aangevallen. Oman dreigt met sancties als Iran achter de aanval zit."
    assert "Iran" not in {party for party, *_ in said(tell(text), Field.ACTOR)}


def test_who_says_it_was_another_attack_speaks_of_the_same_event(tell: Tell) -> None:
    read = tell(
        "Bij een explosie in een ziekenhuis in Aden zijn zeker tien mensen gedood. De rebellen spreken van "
        "een Omaanse luchtaanval. Het Omaanse leger ontkent dat en zegt dat een raket van de rebellen het "
        "ziekenhuis trof."
    )
    assert types(read) == [EventType.ASSAULT]
    assert ("Oman", "Omaanse leger", "deny") in said(read, Field.ACTOR)


def test_a_blame_in_passing_is_of_the_attack_not_of_the_arrests(tell: Tell) -> None:
    read = tell(
        "Bij een aanslag in Lyon vielen tien doden. De politie heeft elf mensen opgepakt. "
        "De president wees zonder bewijs naar Oman. Oman ontkent iedere betrokkenheid."
    )
    kinds = {mention.id: mention.type for mention in read.mentions}
    told = {
        (kinds[c.mention], c.stance.value)
        for c in read.claims
        if c.field is Field.ACTOR and getattr(c.value, "name", "") == "Oman"
    }
    assert told == {(EventType.ASSAULT, "assert"), (EventType.ASSAULT, "deny")}


def test_what_is_contradicted_is_what_was_said_in_the_sentence(tell: Tell) -> None:
    read = tell(
        "Uit een school in Lyon zijn honderd meisjes ontvoerd. Het leger zei dat zij vrij zijn, maar de "
        "directrice sprak dat tegen."
    )
    assert not said(read, Field.OCCURRED)


def test_what_a_clause_blames_for_is_no_attack_that_it_mentions(tell: Tell) -> None:
    read = tell(
        "Bij het protest in Praag waren duizenden betogers. De premier wordt ervan beschuldigd te hebben "
        "geprofiteerd van subsidies."
    )
    assert not said(read, Field.ACTOR) & {("premier", "", "possible")}


def test_who_is_responsible_for_a_crisis_did_not_do_what_is_told_beside_it(tell: Tell) -> None:
    read = tell(
        "In Lomé betoogden zaterdag duizenden mensen. Zij eisen het vertrek van Ada Sowa, die verantwoordelijk is "
        "voor de economische crisis."
    )
    assert "Ada Sowa" not in {party for party, *_ in said(read, Field.ACTOR)}


def test_other_countries_are_no_one_in_particular(tell: Tell) -> None:
    read = tell("Bij Aden is een tanker aangevallen. Oman beschuldigt andere landen van de aanval.")
    assert "landen" not in {party for party, *_ in said(read, Field.ACTOR)}
