"""Networks with rings: what arc consistency leaves is tried day by day.

Example:
    "zondag", "vrijdag" and "twee dagen later" tie two events to publication and to one another: a ring.
"""

from __future__ import annotations

from wederhoor.chronology.constraints import Constraint, Domains
from wederhoor.chronology.propagation import Change, Empty, propagate
from wederhoor.chronology.ranges import Ranges, is_bounded, joined, size

_MOST_DAYS = 400  # of one variable, that are tried
_MOST_TRIES = 5000  # of one network; beyond, days are left in that may not fit


def has_ring(constraints: tuple[Constraint, ...]) -> bool:
    """Tell whether two variables are tied in more than one way."""
    group: dict[str, str] = {}

    def root(name: str) -> str:
        while group.setdefault(name, name) != name:
            name = group[name]
        return name

    for found in constraints:
        if len(found.variables) > 1:
            first, second = (root(name) for name in found.variables)
            if first == second:
                return True
            group[first] = second
    return False


def check_each_day(constraints: tuple[Constraint, ...], domains: Domains) -> list[Change]:
    """Take from the domains, in place, the days that are in no calendar that keeps to all constraints.

    Returns:
        What was taken, each change laid to the first constraint that says what day that variable is.

    Raises:
        Empty: there is no such calendar at all.
    """
    search = _Search(constraints)
    open_to = [name for name in domains if 1 < size(domains[name]) <= _MOST_DAYS]
    changes: list[Change] = []
    for name in sorted(open_to):
        kept = search.supported(name, domains)
        if kept != domains[name]:
            by = _charged(name, constraints)
            changes.append(Change(name, domains[name], kept, by))
            domains[name] = kept
    return changes


def _charged(name: str, constraints: tuple[Constraint, ...]) -> Constraint:
    """Return the first constraint that says what day `name` is; else the first that mentions it."""
    of_it = [found for found in constraints if name in found.variables]
    return next((found for found in of_it if found.variables[-1] == name), of_it[0])


class _Search:
    """Looks for whole calendars, and remembers which days the found ones had."""

    def __init__(self, constraints: tuple[Constraint, ...]) -> None:
        self.constraints = constraints
        self.tries = 0
        self.seen: dict[str, set[int]] = {}

    def supported(self, name: str, domains: Domains) -> Ranges:
        """Return the days of a variable for which there is a calendar.

        Raises:
            Empty: for none of them.
        """
        seen = self.seen.setdefault(name, set())
        kept = [
            day
            for low, high in domains[name]
            for day in range(low, high + 1)
            if day in seen or self._fits({**domains, name: ((day, day),)})
        ]
        if not kept:
            raise Empty
        return joined((day, day) for day in kept)

    def _fits(self, domains: Domains) -> bool:
        self.tries += 1
        if self.tries > _MOST_TRIES:
            return True
        try:
            narrowed, _ = propagate(self.constraints, domains)
        except Empty:
            return False
        loose = [name for name, left in narrowed.items() if is_bounded(left) and size(left) > 1]
        if not loose:
            self._remember(narrowed)
            return True
        name = min(loose, key=lambda one: (size(narrowed[one]), one))
        return any(
            self._fits({**narrowed, name: ((day, day),)})
            for low, high in narrowed[name]
            for day in range(low, high + 1)
        )

    def _remember(self, calendar: Domains) -> None:
        for name, left in calendar.items():
            if size(left) == 1:
                self.seen.setdefault(name, set()).add(left[0][0])
