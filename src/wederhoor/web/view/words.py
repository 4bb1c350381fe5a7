"""What a claim or a position says, as a short phrase in the reader's language.

Example:
    A claim of 80 killed with source Iran is "doden: 80 Amerikanen" and "Iran zegt".
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from wederhoor.model import Actor, Claim, DaySet, Event, Field, Position, Report, Stance
from wederhoor.model.actor import folded
from wederhoor.query import days_in_words
from wederhoor.resources.labels import Labels, Lang
from wederhoor.weighing import position_words, speaks_as_many, value_words

_CLOCK = re.compile(r"T(\d\d:\d\d)")
_GROUPS = {
    Field.OCCURRED: "happened",
    Field.ACTOR: "parties",
    Field.RECIPIENT: "parties",
    Field.ORIGIN: "parties",
    Field.WEAPONS: "means",
    Field.ATTACKS: "means",
    Field.DAMAGE: "means",
    Field.MOTIVE: "motive",
    Field.TERRITORY: "happened",
}
_ALONE = frozenset({Field.OCCURRED, Field.ACTOR, Field.ORIGIN, Field.DAMAGE, Field.TERRITORY})
GROUPS = ("happened", "victims", "parties", "means", "motive")


def group_of(field: Field) -> str:
    """Return the colour group of a field: casualties share one, parties another."""
    return _GROUPS.get(field, "victims")


def statement(claim: Claim | Position, labels: Labels) -> str:
    """Return field and value, such as "doden: 80 Amerikanen"."""
    name = labels[f"field.{claim.field}"]
    if claim.value is None:
        return name
    return f"{name}: {value_words(claim.value, labels)}"


def speech(sources: Sequence[Actor], stance: Stance, labels: Labels) -> str:
    """Return who says it and how, such as "Iran ontkent" or "Fars (volgens Iran) zegt".

    Args:
        sources: innermost first; none for the report's own voice.
        stance: how the innermost one stands to it.
        labels: of the reader's language.
    """
    if not sources:
        return labels[f"html.own.{stance}"]
    who = sources[0].name
    for outer in sources[1:]:
        who = labels.fill("html.through", inner=who, outer=outer.name)
    one, _, many = labels[f"web.verb.{stance}"].partition("|")
    return f"{who} {many if speaks_as_many(sources[0]) else one}"


def published_words(report: Report, labels: Labels) -> str:
    """Return when a report appeared: "8 jan 2020, 16:05", or "jan 2020" when only that is known."""
    return said_words(report.days, report.published, labels)


def said_words(days: DaySet, published: str, labels: Labels) -> str:
    """Return days with the clock of the moment that was written: "8 jan 2020, 16:05"."""
    words = days_in_words(days, labels)
    clock = _CLOCK.search(published)
    return f"{words}, {clock.group(1)}" if clock else words


def heading(event: Event, reports: Mapping[str, Report], labels: Labels) -> str:
    """Return the name of an event: its type and most specific place, "Aanval, Ain al-Asad".

    Without a place the words of its first report tell it from others: "Aanval: beschieting".
    """
    kind = labels[f"type.{event.type}"]
    if event.where:
        return f"{kind}, {event.where[0].shown}"
    words = [
        trigger.span.of(reports[mention.report].text)
        for mention in event.mentions
        for trigger in mention.triggers
    ]
    telling = [word for word in words if folded(word) != folded(kind)]
    return f"{kind}: {telling[0]}" if telling else kind


def claimed_words(said: Position, labels: Labels) -> str:
    """Return what a position says so that it can stand alone: "80 doden", "doelwit: de ambassade".

    A count says by itself what is counted, and a responsible party that it is one.
    """
    words = position_words(said, labels)
    alone = said.field.is_count or said.field in _ALONE
    return words if alone else f"{labels[f'field.{said.field}']}: {words}"


def outlet_words(outlets: Sequence[str], labels: Labels) -> str:
    """Return the outlets in one line; a report without one says so."""
    return ", ".join(name or labels["html.outlet.unknown"] for name in outlets or ("",))


def report_heading(report: Report, labels: Labels) -> str:
    """Return the headline, or words that say there is none."""
    return report.title or labels.fill("html.report.untitled", id=report.id)


def number_words(number: int, lang: Lang) -> str:
    """Return a number as it is written: "20.000" in Dutch, "20,000" in English."""
    written = f"{number:,}"
    return written.replace(",", ".") if lang == "nl" else written
