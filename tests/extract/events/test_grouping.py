"""Which words of one report speak of the same event."""

from __future__ import annotations

import pytest
from tests.told import Tell, types, values

from wederhoor.model import EventType, Field, Reading, Realis


def test_a_second_mention_of_an_attack_is_the_same_event(tell: Tell) -> None:
    read = tell(
        "Bij een aanslag op een markt in Kaboel zijn tien mensen gedood. "
        "De aanslag is nog door niemand opgeëist."
    )
    assert types(read) == [EventType.ASSAULT]


def test_a_headline_and_the_text_tell_one_event(tell: Tell) -> None:
    read = tell(
        "Bij een aanslag op een school in Herat zijn maandag acht leerlingen gedood.",
        title="Acht doden bij aanslag op school Herat",
    )
    assert types(read) == [EventType.ASSAULT]
    assert len(read.mentions[0].triggers) >= 2


def test_attacks_on_other_days_are_other_events(tell: Tell) -> None:
    read = tell(
        "Bij een aanslag in Kaboel zijn dinsdag tien mensen gedood. "
        "Vorige maand vielen bij een aanslag in Herat twintig doden.",
        published="2021-05-12",
    )
    assert types(read) == [EventType.ASSAULT, EventType.ASSAULT]
    assert {m.when.edtf() for m in read.mentions if m.when} == {"2021-05-11", "2021-04"}


def test_each_count_belongs_to_its_own_attack(tell: Tell) -> None:
    read = tell(
        "Bij een aanslag in Kaboel zijn dinsdag tien mensen gedood. "
        "Vorige maand vielen bij een aanslag in Herat twintig doden.",
        published="2021-05-12",
    )
    killed = {c.mention: c.value for c in read.claims if c.field is Field.KILLED}
    assert len(killed) == 2


def test_an_earlier_attack_is_another_event(tell: Tell) -> None:
    read = tell(
        "Rebellen hebben maandag een legerpost bij Goma aangevallen. "
        "Bij een eerdere aanval op dezelfde post vielen zes doden."
    )
    assert types(read) == [EventType.ASSAULT, EventType.ASSAULT]


def test_a_campaign_is_not_the_attack_that_is_part_of_it(tell: Tell) -> None:
    read = tell(
        "Turkije begon vorige week een offensief in het noorden van Syrië. "
        "Bij een luchtaanval op een markt in Tal Abyad zijn zondag negen mensen gedood."
    )
    assert types(read).count(EventType.ASSAULT) == 2
    (attack,) = [c.mention for c in read.claims if c.field is Field.KILLED]
    assert "aerial" in next(m.modes for m in read.mentions if m.id == attack)


def test_a_demand_is_one_event_for_its_speaker(tell: Tell) -> None:
    read = tell(
        "De VN eist dat de partijen de wapens neerleggen. De oppositie eist nieuwe verkiezingen."
    )
    assert types(read) == [EventType.REQUEST, EventType.REQUEST]


def test_a_purpose_is_no_event_of_its_own(tell: Tell) -> None:
    read = tell("Om de haven te kunnen aanvallen, trok het leger een tunnel onder de stad door.")
    assert all(mention.realis is not Realis.ACTUAL for mention in read.mentions)


def test_a_visit_and_an_attack_stay_apart(tell: Tell) -> None:
    read = tell(
        "De Franse president overlegde maandag in Beiroet met zijn Libanese ambtgenoot. "
        "Een dag eerder werden soldaten bij Tripoli aangevallen."
    )
    assert sorted(types(read)) == [EventType.ASSAULT, EventType.CONSULT]


def test_a_rising_toll_in_one_report_is_one_event(tell: Tell) -> None:
    read = tell(
        "Het dodental van de aanslag in Bagdad is opgelopen tot 41. Eerder meldde de politie 28 doden."
    )
    assert types(read) == [EventType.ASSAULT]
    assert {"41", "28"} <= values(read, Field.KILLED)


def test_what_an_attack_answers_to_is_another_event(tell: Tell) -> None:
    read = tell(
        "Omaanse betogers gooiden met stenen naar de ambassade om hun woede te luchten over de "
        "Franse luchtaanval van zondag.",
        title="Nieuws over het leger",
    )
    assert [bool({"aerial"} & set(m.modes)) for m in read.mentions] == [False, True]


def test_the_lead_takes_up_what_its_headline_told(tell: Tell) -> None:
    text = "Het geweld dat zaterdag is uitgebroken in Homs heeft aan zeven mensen het leven gekost."
    read = tell(text, title="Doden bij aanvallen in Homs")
    assert len({m.id for m in read.mentions if m.type is EventType.ASSAULT}) == 1


def test_one_more_blast_is_not_of_the_attacks_before_it(tell: Tell) -> None:
    read = tell(
        "Bij aanslagen op drie kerken in Homs vielen zondag zestig doden.",
        title="Nieuwe explosie bij kerk in Homs",
    )
    assert types(read) == [EventType.ASSAULT, EventType.ASSAULT]


def test_a_new_attack_is_the_attack_further_on(tell: Tell) -> None:
    read = tell(
        "Bij een nieuwe aanslag op een kerk in Homs vielen zes doden. De aanslag is niet opgeëist."
    )
    assert types(read) == [EventType.ASSAULT]


