"""One line about an event: who, to whom, how many, according to how many.

Example:
    Of the reports "volgens Iran tachtig doden" and "Washington: geen doden" the summary has
    `counts` killed: 80 and 0, and `sources` Iran and Verenigde Staten.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wederhoor.model import (
    Actor,
    DisputeKind,
    Field,
    Place,
    Position,
    Quantity,
    Stance,
    WeighedEvent,
)

_HELD = frozenset({Stance.ASSERT, Stance.POSSIBLE})


NAMES_SHOWN = 3
"""How many names of each side a line of the timeline has room for."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What stands out of an event.

    Attributes:
        actors: names of who is said to have done it, most often said first.
        recipients: names of whom it was done to.
        places: names of where, most specific first.
        counts: per field of counts, the values that stand: those replaced by a newer count or
            contained in a finer one are left out.
        sources: names of who is quoted on it.
        outlets: outlets that carry it, sorted.
        reports: ids of the reports that mention it, earliest first.
    """

    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    places: tuple[str, ...]
    counts: tuple[tuple[Field, tuple[Quantity, ...]], ...]
    sources: tuple[str, ...]
    outlets: tuple[str, ...]
    reports: tuple[str, ...]


def summarise(weighed: WeighedEvent) -> Summary:
    """Return the summary of an event."""
    standing = tuple(_standing(weighed))
    return Summary(
        actors=_said(standing, Field.ACTOR),
        recipients=_said(standing, Field.RECIPIENT),
        places=tuple(dict.fromkeys(place.shown for place in weighed.event.where)),
        counts=tuple(_counts(standing)),
        sources=tuple(dict.fromkeys(p.source.name for p in weighed.positions if p.source)),
        outlets=tuple(sorted({name for p in weighed.positions for name in p.outlets if name})),
        reports=tuple(dict.fromkeys(mention.report for mention in weighed.event.mentions)),
    )


def _standing(weighed: WeighedEvent) -> Iterator[Position]:
    replaced = [d.first for d in weighed.disputes if d.kind is not DisputeKind.DISPUTE]
    for position in weighed.positions:
        if position.stance in _HELD and position not in replaced:
            yield position


def _said(standing: Iterable[Position], field: Field) -> tuple[str, ...]:
    weight: dict[str, int] = {}
    for position in standing:
        if position.field is field and isinstance(position.value, Actor | Place):
            name = position.value.name
            weight[name] = weight.get(name, 0) + len(position.claims)
    return tuple(sorted(weight, key=lambda name: -weight[name]))


def _counts(standing: Iterable[Position]) -> Iterator[tuple[Field, tuple[Quantity, ...]]]:
    found: dict[Field, dict[Quantity, None]] = {}
    for position in standing:
        if isinstance(position.value, Quantity):
            found.setdefault(position.field, {})[position.value] = None
    for field in Field:
        if field in found:
            yield field, tuple(found[field])


def who(summary: Summary, shown: int | None = None) -> str:
    """Return who did it to whom: "Iran → Verenigde Staten"; "?" for a side that is not told.

    Args:
        summary: of the event.
        shown: how many names of each side to write out; None for all.
    """
    if not summary.actors and not summary.recipients:
        return ""
    actors = shortened(summary.actors, shown) or "?"
    if not summary.recipients:
        return actors
    return f"{actors} → {shortened(summary.recipients, shown)}"


def shortened(names: tuple[str, ...], shown: int | None = None, between: str = ", ") -> str:
    """Return the first few names, and how many there are besides; all of them for None."""
    kept = names[:shown]
    more = len(names) - len(kept)
    return between.join(kept) + (f" +{more}" if more else "")
