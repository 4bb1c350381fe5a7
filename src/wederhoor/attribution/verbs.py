"""Verbs of saying: who stands as their speaker, and which words they report.

Which verbs those are is data (`resources/nl/sayings.yaml`). Right behind a quote any verb reports it: "„...”,
draagt een lezer aan".

Example:
    In "De VS meldt dat Iran vijftien raketten heeft afgevuurd" the source is the VS and the scope
    everything from "dat" on.
"""

from __future__ import annotations

from collections.abc import Iterator

from wederhoor.attribution.cues import Saying, sayings
from wederhoor.attribution.quotes import Quote, quote_before
from wederhoor.attribution.reported import Reported
from wederhoor.attribution.speakers import FIRST_PERSON, Speakers
from wederhoor.attribution.statement import Statement
from wederhoor.model import Actor, Analysis, Span, Stance, Token

_QUOTED = Saying("say.quoted", Stance.ASSERT)
_NO_SPEECH = frozenset(
    {"zijn", "worden", "hebben", "luiden", "klinken", "staan", "heten", "blijken", "kunnen"}
)
_OPINIONS = frozenset({"denken", "geloven", "vinden", "menen", "achten"})
_ALSO = frozenset({"ook", "nu", "dan", "toen", "daarop"})
_NOT = frozenset({"niet", "nooit", "evenmin"})
_WORDS = 8  # tokens; a shorter quote without a comma behind it may be the subject of the verb
_REACH = 5  # tokens behind an inverted verb in which its speaker stands


def read_verbs(
    analysis: Analysis, speakers: Speakers, quotes: tuple[Quote, ...]
) -> Iterator[Statement]:
    """Yield the statements of a report whose source is the speaker of a verb."""
    for token in analysis.tokens:
        saying = _saying(analysis, token, quotes)
        if saying is None:
            continue
        speaker = _speaker(analysis, token, speakers, quotes)
        if speaker is not None:
            yield from _statements(Reported(analysis, token, saying, quotes), speaker)


def _statements(said: Reported, speaker: tuple[Actor, Span]) -> Iterator[Statement]:
    if said.points_back() and _negated(said):
        return  # "Dat heeft het leger niet bevestigd": it does not say so
    scope, stance = said.scope(), _stance(said)
    if stance is Stance.DENY:
        # "ontkent dat: er zijn geen doden": what follows the colon is asserted
        after = said.after_colon() | said.instead()
        scope -= after
        if after:
            yield Statement(*speaker, said.verb.i, Stance.ASSERT, after, said.saying.rule)
    if scope:
        about = said.about()
        yield Statement(*speaker, said.verb.i, stance, scope, said.saying.rule, about=about)


def _stance(said: Reported) -> Stance:
    """Return the stance of the verb; what one does not say is unknown, what one doubts is denied."""
    if said.saying.stance is Stance.ASSERT and said.is_clause() and _negated(said):
        return Stance.DENY if said.verb.lemma in _OPINIONS else Stance.UNKNOWN
    return said.saying.stance


def _negated(said: Reported) -> bool:
    children = said.analysis.children(said.verb.i)
    return any(said.analysis.tokens[child].lower in _NOT for child in children)


def _saying(analysis: Analysis, token: Token, quotes: tuple[Quote, ...]) -> Saying | None:
    verbal = token.upos in {"VERB", "AUX"}
    if not verbal and token.upos not in {"NOUN", "ADJ"}:
        return None
    options = sayings().get(token.lemma, ())
    if not verbal:
        options = tuple(option for option in options if option.rule == "say.opinion")
    found = _fitting(analysis, token, options)
    if found or not verbal or token.lemma in _NO_SPEECH:
        return found
    return _QUOTED if _follows_quote(analysis, token, quotes) else None


def _fitting(analysis: Analysis, token: Token, options: tuple[Saying, ...]) -> Saying | None:
    for saying in options:
        if not saying.beside and not saying.without:
            return saying
        sentence = analysis.sentence(token.i)
        words = (t.lower for t in analysis.tokens[sentence.first : sentence.stop])
        text = f" {' '.join(words)} "
        if saying.beside and not any(f" {near} " in text for near in saying.beside):
            continue
        if not _barred(analysis, token, saying, text):
            return saying
    return None


def _barred(analysis: Analysis, token: Token, saying: Saying, text: str) -> bool:
    """Tell whether a word that must not stand with the verb hangs from it, or a phrase is there."""
    hung = {analysis.tokens[child].lower for child in analysis.children(token.i)}
    return any(near in hung or (" " in near and f" {near} " in text) for near in saying.without)


def _follows_quote(analysis: Analysis, verb: Token, quotes: tuple[Quote, ...]) -> bool:
    at = verb.i
    if at > 1 and analysis.tokens[at - 1].lower == "zo":
        at -= 1  # "„...”, zo keek Harthy terug"
    quote = quote_before(analysis, at, quotes)
    if quote is None or "VerbForm=Fin" not in verb.feats or verb.dep.startswith("aux"):
        return False
    return quote.stop < at or quote.stop - quote.first > _WORDS


# ---------------------------------------------------------------- who
def _speaker(
    analysis: Analysis, verb: Token, speakers: Speakers, quotes: tuple[Quote, ...]
) -> tuple[Actor, Span] | None:
    said = Reported(analysis, verb, _QUOTED, quotes)
    subjects = [c for c in analysis.children(verb.i) if analysis.tokens[c].dep == "nsubj"]
    if any(analysis.tokens[c].lower in FIRST_PERSON for c in subjects):
        return None
    if said.points_back():
        sentence = analysis.sentence(verb.i)
        return speakers.first_in(sentence.first + 1, sentence.stop)
    if said.inverted():
        finite = said.finite()
        behind = (verb.i if finite is None else finite) + 1
        stop = min(behind - 1 + _REACH, analysis.sentence(verb.i).stop)
        if behind < stop and analysis.tokens[behind].lower in _ALSO:
            behind += 1  # "vindt ook Harthy"
        led = [c for c in subjects if c > behind and min(analysis.subtree(c)) == behind]
        by_tree = speakers.at(led[0]) if led else None
        return by_tree or speakers.first_in(behind, stop)
    found = (speakers.at(head) for head in _subjects(analysis, verb.i))
    return next((speaker for speaker in found if speaker), None)


def _subjects(analysis: Analysis, verb: int) -> Iterator[int]:
    tokens = analysis.tokens
    passive = any(tokens[c].dep in {"aux:pass", "nsubj:pass"} for c in analysis.children(verb))
    for child in analysis.children(verb):
        if tokens[child].dep == "obl:agent" or (tokens[child].dep == "nsubj" and not passive):
            relative = tokens[child].lower in {"die", "dat", "wie"}
            yield tokens[verb].head if relative and tokens[verb].dep.startswith("acl") else child
    beside = tokens[verb].dep in {"conj", "xcomp"} or _goes_on(analysis, verb)
    if beside and tokens[verb].head != verb and not passive:
        above = tokens[verb].head
        outer = tokens[above].head if tokens[above].dep == "ccomp" else above
        for child in (*analysis.children(above), *analysis.children(outer)):
            if tokens[child].dep == "nsubj":
                yield child  # "Iran zegt dat de drone daar vloog, en ontkent ...": who can speak


def _goes_on(analysis: Analysis, verb: int) -> bool:
    """Tell whether a verb has the subject of the one before: "Iran haalt drone neer, claimt dat ..."."""
    tokens = analysis.tokens
    that = verb + 1 < len(tokens) and tokens[verb + 1].lower == "dat"
    return that and tokens[verb].dep == "parataxis" and tokens[verb].head < verb
