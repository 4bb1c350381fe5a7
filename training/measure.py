"""Figures on held-out text, always from raw text through the pipeline's own tokens."""

from __future__ import annotations

import itertools

from spacy.language import Language
from spacy.tokens import Token

from training.corpus import gold_doc
from training.ud import Sentence


def texts(sentences: list[Sentence]) -> list[list[Sentence]]:
    """Return the sentences grouped by the text they stood in, in order."""
    return [list(group) for _, group in itertools.groupby(sentences, key=lambda s: s.document)]


def tree_figures(nlp: Language, sentences: list[Sentence]) -> dict[str, float]:
    """Score tags, lemmas, trees and sentence starts; a token split otherwise than gold is an error.

    Punctuation is left out of `uas` and `las`; `las` compares labels without their subtype, `las_full` with it. The sentences
    of a text are joined with one space, so headings give the sentence starts no newline.
    """
    right = dict.fromkeys(("upos", "feats", "lemma", "uas", "las", "las_full"), 0)
    total = words = 0
    starts = [0, 0, 0]
    for group in texts(sentences):
        gold = gold_doc(nlp, group, [" "] * (len(group) - 1) + [""])
        found = nlp(gold.text)
        by_start = {token.idx: token for token in found}
        starts[0] += sum(1 for t in gold if t.is_sent_start and _starts(by_start.get(t.idx)))
        starts[1] += sum(1 for t in found if t.is_sent_start)
        starts[2] += sum(1 for t in gold if t.is_sent_start)
        for token in gold:
            other = by_start.get(token.idx)
            same = other is not None and len(other) == len(token)
            total += 1
            words += token.dep_ != "punct"
            if same and other is not None:
                _count(token, other, right)
    figures = {name: right[name] / total for name in ("upos", "feats", "lemma")}
    figures |= {name: right[name] / words for name in ("uas", "las", "las_full")}
    figures["sentences"] = 2 * starts[0] / (starts[1] + starts[2])
    return {name: round(value, 4) for name, value in figures.items()}


def _starts(token: Token | None) -> bool:
    return token is not None and bool(token.is_sent_start)


def _count(gold: Token, found: Token, right: dict[str, int]) -> None:
    right["upos"] += gold.pos_ == found.pos_
    right["feats"] += gold.morph == found.morph
    right["lemma"] += gold.lemma_.lower() == found.lemma_.lower()
    if gold.dep_ == "punct" or gold.head.idx != found.head.idx:
        return
    right["uas"] += 1
    right["las"] += gold.dep_.split(":")[0] == found.dep_.split(":")[0]
    right["las_full"] += gold.dep_ == found.dep_
