"""The storyline around an event: what it answers or follows, and what answers or follows it.

Example:
    On the page of a missile attack: "antwoord op: Aanval, Bagdad (3 jan 2020)".
"""

from __future__ import annotations

from dataclasses import dataclass

from wederhoor.query import Catalogue, Story, StoryLink, days_in_words
from wederhoor.resources.labels import Labels
from wederhoor.web.links import Links
from wederhoor.web.view.words import heading

_NAMED = 4


@dataclass(frozen=True, slots=True)
class StoryRow:
    """One event beside this one in its storyline."""

    told: str
    href: str
    heading: str
    days: str
    shared: str


@dataclass(frozen=True, slots=True)
class StoryPart:
    """The storyline of an event: its names, its length, where to read it, and the events beside this one."""

    id: str
    name: str
    events: int
    rows: tuple[StoryRow, ...]


def story_name(story: Story, labels: Labels) -> str:
    """Return a storyline in a few words: the parties and places that its events share."""
    return ", ".join(story.names[:_NAMED]) or labels["web.story.unnamed"]


def story_part(event: str, catalogue: Catalogue, links: Links, labels: Labels) -> StoryPart | None:
    """Return the storyline that an event is in; None where nothing answers or follows it."""
    story = catalogue.thread_of.get(event)
    if story is None:
        return None

    def row(link: StoryLink) -> StoryRow:
        later = event == link.second
        entry = catalogue.by_id[link.first if later else link.second]
        return StoryRow(
            told=labels[f"web.story.{link.kind}" + ("" if later else ".by")],
            href=links.event(entry.weighed.event.id),
            heading=heading(entry.weighed.event, catalogue.record.reports, labels),
            days=days_in_words(entry.placing.days, labels),
            shared=", ".join(link.shared[:_NAMED]),
        )

    rows = tuple(row(link) for link in story.links if event in (link.first, link.second))
    return StoryPart(story.id, story_name(story, labels), len(story.events), rows)
