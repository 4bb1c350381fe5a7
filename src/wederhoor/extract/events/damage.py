"""How much was damaged, by the words around "schade" and the verbs of destruction.

Example:
    "Er is beperkte materiële schade" gives `Damage.LIMITED` by the rule `damage.limited`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from wederhoor.extract.events import tree
from wederhoor.extract.events.lexicon import WordTest
from wederhoor.model import Analysis, Damage
from wederhoor.resources.loader import load_entries

_NEAR = 6  # tokens between "schade" and the word that measures it, outside its own phrase


@dataclass(frozen=True, slots=True)
class DamageMention:
    """Words for an amount of damage: tokens `first` up to `stop`, headed by `head`."""

    first: int
    stop: int
    head: int
    value: Damage
    rule: str


@dataclass(frozen=True, slots=True)
class _Rule:
    id: str
    value: Damage
    heads: WordTest
    beside: frozenset[str]


@cache
def _rules() -> tuple[_Rule, ...]:
    entries = load_entries("nl/damage.yaml", frozenset({"value", "heads", "with"}))
    return tuple(
        _Rule(
            entry.id,
            Damage(entry.data["value"]),
            WordTest(entry.data["heads"]),
            frozenset(entry.data["with"]),
        )
        for entry in entries
    )


def read_damage(analysis: Analysis) -> Iterator[DamageMention]:
    """Yield what a report says of damage, in text order."""
    for token in analysis.tokens:
        if token.upos not in {"NOUN", "VERB"} or token.lower.endswith("ende"):
            continue
        for rule in _rules():
            if not rule.heads(token.lemma):
                continue
            at = _measure(analysis, token.i, rule)
            if at is None:
                continue
            first, last = min(at, token.i), max(at, token.i)
            asked = first > 0 and analysis.tokens[first - 1].lower == "hoe"
            value = Damage.UNKNOWN if asked else rule.value  # "hoe groot de schade is"
            yield DamageMention(first, last + 1, token.i, value, rule.id)
            break


def _measure(analysis: Analysis, head: int, rule: _Rule) -> int | None:
    if not rule.beside:
        return None if tree.negated(analysis, head) else head
    for child in analysis.children(head):
        if analysis.tokens[child].lower in rule.beside:
            return child
    clause = tree.clause_head(analysis, head)
    for i in (clause, *analysis.children(clause)):
        if analysis.tokens[i].lower in rule.beside and abs(i - head) <= _NEAR:
            return i
    return None
