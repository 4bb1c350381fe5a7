"""From facts to claims: every fact gets the parties that are said to say it, and how sure.

What comes in: a `Report`, its `Analysis` and its `Extraction`. What goes out: a `Reading`. Pure.

Of all statements that cover a fact the innermost speaks, those around it carry it: a chain, innermost
first. Where no statement covers a fact the outlet speaks.

Example:
    "Volgens Iran zijn bij de aanval tachtig Amerikanen gedood" gives `killed` 80 by Iran.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from wederhoor.attribution.background import background_between
from wederhoor.attribution.hedges import hedge_rule, reportative
from wederhoor.attribution.responsibility import Answer, Responsibility
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
    Span,
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
_CLOSE = frozenset({"quote.continued", "by.headline", "by.headline-quote", "by.own-words"})
_DEPTH = {"by.authority": 0, "by.own-words": 0, "by.carrier": 2, "hedge.continued": 3}
"""Where a rule stands in the chain: 0 is innermost, 1 where the rule does not say."""
_SEVERAL = 2  # the least that a plural without a number can be
_CHAIN = 3  # speakers in a chain; more is a wrong tree


@dataclass(frozen=True, slots=True)
class _Source:
    """Who speaks for a token: the chain, the stance, and the words and rule that say so."""

    sources: tuple[Actor, ...] = ()
    stance: Stance = Stance.ASSERT
    rule: str = ""
    span: Span | None = None


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
    return Reading(report.id, extraction.mentions, _unique(claims, len(report.title)))


def _from_facts(
    report: Report,
    analysis: Analysis,
    extraction: Extraction,
    statements: tuple[Statement, ...],
) -> Iterator[Claim]:
    for fact in extraction.facts:
        source = _source(analysis, fact.token, statements)
        if _is_own_act(extraction, fact, source):
            source = _Source()
        yield _claim(report, extraction, fact, source)
        for contrary in _contraries(fact, statements):
            yield _claim(report, extraction, fact, contrary)


def _is_own_act(extraction: Extraction, fact: Fact, source: _Source) -> bool:
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


def _contraries(fact: Fact, statements: tuple[Statement, ...]) -> Iterator[_Source]:
    """Yield those of whom the sentence says that they hold the opposite."""
    for said in statements:
        contrary = said.rule == "by.contrary" and fact.token in said.scope
        if contrary and said.source and fact.field.is_count:
            yield _Source((said.source,), Stance.DENY, said.rule, said.span)


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
            rule = answer.rule
            source = _Source((answer.speaker[0],), answer.stance, rule, answer.speaker[1])
        else:
            outer = tuple(said for said in statements if said.cue not in settled)
            source = _source(analysis, answer.token, outer)
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


def _claim(report: Report, extraction: Extraction, fact: Fact, source: _Source) -> Claim:
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
    )


def _claim_id(report: Report, fact: Fact, source: _Source) -> str:
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


# ---------------------------------------------------------------- who speaks
def _source(analysis: Analysis, token: int, statements: tuple[Statement, ...]) -> _Source:
    covering = sorted(
        (said for said in statements if _speaks_for(analysis, said, token)),
        key=lambda said: (_DEPTH.get(said.rule, 1), len(said.scope), said.cue),
    )
    if covering:
        return _chain(analysis, token, covering)
    if reportative(analysis, token):
        return _Source(stance=Stance.POSSIBLE, rule="hedge.reportative")
    rule = hedge_rule(analysis, token)
    return _Source(stance=Stance.POSSIBLE, rule=rule) if rule else _Source()


def _speaks_for(analysis: Analysis, said: Statement, token: int) -> bool:
    """Tell whether a statement covers a token, other than as background or by contrast."""
    if token not in said.scope or said.rule == "by.contrary":
        return False
    if said.rule == "hedge.continued":
        return reportative(analysis, token)
    if said.rule in _CLOSE or background_between(analysis, said.cue):
        return True  # a quote holds all its words; a cue amid the background speaks for it
    return not background_between(analysis, token)


def _chain(analysis: Analysis, token: int, covering: list[Statement]) -> _Source:
    inner = next((said for said in covering if said.source), covering[0])
    sources: dict[str, Actor] = {}
    for said in covering[:_CHAIN]:
        if said.source:
            sources.setdefault(said.source.key, said.source)
    stance = inner.stance
    hedge = hedge_rule(analysis, token)
    if stance is Stance.ASSERT and hedge:
        stance = Stance.POSSIBLE
    return _Source(tuple(sources.values()), stance, inner.rule, inner.span)


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
        kept.setdefault(key, claim)
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
