"""Who stands on one side: when two speakers, or two blamed parties, are one for weighing."""

from __future__ import annotations

from typing import Final

from wederhoor.model.actor import Actor, ActorKind
from wederhoor.model.relation import Relation

_ONE = frozenset({Relation.SAME, Relation.NARROWER, Relation.WIDER})
_STATE_BODIES: Final = frozenset(
    {ActorKind.STATE, ActorKind.GOVERNMENT, ActorKind.MILITARY, ActorKind.POLICE}
)


def related(first: Actor, second: Actor) -> bool:
    """Tell whether both are one party, or one belongs to the other.

    Bodies of one state count as that state, so that "Iraanse autoriteiten" is Iran.

    Example:
        "Pentagon" and "Verenigde Staten" are related, "Iran" and "Irak" are not.
    """
    if first.relation_to(second) in _ONE:
        return True
    return (
        first.country is not None
        and first.country == second.country
        and first.kind in _STATE_BODIES
        and second.kind in _STATE_BODIES
        and ActorKind.STATE in (first.kind, second.kind)
    )


def is_press(source: Actor | None) -> bool:
    """Tell whether a speaker is the press: an outlet in its own voice, or other media it names."""
    return source is None or source.kind is ActorKind.MEDIA


def same_side(first: Actor | None, second: Actor | None) -> bool:
    """Tell whether two speakers cannot contradict one another as parties, only update one another.

    The press is one kind of speaker: it tells what is known, and what is known grows.

    Example:
        The Pentagon and the Verenigde Staten are one side; so are NOS and "Iraakse media".
    """
    if is_press(first) or is_press(second):
        return is_press(first) and is_press(second)
    return first is not None and second is not None and related(first, second)
