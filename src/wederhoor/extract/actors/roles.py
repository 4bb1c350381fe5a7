"""Nouns for parties and things, from `resources/nl/roles.yaml`: "leger", "premier", "betogers".

In goes a word, out comes its role; a compound is decided by its last part.

Example:
    `role_of("regeringsleger")` is the role of "leger": military, a body.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from wederhoor.model import ActorKind
from wederhoor.resources.loader import Entry, load_entries

_OPTIONAL = frozenset({"words", "kind", "sort", "compound", "except", "idioms", "cue"})
_SHORTEST_PART = 3  # letters before the last part of a compound


class Sort(StrEnum):
    """How a noun behaves in a phrase."""

    BODY = "body"
    OFFICE = "office"
    PEOPLE = "people"
    THING = "thing"


@dataclass(frozen=True, slots=True)
class Role:
    """A group of nouns of one sort.

    Attributes:
        rule: id of the entry.
        kind: of the actor.
        sort: how the noun behaves.
        idioms: phrases, in lower case, in which the noun means something else.
    """

    rule: str
    kind: ActorKind
    sort: Sort
    idioms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Lexicon:
    exact: Mapping[str, Role]
    first_words: Mapping[str, tuple[str, ...]]
    suffixes: Mapping[str, Role]
    exceptions: tuple[str, ...]
    proper: frozenset[str]
    lengths: tuple[int, ...]


@cache
def _lexicon() -> _Lexicon:
    exact: dict[str, Role] = {}
    suffixes: dict[str, Role] = {}
    exceptions: set[str] = set()
    names: set[str] = set()
    for entry in load_entries("nl/roles.yaml", optional=_OPTIONAL):
        if "cue" in entry.data:
            continue
        role = _role(entry)
        words = [str(word).lower() for word in entry.data["words"]]
        names.update(str(word).lower() for word in entry.data["words"] if str(word)[0].isupper())
        exact.update({word: role for word in words if word not in exact})
        exceptions.update(map(str, entry.data.get("except") or ()))
        if entry.data.get("compound"):
            suffixes.update({word: role for word in words if " " not in word})
    several: dict[str, tuple[str, ...]] = {}
    for word in sorted((word for word in exact if " " in word), key=len, reverse=True):
        start = word.split(" ", 1)[0]
        several[start] = (*several.get(start, ()), word)
    lengths = tuple(sorted({len(word) for word in suffixes}, reverse=True))
    endings = tuple(sorted(exceptions))
    return _Lexicon(exact, several, suffixes, endings, frozenset(names), lengths)


def _role(entry: Entry) -> Role:
    return Role(
        rule=entry.id,
        kind=ActorKind(entry.data["kind"]),
        sort=Sort(entry.data["sort"]),
        idioms=tuple(str(idiom).lower() for idiom in entry.data.get("idioms") or ()),
    )


@lru_cache(maxsize=100_000)
def role_of(word: str) -> Role | None:
    """Return the role of a lower-case word, whole or by its last part, else None."""
    lexicon = _lexicon()
    found = lexicon.exact.get(word)
    if found is not None or word.endswith(lexicon.exceptions):
        return found
    if "-" in word:
        last = word.rsplit("-", 1)[1]
        if last in lexicon.exact:
            return lexicon.exact[last]
    for length in lexicon.lengths:
        if length + _SHORTEST_PART <= len(word) and word[-length:] in lexicon.suffixes:
            return lexicon.suffixes[word[-length:]]
    return None


def phrases_from(word: str) -> tuple[str, ...]:
    """Return the roles of several words that start with this lower-case word, longest first."""
    return _lexicon().first_words.get(word, ())


@cache
def cue(name: str) -> frozenset[str]:
    """Return the words of a cue ("modifier", "metonym-verb" ...)."""
    return frozenset(
        str(word)
        for entry in load_entries("nl/roles.yaml", optional=_OPTIONAL)
        if entry.data.get("cue") == name
        for word in entry.data["words"]
    )


def proper(word: str) -> bool:
    """Tell whether a lower-case word is a noun that is written with a capital: "koerden"."""
    return word in _lexicon().proper


def spelled_out(word: str) -> bool:
    """Tell whether a lower-case word is a role noun as it stands, not only by its last part."""
    return word in _lexicon().exact
