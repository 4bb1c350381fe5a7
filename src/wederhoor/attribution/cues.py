"""The words that attribute, as data: verbs of saying, "volgens" and its kin, words of doubt.

What comes in: `resources/nl/sayings.yaml`, `attribution.yaml`, `speakers.yaml`. What goes out: `Saying`s and `Cue`s.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from wederhoor.model import Stance
from wederhoor.resources.loader import load_entries

_CARRIER = "by.carrier"


@dataclass(frozen=True, slots=True)
class Saying:
    """A verb of saying: its rule, the stance it gives, and what must and must not stand beside it.

    Attributes:
        rule: id of the rule.
        stance: how the speaker holds what is said.
        beside: words, one of which must stand in the sentence; none asked when empty.
        without: words that must not stand there.
        takes_object: whether a bare object is what is said.
        quotes_only: whether only a quote can be what is said.
        through: the preposition behind which stands what is said; "" for none.
    """

    rule: str
    stance: Stance
    beside: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    takes_object: bool = False
    through: str = ""
    quotes_only: bool = False


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
        f"{language}/sayings.yaml",
        frozenset({"stance", "verbs"}),
        frozenset({"with", "without", "object", "through", "quote"}),
    )
    for entry in entries:
        saying = Saying(
            rule=entry.id,
            stance=Stance(entry.data["stance"]),
            beside=frozenset(entry.data.get("with", ())),
            without=frozenset(entry.data.get("without", ())),
            takes_object=bool(entry.data.get("object")),
            through=entry.data.get("through", ""),
            quotes_only=bool(entry.data.get("quote")),
        )
        for verb in entry.data["verbs"]:
            found.setdefault(verb, []).append(saying)
    return {verb: tuple(options) for verb, options in found.items()}


@cache
def cues(kind: str, language: str = "nl") -> tuple[Cue, ...]:
    """Return the cues of one kind: preposition, closing, own, contrary, headline, hedge ..."""
    entries = load_entries(
        f"{language}/attribution.yaml", frozenset({"kind", "words", "stance"}), frozenset()
    )
    return tuple(
        Cue(entry.id, kind, tuple(words.split()), Stance(entry.data["stance"]))
        for entry in entries
        if entry.data["kind"] == kind
        for words in entry.data["words"]
    )


@cache
def passive_verbs(language: str = "nl") -> frozenset[str]:
    """Return the verbs that tell in the passive that someone says so: "er werd gemeld"."""
    return frozenset(cue.words[0] for cue in cues("passive", language))


@cache
def speaker_words(name: str, language: str = "nl") -> frozenset[str]:
    """Return one list of `speakers.yaml`, such as "speaker.medium"."""
    return frozenset(_speakers(language)[name])


@cache
def carriers(language: str = "nl") -> tuple[Cue, ...]:
    """Return the words before a medium that passes on what another said."""
    words = _speakers(language)[_CARRIER]
    return tuple(Cue(_CARRIER, "carrier", tuple(w.split()), Stance.ASSERT) for w in words)


@cache
def _speakers(language: str) -> Mapping[str, tuple[str, ...]]:
    entries = load_entries(f"{language}/speakers.yaml", frozenset({"words"}))
    return {entry.id: tuple(entry.data["words"]) for entry in entries}
