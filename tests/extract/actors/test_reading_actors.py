"""Who the reader of actors finds in a report, without a trained pipeline unless a test names one."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.factories import simple_analysis

from wederhoor.extract.actors import read_actors
from wederhoor.extract.actors.countries import countries
from wederhoor.extract.actors.names import name_table, plain
from wederhoor.extract.actors.roles import role_of
from wederhoor.model import ActorKind, ActorMention, Entity
from wederhoor.resources.loader import Entry, load_entries

EXAMPLES = yaml.safe_load((Path(__file__).parent / "examples.yaml").read_text(encoding="utf-8"))
ROLES = load_entries(
    "nl/roles.yaml",
    optional=frozenset({"words", "kind", "sort", "compound", "except", "idioms", "cue"}),
)
ACTORS = load_entries(
    "nl/actors.yaml",
    frozenset({"name", "kind"}),
    frozenset({"wikidata", "country", "part_of", "en", "aliases", "short"}),
)


def surface(mention: ActorMention, text: str) -> str:
    analysis = simple_analysis(text)
    span = analysis.span(mention.first, mention.stop)
    return text[span.start : span.end]


def check(example: dict[str, Any]) -> None:
    found = read_actors(simple_analysis(example["text"]))
    if "none" in example:
        assert not {mention.actor.name for mention in found} & set(example["none"])
        return
    named = [mention for mention in found if mention.actor.name == example["name"]]
    assert named, [mention.actor.name for mention in found]
    actor = named[0].actor
    assert actor.kind is ActorKind(example.get("kind", actor.kind))
    assert actor.country == example.get("country", actor.country)
    assert actor.id == example.get("id", actor.id)
    written = surface(named[0], example["text"])
    assert written == example.get("surface", written)
    assert actor.surface in ("", written)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["text"])
def test_an_example_gives_the_actor_it_tells(example: dict[str, Any]) -> None:
    check(example)


@pytest.mark.parametrize("entry", [e for e in ROLES if "cue" not in e.data], ids=lambda e: e.id)
def test_every_role_finds_its_own_examples(entry: Entry) -> None:
    assert entry.examples
    for example in entry.examples:
        check(example)


@pytest.mark.parametrize("entry", [e for e in ROLES if e.counterexamples], ids=lambda e: e.id)
def test_no_role_finds_its_counterexamples(entry: Entry) -> None:
    for text in entry.counterexamples:
        assert entry.id not in {mention.rule for mention in read_actors(simple_analysis(text))}


def test_many_parties_of_every_kind_and_all_states_are_known() -> None:
    kinds = Counter(entry.data["kind"] for entry in ACTORS)
    assert len(ACTORS) >= 1200
    assert kinds["armed-group"] >= 200
    assert kinds["person"] >= 400
    assert min(kinds[kind] for kind in ("government", "military", "international", "media")) >= 50
    assert len({entry.data.get("country") for entry in ACTORS}) >= 100
    assert len(countries()) >= 195


def test_a_party_is_written_in_good_form() -> None:
    for entry in ACTORS:
        data = entry.data
        assert ActorKind(data["kind"]) not in (ActorKind.STATE, ActorKind.THING, ActorKind.UNKNOWN)
        assert entry.id.startswith("person." if data["kind"] == "person" else "actor."), entry.id
        assert re.fullmatch(r"Q[1-9]\d*", data.get("wikidata", "Q1")), entry.id
        assert data.get("en") != data["name"], entry.id


def test_a_wikidata_id_belongs_to_one_party() -> None:
    ids = Counter(entry.data["wikidata"] for entry in ACTORS if "wikidata" in entry.data)
    ids.update(country.state.id for country in countries().values() if country.state.id)
    assert [key for key, times in ids.items() if times > 1] == []


def test_a_name_belongs_to_one_party_unless_it_is_said_to_be_short_for_several() -> None:
    names = Counter(
        plain(writing)
        for entry in ACTORS
        for writing in {
            entry.data["name"],
            *([entry.data["en"]] if "en" in entry.data else []),
            *(entry.data.get("aliases") or ()),
        }
    )
    assert [name for name, times in names.items() if times > 1] == []
    shorts = {plain(short) for entry in ACTORS for short in entry.data.get("short") or ()}
    assert shorts & names.keys() == set()


@pytest.mark.parametrize("entry", ACTORS, ids=lambda e: e.id)
def test_a_party_is_found_by_each_of_its_names(entry: Entry) -> None:
    table = name_table()
    codes = countries()
    assert entry.data.get("country") is None or entry.data["country"] in codes
    english = [entry.data["en"]] if "en" in entry.data else []
    for writing in (entry.data["name"], *english, *(entry.data.get("aliases") or ())):
        assert table.names[plain(writing)].rule == entry.id, writing


def test_what_a_party_belongs_to_is_a_party_too() -> None:
    names = {entry.data["name"] for entry in ACTORS}
    names |= {country.state.name for country in countries().values()}
    for entry in ACTORS:
        assert set(entry.data.get("part_of") or ()) <= names, entry.id


def test_a_compound_is_decided_by_its_last_part() -> None:
    role = role_of("grensregeringsleger")
    assert role is not None
    assert role.kind is ActorKind.MILITARY
    assert role_of("landschap") is None


def test_a_bare_surname_is_the_person_named_in_full_before() -> None:
    text = "Oppositieleider Marta Solen is vrij.\n\nDat zei Solen zelf."
    last = read_actors(simple_analysis(text))[-1]
    assert (last.actor.name, last.actor.surface) == ("Marta Solen", "Solen")


def test_a_surname_that_two_persons_bear_is_tied_to_neither() -> None:
    text = "Premier Marta Solen en generaal Bo Solen spraken.\n\nDat zei Solen zelf."
    assert [m.actor.name for m in read_actors(simple_analysis(text))] == ["Marta Solen", "Bo Solen"]


def test_the_minister_is_the_only_minister_of_the_report() -> None:
    text = "Minister Vera Holm van Defensie ontkent. De minister wil bewijs."
    last = read_actors(simple_analysis(text))[-1]
    assert (last.actor.name, last.rule) == ("Vera Holm", "coreference.office")


def test_the_group_is_the_only_armed_group_of_the_report() -> None:
    text = "Boko Haram viel een dorp aan. De terreurgroep nam gijzelaars mee."
    assert "coreference.group" in {m.rule for m in read_actors(simple_analysis(text))}


def test_a_bare_army_is_of_the_only_country_that_a_report_is_about() -> None:
    text = "Onrust in Sudan\n\nHet leger schoot op betogers in Sudan."
    army = next(m for m in read_actors(simple_analysis(text)) if m.actor.name == "leger")
    assert army.actor.country == "SD"


def test_a_bare_army_stays_open_where_two_countries_are_named() -> None:
    text = "Onrust in Sudan en Tsjaad\n\nHet leger schoot op betogers."
    army = next(m for m in read_actors(simple_analysis(text)) if m.actor.name == "leger")
    assert army.actor.country is None


def test_the_country_is_the_only_one_that_a_report_is_about() -> None:
    text = "Iran ontkent aanval\n\nIran ontkent alles. Het land wil bewijs. In het land bleef het stil."
    tied = [m for m in read_actors(simple_analysis(text)) if m.rule == "coreference.country"]
    assert [mention.actor.id for mention in tied] == ["Q794"]


def test_a_person_that_the_language_step_names_is_an_actor() -> None:
    analysis = simple_analysis("Gisteren kwam Aldo Verrin aan.")
    named = replace(analysis, entities=(Entity(2, 4, "PER"),))
    (mention,) = read_actors(named)
    assert (mention.actor.name, mention.actor.kind) == ("Aldo Verrin", ActorKind.PERSON)


def test_a_state_inside_the_name_of_a_body_is_no_actor() -> None:
    analysis = simple_analysis("Dat meldt de Bank of Japan Foundation.")
    named = replace(analysis, entities=(Entity(3, 7, "ORG"),))
    assert [m.actor.name for m in read_actors(named)] == ["Bank of Japan Foundation"]


WORDS = sorted(
    {word for example in EXAMPLES for word in example["text"].split()}
    | {"de", "van", "en", "-", "door", "gesteunde", "Sri", "Al", "'", "(", "IS", "minister"}
)


@given(st.one_of(st.text(), st.lists(st.sampled_from(WORDS)).map(" ".join)))
def test_any_text_is_read_and_mentions_never_overlap(text: str) -> None:
    analysis = simple_analysis(text)
    last = 0
    for mention in read_actors(analysis):
        assert last <= mention.first < mention.stop
        assert mention.first <= mention.head < mention.stop
        last = mention.stop
