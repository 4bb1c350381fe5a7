"""What goes on from a source without naming it again: the next quote, the next "zou".

Example:
    "„De haven is dicht”, zegt de minister. „Er vielen vier doden.”": both are quotes of the minister. "Volgens
    Oman is de haven geraakt. Er zouden vier doden zijn.": Oman says both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wederhoor.attribution.background import background_between
from wederhoor.attribution.hedges import reportative_scope
from wederhoor.attribution.pronouns import Pronouns
from wederhoor.attribution.quotes import Quote
from wederhoor.attribution.statement import Statement, clause_around
from wederhoor.model import Actor, ActorKind, Analysis, Span, Stance

_LONG_QUOTE = 6  # tokens; a shorter quote is a borrowed word
_BACK = 5  # sentences from a quote back to its speaker
_ZOU_BACK = 3  # sentences from a "zou" back to its source, within the paragraph
_OPENERS = frozenset({":", ","})
_Speaker = tuple[Actor | None, Span | None, int]


def continued_quotes(
    analysis: Analysis, pronouns: Pronouns, quotes: tuple[Quote, ...], found: Sequence[Statement]
) -> list[Statement]:
    """Give each quote that no cue introduces to whoever spoke, or was told of, just before it."""
    known = [said for said in sorted(found, key=lambda said: said.cue) if not _quoted(said, quotes)]
    more: list[Statement] = []
    for quote in quotes:
        covered = any(quote.first + 1 in said.scope for said in known if said.source)
        if quote.stop - quote.first < _LONG_QUOTE or covered or not _stands_alone(analysis, quote):
            continue
        speaker = _speaker_before(analysis, pronouns, quote, [*known, *more])
        if speaker is None:
            continue
        scope = frozenset(range(quote.first, quote.stop))
        source, span, cue = speaker
        more.append(Statement(source, span, cue, Stance.ASSERT, scope, "quote.continued"))
    return more


def _quoted(said: Statement, quotes: tuple[Quote, ...]) -> bool:
    """Tell whether a statement is made within a quote, by whoever is quoted."""
    return any(quote.first < said.cue < quote.stop for quote in quotes)


def _stands_alone(analysis: Analysis, quote: Quote) -> bool:
    """Tell whether a quote is a sentence of its own, not words borrowed in one of the outlet's."""
    sentence = analysis.sentence(quote.first)
    before = analysis.tokens[quote.first - 1].text if quote.first else ""
    return quote.first == sentence.first or before in _OPENERS or before in ".!?"


def _speaker_before(
    analysis: Analysis, pronouns: Pronouns, quote: Quote, known: Sequence[Statement]
) -> _Speaker | None:
    """Return who spoke last before a quote, or whom a sentence just before it is about."""
    opening = analysis.tokens[quote.first].sent
    weak: _Speaker | None = None
    paragraph = analysis.sentences[opening].paragraph
    for number in range(opening, max(-1, opening - _BACK - 1), -1):
        sentence = analysis.sentences[number]
        if sentence.paragraph == 0 and paragraph > 0:
            break
        spoken = [said for said in known if _speaks_in(analysis, said, number, quote.first)]
        if spoken:
            last = max(spoken, key=lambda said: (said.cue, len(said.scope)))
            return last.source, last.span, last.cue
        told = pronouns.subject_of(number, quote.first, known)
        if number >= opening - 1 and analysis.tokens[quote.first - 1].text == ":":
            told = told or pronouns.party_in(number, quote.first)
            if told is not None and told[0] is not None:
                return *told, sentence.first
        if told is not None and told[0] is not None and told[0].kind is ActorKind.PERSON:
            return *told, sentence.first
        told = told or pronouns.person_in(number, quote.first)
        if weak is None and told is not None and number >= opening - 1:
            weak = (*told, sentence.first)
    return weak


def _speaks_in(analysis: Analysis, said: Statement, number: int, stop: int) -> bool:
    """Tell whether a statement's cue, or the end of its quote, stands in a sentence before `stop`."""
    if said.rule in {"by.carrier", "by.contrary"} or said.source is None or said.cue >= stop:
        return False
    if analysis.tokens[said.cue].sent == number:
        return True
    return said.rule == "quote.continued" and analysis.tokens[max(said.scope)].sent == number


def continued_reports(
    analysis: Analysis, quotes: tuple[Quote, ...], found: Sequence[Statement]
) -> list[Statement]:
    """Give each "zou" that nothing covers to the source of the sentences before, if any."""
    known = [said for said in found if not _quoted(said, quotes)]
    more: list[Statement] = []
    for token in analysis.tokens:
        if token.lower not in {"zou", "zouden"} or any(token.i in s.scope for s in found):
            continue
        if background_between(analysis, token.i):
            continue  # "de mannen, die gevlucht zouden zijn": told on the way, by the outlet
        scope = reportative_scope(analysis, token.i)
        last = _last_source(analysis, token.i, [*known, *more]) if scope else None
        if last is not None:
            more.append(
                Statement(
                    last.source, last.span, token.i, Stance.ASSERT, scope, "hedge.continued",
                    about=clause_around(analysis, token.i),
                )
            )  # fmt: skip
    return more


def _last_source(analysis: Analysis, zou: int, found: Sequence[Statement]) -> Statement | None:
    number = analysis.tokens[zou].sent
    paragraph = analysis.sentences[number].paragraph
    for back in range(_ZOU_BACK + 1):
        if number < back or analysis.sentences[number - back].paragraph != paragraph:
            return None
        spoken = list(_sources_in(analysis, number - back, zou, found))
        if spoken:
            return max(spoken, key=lambda said: (len(said.scope), -said.cue))
    return None


def _sources_in(
    analysis: Analysis, number: int, stop: int, found: Sequence[Statement]
) -> Iterator[Statement]:
    for said in found:
        if analysis.tokens[said.cue].sent != number or said.cue >= stop:
            continue
        if said.source is not None and said.rule not in {"by.carrier", "by.contrary"}:
            yield said
