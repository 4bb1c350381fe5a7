"""What a reading says, in short words that a test can be read by."""

from __future__ import annotations

from collections.abc import Callable

from wederhoor.model import Actor, Claim, Damage, EventType, Field, Place, Quantity, Reading, Value

Tell = Callable[..., Reading]
"""Reads a text as a report: `tell(body, published=..., title=...)`; a fixture of all tests."""

Said = tuple[str, str, str]
"""Value, innermost source ("" for the outlet) and stance, in words."""


def types(reading: Reading) -> list[EventType]:
    """Return the types of the events that a report tells, in the order of their numbers."""
    return [mention.type for mention in reading.mentions]


def said(reading: Reading, about: Field) -> set[Said]:
    """Return who says what of a field.

    Example:
        `said(reading, Field.KILLED) == {("4", "Oman", "assert"), ("0", "", "possible")}`
    """
    return {_said(claim) for claim in reading.claims if claim.field is about}


def values(reading: Reading, about: Field) -> set[str]:
    """Return the values that are claimed of a field, whoever claims them."""
    return {value for value, _, _ in said(reading, about)}


def _said(claim: Claim) -> Said:
    source = claim.sources[0].name if claim.sources else ""
    return shown(claim.value), source, claim.stance.value


def shown(value: Value) -> str:
    """Write a value in short: "4", "11+", "20-99", a name, "extensive", "?" for unknown."""
    if isinstance(value, Quantity):
        return _count(value)
    if isinstance(value, Actor | Place):
        return value.name
    if isinstance(value, Damage):
        return value.value
    return "?" if value is None else str(value)


def _count(value: Quantity) -> str:
    if value.high is None:
        return f"{value.low}+"
    return str(value.low) if value.low == value.high else f"{value.low}-{value.high}"
