"""Where an event stands on the timeline.

An event whose reports allow no date is placed where it was first reported, and says so: the day of a
report is never passed off as the day of an event.

Example:
    "Eerder werd een konvooi aangevallen" in a report of 8 January 2020 gives an event without days;
    it stands at 8 January, with `dated` False: "gemeld op 8 januari 2020".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wederhoor.model import DaySet, Event, Realis, Report

NOT_YET = frozenset({Realis.PLANNED, Realis.THREATENED, Realis.CALLED_FOR, Realis.HYPOTHETICAL})
"""What is told of the future or only supposed: not on the timeline unless asked for."""

HAPPENED = frozenset(Realis) - NOT_YET


@dataclass(frozen=True, slots=True)
class Placing:
    """A place on the timeline.

    Attributes:
        days: the possible days of the event, or else of the earliest report of it.
        dated: whether `days` are the event's own.
        order: sorts placings by first possible day, last possible day, earliest report, event id.
    """

    days: DaySet
    dated: bool
    order: tuple[int, int, tuple[int, str, str], str]


def place_in_time(event: Event, reports: Mapping[str, Report]) -> Placing:
    """Return where an event stands; `reports` holds at least the reports of its mentions."""
    earliest = min((reports[mention.report] for mention in event.mentions), key=_order)
    days = event.when or earliest.days
    bounds = (days.ranges[0][0], days.ranges[-1][1])
    return Placing(days, event.when is not None, (*bounds, earliest.order, event.id))


def _order(report: Report) -> tuple[int, str, str]:
    return report.order
