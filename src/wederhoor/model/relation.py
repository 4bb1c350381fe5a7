"""How two values of one kind stand to one another."""

from __future__ import annotations

from enum import StrEnum


class Relation(StrEnum):
    """The relation of a value to another: the first is ... the second.

    Example:
        "elf of meer raketten" is WIDER than "vijftien raketten", so the two do not contradict.
    """

    SAME = "same"
    NARROWER = "narrower"
    WIDER = "wider"
    OVERLAPS = "overlaps"
    CONFLICTS = "conflicts"
    UNKNOWN = "unknown"

    @property
    def converse(self) -> Relation:
        """The relation seen from the other value."""
        return _CONVERSE.get(self, self)


_CONVERSE = {Relation.NARROWER: Relation.WIDER, Relation.WIDER: Relation.NARROWER}


def of_ranges(first: tuple[float, float], second: tuple[float, float]) -> Relation:
    """Relate two closed ranges of numbers by what they hold.

    Example:
        `of_ranges((15, 15), (11, inf))` ("vijftien" to "meer dan tien") is NARROWER.
    """
    if first == second:
        return Relation.SAME
    if second[0] <= first[0] and first[1] <= second[1]:
        return Relation.NARROWER
    if first[0] <= second[0] and second[1] <= first[1]:
        return Relation.WIDER
    if first[1] < second[0] or second[1] < first[0]:
        return Relation.CONFLICTS
    return Relation.OVERLAPS
