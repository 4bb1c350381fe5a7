"""The occurrences of one event in one report, while they are being gathered."""

from __future__ import annotations

from dataclasses import dataclass, field

from wederhoor.extract.events.occurrences import Occurrence
from wederhoor.extract.events.roles import Role
from wederhoor.model import DaySet, Place, Realis


@dataclass(slots=True)
class Group:
    """The occurrences of one event, and what they say of its days together.

    `each` holds, where the day of publication is not known, the days for each possible one.
    """

    occurrences: list[Occurrence]
    when: DaySet | None = None
    each: tuple[DaySet | None, ...] = ()
    places: dict[str, Place] = field(default_factory=dict)

    @property
    def first(self) -> Occurrence:
        """The occurrence that opened the group."""
        return self.occurrences[0]

    @property
    def realis(self) -> Realis:
        """Actual if any occurrence is, else what the first says."""
        if any(item.realis is Realis.ACTUAL for item in self.occurrences):
            return Realis.ACTUAL
        return self.first.realis

    @property
    def modes(self) -> frozenset[str]:
        """The modes of all occurrences."""
        return frozenset(mode for item in self.occurrences for mode in item.modes)

    def actors(self) -> list[Role]:
        """Return the actors of all occurrences."""
        return [role for item in self.occurrences for role in item.roles.actors]

    def recipients(self) -> list[Role]:
        """Return the recipients of all occurrences."""
        return [role for item in self.occurrences for role in item.roles.recipients]
