"""States: their names, adjectives, inhabitants and capitals, from `resources/nl/countries.yaml`.

In goes a word of a report, out comes the code of the country it belongs to.

Example:
    `adjective_code("Iraanse")` is "IR"; `inflected("IR")` is "Iraanse".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from wederhoor.model import Actor, ActorKind
from wederhoor.resources.inflection import with_e
from wederhoor.resources.loader import load_entries

_REQUIRED = frozenset({"code", "name"})
_OPTIONAL = frozenset(
    {"wikidata", "names", "adjectives", "people", "capital", "metonyms", "regional"}
)
_STANCES = frozenset({"pro", "anti", "niet"})


@dataclass(frozen=True, slots=True)
class Country:
    """A state or territory as Dutch news names it.

    Attributes:
        rule: id of the entry.
        code: ISO 3166 two-letter code.
        state: the actor.
        adjectives: every form, "Iraans" and "Iraanse".
        people: inhabitants, one and many.
        capital: the city, "" when none is given.
        metonyms: cities that stand for the government.
        regional: every form of the adjectives of its parts, "Schotse".
    """

    rule: str
    code: str
    state: Actor
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capital: str
    metonyms: tuple[str, ...]
    regional: tuple[str, ...]


@cache
def countries() -> Mapping[str, Country]:
    """Return every country by its code."""
    return {
        country.code: country
        for country in (
            _country(entry.id, entry.data)
            for entry in load_entries("nl/countries.yaml", _REQUIRED, _OPTIONAL)
        )
    }


def _country(rule: str, data: Mapping[str, object]) -> Country:
    def words(key: str) -> tuple[str, ...]:
        value = data.get(key) or []
        return tuple(map(str, value)) if isinstance(value, list) else (str(value),)

    code, base = str(data["code"]), words("adjectives")
    state = Actor(
        name=str(data["name"]),
        id=words("wikidata")[0] if data.get("wikidata") else None,
        kind=ActorKind.STATE,
        country=code,
        aliases=words("names"),
    )
    capital = words("capital")
    return Country(
        rule,
        code,
        state,
        _inflections(base),
        words("people"),
        capital[0] if capital else "",
        words("metonyms"),
        _inflections(words("regional")),
    )


def _inflections(adjectives: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(form for word in adjectives for form in (word, with_e(word)))


def adjective_code(word: str) -> str | None:
    """Return the country of an adjective ("Iraanse", "Iraans"), None when it is none."""
    return _adjectives().get(word)


def regional_code(word: str) -> str | None:
    """Return the country of the adjective of one of its parts ("Schotse"), None when it is none.

    What is Scottish is in the United Kingdom, but is not the state: "Tsjetsjeense aanval" is no deed of
    Russia.
    """
    return _regional().get(word)


def names_a_land(word: str) -> bool:
    """Tell whether a word is, or ends in, an adjective of a country or part: "Bosnisch-Servische"."""
    first, _, last = word.rpartition("-")
    if first.lower() in _STANCES:
        return False
    return any(form in _adjectives() or form in _regional() for form in (word, last))


@cache
def adjective_starts() -> frozenset[str]:
    """Return the first words of adjectives of two words: "Sri" of "Sri Lankaanse"."""
    return frozenset(word.split(" ")[0] for word in _adjectives() if " " in word)


def people_code(word: str) -> str | None:
    """Return the country of an inhabitant or inhabitants ("Iraniërs"), None when it is none."""
    return _people().get(word)


def capital_code(word: str) -> str | None:
    """Return the country of a capital that may stand for its government ("Teheran")."""
    return _capitals().get(word)


def inflected(code: str) -> str | None:
    """Return the inflected adjective of a country: "IR" gives "Iraanse"; None when it has none."""
    forms = countries()[code].adjectives if code in countries() else ()
    return forms[1] if forms else None


@cache
def _adjectives() -> Mapping[str, str]:
    return {form: item.code for item in countries().values() for form in item.adjectives}


@cache
def _regional() -> Mapping[str, str]:
    return {form: item.code for item in countries().values() for form in item.regional}


@cache
def _people() -> Mapping[str, str]:
    return {word: item.code for item in countries().values() for word in item.people}


@cache
def _capitals() -> Mapping[str, str]:
    return {city: item.code for item in countries().values() for city in item.metonyms}
