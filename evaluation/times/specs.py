"""The Dutch cases of Recognizers-Text: a text, a day on which it is said, and what is expected.

The cases lie in the shared material, never here. A case is *supported* when at least one of the
two engines that its authors made for Dutch is not marked as unable to read it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path("data", "time", "recognizers-nl")
DISPUTED = Path(__file__).with_name("disputed.yaml")
_ENGINES = ("dotnet", "python")


@dataclass(frozen=True, slots=True)
class Expected:
    """One expression of a case.

    Attributes:
        first: first character.
        stop: character after the last.
        kind: its type there, such as "date" or "daterange".
        values: what it may resolve to: a number as text, or first and last day as ISO dates, either
            of them empty where the expression is open.
    """

    first: int
    stop: int
    kind: str
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Case:
    """One case: `name` is its file and index, `said` the day on which its text is said."""

    name: str
    text: str
    said: date
    expected: tuple[Expected, ...]


def cases(shared: Path, group: str, file: str) -> Iterator[Case]:
    """Yield the supported cases of a file of a group such as "DateTime" or "Number"."""
    path = shared / FOLDER / group / "Dutch" / f"{file}.json"
    for index, row in enumerate(json.loads(path.read_text(encoding="utf-8-sig"))):
        if _is_supported(row):
            said = row.get("Context", {}).get("ReferenceDateTime", "2016-11-07")
            expected = tuple(_expected(result, row["Input"]) for result in row["Results"])
            when = date.fromisoformat(said[:10])
            yield Case(f"{file}:{index}", row["Input"], when, expected)


def disputed() -> dict[str, str]:
    """Return the cases held to be wrong or outside the task, by name, with the reason."""
    told: list[dict[str, Any]] = yaml.safe_load(DISPUTED.read_text(encoding="utf-8"))
    return {
        f"{file}:{index}": entry["reason"]
        for entry in told
        for file, indices in entry["cases"].items()
        for index in indices
    }


def _is_supported(row: dict[str, Any]) -> bool:
    flags = f"{row.get('NotSupported', '')},{row.get('NotSupportedByDesign', '')}".lower()
    return not all(engine in flags for engine in _ENGINES)


def _expected(result: dict[str, Any], text: str) -> Expected:
    first = result.get("Start", text.lower().find(result["Text"].lower()))
    kind = (result.get("TypeName") or result.get("Type") or "").removeprefix("datetimeV2.")
    values = tuple(dict.fromkeys(_values(result)))
    return Expected(first, first + len(result["Text"]), kind, values)


def _values(result: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the values of a result, which the files write in four ways."""
    told = result.get("Value") or result.get("Resolution") or {}
    if "values" in told:
        for value in told["values"]:
            yield _ends(value.get("value"), value.get("start"), value.get("end"))
    elif "PastResolution" in told:
        for time in (told["PastResolution"], told["FutureResolution"]):
            yield _ends(time.get("date"), time.get("startDate"), time.get("endDate"))
    elif "value" in told:
        yield (told["value"], told["value"])


def _ends(one: str | None, first: str | None, last: str | None) -> tuple[str, str]:
    return (one, one) if one else (first or "", last or "")
