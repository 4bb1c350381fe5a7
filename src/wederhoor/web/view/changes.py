"""What changed between two moments, in words: new events, new counts, disputes that came up or ended.

Example:
    Of the Easter bombings between one day and the next: "eerst 215 doden, later 290 doden".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wederhoor.model import Position
from wederhoor.query import Catalogue, Change, ChangeKind, days_in_words
from wederhoor.resources.labels import Labels
from wederhoor.web.links import Links
from wederhoor.web.view.words import claimed_words, heading, speech
from wederhoor.weighing import sentence

_LINES = 8


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One thing that changed: of which kind, and in words."""

    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One event that is new or changed; `more` is how many lines there are besides."""

    kind: ChangeKind
    told: str
    href: str
    heading: str
    days: str
    lines: tuple[ChangeLine, ...]
    more: int


def change_row(change: Change, catalogue: Catalogue, links: Links, labels: Labels) -> ChangeRow:
    """Return what became of one event.

    Args:
        change: of an event.
        catalogue: the record in which the event is: the later one, unless it is gone.
        links: where pages are.
        labels: the words.
    """
    entry = catalogue.by_id[change.weighed.event.id]
    lines = list(dict.fromkeys(_lines(change, labels)))
    return ChangeRow(
        kind=change.kind,
        told=labels[f"cli.diff.{'split' if change.split else change.kind.value}"],
        href="" if change.after is None else links.event(change.weighed.event.id),
        heading=heading(entry.weighed.event, catalogue.record.reports, labels),
        days=days_in_words(entry.placing.days, labels),
        lines=tuple(lines[:_LINES]),
        more=len(lines[_LINES:]),
    )


def _lines(change: Change, labels: Labels) -> Iterator[ChangeLine]:
    for found in change.opened:
        yield ChangeLine("opened", sentence(found, labels))
    for found in change.closed:
        words = labels.fill("cli.diff.closed", words=sentence(found, labels))
        yield ChangeLine("closed", words)
    for found in change.steps:
        yield ChangeLine("step", sentence(found, labels))
    for position in change.positions:
        if not all(claim.is_plain_mention for claim in position.claims):
            yield ChangeLine("said", _position(position, labels))
    if change.merged:
        yield ChangeLine("merged", labels.fill("web.changes.merged", n=len(change.merged)))


def _position(position: Position, labels: Labels) -> str:
    sources = (position.source,) if position.source else ()
    return f"{claimed_words(position, labels)} · {speech(sources, position.stance, labels)}"
