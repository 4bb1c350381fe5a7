"""An event as a page: what, when, where; contradictions first; per field the positions side by side.

Example:
    The missile attack on Ain al-Asad shows under "doden" a card "80 Amerikanen, Iran zegt" beside a
    card "geen, Pentagon zegt", each with the sentence of the report that carries it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wederhoor.model import (
    Claim,
    Dispute,
    DisputeKind,
    Event,
    Field,
    Join,
    Position,
    Quantity,
    Realis,
    Report,
    Stance,
    WeighedEvent,
)
from wederhoor.query import (
    NAMES_SHOWN,
    NOT_YET,
    Catalogue,
    Record,
    Summary,
    TollCurve,
    days_in_words,
    place_in_time,
    summarise,
    toll_curves,
    who,
)
from wederhoor.resources.labels import Labels
from wederhoor.web.links import Links
from wederhoor.web.view.agreed import agreed
from wederhoor.web.view.cards import Card, Cards, Evidence
from wederhoor.web.view.drawing import Strip, strip
from wederhoor.web.view.figures import RuleFigures, figures
from wederhoor.web.view.telling import told_by
from wederhoor.web.view.threads import StoryPart, story_part
from wederhoor.web.view.tolls import Toll, toll
from wederhoor.web.view.words import (
    group_of,
    heading,
    outlet_words,
    report_heading,
)
from wederhoor.weighing import sentence, value_words

_QUOTED_TRIGGERS = 4
# what a page shows of an event of which very much is told; the whole page is one link away
_POSITIONS, _EVIDENCE, _REPORTS, _JOINS = 24, 6, 24, 24


@dataclass(frozen=True, slots=True)
class FieldCards:
    """The positions on one field, with in words how they contradict or replace one another."""

    key: Field
    name: str
    group: str
    disputes: tuple[str, ...]
    changes: tuple[str, ...]
    toll: Toll | None
    cards: tuple[Card, ...]
    more: int


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
    figures: tuple[RuleFigures, ...]
    story: StoryPart | None
    reports: tuple[Evidence, ...]
    more_reports: int
    joins: tuple[JoinRow, ...]
    joined: int

    @property
    def cut(self) -> bool:
        """Whether something is left out for its length."""
        left = any(found.more or any(card.more for card in found.cards) for found in self.fields)
        return left or bool(self.more_reports) or self.joined > len(self.joins)


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


def event_page(
    weighed: WeighedEvent, catalogue: Catalogue, links: Links, labels: Labels, *, full: bool
) -> EventPage:
    """Return the page of an event.

    Args:
        weighed: the event.
        catalogue: the record that it is in.
        links: where pages are.
        labels: the words.
        full: whether to show all evidence, however much there is.
    """
    story = story_part(weighed.event.id, catalogue, links, labels)
    return _Event(weighed, catalogue.record, links, labels, full=full).page(story)


@dataclass(frozen=True, slots=True)
class _Event:
    weighed: WeighedEvent
    record: Record
    links: Links
    labels: Labels
    full: bool = True

    @property
    def reports(self) -> Mapping[str, Report]:
        return self.record.reports

    @property
    def cards(self) -> Cards:
        return Cards(self.record, self.links, self.labels, None if self.full else _EVIDENCE)

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
            days=days_in_words(placing.days, self.labels),
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

    def page(self, story: StoryPart | None) -> EventPage:
        event = self.weighed.event
        curves = toll_curves(self.weighed, self.reports)
        told = self._reported(event)
        shown = told if self.full else told[:_REPORTS]
        joins = event.joins if self.full else event.joins[:_JOINS]
        return EventPage(
            line=self.line(),
            agreed=agreed(self.weighed, self.reports, self.labels),
            fields=self._fields(curves),
            figures=figures(curves, self.record, self.labels),
            story=story,
            reports=tuple(self.cards.evidence(claim) for claim in shown),
            more_reports=len(told) - len(shown),
            joins=self._joins(event, joins),
            joined=len(event.joins),
        )

    def _disputes(self) -> tuple[str, ...]:
        found = (d for d in self.weighed.disputes if d.kind is DisputeKind.DISPUTE)
        return tuple(dict.fromkeys(sentence(dispute, self.labels) for dispute in found))

    def _joins(self, event: Event, joins: Sequence[Join]) -> tuple[JoinRow, ...]:
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
            for join in joins
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

    def _reported(self, event: Event) -> list[Claim]:
        """The words that mention the event, once a report."""
        plain = {(c.mention, c.span): c for c in event.claims if c.is_plain_mention}
        first: dict[str, Claim] = {}
        for mention in event.mentions:
            for told in told_by(mention):
                first.setdefault(mention.report, plain.get((told.mention, told.span), told))
        return list(first.values())

    def _fields(self, curves: Sequence[TollCurve]) -> tuple[FieldCards, ...]:
        made = {curve.field: toll(curve, self.labels) for curve in curves}
        cards = [self._field(field, made.get(field)) for field in Field]
        full = [found for found in cards if found.cards]
        full.sort(key=lambda found: (not found.disputes, not (found.toll or found.changes)))
        return tuple(full)

    def _field(self, field: Field, drawn: Toll | None) -> FieldCards:
        disputes, changes = [], []
        for found in self.weighed.disputes:
            if found.field is field and found.kind is DisputeKind.DISPUTE:
                disputes.append(sentence(found, self.labels))
            elif found.field is field and not (drawn and _is_step(found)):  # the toll tells those
                changes.append(sentence(found, self.labels))
        positions = [p for p in self.weighed.positions if p.field is field and not _plain(p)]
        shown = positions if self.full else positions[:_POSITIONS]
        return FieldCards(
            key=field,
            name=self.labels[f"field.{field}"],
            group=group_of(field),
            disputes=tuple(dict.fromkeys(disputes)),
            changes=tuple(dict.fromkeys(changes)),
            toll=drawn,
            cards=tuple(self.cards.card(position) for position in shown),
            more=len(positions) - len(shown),
        )


def _plain(position: Position) -> bool:
    return all(claim.is_plain_mention for claim in position.claims)


def _is_step(found: Dispute) -> bool:
    both = (found.first, found.second)
    return all(isinstance(p.value, Quantity) and p.stance is not Stance.DENY for p in both)
