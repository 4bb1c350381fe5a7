"""Split Dutch compounds at their main seam, so that the head of an unknown word is known.

A compound is split in two: what specifies, and the head, each as its lemma. A part may be a
compound itself; asking again splits it further. Linking elements (-s-, -en-, -e-, -er-) belong to
neither part. A hyphen is a seam. Derivations ("aanval", "regering", "overwinning") and words whose
parts no longer explain them ("vliegtuig") stay whole: precision before quantity.

Every place in a word where a known word stands before a known noun is a candidate; its score adds
what training learned of both words as parts and of the link between them (a logistic regression,
`training/compound_words.py`), and the best one counts when it is above `THRESHOLD`.

Example:
    >>> split_compound("raketaanvallen")
    ('raket', 'aanval')
    >>> split_compound("luchtmachtbasis")
    ('luchtmacht', 'basis')
    >>> split_compound("regering")
    ('regering',)

Not handled: parts that change their letters ("scheepswerf", "zonneschijn" stay whole), three words
that hyphens link into one meaning, words of other parts of speech than nouns.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path

#: The score above which a seam is believed: the log odds of being one.
THRESHOLD = 0.5
#: Prepositions that before a noun nearly always belong to a verb: "doorvaart" is from "doorvaren".
PARTICLES = frozenset(
    [
        "aan",
        "af",
        "door",
        "heen",
        "in",
        "mee",
        "mis",
        "na",
        "neer",
        "om",
        "op",
        "over",
        "samen",
        "terug",
        "toe",
        "uit",
        "voort",
        "weer",
    ]
)
#: Words that hyphens link to their neighbours on both sides: "staakt-het-vuren", "een-na-laatste".
_LINKING = frozenset(
    [
        "aan",
        "and",
        "bij",
        "de",
        "een",
        "en",
        "het",
        "in",
        "na",
        "of",
        "op",
        "te",
        "tot",
        "van",
        "voor",
    ]
)
_DATA = Path(__file__).with_name("compounds.gz")
_CAPACITY = 200_000
_SHORTEST, _SHORTEST_LEFT, _SHORTEST_RIGHT = 5, 2, 3
_LONGEST_COUNTED = 10
#: A longer "word" is an address or a mistake, and each character costs time.
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Part:
    """What is known of a word as part of a compound.

    Attributes:
        lemma: its lemma ("raketten" -> "raket").
        kind: "n" noun, "v" stem of a verb, "a" adjective, "q" number, "e" name, "x" other; in
            capitals when the word is never split; "W" for a word that is never split nor a part.
        left: how well it specifies, in log odds.
        right: how well it is a head, in log odds.
    """

    lemma: str
    kind: str
    left: float = 0.0
    right: float = 0.0


@dataclass(frozen=True, slots=True)
class Seam:
    """A place where a word may be cut.

    Attributes:
        at: the first character of the head.
        lemma: what specifies, without linking element, as its lemma.
        link: the linking element; "p" when the part is a plural form, "" for none.
        left: what is known of the first part.
        head: what is known of the head.
    """

    at: int
    lemma: str
    link: str
    left: Part
    head: Part


@dataclass(frozen=True, slots=True)
class Splitter:
    """Known words and learned weights; `split` is what it is for.

    Attributes:
        words: what is known of a word in lower case.
        weights: log odds by feature, see `shape`.
    """

    words: Mapping[str, Part] = field(default_factory=dict)
    weights: Mapping[str, float] = field(default_factory=dict)

    def split(self, word: str) -> tuple[str, ...]:
        """Return the parts of a noun, the head last: "raketaanval" -> ("raket", "aanval")."""
        if len(word) > _LONGEST or not word.strip("-"):
            return (word,)
        if "-" in word:
            return self._at_hyphen(word)
        if len(word) < _SHORTEST or self._is_whole(word.lower()):
            return (word,)
        lower = word.lower()
        best = self._best(lower) or self._after_compound(lower)
        return (best.lemma, best.head.lemma) if best else (word,)

    def seams(self, word: str) -> Iterator[Seam]:
        """Yield the places where a known part stands before a known noun."""
        for at in range(_SHORTEST_LEFT, len(word) - _SHORTEST_RIGHT + 1):
            head = self._noun(word[at:])
            if head is None:
                continue
            for lemma, link, left in self._lefts(word[:at]):
                yield Seam(at, lemma, link, left, head)

    def score(self, word: str, seam: Seam) -> float:
        """Return the log odds that a word is cut at a seam."""
        known = sum(self.weights.get(name, 0.0) * x for name, x in shape(word, seam))
        return known + seam.left.left + seam.head.right

    def _best(self, word: str) -> Seam | None:
        found = [(self.score(word, seam), -seam.at, seam) for seam in self.seams(word)]
        score, _, seam = max(found, key=lambda row: row[:2], default=(THRESHOLD, 0, None))
        return seam if score > THRESHOLD else None

    def _after_compound(self, word: str) -> Seam | None:
        """Return the seam after an unknown compound: "luchtafweer" + "raket"."""
        for at in range(2 * _SHORTEST_RIGHT, len(word) - _SHORTEST_RIGHT):
            head = self._noun(word[at:])
            if head is None:
                continue
            for stem, link in _stems(word[:at]):
                if link in {"", "s"} and stem not in self.words and self._best(stem):
                    return Seam(at, stem, link, Part(stem, "n"), head)
        return None

    def _is_whole(self, lower: str) -> bool:
        known = self.words.get(lower)
        return known is not None and known.kind != "n"

    def _lefts(self, text: str) -> list[tuple[str, str, Part]]:
        """Return what a first part can stand for: its lemma, the link, and what is known of it."""
        if text in PARTICLES:
            return []
        found: dict[str, tuple[str, str, Part]] = {}
        for stem, link in _stems(text):
            part = self.words.get(stem)
            if part is None or part.kind == "W" or (link and part.lemma != stem):
                continue
            if link == "er" and self._lemma(stem + "eren") != stem:
                continue
            if not link or part.kind.lower() == "n" or (link == "e" and part.kind == "a"):
                shown = link or ("" if part.lemma == stem else "p")
                found.setdefault(part.lemma, (part.lemma, shown, part))
        return list(found.values())

    def _noun(self, form: str) -> Part | None:
        """Return what is known of a noun, of its singular if the form itself is not known."""
        for singular in (form, *_singulars(form)):
            known = self.words.get(singular)
            if known is not None:
                return known if known.kind.lower() == "n" else None
        return None

    def _lemma(self, form: str) -> str:
        known = self.words.get(form)
        return known.lemma if known else ""

    def _at_hyphen(self, word: str) -> tuple[str, ...]:
        """Cut at the last hyphen, or after it: "win-winsituatie" -> "win-win", "situatie"."""
        if self._is_whole(word.lower()):
            return (word,)
        left, _, right = word.rpartition("-")
        if not left.strip("-0123456789") or not right.isalpha() or len(right) < _SHORTEST_RIGHT:
            return (word,)
        if left.lower().rpartition("-")[2] in _LINKING:
            return (word,)
        known = self._noun(right.lower())
        if known is None and (inner := self._goes_on(left, right.lower())):
            return inner
        return (left, known.lemma if known else right)

    def _goes_on(self, left: str, right: str) -> tuple[str, ...]:
        """Cut after the hyphen where what stands before the cut is a word: "e-mail" + "account"."""
        for at in range(_SHORTEST_LEFT, len(right) - _SHORTEST_RIGHT + 1):
            head = self._noun(right[at:])
            joined = f"{left}-{right[:at]}"
            if head and (joined.lower() in self.words or left.lower() == right[:at]):
                return (joined, head.lemma)
        return ()


def shape(word: str, seam: Seam) -> Iterator[tuple[str, float]]:
    """Yield the features of a cut that do not depend on which words the parts are."""
    right = len(word) - seam.at
    yield "bias", 1.0
    yield "left length", float(min(seam.at, _LONGEST_COUNTED))
    yield "right length", float(min(right, _LONGEST_COUNTED))
    yield "short left", float(seam.at <= _SHORTEST_RIGHT)
    yield "short right", float(right <= _SHORTEST_RIGHT)
    yield f"link {seam.link}", 1.0
    yield f"kind {seam.left.kind.lower()}", 1.0


def _singulars(form: str) -> Iterator[str]:
    """Yield what a plural may be of: "tochten" -> "tocht", "bommen" -> "bom", "jagers" -> "jager"."""
    if len(form) > _SHORTEST and form.endswith("en"):
        yield form[:-2]
        if form[-3] == form[-4]:
            yield form[:-3]
    elif form.endswith(("'s", "’s")):
        yield form[:-2]
    elif len(form) > _SHORTEST and form.endswith("s"):
        yield form[:-1]


def _stems(text: str) -> Iterator[tuple[str, str]]:
    yield text, ""
    if len(text) <= _SHORTEST_RIGHT:
        return
    if text[-1] in "se":
        yield text[:-1], text[-1]
    if text.endswith("en"):
        yield text[:-2], "en"
    if text.endswith("er"):
        yield text[:-2], "er"


def write(splitter: Splitter, path: Path) -> None:
    """Write words and weights as one compressed table, sorted: equal ones are equal bytes."""
    rows = [f"={name}\t{weight:.3f}" for name, weight in sorted(splitter.weights.items())]
    for form, part in sorted(splitter.words.items()):
        lemma = "" if part.lemma == form else part.lemma
        row = f"{form}\t{part.kind}\t{lemma}\t{part.left * 10:.0f}\t{part.right * 10:.0f}"
        rows.append(row.replace("\t-0", "\t0"))
    path.write_bytes(gzip.compress("\n".join(rows).encode(), mtime=0))


def read(path: Path) -> Splitter:
    """Read what `write` wrote.

    Raises:
        OSError: there is no such file.
    """
    words: dict[str, Part] = {}
    weights: dict[str, float] = {}
    for row in gzip.decompress(path.read_bytes()).decode().split("\n"):
        name, *rest = row.split("\t")
        if name.startswith("="):
            weights[name[1:]] = float(rest[0])
        else:
            words[name] = Part(rest[1] or name, rest[0], int(rest[2]) / 10, int(rest[3]) / 10)
    return Splitter(words, weights)


@cache
def splitter() -> Splitter:
    """Return the splitter that is shipped, read once."""
    return read(_DATA)


@lru_cache(_CAPACITY)
def split_compound(word: str) -> tuple[str, ...]:
    """Return the parts of a noun from left to right, the head last; a word alone if it has none.

    Args:
        word: a noun as written or as its lemma; of other words nothing is promised.

    Example:
        >>> split_compound("VN-gezant")
        ('VN', 'gezant')
        >>> split_compound("krantenartikel")
        ('krant', 'artikel')
    """
    return splitter().split(word)


def head_of(word: str) -> str:
    """Return the head of a compound, the word itself if it is none: "droneaanval" -> "aanval"."""
    return split_compound(word)[-1]
