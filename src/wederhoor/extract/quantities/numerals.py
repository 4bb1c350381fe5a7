"""Dutch numerals of more than one word: sums, scales, halves, fractions, shares.

In go the words of a text in lower case, out comes an exact value. A cardinal in one word is read by
`numbers.read_cardinal`; this adds what stands around it: "drie miljoen tweehonderdduizend", "anderhalf
miljoen", "3,5 mln", "twee derde", "vijf en een half", "een op de twintig", "vijf komma vijf", "½", "2 dozijn".

Example:
    `numeral_at(("drie", "en", "een", "kwart", "miljoen"), 0)` is 3250000, up to word 5.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import cache, lru_cache
from typing import NamedTuple

from wederhoor.extract.quantities.numbers import (
    SCALES,
    cardinal_of,
    read_cardinal,
    spelled_ordinal,
)

_LETTERS = {"k": 10**3, "m": 10**6, "g": 10**9, "b": 10**9, "t": 10**12}
_SETS = {"dozijn": 12, "dozijnen": 12, "gros": 144}
_GLYPHS = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5)} | {
    "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8)
}  # fmt: skip
_HALVES = {"half": Fraction(1, 2), "halve": Fraction(1, 2), "kwart": Fraction(1, 4)}
_ONE = frozenset({"een", "één", "eén", "'n", "’n"})
_FIXED = (
    {"anderhalf": Fraction(3, 2), "anderhalve": Fraction(3, 2)}
    | {word: Fraction(1) for word in _ONE}
    | {word: Fraction(value) for word, value in SCALES.items()}
    | {glyph: Fraction(*parts) for glyph, parts in _GLYPHS.items()}
)
_MINUS = frozenset({"min", "-", "−"})
_OF = frozenset({"op", "van", "uit"})
_LARGEST_DENOMINATOR = 200
_FROM_MILLION = (
    10**6
)  # from here on a fraction after a scale counts in it: "drie miljoen en een half"

_FIGURES = re.compile(
    r"(?P<whole>\d{1,3}(?:\.\d{3}){1,6}|\d{0,18})(?:,(?P<part>\d{1,12}))?(?:e(?P<exponent>[+-]?\d{1,2}))?"
    r"(?:\^(?P<power>[+-]{0,2}\d{1,3}))?(?P<letter>[kmgbt]?)"
)
_RATIO = re.compile(r"(\d{1,9})/(\d{1,9})")
_GROUP = re.compile(r"\d{3}(?:,\d+)?")
_MOST_SHIFT = 30
_LONGEST_ORDINAL = 4


class Numeral(NamedTuple):
    """A numeral in a text: its value, and the word after its last one."""

    value: Fraction
    stop: int


def numeral_at(words: Sequence[str], i: int) -> Numeral | None:
    """Return the longest numeral that begins at word `i`, None when none does.

    Args:
        words: the words of a text in lower case, marks included.
        i: where to look.

    Example:
        In "vijf miljard tweehonderd miljoen" the numeral at 0 is 5200000000.
    """
    if words[i] in _MINUS:
        after = _unsigned_at(words, i + 1)
        return Numeral(-after.value, after.stop) if after else None
    if words[i][:1] in "-−" and words[i][1:2].isdigit():
        value = _figures(words[i][1:])
        return Numeral(-value, i + 1) if value is not None else None
    return _unsigned_at(words, i)


def begins_numeral(word: str) -> bool:
    """Tell whether a numeral can begin with a lower-case word, its sign left out."""
    return _of_word(word) is not None or word in _SETS or word == "driekwart"


def _word(words: Sequence[str], i: int) -> str:
    return words[i] if i < len(words) else ""


def _unsigned_at(words: Sequence[str], i: int) -> Numeral | None:
    fraction = _fraction_at(words, i)
    if fraction is not None:
        return _scaled(words, fraction)
    whole = _sum_at(words, i)
    if whole is None:
        return None
    return _with_fraction(words, i, whole) or _share(words, whole) or _with_decimals(words, whole)


# ---------------------------------------------------------------------- whole numbers
def _sum_at(words: Sequence[str], i: int) -> Numeral | None:
    """Read what is added up: "vijf miljard tweehonderd miljoen", "tweeduizend en zestien"."""
    total = _group_at(words, i)
    if total is None or total.value < 1000:  # noqa: PLR2004 - below, a sum is one word
        return _hundreds(words, total) if total else None
    while True:
        joint = total.stop + (_word(words, total.stop) == "en")
        part = _fraction_at(words, joint)
        more = _scaled(words, part) if part else _group_at(words, joint)
        least = 10 ** (len(str(int(more.value))) - 1) if more else 0
        fits = more and more.value >= 1 and more.value < _lowest_scale(words, total)
        if not more or not fits or _is_figure(_word(words, joint)) or not least:
            return total
        if _word(words, joint) in _ONE and more.stop == joint + 1:
            return total  # "tweeduizend en een" tells of two things
        total = Numeral(total.value + more.value, more.stop)


def _hundreds(words: Sequence[str], total: Numeral) -> Numeral:
    """Read "driehonderd en twee dozijn": a set added to hundreds."""
    joint = total.stop + (_word(words, total.stop) == "en")
    counted = _group_at(words, joint) if joint > total.stop else None
    if counted and _word(words, counted.stop - 1) in _SETS and total.value >= 100:  # noqa: PLR2004
        return Numeral(total.value + counted.value, counted.stop)
    return total


def _lowest_scale(words: Sequence[str], total: Numeral) -> int:
    """Return the scale that the last word stands in: what is added must be below it."""
    last = words[total.stop - 1]
    if last in SCALES:
        return SCALES[last]
    return 1000 if last.endswith("duizend") and not total.value % 1000 else 1


def _is_figure(word: str) -> bool:
    return word[:1].isdigit()


def _group_at(words: Sequence[str], i: int) -> Numeral | None:
    """Read one number with the scales after it: "3,5 miljoen", "honderd duizend", "een half miljoen"."""
    word = _word(words, i)
    if not word:
        return None
    if word in _SETS:
        return Numeral(Fraction(_SETS[word]), i + 1)
    value = _of_word(word)
    if value is None:
        return None
    if _is_figure(word):
        return _scaled(words, _spaced(words, Numeral(value, i + 1)))
    return _scaled(words, Numeral(value, i + 1))


def _scaled(words: Sequence[str], found: Numeral) -> Numeral:
    value, stop = found
    while True:
        word = _word(words, stop)
        factor = SCALES.get(word) or _SETS.get(word)
        if word in _LETTERS and _is_figure(words[stop - 1]):
            factor = _LETTERS[word]
        if factor is None:
            return Numeral(value, stop)
        value, stop = value * factor, stop + 1


def _spaced(words: Sequence[str], found: Numeral) -> Numeral:
    """Read thousands apart: "1 414 021"."""
    first = words[found.stop - 1]
    if len(first) > 3 or not first.isdecimal() or first.startswith("0"):  # noqa: PLR2004
        return found
    stop = found.stop
    while _GROUP.fullmatch(_word(words, stop)):
        stop += 1
        if "," in words[stop - 1]:
            break
    if stop == found.stop or _word(words, stop)[:1].isdigit():
        return found
    value = _figures("".join(words[found.stop - 1 : stop]))
    return Numeral(value, stop) if value is not None else found


@lru_cache(maxsize=1 << 14)
def _of_word(word: str) -> Fraction | None:
    """Return the value of one word or group of figures."""
    if word in _FIXED:
        return _FIXED[word]
    if word[:1].isdigit() or word[:1] == ",":
        return _figures(word)
    for half in ("ënhalf", "enhalf", "ënhalve", "enhalve"):
        whole = read_cardinal(word.removesuffix(half)) if word.endswith(half) else None
        if whole is not None:
            return whole + Fraction(1, 2)
    value = read_cardinal(word)
    return None if value is None else Fraction(value)


def _figures(text: str) -> Fraction | None:
    """Return the value of figures: "1.200", "3,5", "10k", "1e10", "1,1^23", "3/4"."""
    if ratio := _RATIO.fullmatch(text):
        return Fraction(int(ratio[1]), int(ratio[2])) if int(ratio[2]) else None
    match = _FIGURES.fullmatch(text)
    if match is None or not (match["whole"] or match["part"]):
        return None
    whole, part = match["whole"].replace(".", ""), match["part"] or ""
    value = Fraction(int(whole + part), 10 ** len(part))
    if match["exponent"]:
        value *= Fraction(10) ** int(match["exponent"])
    if match["power"]:
        power = int(match["power"].lstrip("+-")) * (-1) ** match["power"].count("-")
        if not value or abs(power) > _MOST_SHIFT:
            return None
        value **= power
    return value * _LETTERS.get(match["letter"], 1)


# ---------------------------------------------------------------------- parts
@cache
def _denominators() -> dict[str, int]:
    """Return "derde", "achtsten", "honderdste", and the same of a large round number."""
    below = {
        spelled_ordinal(n): n for n in range(3, _LARGEST_DENOMINATOR) if n not in (100, 101, 102)
    }
    round_ = {"honderdste": 100, "duizendste": 1000, "miljoenste": 10**6, "biljoenste": 10**12}
    found = below | round_
    return found | {f"{word}n": value for word, value in found.items()}


def _fraction_at(words: Sequence[str], i: int) -> Numeral | None:
    """Read "twee derde", "een kwart", "driekwart", "een-achtste", "drie kwart"."""
    word = _word(words, i).replace("/", "-")
    if word == "driekwart":
        return Numeral(Fraction(3, 4), i + 1)
    if "-" in word[1:]:
        count, _, name = word.partition("-")
        return _part(count, name, i + 1)
    mark = _word(words, i + 1) in {"-", "/"}
    return _part(word, _word(words, i + 1 + mark), i + 2 + mark) if word else None


def _part(count: str, name: str, stop: int) -> Numeral | None:
    value = Fraction(1) if count in _ONE else _of_word(count) if count else None
    if value is None or value.denominator != 1:
        return None
    if name in _HALVES and (value == 1 or name == "kwart"):
        return Numeral(value * _HALVES[name], stop)
    below = _denominators().get(name)
    return Numeral(value / below, stop) if below else None


def _with_fraction(words: Sequence[str], i: int, whole: Numeral) -> Numeral | None:
    """Read a number with a part after it: "drie en een kwart", "2 1/4", "3 miljoen en een half"."""
    joint = whole.stop + (_word(words, whole.stop) == "en")
    part = _fraction_at(words, joint)
    if part is None and _RATIO.fullmatch(_word(words, joint)) and _is_figure(words[i]):
        ratio = _figures(words[joint])
        part = Numeral(ratio, joint + 1) if ratio is not None else None
    if part is None or part.value >= 1 or whole.value.denominator != 1:
        return None
    last = words[whole.stop - 1]
    scale = SCALES.get(last, 1) if whole.stop - 1 > i else 1
    factor = scale if scale >= _FROM_MILLION else 1
    return Numeral(whole.value + part.value * factor, part.stop)


def _share(words: Sequence[str], whole: Numeral) -> Numeral | None:
    """Read a share: "een op de twintig", "1 van de 3"."""
    if whole.value != 1 or _word(words, whole.stop) not in _OF:
        return None
    at = whole.stop + 1 + (_word(words, whole.stop + 1) == "de")
    among = _group_at(words, at)
    if among is None or among.value <= 1:
        return None
    return Numeral(whole.value / among.value, among.stop)


def _with_decimals(words: Sequence[str], whole: Numeral) -> Numeral:
    """Read "vijf komma vijf"; a number without decimals comes back as it is."""
    if _word(words, whole.stop) != "komma":
        return whole
    after = _group_at(words, whole.stop + 1)
    if after is None or after.value.denominator != 1:
        return whole
    digits = len(str(after.value.numerator))
    return Numeral(whole.value + after.value / 10**digits, after.stop)


def ordinal_at(words: Sequence[str], i: int) -> Numeral | None:
    """Return the ordinal that begins at word `i`, None when none does.

    Example:
        In "de tweeduizend zestiende keer" the ordinal at 1 is 2016, up to word 3.
    """
    for stop in range(min(i + _LONGEST_ORDINAL, len(words)), i, -1):
        cardinal = cardinal_of(words[stop - 1])
        if cardinal is None:
            continue
        found = _sum_at([*words[i : stop - 1], cardinal], 0)
        if found and found.stop == stop - i:
            return Numeral(found.value, stop)
    return None
