"""Sources that no verb names: "volgens", "aldus", "naar eigen zeggen", "Iran: ..." in a headline.

Example:
    "Volgens de politie zijn tien mensen gedood" has the police as source of the whole sentence.
"""

from __future__ import annotations

from collections.abc import Iterator

from wederhoor.attribution.cues import Cue, cues
from wederhoor.attribution.quotes import Quote
from wederhoor.attribution.speakers import Speakers
from wederhoor.attribution.statement import Statement, quoted_by
from wederhoor.model import Actor, ActorKind, Analysis, Span

_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_HEADLINE = 6  # tokens before the colon of "Iran: ..."
_NAME = 4  # tokens in the speaker before that colon


def read_phrases(
    analysis: Analysis, speakers: Speakers, quotes: tuple[Quote, ...]
) -> Iterator[Statement]:
    """Yield the statements of a report whose source stands in a phrase."""
    yield from _prepositions(analysis, speakers)
    yield from _closings(analysis, speakers, quotes)
    yield from _own_words(analysis, speakers)
    yield from _headlines(analysis, speakers)


def _prepositions(analysis: Analysis, speakers: Speakers) -> Iterator[Statement]:
    for cue in (*cues("preposition"), *cues("contrary")):
        for first, stop in _places(analysis, cue):
            sentence = analysis.sentence(first)
            found = _governed(analysis, first, stop, speakers) or speakers.first_in(
                stop, min(stop + 6, sentence.stop)
            )
            if found is None:
                continue
            whole = frozenset(range(sentence.first, sentence.stop))
            scope = whole if cue.kind == "contrary" else _clause(analysis, first)
            yield Statement(found[0], found[1], first, cue.stance, scope, cue.rule)


def _governed(
    analysis: Analysis, first: int, stop: int, speakers: Speakers
) -> tuple[Actor, Span] | None:
    head = analysis.tokens[stop - 1].head
    noun_follows = stop <= head < analysis.sentence(first).stop
    return speakers.at(head) if noun_follows and stop - first == 1 else None


def _clause(analysis: Analysis, cue: int) -> frozenset[int]:
    """Return the tokens of the clause that the phrase belongs to; the sentence if that is the root."""
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


def _closings(
    analysis: Analysis, speakers: Speakers, quotes: tuple[Quote, ...]
) -> Iterator[Statement]:
    for cue in cues("closing"):
        for first, stop in _places(analysis, cue):
            sentence = analysis.sentence(first)
            found = speakers.first_in(stop, min(stop + 6, sentence.stop))
            if found is None:
                continue
            before = frozenset(range(sentence.first, first))
            scope = before | quoted_by(analysis, first, quotes)
            if scope:
                yield Statement(found[0], found[1], first, cue.stance, scope, cue.rule)


def _own_words(analysis: Analysis, speakers: Speakers) -> Iterator[Statement]:
    """Read "Iran vuurde naar eigen zeggen vijftien raketten af": the subject is the source."""
    for cue in cues("own"):
        for first, _stop in _places(analysis, cue):
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
                yield Statement(found[0], found[1], first, cue.stance, scope, cue.rule)


def _headlines(analysis: Analysis, speakers: Speakers) -> Iterator[Statement]:
    """Read "Iran: tanker was niet op weg naar Syrië" in a headline, "Van Gelder: ..." in the text."""
    cue = cues("headline")[0]
    for sentence in analysis.sentences:
        stop = min(sentence.first + _HEADLINE, sentence.stop)
        colon = next(
            (i for i in range(sentence.first, stop) if analysis.tokens[i].text == ":"), None
        )
        if colon is None or colon == sentence.first or colon + 1 >= sentence.stop:
            continue
        found = speakers.first_in(sentence.first, colon)
        short = colon - sentence.first <= _NAME
        party = found and found[0].kind is not ActorKind.UNKNOWN  # "Overstroming Pakistan: ..."
        if found and short and party and found[1].end >= analysis.tokens[colon - 1].end:
            scope = frozenset(range(colon + 1, sentence.stop))
            yield Statement(found[0], found[1], colon, cue.stance, scope, cue.rule)


def _places(analysis: Analysis, cue: Cue) -> Iterator[tuple[int, int]]:
    """Yield where the words of a cue stand, as first token and the token after the last."""
    size = len(cue.words)
    tokens = analysis.tokens
    for token in tokens:
        if token.lower != cue.words[0] or token.i + size > len(tokens):
            continue
        if all(tokens[token.i + k].lower == word for k, word in enumerate(cue.words)):
            yield token.i, token.i + size
