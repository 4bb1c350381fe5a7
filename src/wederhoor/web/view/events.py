"""An event as a page: what, when, where; contradictions first; per field the positions side by side.

Example:
    The missile attack on Ain al-Asad shows under "doden" a card "80 Amerikanen, Iran zegt" beside a
    card "geen, Pentagon zegt", each with the sentence of the report that carries it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wederhoor.model import (
    Claim,
    DisputeKind,
    Event,
    Field,
    Position,
    Realis,
    Report,
    Stance,
    WeighedEvent,
)
from wederhoor.query import (
    NAMES_SHOWN,
    NOT_YET,
    Record,
    Summary,
    place_in_time,
    sentence_around,
    summarise,
    who,
)
from wederhoor.resources.labels import Labels
from wederhoor.web.links import Links
from wederhoor.web.view.agreed import agreed
from wederhoor.web.view.drawing import Strip, Toll, strip, tolls
from wederhoor.web.view.reports import report_heading
from wederhoor.web.view.telling import told_by
from wederhoor.web.view.words import (
    days_words,
    group_of,
    heading,
    outlet_words,
    published_words,
    speech,
)
from wederhoor.weighing import position_words, sentence, speaker, value_words

_QUOTED_TRIGGERS = 4


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words of one report: the evidence within its sentence."""

    before: str
    quote: str
    after: str
    claim: str
    report_heading: str
    outlet: str
    published: str
    chain: str


@dataclass(frozen=True, slots=True)
class Card:
    """One position."""

    value: str
    speech: str
    stance: Stance
    outlets: str
    first: str
    last: str
    origins: int
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class TollRow:
    """One number of a toll, in words."""

    published: str
    value: str
    who: str
    outlets: str


@dataclass(frozen=True, slots=True)
class FieldCards:
    """The positions on one field, with in words how they contradict or replace one another."""

    key: Field
    name: str
    group: str
    disputes: tuple[str, ...]
    changes: tuple[str, ...]
    toll: Toll | None
    toll_rows: tuple[TollRow, ...]
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class EventLine:
    """What a line of the timeline says of an event, and the head of its page."""

    href: str
    id: str
    type: str
    heading: str
    month: str
    days: str
    edtf: str
    dated: bool
    strip: Strip
    realis: Realis
    not_yet: bool
    places: tuple[tuple[str, str], ...]
    triggers: tuple[str, ...]
    who: str
    counts: tuple[tuple[str, str], ...]
    disputes: tuple[str, ...]
    reports: int
    outlets: str


@dataclass(frozen=True, slots=True)
class EventPage:
    """All that the page of an event shows."""

    line: EventLine
    agreed: str
    fields: tuple[FieldCards, ...]
    reports: tuple[Evidence, ...]
    joins: tuple[JoinRow, ...]


@dataclass(frozen=True, slots=True)
class JoinRow:
    """Why two reports are taken to tell of one event."""

    first: str
    first_href: str
    second: str
    second_href: str
    score: str
    reasons: tuple[tuple[str, str], ...]


def event_line(weighed: WeighedEvent, record: Record, links: Links, labels: Labels) -> EventLine:
    """Return what the timeline says of an event."""
    return _Event(weighed, record, links, labels).line()


def event_page(weighed: WeighedEvent, record: Record, links: Links, labels: Labels) -> EventPage:
    """Return the page of an event."""
    return _Event(weighed, record, links, labels).page()


