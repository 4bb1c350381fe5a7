"""Clauses by word order: which tokens of a sentence belong together without asking the tree."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from wederhoor.extract.quantities.evidence import Evidence
from wederhoor.extract.quantities.lexicon import lexicon, noun_of
from wederhoor.model import Analysis, Sentence

_MARKS = frozenset({",", ";", ":", "–", "—", "•", "|"})
_LISTING = frozenset({"en", "ook", "alsmede", "evenals"})


@dataclass(slots=True)
class _Splitter:
    """The state of one walk through a sentence."""

    analysis: Analysis
    sentence: Sentence
    numbers: frozenset[int]
    ends: frozenset[int]
    parts: list[int] = field(default_factory=list)
    here: int = 0
    made: int = 0
    evidence: bool = False
    resume: int | None = None
    outer: list[int] = field(default_factory=list)

    def new(self) -> None:
        self.made += 1
        self.here = self.made
        self.evidence = False


def clauses_of(
    analysis: Analysis,
    sentence: Sentence,
    numbers: Iterable[int],
    evidence: Sequence[Evidence],
) -> tuple[int, ...]:
    """Return for each token of a sentence the number of its clause.

    A list ("vier burgers, twee agenten en een kind") stays together, a bracket or an insertion ("26 mensen,
    onder wie tien agenten, raakten gewond") does not break the clause around it, and "en" begins a new
    clause once the clause before it has its verb.
    """
    ends = frozenset(found.stop - 1 for found in evidence)
    walk = _Splitter(analysis, sentence, frozenset(numbers), ends)
    for i in range(sentence.first, sentence.stop):
        _step(walk, i)
        walk.parts.append(walk.here)
        if i in ends:
            walk.evidence = True
    return tuple(walk.parts)


def _step(walk: _Splitter, i: int) -> None:
    word = walk.analysis.tokens[i].lower
    if word == "(":
        walk.outer.append(walk.here)
        walk.new()
    elif word == ")" and walk.outer:
        walk.here = walk.outer.pop()
    elif word in _MARKS:
        _mark(walk, i, word)
    elif word == "en" and walk.evidence:
        walk.new()
    elif word in lexicon().words_of("breaks") and i > walk.sentence.first:
        _subordinator(walk, i, word)


def _mark(walk: _Splitter, i: int, word: str) -> None:
    tokens = walk.analysis.tokens
    after = i + 1
    if word == "," and walk.resume is not None and after not in walk.numbers:
        walk.here, walk.resume = walk.resume, None
        return
    if word == "," and after < walk.sentence.stop:
        if tokens[after].lower in _LISTING:
            after += 1
        if after in walk.numbers and not walk.evidence:
            return
        if tokens[i + 1].lower in lexicon().words_of("insertions"):
            walk.resume = walk.here
    walk.new()


def _subordinator(walk: _Splitter, i: int, word: str) -> None:
    tokens = walk.analysis.tokens
    if tokens[i - 1].text in _MARKS | {"("}:
        return
    if word == "of" and i + 1 < walk.sentence.stop and noun_of(tokens[i + 1].lower).field:
        return
    if word in {"wie", "dat", "die"} and tokens[i - 1].lower in {"onder", "van", "met", "en", "in"}:
        return
    walk.new()
