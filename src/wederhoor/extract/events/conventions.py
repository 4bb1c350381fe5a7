"""Conventions of news about time: what readers take for granted, and the record marks as inferred.

- What is told as having happened was not after publication (`news.past`).
- Where the news of a report is an attack or a protest of the day itself, what is told on with it in the past or
  the perfect, without a time and without a word of background, came with or after it (`news.goes-on`).

The two together leave one day where the news is of the day of publication, and only then are they given.

Example:
    "Vanochtend ontploften drie bommen. De politie pakte zeven mensen op." The arrests are of this day too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wederhoor.extract.events import tree
from wederhoor.extract.events.groups import Group
from wederhoor.extract.events.kinds import SPEECH, STORY
from wederhoor.extract.events.lexicon import word_test
from wederhoor.extract.events.occurrences import Occurrence
from wederhoor.model import Analysis, EventType, Realis, TimeMention, Token

_NEWS = frozenset({EventType.ASSAULT, EventType.PROTEST})
_FOLLOWS = STORY | (SPEECH & {EventType.ACCUSE, EventType.REQUEST})
_VERBAL = frozenset({"VERB", "AUX"})
_TOLD_IN = frozenset({"root", "ccomp", "xcomp", "parataxis", "conj"})


def main_event(analysis: Analysis, groups: Sequence[Group]) -> int | None:
    """Return the number of the attack or protest that a report opens with, when words date it."""
    lead = tree.lead_paragraph(analysis)
    for number, group in enumerate(groups):
        opens = any(_paragraph(analysis, item) <= lead for item in group.occurrences)
        if opens and group.first.type in _NEWS and group.realis is Realis.ACTUAL:
            return number if group.when else None
    return None


def goes_on(
    analysis: Analysis, groups: Sequence[Group], times: Sequence[TimeMention], main: int
) -> list[int]:
    """Return the numbers of the events that are told on with the main one."""
    older = _older_stretches(analysis, groups[main], times)
    return [
        number
        for number, group in enumerate(groups)
        if number != main
        and group.when is None
        and group.realis is Realis.ACTUAL
        and group.first.type in _FOLLOWS
        and not group.first.candidate.rule.state
        and not any(_within(analysis, item, older) for item in group.occurrences)
        and any(_is_told_on(analysis, item) for item in group.occurrences)
        and not any(_is_background(analysis, item, times) for item in group.occurrences)
    ]


def _paragraph(analysis: Analysis, item: Occurrence) -> int:
    return analysis.sentence(item.candidate.token).paragraph


def _older_stretches(
    analysis: Analysis, main: Group, times: Sequence[TimeMention]
) -> dict[int, int]:
    """Return by paragraph the sentence from which it tells of days before the main event."""
    first = main.when.ranges[0][0] if main.when else 0
    found: dict[int, int] = {}
    for time in times:
        above = (a for a in analysis.ancestors(time.first) if not time.first <= a < time.stop)
        head = analysis.tokens[next(above, time.first)]
        if time.days and time.days.ranges[0][0] < first and head.upos in _VERBAL:
            sentence = analysis.sentence(time.first)
            number = analysis.tokens[time.first].sent
            found[sentence.paragraph] = min(number, found.get(sentence.paragraph, number))
    return found


def _within(analysis: Analysis, item: Occurrence, older: Mapping[int, int]) -> bool:
    number = analysis.tokens[item.candidate.token].sent
    return number >= older.get(_paragraph(analysis, item), number + 1)


def told_in_past(analysis: Analysis, item: Occurrence) -> bool:
    """Tell whether the clause of a trigger is in the past or the perfect."""
    clause = tree.clause_head(analysis, item.candidate.token)
    return any(_is_past(analysis.tokens[i]) for i in (clause, *analysis.children(clause)))


def _is_told_on(analysis: Analysis, item: Occurrence) -> bool:
    """Tell whether a verb tells it in the past or the perfect, in a main clause or what someone says."""
    verb = _verb_of(analysis, item)
    if verb is None or analysis.tokens[verb].dep not in _TOLD_IN:
        return False
    token = analysis.tokens[verb]
    own = [token, *(analysis.tokens[c] for c in analysis.children(verb))]
    if token.dep in {"ccomp", "xcomp"} and not word_test("saying")(
        analysis.tokens[token.head].lemma
    ):
        return False
    if item.type in SPEECH and "Tense=Past" in token.feats:
        return False  # "beschuldigde" may be of any time; "heeft beschuldigd" is news
    return any(map(_is_past, own)) and not any(token.lower in {"had", "hadden"} for token in own)


def _verb_of(analysis: Analysis, item: Occurrence) -> int | None:
    """Return the trigger itself, or the "voerde" of "voerde een avondklok in"."""
    i = item.candidate.token
    if not item.candidate.noun:
        return i
    head = analysis.tokens[analysis.tokens[i].head]
    part = analysis.tokens[i].dep in {"obj", "nsubj", "nsubj:pass", "obl"}
    brought = part and head.upos == "VERB" and word_test("bringing-about")(head.lemma)
    return head.i if brought else None


def _is_past(token: Token) -> bool:
    if token.upos not in _VERBAL:
        return False
    return "Tense=Past" in token.feats or (
        token.dep.startswith("aux") and token.lemma in {"hebben", "zijn", "worden"}
    )


def _is_background(analysis: Analysis, item: Occurrence, times: Sequence[TimeMention]) -> bool:
    sentence = analysis.sentence(item.candidate.token)
    dated = {i for time in times for i in range(time.first, time.stop)}
    words = analysis.tokens[sentence.first : sentence.stop]
    return any(word_test("background")(t.lower) for t in words if t.i not in dated)
