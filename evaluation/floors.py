"""The floors: what no change may make worse, pinned to the gold they were measured on.

`evaluation/floors.json` holds the digest of the gold, floors for figures that should be high and
ceilings for those that should be low.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PATH = Path(__file__).with_name("floors.json")
HIGH = (
    "typed.f1", "events.f1", "claims.f1", "sourced.f1",
    "when_exact", "when_consistent", "where", "linking.f1", "disputes.f1",
)  # fmt: skip
LOW = ("when_invented",)
MARGIN = 0.01
"""How far below (or above) what was measured a bound is set."""

_OTHER_GOLD = (
    "the gold is not the one that the floors were measured on; look at the figures, then set them "
    "anew with --raise-floors --new-gold"
)


@dataclass(frozen=True, slots=True)
class Floors:
    """The bounds on the figures, and the digest of the gold that they hold for."""

    gold: str
    floors: Mapping[str, float]
    ceilings: Mapping[str, float]

    @classmethod
    def load(cls, path: Path = PATH) -> Floors:
        """Read the bounds; a file that is not there bounds nothing."""
        if not path.is_file():
            return cls("", {}, {})
        held = json.loads(path.read_text(encoding="utf-8"))
        return cls(held["gold"], held["floors"], held["ceilings"])

    def save(self, path: Path = PATH) -> None:
        """Write the bounds."""
        held = {"gold": self.gold, "floors": dict(self.floors), "ceilings": dict(self.ceilings)}
        path.write_text(json.dumps(held, indent=2) + "\n", encoding="utf-8")

    def failures(self, figures: Mapping[str, Any], gold: str) -> list[str]:
        """Return what is wrong, a sentence each; nothing when every figure is within its bound."""
        if gold != self.gold:
            return [_OTHER_GOLD]
        low = [
            f"{name} is {value:.3f}, below its floor of {bound:.2f}"
            for name, bound in self.floors.items()
            if (value := figure(figures, name)) < bound
        ]
        high = [
            f"{name} is {value:.3f}, above its ceiling of {bound:.2f}"
            for name, bound in self.ceilings.items()
            if (value := figure(figures, name)) > bound
        ]
        return low + high

    def raised(self, figures: Mapping[str, Any]) -> Floors:
        """Return the bounds drawn tighter to the figures; none is ever loosened."""
        floors = {
            name: max(_below(figure(figures, name)), self.floors.get(name, 0.0)) for name in HIGH
        }
        ceilings = {
            name: min(_above(figure(figures, name)), self.ceilings.get(name, 1.0)) for name in LOW
        }
        return Floors(self.gold, floors, ceilings)


def figure(figures: Mapping[str, Any], name: str) -> float:
    """Return one figure by its dotted name; 0 for one that could not be measured.

    Example:
        `figure({"typed": {"f1": 0.6}}, "typed.f1")` is 0.6.
    """
    found: Any = figures
    for part in name.split("."):
        found = found.get(part, 0.0) if isinstance(found, Mapping) else 0.0
    return float(found)


def _below(value: float) -> float:
    return max(0.0, math.floor(round((value - MARGIN) * 100, 6)) / 100)


def _above(value: float) -> float:
    return min(1.0, math.ceil(round((value + MARGIN) * 100, 6)) / 100)
