"""What a reader asks, as it stands in the address: filters, lanes, page, moment.

Example:
    `?type=ASSAULT&disputed=1&from=2020-01` is the assaults from January 2020 on which parties
    contradict one another.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from wederhoor.errors import QueryError
from wederhoor.model import EventType, Realis
from wederhoor.query import Moment, TimelineFilter, parse_days

LANES = ("none", "type", "place", "actor", "story")
_LONGEST = 200  # characters of any one value
_MOST_PAGES = 100_000

Pairs = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to the timeline, the map or a list.

    Attributes:
        wanted: what to keep.
        first: the first day as it was written.
        last: the last day as it was written.
        lane: what the drawing is divided by.
        page: which page of the list, from 1.
        as_of: the moment to look from; None for now.
        story: id of the storyline to keep to; "" for all.
        since: the moment to compare with; "" for the page's own choice.
        full: whether to show all of an event, however much is told of it.
    """

    wanted: TimelineFilter = field(default_factory=TimelineFilter)
    first: str = ""
    last: str = ""
    lane: str = "none"
    page: int = 1
    as_of: str | None = None
    story: str = ""
    since: str = ""
    full: bool = False

    @classmethod
    def parse(cls, given: Iterable[tuple[str, str]]) -> Asked:
        """Read the pairs of an address; what is not known to us is left alone.

        Raises:
            QueryError: a value is none that can be asked for.
        """
        pairs = [(name, value.strip()) for name, value in given if value.strip()]
        for name, value in pairs:
            if len(value) > _LONGEST or "\x00" in value:
                raise QueryError(f"{name} is longer than {_LONGEST} characters, or no text")
        one = dict(pairs)
        first, last = one.get("from", ""), one.get("to", "")
        wanted = TimelineFilter(
            first=parse_days(first).first if first else None,
            last=parse_days(last).last if last else None,
            types=frozenset(_type(value) for name, value in pairs if name == "type"),
            about=one.get("about", ""),
            disputed=_ticked(one, "disputed"),
            unrealised=_ticked(one, "all"),
            actor=one.get("actor", ""),
            place=one.get("place", ""),
            outlet=one.get("outlet", ""),
            updated=_ticked(one, "updated"),
            realis=frozenset(_realis(value) for name, value in pairs if name == "realis"),
        )
        as_of = one.get("as_of")
        if as_of is not None:
            Moment.parse(as_of)
        if since := one.get("since", ""):
            Moment.parse(since)
        story, full = one.get("story", ""), _ticked(one, "full")
        return cls(wanted, first, last, _lane(one), _page(one), as_of, story, since, full)

    def pairs(self, *, page: int | None = None, moment: bool = True) -> Pairs:
        """Return the address's pairs, in one order, without what says nothing."""
        wanted = self.wanted
        told = [("from", self.first), ("to", self.last)]
        told += [("type", kind) for kind in sorted(wanted.types)]
        told += [("actor", wanted.actor), ("place", wanted.place), ("outlet", wanted.outlet)]
        told += [("realis", realis) for realis in sorted(wanted.realis)]
        told += [("about", wanted.about), ("story", self.story)]
        ticks = {"disputed": wanted.disputed, "updated": wanted.updated, "all": wanted.unrealised}
        told += [(name, "1") for name, ticked in ticks.items() if ticked]
        told += [("lane", self.lane if self.lane != LANES[0] else "")]
        told += [("since", self.since)]
        told += [("page", str(page) if page and page > 1 else "")]
        told += [("as_of", self.as_of or "")] if moment else []
        return [(name, value) for name, value in told if value]

    def between(self, first: date, last: date) -> Asked:
        """Return the same question about these days only."""
        low, high = first.isoformat(), last.isoformat()
        wanted = replace(self.wanted, first=first, last=last)
        return replace(self, wanted=wanted, first=low, last=high, page=1)

    def everywhen(self) -> Asked:
        """Return the same question about all days."""
        return replace(
            self, wanted=replace(self.wanted, first=None, last=None), first="", last="", page=1
        )


def _ticked(one: dict[str, str], name: str) -> bool:
    return one.get(name, "") not in ("", "0", "false")


def _type(text: str) -> EventType:
    try:
        return EventType(text.upper())
    except ValueError as error:
        raise QueryError(f"{text!r} is none of {', '.join(EventType)}") from error


def _realis(text: str) -> Realis:
    try:
        return Realis(text.lower())
    except ValueError as error:
        raise QueryError(f"{text!r} is none of {', '.join(Realis)}") from error


def _lane(one: dict[str, str]) -> str:
    lane = one.get("lane", LANES[0])
    if lane not in LANES:
        raise QueryError(f"{lane!r} is none of {', '.join(LANES)}")
    return lane


def _page(one: dict[str, str]) -> int:
    text = one.get("page", "1")
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= _MOST_PAGES):
        raise QueryError(f"{text!r} is no page: give a number from 1")
    return int(text)
