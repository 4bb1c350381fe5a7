"""Sources that no verb names: "volgens", "aldus", "naar eigen zeggen".

Example:
    "Volgens de politie zijn tien mensen gedood" has the police as source of the whole sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from wederhoor.attribution.cues import cues
from wederhoor.attribution.quotes import Quote
from wederhoor.attribution.speakers import PRONOUNS, Speakers
from wederhoor.attribution.statement import (
    Statement,
    clause_around,
    cue_and_source,
    find_cue,
    quoted_by,
)
from wederhoor.model import Actor, Analysis, Span

_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_DIVIDERS = frozenset({",", ";", "en", "maar"})
_SMALL = frozenset({"PUNCT", "CCONJ", "ADP", "DET", "PART"})


def read_phrases(
    analysis: Analysis, speakers: Speakers, quotes: tuple[Quote, ...]
) -> Iterator[Statement]:
    """Yield the statements of a report whose source stands in a phrase."""
    yield from _shared_out(analysis, list(_prepositions(analysis, speakers, quotes)))
    yield from _closings(analysis, speakers, quotes)
    yield from _own_words(analysis, speakers)


def _prepositions(
    analysis: Analysis, speakers: Speakers, quotes: tuple[Quote, ...]
) -> Iterator[Statement]:
    for cue in (*cues("preposition"), *cues("contrary")):
        for first, stop in find_cue(analysis, cue.words):
            sentence = analysis.sentence(first)
            found = _governed(analysis, first, stop, speakers) or speakers.first_in(
                stop, min(stop + 6, sentence.stop)
            )
            if found is None:
                continue
            whole = frozenset(range(sentence.first, sentence.stop))
            scope = whole if cue.kind == "contrary" else clause_around(analysis, first)
            quoted = quoted_by(analysis, first, quotes)
            if quoted and analysis.tokens[min(quoted) - 1].text == ":":
                scope |= quoted  # "volgens hem is het genoeg: „...”"
            aside = cue_and_source(analysis, first, found[1])
            yield Statement(*found, first, cue.stance, scope, cue.rule, stop, aside)


def _shared_out(analysis: Analysis, found: list[Statement]) -> list[Statement]:
    """Give each of two phrases that divide a sentence its own part of it.

    Example:
        "Volgens de politie kwamen tweehonderd mensen, volgens de vakbond duizend": the vakbond only says
        "duizend", and the police not.
    """
    found = sorted(map(partial(_from_its_comma, analysis), found), key=lambda said: said.cue)
    for at in range(1, len(found)):
        one, other = found[at - 1], found[at]
        if _divides(analysis, one, other):
            before = frozenset(i for i in one.scope | other.scope if i < other.cue)
            found[at - 1] = replace(one, scope=one.scope & before)
            found[at] = replace(other, scope=other.scope - before)
    return found


def _from_its_comma(analysis: Analysis, said: Statement) -> Statement:
    """Return a phrase that opens a clause after another without what stands before it.

    Example:
        "Oman zegt dat het schip zonk, volgens Jemen werd het getorpedeerd": Jemen only says the second.
    """
    tokens = analysis.tokens
    behind = max(said.aside, default=said.cue) + 1
    opens = said.cue > 0 and tokens[said.cue - 1].lower in _DIVIDERS and behind < len(tokens)
    if not opens or tokens[behind].sent != tokens[said.cue].sent:
        return said
    if "VerbForm=Fin" not in tokens[behind].feats:
        return said
    return replace(said, scope=frozenset(i for i in said.scope if i >= said.cue))


def _divides(analysis: Analysis, one: Statement, other: Statement) -> bool:
    """Tell whether a second "volgens" opens a part of its own, with words in both parts."""
    tokens = analysis.tokens
    if one.rule != other.rule or tokens[one.cue].sent != tokens[other.cue].sent:
        return False
    if one.source == other.source or tokens[other.cue - 1].lower not in _DIVIDERS:
        return False
    between = (i for i in one.scope if one.cue < i < other.cue and i not in one.aside)
    after = (i for i in other.scope if i > other.cue and i not in other.aside)
    return all(any(tokens[i].upos not in _SMALL for i in part) for part in (between, after))


def _governed(
    analysis: Analysis, first: int, stop: int, speakers: Speakers
) -> tuple[Actor, Span] | None:
    after = analysis.tokens[stop : stop + 2]
    if len(after) > 1 and after[0].lower in PRONOUNS and after[1].upos in {"VERB", "AUX"}:
        return speakers.pronoun(stop)  # "volgens haar zijn ...", whatever the tree makes of it
    head = analysis.tokens[stop - 1].head
    noun_follows = stop <= head < analysis.sentence(first).stop
    return speakers.at(head) if noun_follows and stop - first == 1 else None


def _closings(
    analysis: Analysis, speakers: Speakers, quotes: tuple[Quote, ...]
) -> Iterator[Statement]:
    for cue in cues("closing"):
        for first, stop in find_cue(analysis, cue.words):
            sentence = analysis.sentence(first)
            found = speakers.first_in(stop, min(stop + 6, sentence.stop))
            if found is None:
                continue
            before = frozenset(range(sentence.first, first))
            scope = before | quoted_by(analysis, first, quotes)
            if scope:
                aside = cue_and_source(analysis, first, found[1])
                yield Statement(*found, first, cue.stance, scope, cue.rule, stop, aside)


def _own_words(analysis: Analysis, speakers: Speakers) -> Iterator[Statement]:
    """Read "Iran vuurde naar eigen zeggen vijftien raketten af": the subject is the source."""
    for cue in cues("own"):
        for first, stop in find_cue(analysis, cue.words):
            sentence = analysis.sentence(first)
            subjects = (
                i
                for i in range(sentence.first, sentence.stop)
                if analysis.tokens[i].dep in _SUBJECTS
            )
            found = next(filter(None, (speakers.at(i) for i in subjects)), None)
            found = found or speakers.first_in(sentence.first, sentence.stop)
            if found:
                scope = frozenset(range(sentence.first, sentence.stop))
                yield Statement(*found, first, cue.stance, scope, cue.rule, stop)
