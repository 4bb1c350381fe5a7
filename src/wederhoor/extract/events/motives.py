"""Why something was done, as far as the words say: what it answers, what for, because of what.

What comes in: the `Group`s of a report; words in `resources/nl/responses.yaml` and `motives.yaml`. What goes
out: a `MotiveMention` for each, with the number of the event. The order of two events alone ("na de
aanslag") is no motive.

Example:
    "Als vergelding voor de ontvoering bestookte het leger de stad": the shelling has "de ontvoering".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from wederhoor.extract.events import tree
from wederhoor.extract.events.groups import Group
from wederhoor.extract.events.kinds import SPEECH
from wederhoor.extract.events.lexicon import word_sets, word_test
from wederhoor.extract.events.occurrences import Occurrence
from wederhoor.model import Analysis
from wederhoor.resources.loader import load_entries

_LONGEST = 24  # tokens; what is longer is a wrong tree
_WEAK = frozenset({"response.occasion"})  # "vanwege": of its own clause only
_THINGS = ("site", "person", "force")
_HANGS = frozenset({"advcl", "acl", "xcomp", "ccomp"})


@dataclass(frozen=True, slots=True)
class MotiveMention:
    """Why the event with this number was done: tokens `first` up to `stop`, the words of it from `told`."""

    number: int
    first: int
    told: int
    stop: int
    rule: str


@cache
def _phrases() -> tuple[tuple[str, tuple[str, ...]], ...]:
    entries = load_entries("nl/responses.yaml", frozenset({"words"}))
    return tuple(
        (entry.id, tuple(words.split())) for entry in entries for words in entry.data["words"]
    )


@cache
def _clauses() -> tuple[tuple[str, frozenset[str], bool], ...]:
    entries = load_entries("nl/motives.yaml", frozenset({"marks", "te"}))
    return tuple((e.id, frozenset(e.data["marks"]), bool(e.data["te"])) for e in entries)


def read_motives(analysis: Analysis, groups: Sequence[Group]) -> Iterator[MotiveMention]:
    """Yield every motive that the words give to an event of the report."""
    told = [(number, one) for number, found in enumerate(groups) for one in found.occurrences]
    yield from _answers(analysis, told)
    triggers = {one.candidate.token for _, one in told}
    found = (reason for number, one in told for reason in _reasons(analysis, number, one, triggers))
    yield from dict.fromkeys(found)


def _answers(analysis: Analysis, told: Sequence[tuple[int, Occurrence]]) -> Iterator[MotiveMention]:
    """Yield "de ontvoering" of "als vergelding voor de ontvoering", for the event of that clause."""
    openings = {words[0] for _, words in _phrases()}
    lowers = [token.lower for token in analysis.tokens]
    for i, lower in enumerate(lowers):
        if lower not in openings:
            continue
        for rule, words in _phrases():
            first = i + len(words)
            if tuple(lowers[i:first]) != words:
                continue
            stop = _phrase_end(analysis, first)
            anywhere = rule not in _WEAK
            number = (
                _answering(analysis, told, i, stop, anywhere=anywhere) if stop > first else None
            )
            if number is not None:
                yield MotiveMention(number, i, first, stop, rule)
            break


def _phrase_end(analysis: Analysis, first: int) -> int:
    """Return where the phrase ends that begins at a token: its noun with all that hangs from it."""
    stop = min(analysis.sentence(first - 1).stop, first + _LONGEST)
    head = next(
        (i for i in range(first, stop) if analysis.tokens[i].upos in {"NOUN", "PROPN"}), None
    )
    if head is None:
        return first
    inside = set(analysis.subtree(head))
    end = head + 1
    while end < stop and end in inside and analysis.tokens[end].upos != "PUNCT":
        end += 1
    return end


def _answering(
    analysis: Analysis,
    told: Sequence[tuple[int, Occurrence]],
    first: int,
    stop: int,
    *,
    anywhere: bool,
) -> int | None:
    """Return the number of the event that answers: nearest outside the phrase, first in its clause.

    Args:
        analysis: of the report.
        told: numbers and mentions of the events.
        first: where the words of response begin.
        stop: where the phrase ends.
        anywhere: whether one elsewhere in the sentence will do.
    """
    sent = analysis.tokens[first].sent
    clause = tree.clause_head(analysis, first)
    near = [
        (tree.clause_head(analysis, token) != clause, abs(token - first), number)
        for number, occurrence in told
        if analysis.tokens[token := occurrence.candidate.token].sent == sent
        and not first <= token < stop
    ]
    best = min(near, default=None)
    return best[2] if best and (anywhere or not best[0]) else None


def _reasons(
    analysis: Analysis, number: int, occurrence: Occurrence, triggers: set[int]
) -> Iterator[MotiveMention]:
    """Yield the clauses with "om ... te" and "omdat" that hang from the trigger or its verb."""
    if occurrence.type in SPEECH:
        return  # what is asked or promised is no motive
    token = occurrence.candidate.token
    above = analysis.tokens[analysis.tokens[token].head]
    carried = occurrence.candidate.noun and above.lemma in word_sets()["support-verb"]
    tops = (token, above.i) if carried else (token, *_struck(analysis, token))
    for clause in dict.fromkeys(c for top in tops for c in analysis.children(top)):
        if analysis.tokens[clause].dep in _HANGS and clause > token and clause not in triggers:
            yield from _reason(analysis, number, clause)


def _struck(analysis: Analysis, verb: int) -> Iterator[int]:
    """Yield objects from which the tree may hang the clause: a harbour is "om ... te" nothing itself."""
    for i in tree.direct_objects(analysis, verb):
        if any(word_test(name)(analysis.tokens[i].lemma) for name in _THINGS):
            yield i


def _reason(analysis: Analysis, number: int, clause: int) -> Iterator[MotiveMention]:
    inside = sorted(analysis.subtree(clause))
    first, stop = inside[0], inside[-1] + 1
    while stop > first and analysis.tokens[stop - 1].upos == "PUNCT":
        stop -= 1
    while first < stop and analysis.tokens[first].upos == "PUNCT":
        first += 1
    contiguous = stop - first <= _LONGEST and inside[-1] - inside[0] + 1 == len(inside)
    below = {analysis.tokens[c].lower for c in analysis.children(clause)}
    for rule, marks, te in _clauses():
        opens = analysis.tokens[first].lower in marks
        if contiguous and opens and ("te" in below) is te and not _is_denied(analysis, first):
            yield MotiveMention(number, first, first + 1, stop, rule)
            return


def _is_denied(analysis: Analysis, first: int) -> bool:
    return first > 0 and analysis.tokens[first - 1].lower in {"niet", "geen"}
