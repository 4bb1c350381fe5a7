"""Where two mentions put their event, and how much a shared place says."""

from __future__ import annotations

from wederhoor.linking.contradiction import relation_of_places
from wederhoor.linking.profile import Profile
from wederhoor.model.event import EventType
from wederhoor.model.place import Precision
from wederhoor.model.relation import Relation
from wederhoor.resources.phrases import is_home, is_reference

_NEARBY = 0.8  # less for a town of the outlets' own country, of which they tell every brawl


def place(first: Profile, second: Profile) -> float:
    """Where: one base says much, one country little; sites that cannot be placed speak against.

    Less where neither gives a day and their words differ: in one town much happens.

    Example:
        "Ain al-Asad" and "Ain al-Asad": 2.5; "Bagdad" and "Irak": 0.8; "Nederland" twice: 0.3, for most
        news of a Dutch outlet is from there; "Rotterdam" twice: 1.7.
    """
    if first.fine and second.fine:
        relation = relation_of_places(first.fine, second.fine)
        if relation is Relation.SAME:
            alike = first.words & second.words or (is_deed(first) and is_deed(second))
            nearby = all(map(is_home, first.countries | second.countries))
            return (2.5 if alike or first.days or second.days else 1.8) - nearby * _NEARBY
        if relation is Relation.OVERLAPS:
            return 0.0 if _are_towns(first) and _are_towns(second) else 1.5
        return -1.0
    if first.regions & second.regions:
        return 1.5
    shared = first.countries & second.countries
    if not shared:
        return 0.0
    return 0.3 if all(map(is_home, shared)) else 0.8


def towns(first: Profile, second: Profile) -> float:
    """Of which towns local reports tell: what is done in one is not done in the other.

    Only of deeds in the outlets' own country, and where one of the mentions names no town itself. A strike is told of
    in every town.

    Example:
        "Gent - Man gewond, verdachte aangehouden" and "Breda - Vrouw gewond, verdachte aangehouden": -2.0.
    """
    if not first.towns or not second.towns or first.towns & second.towns:
        return 0.0
    if first.mention.type is EventType.PROTEST or (first.fine and second.fine):
        return 0.0
    where = first.countries | second.countries
    return -2.0 if where and all(map(is_home, where)) else 0.0


def _are_towns(profile: Profile) -> bool:
    """Whether a mention names towns only: two of them may lie side by side, and are not one place."""
    return all(one.precision is Precision.SETTLEMENT for one in profile.fine)


def is_deed(profile: Profile) -> bool:
    """Tell whether a mention is told with a noun that can be referred to: "aanslag", "ontploffing"."""
    return any(map(is_reference, profile.words))
