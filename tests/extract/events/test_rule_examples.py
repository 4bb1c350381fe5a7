"""Every rule that reads events or their sources does what its own examples say."""

from __future__ import annotations

import pytest
from tests.extract.events.examples import FILES, Example, cases, examples, known_failures
from tests.told import Tell

from wederhoor.extract.events import find_candidates
from wederhoor.extract.events.damage import read_damage
from wederhoor.language import Pipeline


@pytest.mark.parametrize("example", cases("events"))
def test_an_event_rule_sees_its_triggers(example: Example, pipeline: Pipeline) -> None:
    analysis = pipeline.analyse(f"{example.title}\n\n{example.text}".lstrip())
    found = {candidate.rule.id for candidate in find_candidates(analysis)}
    example.check(example.rule, found)


@pytest.mark.parametrize("example", cases("damage"))
def test_a_damage_rule_measures_damage(example: Example, pipeline: Pipeline) -> None:
    example.check(example.rule, {m.rule for m in read_damage(pipeline.analyse(example.text))})


@pytest.mark.parametrize("example", cases("modes"))
def test_a_mode_rule_names_the_means(example: Example, tell: Tell) -> None:
    found = {
        mode
        for mention in tell(example.text, title=example.title).mentions
        for mode in mention.modes
    }
    example.check(example.keys["mode"], found)


@pytest.mark.parametrize("example", cases("realis"))
def test_a_realis_rule_tells_what_did_not_happen_yet(example: Example, tell: Tell) -> None:
    found = {mention.realis.value for mention in tell(example.text, title=example.title).mentions}
    example.check(example.keys["realis"], found)


@pytest.mark.parametrize("example", cases("responsibility"))
def test_a_responsibility_rule_says_who_did_it(example: Example, tell: Tell) -> None:
    example.check(
        example.rule, {claim.rule for claim in tell(example.text, title=example.title).claims}
    )


@pytest.mark.parametrize("example", [*cases("sayings"), *cases("attribution")])
def test_a_source_rule_says_who_speaks_and_how_sure(example: Example, tell: Tell) -> None:
    claims = tell(example.text, title=example.title).claims
    example.check(example.rule, {claim.source_rule for claim in claims})
    if example.fires:
        stances = {claim.stance.value for claim in claims if claim.source_rule == example.rule}
        assert example.keys["stance"] in stances


def test_known_failures_are_examples_of_the_rule_files() -> None:
    shown = {(found.rule, found.text) for file in FILES for found in examples(file)}
    assert set(known_failures()) <= shown
