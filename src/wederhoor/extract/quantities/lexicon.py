"""The rule files of counts as frozen tables, read once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from wederhoor.model import Field
from wederhoor.resources.loader import Entry, load_entries

NUMBERS_FILE = "nl/quantities.yaml"
COUNTED_FILE = "nl/counted.yaml"
NUMBER_KEYS = frozenset({"low", "high", "loose", "approximate"})
COUNTED_KEYS = frozenset(
    [
        "field",
        "words",
        "endings",
        "one",
        "bare",
        "except",
        "not_before",
        "patient",
        "participles",
        "finite",
        "phrases",
        "particles",
        "of",
        "nouns",
        "fate",
        "fired",
    ]
)
_GUESSED = 5  # letters that a word needs to be guessed a person by its ending
_SHORT_ENDING = 3

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in a fixed order, and the rule that they belong to.

    Attributes:
        words: the words in lower case.
        rule: id of the rule.
        means: what they do to a number, or `range` when they are one.
        low: the least, for a range.
        high: the most, None for an open range.
        approximate: the range is "about".
        loose: a range that needs a decided field to be a count.
    """

    words: Words
    rule: str
    means: str
    low: int = 0
    high: int | None = None
    approximate: bool = False
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Noun:
    """What a word is as a counted noun.

    Attributes:
        field: the field that it decides by itself.
        rule: id of the rule that decides it.
        one: a singular that counts one after "een".
        bare: a plural that counts two or more by itself.
        not_before: words that show it is a verb after all.
        classes: the noun classes it is in ("persons", "troops", "units").
    """

    field: Field | None = None
    rule: str = ""
    one: bool = False
    bare: bool = False
    not_before: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a predicate.

    Attributes:
        words: the words of it, in lower case.
        shape: participle, finite, phrase, or particle (`words` is the particle, `finite` its verbs).
        rule: id of the rule.
        field: what it decides.
        object: whether what it is about is the object of the active verb.
        of: class of nouns it takes; "" for any.
        finite: for a particle, the finite forms that go with it.
    """

    words: Words
    shape: str
    rule: str
    field: Field
    object: bool
    of: str = ""
    finite: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything the rule files say, ready for look-up by the first word."""

    phrases: dict[str, tuple[Phrase, ...]]
    forms: dict[str, tuple[Form, ...]]
    attributes: dict[str, Entry]
    entries: dict[str, Entry]
    sets: dict[str, frozenset[str]]

    def one(self, kind: str) -> Entry:
        """Return the entry of a kind that has only one."""
        return next(entry for entry in self.entries.values() if entry.data["kind"] == kind)

    def words_of(self, name: str) -> frozenset[str]:
        """Return the words of a word list ("function"), empty when there is none."""
        return self.sets[name]


@cache
def lexicon() -> Lexicon:
    """Return the tables of `nl/quantities.yaml` and `nl/counted.yaml`.

    Raises:
        ResourceError: a file breaks its schema.
    """
    numbers = load_entries(NUMBERS_FILE, frozenset({"means", "words"}), NUMBER_KEYS)
    counted = load_entries(COUNTED_FILE, frozenset({"kind"}), COUNTED_KEYS)
    sets = {
        entry.id.removeprefix("class."): frozenset(entry.data["words"])
        for entry in counted
        if entry.data["kind"] == "words"
    }
    return Lexicon(
        phrases=_by_first(_phrases(numbers)),
        forms=_by_first([form for entry in counted for form in _forms(entry)]),
        attributes={
            word: entry
            for entry in counted
            if entry.data["kind"] == "attribute"
            for word in entry.data["words"]
        },
        entries={entry.id: entry for entry in counted},
        sets=sets,
    )


def _phrases(entries: tuple[Entry, ...]) -> list[Phrase]:
    return [
        Phrase(
            words=tuple(words.split()),
            rule=entry.id,
            means=entry.data["means"],
            low=entry.data.get("low", 0),
            high=entry.data.get("high"),
            approximate=entry.data.get("approximate", False),
            loose=entry.data.get("loose", False),
        )
        for entry in entries
        for words in entry.data["words"]
    ]


def _forms(entry: Entry) -> list[Form]:
    data = entry.data
    if data["kind"] != "predicate":
        return []
    common: dict[str, Any] = {
        "rule": entry.id,
        "field": Field(data["field"]),
        "object": data["patient"] == "object",
        "of": data.get("of", ""),
    }
    found = [
        Form(words=tuple(str(words).split()), shape=shape, **common)
        for key, shape in (
            ("participles", "participle"),
            ("finite", "finite"),
            ("phrases", "phrase"),
        )
        for words in data.get(key, ())
    ]
    found += [
        Form(words=tuple(particle.split()), shape="particle", finite=frozenset(verbs), **common)
        for particle, verbs in data.get("particles", {}).items()
    ]
    return found


def _by_first(items: list[Any]) -> dict[str, tuple[Any, ...]]:
    table: dict[str, list[Any]] = {}
    for item in items:
        table.setdefault(item.words[0], []).append(item)
    return {
        word: tuple(sorted(found, key=lambda item: -len(item.words)))
        for word, found in table.items()
    }


@lru_cache(maxsize=1 << 16)
def noun_of(word: str) -> Noun:
    """Return what a lower-case word is as a counted noun; a compound is what its last part is.

    Example:
        "kruisraketten" decides `weapons`; "mensen" is of class `persons` and decides nothing.
    """
    classes = _classes(word)
    if "units" in classes:
        return Noun(classes=classes)
    for entry in lexicon().entries.values():
        data = entry.data
        if data["kind"] == "noun" and _is_in(word, entry):
            return Noun(
                field=Field(data["field"]),
                rule=entry.id,
                one=_ends(word, data.get("one", ())),
                bare=_ends(word, data.get("bare", ())),
                not_before=frozenset(data.get("not_before", ())),
                classes=classes,
            )
    return Noun(classes=classes)


def _classes(word: str) -> frozenset[str]:
    table = lexicon().entries.values()
    found = {
        entry.id.removeprefix("class.")
        for entry in table
        if entry.data["kind"] == "noun-class" and _is_in(word, entry)
    }
    if found & {"crowd", "troops"}:
        found.add("persons")
    guess = lexicon().entries["class.persons"].data["phrases"]
    guessed = word.endswith(tuple(guess)) and len(word) > _GUESSED
    if not found and guessed and word not in lexicon().words_of("no-persons"):
        found.add("persons")
    return frozenset(found)


def _is_in(word: str, entry: Entry) -> bool:
    data = entry.data
    if word in data.get("except", ()):
        return False
    return word in data.get("words", ()) or _ends(word, data.get("endings", ()))


def _ends(word: str, endings: Any) -> bool:  # noqa: ANN401 - a list from YAML
    """Tell whether a word is one of `endings`, or a compound of which one is the last part."""
    for ending in endings:
        if word == ending:
            return True
        least = 2 if len(ending) > _SHORT_ENDING else 3  # letters that must stand before it
        long_enough = len(ending) >= _SHORT_ENDING and len(word) >= len(ending) + least
        if long_enough and word.endswith(ending):
            return True
    return False
