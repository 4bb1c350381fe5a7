"""Compares the attributions that were read with those that a reader annotated.

An attribution is found when cue and source overlap with the annotated ones and the contents share at
least half of their letters (Dice); it is exact when all three are the same, but for articles, marks and
an opening "dat" or "of". Cases that may be read both ways (`opt`) count neither way.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from evaluation.attribution.handmade import Read, Row
from wederhoor.attribution import Attribution
from wederhoor.model import Span

_HALF = 0.5
_ARTICLE = re.compile(r"\W*(?:(?:de|het|een|'t)\b\W*)?", re.IGNORECASE)
_THAT = re.compile(r"\W*(?:(?:dat|of)\b\W*)?", re.IGNORECASE)
_MARKS = frozenset("\"'„“”‘’«,")


@dataclass(slots=True)
class Tally:
    """Attributions that were read, that there are, and that are right, by kind."""

    found: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    exact: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def f(self, kind: str = "", *, exact: bool = False) -> float:
        """Return the F1 of one kind, or of all of them."""
        right, found, gold = self.counts(kind, exact=exact)
        return 2 * right / (found + gold) if found + gold else 0.0

    def counts(self, kind: str = "", *, exact: bool = False) -> tuple[int, int, int]:
        """Return how many are right, were read and are there."""
        tables = (self.exact if exact else self.right, self.found, self.gold)
        right, found, gold = (t[kind] if kind else t.total() for t in tables)
        return right, found, gold


def score(passages: Iterable[tuple[Row, Read]]) -> Tally:
    """Score every annotated passage."""
    tally = Tally()
    for row, read in passages:
        _score_passage(row, read, tally)
    return tally


def _score_passage(row: Row, read: Read, tally: Tally) -> None:
    wanted = [gold for gold in row["attributions"] if gold["kind"] != "opt"]
    either = [gold for gold in row["attributions"] if gold["kind"] == "opt"]
    said = [one for one in read.attributions if _inside(one, row)]
    pairs = sorted(
        (-_likeness(gold, one, read.text, row), g, s)
        for g, gold in enumerate(wanted)
        for s, one in enumerate(said)
        if _matches(gold, one, read.text, row)
    )
    of_gold: dict[int, int] = {}
    for _, g, s in pairs:
        if g not in of_gold and s not in of_gold.values():
            of_gold[g] = s
    for g, gold in enumerate(wanted):
        _count(gold, said[of_gold[g]] if g in of_gold else None, read.text, row, tally)
    for s, one in enumerate(said):
        if s not in of_gold.values() and not any(_same_place(gold, one, row) for gold in either):
            tally.found[_kind(one, read.text)] += 1
            tally.errors.append(f"extra {_kind(one, read.text)} {_shown(one)} in {row['report']}")


def _count(gold: Row, one: Attribution | None, text: str, row: Row, tally: Tally) -> None:
    kind = gold["kind"]
    tally.gold[kind] += 1
    if one is None:
        tally.errors.append(f"missed {kind} {gold['cue'] or gold['content']} in {row['report']}")
        return
    tally.found[kind] += 1
    tally.right[kind] += 1
    tally.exact[kind] += _is_exact(gold, one, text, row)


def _inside(one: Attribution, row: Row) -> bool:
    at = one.cue.start if one.cue else one.content[0].start
    return bool(row["start"] <= at < row["end"])


def _matches(gold: Row, one: Attribution, text: str, row: Row) -> bool:
    cue = gold["cue"]
    same_cue = cue is None or (one.cue is not None and _meet(cue, one.cue))
    options = [gold["source"], *gold.get("also", [])]
    same_source = any(_same_source(option, one.source_span) for option in options)
    return same_cue and same_source and _likeness(gold, one, text, row) >= _HALF


def _same_source(gold: Sequence[int] | None, said: Span | None) -> bool:
    return said is None if gold is None else said is not None and _meet(gold, said)


def _same_place(gold: Row, one: Attribution, row: Row) -> bool:
    """Tell whether an attribution is one that may be read both ways."""
    if gold["cue"]:
        return one.cue is not None and _meet(gold["cue"], one.cue)
    inside = [span for span in one.content if span.start < row["end"]]
    return any(_meet(piece, span) for piece in gold["content"] for span in inside)


def _meet(first: Sequence[int], second: Span) -> bool:
    return first[0] < second.end and second.start < first[1]


def _likeness(gold: Row, one: Attribution, text: str, row: Row) -> float:
    """Return the share of letters that both contents have (Dice), within the passage."""
    wanted = _letters(text, gold["content"], row)
    said = _letters(text, [(span.start, span.end) for span in one.content], row)
    both = len(wanted) + len(said)
    return 2 * len(wanted & said) / both if both else 0.0


def _letters(text: str, pieces: Iterable[Sequence[int]], row: Row) -> set[int]:
    low, high = row["start"], row["end"]
    return {
        i
        for start, end in pieces
        for i in range(max(start, low), min(end, high))
        if text[i].isalnum()
    }


def _is_exact(gold: Row, one: Attribution, text: str, row: Row) -> bool:
    if gold["cue"] and (one.cue is None or list(gold["cue"]) != [one.cue.start, one.cue.end]):
        return False
    if gold["source"]:
        options = [gold["source"], *gold.get("also", [])]
        said = one.source_span
        mine = _bare(text, [(said.start, said.end)], _ARTICLE) if said else set()
        if all(mine != _bare(text, [option], _ARTICLE) for option in options):
            return False
    said_here = [(max(span.start, row["start"]), min(span.end, row["end"])) for span in one.content]
    inside = [piece for piece in said_here if piece[0] < piece[1]]
    return _bare(text, gold["content"], _THAT) == _bare(text, inside, _THAT)


def _bare(text: str, pieces: Sequence[Sequence[int]], opening: re.Pattern[str]) -> set[int]:
    """Return the letters of some stretches without what opens the first."""
    if not pieces:
        return set()
    (start, end), *rest = pieces
    opened = opening.match(text, start, end)
    first = opened.end() if opened else start
    everywhere = {"start": 0, "end": len(text)}
    return _letters(text, [(first, end), *rest], everywhere)


def _kind(one: Attribution, text: str) -> str:
    """Return the kind of an attribution that nobody annotated, by its rule and its marks."""
    if one.source is None:
        return "unnamed" if one.rule != "by.headline-quote" else "headline"
    by = {"by.headline": "headline", "hedge.continued": "zou", "by.carrier": "chain"}
    if one.rule in by or one.rule.startswith("by."):
        return by.get(one.rule, "phrase")
    before = text[: one.content[0].start].rstrip()[-1:]
    return "direct" if before in _MARKS or one.rule == "quote.continued" else "indirect"


def _shown(one: Attribution) -> str:
    cue = f"{one.cue.start}-{one.cue.end}" if one.cue else "quote"
    return f"{one.rule} {cue} -> {one.content[0].start}-{one.content[-1].end}"
