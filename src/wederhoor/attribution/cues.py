"""The words that attribute, as data: verbs of saying, "volgens" and its kin, words of doubt.

What comes in: `resources/nl/sayings.yaml`, `attribution.yaml`. What goes out: `Sayings` and `Cue`s.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from wederhoor.model import Stance
from wederhoor.resources.loader import load_entries


@dataclass(frozen=True, slots=True)
class Saying:
    """A verb of saying: its rule, the stance it gives, and words that must stand beside it."""

    rule: str
    stance: Stance
    beside: frozenset[str]


@dataclass(frozen=True, slots=True)
class Cue:
    """Words other than a verb that name a source or show doubt, split into tokens."""

    rule: str
    kind: str
    words: tuple[str, ...]
    stance: Stance


@cache
def sayings(language: str = "nl") -> Mapping[str, tuple[Saying, ...]]:
    """Return the verbs of saying by lemma; a lemma with needs comes with each of its entries."""
    found: dict[str, list[Saying]] = {}
    entries = load_entries(
        f"{language}/sayings.yaml", frozenset({"stance", "verbs"}), frozenset({"with"})
    )
    for entry in entries:
        saying = Saying(
            entry.id, Stance(entry.data["stance"]), frozenset(entry.data.get("with", ()))
        )
        for verb in entry.data["verbs"]:
            found.setdefault(verb, []).append(saying)
    return {verb: tuple(options) for verb, options in found.items()}


@cache
def cues(kind: str, language: str = "nl") -> tuple[Cue, ...]:
    """Return the cues of one kind: preposition, closing, own, contrary, headline or hedge."""
    entries = load_entries(
        f"{language}/attribution.yaml", frozenset({"kind", "words", "stance"}), frozenset()
    )
    return tuple(
        Cue(entry.id, kind, tuple(words.split()), Stance(entry.data["stance"]))
        for entry in entries
        if entry.data["kind"] == kind
        for words in entry.data["words"]
    )
