"""Every example and counter-example of the rule files."""

from __future__ import annotations

from typing import Any

import pytest
from tests.factories import simple_analysis

from wederhoor.extract.quantities import read_quantities
from wederhoor.extract.quantities.lexicon import (
    COUNTED_FILE,
    COUNTED_KEYS,
    NUMBER_KEYS,
    NUMBERS_FILE,
    lexicon,
)
from wederhoor.model import Field, QuantityMention
from wederhoor.resources.loader import Entry, load_entries

NUMBERS = load_entries(NUMBERS_FILE, frozenset({"means", "words"}), NUMBER_KEYS)
COUNTED = load_entries(COUNTED_FILE, frozenset({"kind"}), COUNTED_KEYS)
EXAMPLES = [(entry.id, case) for entry in (*NUMBERS, *COUNTED) for case in entry.examples]
COUNTER = [
    (entry, text, entry in NUMBERS)
    for entry in (*NUMBERS, *COUNTED)
    for text in entry.counterexamples
]


def fits(mention: QuantityMention, case: dict[str, Any]) -> bool:
    field = Field(case["field"]) if case["field"] else None
    if mention.field is not field:
        return False
    quantity = mention.quantity
    if quantity is None or case.get("unknown"):
        return quantity is None and bool(case.get("unknown"))
    told = (case["low"], case["high"], case.get("approximate", False), case["of"])
    same = (quantity.low, quantity.high, quantity.approximate, quantity.of) == told
    return same and mention.part == case.get("part", mention.part)


@pytest.mark.parametrize(("rule", "case"), EXAMPLES, ids=[f"{r}: {c['text']}" for r, c in EXAMPLES])
def test_an_example_gives_the_count_it_names(rule: str, case: dict[str, Any]) -> None:
    found = read_quantities(simple_analysis(case["text"]))
    assert any(fits(mention, case) for mention in found), (rule, found)


@pytest.mark.parametrize(("entry", "text", "none"), COUNTER, ids=[c[1] for c in COUNTER])
def test_a_counterexample_does_not(entry: Entry, text: str, none: bool) -> None:  # noqa: FBT001
    found = read_quantities(simple_analysis(text))
    assert not [mention for mention in found if none or mention.rule == entry.id]


def test_every_deciding_rule_has_an_example() -> None:
    lists = {"noun-class", "words", "subset", "ellipsis"}
    lacking = [e.id for e in COUNTED if e.data["kind"] not in lists and not e.examples]
    assert not lacking


def test_a_class_that_a_rule_asks_for_exists() -> None:
    classes = {e.id.removeprefix("class.") for e in COUNTED if e.data["kind"] == "noun-class"}
    asked = {e.data["of"] for e in lexicon().entries.values() if "of" in e.data}
    assert asked <= classes
