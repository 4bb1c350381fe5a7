"""Make the table of `wederhoor_nl.compounds`: which words are parts of compounds, and how well.

Comes in: UD treebanks (their lemmas mark the seams of compounds: `raket_aanval`), Frog's tags, and
word counts of the news stream before July 2019, whose July reports are the test. Goes out: words
with kinds, lemmas and scores, and the weights of a logistic regression over `shape`.

Treebanks leave many compounds whole ("luchthaven"), so a first model is fitted, what it is sure of
in the whole words is taken as a seam unless `whole_words.txt` denies it, and a second model is
fitted, which then reads the nouns of the stream in the same way, twice.

    python -m training.compound_words ../shared/data compounds.gz
"""

from __future__ import annotations

import math
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from training.compound_lexicon import Seen, lexicon, read_data
from wederhoor_nl.compounds import THRESHOLD, Part, Seam, Splitter, shape, write

WHOLE = Path(__file__).parent / "lists" / "whole_words.txt"
#: What a first model says of a word that the treebank leaves whole.
_SEAM_AFTER_ALL = -0.8
#: In the stream: surely cut, surely whole.
_SURE, _SURELY_NOT = 2.0, -2.5
_RARE, _SHORT, _PENALTY, _STEPS, _ROUNDS = 3, 7, 1.0, 30, 2
_MOSTLY = 0.6
_EVIDENCE = ("left odds", "left seen", "left count", "right odds", "right seen", "right count")

#: The candidates in a word, and whether each is a seam.
Candidates = list[tuple[Seam, bool]]
Examples = dict[str, Candidates]


class Model:
    """The regression while it is fitted: evidence for words as parts, and weights."""

    def __init__(self, seen: Seen, candidates: Splitter) -> None:
        self.seen = seen
        self.candidates = candidates
        self.left: dict[str, list[int]] = {}
        self.right: dict[str, list[int]] = {}
        self.weights: dict[str, float] = {}
        self._known: dict[tuple[str, int, str], bool] = {}

    def fit(self, examples: Examples) -> None:
        """Learn from examples: evidence by counting, weights by Newton's method."""
        self._count(examples)
        listed = [(word, *one) for word, candidates in examples.items() for one in candidates]
        rows = [self._features(word, seam) for word, seam, _ in listed]
        names = sorted({name for row in rows for name in row})
        table = np.array([[row.get(name, 0.0) for name in names] for row in rows])
        right = np.array([float(is_seam) for *_, is_seam in listed])
        found = np.zeros(len(names))
        for _ in range(_STEPS):
            odds = 1 / (1 + np.exp(-table @ found))
            slope = table.T @ (odds - right) + _PENALTY * found
            curve = (table.T * (odds * (1 - odds))) @ table + _PENALTY * np.eye(len(names))
            found -= np.linalg.solve(curve, slope)
        self.weights = dict(zip(names, found.tolist(), strict=True))

    def score(self, word: str, seam: Seam) -> float:
        """Return the log odds of a seam, its own example left out of the evidence."""
        features = self._features(word, seam)
        return sum(self.weights.get(name, 0.0) * value for name, value in features.items())

    def ranked(self, word: str) -> list[tuple[float, Seam]]:
        """Return the candidates in a word, the best first."""
        found = [(self.score(word, seam), seam) for seam in self.candidates.seams(word)]
        return sorted(found, key=lambda row: (-row[0], row[1].at))

    def _count(self, examples: Examples) -> None:
        self.left, self.right, self._known = {}, {}, {}
        for word, candidates in examples.items():
            for seam, is_seam in candidates:
                self.left.setdefault(seam.lemma, [0, 0])[not is_seam] += 1
                self.right.setdefault(seam.head.lemma, [0, 0])[not is_seam] += 1
                self._known[word, seam.at, seam.lemma] = is_seam

    def _features(self, word: str, seam: Seam) -> dict[str, float]:
        own = self._known.get((word, seam.at, seam.lemma))
        features = dict(shape(word, seam))
        features.update(self._evidence("left", seam.lemma, seam.lemma, own=own))
        features.update(self._evidence("right", seam.head.lemma, word[seam.at :], own=own))
        return features

    def _evidence(
        self, side: str, lemma: str, form: str, *, own: bool | None = None
    ) -> Iterator[tuple[str, float]]:
        """Yield what is known of a word as a part: how often it was one, and how often it is."""
        counted = (self.left if side == "left" else self.right).get(lemma, (0, 0))
        proved, denied = counted[0] - (own is True), counted[1] - (own is False)
        yield f"{side} odds", math.log((proved + 0.5) / (denied + 0.5))
        yield f"{side} seen", math.log1p(proved)
        yield f"{side} count", math.log1p(self.seen.counts[form])

    def splitter(self) -> Splitter:
        """Return what is shipped: the evidence for each word summed into two numbers."""
        words = {}
        for form, part in self.candidates.words.items():
            left = self._sum(self._evidence("left", part.lemma, part.lemma))
            right = self._sum(self._evidence("right", part.lemma, form))
            words[form] = Part(part.lemma, part.kind, left, right)
        weights = {n: w for n, w in self.weights.items() if n not in _EVIDENCE}
        return Splitter(words, weights)

    def _sum(self, features: Iterable[tuple[str, float]]) -> float:
        return sum(self.weights.get(name, 0.0) * value for name, value in features)


