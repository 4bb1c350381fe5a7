"""The claims file: JSON Lines, one claim a line, the public format `wederhoor-claims`, version 1 or 2.

In goes a `Record`; out come rows in order of report publication, report id, start and field. Every
mention gives one plain `occurred` row for each of its triggers, and every claim a row of its own. What
a row says of type, days and places is what its own report says, so that one report never borrows
knowledge from another; only `event` is the record's.

Example:
    "Volgens Iran vielen 80 doden" gives an `occurred` row and
    `{"field": "killed", "value": {"low": 80, "high": 80, ...}, "sources": [{"name": "Iran", ...}], ...}`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, TextIO

from wederhoor.model import (
    Actor,
    Claim,
    Damage,
    EventMention,
    Field,
    Place,
    Quantity,
    Report,
    Span,
    Stance,
    Trigger,
    Value,
    WeighedEvent,
)
from wederhoor.query import Record

FORMAT = "wederhoor-claims/1"

_SINCE = {Field.TERRITORY.value: 2}
"""Fields that came after version 1, whose list of fields is closed, with the version that has them."""

Row = dict[str, Any]


def claim_rows(record: Record, version: int = 1) -> Iterator[Row]:
    """Yield the rows of the claims file, in its order; `quote` is always `text[start:end]`.

    Args:
        record: the record.
        version: of the format; 2 has the field `territory` too.
    """
    written = {"format": f"{FORMAT.rpartition('/')[0]}/{version}"}
    by_report: dict[str, list[Row]] = {}
    for weighed in record.events:
        for row in _event_rows(weighed, record):
            if _SINCE.get(row["field"], 1) <= version:
                by_report.setdefault(row["report"], []).append(row | written)
    for report in sorted(record.reports.values(), key=lambda report: report.order):
        yield from sorted(by_report.get(report.id, ()), key=_order)


def write_claims(record: Record, stream: TextIO, version: int = 1) -> int:
    """Write the claims file to a UTF-8 text stream and return the number of rows."""
    count = 0
    for count, row in enumerate(claim_rows(record, version), start=1):  # noqa: B007 - the number is returned
        stream.write(_line(row) + "\n")
    return count


def _event_rows(weighed: WeighedEvent, record: Record) -> Iterator[Row]:
    mentions = {mention.id: mention for mention in weighed.event.mentions}
    for mention in mentions.values():
        report = record.reports[mention.report]
        for trigger in mention.triggers:
            yield _mention_row(report, weighed.event.id, mention, trigger)
    for claim in weighed.event.claims:
        mention = mentions[claim.mention]
        if claim.is_plain_mention and claim.span in {t.span for t in mention.triggers}:
            continue  # the row of that trigger says it already
        yield _claim_row(record.reports[claim.report], weighed.event.id, mention, claim)


def _mention_row(report: Report, event: str, mention: EventMention, trigger: Trigger) -> Row:
    row = _base(report, event, mention)
    row |= {"field": Field.OCCURRED.value, "value": True, "sources": []}
    row |= {"stance": Stance.ASSERT.value}
    return row | _evidence(report, trigger.span, trigger.rule)


def _claim_row(report: Report, event: str, mention: EventMention, claim: Claim) -> Row:
    row = _base(report, event, mention)
    row |= {"field": claim.field.value, "value": value_object(claim.value)}
    row |= {"sources": [_source(source) for source in claim.sources], "stance": claim.stance.value}
    row |= _evidence(report, claim.span, claim.rule)
    return row | ({"status": claim.status.value} if claim.status else {})


def _base(report: Report, event: str, mention: EventMention) -> Row:
    """Return what every row of a mention has; `when_inferred` only where conventions gave its days."""
    row = {
        "format": FORMAT,
        "report": report.id,
        "event": event,
        "type": mention.type.value,
        "modes": list(mention.modes),
        "realis": mention.realis.value,
        "when": mention.when.edtf() if mention.when else None,
        "where": [place_object(place) for place in _finest_first(mention.where)],
    }
    return row | ({"when_inferred": True} if mention.when_inferred else {})


def _evidence(report: Report, span: Span, rule: str) -> Row:
    return {
        "start": span.start,
        "end": span.end,
        "quote": span.of(report.text),
        "outlet": report.outlet,
        "published": report.published,
        "rule": rule,
    }


def _finest_first(places: tuple[Place, ...]) -> list[Place]:
    return sorted(places, key=lambda place: place.rank)


def place_object(place: Place) -> Row:
    """Return a place as the format writes it; what is not known is null.

    Beyond the format's keys, `surface` holds the words of the report, `radius_km` how far from its point
    a place may lie that is told by another ("niet ver van Bagdad"), and `inferred` is true for a place
    that the report says of itself as a whole rather than of this event.
    """
    row: Row = {
        "name": place.name,
        "surface": place.surface or place.name,
        "id": place.id,
        "lat": place.lat,
        "lon": place.lon,
        "precision": place.precision.value,
    }
    row |= {"radius_km": place.radius_km} if place.radius_km is not None else {}
    return row | ({"inferred": True} if place.inferred else {})


def value_object(value: Value) -> Any:  # noqa: ANN401 - JSON is any of its types
    """Return the value of a claim as the format writes it."""
    if isinstance(value, Actor | Place):
        aliases = value.aliases if isinstance(value, Actor) else ()
        return {**_source(value), "aliases": list(aliases)}
    if isinstance(value, Quantity):
        bounds = {"low": value.low, "high": value.high}
        return {**bounds, "approx": value.approximate, "of": value.of}
    return value.value if isinstance(value, Damage) else value


def _source(named: Actor | Place) -> Row:
    return {"name": named.name, "id": named.id, "surface": named.surface or named.name}


def _order(row: Row) -> tuple[int, str, int, str]:
    # The row itself, written out, decides between rows on one spot: the order of arrival never does.
    return (row["start"], row["field"], row["end"], _line(row))


def _line(row: Row) -> str:
    return json.dumps(row, ensure_ascii=False)
