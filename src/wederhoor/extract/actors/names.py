"""Known parties by name: states, bodies, groups, media and persons, found in running text.

In goes the text of a report and a token to start from, out comes the longest known name that starts
there. Names are compared by their characters, so it does not matter how a pipeline cuts "Houthi's".

Example:
    In "De Houthi-rebellen vielen aan." the token "Houthi-rebellen" is the actor "Houthi's".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from wederhoor.extract.actors.countries import countries
from wederhoor.model import Actor, ActorKind, Token
from wederhoor.model.actor import folded
from wederhoor.resources.loader import Entry, load_entries

_REQUIRED = frozenset({"name", "kind"})
_OPTIONAL = frozenset({"wikidata", "country", "part_of", "en", "aliases", "short"})
_BOUNDARY = re.compile(r"\b|(?<=\W)(?=\W)")
_LONGEST = 9  # tokens in the longest name
_ACRONYM = 4  # characters: a short name in capitals is doubtful in a line of capitals


@dataclass(frozen=True, slots=True)
class Known:
    """A known party and the id of the entry that names it."""

    actor: Actor
    rule: str


@dataclass(frozen=True, slots=True)
class NameTable:
    """Names, and every beginning of one, so that a look-up stops early.

    Attributes:
        names: the party of each writing.
        beginnings: writings cut off at a word boundary.
        short: names that count only after a longer name or a title ("May"), with all who bear them.
        full: by name in full, without case or accents.
    """

    names: Mapping[str, Known]
    beginnings: frozenset[str]
    short: Mapping[str, tuple[Known, ...]]
    full: Mapping[str, Known]

    def at(
        self, text: str, tokens: Sequence[Token], lines: Sequence[int], i: int
    ) -> tuple[int, Known] | None:
        """Return the token after the longest name that starts at token `i`, and the party.

        Args:
            text: the report's text after `plain`.
            tokens: of the report.
            lines: for each token the number of its sentence.
            i: index of the first token.
        """
        first = tokens[i]
        if text[first.start : first.end] not in self.beginnings:
            return None
        best = None
        for j in range(i, min(i + _LONGEST, len(tokens))):
            token = tokens[j]
            if lines[j] != lines[i]:
                break
            piece = text[first.start : token.end]
            known = self.names.get(piece)
            if known is not None and not _in_capitals(piece, tokens, i, j):
                best = (j + 1, known)
            if piece not in self.beginnings:
                break
        return best

    def short_for(self, word: str, text: str, country: str | None = None) -> Known | None:
        """Return whom a short name means: whose longer name stands in the text, else whose country fits.

        Args:
            word: the short name.
            text: the report's text after `plain`.
            country: code of the country said with it ("Britse premier"); None when none is, and then only
                a longer name counts.
        """
        bearers = self.short.get(word, ())
        told = [known for known in bearers if any(n in text for n in _in_full(known.actor))]
        fits = told or [known for known in bearers if country and known.actor.country == country]
        return fits[0] if len(fits) == 1 else None

    def named(self, name: str) -> Known | None:
        """Return the party with this name or alias, in any case, else None."""
        return self.full.get(folded(name))


def plain(text: str) -> str:
    """Return the text with one kind of apostrophe and space; every character stays in place."""
    return text.replace("’", "'").replace("‘", "'").replace("\n", " ").replace("\u00a0", " ")


def _in_full(actor: Actor) -> Iterator[str]:
    yield actor.name
    yield from (alias for alias in actor.aliases if " " in alias)


def _in_capitals(piece: str, tokens: Sequence[Token], i: int, j: int) -> bool:
    """Tell whether "IS" stands in a line of capitals, where it may be a verb."""
    if len(piece) > _ACRONYM or not piece.isupper():
        return False
    near = (*tokens[max(0, i - 1) : i], *tokens[j + 1 : j + 2])
    return any(
        token.text.isupper() and len(token.text) > 1 and token.sent == tokens[i].sent
        for token in near
    )


@cache
def name_table() -> NameTable:
    """Return the table of `countries.yaml` and `actors.yaml`."""
    names: dict[str, Known] = {}
    short: dict[str, tuple[Known, ...]] = {}
    for country in countries().values():
        for writing in (country.state.name, *country.state.aliases):
            _add(names, writing, Known(country.state, country.rule))
    for entry in load_entries("nl/actors.yaml", _REQUIRED, _OPTIONAL):
        known = Known(_actor(entry), entry.id)
        for writing in (known.actor.name, *known.actor.aliases):
            _add(names, writing, known)
        for writing in entry.data.get("short") or ():
            short[str(writing)] = (*short.get(str(writing), ()), known)
    beginnings = {start for name in names for start in _beginnings(name)}
    full = {folded(name): known for name, known in reversed(names.items())}
    return NameTable(names, frozenset(beginnings), short, full)


def _actor(entry: Entry) -> Actor:
    data = entry.data
    return Actor(
        name=str(data["name"]),
        id=data.get("wikidata"),
        kind=ActorKind(data["kind"]),
        country=data.get("country"),
        aliases=tuple(map(str, (*_given(data.get("en")), *(data.get("aliases") or ())))),
        part_of=tuple(map(str, data.get("part_of") or ())),
    )


def _given(name: str | None) -> tuple[str, ...]:
    return (name,) if name else ()


def _add(names: dict[str, Known], writing: str, known: Known) -> None:
    for form in _forms(plain(writing), known.actor.kind):
        names.setdefault(form, known)


def _forms(writing: str, kind: ActorKind) -> Iterator[str]:
    yield writing
    if writing.isupper():
        yield writing + "."  # at the end of a sentence, where it may be cut as an abbreviation
    if writing[0].islower():
        yield writing[0].upper() + writing[1:]
    if kind in (ActorKind.PERSON, ActorKind.STATE) and writing[-1].islower():
        yield writing + "'s"
        if writing[-1] not in "sxz":
            yield writing + "s"


def _beginnings(name: str) -> Iterator[str]:
    for match in _BOUNDARY.finditer(name):
        if match.start():
            yield name[: match.start()]
    yield name


def outlet_country(name: str) -> str | None:
    """Return the country of a medium that is known by name, None when it is not.

    Example:
        `outlet_country("NOS")` is "NL".
    """
    known = name_table().named(name)
    media = known is not None and known.actor.kind is ActorKind.MEDIA
    return known.actor.country if known is not None and media else None


def as_written(known: Actor, words: str) -> Actor:
    """Return a known actor with the words of this report as its surface ("" when they are its name)."""
    return replace(known, surface="" if words == known.name else words)
