"""One source and the words that it speaks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from wederhoor.attribution.quotes import Quote
from wederhoor.model import Actor, Analysis, Span, Stance


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
