"""Who is said to say which words of a report.

What comes in: the `Analysis` of a report and its possible speakers. What goes out: `Statement`s: a source,
the cue that names it, and its scope, the tokens that it covers.

Example:
    In "De VS meldt dat Iran vijftien raketten heeft afgevuurd" the source is the VS and the scope
    everything from "dat" on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wederhoor.attribution.cues import Saying, sayings
from wederhoor.attribution.phrases import read_phrases
from wederhoor.attribution.quotes import Quote, find_quotes
from wederhoor.attribution.speakers import Speakers
from wederhoor.attribution.statement import Statement, quoted_by
from wederhoor.model import Actor, Analysis, Span, Stance, Token

_SAID = frozenset({"ccomp", "xcomp", "parataxis", "obj", "csubj"})
_POINTING = frozenset({"dat", "dit", "zo", "daarover"})
_BACK = 3  # sentences that a closing "Dat zegt ..." covers
_LONG_QUOTE = 6  # tokens; a shorter quote is a borrowed word
_MARKS = frozenset({",", "”", '"', "’", "'", "“", "–", "»", "''"})
_DEFINITE = frozenset({"de", "het", "die", "deze", "dat", "dit", "zijn", "haar", "hun"})
_PERSONS = frozenset({"hij", "zij", "ze"})


def find_statements(analysis: Analysis, speakers: Speakers) -> tuple[Statement, ...]:
    """Return the statements of a report, in order of their cues."""
    quotes = find_quotes(analysis)
    found = [
        *_verbs(analysis, speakers, quotes),
        *read_phrases(analysis, speakers, quotes),
    ]
    found += _continued_quotes(analysis, quotes, found)
    return tuple(sorted(found, key=lambda said: (said.cue, said.rule, len(said.scope))))


def _continued_quotes(
    analysis: Analysis, quotes: tuple[Quote, ...], found: Iterable[Statement]
) -> list[Statement]:
    """Give a quote that no cue introduces to the speaker of the sentence just before it."""
    known = sorted(found, key=lambda said: said.cue)
    more: list[Statement] = []
    for quote in quotes:
        if quote.stop - quote.first < _LONG_QUOTE or any(quote.first in s.scope for s in known):
            continue
        number = analysis.tokens[quote.first].sent
        before = [
            said
            for said in (*known, *more)
            if said.cue < quote.first and number - analysis.tokens[max(said.scope)].sent <= 1
        ]
        if before:
            last = max(before, key=lambda said: (said.cue, len(said.scope)))
            scope = frozenset(range(quote.first, quote.stop))
            more.append(
                Statement(last.source, last.span, last.cue, Stance.ASSERT, scope, "quote.continued")
            )
    return more


def _verbs(
    analysis: Analysis, speakers: Speakers, quotes: tuple[Quote, ...]
) -> Iterator[Statement]:
    table = sayings()
    for token in analysis.tokens:
        options = table.get(token.lemma) if token.upos in {"VERB", "AUX"} else None
        saying = _fitting(analysis, token, options or ())
        if saying is None:
            continue
        speaker = _speaker(analysis, token, speakers)
        if speaker is None:
            continue
        scope = _scope(analysis, token, quotes)
        if saying.stance is Stance.DENY:
            # "ontkent dat: er zijn geen doden": what follows the colon is asserted
            after = _after_colon(analysis, token.i) | _instead(analysis, token.i)
            scope -= after
            if after:
                yield Statement(*speaker, token.i, Stance.ASSERT, after, saying.rule)
        if scope:
            yield Statement(*speaker, token.i, saying.stance, scope, saying.rule)


def _instead(analysis: Analysis, verb: int) -> frozenset[int]:
    """Return what is said instead: "ontkent dat zij zo omkwamen, zij zouden zijn getroffen door ..."."""
    deps = {analysis.tokens[c].dep: c for c in analysis.children(verb)}
    denied, instead = deps.get("ccomp"), deps.get("parataxis")
    if denied is None or instead is None or not verb < denied < instead:
        return frozenset()
    return frozenset(analysis.subtree(instead))


def _after_colon(analysis: Analysis, verb: int) -> frozenset[int]:
    stop = analysis.sentence(verb).stop
    colon = next((i for i in range(verb, stop) if analysis.tokens[i].text == ":"), stop)
    return frozenset(range(colon, stop))


def _fitting(analysis: Analysis, token: Token, options: tuple[Saying, ...]) -> Saying | None:
    for saying in options:
        if not saying.beside:
            return saying
        sentence = analysis.sentence(token.i)
        words = {t.lower for t in analysis.tokens[sentence.first : sentence.stop]}
        text = " ".join(t.lower for t in analysis.tokens[sentence.first : sentence.stop])
        if any(word in words or (" " in word and word in text) for word in saying.beside):
            return saying
    return None


def _speaker(analysis: Analysis, verb: Token, speakers: Speakers) -> tuple[Actor, Span] | None:
    if _points_back(analysis, verb):
        sentence = analysis.sentence(verb.i)
        return speakers.first_in(sentence.first + 1, sentence.stop)
    inverted = _speaker_by_order(analysis, verb, speakers)
    if inverted:
        return inverted
    head = next(_subjects(analysis, verb.i), None)
    return speakers.at(head) if head is not None else None


def _subjects(analysis: Analysis, verb: int) -> Iterator[int]:
    tokens = analysis.tokens
    passive = any(tokens[c].dep in {"aux:pass", "nsubj:pass"} for c in analysis.children(verb))
    for child in analysis.children(verb):
        if tokens[child].dep == "obl:agent" or (tokens[child].dep == "nsubj" and not passive):
            relative = tokens[child].lower in {"die", "dat", "wie"}
            yield tokens[verb].head if relative and tokens[verb].dep.startswith("acl") else child
    if tokens[verb].dep in {"conj", "xcomp"} and tokens[verb].head != verb:
        for child in analysis.children(tokens[verb].head):
            if tokens[child].dep == "nsubj":
                yield child


def _speaker_by_order(
    analysis: Analysis, verb: Token, speakers: Speakers
) -> tuple[Actor, Span] | None:
    """Read "..., zegt de minister": a finite verb after a comma or quote, its speaker right behind."""
    sentence = analysis.sentence(verb.i)
    if verb.i == sentence.first or "VerbForm=Fin" not in verb.feats:
        return None
    behind = analysis.tokens[verb.i + 1] if verb.i + 1 < sentence.stop else None
    if analysis.tokens[verb.i - 1].text not in _MARKS or behind is None:
        return None
    if behind.upos not in {"DET", "NOUN", "PROPN", "ADJ", "NUM"} and behind.lower not in _PERSONS:
        return None
    return speakers.first_in(verb.i + 1, min(verb.i + 5, sentence.stop))


def _scope(analysis: Analysis, verb: Token, quotes: tuple[Quote, ...]) -> frozenset[int]:
    own = _below(analysis, verb) or _that_clause(analysis, verb)
    quoted = quoted_by(analysis, verb.i, quotes)
    if _points_back(analysis, verb):
        return quoted or _sentences_before(analysis, verb.i)
    if _is_inserted(analysis, verb):
        return _around(analysis, verb.i) | quoted
    return own | quoted


def _around(analysis: Analysis, verb: int) -> frozenset[int]:
    """Return the sentence around an inserted "meldt de politie", whatever the tree makes of it."""
    sentence = analysis.sentence(verb)
    commas = (i for i in range(verb, sentence.stop) if analysis.tokens[i].text == ",")
    goes_on = next(commas, sentence.stop)
    return frozenset((*range(sentence.first, verb), *range(goes_on, sentence.stop)))


def _below(analysis: Analysis, verb: Token) -> frozenset[int]:
    """Return the tokens of what is said: the complements of the verb, not its subject."""
    found: set[int] = set()
    for child in analysis.children(verb.i):
        if analysis.tokens[child].dep in _SAID and not _known_thing(analysis, child):
            found.update(analysis.subtree(child))
    return frozenset(found)


def _known_thing(analysis: Analysis, i: int) -> bool:
    """Tell whether an object is known already: "bevestigde de aanvallen" says nothing new of them."""
    if analysis.tokens[i].dep != "obj":
        return False
    return any(analysis.tokens[c].lower in _DEFINITE for c in analysis.children(i))


def _that_clause(analysis: Analysis, verb: Token) -> frozenset[int]:
    """Return everything from a "dat" behind the verb on: the way out when the tree lost it."""
    sentence = analysis.sentence(verb.i)
    for i in range(verb.i + 1, sentence.stop):
        if analysis.tokens[i].lower == "dat" and analysis.tokens[i].upos == "SCONJ":
            return frozenset(range(i, sentence.stop))
    return frozenset()


def _is_inserted(analysis: Analysis, verb: Token) -> bool:
    """Tell whether the verb stands after or amid what is said: "..., meldt de politie"."""
    sentence = analysis.sentence(verb.i)
    if verb.i == sentence.first or "VerbForm=Fin" not in verb.feats:
        return False
    after_mark = analysis.tokens[verb.i - 1].text in _MARKS
    behind = analysis.tokens[verb.i + 1] if verb.i + 1 < sentence.stop else None
    follows = behind is not None and (
        behind.upos in {"DET", "NOUN", "PROPN", "ADJ", "NUM"} or behind.lower in _PERSONS
    )
    subordinate = any(
        analysis.tokens[child].dep == "mark" and analysis.tokens[child].lower in {"dat", "of"}
        for child in (*analysis.children(verb.i), *_complement_marks(analysis, verb.i))
        if child > verb.i
    )
    return after_mark and (follows or verb.dep == "parataxis") and not subordinate


def _complement_marks(analysis: Analysis, verb: int) -> Iterator[int]:
    for child in analysis.children(verb):
        if analysis.tokens[child].dep == "ccomp":
            yield from analysis.children(child)


def _points_back(analysis: Analysis, verb: Token) -> bool:
    """Tell whether "Dat zegt ..." or "Dat heeft ... verklaard" closes what was told before."""
    sentence = analysis.sentence(verb.i)
    opening = analysis.tokens[sentence.first]
    if opening.lower not in _POINTING or opening.head != verb.i:
        return False
    return not any(analysis.tokens[c].dep == "ccomp" for c in analysis.children(verb.i))


def _sentences_before(analysis: Analysis, i: int) -> frozenset[int]:
    number = analysis.tokens[i].sent
    here = analysis.sentences[number]
    found: set[int] = set()
    for back in range(1, _BACK + 1):
        if number - back < 0:
            break
        sentence = analysis.sentences[number - back]
        if sentence.paragraph != here.paragraph and (
            found or sentence.paragraph < here.paragraph - 1
        ):
            break
        if sentence.paragraph == 0 and here.paragraph > 0:
            break
        found.update(range(sentence.first, sentence.stop))
        if sentence.paragraph != here.paragraph:
            break
    return frozenset(found)
