"""Every rule of the grammar of time: its examples mean what they say, its counter-examples nothing."""

from __future__ import annotations

from typing import Any

import pytest
from tests.factories import published, simple_analysis

from wederhoor.extract.times import read_expressions, read_times
from wederhoor.extract.times.grammar import rules
from wederhoor.model import Anchor, Bearing, DaySet, TimeKind, TimeMention
from wederhoor.resources.loader import Entry

_EXAMPLES = [(entry.id, example) for entry in rules() for example in entry.examples]
_COUNTEREXAMPLES = [(entry.id, text) for entry in rules() for text in entry.counterexamples]


def _first(text: str, on: str) -> TimeMention:
    mentions = read_expressions(simple_analysis(text), published(on))
    assert mentions, f"no time found in {text!r}"
    return mentions[0]


@pytest.mark.parametrize(("rule", "example"), _EXAMPLES, ids=lambda value: str(value)[:60])
def test_an_example_of_a_rule_means_what_it_says(rule: str, example: dict[str, Any]) -> None:
    found = _first(example["text"], str(example["published"]))

    assert found.kind is TimeKind(example.get("kind", "DATE"))
    assert found.value == example.get("value", found.value), (rule, found.rule)
    if "offset" in example:
        assert found.anchor is Anchor.EVENT
        assert found.offset == tuple(example["offset"]), rule
        assert found.bearing is Bearing(example.get("bearing", "at"))
        assert found.days is None
    elif "edtf" in example:
        assert found.edtf() == example["edtf"], rule
    elif found.kind is TimeKind.DATE:
        assert found.tells_when
        assert found.edtf() == DaySet.from_edtf(str(example["when"])).edtf(), (rule, found.rule)


@pytest.mark.parametrize(("rule", "text"), _COUNTEREXAMPLES, ids=lambda value: str(value)[:60])
def test_a_counterexample_of_a_rule_holds_no_time(rule: str, text: str) -> None:
    found = read_times(simple_analysis(text), published("2024-07-26"))

    assert not found, (rule, [mention.rule for mention in found])


@pytest.mark.parametrize("entry", rules(), ids=lambda entry: entry.id)
def test_a_rule_shows_an_example_or_a_counterexample(entry: Entry) -> None:
    assert entry.examples or entry.counterexamples
