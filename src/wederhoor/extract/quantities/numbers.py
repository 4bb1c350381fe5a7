"""Dutch cardinals: number words and digits to whole numbers.

The grammar of number words is the one of the *Algemene Nederlandse Spraakkunst* (chapter 7): units before
tens with "en", hundreds and thousands in front, all in one word up to a thousand.
"""

from __future__ import annotations

import re
from functools import lru_cache

_FIRST = [
    "nul",
    "een",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
    "dertien",
    "veertien",
    "vijftien",
    "zestien",
    "zeventien",
    "achttien",
    "negentien",
]
_TENS = ["twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"]
_PLAIN = str.maketrans("éèëï", "eeei")
_DIGITS = re.compile(r"[1-9]\d{0,11}|[1-9]\d{0,2}(?:\.\d{3}){1,3}|0")
_DECIMAL = re.compile(r"(\d{1,6}),(\d{1,3})")
SCALES = {
    "honderd": 100,
    "duizend": 1_000,
    "miljoen": 10**6,
    "mln": 10**6,
    "miljard": 10**9,
    "mld": 10**9,
    "biljoen": 10**12,
    "biljard": 10**15,
    "triljoen": 10**18,
}
HALVES = {"anderhalf": 1.5, "half": 0.5, "halve": 0.5}


def _below_hundred() -> dict[str, int]:
    table = {word: value for value, word in enumerate(_FIRST) if value}
    for place, ten in enumerate(_TENS, start=2):
        table[ten] = 10 * place
        for unit in range(1, 10):
            table[f"{_FIRST[unit]}en{ten}"] = 10 * place + unit
    return table


_BELOW_HUNDRED = _below_hundred()


@lru_cache(maxsize=1 << 16)
def read_cardinal(word: str) -> int | None:
    """Return the number that one lower-case word or group of digits stands for, None when it is none.

    "een" is read as 1 here; whether it is an article is for the caller to say.

    Example:
        "tweeëntwintig" is 22, "vijftienhonderd" 1500, "1.200" 1200; "derde", "06" and "16.30" are None.
    """
    if word[:1].isdigit():
        return int(word.replace(".", "")) if _DIGITS.fullmatch(word) else None
    plain = word.translate(_PLAIN)
    if plain == "nul":
        return 0
    head, thousand, rest = plain.partition("duizend")
    if not thousand:
        return _below_thousand(plain)
    many = _below_thousand(head) if head else 1
    left = _below_thousand(_without_en(rest)) if rest else 0
    return None if many is None or left is None else 1000 * many + left


@lru_cache(maxsize=1 << 12)
def read_scaled(word: str, scale: str) -> int | None:
    """Return a number word or decimal times a scale word, None when it gives no whole number.

    Example:
        `read_scaled("3,5", "miljoen")` is 3500000; `read_scaled("anderhalf", "miljoen")` is 1500000.
    """
    factor = SCALES.get(scale)
    if factor is None:
        return None
    decimal = _DECIMAL.fullmatch(word)
    if decimal:
        whole, part = decimal.groups()
        scaled, rest = divmod(int(whole + part) * factor, 10 ** len(part))
        return scaled if rest == 0 else None
    if word in HALVES:
        return int(HALVES[word] * factor)
    value = read_cardinal(word)
    return None if value is None else value * factor


def _below_thousand(word: str) -> int | None:
    if word in _BELOW_HUNDRED:
        return _BELOW_HUNDRED[word]
    head, hundred, rest = word.partition("honderd")
    if not hundred:
        return None
    many = _BELOW_HUNDRED.get(head) if head else 1
    left = _BELOW_HUNDRED.get(_without_en(rest)) if rest else 0
    return None if many is None or left is None else 100 * many + left


def _without_en(word: str) -> str:
    """Drop the "en" of "honderdeneen", not that of a word that begins with it by itself."""
    if word in _BELOW_HUNDRED or not word.startswith("en"):
        return word
    return word[2:]


_ORDINAL_FIGURES = re.compile(r"(\d{1,9})(?:e|de|ste)")
_ORDINALS = {"een": "eerste", "drie": "derde"}
_ENDS_IN_DE = frozenset(range(2, 20)) - {8}  # the rest end in "ste"


@lru_cache(maxsize=1 << 12)
def cardinal_of(ordinal: str) -> str | None:
    """Return the cardinal inside an ordinal of one lower-case word, None when it is no ordinal.

    Example:
        `cardinal_of("tweeëntwintigste")` is "tweeëntwintig", `cardinal_of("30ste")` "30".
    """
    figures = _ORDINAL_FIGURES.fullmatch(ordinal)
    if figures:
        return figures[1]
    for cardinal, irregular in _ORDINALS.items():
        if ordinal.endswith(irregular):
            found = ordinal.removesuffix(irregular) + cardinal
            return found if read_cardinal(found) is not None else None
    for ending in ("ste", "de"):
        found = ordinal.removesuffix(ending)
        if found != ordinal and (found in SCALES or read_cardinal(found) is not None):
            return found
    return None


def spelled(number: int) -> str:
    """Spell a number below a million in one word, as `read_cardinal` reads it.

    Example:
        `spelled(22)` is "tweeëntwintig", `spelled(1500)` "duizendvijfhonderd".
    """
    for scale, word in ((1000, "duizend"), (100, "honderd")):
        if number >= scale:
            many, rest = divmod(number, scale)
            return f"{spelled(many) if many > 1 else ''}{word}{spelled(rest) if rest else ''}"
    if number < len(_FIRST):
        return _FIRST[number]
    ten, unit = divmod(number, 10)
    if not unit:
        return _TENS[ten - 2]
    joint = "ën" if _FIRST[unit].endswith("e") else "en"
    return f"{_FIRST[unit]}{joint}{_TENS[ten - 2]}"


def spelled_ordinal(number: int) -> str:
    """Spell an ordinal below a million in one word.

    Example:
        `spelled_ordinal(22)` is "tweeëntwintigste", `spelled_ordinal(101)` "honderdeerste".
    """
    rest = number % 100
    cardinal = spelled(number)
    last = _FIRST[rest] if 0 < rest < len(_FIRST) else ""
    if last in _ORDINALS:
        return cardinal.removesuffix(last) + _ORDINALS[last]
    return cardinal + ("de" if rest in _ENDS_IN_DE else "ste")
