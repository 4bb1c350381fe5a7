"""What a report says of how well its own words stand: unconfirmed, or withdrawn.

What comes in: the `Analysis` of a report and its statements. What goes out: `Note`s, each with the
words that it is about: what its sentence tells, or where it points back ("die berichten", "dat") the
sentence before. Which words say so is data (`resources/nl/editorial.yaml`).

Example:
    "Volgens Oman vielen vier doden. Dat kon niet onafhankelijk worden bevestigd" marks the four dead of Oman
    as unconfirmed. "Het leger meldde tien doden, maar kwam daarop terug" marks the ten as withdrawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from wederhoor.attribution.statement import Statement, find_cue
from wederhoor.model import Analysis, Claim, EditorialStatus, Sentence, Span, Stance, Token
from wederhoor.resources.loader import load_entries

_TOLD, _COUNTED, _EARLIER = "editorial.told", "editorial.counted", "editorial.earlier"
_POINTING = frozenset({"dat", "dit", "die", "deze", "daarvan", "daarvoor", "hiervoor", "hiervan"})
_DEFINITE = _POINTING | {"de", "het", "zijn", "haar", "hun", "zulke", "dergelijke", "beide"}
_ALONE = frozenset({"alleen", "enkel", "slechts"})
_THINGS = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "obl:arg"})
_BACK = 2  # sentences to look back for what "dat bericht" is
_AGAIN = frozenset({"maar", "al", "doch", "hoewel", "ofschoon"})


@dataclass(frozen=True, slots=True)
class Note:
    """What is said of how well something stands.

    Attributes:
        status: unconfirmed or withdrawn.
        words: the words that say so.
        about: the stretch of text that it is about; of several the first in which someone speaks.
        counts: whether it is only about numbers.
        back: whether it points back to another sentence.
        rule: id of the rule.
    """

    status: EditorialStatus
    words: Span
    about: tuple[Span, ...]
    counts: bool
    back: bool
    rule: str


@dataclass(frozen=True, slots=True)
class _Rule:
    id: str
    status: EditorialStatus
    beside: frozenset[str]
    also: frozenset[str]
    of_told: bool


def read_notes(analysis: Analysis, statements: Sequence[Statement]) -> tuple[Note, ...]:
    """Return what a report says of how well its words stand, in text order."""
    found = (*_by_verb(analysis, statements), *_by_words(analysis, statements))
    return tuple(sorted(found, key=lambda note: (note.words, note.rule)))


def with_status(claims: Iterable[Claim], notes: Sequence[Note]) -> Iterator[Claim]:
    """Yield the claims, each with what the report says of how well it stands.

    Where a note is about words of which a source says some, or of which the outlet is not sure, it is
    about those alone.
    """
    found = list(claims)
    for note in notes:
        for i in _meant(note, found):
            if not found[i].status:
                found[i] = _marked(found[i], note)
    yield from found


def _meant(note: Note, claims: Sequence[Claim]) -> Sequence[int]:
    """Return which claims a note is about, by their numbers."""
    inside: list[int] = []
    for about in note.about:
        inside = [i for i, claim in enumerate(claims) if _is_about(note, about, claim)]
        voiced = [i for i in inside if claims[i].sources or claims[i].stance is not Stance.ASSERT]
        if voiced:
            return voiced
    sure = not note.back or note.counts or note.status is EditorialStatus.WITHDRAWN
    return inside if sure else []


def _marked(claim: Claim, note: Note) -> Claim:
    """Return a claim with its status; what the outlet itself takes back it denies from then on."""
    own = note.status is EditorialStatus.WITHDRAWN and not claim.sources
    stance = Stance.DENY if own else claim.stance
    return replace(claim, stance=stance, status=note.status, status_span=note.words)


def _is_about(note: Note, about: Span, claim: Claim) -> bool:
    inside = about.start <= claim.span.start < about.end
    return inside and (claim.field.is_count or not note.counts)


# ---------------------------------------------------------------- the words
def _by_verb(analysis: Analysis, statements: Sequence[Statement]) -> Iterator[Note]:
    for token in analysis.tokens:
        for rule in _verbs().get(token.lemma, ()) if token.upos == "VERB" else ():
            if _fits(analysis, token, rule):
                words = analysis.span(token.i, token.i + 1)
                yield from _note(analysis, statements, token.i, rule, words)
                break


def _fits(analysis: Analysis, verb: Token, rule: _Rule) -> bool:
    sentence = analysis.sentence(verb.i)
    words = [t.lower for t in analysis.tokens[sentence.first : sentence.stop]]
    if rule.also and not rule.also & set(words):
        return False
    if rule.of_told:
        return any(_is_told(analysis, i) for i in analysis.children(verb.i))
    negated = (i for i, word in enumerate(words) if word in rule.beside)
    return any(words[i + 1 : i + 2] == [] or words[i + 1] not in _ALONE for i in negated)


def _by_words(analysis: Analysis, statements: Sequence[Statement]) -> Iterator[Note]:
    for words, rule in _phrases():
        for first, stop in find_cue(analysis, words):
            withdrawn = rule.status is EditorialStatus.WITHDRAWN
            if withdrawn and any(said.source and first in said.scope for said in statements):
                continue  # "die berichten zijn onjuist, zegt het leger": a denial by the army
            yield from _note(analysis, statements, first, rule, analysis.span(first, stop))


# ---------------------------------------------------------------- what they are about
def _note(
    analysis: Analysis, statements: Sequence[Statement], at: int, rule: _Rule, words: Span
) -> Iterator[Note]:
    sentence = analysis.sentence(at)
    thing = _pointed_at(analysis, at, sentence)
    spoken = frozenset(analysis.tokens[said.cue].sent for said in statements)
    about = tuple(_about(analysis, spoken, at, thing))
    if not about:
        return
    if rule.status is EditorialStatus.WITHDRAWN:
        told = {t.lower for t in analysis.tokens if about[0].start <= t.start < words.end}
        if not told & _earlier() and not rule.beside and not rule.of_told:
            return
    counts = thing is not None and analysis.tokens[thing].lemma in _nouns(_COUNTED)
    yield Note(
        rule.status,
        words,
        about,
        counts,
        about[0].start < analysis.tokens[sentence.first].start,
        rule.id,
    )


def _about(
    analysis: Analysis, spoken: frozenset[int], at: int, thing: int | None
) -> Iterator[Span]:
    """Yield what a note may be about: its sentence, or those before, up to one in which one speaks."""
    sentence = analysis.sentence(at)
    if thing is None:
        turns = (i for i in range(at, sentence.stop) if analysis.tokens[i].lower == "maar")
        yield analysis.span(sentence.first, next(turns, sentence.stop))
        return
    if any(analysis.tokens[i].lower in _AGAIN for i in range(sentence.first + 1, thing)):
        yield analysis.span(sentence.first, thing)  # "..., maar dat is niet bevestigd"
        return
    number = analysis.tokens[at].sent
    for back in range(1, min(_BACK, number) + 1):
        before = analysis.sentences[number - back]
        if before.paragraph == 0 and sentence.paragraph > 0:
            return
        if back > 1 and before.paragraph != sentence.paragraph:
            return
        yield analysis.span(before.first, sentence.stop)
        if number - back in spoken:
            return


def _pointed_at(analysis: Analysis, at: int, sentence: Sentence) -> int | None:
    """Return the word that points back to what was told: "dat", or the "berichten" of "die berichten"."""
    for i in range(sentence.first, sentence.stop):
        token = analysis.tokens[i]
        if (
            token.lower in _POINTING
            and token.upos in {"PRON", "ADV"}
            and _stands(analysis, token, at)
        ):
            return i
        if _is_told(analysis, i) and token.dep in _THINGS:
            return i
    return None


def _stands(analysis: Analysis, token: Token, at: int) -> bool:
    """Tell whether a pronoun stands for something told: not the "die" of a relative clause."""
    relative = any(
        analysis.tokens[i].dep.startswith("acl") for i in (token.head,) if token.head != at
    )
    return not relative and token.dep != "mark"


def _is_told(analysis: Analysis, i: int) -> bool:
    """Tell whether a noun stands for something told before, and not "het bericht dat" or "over"."""
    if analysis.tokens[i].lemma not in _nouns(_TOLD):
        return False
    below = [analysis.tokens[child] for child in analysis.children(i)]
    known = any(child.lower in _DEFINITE for child in below)
    says = any(
        (child.dep in {"nmod", "acl"} and child.i > i)
        or any(analysis.tokens[c].lower == "dat" for c in analysis.children(child.i))
        for child in below
    )
    return known and not says


# ---------------------------------------------------------------- the data
@cache
def _entries() -> Mapping[str, Mapping[str, Any]]:
    optional = frozenset({"status", "words", "verbs", "with", "also", "of", "nouns"})
    entries = load_entries("nl/editorial.yaml", frozenset(), optional)
    return {entry.id: entry.data for entry in entries}


@cache
def _verbs() -> Mapping[str, tuple[_Rule, ...]]:
    table: dict[str, tuple[_Rule, ...]] = {}
    for name, data in _entries().items():
        for verb in data.get("verbs", ()):
            table[verb] = (*table.get(verb, ()), _rule(name, data))
    return table


@cache
def _phrases() -> tuple[tuple[tuple[str, ...], _Rule], ...]:
    return tuple(
        (tuple(words.split()), _rule(name, data))
        for name, data in _entries().items()
        if "status" in data
        for words in data.get("words", ())
    )


def _rule(name: str, data: Mapping[str, Any]) -> _Rule:
    beside, also = (frozenset(data.get(key, ())) for key in ("with", "also"))
    return _Rule(name, EditorialStatus(data["status"]), beside, also, bool(data.get("of")))


@cache
def _nouns(name: str) -> frozenset[str]:
    return frozenset(_entries()[name]["nouns"])


@cache
def _earlier() -> frozenset[str]:
    return frozenset(_entries()[_EARLIER]["words"])
