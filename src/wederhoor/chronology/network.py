"""Narrowing the days of many events by all constraints between them.

Arc consistency (AC-3, Mackworth 1977) over sets of days, after a check that the differences alone do not
contradict one another (a negative cycle; Dechter, Meiri and Pearl 1991). On a network without rings that is
exact; where there is a ring, each day that is left is tried for a whole calendar that has it.
An empty set is never silent: the least constraints that clash are named, and the network is solved
without those of them that are conventions, or, where all are words, without all of them.

Example:
    `narrow([Within("a", friday, "r1"), Between("a", "b", 2, 2, "r2")]).days["b"]` is the Sunday.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import reduce

from wederhoor.chronology.constraints import Constraint, Domains, Within
from wederhoor.chronology.propagation import Change, Empty, propagate
from wederhoor.chronology.ranges import to_days
from wederhoor.chronology.rings import check_each_day, has_ring
from wederhoor.model import DaySet


@dataclass(frozen=True, slots=True)
class Step:
    """One narrowing: what was left of a day before and after a constraint; None is any day."""

    of: str
    before: DaySet | None
    after: DaySet | None
    by: Constraint


@dataclass(frozen=True, slots=True)
class Clash:
    """Constraints that no calendar can keep to together; without any one of them, some can."""

    constraints: tuple[Constraint, ...]

    @property
    def variables(self) -> frozenset[str]:
        """The days that they are about."""
        return frozenset(name for found in self.constraints for name in found.variables)


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What is left: days for each variable that has a first and a last one, steps, clashes."""

    days: Mapping[str, DaySet]
    steps: tuple[Step, ...]
    clashes: tuple[Clash, ...]

    def chain(self, of: str) -> tuple[Step, ...]:
        """Return the steps that led to the days of a variable, the earliest first."""
        wanted, taken = {of}, []
        for step in reversed(self.steps):
            if step.of in wanted:
                taken.append(step)
                wanted.update(step.by.variables)
        return tuple(reversed(taken))


def narrow(constraints: Iterable[Constraint]) -> Narrowed:
    """Return the days that all constraints together leave; their order makes no difference."""
    days: dict[str, DaySet] = {}
    steps: list[Step] = []
    clashes: list[Clash] = []
    for part in _parts(sorted(set(constraints), key=lambda found: found.key)):
        domains, changes, clashing = _solve(part)
        clashes += clashing
        steps += (_step(change) for change in changes)
        days |= {name: left for name in domains if (left := to_days(domains[name]))}
    return Narrowed(days, tuple(steps), tuple(clashes))


def _step(change: Change) -> Step:
    return Step(change.of, to_days(change.before), to_days(change.after), change.by)


def _parts(constraints: Iterable[Constraint]) -> Iterator[tuple[Constraint, ...]]:
    """Yield the constraints in parts that share no variable."""
    part_of: dict[str, list[Constraint]] = {}
    for found in constraints:
        parts = {id(part): part for name in found.variables if (part := part_of.get(name))}
        joined = [other for part in parts.values() for other in part] + [found]
        for other in joined:
            part_of.update(dict.fromkeys(other.variables, joined))
    seen: set[int] = set()
    for part in part_of.values():
        if id(part) not in seen:
            seen.add(id(part))
            yield tuple(sorted(part, key=lambda found: found.key))


def _solve(constraints: tuple[Constraint, ...]) -> tuple[Domains, list[Change], list[Clash]]:
    clashes: list[Clash] = []
    while True:
        try:
            domains, changes = _consistent(constraints)
        except Empty:
            clash = Clash(_least(constraints))
            clashes.append(clash)
            constraints = _without(constraints, clash)
        else:
            return domains, changes, clashes


def _consistent(constraints: tuple[Constraint, ...]) -> tuple[Domains, list[Change]]:
    domains, changes = propagate(constraints)
    if has_ring(constraints):
        changes += check_each_day(constraints, domains)
    return domains, changes


def _least(constraints: tuple[Constraint, ...]) -> tuple[Constraint, ...]:
    """Return a least set of constraints that clash: each is left out in turn, words last."""
    kept = list(constraints)
    for found in sorted(constraints, key=lambda one: (not one.inferred, one.key)):
        rest = tuple(other for other in kept if other is not found)
        try:
            _consistent(rest)
        except Empty:
            kept = list(rest)
    return tuple(kept)


def _without(constraints: tuple[Constraint, ...], clash: Clash) -> tuple[Constraint, ...]:
    """Return the constraints that still hold: conventions give way to words; of words, all are doubted."""
    gone = [found for found in clash.constraints if found.inferred] or list(clash.constraints)
    rest = tuple(found for found in constraints if found not in gone)
    doubted: dict[str, list[DaySet]] = {}
    for found in gone:
        if isinstance(found, Within):
            doubted.setdefault(found.of, []).append(found.days)
    either = (
        Within(name, reduce(DaySet.unite, sets), "clash")
        for name, sets in doubted.items()
        if len(sets) > 1
    )
    return (*rest, *either)
