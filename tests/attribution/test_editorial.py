"""What a report itself says of how well its words stand: unconfirmed, or withdrawn."""

from __future__ import annotations

import pytest
from tests.extract.events.examples import Example, cases
from tests.told import Tell

from wederhoor.model import EditorialStatus, Field

UNCONFIRMED, WITHDRAWN = EditorialStatus.UNCONFIRMED, EditorialStatus.WITHDRAWN
NONE = EditorialStatus.NONE


def killed(tell: Tell, text: str) -> dict[str, EditorialStatus]:
    """Return the status of every claimed number of dead, by who claims it."""
    return {
        claim.sources[0].name if claim.sources else "": claim.status
        for claim in tell(text).claims
        if claim.field is Field.KILLED
    }


@pytest.mark.parametrize("example", cases("editorial"))
def test_an_editorial_rule_marks_what_it_is_about(example: Example, tell: Tell) -> None:
    status = example.keys.get("status")
    found = {claim.status.value for claim in tell(example.text).claims if claim.status}
    assert found if example.fires else not found
    assert status is None or not found or found == {status}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Volgens Oman vielen bij de aanval vier doden, maar dat is niet bevestigd.", UNCONFIRMED),
        (
            "Volgens Oman vielen bij de aanval vier doden. Die bewering kon niet worden geverifieerd.",
            UNCONFIRMED,
        ),
        (
            "Oman zei eerst dat bij de aanval vier doden vielen, maar kwam daar later op terug.",
            WITHDRAWN,
        ),
        ("Oman zei dat bij de aanval vier doden vielen. Dat klopt niet, zegt Jemen.", NONE),
        (
            "Oman zei dat bij de aanval vier doden vielen. Berichten over Qatar zijn niet bevestigd.",
            NONE,
        ),
        ("Oman bevestigt dat bij de aanval vier doden vielen.", NONE),
        (
            "Oman zei dat bij de aanval vier doden vielen. Niet alleen Jemen bevestigde dat.",
            NONE,
        ),
    ],
)
def test_a_status_is_about_what_was_just_told(
    tell: Tell, text: str, status: EditorialStatus
) -> None:
    assert killed(tell, text)["Oman"] is status


def test_each_claim_has_the_status_of_its_own_sentence(tell: Tell) -> None:
    found = killed(
        tell,
        "Oman meldt dat bij de aanval op de haven vier mensen zijn gedood.\n\n"
        "Jemen beweert dat bij de aanval negen mensen zijn gedood. Die lezing kon niet "
        "onafhankelijk worden geverifieerd.",
    )
    assert found == {"Oman": NONE, "Jemen": UNCONFIRMED}


def test_the_words_of_a_status_go_with_the_claim(tell: Tell) -> None:
    text = "Volgens Oman vielen bij de aanval vier doden. Dat is niet bevestigd."
    claim = next(c for c in tell(text).claims if c.field is Field.KILLED)
    assert claim.status_span is not None
    assert claim.status_span.of(text) == "bevestigd"


def test_a_claim_has_its_cue_and_what_it_reaches_over(tell: Tell) -> None:
    text = "Oman meldt dat bij de aanval op de haven vier matrozen zijn gedood."
    claim = next(c for c in tell(text).claims if c.field is Field.KILLED)
    assert claim.cue is not None
    assert claim.cue.of(text) == "meldt"
    assert [span.of(text) for span in claim.scope] == [
        "bij de aanval op de haven vier matrozen zijn gedood"
    ]


def test_a_word_of_doubt_is_the_cue_of_what_nobody_is_said_to_say(tell: Tell) -> None:
    text = "Bij de aanval op de haven zijn mogelijk vier matrozen gedood."
    claim = next(c for c in tell(text).claims if c.field is Field.KILLED)
    assert claim.cue is not None
    assert claim.cue.of(text) == "mogelijk"
