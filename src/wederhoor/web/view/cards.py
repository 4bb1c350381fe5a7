"""Positions as cards: the value, who says it and how, and the sentences that carry it.

Example:
    "80 doden (Amerikanen) · Iran zegt", with the sentence of each report in which Iran says so.
"""

from __future__ import annotations

from dataclasses import dataclass

from wederhoor.model import Claim, Position, Report, Stance
from wederhoor.query import Record, sentence_around
from wederhoor.resources.labels import Labels
from wederhoor.web.links import Links
from wederhoor.web.view.words import outlet_words, published_words, report_heading, speech
from wederhoor.weighing import position_words


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
    """One position; `more` is how many pieces of evidence there are besides."""

    value: str
    speech: str
    party: str
    stance: Stance
    outlets: str
    first: str
    last: str
    origins: int
    evidence: tuple[Evidence, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Cards:
    """Makes cards of positions and evidence of claims.

    Attributes:
        record: where their reports are.
        links: where pages are.
        labels: the words.
        most: how many pieces of evidence a card shows; None for all.
    """

    record: Record
    links: Links
    labels: Labels
    most: int | None = None

    def card(self, position: Position) -> Card:
        """Return the card of a position."""
        order = sorted((self.record.reports[c.report] for c in position.claims), key=_order)
        sources = (position.source,) if position.source else ()
        shown = position.claims[: self.most]
        return Card(
            value="" if position.value is None else position_words(position, self.labels),
            speech=speech(sources, position.stance, self.labels),
            party=self.links.party(position.source.key) if position.source else "",
            stance=position.stance,
            outlets=outlet_words(position.outlets, self.labels),
            first=published_words(order[0], self.labels),
            last=published_words(order[-1], self.labels),
            origins=position.origins,
            evidence=tuple(self.evidence(claim) for claim in shown),
            more=len(position.claims) - len(shown),
        )

    def evidence(self, claim: Claim) -> Evidence:
        """Return the words of a claim within their sentence."""
        report = self.record.reports[claim.report]
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


def _order(report: Report) -> tuple[int, str, str]:
    return report.order
