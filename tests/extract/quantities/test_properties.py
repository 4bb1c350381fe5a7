"""Laws that hold for any text and any tree."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import example, given
from hypothesis import strategies as st
from tests.factories import simple_analysis

from wederhoor.extract.quantities import read_quantities
from wederhoor.extract.quantities.numbers import (
    cardinal_of,
    read_cardinal,
    spelled,
    spelled_ordinal,
)
from wederhoor.extract.quantities.numerals import numeral_at, ordinal_at
from wederhoor.model import Analysis

WORDS = st.sampled_from(
    [
        "zeker",
        "20",
        "tien",
        "tot",
        "twee-",
        "een",
        "geen",
        "onder",
        "wie",
        "doden",
        "gewonden",
        "en",
        ",",
        ".",
        "(",
        ")",
        "mensen",
        "zijn",
        "werden",
        "gedood",
        "raketten",
        "met",
        "2019",
        "3,5",
        "miljoen",
        "tussen",
        "de",
        "van",
        "hoeveel",
        "onbekend",
        "aantal",
        "slachtoffers",
        "dodental",
        "op",
        "raakten",
        "gewond",
        "kwamen",
        "om",
        "die",
        "hebben",
        "drie",
        "tientallen",
        "honderd",
        "meer",
        "dan",
        "-",
        "10-15",
        "kerken",
        "aanslagen",
        "niemand",
        "€",
    ]
)
TEXTS = st.one_of(st.text(), st.lists(WORDS, max_size=25).map(" ".join))


def checked(analysis: Analysis) -> None:
    seen: dict[int, int] = {}
    found = read_quantities(analysis)
    assert [one.first for one in found] == sorted(one.first for one in found)
    for one in found:
        assert 0 <= one.first < one.stop <= len(analysis.tokens)
        assert one.first <= one.head < one.stop
        assert analysis.tokens[one.first].sent == analysis.tokens[one.stop - 1].sent
        for i in range(one.first, one.stop):
            assert seen.setdefault(i, one.first) == one.first
        if one.quantity is not None and one.quantity.of is not None:
            assert one.quantity.of in analysis.text


@given(TEXTS)
@example("HOEVEEL:HOEVEEL:ONBEKEND DODE")
def test_any_text_gives_ordered_counts_inside_its_sentences(text: str) -> None:
    checked(simple_analysis(text))


@given(st.lists(WORDS, min_size=1, max_size=20).map(" ".join), st.data())
def test_no_tree_however_wrong_breaks_the_reading(text: str, data: st.DataObject) -> None:
    flat = simple_analysis(text)
    size = len(flat.tokens)
    labels = st.sampled_from(["nsubj", "obj", "conj", "nsubj:pass", "xcomp", "root", "obl"])
    kinds = st.sampled_from(["NOUN", "VERB", "ADJ", "NUM", "PROPN", "X"])
    tokens = tuple(
        replace(
            token,
            head=data.draw(st.integers(0, size - 1)),
            dep=data.draw(labels),
            upos=data.draw(kinds),
        )
        for token in flat.tokens
    )
    checked(Analysis(text, tokens, flat.sentences))


@given(st.lists(WORDS, max_size=20).map(" ".join))
def test_reading_twice_gives_the_same(text: str) -> None:
    assert read_quantities(simple_analysis(text)) == read_quantities(simple_analysis(text))


NUMERAL_WORDS = st.sampled_from(
    ["een", "drie", "half", "kwart", "derde", "achtsten", "en", "komma", "min", "-", "op", "de", "van", "3,5",
     "1.200", "12", "234", "k", "1e10", "2^9", "0,5^-3", "1/0", "½", "miljoen", "duizend", "dozijn", "gros", "zestiende"]
)  # fmt: skip


@given(st.lists(NUMERAL_WORDS | st.text(min_size=1, max_size=8), min_size=1, max_size=9))
def test_no_words_are_too_odd_for_a_numeral(words: list[str]) -> None:
    for i in range(len(words)):
        for found in (numeral_at(words, i), ordinal_at(words, i)):
            assert found is None or i < found.stop <= len(words)


@given(st.integers(1, 999_999))
def test_a_spelled_ordinal_holds_its_cardinal(number: int) -> None:
    cardinal = cardinal_of(spelled_ordinal(number))
    assert cardinal is not None
    assert read_cardinal(cardinal) == number == read_cardinal(spelled(number))
