"""The parts of a phrase, and which of its tokens stands in the tree for all of it."""

from __future__ import annotations

from dataclasses import dataclass

from wederhoor.extract.actors.roles import Role
from wederhoor.model import Actor, Analysis


@dataclass(frozen=True, slots=True)
class Core:
    """A noun with its adjectives and its portfolio.

    Attributes:
        first: first token, adjectives included.
        noun: first token of the noun.
        noun_stop: token after the noun.
        stop: token after "van Buitenlandse Zaken", else `noun_stop`.
        role: what the noun means.
        code: the country of its adjective, if there is exactly one.
        regional: whether that adjective is of a part of the country ("Schotse").
    """

    first: int
    noun: int
    noun_stop: int
    stop: int
    role: Role
    code: str | None
    regional: bool = False


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose the noun is, and the words that say so ("van het leger")."""

    actor: Actor
    words: str


def head_of(analysis: Analysis, first: int, stop: int, prefer: int) -> int:
    """Return the token of a span whose head lies outside it, `prefer` when it is one of these.

    Example:
        For "premier Aldo Verrin" it is the token that the verb has as its subject.
    """
    outside = [
        i
        for i in range(first, stop)
        if not first <= analysis.tokens[i].head < stop or analysis.tokens[i].head == i
    ]
    return prefer if prefer in outside or not outside else outside[0]
