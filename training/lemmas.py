"""Build the lexicon of lemmas from gold and silver words."""

from __future__ import annotations

import lzma
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from training.ud import Sentence
from wederhoor_nl.lemmas import Lexicon

_KINDS = frozenset({"NOUN", "VERB", "ADJ"})
_CGN = {"WW": "VERB", "ADJ": "ADJ", "N(soort": "NOUN"}
#: A silver word must be seen this often, with this share for one lemma, to be believed.
_SILVER_SEEN, _SILVER_SHARE = 2, 0.7
_SURE = 0.8
_COLUMNS = 5
_ENDING_SEEN, _ENDING_SHARE = 3, 0.6

Counts = dict[str, Counter[str]]


def gold_words(sentences: Iterable[Sentence]) -> Counts:
    """Count the lemmas of every "POS word"; a verb's own lemma without its loose particle."""
    counts: Counts = defaultdict(Counter)
    for sentence in sentences:
        loose = {w.head: w.form.lower() for w in sentence.words if w.dep == "compound:prt"}
        for i, word in enumerate(sentence.words):
            kind = "VERB" if word.upos == "AUX" else word.upos
            form = word.form if kind == "PROPN" else word.form.lower()
            lemma = word.lemma if kind == "PROPN" else word.lemma.lower()
            counts[f"{kind} {form}"][lemma.removeprefix(loose.get(i, ""))] += 1
    return counts


def silver_words(paths: Iterable[Path]) -> Counts:
    """Count Frog's lemmas of nouns, verbs and adjectives, the sure ones."""
    counts: Counts = defaultdict(Counter)
    for path in paths:
        for form, lemma, tag, sure in _silver_rows(path):
            kind = _CGN.get(tag.split(",")[0]) or _CGN.get(tag.split("(")[0])
            if kind and sure >= _SURE and "_" not in form and form.isalpha():
                counts[f"{kind} {form.lower()}"][lemma.lower()] += 1
    return counts


def _silver_rows(path: Path) -> Iterator[tuple[str, str, str, float]]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = line.rstrip("\n").split("\t")
            if len(row) > _COLUMNS and "_" not in row[5]:
                yield row[1], row[2], row[4], float(row[5])


def lexicon(gold: Counts, silver: Counts) -> Lexicon:
    """Join the counts to a lexicon: gold first, silver where gold is silent, endings from both."""
    words = {key: lemmas.most_common(1)[0][0] for key, lemmas in gold.items()}
    for key, lemmas in silver.items():
        best, seen = lemmas.most_common(1)[0]
        total = lemmas.total()
        if key not in words and total >= _SILVER_SEEN and seen / total >= _SILVER_SHARE:
            words[key] = best
    return _pruned(Lexicon(words, _endings(words)))


def _endings(words: dict[str, str]) -> dict[str, tuple[int, str]]:
    """Learn what each ending becomes, from the words themselves."""
    counts: dict[str, Counter[tuple[int, str]]] = defaultdict(Counter)
    for key, lemma in words.items():
        kind, form = key.split(" ", 1)
        if kind in _KINDS:
            rule = _change(form, lemma)
            for cut in range(max(1, len(form) - 6), len(form)):
                if len(form) - cut >= rule[0]:
                    counts[f"{kind} {form[cut:]}"][rule] += 1
    sure = {}
    for ending, rules in counts.items():
        best, seen = rules.most_common(1)[0]
        if seen >= _ENDING_SEEN and seen / rules.total() >= _ENDING_SHARE:
            sure[ending] = best
    return sure


def _change(form: str, lemma: str) -> tuple[int, str]:
    """Return how many characters go and what comes: "aanvallen" -> "aanval" is (3, "")."""
    same = 0
    while same < min(len(form), len(lemma)) and form[same] == lemma[same]:
        same += 1
    return len(form) - same, lemma[same:]


def _pruned(full: Lexicon) -> Lexicon:
    """Leave out the endings that a shorter ending gives too, and words that are their own lemma elsewhere."""
    endings = {}
    for key, rule in full.endings.items():
        kind, ending = key.split(" ", 1)
        shorter = next(
            (full.endings[f"{kind} {ending[i:]}"] for i in range(1, len(ending))
             if f"{kind} {ending[i:]}" in full.endings), None)  # fmt: skip
        if rule != shorter:
            endings[key] = rule
    words = {
        key: lemma
        for key, lemma in full.words.items()
        if key.split(" ", 1)[0] in _KINDS or lemma != _as_written(key)
    }
    return Lexicon(words, endings)


def _as_written(key: str) -> str:
    kind, form = key.split(" ", 1)
    return form if kind == "PROPN" else form.lower()
