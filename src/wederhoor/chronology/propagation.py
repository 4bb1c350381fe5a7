"""Arc consistency: each constraint takes from its variables the days that it cannot keep to.

Example:
    Of a Friday and "twee dagen later" the second day keeps only the Sunday.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from wederhoor.chronology.constraints import Between, Constraint, Domains, free
from wederhoor.chronology.ranges import Ranges


class Empty(Exception):  # noqa: N818 - no fault of anyone: it says that no day is left
    """No calendar keeps to all the constraints."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a constraint left of a variable."""

    of: str
    before: Ranges
    after: Ranges
    by: Constraint


def propagate(
    constraints: tuple[Constraint, ...], domains: Domains | None = None
) -> tuple[Domains, list[Change]]:
    """Narrow until nothing changes.

    Args:
        constraints: in a fixed order, which makes the changes fixed too.
        domains: where to start; any day when left out.

    Raises:
        Empty: a variable has no day left.
    """
    if domains is None:
        domains = free(constraints)
        _check_differences(constraints)
    else:
        domains = dict(domains)
    touching: dict[str, list[int]] = {}
    for number, found in enumerate(constraints):
        for name in found.variables:
            touching.setdefault(name, []).append(number)
    changes: list[Change] = []
    waiting = deque(range(len(constraints)))
    queued = set(waiting)
    while waiting:
        number = waiting.popleft()
        queued.discard(number)
        for change in _revised(constraints[number], domains):
            changes.append(change)
            again = [other for other in touching[change.of] if other not in queued]
            waiting.extend(again)
            queued.update(again)
    return domains, changes


def _revised(constraint: Constraint, domains: Domains) -> Iterable[Change]:
    for name in constraint.variables:
        before = domains[name]
        after = constraint.revise(name, domains)
        if not after:
            raise Empty
        if after != before:
            domains[name] = after
            yield Change(name, before, after, constraint)


def _check_differences(constraints: Iterable[Constraint]) -> None:
    """See that the differences alone do not go round in a ring that ends before it began (Bellman-Ford).

    Without this, two events that are each after the other would push one another on for ever.
    """
    arcs: list[tuple[str, str, int]] = []
    for found in constraints:
        if isinstance(found, Between):
            if found.high is not None:
                arcs.append((found.first, found.second, found.high))
            if found.low is not None:
                arcs.append((found.second, found.first, -found.low))
    latest = {name: 0 for arc in arcs for name in arc[:2]}
    for _ in range(len(latest) + 1):
        changed = False
        for source, target, most in arcs:
            if latest[source] + most < latest[target]:
                latest[target] = latest[source] + most
                changed = True
        if not changed:
            return
    if latest:
        raise Empty
