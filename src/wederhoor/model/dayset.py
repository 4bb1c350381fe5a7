"""The days on which something may have happened: uncertainty as a value.

A `DaySet` holds every day that the words allow, as ranges of days; "unknown" is the absence of a
DaySet (`None`), never an empty one. It is written as EDTF (ISO 8601-2) and read back from it.

Example:
    "zondag" in a report dated "2020-01" is one of the Sundays from 29 December to 26 January:
    `DaySet.from_edtf("[2019-12-29,2020-01-05,2020-01-12,2020-01-19,2020-01-26]")`.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from wederhoor.model.relation import Relation

_SIMPLE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?$")


@dataclass(frozen=True, slots=True)
class DaySet:
    """One or more days, of which the true one (or ones) is among these.

    Attributes:
        ranges: first and last day of each stretch, as proleptic Gregorian ordinals
            (`datetime.date.toordinal`), ascending, neither touching nor overlapping.
        approximate: the words say "rond", "omstreeks" or the like: the days are not exact bounds.
    """

    ranges: tuple[tuple[int, int], ...]
    approximate: bool = False

    def __post_init__(self) -> None:
        if not self.ranges:
            raise ValueError("a DaySet holds at least one day; unknown is None")
        before = -1
        for low, high in self.ranges:
            if low > high or low <= before:
                raise ValueError(f"day ranges must ascend without touching: {self.ranges}")
            before = high + 1

    # ------------------------------------------------------------------ making
    @classmethod
    def of(cls, days: Iterable[int], *, approximate: bool = False) -> DaySet:
        """Make the set of the given days (ordinals)."""
        return cls.of_ranges(((day, day) for day in days), approximate=approximate)

    @classmethod
    def of_ranges(cls, ranges: Iterable[tuple[int, int]], *, approximate: bool = False) -> DaySet:
        """Make the set of all days in the given ranges, which may overlap and touch."""
        joined: list[tuple[int, int]] = []
        for low, high in sorted(ranges):
            if joined and low <= joined[-1][1] + 1:
                joined[-1] = (joined[-1][0], max(joined[-1][1], high))
            else:
                joined.append((low, high))
        return cls(tuple(joined), approximate)

    @classmethod
    def day(cls, when: date) -> DaySet:
        """Make the set of one day."""
        return cls(((when.toordinal(), when.toordinal()),))

    @classmethod
    def between(cls, first: date, last: date) -> DaySet:
        """Make the set of all days from `first` to `last`, both included."""
        return cls(((first.toordinal(), last.toordinal()),))

    @classmethod
    def month(cls, year: int, month: int) -> DaySet:
        """Make the set of all days of a month."""
        last = calendar.monthrange(year, month)[1]
        return cls.between(date(year, month, 1), date(year, month, last))

    @classmethod
    def year(cls, year: int) -> DaySet:
        """Make the set of all days of a year."""
        return cls.between(date(year, 1, 1), date(year, 12, 31))

    # ------------------------------------------------------------------ asking
    def __contains__(self, day: date) -> bool:
        return any(low <= day.toordinal() <= high for low, high in self.ranges)

    def __len__(self) -> int:
        return sum(high - low + 1 for low, high in self.ranges)

    def __iter__(self) -> Iterator[int]:
        for low, high in self.ranges:
            yield from range(low, high + 1)

    @property
    def first(self) -> date:
        """The earliest possible day."""
        return date.fromordinal(self.ranges[0][0])

    @property
    def last(self) -> date:
        """The latest possible day."""
        return date.fromordinal(self.ranges[-1][1])

    @property
    def exact(self) -> bool:
        """Whether one day is left."""
        return len(self) == 1

    # ------------------------------------------------------------------ combining
    def intersect(self, other: DaySet) -> DaySet | None:
        """Return the days in both, or None when they share none."""
        shared = [
            (max(a, c), min(b, d))
            for a, b in self.ranges
            for c, d in other.ranges
            if max(a, c) <= min(b, d)
        ]
        if not shared:
            return None
        return DaySet.of_ranges(shared, approximate=self.approximate and other.approximate)

    def unite(self, other: DaySet) -> DaySet:
        """Return the days in either."""
        both = self.ranges + other.ranges
        return DaySet.of_ranges(both, approximate=self.approximate or other.approximate)

    def shift(self, low: int, high: int | None = None) -> DaySet:
        """Return the days `low` to `high` days later (negative: earlier); `high` is `low` if left out."""
        last = low if high is None else high
        moved = ((a + low, b + last) for a, b in self.ranges)
        return DaySet.of_ranges(moved, approximate=self.approximate)

    def relation_to(self, other: DaySet | None) -> Relation:
        """Relate the days of the two; an approximate set never conflicts firmly.

        Example:
            "zondag" (one of five Sundays) to "5 januari" is WIDER.
        """
        if other is None:
            return Relation.UNKNOWN
        if self == other:
            return Relation.SAME
        shared = self.intersect(other)
        firm = not (self.approximate or other.approximate)
        if shared is None:
            return Relation.CONFLICTS if firm else Relation.UNKNOWN
        if firm and shared.ranges == self.ranges:
            return Relation.NARROWER
        if firm and shared.ranges == other.ranges:
            return Relation.WIDER
        return Relation.OVERLAPS

    # ------------------------------------------------------------------ EDTF
    def edtf(self) -> str:
        """Write the set as EDTF, such as `2019-09`, `2020-01-07/2020-01-08` or `[2020-01-05,..]`."""
        parts = [_one_range(low, high) for low, high in self.ranges]
        if len(parts) == 1:
            text = parts[0]
        else:
            text = "[" + ",".join(part.replace("/", "..") for part in parts) + "]"
        return f"{text}~" if self.approximate else text

    @classmethod
    def from_edtf(cls, text: str) -> DaySet:
        """Read the EDTF that `edtf` writes, and open forms of it that name all their days.

        Raises:
            ValueError: the text is not EDTF of this kind, or names an impossible day.
        """
        bare = text.strip()
        approximate = bare.endswith("~")
        bare = bare.rstrip("~")
        parts = bare[1:-1].split(",") if bare[:1] == "[" and bare[-1:] == "]" else [bare]
        return cls.of_ranges((_read_range(part) for part in parts), approximate=approximate)


def _one_range(low: int, high: int) -> str:
    first, last = date.fromordinal(low), date.fromordinal(high)
    if low == high:
        return first.isoformat()
    if DaySet.year(first.year).ranges == ((low, high),):
        return f"{first.year:04d}"
    if DaySet.month(first.year, first.month).ranges == ((low, high),):
        return f"{first.year:04d}-{first.month:02d}"
    return f"{first.isoformat()}/{last.isoformat()}"


def _read_range(text: str) -> tuple[int, int]:
    first, _, last = text.strip().replace("..", "/").partition("/")
    low, high = _read_simple(first)
    return (low, _read_simple(last)[1]) if last else (low, high)


def _read_simple(text: str) -> tuple[int, int]:
    match = _SIMPLE.match(text.strip())
    if not match:
        raise ValueError(f"not a date this project reads as EDTF: {text!r}")
    year = int(match["year"])
    if match["month"] is None:
        return DaySet.year(year).ranges[0]
    if match["day"] is None:
        return DaySet.month(year, int(match["month"])).ranges[0]
    return DaySet.day(date(year, int(match["month"]), int(match["day"]))).ranges[0]
