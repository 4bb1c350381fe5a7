"""Places made of others: "Noord-Irak", "het noorden van Syrië", "Iraakse hoofdstad".

None of these gets a point of its own: it is part of a country.
"""

from __future__ import annotations

import re
from dataclasses import replace

from wederhoor.extract.actors.countries import countries
from wederhoor.extract.actors.page import Page
from wederhoor.extract.places.gazetteer import capital_place, country_place, cue, gazetteer
from wederhoor.extract.places.near import beside
from wederhoor.model import Place, PlaceMention, Precision

_COMPASS = re.compile(
    r"(?P<part>(?:Noord|Zuid)(?:oost|west)?|Oost|West|Midden|Centraal)-(?P<whole>[A-ZÀ-Þ].+)"
)
_SHORT = {
    "noorden": "Noord",
    "zuiden": "Zuid",
    "oosten": "Oost",
    "westen": "West",
    "noordoosten": "Noordoost",
    "noordwesten": "Noordwest",
    "zuidoosten": "Zuidoost",
    "zuidwesten": "Zuidwest",
}
_REACH = 3  # words between an adjective and "wateren"


def compass_token(page: Page, i: int) -> PlaceMention | None:
    """Read "Noord-Irak": part of a country or of a town that the table knows."""
    match = _COMPASS.fullmatch(page.tokens[i].text)
    if match is None:
        return None
    sites = gazetteer().named(match["whole"])
    if not sites:
        return None
    place = _part(match["part"], sites[0].place, page.tokens[i].text)
    return PlaceMention(i, i + 1, place, "place.compass")


def _part(part: str, whole: Place, words: str) -> Place:
    """Return a part of a place: of a country a region without a point, of a town the town."""
    name = f"{part}-{whole.name}"
    surface = "" if words == name else words
    if whole.precision is Precision.SETTLEMENT:
        return replace(whole, id=None, name=name, surface=surface)
    precision = Precision.AREA if whole.country is None else Precision.REGION
    return Place(name, None, None, None, precision, whole.country, surface)


def widened(page: Page, mention: PlaceMention) -> PlaceMention:
    """Take in the words before a place that say which part of it, or how far from it.

    Example:
        "het noorden van Syrië" is "Noord-Syrië"; "niet ver van Bagdad" is a circle around Bagdad.
    """
    at = mention.first - 1
    while page.inside(at, mention.first) and page.tokens[at].lower in ("de", "het"):
        at -= 1
    if not page.inside(at - 1, mention.first) or page.tokens[at].lower != "van":
        return mention
    near = beside(page, mention, at)
    if near is not None:
        return near
    first = at - 1
    if page.tokens[first].lower not in _SHORT:
        return mention
    words = page.words(first, mention.stop)
    place = _part(_SHORT[page.tokens[first].lower], mention.place, words)
    return PlaceMention(first, mention.stop, place, "place.compass.of")


def adjective_phrase(page: Page, i: int) -> PlaceMention | None:
    """Read "Iraakse hoofdstad" and "Iraanse territoriale wateren": a capital, or the country itself."""
    code = page.codes[i]
    if code is None or code not in countries() or (i and page.codes[i - 1] == code):
        return None
    for j in range(i + 1, i + 1 + _REACH):
        if not page.inside(j, i):
            return None
        word = page.tokens[j].lower
        if word in cue("territory"):
            place = capital_place(code) if word == "hoofdstad" else country_place(code)
            if place is None or _named_next(page, j + 1, i):
                return None
            words = page.words(i, j + 1)
            return PlaceMention(i, j + 1, replace(place, surface=words), f"place.{word}")
        if not (page.modifier(j) or word.endswith("e")):
            return None
    return None


def _named_next(page: Page, at: int, noun: int) -> bool:
    """Tell whether the name follows: "Iraakse hoofdstad Bagdad" needs no guess."""
    while page.inside(at, noun) and page.tokens[at].text in (",", "'", '"'):
        at += 1
    return page.inside(at, noun) and page.capital(at) and not page.codes[at]
