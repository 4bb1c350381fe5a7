"""Reading the times of reports: what counts from what, which way a clause looks, and how fast."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.factories import day, published, simple_analysis

from wederhoor.extract.times import read_times
from wederhoor.model import Analysis, Anchor, TimeMention


def _read(text: str, on: str = "2024-07-26") -> list[str]:
    return [
        mention.days.edtf() if mention.days else str(mention.offset)
        for mention in read_times(simple_analysis(text), published(on))
    ]


def _words(text: str, on: str = "2024-07-26") -> list[str]:
    analysis = simple_analysis(text)
    return [
        analysis.span(mention.first, mention.stop).of(text)
        for mention in read_times(analysis, published(on))
    ]


def _only(text: str, on: str = "2024-07-26") -> TimeMention:
    (mention,) = read_times(simple_analysis(text), published(on))
    return mention


def test_a_mention_covers_the_words_of_the_time_and_no_preposition() -> None:
    assert _words("De top van zondag 21 juli, in mei gepland, duurde tot in de nacht.") == [
        "zondag 21 juli",
        "mei",
    ]


def test_times_come_in_the_order_of_the_text() -> None:
    assert _read("Gisteren viel de brug; vrijdag 5 juli was er al schade, en in 2019 ook.") == [
        "2024-07-25",
        "2024-07-05",
        "2019",
    ]


def test_a_time_does_not_run_over_the_end_of_a_sentence() -> None:
    assert _words("Het gebeurde op 3 mei\n2019 was een beter jaar.") == ["3 mei"]


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("Op 3 januari 2020 viel de stad.", Anchor.CALENDAR),
        ("Tussen 2011 en 2014 viel de stad.", Anchor.CALENDAR),
        ("Op 3 januari viel de stad.", Anchor.PUBLICATION),
        ("Sinds 2015 is de stad leeg.", Anchor.PUBLICATION),
        ("Drie dagen later viel de stad.", Anchor.EVENT),
    ],
)
def test_a_time_says_what_it_counts_from(text: str, anchor: Anchor) -> None:
    assert _only(text).anchor is anchor


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("De minister vertrok dinsdag naar Praag.", "2024-07-23"),
        ("De minister vertrekt dinsdag naar Praag.", "2024-07-30"),
        ("De minister zei dinsdag dat de brug zal sluiten.", "2024-07-23"),
        ("De brug gaat dicht, zei de minister dinsdag.", "2024-07-23"),
        ("Er staat voor dinsdag een debat gepland.", "2024-07-30"),
        ("De finale van dinsdag.", "2024-07-23"),
    ],
)
def test_a_weekday_is_the_last_one_unless_the_clause_looks_ahead(text: str, when: str) -> None:
    assert _read(text) == [when]


def test_the_tense_of_the_parse_decides_for_a_verb_that_no_list_knows() -> None:
    text = "Op 2 januari plunderden zij de stad, die op 2 september moet herrijzen."
    plain = simple_analysis(text)
    tokens = tuple(
        replace(token, upos="VERB", feats="Tense=Past|VerbForm=Fin")
        if token.lower == "plunderden"
        else token
        for token in plain.tokens
    )
    parsed = Analysis(plain.text, tokens, plain.sentences)

    told = [mention.days for mention in read_times(parsed, published("2024-07-26"))]

    assert told == [day("2024-01-02"), day("2024-09-02")]


def test_a_report_dated_to_the_month_gives_every_weekday_that_stays_possible() -> None:
    assert _read("De aanval van zondag volgde op die van afgelopen vrijdag.", "2020-01") == [
        "[2019-12-29,2020-01-05,2020-01-12,2020-01-19,2020-01-26]",
        "[2019-12-27,2020-01-03,2020-01-10,2020-01-17,2020-01-24]",
    ]


def test_a_report_dated_to_the_year_shifts_as_a_whole() -> None:
    assert _read("Gisteren viel de brug.", "2020") == ["2019-12-31/2020-12-30"]


@pytest.mark.parametrize(
    "text",
    [
        "Voor de tweede dag op rij werd er gevochten.",
        "Er staan 2500 militairen klaar.",
        "In 30 dagen tijd vielen er veertig doden.",
        "Het duurde drie weken.",
        "De 22-jarige verdachte kreeg vier jaar cel.",
        "Om 19.00 uur klonk de sirene.",
        "De vrijdagse markt is afgelast.",
        "Dat meldt nu.nl.",
        "De uitslag was 6-2.",
        "Jan Mei woont in Zutphen.",
    ],
)
def test_durations_counts_clocks_and_names_are_no_days(text: str) -> None:
    assert _read(text) == []


def test_a_year_followed_by_a_counted_noun_is_a_count() -> None:
    plain = simple_analysis("Een vloot van 2000 kotters, in 1998 gebouwd.")
    tokens = tuple(
        replace(token, upos="NOUN") if token.lower == "kotters" else token for token in plain.tokens
    )
    parsed = Analysis(plain.text, tokens, plain.sentences)

    assert [m.days.edtf() for m in read_times(parsed, published("2024-07-26")) if m.days] == [
        "1998"
    ]
