"""What was made of one expected expression, and how many were right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was made of one expected expression.

    Attributes:
        case: the name of the case.
        words: the expression.
        right: whether it was read as expected.
        read: what was read.
        expected: what was expected.
    """

    case: str
    words: str
    right: bool
    read: str
    expected: str

    @property
    def group(self) -> str:
        """The file of the case, or the kind of expression."""
        return self.case.partition(":")[0]


@dataclass(frozen=True, slots=True)
class Score:
    """How many were right: of those held to be correct, and of all."""

    right: int
    total: int
    right_of_all: int
    all: int

    @property
    def share(self) -> float:
        """Right ones among those held to be correct."""
        return self.right / self.total if self.total else 0.0


def score(verdicts: Iterable[Verdict], disputed: Mapping[str, str]) -> Score:
    """Count the verdicts, with and without the cases whose expectation is disputed."""
    found = list(verdicts)
    held = [one for one in found if one.case not in disputed]
    return Score(
        sum(one.right for one in held), len(held), sum(one.right for one in found), len(found)
    )
