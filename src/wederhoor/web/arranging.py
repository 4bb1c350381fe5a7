"""Which events a timeline shows first: those of the days in question, then what may have been, then what is far off.

Example:
    Of reports from 2019 the timeline begins in 2019; the one event of 1953 that they recall is a link away, and
    among published files stands at the end.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from wederhoor.query import Entry, TimelineFilter
from wederhoor.web.desk import Desk
from wederhoor.web.view.scale import whole_months

_TIMES = (
    2  # events press one another when all of them reach over so many times the days of the reports
)


class Place(IntEnum):
    """Where an event stands in the list."""

    SURE = 0  # all its possible days are among those in question
    MAYBE = 1  # some of them are
    FAR = 2  # it lies long before or after most others


@dataclass(frozen=True, slots=True)
class Arranged:
    """The events of a timeline.

    Attributes:
        every: all that are asked for, in order of time.
        near: those that are drawn.
        shown: those of the list, in its order, each with its place.
    """

    every: Sequence[Entry]
    near: Sequence[Entry]
    shown: Sequence[tuple[Entry, Place]]


def arranged(desk: Desk) -> Arranged:
    """Return the events that a reader asks for, as the timeline shows them."""
    every = desk.found
    near = _near(desk, every)
    shown = [(entry, _place(entry, desk.asked.wanted)) for entry in near]
    if not desk.links.live:  # there is no asking for what is far off: it comes last
        close = {entry.weighed.event.id for entry in near}
        shown += [(e, Place.FAR) for e in every if e.weighed.event.id not in close]
    return Arranged(every, near, sorted(shown, key=lambda told: told[1]))


def _place(entry: Entry, wanted: TimelineFilter) -> Place:
    ranges = entry.placing.days.ranges
    early = wanted.first is not None and ranges[0][0] < wanted.first.toordinal()
    late = wanted.last is not None and ranges[-1][1] > wanted.last.toordinal()
    return Place.MAYBE if early or late else Place.SURE


def _near(desk: Desk, found: list[Entry]) -> list[Entry]:
    """Return the events of the months that the reports are of, unless the reader asks for certain days.

    A few of long before or after would press these into a corner of the drawing; where they do not, or where
    most are elsewhere, all are returned.
    """
    span = desk.shelf.catalogue.span
    if not found or span is None or desk.asked.first or desk.asked.last:
        return found
    low, high = whole_months(span[0].toordinal(), span[1].toordinal())
    days = [(entry, entry.placing.days.ranges) for entry in found]
    reach = max(r[-1][1] for _, r in days) - min(r[0][0] for _, r in days)
    near = [entry for entry, r in days if low <= r[0][0] and r[-1][1] <= high]
    crowded = reach > _TIMES * (high - low) and len(near) * _TIMES >= len(found)
    return near if crowded else found
