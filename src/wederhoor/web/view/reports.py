"""A report as a page: its text with the evidence marked, and its claims as notes beside it.

Example:
    "Volgens Iran vielen 80 doden." becomes three pieces; "80 doden" carries the note "doden: 80, Iran
    zegt" and leads to the event.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wederhoor.model import Claim, Report, Stance, WeighedEvent
from wederhoor.query import Catalogue
from wederhoor.resources.labels import Labels
from wederhoor.web.links import Links, anchor
from wederhoor.web.view.highlight import Piece, cut, paragraphs
from wederhoor.web.view.telling import marked_claims
from wederhoor.web.view.why import why
from wederhoor.web.view.words import (
    group_of,
    heading,
    outlet_words,
    published_words,
    report_heading,
    speech,
    statement,
)

_LINKED = ("http://", "https://")  # any other scheme could run something when clicked


@dataclass(frozen=True, slots=True)
class Note:
    """One claim, as it is noted beside the text."""

    number: int
    anchor: str
    statement: str
    speech: str
    quote: str
    group: str
    denied: bool
    event: str
    event_heading: str
    why: tuple[str, ...]
    claim: str

    @property
    def line(self) -> str:
        """The note in one line, for the box that a mark opens."""
        said = f"{self.statement} · {self.speech}" if self.speech else self.statement
        return f"{self.number}. {said} → {self.event_heading}"


@dataclass(frozen=True, slots=True)
class Marked:
    """A piece of text with the notes on it, that of the shortest evidence first."""

    text: str
    notes: tuple[Note, ...]
    opens: tuple[Note, ...]
    closes: tuple[Note, ...]
    speaks: bool

    @property
    def tip(self) -> str:
        """What the box says: a line a note."""
        return "\n".join(note.line for note in self.notes)


@dataclass(frozen=True, slots=True)
class ReportPage:
    """All that the page of a report shows."""

    id: str
    heading: str
    outlet: str
    published: str
    url: str
    linked: bool
    title: tuple[Marked, ...]
    body: tuple[tuple[Marked, ...], ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A line of the list of reports."""

    href: str
    heading: str
    outlet: str
    published: str
    events: int


def report_row(report: Report, catalogue: Catalogue, links: Links, labels: Labels) -> ReportRow:
    """Return what the list of reports says of one."""
    return ReportRow(
        href=links.report(report.id),
        heading=report_heading(report, labels),
        outlet=outlet_words((report.outlet,), labels),
        published=published_words(report, labels),
        events=len(catalogue.by_report.get(report.id, ())),
    )


def report_page(report: Report, catalogue: Catalogue, links: Links, labels: Labels) -> ReportPage:
    """Return the page of a report, with the claims of all events that it mentions."""
    told: list[_Told] = []
    for weighed in catalogue.by_report.get(report.id, ()):
        event = weighed.event
        named = (links.event(event.id), heading(event, catalogue.record.reports, labels))
        told += [
            _Told(claim, anchor(claim), *named, weighed)
            for claim in marked_claims(event)
            if claim.report == report.id
        ]
    return _page(report, told, labels)


@dataclass(frozen=True, slots=True)
class _Told:
    claim: Claim
    anchor: str
    event: str
    event_heading: str
    weighed: WeighedEvent


def _page(report: Report, told: list[_Told], labels: Labels) -> ReportPage:
    told.sort(key=lambda item: (item.claim.span, item.claim.field, item.claim.id))
    notes = {
        item.claim.id: _note(number, item, report, labels) for number, item in enumerate(told, 1)
    }
    claims = [item.claim for item in told]
    opened: set[str] = set()
    title: tuple[Marked, ...] = ()
    body: list[tuple[Marked, ...]] = []
    for part in paragraphs(report.text):
        marked = tuple(_marked(piece, notes, opened) for piece in cut(report.text, part, claims))
        if part.end <= len(report.title):
            title += marked
        else:
            body.append(marked)
    return ReportPage(
        id=report.id,
        heading=report_heading(report, labels),
        outlet=outlet_words((report.outlet,), labels),
        published=published_words(report, labels),
        url=report.url,
        linked=report.url.lower().startswith(_LINKED),
        title=title,
        body=tuple(body),
        notes=tuple(notes.values()),
    )


def _note(number: int, told: _Told, report: Report, labels: Labels) -> Note:
    claim = told.claim
    plain = claim.is_plain_mention
    return Note(
        number=number,
        anchor=told.anchor,
        statement=labels["html.report.mentions"] if plain else statement(claim, labels),
        speech="" if plain else speech(claim.sources, claim.stance, labels),
        quote=claim.span.of(report.text),
        group=group_of(claim.field),
        denied=claim.stance is Stance.DENY,
        event=told.event,
        event_heading=told.event_heading,
        why=tuple(why(claim, report, told.weighed, labels)),
        claim=claim.id,
    )


def _marked(piece: Piece, notes: Mapping[str, Note], opened: set[str]) -> Marked:
    # Evidence that runs over a paragraph's end opens once: an anchor must be unique in the file.
    opens = [claim for claim in piece.opens if claim.id not in opened]
    opened.update(claim.id for claim in opens)
    return Marked(
        text=piece.text,
        notes=_of(piece.claims, notes),
        opens=_of(opens, notes),
        closes=_of(piece.closes, notes),
        speaks=piece.speaks,
    )


def _of(claims: Iterable[Claim], notes: Mapping[str, Note]) -> tuple[Note, ...]:
    return tuple(notes[claim.id] for claim in claims)
