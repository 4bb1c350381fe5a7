"""Frog's parts of speech as silver: only those that today's treebanks translate in one way.

A CGN tag such as N(soort,mv,basis) nearly always is NOUN with Number=Plur in UD; the auxiliaries
among the verbs, and what Frog is not sure of, teach nothing.
"""

from __future__ import annotations

import lzma
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from training.ud import Sentence

#: Verbs that are an auxiliary or a copula at times: the tag does not tell.
_AUXILIARIES = frozenset(
    [
        "zijn",
        "hebben",
        "worden",
        "zullen",
        "kunnen",
        "moeten",
        "mogen",
        "willen",
        "gaan",
        "komen",
        "laten",
        "blijven",
        "doen",
        "lijken",
        "blijken",
        "schijnen",
        "heten",
        "hoeven",
        "dienen",
        "durven",
        "staan",
        "zitten",
        "liggen",
        "lopen",
        "raken",
    ]
)
_COLUMNS, _SHORTEST, _LONGEST = 5, 5, 40
_SURE, _ONE_WAY, _SEEN = 0.9, 0.98, 20
#: A tag that is no label of the network: spaCy takes it as "unknown".
UNKNOWN = ("X", "Unknown=Yes")

Translation = dict[str, tuple[str, str]]
Tagged = list[tuple[str, str, str]]


def translation(sentences: Iterable[Sentence]) -> Translation:
    """Learn from gold words which UD tag and features a CGN tag stands for."""
    counts: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for sentence in sentences:
        for word in sentence.words:
            if word.lemma not in _AUXILIARIES:
                counts[word.xpos][word.upos, word.feats] += 1
    found = {}
    for tag, ways in counts.items():
        best, seen = ways.most_common(1)[0]
        if seen >= _SEEN and seen / ways.total() >= _ONE_WAY:
            found[tag] = best
    return found


def frog_tags(paths: Iterable[Path], ways: Translation) -> Iterator[Tagged]:
    """Yield Frog's sentences as word, UD tag, features; `UNKNOWN` where nothing can be learned."""
    words: Tagged = []
    for path in paths:
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = line.rstrip("\n").split("\t")
                if len(row) > _COLUMNS:
                    words += _row(row, ways)
                elif words:
                    yield words
                    words = []


def _row(row: list[str], ways: Translation) -> Tagged:
    parts = [part for part in row[1].split("_") if part] or [row[1]]
    if len(parts) > 1:
        return [(part, *UNKNOWN) for part in parts]
    tag = row[4].replace("(", "|").replace(",", "|").rstrip(")").rstrip("|")
    sure = float(row[5]) >= _SURE and row[2] not in _AUXILIARIES
    return [(row[1], *(ways.get(tag, UNKNOWN) if sure else UNKNOWN))]


def silver_examples(nlp: Language, sentences: list[Tagged]) -> list[Example]:
    """Return examples that teach tags and nothing of trees."""
    found = []
    for sentence in sentences:
        words = [word for word, _, _ in sentence]
        reference = Doc(
            nlp.vocab, words=words, pos=[tag for _, tag, _ in sentence],
            morphs=[feats for _, _, feats in sentence],
            sent_starts=[i == 0 for i in range(len(words))],
        )  # fmt: skip
        found.append(Example(Doc(nlp.vocab, words=words), reference))
    return found


def draw(silver: Sequence[Tagged], size: int, rng: random.Random) -> list[Tagged]:
    """Return `size` sentences by chance, of five to forty words."""
    drawn = rng.sample(silver, min(len(silver), 2 * size))
    return [sentence for sentence in drawn if _SHORTEST <= len(sentence) <= _LONGEST][:size]
