"""Statements of someone who is not named: "er wordt gemeld dat ...", "naar verluidt", "klinkt het".

Example:
    "Er wordt gemeld dat tien mensen zijn gedood" is somebody's, not the outlet's: the ten dead are possible.
"""

from __future__ import annotations

from collections.abc import Iterator

from wederhoor.attribution.background import is_that_clause
from wederhoor.attribution.cues import cues, passive_verbs
from wederhoor.attribution.quotes import Quote, quote_before
from wederhoor.attribution.statement import Statement, clause_around, find_cue
from wederhoor.model import Analysis, Token

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
                yield Statement(None, None, token.i, cue.stance, scope, cue.rule)


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
