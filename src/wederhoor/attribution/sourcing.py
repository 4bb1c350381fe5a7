"""Who speaks for a word of a report, how sure, and by which words.

Of all statements that cover a word the innermost speaks, those around it carry it: a chain, innermost
first. Where no statement covers it the outlet speaks, sure of it or with words of doubt.

Example:
    In "Volgens AFP zegt een arts dat er tien doden zijn" the doctor speaks for "doden", by way of AFP;
    the cue is "zegt", the scope "er tien doden zijn".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wederhoor.attribution.background import background_between
from wederhoor.attribution.hedges import Hedge, hedge_on, reportative
from wederhoor.attribution.statement import Statement, content_of, cue_span
from wederhoor.model import Actor, Analysis, Fact, Span, Stance

_CLOSE = frozenset({"quote.continued", "by.headline", "by.headline-quote", "by.own-words"})
_DEPTH = {"by.authority": 0, "by.own-words": 0, "by.carrier": 2, "hedge.continued": 3}
"""Where a rule stands in the chain: 0 is innermost, 1 where the rule does not say."""
_NOUN = "say.noun"
_CHAIN = 3  # speakers in a chain; more is a wrong tree


@dataclass(frozen=True, slots=True)
class Source:
    """Who speaks for a token: the chain, the stance, and the words and rule that say so.

    Attributes:
        sources: who speaks, innermost first; empty for the outlet itself.
        stance: how the innermost holds it.
        rule: id of the rule; "" for the outlet's own voice.
        span: the words for the source.
        cue: the words that attribute or show doubt.
        scope: what the source answers for, in stretches.
    """

    sources: tuple[Actor, ...] = ()
    stance: Stance = Stance.ASSERT
    rule: str = ""
    span: Span | None = None
    cue: Span | None = None
    scope: tuple[Span, ...] = ()


def source_of(analysis: Analysis, token: int, statements: tuple[Statement, ...]) -> Source:
    """Return who speaks for a token, of the statements of its report."""
    covering = sorted(
        (said for said in statements if _speaks_for(analysis, said, token)),
        key=lambda said: (_DEPTH.get(said.rule, 1), len(said.scope), said.cue),
    )
    if covering:
        return _chain(analysis, token, covering)
    return doubted(analysis, reportative(analysis, token) or hedge_on(analysis, token))


def doubted(analysis: Analysis, hedge: Hedge | None) -> Source:
    """Return the outlet as a source, with its words of doubt if there are any."""
    if hedge is None:
        return Source()
    cue = analysis.span(hedge.first, hedge.stop)
    return Source(stance=Stance.POSSIBLE, rule=hedge.rule, cue=cue)


def contraries(
    analysis: Analysis, fact: Fact, statements: tuple[Statement, ...]
) -> Iterator[Source]:
    """Yield those of whom the sentence says that they hold the opposite."""
    for said in statements:
        contrary = said.rule == "by.contrary" and fact.token in said.scope
        if contrary and said.source and fact.field.is_count:
            yield _by(analysis, said, (said.source,), Stance.DENY)


def _speaks_for(analysis: Analysis, said: Statement, token: int) -> bool:
    """Tell whether a statement covers a token, other than as background or by contrast."""
    if token not in said.scope or said.rule == "by.contrary":
        return False
    if said.rule == "hedge.continued":
        return reportative(analysis, token) is not None
    if said.rule in _CLOSE or background_between(analysis, said.cue):
        return True  # a quote holds all its words; a cue amid the background speaks for it
    top = _top(analysis, token, said.scope) if said.rule.startswith(_NOUN) else None
    return not background_between(analysis, token, top)


def _top(analysis: Analysis, token: int, scope: frozenset[int]) -> int:
    """Return the head of the clause behind a noun, which hangs from it like a relative one."""
    top = token
    for above in analysis.ancestors(token):
        if above not in scope:
            break
        top = above
    return top


def _chain(analysis: Analysis, token: int, covering: list[Statement]) -> Source:
    inner = next((said for said in covering if said.source), covering[0])
    sources: dict[str, Actor] = {}
    for said in covering[:_CHAIN]:
        if said.source:
            sources.setdefault(said.source.key, said.source)
    stance = inner.stance
    if stance is Stance.ASSERT and hedge_on(analysis, token):
        stance = Stance.POSSIBLE
    return _by(analysis, inner, tuple(sources.values()), stance)


def _by(analysis: Analysis, said: Statement, sources: tuple[Actor, ...], stance: Stance) -> Source:
    cue, scope = cue_span(analysis, said), tuple(content_of(analysis, said))
    return Source(sources, stance, said.rule, said.span, cue, scope)
