"""Statements of someone who is not named: "er wordt gemeld dat ...", "naar verluidt", "klinkt het".

Example:
    "Er wordt gemeld dat tien mensen zijn gedood" is somebody's, not the outlet's: the ten dead are possible.
"""

from __future__ import annotations

from collections.abc import Iterator

from wederhoor.attribution.background import is_that_clause
from wederhoor.attribution.cues import Cue, cues, passive_verbs
from wederhoor.attribution.quotes import Quote, quote_before
from wederhoor.attribution.statement import Statement, clause_around, find_cue
from wederhoor.model import Analysis, Token

_EARLIER = frozenset({"eerder", "aanvankelijk", "eerst", "eerdere", "vanochtend", "gisteren"})
_CLAUSES = frozenset({"ccomp", "csubj", "xcomp"})


def read_unnamed(analysis: Analysis, quotes: tuple[Quote, ...]) -> Iterator[Statement]:
    """Yield the statements of a report whose source the words leave open."""
    yield from _passives(analysis)
    yield from _hearsay(analysis)
    yield from _sounding(analysis, quotes)


def _passives(analysis: Analysis) -> Iterator[Statement]:
    cue = cues("passive")[0]
    verbs = passive_verbs()
    for token in analysis.tokens:
        if token.lemma in verbs and token.upos == "VERB" and _is_impersonal(analysis, token):
            scope = frozenset(
                i
                for child in analysis.children(token.i)
                if child > token.i and _is_clause(analysis, child)
                for i in analysis.subtree(child)
            )
            if scope:
                told = _withdrawal(analysis, token) or cue
                yield Statement(None, None, token.i, told.stance, scope, told.rule)


def _withdrawal(analysis: Analysis, token: Token) -> Cue | None:
    """Return the cue that takes back what was told earlier: "eerder werd gemeld ..., dat bleek onjuist"."""
    sentence = analysis.sentence(token.i)
    opening = range(sentence.first, min(sentence.stop, token.i + 1))
    if not any(analysis.tokens[i].lower in _EARLIER for i in opening):
        return None
    last = analysis.sentences[min(token.sent + 1, len(analysis.sentences) - 1)]
    if last.paragraph != sentence.paragraph:
        last = sentence
    for cue in cues("correction"):
        for first, _ in find_cue(analysis, cue.words):
            if token.i < first < last.stop:
                return cue
    return None


def _is_clause(analysis: Analysis, i: int) -> bool:
    return analysis.tokens[i].dep in _CLAUSES or is_that_clause(analysis, i)


def _is_impersonal(analysis: Analysis, token: Token) -> bool:
    deps = {analysis.tokens[child].dep for child in analysis.children(token.i)}
    return "aux:pass" in deps and not deps & {"obl:agent", "nsubj", "nsubj:pass"}


def _hearsay(analysis: Analysis) -> Iterator[Statement]:
    for cue in cues("hearsay"):
        for first, stop in find_cue(analysis, cue.words):
            aside = frozenset(range(first, stop))
            scope = clause_around(analysis, first)
            yield Statement(None, None, first, cue.stance, scope, cue.rule, stop, aside)


def _sounding(analysis: Analysis, quotes: tuple[Quote, ...]) -> Iterator[Statement]:
    """Read "„We geven niet op”, klinkt het": a quote of someone there."""
    for cue in cues("sounding"):
        for first, stop in find_cue(analysis, cue.words):
            quote = quote_before(analysis, first, quotes)
            if quote is not None:
                scope = frozenset(range(quote.first, quote.stop))
                yield Statement(None, None, first, cue.stance, scope, cue.rule, stop)
