"""Events over many reports on mentions that are given: the baselines, and the linker beside them."""

from __future__ import annotations

from pathlib import Path

import pytest
from evaluation.chains import Document, by_lemma, linked, read_documents
from evaluation.coreference import likeness

from wederhoor.language import Pipeline
from wederhoor.model import DaySet, Report, Span

DAY = "2021-05-12"


def document(name: str, text: str, *words: str) -> Document:
    report = Report(name, "", text, DAY, DaySet.from_edtf(DAY), "Bode")
    spans, at = {}, 0
    for number, word in enumerate(words):
        start = text.index(word, at)
        spans[f"{name} {number}"] = Span(start, start + len(word))
        at = start + len(word)
    lemmas = {key: words[int(key.split()[1])].casefold() for key in spans}
    return Document(report, "haven", spans, lemmas, {})


FIRST = document(
    "a", "Oman kocht dinsdag een fregat van Jemen. Jemen kocht een radar.", "kocht", "kocht"
)
SECOND = document("b", "Oman kocht dinsdag een fregat van Jemen.", "kocht")


def test_a_lemma_is_one_event_in_a_report_or_in_a_topic() -> None:
    in_report = by_lemma([FIRST, SECOND], within="report")
    assert in_report["a 0"] == in_report["a 1"] != in_report["b 0"]
    assert len(set(by_lemma([FIRST, SECOND], within="topic").values())) == 1


def test_the_linker_keeps_what_other_parties_do_apart(pipeline: Pipeline) -> None:
    found = linked([FIRST, SECOND], pipeline)
    assert found["a 0"] == found["b 0"] != found["a 1"]


@pytest.mark.slow
def test_the_linker_beats_the_lemma(shared: Path, pipeline: Pipeline) -> None:
    documents = list(read_documents(shared / "data" / "meantime"))
    gold = {name: chain for one in documents for name, chain in one.chains.items()}
    by_linker = likeness(linked(documents, pipeline), gold)
    for within in ("report", "topic"):
        baseline = likeness(by_lemma(documents, within), gold)
        assert by_linker.b3 > baseline.b3
        assert by_linker.conll > baseline.conll
