"""Later words for a party named before, and the country that a report is about."""

from __future__ import annotations

from tests.factories import simple_analysis

from wederhoor.extract.actors import read_actors
from wederhoor.model import ActorMention


def read(text: str, outlet: str | None = None) -> dict[str, ActorMention]:
    """Return the mentions of a text by their words; the last of equals."""
    analysis = simple_analysis(text)
    found = read_actors(analysis, outlet)
    return {analysis.span(m.first, m.stop).of(text): m for m in found}


def test_both_countries_are_the_two_told_before() -> None:
    both = read("Tsjaad beschoot een post in Niger. Niger sloeg terug. Beide landen zwijgen.")[
        "landen"
    ]
    assert {both.actor.name, *(other.name for other in both.others)} == {"Tsjaad", "Niger"}


def test_both_countries_stay_open_where_three_are_told() -> None:
    both = read("Tsjaad, Togo en Niger overleggen. Beide landen zwijgen.")["landen"]
    assert (both.rule, both.others) == ("role.international", ())


def test_the_soldiers_are_those_of_whom_more_was_said() -> None:
    later = read("Malinese militairen vielen aan. De militairen trokken zich terug.")["militairen"]
    assert (later.actor.name, later.actor.country) == ("Malinese militairen", "ML")
    assert (later.actor.surface, later.rule) == ("militairen", "coreference.noun")


def test_the_soldiers_stay_open_where_two_sorts_are_told() -> None:
    text = "Malinese militairen vielen Togolese militairen aan. De militairen zwijgen."
    assert read(text)["militairen"].actor.country is None


def test_the_rebel_group_is_the_one_told_just_now() -> None:
    text = (
        "Al-Shabaab dreigt.\n\nHet is stil. Het regent. Het waait. De wind draait.\n\n"
        "Boko Haram viel aan. De rebellengroep zwijgt."
    )
    assert read(text)["rebellengroep"].actor.name == "Boko Haram"


def test_the_group_stays_open_where_two_groups_are_near() -> None:
    text = "Al-Shabaab dreigt. Boko Haram viel aan. De rebellengroep zwijgt."
    assert read(text)["rebellengroep"].rule == "role.armed-group"


def test_the_president_of_a_country_is_its_only_president_told() -> None:
    text = "President Poetin sprak. President Macron zweeg. De Franse president vertrok."
    assert read(text)["Franse president"].actor.name == "Emmanuel Macron"


def test_an_office_and_the_name_between_commas_are_one_person() -> None:
    named = read("De president van Azerbeidzjan, Ilham Alijev, zwijgt.")
    assert named["president van Azerbeidzjan"].actor.name == "Ilham Alijev"


def test_a_bare_body_is_of_the_outlets_country_where_no_country_is_told() -> None:
    text = "Kabinet wil snel besluit\n\nHet kabinet zwijgt over het leger."
    assert read(text, "NL")["leger"].actor.country == "NL"
    assert read(text)["leger"].actor.country is None


def test_a_bare_body_is_not_of_the_outlets_country_in_a_report_from_abroad() -> None:
    text = "Onrust in Togo\n\nHet leger van Togo schoot. Het kabinet zwijgt."
    assert read(text, "NL")["kabinet"].actor.country == "TG"


def test_a_short_name_that_two_persons_bear_needs_the_full_name() -> None:
    text = "Bill Clinton sprak in Togo. Volgens Clinton is er hoop."
    assert read(text)["Clinton"].actor.name == "Bill Clinton"
    assert "Clinton" not in read("Volgens Clinton is er hoop.")


def test_a_minister_whose_name_few_bear_is_that_minister() -> None:
    assert read("Minister Blok zwijgt.")["Minister Blok"].actor.country == "NL"


def test_a_short_name_within_another_name_is_nobody() -> None:
    text = "Ashraf Ghani sprak met mullah Abdul Ghani Baradar."
    assert {m.actor.name for m in read(text).values()} == {"Ashraf Ghani", "Abdul Ghani Baradar"}


def test_what_a_part_of_a_country_does_is_no_deed_of_the_state() -> None:
    found = read("De Schotse politie zoekt Tsjetsjeense strijders.")
    police, fighters = found["Schotse politie"].actor, found["Tsjetsjeense strijders"].actor
    assert (police.country, police.part_of) == ("GB", ())
    assert (fighters.country, fighters.part_of) == ("RU", ())


def test_what_flies_towards_a_city_is_not_of_it() -> None:
    assert "drones" in read("Er vlogen drones op Kiev af.")


def test_a_minority_is_meant_by_its_bare_name_where_the_state_was_not_told() -> None:
    text = "De Bosnische Serviërs beschoten de stad. Later trokken de Serviërs zich terug."
    later = read_actors(simple_analysis(text))[-1]
    assert (later.actor.name, later.rule) == ("Bosnische Serviërs", "coreference.people")


def test_a_state_told_before_stays_the_state() -> None:
    text = "Servië steunt de Bosnische Serviërs. Later trokken de Serviërs zich terug."
    later = read_actors(simple_analysis(text))[-1]
    assert later.rule != "coreference.people"
