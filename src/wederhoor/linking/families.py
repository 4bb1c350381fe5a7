"""Which event types can be one happening told in two ways, and how much proof each type needs."""

from __future__ import annotations

from typing import Final

from wederhoor.model.event import EventType

FAMILY: Final[dict[EventType, str]] = {
    EventType.ASSAULT: "force",
    EventType.PROTEST: "force",
    EventType.COERCE: "coercion",
    EventType.SANCTION: "coercion",
    EventType.MOBILIZE: "movement",
    EventType.RETREAT: "withdrawal",
    EventType.CONCEDE: "withdrawal",
    EventType.AID: "aid",
    EventType.AGREE: "talks",
    EventType.CONSULT: "talks",
    EventType.COOPERATE: "talks",
    EventType.SUPPORT: "support",
    EventType.REQUEST: "request",
    EventType.ACCUSE: "accusation",
    EventType.REJECT: "refusal",
    EventType.THREATEN: "threat",
}
"""Mentions of one family are compared: a stormed embassy is a PROTEST to one outlet, an ASSAULT to
another. PLOVER has no such families; these are our own, from its rules on neighbouring types."""

MATERIAL: Final = frozenset(
    {
        EventType.ASSAULT,
        EventType.PROTEST,
        EventType.COERCE,
        EventType.SANCTION,
        EventType.MOBILIZE,
        EventType.RETREAT,
        EventType.AID,
    }
)
"""Types that are deeds. The others are words, of which a party has many a week, so two mentions of
"roept op" by one government need more proof before they are one."""

DISTINCT_MODES: Final = frozenset({EventType.COERCE, EventType.RETREAT, EventType.MOBILIZE})
"""Types whose modes are different acts altogether: an arrest is no curfew, a drone may be a rocket."""

_MEANS: Final[dict[str, str]] = {
    "explosives": "blast",
    "suicide-attack": "blast",
    "heavy-weapons": "blast air",
    "aerial": "air",
    "drone": "air",
    "firearms": "street",
    "crowd-control": "street",
    "primitive": "street",
    "beat": "street",
}
"""Means that outlets mix up when they tell of one deed; a mode that is not here ("destroy") says
what was done and not with what."""


def same_means(first: frozenset[str], second: frozenset[str]) -> bool:
    """Tell whether two sets of modes can be of one deed, as far as their means go.

    Example:
        "suicide-attack" and "explosives" can, "drone" and "firearms" cannot.
    """
    one, other = ({_MEANS[mode] for mode in modes if mode in _MEANS} for modes in (first, second))
    kinds, others = (set(" ".join(found).split()) for found in (one, other))
    return not kinds or not others or bool(kinds & others)
