"""The package `wederhoor_nl`: its tables survive the disk, its weights stay small."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

import wederhoor_nl
from wederhoor_nl.agreement import agree
from wederhoor_nl.features import FeatureMaker, Tables, by_first_word, shape
from wederhoor_nl.lemmas import Lexicon
from wederhoor_nl.names import spans

_KINDS = st.sampled_from(["PER", "ORG", "LOC", "MISC"])


def test_the_weights_fit_the_size_that_a_clone_can_bear() -> None:
    model = Path(wederhoor_nl.__file__).with_name("model")
    sizes = [path.stat().st_size for path in model.rglob("*") if path.is_file()]
    assert sum(sizes) < 40_000_000
    assert max(sizes) < 15_000_000


def test_a_lexicon_read_back_is_the_lexicon_written(tmp_path: Path) -> None:
    lexicon = Lexicon(
        {"VERB gevuurd": "vuren", "NOUN aanvallen": "aanval"}, {"NOUN heden": (5, "id")}
    )
    lexicon.write(tmp_path / "lexicon.gz")
    assert Lexicon.read(tmp_path / "lexicon.gz") == lexicon


def test_a_compound_inflects_as_its_last_part() -> None:
    lexicon = Lexicon({"NOUN aanvallen": "aanval"}, {})
    assert lexicon.lemma("Drone-aanvallen", "NOUN") == "drone-aanval"


def test_tables_read_back_are_the_tables_written(tmp_path: Path) -> None:
    names = by_first_word([(("Den", "Haag"), "stad"), (("Den", "Helder"), "stad")])
    tables = Tables({"Haag": "c1 k2"}, names)
    tables.write(tmp_path)
    assert Tables.read(tmp_path) == tables


def test_a_known_name_is_marked_from_its_first_to_its_last_word() -> None:
    maker = FeatureMaker(Tables({}, by_first_word([(("Den", "Haag"), "stad")])))
    made = maker.sentence(["In", "Den", "Haag"], ["ADP", "PROPN", "PROPN"])
    assert "g=Bstad" in made[1]
    assert "g=Istad" in made[2]


def test_the_shape_of_a_word_keeps_its_outline() -> None:
    assert shape("VS-troepen") == "XX-xx"
    assert shape("20.000") == "99.99"


@given(st.lists(st.tuples(st.sampled_from(["Rohani", "Teheran", "zegt"]), st.none() | _KINDS)))
def test_agreement_keeps_every_name_and_adds_none_that_overlaps(
    tokens: list[tuple[str, str | None]],
) -> None:
    words = [word for word, _ in tokens]
    found = [(i, i + 1, kind) for i, (_, kind) in enumerate(tokens) if kind]
    agreed = agree(words, found)
    assert {span[:2] for span in found} <= {span[:2] for span in agreed}
    assert len({span[0] for span in agreed}) == len(agreed)


def test_a_lone_family_name_becomes_the_person_it_was_before() -> None:
    words = ["Hassan", "Rohani", "zweeg", ".", "Rohani", "ging"]
    assert agree(words, [(0, 2, "PER"), (4, 5, "LOC")]) == [(0, 2, "PER"), (4, 5, "PER")]


def test_a_name_goes_on_over_an_arabic_article() -> None:
    words = ["Bij", "Ain", "al-Asad", "viel", "niemand"]
    assert agree(words, [(1, 2, "LOC")]) == [(1, 3, "LOC")]


def test_labels_become_spans_even_where_a_name_starts_with_an_inner_label() -> None:
    assert spans(["I-LOC", "I-LOC", "O", "B-PER", "B-PER"]) == [
        (0, 2, "LOC"), (3, 4, "PER"), (4, 5, "PER"),
    ]  # fmt: skip
