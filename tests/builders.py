"""Parties, places, events, claims and reports made by hand, for every test that needs some.

Example:
    `said(told(noon, "aanval"), noon, Field.KILLED, count(12), words="twaalf doden")` is a claim.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict, Unpack

from wederhoor.model import (
    Actor,
    ActorKind,
    Claim,
    DaySet,
    Event,
    EventMention,
    EventType,
    Field,
    Place,
    Precision,
    Quantity,
    Reading,
    Realis,
    Report,
    Span,
    Stance,
    Trigger,
    Value,
)

IRAN = Actor("Iran", id="Q794", kind=ActorKind.STATE, country="IR")
GUARDS = Actor(
    "Revolutionaire Garde", id="Q271110", kind=ActorKind.MILITARY, country="IR", part_of=("Iran",)
)
US = Actor("VS", id="Q30", kind=ActorKind.STATE, country="US")
PENTAGON = Actor("Pentagon", id="Q11208", kind=ActorKind.MILITARY, country="US", part_of=("VS",))
FINLAND = Actor("Finland", id="Q33", kind=ActorKind.STATE, country="FI")
ISRAEL = Actor("Israël", id="Q801", kind=ActorKind.STATE, country="IL")
POLICE = Actor("politie", kind=ActorKind.POLICE, country="LK")
MEDIA = Actor("lokale media", kind=ActorKind.MEDIA)
GUNMEN = Actor("gewapende mannen", kind=ActorKind.PEOPLE)

IRAQ = Place("Irak", id="99237", precision=Precision.COUNTRY, country="IQ", lat=33.0, lon=44.0)
BASE = Place("Ain al-Asad", id="x1", precision=Precision.SITE, country="IQ", lat=33.79, lon=42.44)
BAGHDAD = Place(
    "Bagdad", id="98182", precision=Precision.SETTLEMENT, country="IQ", lat=33.34, lon=44.4
)
SYRIA = Place("Syrië", id="163843", precision=Precision.COUNTRY, country="SY", lat=35.0, lon=38.0)


class MentionParts(TypedDict, total=False):
    """What may be said of a mention."""

    type: EventType
    modes: tuple[str, ...]
    realis: Realis
    when: DaySet | None
    where: tuple[Place, ...]
    number: int


class ClaimParts(TypedDict, total=False):
    """What may be said of a claim."""

    by: Actor | None
    stance: Stance
    words: str
    part: str


def days(edtf: str) -> DaySet:
    """Return the days that an EDTF string names."""
    return DaySet.from_edtf(edtf)


def count(low: int, high: int | None = -1, of: str | None = None) -> Quantity:
    """Return an exact count, or a range when `high` is given."""
    return Quantity(low, low if high == -1 else high, of=of)


def report(
    name: str,
    body: str,
    published: str = "2020-01-08",
    outlet: str = "Bode",
    *,
    title: str = "",
    url: str = "",
) -> Report:
    """Return a report; `published` may be a moment, a day, a month or a year."""
    return Report(name, title, body, published, days(published.partition("T")[0]), outlet, url)


def span_of(source: Report, words: str) -> Span:
    """Return where words first stand in a report."""
    start = source.text.index(words)
    return Span(start, start + len(words))


def told(source: Report, trigger: str, **parts: Unpack[MentionParts]) -> EventMention:
    """Return an event as a report tells it, mentioned by the words `trigger`."""
    return EventMention(
        id=f"{source.id}#{parts.get('number', 0)}",
        report=source.id,
        type=parts.get("type", EventType.ASSAULT),
        modes=parts.get("modes", ()),
        realis=parts.get("realis", Realis.ACTUAL),
        when=parts.get("when"),
        where=parts.get("where", ()),
        triggers=(Trigger(span_of(source, trigger), "event.test"),),
    )


def said(
    mention: EventMention, source: Report, field: Field, value: Value, **parts: Unpack[ClaimParts]
) -> Claim:
    """Return a claim on a mention; its evidence is `words`, or the trigger."""
    words = parts.get("words") or mention.triggers[0].span.of(source.text)
    speaker = parts.get("by")
    stance = parts.get("stance", Stance.ASSERT)
    told_by = speaker.name if speaker else ""
    return Claim(
        id=f"{mention.id}/{field}/{value}/{told_by}/{stance}/{parts.get('part', '')}",
        mention=mention.id,
        report=source.id,
        field=field,
        value=value,
        sources=(speaker,) if speaker else (),
        stance=stance,
        span=span_of(source, words),
        rule="claim.test",
        part=parts.get("part", ""),
    )


def read(mentions: Sequence[EventMention], claims: Sequence[Claim] = ()) -> Reading:
    """Return the reading of the report that the mentions are of."""
    return Reading(mentions[0].report, tuple(mentions), tuple(claims))


def event_of(
    claims: Sequence[Claim], kind: EventType = EventType.ASSAULT, name: str = "e0"
) -> Event:
    """Return an event with these claims and no mentions: all that weighing looks at."""
    return Event(name, kind, (), Realis.ACTUAL, None, (), (), tuple(claims))
