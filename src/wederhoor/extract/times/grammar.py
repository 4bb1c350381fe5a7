"""The grammar of time: tokens in, the longest expression at a token out.

The rules of `resources/nl/times.yaml` are patterns of words, `<classes>` of words and, on the higher of
three levels, whole expressions of the levels below (`<time>`). Each level is one trie, so that a token
costs one look-up unless an expression can start there.

Example:
    "sinds begin mei" is `sinds <time>` over `<portion> <time>` over `<month>`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from typing import Any, NamedTuple

from wederhoor.errors import ResourceError
from wederhoor.extract.times import bounds, feasts, figures, frames, lasting, near, points
from wederhoor.extract.times.meanings import Captures, Meaning, Operation
from wederhoor.extract.times.words import Word, classes, first_words, is_figure, words_at
from wederhoor.model import Token
from wederhoor.resources.loader import Entry, load_entries

LEVELS = (1, 2, 3)
_BEFORE_YEAR = frozenset({"sinds", "sedert"})  # "sinds 2012 verslaggever"
_COUNTABLE = frozenset({"NOUN", "SYM"})
OPERATIONS: Mapping[str, Operation] = {
    **near.OPERATIONS,
    **points.OPERATIONS,
    **frames.OPERATIONS,
    **bounds.OPERATIONS,
    **feasts.OPERATIONS,
    **lasting.OPERATIONS,
}


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the grammar.

    Attributes:
        id: its stable id.
        level: 1 for an expression of words only; 2 and 3 may hold expressions of lower levels.
        means: the operation that makes its meaning, with its parameters.
        alone: whether it is an expression by itself, or only inside a larger one ("mei").
        lead: how many of its tokens come before the expression itself ("in" of "in mei").
        guarded: whether a counted noun just after it shows that it is a count, not a year.
    """

    id: str
    level: int
    means: Mapping[str, Any]
    alone: bool
    lead: int
    guarded: bool


class Found(NamedTuple):
    """An expression in the text: tokens up to `stop`, the rule, and its meaning."""

    stop: int
    rule: Rule
    meaning: Meaning


@dataclass(slots=True)
class _Node:
    edges: dict[str, _Node] = field(default_factory=dict)
    rules: list[Rule] = field(default_factory=list)


@cache
def rules() -> tuple[Entry, ...]:
    """Return the entries of the grammar, with their examples."""
    return load_entries(
        "nl/times.yaml",
        frozenset({"pattern", "means"}),
        frozenset({"level", "alone", "lead", "guarded"}),
    )


@cache
def _tries() -> tuple[_Node, ...]:
    roots = tuple(_Node() for _ in LEVELS)
    for entry in rules():
        rule = _rule(entry)
        for pattern in entry.data["pattern"]:
            for words in spelled_out(str(pattern), entry):
                node = roots[rule.level - 1]
                for word in words:
                    node = node.edges.setdefault(word, _Node())
                node.rules.append(rule)
    return roots


@cache
def _openers() -> frozenset[str]:
    """Return every word that an expression can start with."""
    literals = {word for root in _tries() for word in root.edges if not word.startswith("<")}
    return first_words() | literals


def _rule(entry: Entry) -> Rule:
    data = entry.data
    if data["means"].get("op") not in OPERATIONS:
        raise ResourceError(f"{entry.where}: {entry.id} has no known op under means")
    return Rule(
        id=entry.id,
        level=data.get("level", 1),
        means=data["means"],
        alone=data.get("alone", True),
        lead=data.get("lead", 0),
        guarded=data.get("guarded", False),
    )


def spelled_out(pattern: str, entry: Entry) -> Iterator[tuple[str, ...]]:
    """Yield every form of a pattern, without its "?" (may be left out) and "|" (or)."""
    slots = []
    for slot in pattern.split():
        options = slot.rstrip("?") if len(slot) > 1 else slot
        choices = options.split("|")
        for choice in choices:
            name = choice[1:-1]
            if choice[:1] == "<" and name not in {"time", *figures.KINDS, *classes()}:
                raise ResourceError(f"{entry.where}: {entry.id} names an unknown class {choice}")
        slots.append([*choices, ""] if len(slot) > 1 and slot.endswith("?") else choices)
    for words in product(*slots):
        yield tuple(word for word in words if word)


class Matcher:
    """Finds expressions in the tokens of one report; remembers what it found at each token."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._seen: dict[tuple[int, int], tuple[Found, ...]] = {}
        self._words: dict[int, tuple[Word, ...]] = {}

    def longest_at(self, i: int) -> Found | None:
        """Return the longest expression that starts at token `i`, or None."""
        lower = self._tokens[i].lower
        if lower not in _openers() and not is_figure(lower):
            return None  # most tokens: one look-up
        return next(iter(self._at(i, LEVELS[-1])), None)

    def _words_at(self, i: int) -> tuple[Word, ...]:
        if i not in self._words:
            self._words[i] = words_at(self._tokens, i)
        return self._words[i]

    def _at(self, i: int, level: int) -> tuple[Found, ...]:
        """Return what starts at `i` on this level or a lower one, the longest first."""
        if level == 0:
            return ()
        if (i, level) not in self._seen:
            found = list(self._walk(i, i, _tries()[level - 1], level, ()))
            found = [one for one in found if not (one.rule.guarded and self._counts(i, one.stop))]
            found += self._at(i, level - 1)
            found.sort(key=lambda match: -match.stop)
            self._seen[(i, level)] = tuple(found)
        return self._seen[(i, level)]

    def _counts(self, first: int, stop: int) -> bool:
        """Tell whether a number read as a year or day counts what follows ("van 2000 militairen")."""
        if stop >= len(self._tokens) or (first and self._tokens[first - 1].lower in _BEFORE_YEAR):
            return False
        after = self._tokens[stop]
        return after.lower in classes()["counted"] or after.upos in _COUNTABLE

    def _walk(
        self, start: int, i: int, node: _Node, level: int, captured: Captures
    ) -> Iterator[Found]:
        for rule in node.rules:
            meaning = OPERATIONS[rule.means["op"]](captured, rule.means)
            if meaning is not None:
                yield Found(i, rule, meaning)
        outside = i >= len(self._tokens) or self._tokens[i].sent != self._tokens[start].sent
        if outside or not node.edges:
            return
        if literal := node.edges.get(self._tokens[i].lower):
            yield from self._walk(start, i + 1, literal, level, captured)
        for word in self._words_at(i):
            if beyond := node.edges.get(f"<{word.kind}>"):
                held = (*captured, (word.kind, word.value))
                yield from self._walk(start, i + word.length, beyond, level, held)
        if beyond := node.edges.get("<time>"):
            for inner in self._at(i, level - 1):
                held = (*captured, ("time", inner.meaning))
                yield from self._walk(start, inner.stop, beyond, level, held)
