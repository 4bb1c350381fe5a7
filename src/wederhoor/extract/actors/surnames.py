"""Bare surnames: after "oppositieleider Marta Solen" a later "Solen" is the person Marta Solen.

In goes what the names and phrases gave, out comes who bears which surname. A surname that two persons
of the report bear is tied to neither.
"""

from __future__ import annotations

from collections.abc import Iterable

from wederhoor.extract.actors.names import as_written
from wederhoor.extract.actors.page import Page
from wederhoor.extract.actors.roles import cue
from wederhoor.model import Actor, ActorKind, ActorMention

_SHORTEST = 2  # letters of a surname


def surnames(page: Page, mentions: Iterable[ActorMention]) -> dict[str, Actor]:
    """Return the full-named person of each surname that only one person of the report bears."""
    bearers: dict[str, dict[str, Actor]] = {}
    for mention in mentions:
        actor = mention.actor
        if actor.kind is ActorKind.PERSON and _in_full(actor.name):
            for short in _surname(actor.name):
                bearers.setdefault(short, {}).setdefault(actor.name, actor)
    return {
        short: next(iter(found.values()))
        for short, found in bearers.items()
        if len(found) == 1 and short not in page.table.names
    }


def _in_full(name: str) -> bool:
    """Tell whether a name has a first name too: "Van Gelder" has none."""
    first, _, rest = name.partition(" ")
    return bool(rest) and name[0].isupper() and first.lower() not in cue("name-particle")


def _surname(name: str) -> tuple[str, ...]:
    """Return the ways to write the surname: "Elles van Gelder" gives "Van Gelder" and "Gelder"."""
    words = name.split()
    last = words[-1]
    forms = [last]
    if last[:3].lower() in ("al-", "el-"):
        forms.append(last[3:])
        forms.append(last[0].upper() + last[1:])
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in cue("name-particle"):
        start -= 1
    if start < len(words) - 1:
        whole = " ".join(words[start:])
        forms += [whole, whole[0].upper() + whole[1:]]
    return tuple(form for form in forms if len(form) >= _SHORTEST)


def read_surname(page: Page, i: int, bearers: dict[str, Actor]) -> ActorMention | None:
    """Read a bare surname at token `i` of a person whose full name the report gives."""
    if page.label(i) in ("LOC", "ORG"):
        return None
    for length in (3, 2, 1):
        stop = i + length
        if not page.inside(stop - 1, i):
            continue
        words = page.words(i, stop)
        actor = bearers.get(words)
        if actor is None and words.endswith("s"):
            actor = bearers.get(words[:-1].removesuffix("'").removesuffix("’"))
        if actor is not None:
            return ActorMention(i, stop, i, as_written(actor, words), "person.surname")
    return None