def test_one_person_is_killed_once(tell: Tell) -> None:
    read = tell(
        "De moord op burgemeester Jan Bakker is niet opgelost. Jan Bakker werd in mei doodgeschoten.",
        published="2021-07-01",
    )
    assert types(read) == [EventType.ASSAULT]


def test_a_headline_that_looks_back_is_of_the_old_attack_of_the_lead(tell: Tell) -> None:
    read = tell(
        "De aanval op het theater in Marioepol in maart was een oorlogsmisdaad, meldt een rapport. Er vielen 300 doden.",
        title="Rapport: bombardement op theater was oorlogsmisdaad",
        published="2022-06-30",
    )
    assert [m.type for m in read.mentions].count(EventType.ASSAULT) == 1


def test_a_killing_of_another_day_is_another_deed(tell: Tell) -> None:
    read = tell(
        "Burgemeester Jan Bakker werd in mei 2021 doodgeschoten. In maart 2019 werd Jan Bakker neergeschoten.",
        published="2021-07-01",
    )
    assert types(read) == [EventType.ASSAULT, EventType.ASSAULT]


def assaults(read: Reading) -> int:
    return types(read).count(EventType.ASSAULT)


@pytest.mark.parametrize(
    ("title", "text", "number"),
    [
        (
            "Man krijgt straf voor beelden aanslag Wenen",
            "Een man is beboet om beelden van de aanslag in Wenen. De dader, die in maart vier mensen doodde, leeft niet meer.",
            1,
        ),
        (
            "Man voor de rechter om aanslag op tram",
            "De man die wordt verdacht van een aanslag op een tram, zwijgt. Bij de schietpartij van 18 maart vielen drie doden.",
            1,
        ),
        (
            "Militair voor de rechter om mishandeling",
            "De militair moet voor de rechter om mishandeling van een agent. Hij zei eerder in 2007 een rebel te hebben vermoord.",
            2,
        ),
        (
            "Rouw na aanslag Homs",
            "Bij de aanslag van afgelopen maart in Homs vielen zes doden.",
            1,
        ),
        (
            "Aanslag in Homs",
            "Na de aanslag van afgelopen maart is in Homs opnieuw een aanslag gepleegd.",
            2,
        ),
    ],
)
def test_what_a_report_takes_for_known_may_be_dated_further_on(
    tell: Tell, title: str, text: str, number: int
) -> None:
    assert assaults(tell(text, title=title, published="2021-06-30")) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("De politie werd in Homs beschoten en bekogeld.", 1),
        ("De betogers werden in Homs ontvoerd en vermoord.", 2),
        ("Militairen ontruimden een kamp in Homs en doodden daarbij dertig mensen.", 1),
        ("Een schutter opende in Homs het vuur. Door het geweld raakten zes mensen gewond.", 1),
        ("Het offensief in Homs duurt voort. Bij de gevechten vielen zes doden.", 1),
    ],
)
def test_how_it_goes_on_ties_a_deed_to_that_before(tell: Tell, text: str, number: int) -> None:
    assert assaults(tell(text, title="Nieuws over het leger")) == number


def test_who_planned_the_attacks_tells_no_other_attacks(tell: Tell) -> None:
    read = tell("Bij aanslagen op kerken in Homs vielen doden. De groep zou de aanslagen plannen.")
    assert [(m.type, m.realis) for m in read.mentions] == [(EventType.ASSAULT, Realis.ACTUAL)]


def test_the_lead_says_in_full_what_its_headline_refused(tell: Tell) -> None:
    read = tell(
        "De coalitie van partijen in Soedan heeft woensdag het voorstel van de junta afgewezen.",
        title="Oppositie verwerpt voorstel junta",
    )
    assert types(read) == [EventType.REJECT]


def test_police_that_may_be_one_are_one(tell: Tell) -> None:
    read = tell(
        "De activist is donderdag door de Britse politie gearresteerd in de ambassade.",
        title="Activist opgepakt door politie Londen",
    )
    assert types(read) == [EventType.COERCE]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Iran sprak van het neerhalen van een drone. Het toestel werd in Iran neergeschoten.", 1),
        (
            "De politie voorkwam de aanslagen in Homs niet, ondanks informatie over de aanslagen.",
            1,
        ),
        ("Betogers gooiden in Homs stenen uit woede over de luchtaanval van zondag.", 2),
    ],
)
def test_what_is_told_about_a_deed_is_no_other_deed(tell: Tell, text: str, number: int) -> None:
    found = tell(text, title="Nieuws over het leger")
    assert assaults(found) + types(found).count(EventType.PROTEST) == number


def test_the_news_of_today_told_in_full_is_no_background(tell: Tell) -> None:
    read = tell(
        "Aanslagen in Homs lijken volgens een arts van het ziekenhuis van die stad het werk van een groep die daar al lang onrust zaait.\n\nVanochtend gingen bommen af bij drie hotels.",
        title="Wie zit erachter?",
        published="2021-06-30",
    )
    assert assaults(read) == 1


def test_a_protest_of_today_is_not_those_of_before(tell: Tell) -> None:
    read = tell(
        "De oude president van het land trad af na maanden van massale betogingen in de hoofdstad Algiers tegen zijn bewind, en het parlement koos daarop een opvolger.\n\nVandaag gingen duizenden mensen de straat op in Algiers.",
        title="Parlement kiest president",
        published="2021-06-30",
    )
    assert types(read).count(EventType.PROTEST) == 2
