"""Compounds are cut at their main seam; what only looks like one stays whole."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wederhoor_nl.compounds import Part, Splitter, head_of, read, split_compound, splitter, write

WORDS = st.text(st.sampled_from("aanvlrtsekdbo-gijmuhpwz'éN7 "), max_size=30) | st.text(max_size=40)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("raketaanval", ("raket", "aanval")),
        ("luchtmachtbasis", ("luchtmacht", "basis")),
        ("bermbom", ("berm", "bom")),
        ("grensincident", ("grens", "incident")),
        ("olietanker", ("olie", "tanker")),
        ("vliegverbod", ("vlieg", "verbod")),
        ("parkeerplaats", ("parkeer", "plaats")),
    ],
)
def test_a_compound_has_a_specifying_part_and_a_head(word: str, parts: tuple[str, ...]) -> None:
    assert split_compound(word) == parts


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("vredesakkoord", ("vrede", "akkoord")),
        ("veiligheidsraad", ("veiligheid", "raad")),
        ("krantenartikel", ("krant", "artikel")),
        ("vrouwenvereniging", ("vrouw", "vereniging")),
        ("kinderopvang", ("kind", "opvang")),
    ],
)
def test_a_linking_element_belongs_to_neither_part(word: str, parts: tuple[str, ...]) -> None:
    assert split_compound(word) == parts


@pytest.mark.parametrize("lemma", ["arbeidmarkt", "overheiddienst"])
def test_the_lemma_of_a_treebank_without_its_link_is_split_as_well(lemma: str) -> None:
    assert len(split_compound(lemma)) == 2


@pytest.mark.parametrize(
    ("word", "head"),
    [
        ("raketaanvallen", "aanval"),
        ("straaljagers", "jager"),
        ("marineschepen", "schip"),
        ("vluchtauto's", "auto"),
    ],
)
def test_the_head_of_a_plural_is_its_lemma(word: str, head: str) -> None:
    assert head_of(word) == head


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("VN-gezant", ("VN", "gezant")),
        ("oud-minister", ("oud", "minister")),
        ("drone-aanvallen", ("drone", "aanval")),
        ("win-winsituatie", ("win-win", "situatie")),
    ],
)
def test_a_hyphen_is_a_seam(word: str, parts: tuple[str, ...]) -> None:
    assert split_compound(word) == parts


@pytest.mark.parametrize(
    "word",
    [
        "verkeer", "aanval", "regering", "vergadering", "overwinning", "doorvaart", "inval",
        "uitspraak", "opdracht", "wetenschap", "veiligheid", "bevolking", "verzekering",
        "architectuur", "informatie", "planeten", "standaard", "wandelaars", "fotograaf",
    ],
)  # fmt: skip
def test_a_derived_or_simple_word_stays_whole(word: str) -> None:
    assert split_compound(word) == (word,)


@pytest.mark.parametrize("word", ["Nederland", "Duitsland", "handhaven", "Noord-Korea"])
def test_names_and_verbs_stay_whole(word: str) -> None:
    assert split_compound(word) == (word,)


@pytest.mark.parametrize("word", ["vliegtuig", "vliegtuigen", "slachtoffers", "wedstrijd"])
def test_a_compound_that_its_parts_no_longer_explain_stays_whole(word: str) -> None:
    assert split_compound(word) == (word,)


def test_a_plural_that_is_not_known_has_its_singular_as_head() -> None:
    assert split_compound("strafbeschikkingen") == ("straf", "beschikking")


def test_an_unknown_compound_before_a_head_is_a_part_as_well() -> None:
    assert split_compound("luchtafweerraket") == ("luchtafweer", "raket")


@pytest.mark.parametrize("word", ["staakt-het-vuren", "een-na-laatste", "de-escalatie"])
def test_words_linked_into_one_meaning_stay_whole(word: str) -> None:
    assert split_compound(word) == (word,)


@pytest.mark.parametrize("word", ["", "-", "a", "17-jarige", "bedden-", "-beleid", "x" * 10_000])
def test_odd_words_stay_whole(word: str) -> None:
    assert split_compound(word) == (word,)


@given(WORDS)
def test_a_word_has_one_part_or_two_and_none_is_empty(word: str) -> None:
    parts = split_compound(word)
    assert len(parts) in {1, 2}
    assert parts == (word,) or all(parts)


@given(st.sampled_from(sorted(splitter().words)))
def test_the_head_is_the_last_part(word: str) -> None:
    assert head_of(word) == split_compound(word)[-1]


@given(st.sampled_from(sorted(w for w in splitter().words if "-" not in w)))
def test_capitals_make_no_difference(word: str) -> None:
    assert len(split_compound(word.capitalize())) == len(split_compound(word))


def test_a_table_comes_back_as_it_was_written(tmp_path: Path) -> None:
    made = Splitter(
        {"raket": Part("raket", "n", 1.5, -0.2), "raketten": Part("raket", "n", 1.5, 0.0)},
        {"bias": -0.25, "link s": 1.0},
    )
    write(made, tmp_path / "words.gz")
    assert read(tmp_path / "words.gz") == made


def test_words_seen_before_are_split_at_once() -> None:
    words = sorted(splitter().words)[:20_000]
    for word in words:
        split_compound(word)
    begin = time.perf_counter()
    for word in words:
        split_compound(word)
    assert len(words) / (time.perf_counter() - begin) > 100_000
