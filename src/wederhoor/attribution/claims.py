"""From facts to claims: every fact gets the parties that are said to say it, and how sure.

What comes in: a `Report`, its `Analysis` and its `Extraction`. What goes out: a `Reading`. Pure.

Example:
    "Volgens Iran zijn bij de aanval tachtig Amerikanen gedood" gives `killed` 80 by Iran.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from wederhoor.attribution.editorial import read_notes, with_status
from wederhoor.attribution.responsibility import Answer, Responsibility
from wederhoor.attribution.sourcing import Source, contraries, source_of
from wederhoor.attribution.speakers import Speakers
from wederhoor.attribution.statement import Statement
from wederhoor.attribution.statements import find_statements
from wederhoor.model import (
    Actor,
    Analysis,
    Claim,
    EventType,
    Extraction,
    Fact,
    Field,
    Quantity,
    Reading,
    Relation,
    Report,
    Stance,
    codec,
)

_SPEECH_ACTS = frozenset(
    {
        EventType.REQUEST,
        EventType.ACCUSE,
        EventType.THREATEN,
        EventType.REJECT,
        EventType.AGREE,
        EventType.CONCEDE,
        EventType.SUPPORT,
    }
)
_OF_PEOPLE = frozenset({Field.KILLED, Field.INJURED, Field.MISSING, Field.DETAINED})
_PEOPLE = frozenset({"mensen", "personen", "doden", "gewonden", "slachtoffers", "vermisten"})
_STEM = 6  # letters: "Amerikaanse doden" and "Amerikanen" count the same people
_OPPOSITE = {Stance.ASSERT: Stance.DENY, Stance.DENY: Stance.ASSERT}
_SEVERAL = 2  # the least that a plural without a number can be


def attribute(report: Report, analysis: Analysis, extraction: Extraction) -> Reading:
    """Return the claims of one report: the facts of its events, each with source and stance."""
    if not extraction.mentions:
        return Reading(report.id, (), ())
    speakers = Speakers(analysis, extraction.actors)
    statements = find_statements(analysis, speakers)
    answers = tuple(Responsibility(analysis, speakers, extraction.mentions).answers())
    settled = frozenset(answer.token for answer in answers)
    claims = [
        *_from_facts(report, analysis, extraction, statements),
        *_from_answers(report, analysis, extraction, statements, answers, settled),
    ]
    marked = with_status(claims, read_notes(analysis, statements))
    return Reading(report.id, extraction.mentions, _unique(marked, len(report.title)))


def _from_facts(
    report: Report,
    analysis: Analysis,
    extraction: Extraction,
    statements: tuple[Statement, ...],
) -> Iterator[Claim]:
    for fact in extraction.facts:
        source = source_of(analysis, fact.token, statements)
        if _is_own_act(extraction, fact, source):
            source = Source()
        if fact.stance is Stance.DENY:  # who denies "was niet in ons luchtruim" says that it was
            source = replace(source, stance=_OPPOSITE.get(source.stance, Stance.UNKNOWN))
        yield _claim(report, extraction, fact, source)
        for contrary in contraries(analysis, fact, statements):
            yield _claim(report, extraction, fact, contrary)


def _is_own_act(extraction: Extraction, fact: Fact, source: Source) -> bool:
    """Tell whether the source only performs the act: "hij laat weten dat hij de uitnodiging afslaat"."""
    if extraction.mentions[fact.mention].type not in _SPEECH_ACTS or not source.sources:
        return False
    actors = {
        other.value.key
        for other in extraction.facts
        if other.mention == fact.mention
        and other.field is Field.ACTOR
        and isinstance(other.value, Actor)
    }
    return source.sources[0].key in actors


def _from_answers(
    report: Report,
    analysis: Analysis,
    extraction: Extraction,
    statements: tuple[Statement, ...],
    answers: Iterable[Answer],
    settled: frozenset[int],
) -> Iterator[Claim]:
    for answer in answers:
        if answer.speaker:
            speaker, words = answer.speaker
            cue = analysis.span(answer.token, answer.token + 1)
            scope = (answer.span,)
            source = Source((speaker,), answer.stance, answer.rule, words, cue, scope)
        else:
            outer = tuple(said for said in statements if said.cue not in settled)
            source = source_of(analysis, answer.token, outer)
            if answer.stance is not Stance.ASSERT:
                source = replace(source, stance=answer.stance)
        fact = Fact(
            answer.mention,
            answer.field,
            answer.value,
            source.stance,
            answer.span,
            answer.token,
            answer.rule,
        )
        yield _claim(report, extraction, fact, source)


def _claim(report: Report, extraction: Extraction, fact: Fact, source: Source) -> Claim:
    stance = Stance.UNKNOWN if fact.stance is Stance.UNKNOWN else source.stance
    return Claim(
        id=_claim_id(report, fact, source),
        mention=extraction.mentions[fact.mention].id,
        report=report.id,
        field=fact.field,
        value=fact.value,
        sources=source.sources,
        stance=stance,
        span=fact.span,
        rule=fact.rule,
        source_rule=source.rule,
        source_span=source.span,
        part=fact.part,
        cue=source.cue,
        scope=source.scope,
    )


def _claim_id(report: Report, fact: Fact, source: Source) -> str:
    said = codec.dumps((fact.value, source.sources)) if fact.value is not True else "true"
    parts = (
        report.id,
        str(fact.mention),
        fact.field.value,
        said,
        source.stance.value,
        f"{fact.span.start}-{fact.span.end}",
        fact.part,
    )
    return "c" + hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()[:12]


# ---------------------------------------------------------------- once each
def _unique(claims: Iterable[Claim], title: int) -> tuple[Claim, ...]:
    """Keep one claim per event, field, value, source and stance: the first in the text.

    What a named source says of a party makes the outlet's own silent repetition of it redundant only
    when the words are the same; the two stay apart otherwise.
    """
    kept: dict[tuple[object, ...], Claim] = {}
    for claim in sorted(claims, key=lambda claim: (claim.span, claim.field, claim.id)):
        key = (
            claim.mention,
            claim.field,
            _value_key(claim),
            claim.sources[0].key if claim.sources else "",
            claim.stance,
            claim.part,
        )
        first = kept.setdefault(key, claim)
        if claim.status and not first.status:
            kept[key] = replace(first, status=claim.status, status_span=claim.status_span)
    return tuple(
        claim
        for claim in kept.values()
        if not _headline_echo(claim, kept, title) and not _is_vaguer(claim, kept)
    )


def _is_vaguer(claim: Claim, kept: Mapping[tuple[object, ...], Claim]) -> bool:
    """Tell whether "raketten" or "meerdere doden" only says less than another count does."""
    vague = claim.value
    if not isinstance(vague, Quantity) or (vague.low, vague.high) != (_SEVERAL, None):
        return False
    return any(
        isinstance(other.value, Quantity)
        and (other.mention, other.field, other.part) == (claim.mention, claim.field, claim.part)
        and other.value.relation_to(vague) is Relation.NARROWER
        for other in kept.values()
    )


def _headline_echo(claim: Claim, kept: Mapping[tuple[object, ...], Claim], title: int) -> bool:
    """Tell whether a headline only repeats what the text says a source claims."""
    if claim.sources or claim.span.start >= title or claim.stance is not Stance.ASSERT:
        return False
    return any(
        (other.sources or isinstance(other.value, Quantity))
        and other.span.start > claim.span.end
        and (other.mention, other.field) == (claim.mention, claim.field)
        and other.stance is Stance.ASSERT
        and _same_number(other, claim)
        for other in kept.values()
    )


def _counted(claim: Claim, value: Quantity) -> str:
    """Return what sets two equal counts apart: the kind of thing, not the wording of "people"."""
    words = (value.of or "").casefold().split()
    if claim.field not in _OF_PEOPLE:
        return "".join(words[-1:])
    telling = [word for word in words if word not in _PEOPLE]
    return telling[0][:_STEM] if telling else ""


def _same_number(first: Claim, second: Claim) -> bool:
    """Tell whether both say the same; a headline may leave "zeker" and what is counted out."""
    a, b = first.value, second.value
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return a.low == b.low
    return _value_key(first) == _value_key(second)


def _value_key(claim: Claim) -> object:
    value = claim.value
    if isinstance(value, Actor):
        return value.key
    if isinstance(value, Quantity):
        return (value.low, value.high, value.approximate, _counted(claim, value))
    return codec.dumps((value,)) if not isinstance(value, bool | str) else value
