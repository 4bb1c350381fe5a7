"""Counts that stand in one list share what is said of it."""

from __future__ import annotations

from wederhoor.extract.quantities.fields import Decision
from wederhoor.extract.quantities.lexicon import lexicon
from wederhoor.extract.quantities.predicates import is_listed, is_person
from wederhoor.extract.quantities.situation import Count, Situation
from wederhoor.model import Field

_ONE_WORD = frozenset({"predicate", "price", "at-targets"})


def share(situation: Situation, decisions: list[Decision | None]) -> list[Decision | None]:
    """Give an undecided count of a list the field of its neighbour.

    Example:
        In "De politie arresteerde vier mannen en een kind" both counts are `detained`.
    """
    shared = list(decisions)
    counts = situation.counts
    steps = [(i - 1, i) for i in range(1, len(counts))]
    for giver, taker in [*steps, *((b, a) for a, b in reversed(steps))]:
        given = shared[giver]
        first, second = sorted((giver, taker))
        if shared[taker] is not None or given is None or not _may_take(counts[taker], given):
            continue
        if is_listed(situation, counts[first], counts[second]):
            shared[taker] = given
    return _broken_down(situation, shared)


def opened(situation: Situation, decisions: list[Decision | None]) -> frozenset[int]:
    """Return which counts, by first token, are open because a bound before the list holds for them too.

    Example:
        In "zeker twee kerken en een hotel zijn getroffen" the hotel is one or more.
    """
    found: set[int] = set()
    steps = zip(situation.counts, situation.counts[1:], decisions, decisions[1:], strict=False)
    for first, second, given, taken in steps:
        bound = first.number.rule == "count.bound.at-least" or first.first in found
        plain = second.number.plain or second.number.article
        if given is None or given != taken or not (bound and plain):
            continue
        one_word = lexicon().entries[given.rule].data["kind"] in _ONE_WORD
        if one_word and is_listed(situation, first, second):
            found.add(second.first)
    return frozenset(found)


def _may_take(count: Count, given: Decision) -> bool:
    kind = lexicon().entries[given.rule].data["kind"]
    if kind in {"predicate", "price", "part"}:
        return ("targets" if given.field is Field.ATTACKS else "persons") in count.classes
    return kind == "at-targets" and "targets" in count.classes


def _broken_down(situation: Situation, decisions: list[Decision | None]) -> list[Decision | None]:
    """Read "zes mensen gedood, vier burgers en twee agenten": parts that add up to the whole."""
    for i, (count, decision) in enumerate(zip(situation.counts, decisions, strict=True)):
        if decision is None or not is_person(count):
            continue
        end = i + 1
        while end < len(decisions) and decisions[end] is None and is_person(situation.counts[end]):
            end += 1
        total = 0
        for last in range(i + 1, end):
            total += situation.counts[last].number.low
            if last > i + 1 and total == count.number.low:
                decisions[i + 1 : last + 1] = [decision] * (last - i)
                break
    return decisions
