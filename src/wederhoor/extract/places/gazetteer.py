"""The table of places: GeoNames rows, hand-made additions, Dutch names, countries.

In goes a name, out come the places that bear it, each with what is needed to choose among them.

Example:
    `gazetteer().named("Khartoem")` holds one place, in SD, with nearly two million inhabitants.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from wederhoor.errors import ResourceError
from wederhoor.extract.actors.countries import countries
from wederhoor.extract.actors.names import plain
from wederhoor.model import Place, Precision, Token
from wederhoor.resources.loader import Entry, load_entries

_TABLE = "nl/gazetteer.tsv"
_OPTIONAL = frozenset(
    {"name", "aliases", "lat", "lon", "precision", "country", "of", "cue", "words"}
)
_BOUNDARY = re.compile(r"\b|(?<=\W)(?=\W)")
_LONGEST = 7  # tokens in the longest name
_COLUMNS = 8


@dataclass(frozen=True, slots=True)
class Site:
    """A place of the table.

    Attributes:
        place: with its Dutch name.
        thousands: inhabitants in thousands, 0 when not known.
        rule: id of the hand-made entry, "gazetteer" for a GeoNames row, "country.XX" for a state.
    """

    place: Place
    thousands: int
    rule: str

    @property
    def chosen_by_hand(self) -> bool:
        """Whether a person put this place on the list, so that its name needs little evidence."""
        return self.rule != "gazetteer"


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the table, with every writing of its name."""

    site: Site
    writings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Places by name, and every beginning of a name, so that a look-up stops early."""

    names: Mapping[str, tuple[Site, ...]]
    beginnings: frozenset[str]
    country_ids: Mapping[str, str]

    def named(self, name: str) -> tuple[Site, ...]:
        """Return the places with this name, those of the hand-made list first."""
        return self.names.get(plain(name), ())

    def at(
        self, text: str, tokens: Sequence[Token], lines: Sequence[int], i: int
    ) -> tuple[int, tuple[Site, ...]] | None:
        """Return the token after the longest name that starts at token `i`, and its places."""
        start = tokens[i].start
        best = None
        for j in range(i, min(i + _LONGEST, len(tokens))):
            if lines[j] != lines[i]:
                break
            piece = text[start : tokens[j].end]
            sites = self.names.get(piece)
            if sites:
                best = (j + 1, sites)
            if piece not in self.beginnings:
                break
        return best


@cache
def gazetteer() -> Gazetteer:
    """Return the table of `gazetteer.tsv`, `places.yaml` and `countries.yaml`.

    Raises:
        ResourceError: the table has a line that is no place, or a Dutch name has no row.
    """
    names: dict[str, list[Site]] = {}
    ids: dict[str, str] = {}
    rows: dict[tuple[str, str], _Row] = {}
    for original, others, site in _rows():
        code = site.place.country or ""
        if site.place.precision is Precision.COUNTRY:
            ids[code] = site.place.id or ""
            continue
        _put(names, (original, *others), site)
        for writing in (original, *others):
            kept = rows.get((writing, code))
            if kept is None or kept.site.thousands < site.thousands:
                rows[writing, code] = _Row(site, (original, *others))
    entries = [e for e in load_entries("nl/places.yaml", optional=_OPTIONAL) if "cue" not in e.data]
    by_hand = {plain(writing) for entry in entries for writing in _writings(entry)}
    for entry in entries:
        _put_by_hand(names, entry, rows, by_hand)
    for country in countries().values():
        state = country.state
        place = Place(
            state.name, ids.get(country.code), None, None, Precision.COUNTRY, country.code
        )
        _put(names, (state.name, *state.aliases), Site(place, 0, country.rule))
    beginnings = {start for name in names for start in _beginnings(name)}
    return Gazetteer(
        {name: _by_hand_first(sites) for name, sites in names.items()}, frozenset(beginnings), ids
    )


def _rows() -> Iterable[tuple[str, tuple[str, ...], Site]]:
    table = files("wederhoor.resources").joinpath(_TABLE)
    for number, line in enumerate(table.read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != _COLUMNS:
            raise ResourceError(f"resources/{_TABLE}, line {number}: not {_COLUMNS} columns")
        key, name, others, lat, lon, code, thousands, precision = cells
        place = Place(
            name=name,
            id=key or None,
            lat=float(lat) if lat else None,
            lon=float(lon) if lon else None,
            precision=Precision(precision or "settlement"),
            country=code,
        )
        aliases = tuple(others.split("|")) if others else ()
        yield name, aliases, Site(place, int(thousands or 0), "gazetteer")


def _put_by_hand(
    names: dict[str, list[Site]],
    entry: Entry,
    rows: Mapping[tuple[str, str], _Row],
    by_hand: Collection[str],
) -> None:
    data = entry.data
    name, *aliases = _writings(entry)
    if "of" in data:
        row = rows.get((str(data["of"]), str(data["country"])))
        if row is None:
            raise ResourceError(f"{entry.where}: {entry.id}: no row {data['of']} in {_TABLE}")
        site = Site(replace(row.site.place, name=name), row.site.thousands, entry.id)
        aliases += [other for other in row.writings if plain(other) not in by_hand]
    else:
        lat, lon, code = data.get("lat"), data.get("lon"), data.get("country")
        precision = Precision(data["precision"])
        if lat is None and precision is Precision.REGION:
            lat, lon = _middle((name, *aliases), code, rows)
        site = Site(Place(name, None, lat, lon, precision, code), 0, entry.id)
    _put(names, (name, *aliases), site)


def _writings(entry: Entry) -> tuple[str, ...]:
    return (str(entry.data["name"]), *map(str, entry.data.get("aliases") or ()))


def _middle(
    writings: Iterable[str], code: str | None, rows: Mapping[tuple[str, str], _Row]
) -> tuple[float | None, float | None]:
    """Return the point of the province with one of these names, nothing when there is none."""
    found = (rows.get((writing, code or "")) for writing in writings)
    places = (row.site.place for row in found if row is not None)
    region = next((place for place in places if place.precision is Precision.REGION), None)
    return (region.lat, region.lon) if region else (None, None)


def _put(names: dict[str, list[Site]], writings: Iterable[str], site: Site) -> None:
    for writing in writings:
        names.setdefault(plain(writing), []).append(site)


def _by_hand_first(sites: list[Site]) -> tuple[Site, ...]:
    """Order sites, and drop the GeoNames row that a Dutch name stands for."""
    by_hand = {site.place.id for site in sites if site.chosen_by_hand and site.place.id}
    kept = [site for site in sites if site.chosen_by_hand or site.place.id not in by_hand]
    return tuple(sorted(kept, key=lambda site: (not site.chosen_by_hand, -site.thousands)))


def _beginnings(name: str) -> Iterable[str]:
    yield name
    for match in _BOUNDARY.finditer(name):
        if match.start():
            yield name[: match.start()]


@cache
def cue(name: str) -> frozenset[str]:
    """Return the words of a cue of `places.yaml` ("locative", "territory" ...)."""
    return frozenset(
        str(word)
        for entry in load_entries("nl/places.yaml", optional=_OPTIONAL)
        if entry.data.get("cue") == name
        for word in entry.data["words"]
    )


def country_place(code: str) -> Place | None:
    """Return the country with this ISO code as a place, None when there is no such country.

    Example:
        `country_place("IQ")` is Irak, with precision COUNTRY and without a point.
    """
    country = countries().get(code)
    if country is None:
        return None
    key = gazetteer().country_ids.get(code)
    return Place(country.state.name, key, None, None, Precision.COUNTRY, code)


def capital_place(code: str) -> Place | None:
    """Return the capital of a country as a place: "IQ" gives Bagdad; None when it is not known."""
    country = countries().get(code)
    if country is None or not country.capital:
        return None
    sites = [site for site in gazetteer().named(country.capital) if site.place.country == code]
    return sites[0].place if sites else None
