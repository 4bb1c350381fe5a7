"""The map: where events were, each at the precision that its words have, and those of no known place.

A base or a town is a point, a province a circle, a country its outline, a sea or a part of the world a
wide circle; a country is never a pin in its middle. What stands too close is drawn as one pin that says
how many there are.

Example:
    "in Irak" shades Iraq; "Ain al-Asad" is a point in it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from wederhoor.model import Place, Precision
from wederhoor.query import Entry
from wederhoor.resources.labels import Labels
from wederhoor.web.view.world import outlines

_RADIUS_KM = {Precision.REGION: 150.0, Precision.AREA: 500.0}
_DEGREE_KM = 111.2
_NEAR = 0.022  # of the width: pins closer than that become one
_MARGIN = 0.15
_LEAST, _WIDEST = 60.0, 3600.0  # tenths of a degree
_FLATTEST = 0.35  # no map is narrower than this share of its width
_GRID = (300, 150, 100, 50, 20, 10)  # tenths of a degree between lines
_LINES = 6

Href = Callable[[str], str]
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with what happened there."""

    key: str
    name: str
    country: str
    precision: Precision
    inferred: bool
    lat: float | None
    lon: float | None
    events: int
    disputed: int
    href: str


@dataclass(frozen=True, slots=True)
class Pin:
    """One point, or several too close to tell apart; in the map's units."""

    x: float
    y: float
    radius: float
    events: int
    disputed: bool
    label: str
    href: str


@dataclass(frozen=True, slots=True)
class Ring:
    """A circle within which a place lies."""

    x: float
    y: float
    rx: float
    ry: float
    label: str
    href: str
    disputed: bool


@dataclass(frozen=True, slots=True)
class Land:
    """A country: its outline, and where it is itself the place of events, what to say and open."""

    path: str
    label: str = ""
    href: str = ""
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class WorldMap:
    """The drawing; `squeeze` is how much a degree of longitude is narrower than one of latitude."""

    box: Box
    squeeze: float
    lands: tuple[Land, ...]
    rings: tuple[Ring, ...]
    pins: tuple[Pin, ...]
    meridians: tuple[float, ...]
    parallels: tuple[float, ...]
    unit: float


def spots(entries: Iterable[Entry], href: Href) -> tuple[list[Spot], list[Entry]]:
    """Return the places of events, that of most events first, and the events of no known place.

    An event counts at its most specific place only.
    """
    found: dict[str, tuple[Place, list[Entry]]] = {}
    nowhere = []
    for entry in entries:
        where = entry.weighed.event.where
        if not where:
            nowhere.append(entry)
            continue
        found.setdefault(where[0].key, (where[0], []))[1].append(entry)
    made = [
        Spot(
            key=key,
            name=place.shown,
            country=place.country or "",
            precision=place.precision,
            inferred=place.inferred,
            lat=place.lat,
            lon=place.lon,
            events=len(events),
            disputed=sum(entry.weighed.disputed for entry in events),
            href=href(key),
        )
        for key, (place, events) in found.items()
    ]
    made.sort(key=lambda spot: (-spot.events, spot.name, spot.key))
    return made, nowhere


def world_map(found: Sequence[Spot], labels: Labels) -> WorldMap | None:
    """Draw places; None where none of them is known."""
    known = [spot for spot in found if spot.lat is not None or spot.country in outlines()]
    if not known:
        return None
    box, squeeze = _box(known)
    width = (box[2] - box[0]) * squeeze
    by_country = {s.country: s for s in known if s.precision is Precision.COUNTRY}
    lands = tuple(
        _land(outline.path, by_country.get(code), labels)
        for code, outline in outlines().items()
        if outline.touches(box)
    )
    step = next((n for n in _GRID if (box[2] - box[0]) / n >= _LINES), _GRID[-1])
    return WorldMap(
        box=(
            round(box[0] * squeeze, 1),
            round(box[1], 1),
            round(width, 1),
            round(box[3] - box[1], 1),
        ),
        squeeze=round(squeeze, 4),
        lands=lands,
        rings=tuple(
            _ring(s, squeeze, labels) for s in known if s.precision in _RADIUS_KM and _at(s)
        ),
        pins=tuple(_pins([s for s in known if _pinned(s)], squeeze, width, labels)),
        meridians=_lines(box[0], box[2], step, squeeze),
        parallels=_lines(box[1], box[3], step, 1.0),
        unit=round(width / 1000, 3),
    )


