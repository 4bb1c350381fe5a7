"""How mentions are linked: blocks of those worth comparing, compared pairs, groups that are one event."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from wederhoor.model.event import Join

MentionPair = tuple[str, str]
"""The ids of two mentions, the one of the earlier report first."""


class Entry(NamedTuple):
    """A mention in a block. Entries sort as their block is walked: by day, then as their reports do.

    Attributes:
        moment: the day (ordinal) that it is sorted by.
        first_day, stamp, report: the order of its report.
        number: its place among the mentions of its report, from 0.
        mention: its id.
    """

    moment: int
    first_day: int
    stamp: str
    report: str
    number: int
    mention: str


class Compared(NamedTuple):
    """Two mentions that share a block.

    Attributes:
        pair: the mentions.
        blocks: in so many blocks they are neighbours.
        score: how much speaks for their being one event; None where they contradict one another.
    """

    pair: MentionPair
    blocks: int
    score: float | None


@dataclass(frozen=True, slots=True)
class Group:
    """Mentions that are one event.

    Attributes:
        mentions: their ids, earliest first.
        joins: why they are one.
    """

    mentions: tuple[str, ...]
    joins: tuple[Join, ...] = ()
