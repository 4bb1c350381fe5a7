"""One source and the words that it speaks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from wederhoor.attribution.quotes import Quote
from wederhoor.model import Actor, Analysis, Span, Stance

_OPENERS = frozenset({"dat", "of"})


@dataclass(frozen=True, slots=True)
class Statement:
    """One source with the tokens it speaks for.

    Attributes:
        source: who speaks; None where the words say that someone does, not who.
        span: the words for the source; None when there are none.
        cue: first token of the words that attribute.
        stance: how the source holds what is said.
        scope: the tokens that the source speaks for.
        rule: id of the rule.
        cue_stop: token after the last of the cue; 0 when the cue is one token.
        aside: tokens within the scope that tell who speaks, not what is said.
        about: tokens of what something is said of, known before: "noemt de aanval laf".
    """

    source: Actor | None
    span: Span | None
    cue: int
    stance: Stance
    scope: frozenset[int]
    rule: str
    cue_stop: int = 0
    aside: frozenset[int] = frozenset()
    about: frozenset[int] = frozenset()


def quoted_by(analysis: Analysis, cue: int, quotes: Iterable[Quote]) -> frozenset[int]:
    """Return the tokens of the quotes that the cue's sentence ends, holds or opens with a colon."""
    sentence = analysis.sentence(cue)
    found: set[int] = set()
    for quote in quotes:
        if quote.first <= cue < quote.stop:
            continue
        touches = quote.first < sentence.stop and sentence.first < quote.stop
        follows = quote.first == sentence.stop and analysis.tokens[sentence.stop - 1].text == ":"
        if touches or follows:
            found.update(range(quote.first, quote.stop))
    return frozenset(found)


def clause_around(analysis: Analysis, cue: int) -> frozenset[int]:
    """Return the tokens of the clause that a phrase belongs to; the sentence if that is the root."""
    sentence = analysis.sentence(cue)
    for i in analysis.ancestors(cue):
        token = analysis.tokens[i]
        clausal = token.dep in {"ccomp", "acl:relcl", "acl", "advcl", "conj", "parataxis"}
        if token.dep == "parataxis" and sentence.first < i < cue:
            continue  # "..., meldt de krant op gezag van de politie": the source of the whole
        if clausal and token.upos in {"VERB", "ADJ", "NOUN"} and token.head != i:
            found = frozenset(analysis.subtree(i))
            return found if len(found) > 3 else frozenset(range(sentence.first, sentence.stop))  # noqa: PLR2004
    return frozenset(range(sentence.first, sentence.stop))


def find_cue(analysis: Analysis, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where the words of a cue stand, as first token and the token after the last."""
    tokens = analysis.tokens
    for token in tokens:
        if token.lower != words[0] or token.i + len(words) > len(tokens):
            continue
        if all(tokens[token.i + k].lower == word for k, word in enumerate(words)):
            yield token.i, token.i + len(words)


def cue_and_source(analysis: Analysis, first: int, source: Span) -> frozenset[int]:
    """Return the tokens of a cue and the source behind it: "volgens een woordvoerder van het leger"."""
    stop = first
    limit = analysis.sentence(first).stop
    while stop < limit and analysis.tokens[stop].start < source.end:
        stop += 1
    return frozenset(range(first, stop))


def cue_span(analysis: Analysis, said: Statement) -> Span | None:
    """Return the words that attribute; None for a quote that goes on without any."""
    if said.rule == "quote.continued":
        return None
    return analysis.span(said.cue, max(said.cue_stop, said.cue + 1))


def content_of(analysis: Analysis, said: Statement) -> Iterator[Span]:
    """Yield what is said: the scope without the words for cue and source, cut at gaps."""
    tokens = analysis.tokens
    goes_on = said.rule == "hedge.continued"  # the "zou" is itself part of what is said
    cue = range(0) if goes_on else range(said.cue, max(said.cue_stop, said.cue + 1))
    inside = sorted(
        i
        for i in said.scope | said.about
        if i not in said.aside and i not in cue and tokens[i].upos != "PUNCT"
    )
    while inside and tokens[inside[0]].lower in _OPENERS and tokens[inside[0]].upos == "SCONJ":
        inside.pop(0)
    first = 0
    for at in range(1, len(inside) + 1):
        ended = at == len(inside) or _gap(analysis, inside[at - 1], inside[at])
        if ended:
            yield analysis.span(inside[first], inside[at - 1] + 1)
            first = at


def _gap(analysis: Analysis, before: int, after: int) -> bool:
    """Tell whether words that are not part of what is said stand between two tokens."""
    return any(analysis.tokens[i].upos != "PUNCT" for i in range(before + 1, after))
