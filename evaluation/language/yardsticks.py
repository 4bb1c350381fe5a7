"""Figures on public test files: the Alpino treebank's test part, and the names of CoNLL-2002 testb.

Comes in: a pipeline and the shared folder. Goes out: figures by name, from 0 to 1.
"""

from __future__ import annotations

import json
import lzma
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc
from training.bio import Named, conll
from training.measure import tree_figures
from training.ud import read

_ALPINO = Path("data", "ud", "nl_alpino-ud-test.conllu.xz")
_CONLL = Path("data", "ner", "conll2002-ned.testb")
_STREAM = Path("data", "news-2019.jsonl.xz")
_KINDS = frozenset({"PER", "LOC", "ORG"})
_NO_SPACE_BEFORE = frozenset(".,:;!?)'\"”’»")
_ACCENTED = re.compile(r"\w*[ëéèêöïüäóáçñ]\w*")

Span = tuple[int, int, str]


def trees(nlp: Language, shared: Path) -> dict[str, float]:
    """Return tags, lemmas, trees and sentence starts on the Alpino test part, from raw text."""
    return tree_figures(nlp, read(shared / _ALPINO))


def names(nlp: Language, shared: Path) -> dict[str, float]:
    """Return precision, recall and F of PER, LOC and ORG together: exact ends, right kind.

    The words are those of the file, whose damaged accents are put back as the stream writes them;
    each of its sentences stands on a line of its own.
    """
    right = found = gold = 0
    for text in conll(shared / _CONLL, _vocabulary(shared)):
        doc = _lines(nlp, text)
        said = {(e.start, e.end, e.label_) for e in doc.ents if e.label_ in _KINDS}
        true = {span for span in _gold(text) if span[2] in _KINDS}
        right, found, gold = right + len(said & true), found + len(said), gold + len(true)
    return {"p": right / max(1, found), "r": right / gold, "f": 2 * right / (found + gold)}


def _lines(nlp: Language, text: list[Named]) -> Doc:
    words = [word for sentence in text for word in (*sentence.words, "\n")]
    tight = [after in _NO_SPACE_BEFORE or "\n" in (word, after) for word, after in pairwise(words)]
    doc = Doc(nlp.vocab, words=words, spaces=[*(not one for one in tight), False])
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc


def _gold(text: list[Named]) -> set[Span]:
    spans: set[Span] = set()
    first, kind = 0, ""
    labels = [label for sentence in text for label in (*sentence.labels, "O")]
    for place, label in enumerate(labels):
        if kind and label != f"I-{kind}":
            spans.add((first, place, kind))
            kind = ""
        if label.startswith("B-") or (label.startswith("I-") and not kind):
            first, kind = place, label[2:]
    return spans


def _vocabulary(shared: Path) -> list[str]:
    """Return the words of the stream with an accent, the most common first."""
    counts: Counter[str] = Counter()
    with lzma.open(shared / _STREAM, "rt", encoding="utf-8") as lines:
        for line in lines:
            counts.update(_ACCENTED.findall(json.loads(line)["text"]))
    return [word for word, _ in counts.most_common()]
