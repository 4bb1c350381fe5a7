"""Events as JSON objects: what `timeline --json` and `show --json` write.

In go a record and an event of it; out comes a plain dictionary. Values are written as in the claims
file, dates as EDTF, what is not known as null.

Example:
    `event_object(weighed, record)["when"]` is "2020-01-07/2020-01-08".
"""

from __future__ import annotations

from typing import Any

from wederhoor.export.claims import place_object, value_object
from wederhoor.export.counts import actor_object, toll_object
from wederhoor.model import Claim, DayReason, Dispute, Join, Position, Report, Span, WeighedEvent
from wederhoor.query import Record, place_in_time, summarise, toll_curves
from wederhoor.resources.labels import LANGS, Labels
from wederhoor.weighing import sentence

JsonObject = dict[str, Any]


def event_object(weighed: WeighedEvent, record: Record) -> JsonObject:
    """Return one event in short: what a line of the timeline says."""
    event, summary = weighed.event, summarise(weighed)
    first = record.reports[summary.reports[0]]
    return {
        "event": event.id,
        "type": event.type.value,
        "modes": list(event.modes),
        "realis": event.realis.value,
        "when": event.when.edtf() if event.when else None,
        "first_reported": first.published,
        "where": [place_object(place) for place in event.where],
        "actors": list(summary.actors),
        "recipients": list(summary.recipients),
        "counts": {
            field.value: [value_object(value) for value in values]
            for field, values in summary.counts
        },
        "sources": list(summary.sources),
        "outlets": list(summary.outlets),
        "reports": list(summary.reports),
        "disputed": weighed.disputed,
    }


def full_event_object(weighed: WeighedEvent, record: Record) -> JsonObject:
    """Return one event with its positions, where they differ, its evidence and its links."""
    return event_object(weighed, record) | {
        "placed": place_in_time(weighed.event, record.reports).days.edtf(),
        "positions": [position_object(position) for position in weighed.positions],
        "disputes": [_dispute(found, weighed.positions) for found in weighed.disputes],
        "tolls": [toll_object(curve) for curve in toll_curves(weighed, record.reports)],
        "claims": [_claim(claim, record) for claim in weighed.event.claims],
        "joins": [_join(join) for join in weighed.event.joins],
        "day_reasons": [_reason(reason, record) for reason in weighed.event.day_reasons],
        "day_clashes": [
            [_reason(reason, record) for reason in clash] for clash in weighed.event.day_clashes
        ],
    }


def _reason(reason: DayReason, record: Record) -> JsonObject:
    """Return what a day follows from: `rule` is null for the date that a report has by itself."""
    timing = reason.timing
    span = timing.span if timing else None
    return {
        "report": reason.report,
        "mention": reason.mention or None,
        "rule": timing.rule if timing else None,
        "words": span.of(record.reports[reason.report].text) if span else None,
        "inferred": bool(timing and timing.inferred),
        "of": "publication" if reason.of_publication else "event",
        "before": reason.before.edtf() if reason.before else None,
        "after": reason.after.edtf() if reason.after else None,
    }


def position_object(position: Position) -> JsonObject:
    """Return one position: what is said, by whom, where and when."""
    return {
        "field": position.field.value,
        "value": value_object(position.value),
        "stance": position.stance.value,
        "source": actor_object(position.source),
        "outlets": list(position.outlets),
        "first_said": position.first_said,
        "last_said": position.last_said,
        "origins": position.origins,
        "claims": [claim.id for claim in position.claims],
    }


def _dispute(found: Dispute, positions: tuple[Position, ...]) -> JsonObject:
    """Positions are named by their number in the list of positions, counted from 0."""
    return {
        "kind": found.kind.value,
        "field": found.field.value,
        "first": positions.index(found.first),
        "second": positions.index(found.second),
        "says": dispute_words(found),
    }


def dispute_words(found: Dispute) -> JsonObject:
    """Return the sentence that says how two positions differ, in every language there is."""
    return {lang: sentence(found, Labels(lang)) for lang in LANGS}


def _claim(claim: Claim, record: Record) -> JsonObject:
    report = record.reports[claim.report]
    return {
        "claim": claim.id,
        "report": claim.report,
        "outlet": report.outlet,
        "published": report.published,
        "field": claim.field.value,
        "value": value_object(claim.value),
        "part": claim.part,
        "sources": [actor_object(source) for source in claim.sources],
        "stance": claim.stance.value,
        "start": claim.span.start,
        "end": claim.span.end,
        "quote": claim.span.of(report.text),
        "rule": claim.rule,
        "source_rule": claim.source_rule,
        "source_words": _words(claim.source_span, report),
        "cue": _words(claim.cue, report),
        "scope": [_words(span, report) for span in claim.scope],
        "status": claim.status.value or None,
        "status_words": _words(claim.status_span, report),
    }


def _words(span: Span | None, report: Report) -> str | None:
    return span.of(report.text) if span else None


def _join(join: Join) -> JsonObject:
    reasons = [{"reason": reason, "weight": weight} for reason, weight in join.reasons]
    return {"first": join.first, "second": join.second, "score": join.score, "reasons": reasons}
