"""What a run tells whoever listens: it has started, a report is done, it is finished.

Nothing is drawn here. The command line draws a bar of these events, another caller may log them.

Example:
    A folder of three reports, one already known and one without a date, gives `started(3)`, three
    times `advanced` (ADDED, UNCHANGED, SET_ASIDE) and `finished(Outcome(added=1, unchanged=1, ...))`.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from wederhoor.model import Skipped


class Step(StrEnum):
    """What became of one report."""

    ADDED = "added"
    UNCHANGED = "unchanged"
    SET_ASIDE = "set-aside"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run did.

    Attributes:
        added: reports that are new in the record.
        unchanged: reports that were already in it.
        set_aside: what could not be read, each with its reason, in order.
        words: words in the reports that were read.
        seconds: how long the run took.
    """

    added: int = 0
    unchanged: int = 0
    set_aside: tuple[Skipped, ...] = ()
    words: int = 0
    seconds: float = 0.0

    @property
    def total(self) -> int:
        """How many reports came by."""
        return self.added + self.unchanged + len(self.set_aside)

    def reasons(self) -> list[tuple[str, int]]:
        """Return how often each reason occurs, the most frequent first."""
        counted = Counter(skipped.reason for skipped in self.set_aside)
        return sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))


class Progress(Protocol):
    """A listener to a run."""

    def started(self, total: int | None) -> None:
        """Hear that a run starts; `total` is the number of reports, None when not known."""

    def advanced(self, step: Step) -> None:
        """Hear that one more report is done."""

    def finished(self, outcome: Outcome) -> None:
        """Hear that the run ended, also when it was broken off; what it did is kept."""


class Silent:
    """A listener that does nothing."""

    def started(self, total: int | None) -> None:
        """Do nothing."""

    def advanced(self, step: Step) -> None:
        """Do nothing."""

    def finished(self, outcome: Outcome) -> None:
        """Do nothing."""
