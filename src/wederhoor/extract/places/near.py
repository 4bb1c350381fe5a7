"""Places told by another: "niet ver van Bagdad", "80 kilometer ten noorden van Bagdad".

In goes a place with the words before it, out comes a place with a circle around it, in which it must lie:
`radius_km` is the most that it may be off. A distance and a direction move the point; a distance alone
widens the circle; neither is ever more exact than the words are.

Example:
    "80 kilometer ten noorden van Bagdad" is a point 80 km north of it, give or take 20 km.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from wederhoor.extract.actors.page import Page
from wederhoor.extract.places.gazetteer import cue
from wederhoor.extract.quantities.numbers import read_cardinal
from wederhoor.model import Place, PlaceMention, Precision

_EARTH_RADIUS_KM = 6371.0
_DEGREES = {
    "noorden": 0, "noordoosten": 45, "oosten": 90, "zuidoosten": 135, "zuiden": 180,
    "zuidwesten": 225, "westen": 270, "noordwesten": 315,
}  # fmt: skip
_KILOMETRES = {
    "kilometer": 1.0, "kilometers": 1.0, "km": 1.0, "mijl": 1.609, "mijlen": 1.609,
    "zeemijl": 1.852, "zeemijlen": 1.852,
}  # fmt: skip
_ABOUT = frozenset(
    {"op", "zo'n", "ongeveer", "circa", "ruim", "bijna", "zeker", "krap", "nog", "geen"}
)
_CLOSE_KM = 25.0  # "niet ver van", "in de buurt van"
_SOMEWHERE_KM = 100.0  # "ten noorden van" without a distance
_OFF = 0.25  # share of a distance that a report may round away


@dataclass(frozen=True, slots=True)
class _Distance:
    first: int  # the token at which its words start
    km: float | None


def beside(page: Page, mention: PlaceMention, van: int) -> PlaceMention | None:
    """Return the place that the words before "van" put near another; None when they do not.

    Args:
        page: the report.
        mention: the other place.
        van: the token "van" before it.
    """
    word = page.tokens[van - 1].lower
    if word in _DEGREES and page.inside(van - 2, van) and page.tokens[van - 2].lower == "ten":
        return _towards(page, mention, word, _distance(page, van - 3, van))
    if word in _KILOMETRES:
        away = _distance(page, van - 1, van)
        radius = _CLOSE_KM if away.km is None else max(_CLOSE_KM, away.km * (1 + _OFF))
        return _made(page, mention, away.first, replace(mention.place, radius_km=round(radius)))
    if f"{word} van" not in cue("near"):
        return None
    first = van - 1
    if page.inside(first - 1, van) and page.tokens[first - 1].lower == "niet":
        first -= 1
    elif word == "ver":
        return None  # "ver van Bagdad" is anywhere else
    return _made(page, mention, first, replace(mention.place, radius_km=_CLOSE_KM))


def _towards(
    page: Page, mention: PlaceMention, direction: str, away: _Distance
) -> PlaceMention | None:
    place = mention.place
    if place.lat is None or place.lon is None:
        return _made(page, mention, away.first, place)
    if away.km is None:
        return _made(page, mention, away.first, replace(place, radius_km=_SOMEWHERE_KM))
    lat, lon = offset((place.lat, place.lon), away.km, _DEGREES[direction])
    radius = round(max(10.0, away.km * _OFF))
    moved = replace(place, id=None, lat=lat, lon=lon, radius_km=radius)
    made = _made(page, mention, away.first, moved)
    return replace(made, place=replace(made.place, name=made.place.surface, surface=""))


def offset(point: tuple[float, float], km: float, bearing: float) -> tuple[float, float]:
    """Return the point that lies `km` kilometres from `point` towards `bearing` (degrees from north).

    Both points are latitude and longitude in degrees; great circle on a sphere.
    """
    lat, lon = map(math.radians, point)
    angle, way = km / _EARTH_RADIUS_KM, math.radians(bearing)
    north = math.asin(
        math.sin(lat) * math.cos(angle) + math.cos(lat) * math.sin(angle) * math.cos(way)
    )
    east = lon + math.atan2(
        math.sin(way) * math.sin(angle) * math.cos(lat),
        math.cos(angle) - math.sin(lat) * math.sin(north),
    )
    return round(math.degrees(north), 2), round((math.degrees(east) + 540) % 360 - 180, 2)


def _distance(page: Page, at: int, van: int) -> _Distance:
    """Read "op zo'n 80 kilometer" that ends at token `at`; what is no distance starts at the next word."""
    if not page.inside(at, van) or page.tokens[at].lower not in _KILOMETRES:
        return _Distance(at + 1, None)
    unit = _KILOMETRES[page.tokens[at].lower]
    if not page.inside(at - 1, van):
        return _Distance(at, None)
    number = _number(page.tokens[at - 1].lower)
    first = at if number is None else at - 1
    while page.inside(first - 1, van) and page.tokens[first - 1].lower in _ABOUT - {"op"}:
        first -= 1
    return _Distance(first, None if number is None else number * unit)


def _number(word: str) -> float | None:
    try:
        return float(word.replace(".", "").replace(",", "."))
    except ValueError:
        return read_cardinal(word)


def _made(page: Page, mention: PlaceMention, first: int, place: Place) -> PlaceMention:
    words = page.words(first, mention.stop)
    if place.precision in (Precision.SITE, Precision.SETTLEMENT):
        place = replace(place, precision=Precision.REGION)
    elif place.precision is not Precision.REGION:
        place = replace(place, radius_km=None)
    return PlaceMention(first, mention.stop, replace(place, surface=words), "place.near")