def gold_examples(seen: Seen, candidates: Splitter) -> Examples:
    """Return the candidates in the treebanks' nouns; what is not found or has more parts is left out."""
    examples: Examples = {}
    for word, parts in sorted(seen.split.items()):
        found = [(s, [s.lemma, s.head.lemma] == parts) for s in candidates.seams(word)]
        if any(is_seam for _, is_seam in found):
            examples[word] = found
    for word in sorted(seen.whole - set(seen.split)):
        if found := [(seam, False) for seam in candidates.seams(word)]:
            examples[word] = found
    return examples


def corrected(examples: Examples, model: Model, denied: set[str]) -> Examples:
    """Return the examples with the seams that the treebanks left out and the model finds."""
    found: Examples = {}
    for word, candidates in examples.items():
        if word in model.seen.split or word in denied:
            found[word] = candidates
        else:
            score, best = model.ranked(word)[0]
            found[word] = [(s, s == best and score > _SEAM_AFTER_ALL) for s, _ in candidates]
    return found


def stream_examples(model: Model, known: Examples) -> Examples:
    """Return the nouns of the stream of which the model is sure, cut or whole."""
    found: Examples = {}
    for word, n in model.seen.counts.items():
        if word in known or not _may_be_compound(model, word, n):
            continue
        if not (ranked := model.ranked(word)):
            continue
        score, best = ranked[0]
        if score > _SURE or score < _SURELY_NOT:
            found[word] = [(seam, seam == best and score > _SURE) for _, seam in ranked]
    return found


def _may_be_compound(model: Model, word: str, n: int) -> bool:
    if n < _RARE or len(word) < _SHORT or not word.isalpha():
        return False
    if model.seen.capitals[word] > _MOSTLY * n:
        return False
    part = model.candidates.words.get(word)
    if part is not None and part.kind != "n":
        return False
    return word not in model.seen.tags or model.seen.noun_share(word) >= 1 / 2


def _denied(seen: Seen) -> set[str]:
    """Return the words that are no compounds, in every form that the data know."""
    listed = {w for w in WHOLE.read_text(encoding="utf-8").split("\n") if w[:1].isalpha()}
    lemmas = {lemma for word in listed for kind, lemma in seen.tags.get(word, ()) if kind == "n"}
    forms = {
        w
        for w, tags in seen.tags.items()
        if any(kind == "n" and lemma in lemmas for kind, lemma in tags)
    }
    return listed | lemmas | forms


def never_split(found: Splitter, seen: Seen, denied: set[str]) -> Splitter:
    """Return the splitter with the words marked that it would split wrongly: names, verbs, denied."""
    words = dict(found.words)
    for word, tags in seen.tags.items():
        other = seen.noun_share(word) < 1 / 2 and tags.total() > 1
        name = seen.capitals[word] > _MOSTLY * seen.counts[word] > _RARE and other
        if (other or name or word in denied) and _would_split(found, word):
            part = words.get(word)
            words[word] = replace(part, kind=part.kind.upper()) if part else Part(word, "W")
    return Splitter(words, found.weights)


def _would_split(found: Splitter, word: str) -> bool:
    if "-" in word:
        return len(found.split(word)) > 1
    return any(found.score(word, seam) > THRESHOLD for seam in found.seams(word))


def build(folder: Path) -> Splitter:
    """Return the splitter that the data in a folder give."""
    seen = read_data(folder)
    denied = _denied(seen)
    model = Model(seen, Splitter(lexicon(seen)))
    first = gold_examples(seen, model.candidates)
    model.fit(first)
    gold = corrected(first, model, denied)
    model.fit(gold)
    for _ in range(_ROUNDS):
        model.fit(gold | stream_examples(model, gold))
    return never_split(model.splitter(), seen, denied)


def main(words: Sequence[str]) -> int:
    """Write the table: data folder and output file."""
    folder, target = map(Path, words)
    write(build(folder), target)
    print(f"{target}: {target.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
