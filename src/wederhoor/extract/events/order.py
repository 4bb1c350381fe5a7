"""In which order events came: "daarna", "waarop", "na de aanslag".

What comes in: the events of a report. What goes out: links from one event to an earlier one, with the
days that can lie between. The words are in `resources/nl/order.yaml`.

Example:
    In "Rebellen vielen Homs aan. Daarna bombardeerde het leger een kamp." the bombing is of the day of the
    attack or later.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from wederhoor.extract.events import tree
from wederhoor.extract.events.groups import Group
from wederhoor.extract.events.lexicon import word_test
from wederhoor.extract.events.occurrences import Occurrence
from wederhoor.model import Analysis, Anchor, Span
from wederhoor.resources.loader import load_entries

_AFTER_NOUN, _MEANWHILE = "order.after-event", "order.meanwhile"
_PARTS = frozenset({"obj", "nsubj", "nsubj:pass"})
_KNOWN = frozenset({"de", "het", "die", "dat", "deze", "dit"})
_AT_THE_SAME_TIME = frozenset({"toen", "terwijl", "waarbij"})
_ANSWERS = frozenset({"reactie", "antwoord", "vergelding", "wraak", "represaille"})
_PHRASE = 6  # tokens within which "twee dagen na" names its event
_LOOK_BACK = 2  # sentences between an event and the words that take it up


Told = tuple[int, int, Occurrence]
"""A trigger in the order of the text: its token, the number of its event, the occurrence."""


@dataclass(frozen=True, slots=True)
class Link:
    """An event is `low` to `high` days after another of the report; None is open."""

    later: int
    earlier: int
    low: int | None
    high: int | None
    rule: str
    span: Span

    @property
    def loose(self) -> bool:
        """Whether it says so little that only one single day is worth concluding from it."""
        return self.rule == _AFTER_NOUN


@cache
def order_words() -> tuple[tuple[tuple[str, ...], str, int | None, int | None], ...]:
    """Return the words of order, the longest first, with their rule and days."""
    entries = load_entries("nl/order.yaml", frozenset({"words", "days", "examples"}))
    found = [
        (tuple(words.split()), entry.id, *entry.data["days"])
        for entry in entries
        for words in entry.data["words"]
    ]
    return tuple(sorted(found, key=lambda one: (-len(one[0]), one[0])))


def find_links(analysis: Analysis, groups: Sequence[Group]) -> Iterator[Link]:
    """Yield how the events of a report follow one another, as far as words say."""
    told = sorted(
        (
            (item.candidate.token, number, item)
            for number, group in enumerate(groups)
            for item in group.occurrences
        ),
        key=lambda one: one[0],
    )
    for place, (token, number, item) in enumerate(told):
        before = [one for one in told[:place] if one[1] != number]
        yield from _counted(analysis, groups, told, before, number, item)
        if not item.candidate.noun:
            yield from _after_noun(analysis, told, number, item)
        if groups[number].when or (item.candidate.noun and not _is_new(analysis, token)):
            continue
        if not item.candidate.noun:
            yield from _meanwhile(analysis, told, number, item)
        near = before and _apart(analysis, before[-1][0], token) <= _LOOK_BACK
        if near and (word := order_word(analysis, token)):
            span, rule, low, high = word
            yield Link(number, before[-1][1], low, high, rule, span)


def _counted(
    analysis: Analysis,
    groups: Sequence[Group],
    told: Sequence[Told],
    before: Sequence[Told],
    number: int,
    item: Occurrence,
) -> Iterator[Link]:
    """Link "twee dagen later" to the dated event before, "twee dagen na de aanval" to that attack."""
    time = item.when
    if time is None or time.anchor is not Anchor.EVENT or time.offset is None:
        return
    words = analysis.span(time.first, time.stop)
    if tree.counts_from_next(analysis, time):
        named = (
            one
            for one in told
            if time.stop <= one[0] < time.stop + _PHRASE and one[2].candidate.noun
        )
        other = next(named, None)
        if other and other[1] != number:
            yield Link(number, other[1], *time.offset, time.rule, words)
        return
    dated = [one for one in before if groups[one[1]].when]
    if dated and _apart(analysis, dated[-1][0], item.candidate.token) <= _LOOK_BACK:
        yield Link(number, dated[-1][1], *time.offset, time.rule, words)


def _is_new(analysis: Analysis, noun: int) -> bool:
    """Tell whether a noun brings in an event: "voerde daarop aanvallen uit", "reageerde meteen met aanvallen"."""
    if any(analysis.tokens[c].lower in _KNOWN for c in analysis.children(noun)):
        return False
    token = analysis.tokens[noun]
    answers = word_test("answering")(analysis.tokens[token.head].lemma)
    return token.dep in _PARTS or (answers and tree.case_of(analysis, noun) == "met")


def _apart(analysis: Analysis, first: int, second: int) -> int:
    return analysis.tokens[second].sent - analysis.tokens[first].sent


def order_word(analysis: Analysis, verb: int) -> tuple[Span, str, int | None, int | None] | None:
    """Return the words of order in the verb's own clause: next to it, or opening the sentence."""
    clause = tree.clause_head(analysis, verb)
    sentence = analysis.sentence(verb)
    for words, rule, low, high in order_words():
        for i in range(sentence.first, sentence.stop - len(words) + 1):
            if tuple(t.lower for t in analysis.tokens[i : i + len(words)]) != words:
                continue
            last = i + len(words) - 1
            if clause in {tree.clause_head(analysis, i), tree.clause_head(analysis, last)}:
                return analysis.span(i, last + 1), rule, low, high
    return None


def _after_noun(
    analysis: Analysis, told: Sequence[Told], number: int, item: Occurrence
) -> Iterator[Link]:
    """Link "Na de explosie drongen mannen binnen" and "in reactie op de aanval" to the noun's event."""
    clause = tree.clause_head(analysis, item.candidate.token)
    for token, other, noun in told:
        if other == number or not noun.candidate.noun:
            continue
        if _follows(analysis, token, clause) or _answers(analysis, token, clause):
            span = analysis.span(noun.candidate.first, noun.candidate.stop)
            yield Link(number, other, 0, None, _AFTER_NOUN, span)


def _follows(analysis: Analysis, noun: int, clause: int) -> bool:
    """Tell whether a clause is told as "na de explosie"."""
    after = tree.case_of(analysis, noun) in {"na", "sinds"}
    return after and analysis.tokens[noun].head == clause


def _answers(analysis: Analysis, noun: int, clause: int) -> bool:
    """Tell whether a clause is told as "in reactie op de aanval"."""
    answer = analysis.tokens[analysis.tokens[noun].head]
    return answer.lemma in _ANSWERS and answer.dep == "obl" and answer.head == clause


def _meanwhile(
    analysis: Analysis, told: Sequence[Told], number: int, item: Occurrence
) -> Iterator[Link]:
    """Link what happened "toen" or "terwijl" something else did to that: they are of one day."""
    verbs = {token: other for token, other, told_of in told if not told_of.candidate.noun}
    opened: Span | None = None
    for i in (item.candidate.token, *analysis.ancestors(item.candidate.token)):
        other = verbs.get(i)
        if opened and other is not None and other != number:
            yield Link(number, other, 0, 0, _MEANWHILE, opened)
            return
        marks = [c for c in analysis.children(i) if analysis.tokens[c].lower in _AT_THE_SAME_TIME]
        if marks and analysis.tokens[i].dep != "root":
            opened = analysis.span(marks[0], marks[0] + 1)
