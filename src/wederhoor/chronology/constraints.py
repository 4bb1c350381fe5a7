"""What can be said of the days of events and of publications: three kinds of constraint.

A variable is the day of one event or of one publication, named by a string. Each constraint carries the
id of what says so (`why`), and whether that is a convention of news rather than words (`inferred`).

Example:
    "Twee dagen later" is `Between(first="aanval", second="aanslag", low=2, high=2, why=...)`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from wederhoor.chronology.ranges import ALWAYS, Ranges, joined, meet, of_days, shift
from wederhoor.model import DaySet

Domains: TypeAlias = dict[str, Ranges]


@dataclass(frozen=True, slots=True)
class Within:
    """The day is one of these."""

    of: str
    days: DaySet
    why: str
    inferred: bool = False

    @property
    def variables(self) -> tuple[str, ...]:
        """The one variable."""
        return (self.of,)

    def revise(self, of: str, domains: Domains) -> Ranges:
        """Return the days that it leaves to a variable of it."""
        return meet(domains[of], of_days(self.days))

    @property
    def key(self) -> tuple[str, ...]:
        """What constraints are sorted by, so that their order makes no difference."""
        return ("0", self.of, "", self.why, f"{self.days.ranges} {self.inferred}")


@dataclass(frozen=True, slots=True)
class Between:
    """The second day is `low` to `high` days after the first; None is open, negative is before."""

    first: str
    second: str
    low: int | None
    high: int | None
    why: str
    inferred: bool = False

    @property
    def variables(self) -> tuple[str, ...]:
        """The first and the second."""
        return (self.first, self.second)

    def revise(self, of: str, domains: Domains) -> Ranges:
        """Return the days that it leaves to a variable of it."""
        if of == self.second:
            return meet(domains[of], shift(domains[self.first], self.low, self.high))
        low = None if self.high is None else -self.high
        high = None if self.low is None else -self.low
        return meet(domains[of], shift(domains[self.second], low, high))

    @property
    def key(self) -> tuple[str, ...]:
        """What constraints are sorted by, so that their order makes no difference."""
        return ("1", self.first, self.second, self.why, f"{self.low}..{self.high} {self.inferred}")


@dataclass(frozen=True, slots=True)
class ToldOn:
    """For each day of publication, the days that the words allow when they are told on it.

    Attributes:
        of: the event.
        publication: the variable of the day of publication.
        each: days of publication, each with the days that "zondag" or "gisteren" then means.
        why: id of what says so.
        inferred: whether a convention says so.
    """

    of: str
    publication: str
    each: tuple[tuple[int, DaySet], ...]
    why: str
    inferred: bool = False

    @property
    def variables(self) -> tuple[str, ...]:
        """The publication and the event."""
        return (self.publication, self.of)

    def revise(self, of: str, domains: Domains) -> Ranges:
        """Return the days that it leaves to a variable of it."""
        published = domains[self.publication]
        told = [(day, days) for day, days in self.each if any(a <= day <= b for a, b in published)]
        if of == self.of:
            return meet(domains[of], joined(pair for _, days in told for pair in days.ranges))
        allowed = domains[self.of]
        return joined((day, day) for day, days in told if meet(days.ranges, allowed))

    @property
    def key(self) -> tuple[str, ...]:
        """What constraints are sorted by, so that their order makes no difference."""
        each = " ".join(f"{day}:{days.ranges}" for day, days in self.each)
        return ("2", self.publication, self.of, self.why, f"{each} {self.inferred}")


Constraint: TypeAlias = Within | Between | ToldOn


def free(constraints: tuple[Constraint, ...]) -> Domains:
    """Return any day at all for each variable."""
    return {name: ALWAYS for found in constraints for name in found.variables}
