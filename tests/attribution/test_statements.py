"""Who is said to say it: verbs of saying, volgens, aldus, headlines."""

from __future__ import annotations

import pytest
from tests.told import Tell, said

from wederhoor.model import Field


@pytest.mark.parametrize(
    "text",
    [
        "Volgens Oman zijn bij de aanval op de haven vier matrozen gedood.",
        "Bij de aanval op de haven zijn volgens Oman vier matrozen gedood.",
        "Bij de aanval op de haven zijn vier matrozen gedood, aldus Oman.",
        "Bij de aanval op de haven zijn vier matrozen gedood, meldt Oman.",
        "Oman meldt dat bij de aanval op de haven vier matrozen zijn gedood.",
        "Oman liet weten dat bij de aanval op de haven vier matrozen zijn gedood.",
        "Bij de aanval op de haven zijn vier matrozen gedood. Dat heeft Oman bekendgemaakt.",
    ],
)
def test_one_claim_in_many_wordings_has_one_source(tell: Tell, text: str) -> None:
    assert said(tell(text), Field.KILLED) == {("4", "Oman", "assert")}


def test_without_a_source_the_outlet_speaks(tell: Tell) -> None:
    read = tell("Bij de aanval op de haven zijn vier matrozen gedood.")
    assert said(read, Field.KILLED) == {("4", "", "assert")}


def test_the_one_before_the_colon_of_a_headline_speaks(tell: Tell) -> None:
    read = tell(
        "Het ministerie gaf geen bijzonderheden.", title="Oman: vier doden bij aanval op haven"
    )
    assert ("4", "Oman", "assert") in said(read, Field.KILLED)


def test_a_description_can_be_a_source(tell: Tell) -> None:
    read = tell("Volgens ooggetuigen zijn bij de aanval op de haven vier matrozen gedood.")
    assert said(read, Field.KILLED) == {("4", "ooggetuigen", "assert")}


def test_two_sources_make_two_claims_on_one_event(tell: Tell) -> None:
    read = tell(
        "Volgens Oman zijn bij de aanval op de haven vier matrozen gedood. "
        "Jemen houdt het op negen doden. Volgens Qatar vielen er twaalf doden."
    )
    found = said(read, Field.KILLED)
    assert {("4", "Oman", "assert"), ("12", "Qatar", "assert")} <= found
    assert len({c.mention for c in read.claims if c.field is Field.KILLED}) == 1


def test_a_source_does_not_speak_for_the_next_sentence(tell: Tell) -> None:
    read = tell("Volgens Oman is de haven aangevallen. Bij de aanval zijn vier matrozen gedood.")
    assert said(read, Field.KILLED) == {("4", "", "assert")}


def test_naar_eigen_zeggen_makes_the_subject_the_source(tell: Tell) -> None:
    read = tell("Iran vuurde naar eigen zeggen vijftien raketten af op een basis bij Erbil.")
    assert ("15", "Iran", "assert") in said(read, Field.WEAPONS)


def test_the_source_rule_and_its_words_go_with_the_claim(tell: Tell) -> None:
    text = "Volgens Oman zijn bij de aanval op de haven vier matrozen gedood."
    (claim,) = [c for c in tell(text).claims if c.field is Field.KILLED]
    assert claim.source_rule == "by.volgens"
    assert claim.source_span is not None
    assert "Oman" in claim.source_span.of(text)


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Bij de aanval op de haven vielen volgens Oman vier doden, volgens Jemen negen doden.",
            {("4", "Oman", "assert"), ("9", "Jemen", "assert")},
        ),
        (
            "Oman zegt dat bij de aanval vier mensen zijn gedood, volgens Jemen zijn het er negen.",
            {("4", "Oman", "assert")},
        ),
    ],
)
def test_two_sources_that_divide_a_sentence_each_have_their_part(
    tell: Tell, text: str, claims: set[tuple[str, str, str]]
) -> None:
    assert claims <= said(tell(text), Field.KILLED)


def test_a_headline_goes_on_with_its_subject_as_speaker(tell: Tell) -> None:
    read = tell("Oman schiet drone neer, claimt dat vier matrozen zijn gedood.")
    assert said(read, Field.KILLED) == {("4", "Oman", "assert")}


def test_a_thing_denies_nothing(tell: Tell) -> None:
    read = tell(
        "Oman zegt dat het schip zonk na een aanval op de haven, en ontkent dat vier matrozen zijn gedood."
    )
    assert said(read, Field.KILLED) == {("4", "Oman", "deny")}
