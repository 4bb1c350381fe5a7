"""Sets of days that may be open on either side, as ascending ranges of ordinals.

Example:
    `shift(((10, 12), (20, 20)), 1, 2)` is `((11, 14), (21, 22))`.
"""

from __future__ import annotations

from collections.abc import Iterable

from wederhoor.model import DaySet

Ranges = tuple[tuple[int, int], ...]

_FAR = 10**9  # days: beyond any calendar
_OPEN = 10**8  # a bound farther than this stands for none
ALWAYS: Ranges = ((-_FAR, _FAR),)
"""Any day at all."""


def of_days(days: DaySet) -> Ranges:
    """Return the ranges of a set of days."""
    return days.ranges


def to_days(ranges: Ranges) -> DaySet | None:
    """Return the set of days; None where it is open on either side."""
    return DaySet(ranges) if is_bounded(ranges) else None


def is_bounded(ranges: Ranges) -> bool:
    """Tell whether there is a first and a last day."""
    return ranges[0][0] > 0 and ranges[-1][1] < _OPEN


def size(ranges: Ranges) -> int:
    """Count the days."""
    return sum(high - low + 1 for low, high in ranges)


def joined(pairs: Iterable[tuple[int, int]]) -> Ranges:
    """Return ascending ranges that neither touch nor overlap."""
    out: list[tuple[int, int]] = []
    for low, high in sorted(pairs):
        if out and low <= out[-1][1] + 1:
            out[-1] = (out[-1][0], max(out[-1][1], high))
        else:
            out.append((low, high))
    return tuple(out)


def meet(first: Ranges, second: Ranges) -> Ranges:
    """Return the days in both."""
    out: list[tuple[int, int]] = []
    i = j = 0
    while i < len(first) and j < len(second):
        low, high = max(first[i][0], second[j][0]), min(first[i][1], second[j][1])
        if low <= high:
            out.append((low, high))
        if first[i][1] < second[j][1]:
            i += 1
        else:
            j += 1
    return tuple(out)


def shift(ranges: Ranges, low: int | None, high: int | None) -> Ranges:
    """Return the days from `low` to `high` days later; None is open on that side."""
    moved = (
        (-_FAR if low is None else a + low, _FAR if high is None else b + high) for a, b in ranges
    )
    return joined(moved)
