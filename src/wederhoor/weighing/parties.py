"""Who stands on one side: when two speakers, or two blamed parties, are one for weighing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from wederhoor.model.actor import Actor, ActorKind
from wederhoor.model.relation import Relation
from wederhoor.resources.phrases import is_armed, is_of_state

_FEW = 3  # a side is named by a third of the reports that name the most named doer, at least
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
        and _is_body(first)
        and _is_body(second)
        and ActorKind.STATE in (first.kind, second.kind)
    )


def is_authority(source: Actor | None) -> bool:
    """Tell whether a speaker is a body of a state, or speaks for one: it may correct the press."""
    return source is not None and (source.kind in _STATE_BODIES or bool(source.part_of))


def _is_body(actor: Actor) -> bool:
    return actor.kind in _STATE_BODIES or _is_state_media(actor)


def _is_state_media(actor: Actor) -> bool:
    return actor.kind is ActorKind.MEDIA and is_of_state(actor.name)


def is_press(source: Actor | None) -> bool:
    """Tell whether a speaker is the press: an outlet in its own voice, or other media it names.

    Example:
        "lokale media" are, "Iraanse staatstelevisie" is not.
    """
    return source is None or (source.kind is ActorKind.MEDIA and not _is_state_media(source))


def has_name(actor: Actor) -> bool:
    """Tell whether this is one known party: "zelfmoordterroristen" and "de politie" are not."""
    return actor.id is not None or (actor.named and actor.name[:1].isupper())


@dataclass(frozen=True, slots=True)
class Sides:
    """The sides in the conflict that an event is part of: those who are said to have done it.

    Attributes:
        actors: the named ones.
    """

    actors: tuple[Actor, ...]

    @classmethod
    def among(cls, doers: Mapping[Actor, int], undergoing: Mapping[Actor, int]) -> Sides:
        """Make the sides of an event out of who is said to have done it, and who to have undergone it.

        A doer that few reports name beside another is no side, nor is one that more reports name as
        the victim: that is a loose remark, or a misreading.

        Args:
            doers: how many reports name each as the doer.
            undergoing: how many reports name each as the one it was done to.
        """
        most = max(doers.values(), default=0)
        return cls(
            tuple(
                doer
                for doer, reports in doers.items()
                if has_name(doer)
                and reports * _FEW >= most
                and reports >= sum(n for one, n in undergoing.items() if one.key == doer.key)
            )
        )

    def holds(self, source: Actor | None) -> bool:
        """Tell whether a speaker is a side, so that its counts are claims and not news.

        Example:
            Of an attack by Iran "Iraanse staatstelevisie" is a side, and "het ziekenhuis" is not; an armed
            group always is.
        """
        if source is None:
            return False
        if source.kind is ActorKind.ARMED_GROUP or is_armed(source.name) or _is_state_media(source):
            return True
        if source.kind is ActorKind.MEDIA:
            states = {actor.country for actor in self.actors if actor.kind in _STATE_BODIES}
            return source.country in states - {None}
        return any(related(source, actor) for actor in self.actors)

    def contest(self, first: Actor | None, second: Actor | None) -> bool:
        """Tell whether a difference between two speakers is a dispute and not just older news.

        It is when one of them is a side; where no doer is named, when they are bodies of two states.
        """
        if self.holds(first) or self.holds(second):
            return True
        if self.actors or first is None or second is None:
            return False
        bodies = _is_body(first) and _is_body(second)
        return bodies and first.country is not None and first.country != second.country


def same_side(first: Actor | None, second: Actor | None) -> bool:
    """Tell whether two speakers cannot contradict one another as parties, only update one another.

    The press is one kind of speaker: it tells what is known, and what is known grows.

    Example:
        The Pentagon and the Verenigde Staten are one side; so are NOS and "Iraakse media".
    """
    if is_press(first) or is_press(second):
        return is_press(first) and is_press(second)
    return first is not None and second is not None and related(first, second)
