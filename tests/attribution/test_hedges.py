"""How sure: words of doubt, and a "zou" that goes on with a source."""

from __future__ import annotations

import pytest
from tests.told import Tell, said

from wederhoor.model import Field


@pytest.mark.parametrize(
    "text",
    [
        "Bij de aanval op de haven zijn mogelijk vier matrozen gedood.",
        "Bij de aanval op de haven zijn waarschijnlijk vier matrozen gedood.",
        "Bij de aanval op de haven zouden vier matrozen zijn gedood.",
        "Bij de aanval op de haven zijn naar verluidt vier matrozen gedood.",
    ],
)
def test_words_of_doubt_make_a_claim_possible(tell: Tell, text: str) -> None:
    assert said(tell(text), Field.KILLED) == {("4", "", "possible")}


def test_a_zou_goes_on_with_the_source_of_the_sentence_before(tell: Tell) -> None:
    read = tell(
        "Volgens Oman is de haven aangevallen met drones. Daarbij zouden vier matrozen zijn gedood."
    )
    assert said(read, Field.KILLED) == {("4", "Oman", "assert")}


def test_a_zou_in_a_new_paragraph_stands_alone(tell: Tell) -> None:
    read = tell(
        "Volgens Oman is de haven aangevallen met drones.\n\n"
        "Bij de aanval zouden vier matrozen zijn gedood."
    )
    assert said(read, Field.KILLED) == {("4", "", "possible")}


def test_a_doubt_about_the_doer_is_none_about_the_dead(tell: Tell) -> None:
    read = tell(
        "Bij de aanval op de haven zijn vier matrozen gedood. "
        "De daders komen waarschijnlijk uit Jemen."
    )
    assert said(read, Field.KILLED) == {("4", "", "assert")}


def test_what_was_reported_before_and_called_wrong_is_denied(tell: Tell) -> None:
    read = tell(
        "Aanvankelijk werd gemeld dat bij de aanval in Goma tien mensen waren gedood, maar dat bleek "
        "niet te kloppen. Volgens het leger vielen er drie doden."
    )
    assert said(read, Field.KILLED) == {("10", "", "deny"), ("3", "leger", "assert")}


def test_what_someone_unnamed_reports_is_possible(tell: Tell) -> None:
    read = tell("Er wordt gemeld dat bij de aanval in Goma tien mensen zijn gedood.")
    assert said(read, Field.KILLED) == {("10", "", "possible")}
