"""A report as a page: its text with the evidence marked, and its claims as notes beside it.

Example:
    "Volgens Iran vielen 80 doden." becomes three pieces; "80 doden" carries the note "doden: 80, Iran
    zegt" and leads to the event.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wederhoor.export.html.anchors import Anchors
from wederhoor.export.html.highlight import Piece, cut, paragraphs
from wederhoor.export.html.telling import marked_claims
from wederhoor.export.html.words import (
    group_of,
    heading,
    outlet_words,
    published_words,
    speech,
    statement,
)
from wederhoor.model import Claim, Report, Stance
from wederhoor.query import Record
from wederhoor.resources.labels import Labels

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

    anchor: str
    heading: str
    outlet: str
    published: str
    url: str
    linked: bool
    title: tuple[Marked, ...]
    body: tuple[tuple[Marked, ...], ...]
    notes: tuple[Note, ...]


def report_pages(record: Record, anchors: Anchors, labels: Labels) -> tuple[ReportPage, ...]:
    """Return the pages of all reports, in the record's order."""
    told: dict[str, list[_Told]] = {name: [] for name in record.reports}
    for weighed in record.events:
        event = weighed.event
        named = (anchors.event[event.id], heading(event, record.reports, labels))
        for claim in marked_claims(event):
            told[claim.report].append(_Told(claim, anchors.claim[claim.id], *named))
    return tuple(
        _page(report, told[report.id], anchors, labels) for report in record.reports.values()
    )


def report_heading(report: Report, labels: Labels) -> str:
    """Return the headline, or words that say there is none."""
    return report.title or labels.fill("html.report.untitled", id=report.id)


@dataclass(frozen=True, slots=True)
class _Told:
    claim: Claim
    anchor: str
    event: str
    event_heading: str


def _page(report: Report, told: list[_Told], anchors: Anchors, labels: Labels) -> ReportPage:
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
        anchor=anchors.report[report.id],
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
