"""The event rules of a language, indexed so that one look at a lemma finds its candidates.

What comes in: `resources/nl/events.yaml`, `frames.yaml` and `wordsets.yaml`. What goes out: a `Lexicon`.

Example:
    `load_lexicon().nouns("raketaanval")` gives the rule `assault.aanvallen`, because a Dutch noun also
    stands for the compounds that end in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from wederhoor.errors import ResourceError
from wederhoor.model import EventType
from wederhoor.resources.loader import Entry, load_entries

_SHORTEST_TAIL = (
    4  # "oordeel" is no compound of "deel" worth having; "raketaanval" is one of "aanval"
)
_SHORTEST_HEAD = 3
_EVENT_KEYS = (
    "modes",
    "frame",
    "verbs",
    "nouns",
    "except",
    "with",
    "within",
    "not_within",
    "near",
    "not_near",
    "report",
    "object",
    "not_object",
    "gate",
    "state",
    "plain",
    "telling",
    "transitive",
    "intransitive",
    "violence",
    "public",
    "negated",
    "sided",
    "clause",
    "asks",
    "subject",
)


class WordTest:
    """A list of lemmas, each of which also stands for the compounds that end in it."""

    __slots__ = ("_known", "_tails", "_words")

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        self._tails = tuple(word for word in self._words if len(word) >= _SHORTEST_TAIL)
        self._known: dict[str, bool] = {}

    def __bool__(self) -> bool:
        return bool(self._words)

    def __call__(self, lemma: str) -> bool:
        """Tell whether the lemma is one of the words or a compound of one."""
        found = self._known.get(lemma)
        if found is None:
            found = lemma in self._words or (
                lemma.endswith(self._tails)
                and lemma not in self._words
                and self._is_compound(lemma)
            )
            if len(self._known) > 50_000:  # a stream has no end of words  # noqa: PLR2004
                self._known.clear()
            self._known[lemma] = found
        return found

    def _is_compound(self, lemma: str) -> bool:
        return any(
            lemma.endswith(tail) and len(lemma) - len(tail) >= _SHORTEST_HEAD
            for tail in self._tails
        )

    def any(self, lemmas: Iterable[str]) -> bool:
        """Tell whether one of the lemmas passes."""
        return any(map(self, lemmas))


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the parties stand: slots per part of speech of the trigger, in order of preference."""

    id: str
    both: bool
    actor: Mapping[str, tuple[str, ...]]
    recipient: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class EventRule:
    """One entry of the event lexicon; `resources/nl/events.yaml` says what its keys mean."""

    id: str
    type: EventType
    modes: tuple[str, ...]
    frame: Frame
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    exceptions: frozenset[str]
    beside: tuple[tuple[str, ...], ...]
    within: tuple[tuple[str, ...], ...]
    not_within: tuple[tuple[str, ...], ...]
    near: WordTest
    not_near: WordTest
    report: WordTest
    subject: WordTest
    object: WordTest
    not_object: WordTest
    gate: bool
    state: bool
    plain: bool
    telling: bool
    transitive: bool
    intransitive: bool
    violence: bool
    public: bool
    negated: bool
    sided: bool
    clause: bool
    asks: bool
    rank: int = field(default=0)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All event rules, by lemma."""

    rules: tuple[EventRule, ...]
    _verbs: Mapping[str, tuple[EventRule, ...]]
    _nouns: Mapping[str, tuple[EventRule, ...]]
    _compounds: dict[str, tuple[EventRule, ...]] = field(default_factory=dict)

    def verbs(self, lemma: str) -> tuple[EventRule, ...]:
        """Return the rules that a verb with this lemma can trigger."""
        return self._verbs.get(lemma, ())

    def nouns(self, lemma: str) -> tuple[EventRule, ...]:
        """Return the rules that a noun with this lemma, or its last part, can trigger."""
        found = self._compounds.get(lemma)
        if found is None:
            found = self._find_noun(lemma)
            if len(self._compounds) > 50_000:  # a stream has no end of words  # noqa: PLR2004
                self._compounds.clear()
            self._compounds[lemma] = found
        return found

    def _find_noun(self, lemma: str) -> tuple[EventRule, ...]:
        for cut in range(len(lemma)):
            tail = lemma[cut:]
            if (0 < cut < _SHORTEST_HEAD) or (cut and len(tail) < _SHORTEST_TAIL):
                continue
            rules = self._nouns.get(tail)
            if rules:
                return tuple(rule for rule in rules if not _is_exception(lemma, rule.exceptions))
        return ()


@cache
def load_lexicon(language: str = "nl") -> Lexicon:
    """Return the event lexicon of a language.

    Raises:
        ResourceError: a rule file breaks its schema, or names an unknown frame or word set.
    """
    frames = _load_frames(language)
    sets = word_sets(language)
    keys = frozenset(_EVENT_KEYS)
    entries = load_entries(f"{language}/events.yaml", frozenset({"type"}), keys)
    rules = tuple(_rule(entry, frames, sets, rank) for rank, entry in enumerate(entries))
    verbs: dict[str, list[EventRule]] = {}
    nouns: dict[str, list[EventRule]] = {}
    for rule in rules:
        for lemma in rule.verbs:
            verbs.setdefault(lemma, []).append(rule)
        for lemma in rule.nouns:
            nouns.setdefault(lemma, []).append(rule)
    return Lexicon(
        rules,
        {lemma: tuple(found) for lemma, found in verbs.items()},
        {lemma: tuple(found) for lemma, found in nouns.items()},
    )


@cache
def word_sets(language: str = "nl") -> Mapping[str, frozenset[str]]:
    """Return the named word lists of `wordsets.yaml`."""
    entries = load_entries(f"{language}/wordsets.yaml", frozenset({"words"}))
    return {entry.id: frozenset(map(str, entry.data["words"])) for entry in entries}


@cache
def word_test(name: str, language: str = "nl") -> WordTest:
    """Return the test for one named word list."""
    return WordTest(word_sets(language)[name])


def _load_frames(language: str) -> dict[str, Frame]:
    entries = load_entries(
        f"{language}/frames.yaml", frozenset({"actor", "recipient"}), frozenset({"both"})
    )
    return {
        entry.id: Frame(
            entry.id,
            bool(entry.data.get("both")),
            {part: tuple(slots) for part, slots in entry.data["actor"].items()},
            {part: tuple(slots) for part, slots in entry.data["recipient"].items()},
        )
        for entry in entries
    }


def _rule(
    entry: Entry, frames: Mapping[str, Frame], sets: Mapping[str, frozenset[str]], rank: int
) -> EventRule:
    data = entry.data
    try:
        return EventRule(
            id=entry.id,
            type=EventType(data["type"]),
            modes=tuple(data.get("modes", ())),
            frame=frames[data.get("frame", "frame.strike")],
            verbs=tuple(data.get("verbs", ())),
            nouns=tuple(data.get("nouns", ())),
            exceptions=frozenset(data.get("except", ())),
            beside=_phrases(data, "with"),
            within=_phrases(data, "within"),
            not_within=_phrases(data, "not_within"),
            near=_test(data, "near", sets),
            not_near=_test(data, "not_near", sets),
            report=_test(data, "report", sets),
            subject=_test(data, "subject", sets),
            object=_test(data, "object", sets),
            not_object=_test(data, "not_object", sets),
            gate=bool(data.get("gate")),
            state=bool(data.get("state")),
            plain=bool(data.get("plain")),
            telling=bool(data.get("telling")),
            transitive=bool(data.get("transitive")),
            intransitive=bool(data.get("intransitive")),
            violence=bool(data.get("violence")),
            public=bool(data.get("public")),
            negated=bool(data.get("negated")),
            sided=bool(data.get("sided")),
            clause=bool(data.get("clause")),
            asks=bool(data.get("asks")),
            rank=rank,
        )
    except (KeyError, ValueError) as error:
        raise ResourceError(f"{entry.where}: entry {entry.id}: unknown {error}") from error


def _is_exception(lemma: str, exceptions: frozenset[str]) -> bool:
    """Tell whether a noun is an exception or a compound of one: "voetbalwedstrijd" of "wedstrijd"."""
    return lemma in exceptions or any(
        len(known) > _SHORTEST_TAIL and lemma.endswith(known) for known in exceptions
    )


def _phrases(data: Mapping[str, Any], key: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in data.get(key, ()))


def _test(data: Mapping[str, Any], key: str, sets: Mapping[str, frozenset[str]]) -> WordTest:
    words: set[str] = set()
    for word in data.get(key, ()):
        words |= sets[word[1:]] if word.startswith("=") else {word}
    return WordTest(words)
