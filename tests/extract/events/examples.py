"""The examples of the rule files, one test case each; those known to fail are marked so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from wederhoor.resources.loader import read_yaml

_KNOWN = Path(__file__).with_name("known_failures.yaml")
ARMED = "Nieuws over het leger"
"""A headline that makes plain that a report is about violence: some rules count in no other report, and
an example is one sentence of a report."""

FILES = ("events", "damage", "modes", "realis", "responsibility", "sayings", "attribution")
"""The rule files whose examples are tested here."""


@dataclass(frozen=True, slots=True)
class Example:
    """A text that a rule must read, or (`fires` false) must leave alone.

    Attributes:
        rule: id of the rule.
        keys: the keys of its entry.
        text: the text.
        fires: whether the rule must read it.
    """

    rule: str
    keys: Mapping[str, Any]
    text: str
    fires: bool

    @property
    def title(self) -> str:
        """The headline above the example: for what must be read, that of a report about violence."""
        return ARMED if self.fires else ""

    def check(self, wanted: str, found: set[str]) -> None:
        """Assert that what the rule gives is found in the text, or is not."""
        if self.fires:
            assert wanted in found
        else:
            assert wanted not in found


def cases(file: str) -> list[Any]:
    """Return the test cases of a rule file, such as "events"."""
    return [
        pytest.param(found, id=f"{found.rule}: {found.text}", marks=_marks(found))
        for found in examples(file)
    ]


def examples(file: str) -> Iterator[Example]:
    """Yield the examples and counter-examples of a rule file."""
    for entry in read_yaml(f"nl/{file}.yaml"):
        shown = entry.get("examples") or ()
        yield from (Example(entry["id"], entry, text, fires=True) for text in shown)
        for text in entry.get("not") or ():
            yield Example(entry["id"], entry, text, fires=False)


def _marks(found: Example) -> list[pytest.MarkDecorator]:
    why = known_failures().get((found.rule, found.text))
    return [pytest.mark.xfail(reason=why, strict=True)] if why else []


@cache
def known_failures() -> Mapping[tuple[str, str], str]:
    """Return why each known failure fails, by rule and text."""
    listed = yaml.safe_load(_KNOWN.read_text(encoding="utf-8")) or []
    return {(item["rule"], item["text"]): item["why"] for item in listed}
