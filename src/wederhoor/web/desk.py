"""What every page is made with, and what it gives: a template and its values."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from wederhoor.errors import QueryError
from wederhoor.query import NOT_YET, Entry, Story, TimelineFilter, timeline
from wederhoor.resources.labels import Labels
from wederhoor.web.asked import Asked
from wederhoor.web.library import Shelf, Shelves
from wederhoor.web.links import Links
from wederhoor.web.view.events import EventLine, event_line

PER_PAGE = 40

Shown = tuple[str, dict[str, Any]]
"""A template and its values."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What every page is made with.

    Attributes:
        shelf: the record at the moment that is looked at.
        asked: the question.
        links: where pages are.
        labels: the words.
        per_page: how many lines a list shows at once.
        shelves: the record at other moments; None among files, which hold one.
    """

    shelf: Shelf
    asked: Asked
    links: Links
    labels: Labels
    per_page: int = PER_PAGE
    shelves: Shelves | None = None

    def line(self, entry: Entry) -> EventLine:
        """Return an event as a line of a list."""
        return event_line(entry.weighed, self.shelf.catalogue.record, self.links, self.labels)

    @property
    def story(self) -> Story | None:
        """The storyline that is asked for; None for all.

        Raises:
            QueryError: there is no such storyline.
        """
        if not self.asked.story:
            return None
        story = self.shelf.catalogue.story(self.asked.story)
        if story is None:
            raise QueryError(f"no storyline {self.asked.story!r} in the record")
        return story

    @property
    def found(self) -> list[Entry]:
        """The events that are asked for, in order of time."""
        return list(timeline(self.shelf.catalogue, self.wanted))

    @property
    def wanted(self) -> TimelineFilter:
        """What to keep of the timeline; a storyline as the events that are in it."""
        story = self.story
        if story is None:
            return self.asked.wanted
        only = frozenset(weighed.event.id for weighed in story.events)
        return replace(self.asked.wanted, only=only, unrealised=True)


def head(desk: Desk) -> dict[str, Any]:
    """What the frame of every page shows: menu, moment, the span of the reports."""
    return {
        "as_of": desk.asked.as_of,
        "has_not_yet": NOT_YET,
        "span": desk.shelf.catalogue.span,
    }
