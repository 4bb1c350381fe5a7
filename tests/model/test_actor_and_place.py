"""Parties and places: who belongs to whom, what lies in what."""

from __future__ import annotations

import pytest

from wederhoor.model import Actor, ActorKind, Place, Precision, Relation
from wederhoor.model.actor import folded

_IRAN = Actor("Iran", id="Q794", kind=ActorKind.STATE)
_GUARD = Actor("Revolutionaire Garde", kind=ActorKind.MILITARY, part_of=("Iran",))
_US = Actor("Verenigde Staten", id="Q30", kind=ActorKind.STATE)
_GUNMEN = Actor("gewapende mannen", kind=ActorKind.PEOPLE)


@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [
        (_GUARD, _IRAN, Relation.NARROWER),
        (_IRAN, _GUARD, Relation.WIDER),
        (_IRAN, _US, Relation.CONFLICTS),
        (_GUNMEN, _IRAN, Relation.UNKNOWN),
        (_IRAN, Actor("iran", id="Q794", surface="Teheran"), Relation.SAME),
    ],
)
def test_parties_relate_by_who_they_are_and_belong_to(
    first: Actor, second: Actor, relation: Relation
) -> None:
    assert first.relation_to(second) is relation


def test_names_compare_without_case_accents_and_apostrophes() -> None:
    assert folded("Houthi’s") == folded("HOUTHI'S") == folded("houthis")
    assert folded("Israël") == folded("israel")


_IRAQ = Place("Irak", id="99237", precision=Precision.COUNTRY, country="IQ")
_BAGHDAD = Place("Bagdad", "98182", 33.34, 44.40, Precision.SETTLEMENT, "IQ")
_TAJI = Place("Camp Taji", None, 33.52, 44.26, Precision.SITE, "IQ")
_ERBIL = Place("Erbil", "95446", 36.19, 44.01, Precision.SETTLEMENT, "IQ")
_TEHRAN = Place("Teheran", "112931", 35.69, 51.42, Precision.SETTLEMENT, "IR")
_RED_SEA = Place("Rode Zee", None, 20.0, 38.5, Precision.AREA)


@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [
        (_BAGHDAD, _IRAQ, Relation.NARROWER),
        (_IRAQ, _TAJI, Relation.WIDER),
        (_BAGHDAD, _TEHRAN, Relation.CONFLICTS),
        (_BAGHDAD, _ERBIL, Relation.CONFLICTS),
        (_BAGHDAD, _RED_SEA, Relation.UNKNOWN),
        (_BAGHDAD, Place("het paleis"), Relation.UNKNOWN),
        (Place("het paleis"), Place("Het Paleis"), Relation.SAME),
    ],
)
def test_places_relate_by_country_and_distance(
    first: Place, second: Place, relation: Relation
) -> None:
    assert first.relation_to(second) is relation


def test_distance_is_along_the_surface_of_the_earth_in_kilometres() -> None:
    distance = _BAGHDAD.distance_km(_ERBIL)

    assert distance is not None
    assert 310 < distance < 325
    assert _BAGHDAD.distance_km(Place("ergens")) is None
