"""One sentence of an event that says only what nobody contradicts.

What goes in: its type where all mentions give it, its days and places where all that tell them can be
right together, and each value that is asserted, the only one of its field, and carried by two
independent origins or by every report of the event. A value that one party alone tells stays out: that
nobody contradicts it yet makes it no common ground.

Example:
    "Niet betwist: aanval, Ain al-Asad, 7–8 jan 2020; dader of handelende partij: Iran." The toll is not
    in it, for Iran and the Pentagon differ about that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from wederhoor.model import (
    DisputeKind,
    Event,
    Field,
    Place,
    Position,
    Realis,
    Relation,
    Report,
    Stance,
    WeighedEvent,
)
from wederhoor.query import days_in_words
from wederhoor.resources.labels import Labels
from wederhoor.weighing import value_words

_ONE = frozenset({Relation.SAME, Relation.NARROWER, Relation.WIDER})
_ENOUGH = 2  # independent origins that make a value common ground


def agreed(weighed: WeighedEvent, reports: Mapping[str, Report], labels: Labels) -> str:
    """Return the sentence; "" where not even the type of the event is common ground."""
    event = weighed.event
    disputed = {d.field for d in weighed.disputes if d.kind is DisputeKind.DISPUTE}
    if Field.OCCURRED in disputed or {m.type for m in event.mentions} != {event.type}:
        return ""
    told = [labels[f"type.{event.type}"].lower()]
    if event.realis is not Realis.ACTUAL:
        told[0] += f" ({labels[f'realis.{event.realis}']})"
    told += _where(event)
    told += [days_in_words(event.when, labels)] if event.when else []
    every = frozenset(m.report for m in event.mentions if m.report in reports)
    facts = [
        f"{labels[f'field.{position.field}']}: {value_words(position.value, labels)}"
        for position in _common(weighed, every)
        if position.field not in disputed
    ]
    return labels.fill("web.agreed", what="; ".join([", ".join(told), *facts]))


def _where(event: Event) -> list[str]:
    """The finest place that all who tell a place can mean: theirs is it, lies in it, or holds it."""
    told = [mention.where for mention in event.mentions if mention.where]
    for place in event.where:
        if not place.inferred and all(_means(places, place) for places in told):
            return [place.name]
    return []


def _means(places: Sequence[Place], place: Place) -> bool:
    relations = {one.relation_to(place) for one in places}
    return Relation.CONFLICTS not in relations and not _ONE.isdisjoint(relations)


def _common(weighed: WeighedEvent, every: frozenset[str]) -> Iterator[Position]:
    for field in Field:
        positions = [p for p in weighed.positions if p.field is field]
        if field is Field.OCCURRED or len(positions) != 1:
            continue
        (only,) = positions
        carried = {claim.report for claim in only.claims}
        if only.stance is Stance.ASSERT and (only.origins >= _ENOUGH or carried >= every):
            yield only
