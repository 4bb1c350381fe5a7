"""The hand-checked sets keep no text, and the shipped pipeline still reads them well."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from evaluation.language import handmade
from evaluation.language.__main__ import main

SETS = ("compounds", "particles", "boundaries")
KEPT = {"report", "start", "end", "sha256", "parts", "also", "verb", "kind", "lemma", "context",
        "starts"}  # fmt: skip
LONGEST_LABEL = 30


@pytest.mark.parametrize("name", SETS)
def test_a_set_holds_two_hundred_decisions_or_more(name: str) -> None:
    assert len(handmade.rows(name)) >= 200


def test_the_windows_around_quotes_hold_two_hundred_sentence_starts() -> None:
    assert sum(len(row["starts"]) for row in handmade.rows("boundaries")) >= 200


@pytest.mark.parametrize("name", SETS)
def test_a_row_keeps_places_and_labels_and_no_text(name: str) -> None:
    for row in handmade.rows(name):
        assert set(row) <= KEPT
        labels = [row.get("lemma", ""), *row.get("parts", ())]
        assert all(" " not in label and len(label) <= LONGEST_LABEL for label in labels)


@pytest.mark.parametrize("name", SETS)
def test_places_lie_in_order_and_each_is_judged_once(name: str) -> None:
    places = [(row["report"], row["start"], row["end"]) for row in handmade.rows(name)]
    assert places == sorted(set(places))
    assert all(start < end for _, start, end in places)


def test_sentence_starts_lie_in_their_window() -> None:
    for row in handmade.rows("boundaries"):
        assert all(row["start"] <= at < row["end"] for at in row["starts"])


def test_particles_without_a_verb_have_no_lemma() -> None:
    for row in handmade.rows("particles"):
        assert ("lemma" in row) == ("verb" in row) == (row["kind"] != "none")


def test_without_the_shared_material_the_figures_are_skipped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("WEDERHOOR_SHARED", str(tmp_path))
    assert main([]) == 0
    assert capsys.readouterr().out.startswith("skipped")


@pytest.fixture(scope="module")
def docs(shared: Path) -> handmade.Docs:
    return handmade.read_reports(spacy.load("wederhoor_nl"), shared)


@pytest.mark.slow
def test_no_report_has_changed_since_it_was_read(docs: handmade.Docs) -> None:
    tallies = (handmade.compounds(docs), handmade.particles(docs), handmade.boundaries(docs))
    assert [tally.drifted for tally in tallies] == [0, 0, 0]


@pytest.mark.slow
@pytest.mark.parametrize("lemmas", [False, True])
def test_compounds_of_the_stream_are_split(docs: handmade.Docs, *, lemmas: bool) -> None:
    tally = handmade.compounds(docs, lemmas=lemmas)
    assert tally.precision >= 0.93
    assert tally.recall >= 0.85


@pytest.mark.slow
def test_particle_verbs_of_the_stream_are_joined(docs: handmade.Docs) -> None:
    tally = handmade.particles(docs)
    assert tally.precision >= 0.9
    assert tally.recall >= 0.85


@pytest.mark.slow
def test_sentences_around_quotes_start_where_a_reader_starts_them(docs: handmade.Docs) -> None:
    assert handmade.boundaries(docs).f >= 0.97
