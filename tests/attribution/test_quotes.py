"""Where a report quotes, and who speaks there."""

from __future__ import annotations

import pytest
from tests.told import Tell, said

from wederhoor.attribution.quotes import find_quotes
from wederhoor.language import Pipeline
from wederhoor.model import Field


def quoted(pipeline: Pipeline, text: str) -> list[str]:
    analysis = pipeline.analyse(text)
    return [analysis.span(q.first, q.stop).of(text) for q in find_quotes(analysis)]


@pytest.mark.parametrize("marks", ["„”", "“”", '""', "‘’", "''"])
def test_all_dutch_marks_open_and_close_a_quote(pipeline: Pipeline, marks: str) -> None:
    quote = f"{marks[0]}We gaan de haven herbouwen{marks[1]}"
    assert quoted(pipeline, f"{quote}, zei de minister in Muscat.") == [quote]


def test_words_in_scare_quotes_are_no_quote(pipeline: Pipeline) -> None:
    assert quoted(pipeline, "De ‘vredesmissie’ in Goma begon zondag.") == []


def test_an_apostrophe_opens_nothing(pipeline: Pipeline) -> None:
    assert quoted(pipeline, "'s Ochtends sloegen twee granaten in bij Khans huis.") == []


def test_a_mark_that_lost_its_other_half_hides_no_quote(pipeline: Pipeline) -> None:
    text = 'De \'vredes missie begon zondag.\n\n"De haven is weer open", zei de minister.'
    assert quoted(pipeline, text) == ['"De haven is weer open"']


def test_a_low_mark_opens_also_before_a_space(pipeline: Pipeline) -> None:
    assert quoted(pipeline, "„ De haven is weer open”, zei hij.") == ["„ De haven is weer open”"]


def test_a_quote_may_go_on_over_sentences(pipeline: Pipeline) -> None:
    text = '"De haven is aangevallen. Er zijn vier doden", zei de minister.'
    assert quoted(pipeline, text) == ['"De haven is aangevallen. Er zijn vier doden"']


def test_the_speaker_speaks_for_the_whole_of_a_quote(tell: Tell) -> None:
    read = tell(
        '"De haven is vannacht aangevallen. Bij de aanval zijn vier matrozen gedood", '
        "zei president Salim Harthy tegen de staatstelevisie."
    )
    found = said(read, Field.KILLED)
    assert {(value, stance) for value, _, stance in found} == {("4", "assert")}
    assert all("Harthy" in source for _, source, _ in found)


def test_a_mark_that_never_closes_quotes_nothing(pipeline: Pipeline) -> None:
    assert quoted(pipeline, "De minister zei: “We gaan de haven herbouwen en meer.") == []
