"""Disputes and values in plain Dutch and English."""

from __future__ import annotations

import pytest
from tests.builders import (
    BAGHDAD,
    IRAN,
    IRAQ,
    PENTAGON,
    POLICE,
    US,
    count,
    event_of,
    report,
    said,
    told,
)

from wederhoor.model import (
    INTERNATIONAL,
    Actor,
    ActorKind,
    Claim,
    Damage,
    Field,
    Quantity,
    Report,
    Stance,
    Value,
)
from wederhoor.resources.labels import LANGS, Labels
from wederhoor.resources.loader import Entry, load_entries
from wederhoor.weighing import sentence, speaker, value_words, weigh

NL, EN = Labels("nl"), Labels("en")
Statement = tuple[str, Field, Value, Actor | None, Stance]


def sentences(labels: Labels, *statements: Statement) -> list[str]:
    claims: list[Claim] = []
    reports: dict[str, Report] = {}
    for number, (published, field, value, source, stance) in enumerate(statements):
        told_by = report(f"r{number}", f"Bericht {number}: aanval.", published, f"Krant {number}")
        mention = told(told_by, "aanval")
        claims.append(said(mention, told_by, field, value, by=source, stance=stance))
        reports[told_by.id] = told_by
    return [sentence(found, labels) for found in weigh(event_of(claims), reports).disputes]


def killed(value: Value, source: Actor | None, day: str = "2020-01-08") -> Statement:
    return (day, Field.KILLED, value, source, Stance.ASSERT)


def test_a_denied_toll_is_said_in_both_languages() -> None:
    denial: Statement = ("2020-01-08", Field.KILLED, None, US, Stance.DENY)
    both = (killed(count(80), IRAN), denial)
    assert sentences(NL, *both) == ["Iran zegt 80 doden, de VS ontkent dat"]
    assert sentences(EN, *both) == ["Iran says 80 deaths, VS denies it"]


def test_two_figures_are_said_with_what_is_counted() -> None:
    both = (killed(count(80, of="Amerikanen"), IRAN), killed(count(0), PENTAGON))
    assert sentences(NL, *both) == ["Iran zegt 80 doden (Amerikanen), het Pentagon zegt geen doden"]


def test_blame_and_denial_are_said() -> None:
    day = "2020-01-08"
    said_of = sentences(
        NL,
        (day, Field.ACTOR, IRAN, IRAN, Stance.DENY),
        (day, Field.ACTOR, IRAN, US, Stance.ASSERT),
    )
    assert said_of == ["De VS noemt Iran als verantwoordelijke, Iran ontkent dat"]


def test_whose_territory_it_was_is_said_in_both_languages() -> None:
    day = "2020-01-08"
    both: tuple[Statement, ...] = (
        (day, Field.TERRITORY, IRAQ, IRAN, Stance.ASSERT),
        (day, Field.TERRITORY, INTERNATIONAL, US, Stance.ASSERT),
    )
    (dutch,), (english,) = sentences(NL, *both), sentences(EN, *both)
    assert dutch == (
        "Iran zegt dat het gebeurde in gebied van Irak, de VS zegt dat het gebeurde in internationaal"
        " luchtruim of internationale wateren"
    )
    assert english == (
        "Iran says that it happened in territory of Irak, VS says that it happened in international"
        " airspace or waters"
    )


def test_an_update_says_who_and_when() -> None:
    both = (killed(count(1), None, "2020-01-08"), killed(count(1200), POLICE, "2020-01-09"))
    assert sentences(NL, *both) == [
        "Eerst 1 dode (volgens Krant 0, 8 jan 2020), later 1.200 doden (volgens politie, 9 jan 2020)"
    ]
    assert sentences(EN, *both)[0].startswith("First 1 death (according to Krant 0, 8 Jan 2020)")


def test_speakers_in_the_plural_take_a_plural_verb() -> None:
    for name, words in (
        ("lokale autoriteiten", "lokale autoriteiten zeggen"),
        ("Amerikanen", "de Amerikanen zeggen"),
        ("Verenigde Staten", "de Verenigde Staten zeggen"),
        ("VS", "de VS zegt"),
        ("Jemen", "Jemen zegt"),
    ):
        speaker_of = Actor(name, kind=ActorKind.GOVERNMENT, country="YE")
        (told_of,) = sentences(NL, killed(count(80), IRAN), killed(count(0), speaker_of))
        assert told_of == f"Iran zegt 80 doden, {words} geen doden"


