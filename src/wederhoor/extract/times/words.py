"""The words of the grammar of time: tokens in, the classes they belong to out.

A token can be a word of several classes ("tweede" is a quarter and a day of the month), and a word can
be several tokens ("tot en met"). Digits are read by their form.

Example:
    In "6 februari 2024" the first token is a `daynum` 6 and a `count` 6, the second a `month` 2, the
    third a `year` 2024 and a `yr`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from wederhoor.model import Token
from wederhoor.resources.loader import load_entries

FIRST_YEAR, LAST_YEAR = 1900, 2100
_MAX_COUNT = 999
_TWO_DIGIT_PIVOT = 50  # '24 is 2024, '68 is 1968
_DAYS_A_MONTH, _MONTHS_A_YEAR = 31, 12

_DAY_FIRST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)$")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d\d)-(\d\d)$")
_NAMED_MONTH = re.compile(r"(\d{1,2})[-/]([a-z]{3,9})[-/](\d{4})$")
_ORDINAL = re.compile(r"(\d{1,2})(?:e|ste|de)$")
_CLOCK = re.compile(r"(?:[01]?\d|2[0-4])[.:u]\d\d(?:[.:]\d\d)?u?$")
_YEARS = re.compile(r"(\d{4})[-–/](\d{4})$")
_SHORT_YEAR = re.compile(r"['’‘](\d\d)$")


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
    entries = load_entries("nl/time_words.yaml", frozenset({"words"}), frozenset({"joins"}))
    plain: dict[str, Mapping[str, Any]] = {
        entry.id: {str(word): value for word, value in entry.data["words"].items()}
        for entry in entries
    }
    for entry in entries:
        if joined := entry.data.get("joins"):
            first, second = (plain[name] for name in joined)
            plain[entry.id] = {a + b: (first[a], second[b]) for a in first for b in second}
    return plain


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
    """Tell whether a token is written in figures, as far as its first character shows."""
    return lower[:1].isdigit() or lower[:1] in "'’‘"


_NOT_IN_PATTERNS = frozenset(
    {"counted", "looks-ahead", "looks-back", "promises", "perfect", "breaks"}
)


def words_at(tokens: Sequence[Token], i: int) -> tuple[Word, ...]:
    """Return every reading of the words that start at token `i`, within its sentence."""
    single, longer = _lexicon()
    lower = tokens[i].lower
    found = single.get(lower, ())
    if is_figure(lower):
        found += _of_digits(lower)
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


@lru_cache(maxsize=4096)
def _of_digits(lower: str) -> tuple[Word, ...]:
    if lower.isdecimal() and lower.isascii():
        return _of_number(int(lower), len(lower))
    if match := _SHORT_YEAR.match(lower):
        year = int(match[1])
        value = year + (2000 if year < _TWO_DIGIT_PIVOT else 1900)
        return (Word("yr", ("absolute", value), 1), Word("shortyear", value, 1))
    if match := _ORDINAL.match(lower):
        if 1 <= int(match[1]) <= _DAYS_A_MONTH:
            return (Word("dayord", int(match[1]), 1),)
        return ()
    found = [Word("clock", lower, 1)] if _CLOCK.match(lower) else []
    if (match := _YEARS.match(lower)) and _is_year(match[1]) and _is_year(match[2]):
        found.append(Word("years", (int(match[1]), int(match[2])), 1))
    if written := _of_written_date(lower):
        found.append(Word("fulldate", written, 1))
    return tuple(found)


def _of_number(value: int, digits: int) -> tuple[Word, ...]:
    found = []
    if value <= _MAX_COUNT:
        found.append(Word("count", (value, value), 1))
    if 1 <= value <= _DAYS_A_MONTH and digits <= 2:  # noqa: PLR2004 - "06" is a day, "006" is not
        found.append(Word("daynum", value, 1))
        found.append(Word("clockhour", value, 1))
    if 1 <= value <= _MONTHS_A_YEAR:
        found.append(Word("monthnum", value, 1))
    if FIRST_YEAR <= value <= LAST_YEAR:
        found += [Word("year", value, 1), Word("yr", ("absolute", value), 1)]
    return tuple(found)


def _of_written_date(lower: str) -> tuple[int, int, int] | None:
    if match := _YEAR_FIRST.match(lower):
        year, month, day = map(int, match.groups())
    elif match := _DAY_FIRST.match(lower):
        day, month, year = int(match[1]), int(match[3]), int(match[4])
        if len(match[4]) == 2:  # noqa: PLR2004 - two digits
            if match[2] == ".":
                return None  # "1.12.30" is a time or a number, not a date
            year += 2000 if year < _TWO_DIGIT_PIVOT else 1900
    elif match := _NAMED_MONTH.match(lower):
        named = classes()["month"].get(match[2]) or classes()["mon"].get(match[2])
        day, month, year = int(match[1]), named or 0, int(match[3])
    else:
        return None
    fits = 1 <= day <= _DAYS_A_MONTH and 1 <= month <= _MONTHS_A_YEAR
    return (year, month, day) if fits and FIRST_YEAR <= year <= LAST_YEAR else None


def _is_year(text: str) -> bool:
    return FIRST_YEAR <= int(text) <= LAST_YEAR
