"""What tells deeds of one kind apart, or makes them one: flights, towns, plans for more."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.builders import BAGHDAD, report, told

from wederhoor.linking.blocking import keys
from wederhoor.linking.features import FEATURES
from wederhoor.linking.flights import flights
from wederhoor.linking.profile import Profile, profiles_of
from wederhoor.model import EventType, Place, Precision, Reading, Realis


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Vlucht MH17 werd boven Oekraïne neergehaald.", {"MH17"}),
        ("Hij schoot met een AK47 op een SU24.", set()),
        ("Op 17 juli, in kamer B12.", set()),
    ],
)
def test_a_flight_goes_by_its_number_and_a_weapon_is_no_flight(text: str, found: set[str]) -> None:
    assert flights([text]) == found


def test_no_flight_is_shot_down_twice() -> None:
    feature = dict(FEATURES)["flights"]

    def downed(name: str, text: str) -> Profile:
        source = report(name, text)
        (made,) = profiles_of(Reading(name, (told(source, "neergehaald"),), ()), source)
        return made

    news = downed("a", "Vlucht MH17 is neergehaald.")
    later = downed("b", "Een boek over de MH17, in 2014 neergehaald.")
    assert feature(news, later) > 0 > feature(news, downed("c", "Vlucht PS752 is neergehaald."))
    assert keys(news) & keys(later)


def local(name: str, title: str, text: str) -> Profile:
    source = report(name, text, title=title)
    home = Place("Nederland", precision=Precision.COUNTRY, country="NL", inferred=True)
    mention = told(source, "aangehouden", type=EventType.COERCE, where=(home,))
    (made,) = profiles_of(Reading(name, (mention,), ()), source)
    return made


def test_local_news_of_two_towns_is_of_two_deeds() -> None:
    towns = dict(FEATURES)["towns"]
    here = local("a", "Utrecht - Vrouw gewond", "Een man is aangehouden.")
    there = local("b", "Arnhem - Vrouw gewond", "Een man is aangehouden.")
    again = local("c", "Vrouw gewond in Utrecht", "Een man is aangehouden.")
    assert towns(here, there) < 0 == towns(here, again)
    abroad = [replace(one, countries=frozenset()) for one in (here, there)]
    assert towns(*abroad) == 0  # "Breda - Vlag halfstok na de aanslagen", wherever these were


def test_a_town_of_several_words_is_one_town() -> None:
    found = local(
        "a", "Man gewond in Den Haag", "Een man uit Capelle aan den IJssel is aangehouden."
    ).towns
    assert {"den haag", "capelle aan den ijssel"} <= found


def test_a_plan_for_new_attacks_is_not_the_attacks_that_were() -> None:
    realis = dict(FEATURES)["realis"]

    def mentioned(name: str, text: str, told_as: Realis) -> Profile:
        source = report(name, text)
        mention = told(source, "aanslagen", realis=told_as, where=(BAGHDAD,))
        (made,) = profiles_of(Reading(name, (mention,), ()), source)
        return made

    were = mentioned("a", "Bij aanslagen vielen tien doden.", Realis.ACTUAL)
    more = mentioned("b", "De groep plant nieuwe aanslagen.", Realis.PLANNED)
    plan = mentioned("c", "De groep plant aanslagen.", Realis.PLANNED)
    assert realis(were, more) < realis(were, plan) < 0
