"""Which news agency a text is from, by its tag: "(ANP)", "Bron: Reuters", "© AFP".

A tag stands in the dateline, at the end of a paragraph, or on a line of its own. What an agency spreads is
one origin, however many outlets print it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from wederhoor.model.actor import Actor, ActorKind, folded
from wederhoor.resources.loader import load_entries

_BETWEEN = r"\s*[/,&-]\s*|\s+en\s+"


def agency_tags(text: str) -> frozenset[str]:
    """Return the agencies that tags in a text name, folded.

    Args:
        text: a paragraph, or a whole report.

    Example:
        "KABUL (ANP/RTR) - Bij een aanslag ..." is from "anp" and "reuters".
    """
    return frozenset(
        known()[folded(name)]
        for match in _tag().finditer(text)
        for name in re.split(_BETWEEN, match["inside"] or match["after"])
    )


def agencies_among(sources: tuple[Actor, ...]) -> Iterator[str]:
    """Yield the agencies among those who are said to say something, folded."""
    for source in sources:
        name = folded(source.name)
        found = known().get(name) or known().get(name.rpartition(" ")[2])
        if found and source.kind is ActorKind.MEDIA:  # "het Franse persbureau AFP" is AFP
            yield found


@cache
def known() -> dict[str, str]:
    """Return the agencies: each name, folded, to the one that stands for it."""
    entries = load_entries("nl/agencies.yaml", frozenset({"names"}), frozenset({"same"}))
    names = {folded(name): folded(name) for entry in entries for name in entry.data["names"]}
    for entry in entries:
        same = entry.data.get("same", {})
        names |= {folded(name): folded(other) for name, other in same.items()}
    return names


@cache
def _tag() -> re.Pattern[str]:
    names = sorted(known(), key=lambda name: (-len(name), name))
    one = "(?:" + "|".join(map(re.escape, names)) + ")"
    several = rf"{one}(?:(?:{_BETWEEN}){one})*"
    bracketed = rf"\((?P<inside>{several})\)(?=\s*(?:[-–—.:]|$|\n))"
    credited = rf"(?:\bbron(?:nen)?:\s*|©\s*)(?P<after>{several})\b"
    return re.compile(f"{bracketed}|{credited}", re.IGNORECASE)