def test_a_report_dated_to_the_month_is_said_with_its_month() -> None:
    both = (killed(count(1), None, "2020-01"), killed(count(12), POLICE, "2020-03-09"))
    assert sentences(NL, *both) == [
        "Eerst 1 dode (volgens Krant 0, jan 2020), later 12 doden (volgens politie, 9 mrt 2020)"
    ]


def test_a_refinement_is_said() -> None:
    both = (killed(count(20, 99), None, "2020-01-08"), killed(count(34), None, "2020-01-09"))
    assert sentences(NL, *both) == [
        "20 tot 99 doden (volgens Krant 0, 8 jan 2020), later nauwkeuriger: 34 doden (volgens Krant 1, 9 jan 2020)"
    ]


@pytest.mark.parametrize(
    ("value", "dutch", "english"),
    [
        (
            Quantity(11, None, of="ballistische raketten"),
            "11 of meer ballistische raketten",
            "11 or more",
        ),
        (Quantity(25, 25, approximate=True), "ongeveer 25", "about 25"),
        (Quantity(0, 0, of="doden"), "geen doden", "no doden"),
        (Quantity(0, 0), "geen", "none"),
        (Quantity(0, 5), "hoogstens 5", "at most 5"),
        (Quantity(2000, 9999), "2.000 tot 9.999", "2,000 to 9,999"),
        (IRAN, "Iran", "Iran"),
        (BAGHDAD, "Bagdad", "Bagdad"),
        (Damage.LIMITED, "beperkt", "limited"),
        (True, "ja", "yes"),
        ("vergelding", "vergelding", "vergelding"),
        (INTERNATIONAL, "internationaal", "international"),
        (None, "onbekend", "unknown"),
    ],
)
def test_values_are_said_in_words(value: Value, dutch: str, english: str) -> None:
    assert value_words(value, NL) == dutch
    assert value_words(value, EN).startswith(english)


def test_every_kind_of_position_can_be_said_in_every_language() -> None:
    source = report("r", "Een aanval.")
    mention = told(source, "aanval")
    values: list[tuple[Field, Value]] = [(field, count(2)) for field in Field if field.is_count]
    values += [
        (Field.ACTOR, IRAN),
        (Field.OCCURRED, True),
        (Field.DAMAGE, Damage.NONE),
        (Field.ORIGIN, BAGHDAD),
        (Field.MOTIVE, "wraak"),
        (Field.TERRITORY, INTERNATIONAL),
    ]
    claims = [
        said(mention, source, field, value, by=who, stance=stance)
        for field, value in values
        for who, stance in ((IRAN, Stance.POSSIBLE), (US, Stance.DENY))
    ]
    found = weigh(event_of(claims), {"r": source})
    assert len(found.disputes) == len(values)
    for lang in LANGS:
        for dispute in found.disputes:
            words = sentence(dispute, Labels(lang))
            assert words[0].isupper() or words[0].isdigit()
            assert "{" not in words
            assert "|" not in words


ARTICLES = load_entries("nl/weighing.yaml", frozenset({"article", "names"}), frozenset({"plural"}))


@pytest.mark.parametrize("entry", ARTICLES, ids=[entry.id for entry in ARTICLES])
def test_the_examples_of_the_article_lists_hold(entry: Entry) -> None:
    assert entry.examples
    for example in entry.examples:
        assert _spoken(example["text"]) == example["phrase"]
    for name in entry.counterexamples:
        assert _spoken(name) == name


def _spoken(name: str) -> str:
    source = report("r", "Een aanval.")
    claim = said(told(source, "aanval"), source, Field.KILLED, count(1), by=Actor(name))
    (position,) = weigh(event_of([claim]), {"r": source}).positions
    return speaker(position, NL)


def test_the_press_is_named_by_its_outlets() -> None:
    claims, reports = [], {}
    for outlet in ("Bode", "Courant", "Dagblad"):
        source = report(outlet, "Een aanval.", outlet=outlet)
        reports[outlet] = source
        claims.append(said(told(source, "aanval"), source, Field.KILLED, count(3)))
    for number, words in (
        (1, "Bode"),
        (2, "Bode en Courant"),
        (3, "Bode, Courant en andere media"),
    ):
        (position,) = weigh(event_of(claims[:number]), reports).positions
        assert speaker(position, NL) == words
    nameless = report("x", "Een aanval.", outlet="")
    claim = said(told(nameless, "aanval"), nameless, Field.KILLED, count(3))
    (position,) = weigh(event_of([claim]), {"x": nameless}).positions
    assert speaker(position, NL) == "de berichtgeving"
