"""Operations for what names no day: clocks, durations, repetitions.

Captured words in, a `Meaning` with a value out, written as TIMEX3 writes it (ISO 24617-1, ISO 8601).

Example:
    "elke vrijdag" is the set `XXXX-WXX-5`, "drie weken" the duration `P3W`, "om 10.00 uur" the time `T10:00`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from wederhoor.extract.times.meanings import Captures, Meaning, Operation, Params, captured
from wederhoor.model import TimeKind

_LETTERS = {
    "day": "D", "week": "W", "month": "M", "year": "Y", "decade": "DE", "century": "CE",
    "quarter": "Q", "weekend": "WE", "hour": "H", "minute": "M", "second": "S",
}  # fmt: skip
_CLOCKS = frozenset({"hour", "minute", "second"})
_LAST_HOUR = 24
_HALF_A_DAY = 12
_AFTER_NOON = frozenset({"middag", "avond"})


def duration(captures: Captures, params: Params) -> Meaning | None:
    """How long: "drie weken", "anderhalf uur", "enkele dagen" (with an X for how many)."""
    del params
    unit = captured(captures, "unit", "clockunit")
    count = captured(captures, "count") or (1, 1)
    number = f"{count[0]:g}" if count[0] == count[1] else "X"
    sign = "PT" if unit in _CLOCKS else "P"
    return Meaning(None, kind=TimeKind.DURATION, value=f"{sign}{number}{_LETTERS[unit]}")


def every(captures: Captures, params: Params) -> Meaning | None:
    """How often: "elke vrijdag", "iedere maand", "om de twee weken", "dagelijks"."""
    value = params.get("value")
    joined, weekday = captured(captures, "weekpart"), captured(captures, "weekday", "habit")
    month, unit = captured(captures, "month"), captured(captures, "unit", "period", "often")
    if joined or weekday:
        value = f"XXXX-WXX-{joined[0] if joined else weekday}"
    elif month:
        value = f"XXXX-{month:02d}"
    elif unit:
        count = captured(captures, "count") or (1, 1)
        value = f"P{'X' if count[0] != count[1] else format(count[0], 'g')}{_LETTERS[unit]}"
    return Meaning(None, kind=TimeKind.SET, value=value or "P1Y")


def clock(captures: Captures, params: Params) -> Meaning | None:
    """A time of the day without a day: "om 10.00 uur", "11:36", "om 8 uur 's avonds"."""
    del params
    clocks = [capture for capture in captures if capture[0] in ("clock", "clockhour")]
    rest = tuple(capture for capture in captures if capture not in clocks)
    values = [clock_value((one, *rest)) for one in clocks]
    return Meaning(None, kind=TimeKind.TIME, value="/".join(values)) if all(values) else None


def clock_value(captures: Captures) -> str:
    """Return the clock among captured words as TIMEX3 writes it, with its zone; "" for none.

    Example:
        "om 11.36 uur lokale tijd" is `T11:36 local`.
    """
    written, hour = captured(captures, "clock"), captured(captures, "clockhour")
    if written is None and hour is None:
        return ""
    parts = [int(part) for part in re.split(r"\D", written.rstrip("u"))] if written else [hour, 0]
    later = captured(captures, "halfday") in _AFTER_NOON and parts[0] < _HALF_A_DAY
    hours = parts[0] + _HALF_A_DAY * later
    if hours > _LAST_HOUR or parts[1] > 59:  # noqa: PLR2004 - minutes of an hour
        return ""
    zone = captured(captures, "zone")
    return f"T{hours:02d}:{parts[1]:02d}{f' {zone}' if zone else ''}"


OPERATIONS: Mapping[str, Operation] = {
    operation.__name__: operation for operation in (duration, every, clock)
}