@dataclass(frozen=True, slots=True)
class _Event:
    weighed: WeighedEvent
    record: Record
    links: Links
    labels: Labels

    @property
    def reports(self) -> Mapping[str, Report]:
        return self.record.reports

    def line(self) -> EventLine:
        event = self.weighed.event
        placing = place_in_time(event, self.reports)
        first = placing.days.first
        summary = summarise(self.weighed)
        told = {mention.report for mention in event.mentions}
        outlets = tuple(sorted({self.reports[name].outlet for name in told}))
        return EventLine(
            href=self.links.event(event.id),
            id=event.id,
            type=event.type,
            heading=heading(event, self.reports, self.labels),
            month=f"{self.labels[f'html.month.{first.month}']} {first.year}",
            days=days_words(placing.days, self.labels),
            edtf=placing.days.edtf(),
            dated=placing.dated,
            strip=strip(placing.days),
            realis=event.realis,
            not_yet=event.realis in NOT_YET,
            places=tuple(
                (p.shown, self.labels[f"html.precision.{p.precision}"]) for p in event.where
            ),
            triggers=self._triggers(event),
            who=who(summary, NAMES_SHOWN),
            counts=self._counts(summary),
            disputes=self._disputes(),
            reports=len(told),
            outlets=outlet_words(outlets, self.labels),
        )

    def page(self) -> EventPage:
        event = self.weighed.event
        return EventPage(
            line=self.line(),
            agreed=agreed(self.weighed, self.reports, self.labels),
            fields=self._fields(),
            reports=self._reported(event),
            joins=self._joins(event),
        )

    def _disputes(self) -> tuple[str, ...]:
        found = (d for d in self.weighed.disputes if d.kind is DisputeKind.DISPUTE)
        return tuple(dict.fromkeys(sentence(dispute, self.labels) for dispute in found))

    def _joins(self, event: Event) -> tuple[JoinRow, ...]:
        reports = {mention.id: self.reports[mention.report] for mention in event.mentions}
        return tuple(
            JoinRow(
                first=report_heading(reports[join.first], self.labels),
                first_href=self.links.report(reports[join.first].id),
                second=report_heading(reports[join.second], self.labels),
                second_href=self.links.report(reports[join.second].id),
                score=f"{join.score:+.2f}",
                reasons=tuple((reason, f"{weight:+.2f}") for reason, weight in join.reasons),
            )
            for join in event.joins
        )

    def _triggers(self, event: Event) -> tuple[str, ...]:
        quotes = (
            trigger.span.of(self.reports[mention.report].text)
            for mention in event.mentions
            for trigger in mention.triggers[:1]
        )
        return tuple(dict.fromkeys(quotes))[:_QUOTED_TRIGGERS]

    def _counts(self, summary: Summary) -> tuple[tuple[str, str], ...]:
        return tuple(
            (
                self.labels[f"field.{field}"],
                " · ".join(dict.fromkeys(value_words(value, self.labels) for value in values)),
            )
            for field, values in summary.counts
        )

    def _reported(self, event: Event) -> tuple[Evidence, ...]:
        """The words that mention the event, once a report."""
        plain = {(c.mention, c.span): c for c in event.claims if c.is_plain_mention}
        first: dict[str, Claim] = {}
        for mention in event.mentions:
            for told in told_by(mention):
                first.setdefault(mention.report, plain.get((told.mention, told.span), told))
        return tuple(self._evidence(told) for told in first.values())

    def _fields(self) -> tuple[FieldCards, ...]:
        made = {toll.field: toll for toll in tolls(self.weighed.disputes, self.reports)}
        cards = [self._field(field, made.get(field)) for field in Field]
        full = [found for found in cards if found.cards]
        full.sort(key=lambda found: (not found.disputes, not (found.toll or found.changes)))
        return tuple(full)

    def _field(self, field: Field, toll: Toll | None) -> FieldCards:
        disputes, changes = [], []
        for found in self.weighed.disputes:
            if found.field is field and found.kind is DisputeKind.DISPUTE:
                disputes.append(sentence(found, self.labels))
            elif found.field is field and not (toll and found.kind is DisputeKind.UPDATE):
                changes.append(sentence(found, self.labels))  # the toll tells the updates
        positions = [p for p in self.weighed.positions if p.field is field and not _plain(p)]
        return FieldCards(
            key=field,
            name=self.labels[f"field.{field}"],
            group=group_of(field),
            disputes=tuple(dict.fromkeys(disputes)),
            changes=tuple(dict.fromkeys(changes)),
            toll=toll,
            toll_rows=self._rows(toll),
            cards=tuple(self._card(position) for position in positions),
        )

    def _rows(self, toll: Toll | None) -> tuple[TollRow, ...]:
        points = toll.points if toll else ()
        return tuple(
            TollRow(
                published=published_words(self._reports_of(point.position)[0], self.labels),
                value=position_words(point.position, self.labels),
                who=speaker(point.position, self.labels),
                outlets=outlet_words(point.position.outlets, self.labels),
            )
            for point in points
        )

    def _reports_of(self, position: Position) -> list[Report]:
        return sorted((self.reports[claim.report] for claim in position.claims), key=_order)

    def _card(self, position: Position) -> Card:
        reports = self._reports_of(position)
        sources = (position.source,) if position.source else ()
        return Card(
            value="" if position.value is None else position_words(position, self.labels),
            speech=speech(sources, position.stance, self.labels),
            stance=position.stance,
            outlets=outlet_words(position.outlets, self.labels),
            first=published_words(reports[0], self.labels),
            last=published_words(reports[-1], self.labels),
            origins=position.origins,
            evidence=tuple(self._evidence(claim) for claim in position.claims),
        )

    def _evidence(self, claim: Claim) -> Evidence:
        report = self.reports[claim.report]
        around = sentence_around(report.text, claim.span)
        return Evidence(
            before=report.text[around.start : claim.span.start].lstrip(),
            quote=claim.span.of(report.text),
            after=report.text[claim.span.end : around.end].rstrip(),
            claim=self.links.claim(claim),
            report_heading=report_heading(report, self.labels),
            outlet=outlet_words((report.outlet,), self.labels),
            published=published_words(report, self.labels),
            # the card itself tells who says it; only a longer chain adds something
            chain=speech(claim.sources, claim.stance, self.labels) if claim.sources[1:] else "",
        )


def _plain(position: Position) -> bool:
    return all(claim.is_plain_mention for claim in position.claims)


def _order(report: Report) -> tuple[int, str, str]:
    return report.order
