"""Where: a place with its precision, or the bare words when it is not known."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from wederhoor.model.actor import folded
from wederhoor.model.relation import Relation

_EARTH_RADIUS_KM = 6371.0


class Precision(StrEnum):
    """How exactly a place is known, finest first."""

    SITE = "site"  # a base, a building, an airfield
    SETTLEMENT = "settlement"  # a town
    REGION = "region"  # a province or part of a country
    COUNTRY = "country"
    AREA = "area"  # a sea, a strait, a part of the world
    UNKNOWN = "unknown"


_RADIUS_KM = {Precision.SITE: 5.0, Precision.SETTLEMENT: 15.0, Precision.REGION: 150.0}
_RANK = {kind: rank for rank, kind in enumerate(Precision)}


@dataclass(frozen=True, slots=True)
class Place:
    """A place on earth, or words for one.

    Attributes:
        name: the name it is known by in Dutch ("Bagdad").
        id: GeoNames id ("98182"), else None.
        lat: latitude in degrees north, None when not known.
        lon: longitude in degrees east, None when not known.
        precision: how exactly the words say where.
        country: ISO 3166 two-letter code, None when not known.
        surface: the words of this report; "" when they are the name.
        radius_km: how far from the point it may lie, in kilometres; None: as its precision says.
        inferred: whether the report says it of itself as a whole, not of this event.
    """

    name: str
    id: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: Precision = Precision.UNKNOWN
    country: str | None = None
    surface: str = ""
    inferred: bool = False
    radius_km: float | None = None

    @property
    def key(self) -> str:
        """What tells this place from others: its id, else name and country."""
        return self.id or f"{folded(self.name)}|{self.country or ''}"

    @property
    def shown(self) -> str:
        """The name, in brackets when it is inferred: "(Sri Lanka)"."""
        return f"({self.name})" if self.inferred else self.name

    @property
    def rank(self) -> int:
        """How fine the place is: 0 is the finest precision."""
        return _RANK[self.precision]

    @property
    def _radius(self) -> float:
        return self.radius_km or _RADIUS_KM[self.precision]

    def distance_km(self, other: Place) -> float | None:
        """Return the great-circle distance in kilometres (haversine), None when unknown."""
        if self.lat is None or self.lon is None or other.lat is None or other.lon is None:
            return None
        lat1, lon1, lat2, lon2 = map(math.radians, (self.lat, self.lon, other.lat, other.lon))
        h = math.sin((lat2 - lat1) / 2) ** 2
        h += math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
        return 2 * _EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(h)))

    def relation_to(self, other: Place | None) -> Relation:
        """Relate two places by identity, country and distance.

        Example:
            "Bagdad" is NARROWER than "Irak" and CONFLICTS with "Teheran".
        """
        if other is None or Precision.UNKNOWN in (self.precision, other.precision):
            same = other is not None and self.key == other.key
            return Relation.SAME if same else Relation.UNKNOWN
        if self.key == other.key:
            return Relation.SAME
        if Precision.AREA in (self.precision, other.precision):
            return Relation.UNKNOWN
        if self.country is None or other.country is None:
            return Relation.UNKNOWN
        if self.country != other.country:
            return Relation.CONFLICTS
        return self._within_one_country(other)

    def _within_one_country(self, other: Place) -> Relation:
        if self.precision is Precision.COUNTRY:
            return Relation.SAME if other.precision is Precision.COUNTRY else Relation.WIDER
        if other.precision is Precision.COUNTRY:
            return Relation.NARROWER
        distance = self.distance_km(other)
        if distance is None:
            return Relation.UNKNOWN
        near = distance <= self._radius + other._radius
        if near:
            return Relation.OVERLAPS
        regional = Precision.REGION in (self.precision, other.precision)
        return Relation.UNKNOWN if regional else Relation.CONFLICTS
