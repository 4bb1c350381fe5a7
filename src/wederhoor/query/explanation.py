"""Why the record says what it says: from a claim back to words, rules, links and the other side.

Example:
    `explain_claim(record, "c3f2a91b")` of "volgens Iran tachtig doden" holds the sentence, the rule
    that read "tachtig doden", the rule that made Iran its source, why this report was joined with others,
    and the positions that contradict it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from wederhoor.model import (
    Claim,
    DayReason,
    Dispute,
    EventMention,
    Join,
    Position,
    Report,
    Span,
    WeighedEvent,
)
from wederhoor.query.finding import find_claim
from wederhoor.query.record import Record

_STOP = re.compile(r"[.!?…][\"'’”»)]*\s+(?=[\"'‘’“„«(]*[A-Z0-9À-Þ])|\n")
_REACH = 400  # characters to look back and ahead; a "sentence" longer than that is cut


@dataclass(frozen=True, slots=True)
class DayLine:
    """A reason for the days of an event, with its words; "" for a convention or a date of publication."""

    reason: DayReason
    words: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that led to one claim.

    Attributes:
        claim: the claim itself, with its rules and spans.
        report: the report that it stands in.
        sentence: the sentence (or what comes nearest) around its evidence.
        mention: the event as this report tells it.
        weighed: the event that the mention was joined into.
        joins: the links of that mention with mentions in other reports, strongest first.
        other_joins: how many further links hold the event together.
        position: the position that the claim supports, if it takes one.
        disputes: where that position differs from another.
        days: what the days of the event follow from, in the order in which they got narrower.
        clashes: what of that cannot all be true.
    """

    claim: Claim
    report: Report
    sentence: Span
    mention: EventMention
    weighed: WeighedEvent
    joins: tuple[Join, ...]
    other_joins: int
    position: Position | None
    disputes: tuple[Dispute, ...]
    days: tuple[DayLine, ...] = ()
    clashes: tuple[tuple[DayLine, ...], ...] = ()


def explain_claim(record: Record, text: str) -> Explanation:
    """Explain the claim with this id, or the only one whose id begins with it.

    Raises:
        QueryError: no claim or more than one has that id.
    """
    weighed, claim = find_claim(record, text)
    report = record.reports[claim.report]
    mention = next(m for m in weighed.event.mentions if m.id == claim.mention)
    joins = [join for join in weighed.event.joins if mention.id in (join.first, join.second)]
    position = next((p for p in weighed.positions if claim in p.claims), None)
    return Explanation(
        claim=claim,
        report=report,
        sentence=sentence_around(report.text, _evidence(claim)),
        mention=mention,
        weighed=weighed,
        joins=tuple(sorted(joins, key=lambda join: (-join.score, join.first, join.second))),
        other_joins=len(weighed.event.joins) - len(joins),
        position=position,
        disputes=tuple(d for d in weighed.disputes if position in (d.first, d.second)),
        days=tuple(_day_line(reason, record) for reason in _reasons(weighed, mention)),
        clashes=tuple(
            tuple(_day_line(reason, record) for reason in clash)
            for clash in weighed.event.day_clashes
        ),
    )


def _reasons(weighed: WeighedEvent, mention: EventMention) -> Iterable[DayReason]:
    """Return what the days follow from: the way through the record, or else what the mention says."""
    if weighed.event.day_reasons:
        return weighed.event.day_reasons
    return (DayReason(mention.report, mention.id, timing) for timing in mention.timings)


def _day_line(reason: DayReason, record: Record) -> DayLine:
    span = reason.timing.span if reason.timing else None
    return DayLine(reason, span.of(record.reports[reason.report].text) if span else "")


def sentence_around(text: str, span: Span) -> Span:
    """Return the sentence that holds a span, found by its marks alone and never far away.

    Example:
        Around "tachtig doden" in "Er was een aanval. Volgens Iran vielen tachtig doden. Dat is
        veel." it is "Volgens Iran vielen tachtig doden."
    """
    low = max(0, span.start - _REACH)
    high = min(len(text), span.end + _REACH)
    before = [stop.end() for stop in _STOP.finditer(text, low, span.start)]
    # A stop is looked for from just before the end, so that evidence may end in its own full stop.
    after = _STOP.search(text, max(span.start, span.end - 1), high)
    end = high if after is None else after.start() + len(after.group().rstrip())
    return Span(before[-1] if before else low, max(end, span.end))


def _evidence(claim: Claim) -> Span:
    return claim.span if claim.source_span is None else claim.span.cover(claim.source_span)
