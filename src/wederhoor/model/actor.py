"""Who: states, bodies, groups and persons, or the bare description that a report gives."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from wederhoor.model.relation import Relation

_WORD = re.compile(r"\w+")


class ActorKind(StrEnum):
    """What sort of actor; the codes in brackets are PLOVER sectors."""

    STATE = "state"
    GOVERNMENT = "government"  # GOV
    MILITARY = "military"  # MIL
    POLICE = "police"  # COP
    ARMED_GROUP = "armed-group"  # REB
    PARTY = "party"  # PTY
    PERSON = "person"
    INTERNATIONAL = "international"  # IGO, NGO
    MEDIA = "media"  # JRN
    ORGANISATION = "organisation"
    PEOPLE = "people"  # CVL and other descriptions of persons
    THING = "thing"  # a building, ship or vehicle that something was done to
    UNKNOWN = "unknown"  # UNK


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone or something that acts, speaks, or has something done to it.

    Attributes:
        name: the name it is known by ("Iran"), or the description as written ("gewapende mannen").
        id: Wikidata id ("Q794") where it is certain, else None.
        kind: what sort of actor.
        country: ISO 3166 two-letter code of the country it belongs to, if that is known.
        surface: the words of this report ("Teheran"); "" when they are the name.
        aliases: other names it is known by.
        part_of: names of the actors it belongs to ("Iran" for the Revolutionaire Garde).
    """

    name: str
    id: str | None = None
    kind: ActorKind = ActorKind.UNKNOWN
    country: str | None = None
    surface: str = ""
    aliases: tuple[str, ...] = ()
    part_of: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What tells this actor from others: its id, else its name without case and accents."""
        return self.id or folded(self.name)

    @property
    def named(self) -> bool:
        """Whether this is a known, named party rather than a description of one."""
        if self.kind is ActorKind.ARMED_GROUP and self.name.islower():
            return False  # "islamitische terreurgroep" may be any group
        return self.id is not None or self.kind not in _DESCRIBED

    def relation_to(self, other: Actor | None) -> Relation:
        """Tell whether both are the same party, one belongs to the other, or they differ.

        Two different named parties CONFLICT as answers to "who did it"; whether that is a dispute
        is for weighing to say. A description ("gewapende mannen") may be anyone: UNKNOWN.

        Example:
            "Revolutionaire Garde" is NARROWER than "Iran".
        """
        if other is None:
            return Relation.UNKNOWN
        if self._is(other):
            return Relation.SAME
        below = folded(other.name) in map(folded, self.part_of)
        above = folded(self.name) in map(folded, other.part_of)
        if below and above:  # each is said to belong to the other: no order can be told
            return Relation.UNKNOWN
        if below or above:
            return Relation.NARROWER if below else Relation.WIDER
        return Relation.CONFLICTS if self.named and other.named else Relation.UNKNOWN

    def _is(self, other: Actor) -> bool:
        """Tell whether both are one party; where an id is missing, the name decides."""
        if self.id and other.id:
            return self.id == other.id
        return folded(self.name) == folded(other.name)


_DESCRIBED = frozenset({ActorKind.PEOPLE, ActorKind.THING, ActorKind.UNKNOWN})


def folded(name: str) -> str:
    """Return a name without case, accents and marks, for comparing.

    Example:
        `folded("Houthi’s")` and `folded("houthis")` are both "houthis".
    """
    flat = unicodedata.normalize("NFKD", name.casefold())
    flat = "".join(char for char in flat if not unicodedata.combining(char))
    return " ".join(_WORD.findall(flat.replace("’s", "s").replace("'s", "s")))
