"""What one report tells: its events, when and where, and the facts on them."""

from __future__ import annotations

import pytest
from tests.told import Tell, said, types, values

from wederhoor.model import EventType, Field, Realis


def test_an_attack_has_its_day_place_and_dead(tell: Tell) -> None:
    read = tell(
        "Bij een aanslag op een markt in Kaboel zijn dinsdag veertien mensen gedood.",
        published="2021-05-12",
    )
    assert types(read) == [EventType.ASSAULT]
    mention = read.mentions[0]
    assert mention.when is not None
    assert mention.when.edtf() == "2021-05-11"
    assert "Kaboel" in {place.surface or place.name for place in mention.where}
    assert values(read, Field.KILLED) == {"14"}


def test_an_event_told_without_a_day_has_none(tell: Tell) -> None:
    (mention,) = tell("Bij een aanslag op een moskee in Herat zijn tien mensen gedood.").mentions
    assert mention.when is None


def test_every_mention_has_its_words_in_the_text(tell: Tell) -> None:
    text = "Rebellen bestookten de haven van Aden. Bij de aanval kwamen twee mensen om het leven."
    read = tell(text)
    assert {t.span.of(text).lower() for m in read.mentions for t in m.triggers} >= {
        "bestookten", "aanval",
    }  # fmt: skip


def test_a_sports_report_tells_no_event(tell: Tell) -> None:
    read = tell(
        "De spits van de thuisploeg schoot in de tweede helft van de wedstrijd twee keer op doel. "
        "De aanval van de bezoekers stelde weinig voor, zei de trainer. De keeper hield zijn ploeg "
        "in de competitie op de been; de verdediger kreeg rood na een overtreding."
    )
    assert types(read) == []


@pytest.mark.parametrize(
    "text",
    [
        "De burgemeester opende zaterdag de nieuwe bibliotheek van Zutphen.",
        "De omzet van de winkelketen steeg in het eerste kwartaal met vier procent.",
        "De man kreeg een hartaanval in de trein naar Assen.",
        "Bij een botsing op de snelweg kwamen twee mensen om het leven.",
        "Door een gasexplosie in een woning raakten drie mensen gewond.",
        "Bij een ongeluk op de snelweg kwamen twee mensen om het leven.",
        "Een aardbeving verwoestte honderden huizen; er vielen veertig doden.",
    ],
)
def test_what_no_party_did_to_another_is_no_event(tell: Tell, text: str) -> None:
    assert types(tell(text)) == []


def test_an_accident_has_no_dead_of_an_attack_told_elsewhere(tell: Tell) -> None:
    read = tell(
        "Rebellen vuurden raketten af op de haven van Aden; daarbij raakten drie mensen gewond. "
        "Bij een ongeluk met een bus in Apeldoorn kwamen vorige week twee mensen om het leven."
    )
    assert values(read, Field.INJURED) == {"3"}
    assert values(read, Field.KILLED) == set()


def test_no_dead_is_a_count_of_zero(tell: Tell) -> None:
    read = tell("Rebellen vuurden raketten af op de haven van Aden. Er vielen geen doden.")
    assert values(read, Field.KILLED) == {"0"}


def test_said_to_be_unknown_is_a_claim_of_its_own(tell: Tell) -> None:
    read = tell("Bij een aanslag in Herat is een onbekend aantal doden gevallen.")
    assert said(read, Field.KILLED) == {("?", "", "unknown")}


def test_a_planned_strike_is_not_told_as_having_happened(tell: Tell) -> None:
    (mention,) = tell("De vakbonden kondigen voor volgende week een staking aan.").mentions
    assert (mention.type, mention.realis) == (EventType.PROTEST, Realis.PLANNED)


def test_arrests_count_the_detained(tell: Tell) -> None:
    read = tell("De politie in Minsk heeft zondag zeker zestig betogers opgepakt.")
    assert EventType.COERCE in types(read)
    assert values(read, Field.DETAINED) == {"60+"}


def test_missiles_are_counted_as_weapons(tell: Tell) -> None:
    read = tell("Het leger vuurde woensdag meer dan tien raketten af op een basis bij Mosul.")
    assert types(read) == [EventType.ASSAULT]
    assert values(read, Field.WEAPONS) == {"11+"}


def test_damage_is_measured_by_its_words(tell: Tell) -> None:
    read = tell("Een raket sloeg in bij het vliegveld van Sanaa. De schade is beperkt.")
    assert values(read, Field.DAMAGE) == {"limited"}


def test_a_launch_has_an_origin(tell: Tell) -> None:
    read = tell("Er werden raketten afgevuurd op de stad Haifa vanuit Libanon.")
    assert values(read, Field.ORIGIN) == {"Libanon"}
