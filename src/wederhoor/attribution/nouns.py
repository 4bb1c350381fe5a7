"""Nouns that attribute: "de claim van Oman dat ...", "Harthy's verklaring dat ...", "berichten dat ...".

Which nouns those are is data (`resources/nl/attribution.yaml`, kind `noun`). One that someone denies in the
same sentence ("Jemen spreekt de claim van Oman tegen dat ...") is denied by that party.

Example:
    In "De claim van Oman dat er vier doden zijn" Oman is the source of "er vier doden zijn".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from wederhoor.attribution.cues import Cue, cues, sayings, speaker_words
from wederhoor.attribution.speakers import PRONOUNS, Speakers
from wederhoor.attribution.statement import Statement
from wederhoor.model import Actor, Analysis, Span, Stance, Token

_OF = frozenset({"van", "door", "uit", "bij", "binnen"})
_POSSESSIVE = {"zijn": "hij", "haar": "zij", "hun": "zij"}
_CLAUSES = frozenset({"acl", "acl:relcl", "ccomp", "csubj", "advcl", "xcomp", "parataxis"})
_REACH = 7  # tokens behind "van" in which its party stands


def read_nouns(analysis: Analysis, speakers: Speakers) -> Iterator[Statement]:
    """Yield the statements of a report whose cue is a noun with a "dat" behind it."""
    nouns = _nouns()
    for token in analysis.tokens:
        cue = nouns.get(token.lemma) if token.upos == "NOUN" else None
        that = _that(analysis, token) if cue else None
        if cue is None or that is None:
            continue
        scope = _clause(analysis, token, that)
        source = _source(analysis, speakers, token, that)
        if source is not None:
            yield Statement(*source, token.i, cue.stance, scope, cue.rule)
        elif "Number=Plur" in token.feats or _is_bare(analysis, token):
            yield Statement(None, None, token.i, Stance.POSSIBLE, scope, cue.rule)
        denier = _denier(analysis, speakers, token)
        if denier is not None:
            yield Statement(*denier, token.i, Stance.DENY, scope, "by.contrary")


def _that(analysis: Analysis, noun: Token) -> int | None:
    """Return the "dat" that opens what the noun tells; None when another word governs it."""
    stop = analysis.sentence(noun.i).stop
    for i in range(noun.i + 1, stop):
        token = analysis.tokens[i]
        if token.lower == "dat" and (token.upos == "SCONJ" or _tells(analysis, noun, token)):
            return i
        if (token.upos == "VERB" and i != noun.head) or token.text in {":", ";"}:
            return None
    return None


def _tells(analysis: Analysis, noun: Token, that: Token) -> bool:
    """Tell whether a "dat" held for relative is none: behind a plural or a "de", which take "die"."""
    of_de = any(
        analysis.tokens[c].lower in {"de", "deze", "die"} for c in analysis.children(noun.i)
    )
    plural = "Number=Plur" in noun.feats
    return plural or of_de or analysis.tokens[that.head].dep == "ccomp"


def _clause(analysis: Analysis, noun: Token, that: int) -> frozenset[int]:
    head = analysis.tokens[that].head
    if analysis.tokens[head].dep in _CLAUSES and head > that:
        return frozenset(i for i in analysis.subtree(head) if i >= that)
    tokens = analysis.tokens
    stop = analysis.sentence(noun.i).stop
    ends = (i for i in range(that + 1, stop) if tokens[i].text == ",")
    return frozenset(range(that, next(ends, stop)))


def _source(
    analysis: Analysis, speakers: Speakers, noun: Token, that: int
) -> tuple[Actor, Span] | None:
    before = analysis.tokens[noun.i - 1] if noun.i else None
    for i in range(noun.i + 1, min(noun.i + 3, that)):
        if analysis.tokens[i].lower in _OF:
            return speakers.first_in(i + 1, min(i + _REACH, that))
    verbal = before is not None and before.upos in {"VERB", "AUX"}
    if before is not None and before.lower in _POSSESSIVE and not verbal:
        return Actor(_POSSESSIVE[before.lower]), Span(before.start, before.end)
    if before is not None and before.upos == "PROPN":
        return speakers.at(before.i)
    verb = analysis.tokens[noun.head]
    if verb.lemma in speaker_words("speaker.uttering"):
        subjects = (c for c in analysis.children(verb.i) if analysis.tokens[c].dep == "nsubj")
        return next(filter(None, map(speakers.at, subjects)), None)
    return None


def _is_bare(analysis: Analysis, noun: Token) -> bool:
    """Tell whether "een gerucht" stands there: told by someone, not known before."""
    return any(analysis.tokens[c].lower == "een" for c in analysis.children(noun.i))


def _denier(analysis: Analysis, speakers: Speakers, noun: Token) -> tuple[Actor, Span] | None:
    """Return who denies what the noun tells: the subject of the verb that it is the object of."""
    verb = analysis.tokens[noun.head]
    denies = any(option.stance is Stance.DENY for option in sayings().get(verb.lemma, ()))
    if noun.dep != "obj" or not (denies or verb.lemma in speaker_words("speaker.rejecting")):
        return None
    for child in analysis.children(verb.i):
        if analysis.tokens[child].dep == "nsubj":
            found = speakers.at(child)
            return found if found and found[0].name not in PRONOUNS else None
    return None


@cache
def _nouns() -> Mapping[str, Cue]:
    return {cue.words[0]: cue for cue in cues("noun")}
