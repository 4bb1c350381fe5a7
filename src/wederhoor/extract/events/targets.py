"""Whom an attack struck or was meant for, where other words than those of the attack say so.

What comes in: the `Analysis` and the `Parties` of a report; rules in `resources/nl/targets.yaml`. What goes
out: `TargetMention`s, which `facts` gives to the event that they are told of.

Example:
    "Onder de doden zijn een priester en zijn zus" gives the priest and the sister; "De aanval was gericht
    op een konvooi" gives the convoy.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from wederhoor.extract.events import tree
from wederhoor.extract.events.parties import Parties
from wederhoor.model import Actor, Analysis, Span, Token
from wederhoor.resources.loader import load_entries

_LINKING = frozenset({"zijn", "bevinden", "vallen", "zitten", "behoren"})


@dataclass(frozen=True, slots=True)
class TargetMention:
    """A party that was struck or aimed at: its words, and the token that heads what says so."""

    actor: Actor
    span: Span
    head: int
    rule: str


@dataclass(frozen=True, slots=True)
class _Rule:
    id: str
    how: str
    words: frozenset[str]
    prepositions: tuple[str, ...]
    near: frozenset[str]


@cache
def _rules() -> tuple[_Rule, ...]:
    keys = frozenset({"with", "near"})
    return tuple(
        _Rule(
            entry.id,
            entry.data["how"],
            frozenset(entry.data["words"]),
            tuple(entry.data.get("with", ())),
            frozenset(entry.data.get("near", ())),
        )
        for entry in load_entries("nl/targets.yaml", frozenset({"how", "words"}), keys)
    )


def read_targets(analysis: Analysis, parties: Parties) -> Iterator[TargetMention]:
    """Yield every party that a report says was struck or aimed at, in text order."""
    for token in analysis.tokens:
        for rule in _rules():
            if token.lemma not in rule.words or not _is_near(analysis, token, rule):
                continue
            for head in _READERS[rule.how](analysis, token, rule):
                yield from _mentions(analysis, parties, head, token.i, rule)


def _mentions(
    analysis: Analysis, parties: Parties, head: int, said: int, rule: _Rule
) -> Iterator[TargetMention]:
    for i in tree.conjuncts(analysis, head):
        party = parties.at(i, acting=False)
        counted = any(analysis.tokens[c].dep == "nummod" for c in analysis.children(i))
        if party and not counted:  # "drie kinderen" are a count
            yield TargetMention(
                party[0], analysis.span(said, said + 1).cover(party[1]), said, rule.id
            )


def _is_near(analysis: Analysis, token: Token, rule: _Rule) -> bool:
    if not rule.near:
        return True
    sentence = analysis.sentence(token.i)
    around = analysis.tokens[sentence.first : sentence.stop]
    return any(found.lemma in rule.near or found.lower in rule.near for found in around)


def _among(analysis: Analysis, token: Token, rule: _Rule) -> Iterator[int]:
    """Yield the subject of "onder de doden zijn ...", wherever the tree hangs the words."""
    if tree.case_of(analysis, token.i) != "onder" or not rule.words:
        return
    for top in (token.i, token.head):
        linked = analysis.tokens[top].lemma in _LINKING or any(
            analysis.tokens[c].lemma in _LINKING for c in analysis.children(top)
        )
        if not linked or tree.negated(analysis, top):
            continue
        own = [c for c in analysis.children(top) if analysis.tokens[c].dep in {"nsubj", "obj"}]
        if own or top != token.i:
            yield from own or ([top] if analysis.tokens[top].upos in {"NOUN", "PROPN"} else [])
            return


def _aimed(analysis: Analysis, token: Token, rule: _Rule) -> Iterator[int]:
    if tree.negated(analysis, token.i):
        return
    for preposition in rule.prepositions:
        yield from tree.phrases(analysis, token.i, preposition)


def _is(analysis: Analysis, token: Token, _: _Rule) -> Iterator[int]:
    """Yield what is said to be the target: "het doelwit was een kazerne", "een kazerne was doelwit"."""
    below = {analysis.tokens[c].dep: c for c in analysis.children(token.i)}
    above = analysis.tokens[token.head]
    if tree.negated(analysis, token.i) or tree.negated(analysis, above.i):
        return
    if "cop" in below and "nsubj" in below:
        yield below["nsubj"]
    elif token.dep == "nsubj" and any(
        analysis.tokens[c].dep == "cop" for c in analysis.children(above.i)
    ):
        yield above.i


_READERS = {"among": _among, "verb": _aimed, "is": _is}
