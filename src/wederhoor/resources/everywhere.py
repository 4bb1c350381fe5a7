"""Names that are in so much Dutch news that two reports share them by chance.

Those of states, their peoples and capitals, of the towns of countries where Dutch is written, of agencies
and of outlets; the rest are in the list `everywhere` of `nl/phrases.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from wederhoor.model.actor import folded
from wederhoor.resources.inflection import with_e
from wederhoor.resources.loader import load_entries
from wederhoor.resources.phrases import is_home, words_of

_LISTS = ("names", "adjectives", "people", "regional", "metonyms")
_STATES = frozenset({"code", "wikidata", "capital", *_LISTS})
_PLACES = frozenset({"name", "aliases", "lat", "lon", "precision", "country", "of", "cue", "words"})
_NAME, _OTHERS, _COUNTRY = 1, 2, 5  # columns of the gazetteer
_LEAST = 3  # letters of a word that is a name by itself


def is_everywhere(name: str) -> bool:
    """Tell whether sharing a folded name says little: it is of a state, a people, a Dutch town, an agency.

    Example:
        "iraanse", "anp" and "rotterdam" are, "christchurch" is not.
    """
    return len(name) < _LEAST or name in _known()


def is_town(name: str) -> bool:
    """Tell whether a folded name is that of a town where Dutch is written.

    Example:
        "roosendaal" is, "colombo" is not.
    """
    return name in _towns()


@cache
def _towns() -> frozenset[str]:
    return frozenset(map(folded, _of_towns()))


@cache
def _known() -> frozenset[str]:
    names = {
        word
        for name in (*_of_states(), *_of_agencies(), *_of_towns())
        for word in folded(name).split()
    }
    return frozenset(names | words_of("everywhere"))


def _of_states() -> Iterator[str]:
    for entry in load_entries("nl/countries.yaml", frozenset({"name"}), _STATES):
        yield from (entry.data[key] for key in ("name", "capital") if key in entry.data)
        yield from (name for key in _LISTS for name in entry.data.get(key, ()))
        yield from (with_e(name) for name in entry.data.get("adjectives", ()))


def _of_agencies() -> Iterator[str]:
    for entry in load_entries("nl/agencies.yaml", frozenset({"names"}), frozenset({"same"})):
        yield from entry.data["names"]


def _of_towns() -> Iterator[str]:
    table = files("wederhoor.resources").joinpath("nl/gazetteer.tsv").read_text(encoding="utf-8")
    for line in table.splitlines():
        row = line.split("\t")
        if not line.startswith("#") and is_home(row[_COUNTRY]):
            yield from (row[_NAME], *row[_OTHERS].split("|"))
    for entry in load_entries(
        "nl/places.yaml", optional=_PLACES
    ):  # "Den Haag", which GeoNames calls The Hague
        if entry.data.get("of") and is_home(entry.data.get("country", "")):
            yield entry.data["name"]
