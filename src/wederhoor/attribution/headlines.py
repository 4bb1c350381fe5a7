"""Sources in headlines: "Iran: tanker was niet op weg", "Minister na aanval: 'Zeker tien doden'", "'Tien doden'".

Example:
    "Oman: vier doden bij aanval op haven" has Oman as source of all behind the colon. "'Vier doden bij
    aanval'" quotes someone whom the headline does not name.
"""

from __future__ import annotations

from collections.abc import Iterator

from wederhoor.attribution.cues import cues, speaker_words
from wederhoor.attribution.quotes import Quote
from wederhoor.attribution.speakers import Speakers
from wederhoor.attribution.statement import Statement
from wederhoor.model import Actor, ActorKind, Analysis, Sentence, Span, Stance

_NAME = 4  # tokens in the speaker before a colon
_LEAD = 9  # tokens before the colon of "Minister na aanval op haven: '...'"
_TO = frozenset({"tegen", "over", "aan"})
_MARKS = frozenset("'\"‘’“„")
_ENDS = frozenset(".!?")


def read_headlines(
    analysis: Analysis, speakers: Speakers, quotes: tuple[Quote, ...]
) -> Iterator[Statement]:
    """Yield the statements whose source stands before a colon, and headlines that are a quote."""
    yield from _announced(analysis, speakers, quotes)
    for sentence in analysis.sentences:
        colon = _colon(analysis, sentence)
        if colon is None:
            if _is_quote(analysis, sentence, quotes):
                scope = frozenset(range(sentence.first, sentence.stop))
                first = sentence.first
                yield Statement(None, None, first, Stance.POSSIBLE, scope, "by.headline-quote")
            continue
        found = _before_colon(analysis, speakers, sentence, colon)
        if found:
            cue = cues("headline")[0]
            behind = next((q.stop for q in quotes if q.first == colon + 1), sentence.stop)
            scope = frozenset(range(colon + 1, max(behind, sentence.stop)))
            yield Statement(*found, colon, cue.stance, scope, cue.rule)


def _announced(
    analysis: Analysis, speakers: Speakers, quotes: tuple[Quote, ...]
) -> Iterator[Statement]:
    """Read "Harthy: „De haven is dicht”", where the sentence ends at the colon."""
    cue = cues("headline")[0]
    for quote in quotes:
        colon = quote.first - 1
        if colon < 1 or analysis.tokens[colon].text != ":":
            continue
        sentence = analysis.sentence(colon)
        found = speakers.first_in(sentence.first, colon)
        if found and sentence.stop == quote.first and colon - sentence.first <= _NAME:
            scope = frozenset(range(quote.first, quote.stop))
            yield Statement(*found, colon, cue.stance, scope, cue.rule)


def _colon(analysis: Analysis, sentence: Sentence) -> int | None:
    stop = min(sentence.first + _LEAD + 1, sentence.stop - 1)
    places = range(sentence.first + 1, stop)
    return next((i for i in places if analysis.tokens[i].text == ":"), None)


def _before_colon(
    analysis: Analysis, speakers: Speakers, sentence: Sentence, colon: int
) -> tuple[Actor, Span] | None:
    if any(analysis.tokens[i].upos in {"VERB", "AUX"} for i in range(sentence.first, colon)):
        return _of_quoted(analysis, speakers, sentence, colon)
    found = speakers.first_in(sentence.first, colon)
    short = colon - sentence.first <= _NAME
    if short and sentence.paragraph == 0 and _speaks(analysis, sentence.first, colon):
        span = analysis.span(sentence.first, colon)
        return Actor(span.of(analysis.text)), span
    whole = found is not None and found[1].end >= analysis.tokens[colon - 1].end
    if found and whole and short and found[0].kind is not ActorKind.UNKNOWN:
        return found  # but not "Overstroming Pakistan: ..."
    if sentence.paragraph == 0 and _named_below(analysis, speakers, sentence, colon):
        span = analysis.span(sentence.first, colon)
        return found or (Actor(span.of(analysis.text)), span)
    if found and any(analysis.tokens[i].lower in _TO for i in range(sentence.first, colon)):
        return found if _opens(analysis, sentence, found) else None
    return _of_quoted(analysis, speakers, sentence, colon)


def _of_quoted(
    analysis: Analysis, speakers: Speakers, sentence: Sentence, colon: int
) -> tuple[Actor, Span] | None:
    """Return who opens a headline that ends in a quote: "Harthy haalt uit naar rebellen: 'Laf'"."""
    if sentence.paragraph > 0 or analysis.tokens[colon + 1].text not in _MARKS:
        return None
    found = speakers.first_in(sentence.first, colon)
    return found if found and _opens(analysis, sentence, found) else None


def _opens(analysis: Analysis, sentence: Sentence, found: tuple[Actor, Span]) -> bool:
    """Tell whether a known party opens the sentence."""
    start = analysis.tokens[sentence.first].start
    return found[0].kind is not ActorKind.UNKNOWN and found[1].start == start


def _speaks(analysis: Analysis, first: int, colon: int) -> bool:
    """Tell whether the words before a colon are of those that speak there: "Onderzoek: ..."."""
    ends = speaker_words("speaker.headline")
    words = [analysis.tokens[i].lower for i in range(first, colon)]
    return any(word in ends or any(word.endswith(f"-{end}") for end in ends) for word in words)


def _named_below(analysis: Analysis, speakers: Speakers, sentence: Sentence, colon: int) -> bool:
    """Tell whether the one word before a colon is a person whom the text names: "Harthy: ..."."""
    if colon - sentence.first != 1:
        return False
    word = analysis.tokens[sentence.first].text
    below = speakers.mentions_in(sentence.stop, len(analysis.tokens))
    return any(
        mention.actor.kind is ActorKind.PERSON and word in mention.actor.name.split()
        for mention in below
    )


def _is_quote(analysis: Analysis, sentence: Sentence, quotes: tuple[Quote, ...]) -> bool:
    """Tell whether a headline or heading is one quote, from its first mark to its last."""
    whole = Quote(sentence.first, sentence.stop)
    if whole not in quotes or analysis.tokens[sentence.stop - 2].text in _ENDS:
        return False
    number = analysis.tokens[sentence.first].sent
    around = analysis.sentences[max(0, number - 1) : number + 2]
    return all(s is sentence or s.paragraph != sentence.paragraph for s in around)
