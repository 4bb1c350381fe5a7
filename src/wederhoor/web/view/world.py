"""The countries as outlines: Natural Earth 1:110m, in the public domain, kept with the program."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_RING = re.compile(r"M(-?\d+) (-?\d+)l([^z]*)z")
_NUMBER = re.compile(r"-?\d+")


@dataclass(frozen=True, slots=True)
class Outline:
    """A country: its SVG path in tenths of a degree, and the box around it (west, north, east, south)."""

    path: str
    box: tuple[int, int, int, int]

    def touches(self, box: tuple[float, float, float, float]) -> bool:
        """Tell whether any of it can be seen within a box."""
        west, north, east, south = self.box
        return west <= box[2] and box[0] <= east and north <= box[3] and box[1] <= south


@cache
def outlines() -> Mapping[str, Outline]:
    """Return the outlines by ISO 3166 two-letter code."""
    text = files("wederhoor.resources").joinpath("world.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {code: Outline(path, _box(path)) for code, path in rows}


def _box(path: str) -> tuple[int, int, int, int]:
    xs, ys = [], []
    for x, y, steps in _RING.findall(path):
        east, south = int(x), int(y)
        numbers = [int(number) for number in _NUMBER.findall(steps)]
        xs.append(east)
        ys.append(south)
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            east, south = east + dx, south + dy
            xs.append(east)
            ys.append(south)
    return min(xs), min(ys), max(xs), max(ys)
