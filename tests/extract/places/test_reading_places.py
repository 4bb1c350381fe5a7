"""Which places the reader of places finds in a report."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.factories import simple_analysis

from wederhoor.extract.actors.countries import countries
from wederhoor.extract.places import country_place, read_places
from wederhoor.extract.places.gazetteer import capital_place, gazetteer
from wederhoor.model import Entity, Precision

EXAMPLES = yaml.safe_load((Path(__file__).parent / "examples.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["text"])
def test_an_example_gives_the_place_it_tells(example: dict[str, Any]) -> None:
    text = example["text"]
    analysis = simple_analysis(text)
    found = read_places(analysis)
    if "none" in example:
        assert not {mention.place.name for mention in found} & set(example["none"])
        return
    named = [mention for mention in found if mention.place.name == example["name"]]
    assert named, [mention.place.name for mention in found]
    place = named[0].place
    span = analysis.span(named[0].first, named[0].stop)
    assert place.precision is Precision(example.get("precision", place.precision))
    assert place.country == example.get("country", place.country)
    assert (place.surface or place.name) == text[span.start : span.end]
    assert place.surface == example.get("surface", place.surface)


def test_part_of_a_country_has_no_point() -> None:
    (mention,) = read_places(simple_analysis("Het was onrustig in het oosten van Congo."))
    assert (mention.place.name, mention.place.lat, mention.place.lon) == ("Oost-Congo", None, None)


def test_a_village_name_that_many_countries_know_is_left_alone() -> None:
    assert read_places(simple_analysis("Hij kwam uit San Isidro.")) == ()


def test_an_unknown_name_that_is_a_place_keeps_its_name_alone() -> None:
    analysis = simple_analysis("Er viel een bom in Zwelgenoord.")
    (mention,) = read_places(replace(analysis, entities=(Entity(5, 6, "LOC"),)))
    assert mention.place.name == "Zwelgenoord"
    assert (mention.place.precision, mention.place.country) == (Precision.UNKNOWN, None)


def test_a_town_in_the_name_of_a_club_is_no_place() -> None:
    analysis = simple_analysis("De wedstrijd van FC Utrecht gaat niet door.")
    assert read_places(replace(analysis, entities=(Entity(3, 5, "ORG"),))) == ()


def test_every_country_is_a_place_and_nearly_all_have_a_geonames_id() -> None:
    places = [country_place(code) for code in countries()]
    assert all(place is not None and place.precision is Precision.COUNTRY for place in places)
    assert all(place.id for place in places if place is not None)
    assert country_place("XX") is None


def test_the_capital_of_most_countries_is_in_the_table() -> None:
    named = [code for code, country in countries().items() if country.capital]
    lacking = [code for code in named if capital_place(code) is None]
    assert len(lacking) <= len(named) // 10, lacking


def test_the_table_holds_towns_of_the_world_and_villages_nearby() -> None:
    table = gazetteer()
    assert len(table.names) > 25_000
    assert any(site.place.country == "NL" for site in table.named("Uden"))


WORDS = sorted(
    {word for example in EXAMPLES for word in example["text"].split()}
    | {"de", "van", "ten", "noorden", "en", "-", "Al", "'", "(", "kilometer", "hoofdstad"}
)


@given(st.one_of(st.text(), st.lists(st.sampled_from(WORDS)).map(" ".join)))
def test_any_text_is_read_and_places_never_overlap(text: str) -> None:
    last = 0
    for mention in read_places(simple_analysis(text)):
        assert last <= mention.first < mention.stop
        last = mention.stop


def test_what_is_called_after_a_town_is_not_in_it() -> None:
    found = read_places(
        simple_analysis("Er was brand in hotel Singapore en bij het Aleppo in Colombo.")
    )
    assert [mention.place.name for mention in found] == ["Colombo"]
