"""Persons as linking knows them: by the names that reports give them, in full, by half, or with an initial.

What comes in: the actors of a mention and the text around its triggers. What goes out: keys, of which two
mentions of one person share at least one.

Example:
    "Jan Bakker" is `bakker` and `jan b`; "Bakker" is `bakker`; "Jan B." is `jan b`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from wederhoor.model.actor import Actor, ActorKind, folded

_AGE = re.compile(r"\b(\d{1,2})-jarige|[A-ZÀ-Þ]\w*\.? \((\d{2})\)")
_INITIAL = 1  # letters
_LEAST = 3  # letters of a name that can stand alone
_PARTICLES = frozenset({"van", "de", "den", "der", "von", "al", "el", "bin", "ibn"})


def person_keys(actors: Iterable[Actor]) -> frozenset[str]:
    """Return the keys of those among some actors that are persons with a name."""
    named = (actor for actor in actors if actor.kind is ActorKind.PERSON and actor.named)
    return frozenset(key for actor in named for key in _keys(actor.name))


def _keys(name: str) -> Iterable[str]:
    if not all(part[:1].isupper() for part in name.rsplit(maxsplit=1)[-1].split("-")):
        return  # "Duitse politicus"
    words = [word for word in folded(name).split() if word not in _PARTICLES]
    if not words:
        return
    last = words[-1]
    if len(last) >= _LEAST:
        yield last
    if len(words) > 1 and len(words[0]) > _INITIAL:
        yield f"{words[0]} {last[0]}"


def ages(sentences: Iterable[str]) -> frozenset[str]:
    """Return the ages that sentences give: "een 45-jarige man", "Jan B. (45)"."""
    found = (match for text in sentences for match in _AGE.finditer(text))
    return frozenset(match[1] or match[2] for match in found)
