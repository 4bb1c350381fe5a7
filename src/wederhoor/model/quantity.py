"""How many: a count as a range, as exact as the words leave it."""

from __future__ import annotations

import math
from dataclasses import dataclass

from wederhoor.model.relation import Relation, of_ranges

_SLACK = 0.1  # "zo'n 25" is not contradicted by 27; a tenth is our own choice


@dataclass(frozen=True, slots=True)
class Quantity:
    """A whole number between two bounds, both included.

    Attributes:
        low: the least it can be.
        high: the most it can be; None when the words leave that open ("zeker 100").
        approximate: the words say "ongeveer", "zo'n", "bijna".
        of: the words for what is counted ("Amerikanen", "ballistische raketten"), if any.

    Example:
        "meer dan tien ballistische raketten" is `Quantity(11, None, of="ballistische raketten")`.
    """

    low: int
    high: int | None
    approximate: bool = False
    of: str | None = None

    def __post_init__(self) -> None:
        if self.low < 0 or (self.high is not None and self.high < self.low):
            raise ValueError(f"a quantity needs 0 <= low <= high, not {self.low} and {self.high}")

    @property
    def bounds(self) -> tuple[float, float]:
        """The least and most it can be, widened by a tenth where the words say "about"."""
        high = math.inf if self.high is None else float(self.high)
        if not self.approximate:
            return (float(self.low), high)
        return (self.low * (1 - _SLACK), high * (1 + _SLACK))

    def relation_to(self, other: Quantity | None) -> Relation:
        """Relate the numbers only; whether the same things are counted is the caller's question.

        Example:
            "vijftien" is NARROWER than "meer dan tien"; "80 doden" CONFLICTS with "geen doden".
        """
        if other is None:
            return Relation.UNKNOWN
        return of_ranges(self.bounds, other.bounds)
