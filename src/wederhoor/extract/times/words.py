"""The words of the grammar of time: tokens in, the classes they belong to out.

A token can be a word of several classes ("tweede" is a quarter and a day of the month), and a word can
be several tokens ("tot en met"). Digits are read by their form.

Example:
    In "6 februari 2024" the first token is a `daynum` 6 and a `count` 6, the second a `month` 2, the
    third a `year` 2024 and a `yr`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from wederhoor.extract.quantities.numbers import spelled, spelled_ordinal
from wederhoor.extract.times.figures import readings
from wederhoor.model import Token
from wederhoor.resources.loader import Entry, load_entries

_SPELLED_YEARS = range(1500, 2100)


class Word(NamedTuple):
    """One reading of one or more tokens: its class, what it stands for, and how many tokens it takes."""

    kind: str
    value: Any
    length: int


class _Phrase(NamedTuple):
    words: tuple[str, ...]
    kind: str
    value: Any


@cache
def classes() -> Mapping[str, Mapping[str, Any]]:
    """Return every class of words, and what each word stands for."""
    entries = load_entries(
        "nl/time_words.yaml", frozenset({"words"}), frozenset({"joins", "cardinals", "ordinals"})
    )
    plain: dict[str, Mapping[str, Any]] = {entry.id: _words_of(entry) for entry in entries}
    for entry in entries:
        if joined := entry.data.get("joins"):
            first, second = (plain[name] for name in joined)
            plain[entry.id] = {a + b: (first[a], second[b]) for a in first for b in second}
    return plain


def _words_of(entry: Entry) -> dict[str, Any]:
    """Return the words of a class: those listed, and number words from the least to the most given."""
    listed = {str(word): value for word, value in entry.data["words"].items()}
    low, high = entry.data.get("cardinals", (1, 0))
    counted = {spelled(n): (n, n) if entry.id == "count" else n for n in range(low, high + 1)}
    low, high = entry.data.get("ordinals", (1, 0))
    ordered = {spelled_ordinal(n): n for n in range(low, high + 1)}
    return counted | ordered | listed


@cache
def _months() -> Mapping[str, int]:
    return {**classes()["month"], **classes()["mon"]}


def _spelled_years() -> Iterator[tuple[tuple[str, ...], int]]:
    """Yield years in words: "tweeduizend achttien", "negentienhonderd zes", "negentien zestig"."""
    for year in _SPELLED_YEARS:
        many, rest = divmod(year, 100)
        small = spelled(rest) if rest else ""
        millennium = "tweeduizend" if many == 20 else f"{spelled(many)}honderd"  # noqa: PLR2004
        tail = (small,) if small else ()
        yield (millennium, *tail), year
        if small:
            yield (millennium + small,), year
            yield (millennium, "en", small), year
            yield (spelled(many), small), year
            yield (spelled(many) + small,), year


@cache
def _lexicon() -> tuple[Mapping[str, tuple[Word, ...]], Mapping[str, tuple[_Phrase, ...]]]:
    """Return the one-token words by themselves, and the longer ones by their first token."""
    single: dict[str, list[Word]] = {}
    longer: dict[str, list[_Phrase]] = {}
    for kind, words in classes().items():
        if kind in _NOT_IN_PATTERNS:
            continue
        for word, value in words.items():
            parts = tuple(word.split())
            if len(parts) == 1:
                single.setdefault(word, []).append(Word(kind, value, 1))
            else:
                longer.setdefault(parts[0], []).append(_Phrase(parts, kind, value))
    for word, value in classes()["relyear"].items():
        parts = tuple(word.split())
        longer.setdefault(parts[0], []).append(_Phrase(parts, "yr", ("relative", value)))
    for parts, year in _spelled_years():
        longer.setdefault(parts[0], []).append(_Phrase(parts, "yr", ("absolute", year)))
        longer[parts[0]].append(_Phrase(parts, "year", year))
    return (
        {word: tuple(found) for word, found in single.items()},
        {word: tuple(found) for word, found in longer.items()},
    )


@cache
def first_words() -> frozenset[str]:
    """Return every word, or first word of several, that some class holds."""
    single, longer = _lexicon()
    return frozenset(single) | frozenset(longer)


def is_figure(lower: str) -> bool:
    """Tell whether a token is written in figures or joins two months, as far as a glance shows."""
    return lower[:1].isdigit() or lower[:1] in "'’‘" or ("-" in lower and lower[:3] in _starts())


@cache
def _starts() -> frozenset[str]:
    return frozenset(month[:3] for month in _months())


_NOT_IN_PATTERNS = frozenset(
    {"counted", "looks-ahead", "looks-back", "promises", "perfect", "breaks"}
)


def words_at(tokens: Sequence[Token], i: int) -> tuple[Word, ...]:
    """Return every reading of the words that start at token `i`, within its sentence."""
    single, longer = _lexicon()
    lower = tokens[i].lower
    found = single.get(lower, ())
    if is_figure(lower):
        found += tuple(Word(kind, value, 1) for kind, value in readings(lower, _months()))
    if lower in longer:
        found += tuple(
            Word(phrase.kind, phrase.value, len(phrase.words))
            for phrase in longer[lower]
            if _stands(tokens, i, phrase.words)
        )
    return found


def _stands(tokens: Sequence[Token], i: int, words: tuple[str, ...]) -> bool:
    if i + len(words) > len(tokens):
        return False
    return all(
        tokens[i + n].lower == word and tokens[i + n].sent == tokens[i].sent
        for n, word in enumerate(words)
    )