def _pinned(spot: Spot) -> bool:
    wide = spot.precision in _RADIUS_KM or spot.precision is Precision.COUNTRY
    return not wide and _at(spot) is not None


def _at(spot: Spot) -> tuple[float, float] | None:
    if spot.lat is None or spot.lon is None:
        return None
    return spot.lon * 10, -spot.lat * 10


def _box(known: Sequence[Spot]) -> tuple[Box, float]:
    """The part of the world that holds all places, with a margin; and its squeeze."""
    corners: list[tuple[float, float]] = [at for spot in known if (at := _at(spot))]
    for spot in known:
        if spot.precision is Precision.COUNTRY and spot.country in outlines():
            west, north, east, south = outlines()[spot.country].box
            corners += [(west, north), (east, south)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    left, right, upper, lower = min(xs), max(xs), min(ys), max(ys)
    squeeze = max(0.3, math.cos(math.radians((upper + lower) / 20)))
    wide = min(max((right - left) * (1 + 2 * _MARGIN), _LEAST), _WIDEST)
    high = max((lower - upper) * (1 + 2 * _MARGIN), wide * squeeze * _FLATTEST)
    wide = min(max(wide, high / squeeze), _WIDEST)
    x, y = (left + right) / 2, (upper + lower) / 2
    low, top = max(-1800.0, x - wide / 2), max(-900.0, y - high / 2)
    return (low, top, min(1800.0, low + wide), min(900.0, top + high)), squeeze


def _land(path: str, spot: Spot | None, labels: Labels) -> Land:
    if spot is None:
        return Land(path)
    return Land(path, _words(spot, labels), spot.href, spot.disputed > 0)


def _words(spot: Spot, labels: Labels) -> str:
    kind = labels[f"html.precision.{spot.precision}"]
    return labels.fill("web.map.spot", name=spot.name, precision=kind, n=spot.events)


def _ring(spot: Spot, squeeze: float, labels: Labels) -> Ring:
    x, y = _at(spot) or (0.0, 0.0)
    degrees = _RADIUS_KM[spot.precision] / _DEGREE_KM * 10
    shrunk = max(0.2, math.cos(math.radians(y / 10)))
    return Ring(
        round(x * squeeze, 1),
        round(y, 1),
        round(degrees / shrunk * squeeze, 1),
        round(degrees, 1),
        _words(spot, labels),
        spot.href,
        spot.disputed > 0,
    )


def _pins(pinned: Sequence[Spot], squeeze: float, width: float, labels: Labels) -> Iterable[Pin]:
    """Put each place with the first pin that it is too close to; that of most events comes first."""
    groups: list[tuple[float, float, list[Spot]]] = []
    near = width * _NEAR
    for spot in pinned:
        x, y = _at(spot) or (0.0, 0.0)
        x *= squeeze
        home = next((g for g in groups if math.hypot(g[0] - x, g[1] - y) < near), None)
        if home:
            home[2].append(spot)
        else:
            groups.append((x, y, [spot]))
    for x, y, members in groups:
        events = sum(spot.events for spot in members)
        words = _words(members[0], labels)
        if members[1:]:
            words += labels.fill("web.map.more", n=len(members) - 1, events=events)
        yield Pin(
            round(x, 1),
            round(y, 1),
            round(width / 1000 * min(22.0, 5 + 2.2 * math.sqrt(events)), 2),
            events,
            any(spot.disputed for spot in members),
            words,
            "#places" if members[1:] else members[0].href,
        )


def _lines(low: float, high: float, step: int, squeeze: float) -> tuple[float, ...]:
    first = math.ceil(low / step) * step
    return tuple(round(at * squeeze, 1) for at in range(first, int(high) + 1, step))
