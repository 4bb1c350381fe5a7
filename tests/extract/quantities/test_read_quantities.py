"""Counts in sentences of news, read without a trained pipeline."""

from __future__ import annotations

import pytest
from tests.factories import simple_analysis

from wederhoor.extract.quantities import read_quantities
from wederhoor.model import Analysis, QuantityMention, Sentence, Token

Row = tuple[str | None, int, int | None]


def rows(text: str) -> list[Row]:
    return [
        (found.field.value if found.field else None, found.quantity.low, found.quantity.high)
        for found in read_quantities(simple_analysis(text))
        if found.quantity is not None
    ]


def only(text: str) -> QuantityMention:
    (found,) = read_quantities(simple_analysis(text))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tien tot vijftien soldaten sneuvelden.", ("killed", 10, 15)),
        ("Twee- tot driehonderd mensen raakten gewond.", ("injured", 200, 300)),
        ("Tussen de 20 en 30 mensen zijn opgepakt.", ("detained", 20, 30)),
        ("Drie à vier mannen werden aangehouden.", ("detained", 3, 4)),
        ("Alle vijf de aanvallers werden gedood.", ("killed", 5, 5)),
        ("Er zijn 3,5 miljoen ontheemden.", ("displaced", 3_500_000, 3_500_000)),
        ("Zo'n 1.200 raketten werden afgevuurd.", ("weapons", 1200, 1200)),
        ("Er vielen 20 of meer doden.", ("killed", 20, None)),
        ("Een half miljoen mensen sloeg op de vlucht.", ("displaced", 500_000, 500_000)),
    ],
)
def test_a_number_keeps_the_bounds_of_its_words(text: str, expected: Row) -> None:
    assert rows(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "In 2012 begon het op 3 januari om 16.30 uur.",
        "Het werd 6-1 voor de ploeg met nummer 5.",
        "De spits (33) is een 23-jarige Belg.",
        "De boete was 20 euro, 5 procent meer.",
        "Een F-16 vloog twee dagen later twee kilometer verder.",
        "De Boeing 737 vertrok voor de derde keer.",
        "De rit duurde drie weken en twintig minuten.",
        "Bel 112 of 0900-8844.",
    ],
)
def test_a_number_that_counts_nothing_is_left_out(text: str) -> None:
    assert rows(text) == []


def test_dead_and_injured_of_one_sentence_are_two_counts() -> None:
    assert rows("Zeker 80 doden en 200 gewonden in Basra.") == [
        ("killed", 80, None),
        ("injured", 200, 200),
    ]


def test_one_vague_number_serves_both_nouns_of_a_pair() -> None:
    assert rows("Tientallen doden en gewonden in Basra.") == [
        ("killed", 20, 99),
        ("injured", 20, 99),
    ]


def test_no_victims_means_nobody_dead_and_nobody_injured() -> None:
    assert rows("Er zijn geen slachtoffers.") == [("killed", 0, 0), ("injured", 0, 0)]


def test_victims_with_a_number_are_neither_dead_nor_injured() -> None:
    assert rows("De politie telt 12 slachtoffers.") == [(None, 12, 12)]


def test_an_unknown_number_of_victims_is_two_unknown_counts() -> None:
    found = read_quantities(simple_analysis("Er viel een onbekend aantal slachtoffers."))
    assert [(one.field, one.quantity) for one in found] == [("killed", None), ("injured", None)]


def test_the_counted_noun_keeps_its_adjective_and_its_own_token() -> None:
    text = "De VS stuurt 750 Amerikaanse militairen."
    found = only(text)
    assert found.quantity is not None
    assert found.quantity.of == "Amerikaanse militairen"
    assert simple_analysis(text).tokens[found.head].text == "militairen"


def test_each_clause_has_its_own_verb() -> None:
    assert rows("Twee mensen zijn om het leven gekomen en zeven raakten gewond.") == [
        ("killed", 2, 2),
        ("injured", 7, 7),
    ]


def test_those_who_did_it_are_not_those_it_was_done_to() -> None:
    assert rows("Drie agenten hebben hem doodgeschoten.") == [(None, 3, 3)]
    assert rows("Zij werden door vier schutters gedood.") == [("personnel", 4, 4)]


def test_a_part_says_which_and_takes_the_field_of_the_whole() -> None:
    found = read_quantities(
        simple_analysis("Vijftig mensen raakten gewond, onder wie tien agenten.")
    )
    assert [(one.field, one.part) for one in found] == [("injured", ""), ("injured", "agenten")]


def test_the_seriously_injured_are_a_part() -> None:
    whole, part = read_quantities(
        simple_analysis("Er raakten vijftig mensen gewond, waarvan vijf zwaar.")
    )
    assert part.part == "zwaar"
    assert part.field is whole.field


def test_a_number_without_noun_repeats_the_count_before_it() -> None:
    first, second = read_quantities(
        simple_analysis("Er vielen honderden gewonden, volgens de politie zo'n 500.")
    )
    assert second.field is first.field
    assert second.quantity is not None
    assert (second.quantity.low, second.quantity.approximate) == (500, True)
    assert second.quantity.of == "gewonden"


def test_a_bound_before_a_list_holds_for_all_of_it() -> None:
    assert rows("Zeker twee kerken en een hotel zijn getroffen.") == [
        ("attacks", 2, None),
        ("attacks", 1, None),
    ]


def test_parts_that_add_up_to_the_whole_share_its_field() -> None:
    assert rows("Er zijn zes mensen gedood, vier burgers en twee agenten.") == [
        ("killed", 6, 6),
        ("killed", 4, 4),
        ("killed", 2, 2),
    ]


def test_a_running_total_that_rose_to_a_number_is_that_number() -> None:
    assert rows("Het dodental is gestegen tot 35.") == [("killed", 35, 35)]


def test_the_tree_finds_a_verb_behind_a_relative_clause() -> None:
    text = "Drie mannen die een agent hebben gedood , zijn aangehouden ."
    heads = {1: 9, 0: 1}
    deps = {1: "nsubj:pass", 0: "nummod", 9: "root"}
    flat = simple_analysis(text)
    tokens = tuple(
        Token(
            t.i,
            t.start,
            t.text,
            t.lower,
            t.lemma,
            t.upos,
            "",
            deps.get(t.i, "dep"),
            heads.get(t.i, 9),
            0,
        )
        for t in flat.tokens
    )
    found = read_quantities(Analysis(text, tokens, (Sentence(0, len(tokens)),)))
    assert [one.field for one in found] == ["detained", "killed"]


def test_who_is_named_by_another_counts_as_well() -> None:
    assert rows("Een vrouw en haar 14 maanden oude kind kwamen om het leven.") == [
        ("killed", 1, 1),
        ("killed", 1, 1),
    ]
    assert rows("Onder de doden zijn een agent en zijn chauffeur.") == [
        ("killed", 1, 1),
        ("killed", 1, 1),
    ]


def test_a_share_counts_nobody() -> None:
    assert rows("Een op de tien mensen raakte gewond.") == []
