"""What an expression means: a function from the day of publication to the days it allows.

A meaning is told from one day and in one direction, so that a report dated only to the month can be
read once for each of its possible days. Operations make meanings of the words a rule captured; the
rules of `resources/nl/times.yaml` name them under `means`.

Example:
    The meaning of "gisteren", told on 26 July 2024, is 25 July 2024.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from wederhoor.extract.times.days import Days, Told
from wederhoor.model import Bearing, TimeKind

Captures = tuple[tuple[str, Any], ...]
"""The words of a pattern's classes in order: class, and what the word stands for."""

Params = Mapping[str, Any]
"""What a rule says under `means`."""

Telling = Callable[[Told], Days | None]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an expression means.

    Attributes:
        days: the days it allows when told so, None when it has none there; no function at all for an
            expression that counts from another event, or that only looks like a time.
        absolute: whether it does not depend on the day of publication.
        offset: least and most days from another event, when it counts from one.
        kind: what it names; a clock, a duration and a repetition have a `value` and no days.
        value: that clock, duration or repetition as TIMEX3 writes it.
        bearing: how what is told stands to the event that it counts from.
        named: whether the words after it name the event that it counts from.
    """

    days: Telling | None
    absolute: bool = False
    offset: tuple[int, int] | None = None
    kind: TimeKind = TimeKind.DATE
    value: str = ""
    bearing: Bearing = Bearing.AT
    named: bool = False


ROW: Mapping[str, int] = {"previous": -1, "last": -1, "this": 0, "next": 1, "following": 1}
"""Which one of a row each word of the class `rel` points at, seen from publication."""

Operation = Callable[[Captures, Params], Meaning | None]
"""Makes the meaning of a pattern; None when the words do not fit together ("31 februari")."""


def captured(captures: Captures, *kinds: str) -> Any:  # noqa: ANN401 - as various as the classes
    """Return what the first word of one of these classes stands for, None when there is none."""
    return next((value for kind, value in captures if kind in kinds), None)
