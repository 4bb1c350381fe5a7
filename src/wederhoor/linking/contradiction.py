"""What two mentions of one event can never have between them: a firm contradiction."""

from __future__ import annotations

from functools import lru_cache

from wederhoor.linking.profile import Profile
from wederhoor.model.dayset import DaySet
from wederhoor.model.place import Place
from wederhoor.model.relation import Relation
from wederhoor.resources.phrases import is_killing

Sites = tuple[Place, ...]


def contradict(first: Profile, second: Profile) -> bool:
    """Tell whether two mentions cannot be one event, whatever else they share.

    They cannot when they come from one report (extract keeps one mention an event), when both firmly
    give days and share none, when the one is of a day after the report that tells the other as done,
    or when both firmly give places that differ.

    Example:
        "dinsdag een aanslag in Bagdad" and "woensdag een aanslag in Bagdad" contradict.
    """
    return (
        first.mention.report == second.mention.report
        or days_apart(first, second)
        or too_late(first.firm, second.latest)
        or too_late(second.firm, first.latest)
        or (places_apart(first, second) and not one_killing(first, second))
    )


def one_killing(first: Profile, second: Profile) -> bool:
    """Tell whether both are the killing of one named person, in reports that share another name.

    Nobody is killed in two places: one of them is that of something else in the report.

    Example:
        "de moord op Jan Bakker" and "Bakker werd in Luik doodgeschoten", of reports about Jan Bakker.
    """
    if not first.victims & second.victims or len(first.story & second.story) <= 1:
        return False
    return all(any(map(is_killing, one.words)) for one in (first, second))


def days_apart(first: Profile, second: Profile) -> bool:
    """Tell whether both give exact bounds for their days and share no day."""
    one, other = first.firm, second.firm
    if one is None or other is None:
        return False
    if one.ranges[-1][1] < other.ranges[0][0] or other.ranges[-1][1] < one.ranges[0][0]:
        return True
    if len(one.ranges) == 1 and len(other.ranges) == 1:
        return False
    return one.intersect(other) is None


def too_late(days: DaySet | None, latest: int | None) -> bool:
    """Tell whether all the days lie after the last day on which it can have happened."""
    return days is not None and latest is not None and days.ranges[0][0] > latest


def places_apart(first: Profile, second: Profile) -> bool:
    """Tell whether their countries, or all their sites and settlements, differ."""
    return countries_apart(first.told_countries, second.told_countries) or sites_apart(
        first.fine, second.fine
    )


def countries_apart(first: frozenset[str], second: frozenset[str]) -> bool:
    """Tell whether countries are known on both sides and none is shared."""
    return bool(first and second) and first.isdisjoint(second)


def sites_apart(first: Sites, second: Sites) -> bool:
    """Tell whether sites or settlements are known on both sides and every two of them differ."""
    return bool(first and second) and relation_of_places(first, second) is Relation.CONFLICTS


@lru_cache(maxsize=65536)
def relation_of_places(first: Sites, second: Sites) -> Relation:
    """Return the closest relation between any two of the places.

    Returns:
        SAME before OVERLAPS before NARROWER, WIDER and UNKNOWN; CONFLICTS only when every two do.
    """
    found = {one.relation_to(other) for one in first for other in second}
    for relation in (Relation.SAME, Relation.OVERLAPS, Relation.NARROWER, Relation.WIDER):
        if relation in found:
            return relation
    return Relation.CONFLICTS if found == {Relation.CONFLICTS} else Relation.UNKNOWN
