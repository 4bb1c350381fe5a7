"""The rules of `resources/nl/responsibility.yaml`: verbs by which someone is said to have done it.

Example:
    "opeisen" is of the kind `claim`: whoever does it says to have done the deed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from wederhoor.resources.loader import load_entries


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to blame, claim, deny or leave open; its keys are told at the head of the file."""

    id: str
    kind: str
    beside: tuple[str, ...]
    blamed: str
    here: bool
    known: bool


@cache
def rules() -> Mapping[str, tuple[Rule, ...]]:
    """Return the rules by the lemma of their verb, in the order of the file."""
    entries = load_entries(
        "nl/responsibility.yaml",
        frozenset({"kind", "verbs"}),
        frozenset({"with", "blamed", "here", "known"}),
    )
    table: dict[str, list[Rule]] = {}
    for entry in entries:
        rule = Rule(
            entry.id,
            entry.data["kind"],
            tuple(entry.data.get("with", ())),
            entry.data.get("blamed", ""),
            bool(entry.data.get("here")),
            bool(entry.data.get("known")),
        )
        for verb in entry.data["verbs"]:
            table.setdefault(verb, []).append(rule)
    return {verb: tuple(found) for verb, found in table.items()}
