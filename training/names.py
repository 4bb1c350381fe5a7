"""Train the name tagger: a CRF on cleaned silver and gold names, and measure it."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import pycrfsuite
from spacy.language import Language
from spacy.tokens import Doc

from training.bio import Named
from wederhoor_nl.agreement import agree
from wederhoor_nl.features import FeatureMaker, Tables
from wederhoor_nl.known import settle
from wederhoor_nl.names import spans

#: Kinds of the lists that do not come from the stream.
_BY_HAND = frozenset({"org", "dem", "land"})
#: How strongly large weights are held down: the labels are silver, and names of other years count.
_SMOOTH = 8.0


def tagged(nlp: Language, sentences: Sequence[Named]) -> list[Named]:
    """Return the sentences with the parts of speech that the trained network gives them."""
    docs = (Doc(nlp.vocab, words=list(sentence.words)) for sentence in sentences)
    with nlp.select_pipes(enable=["tok2vec", "morphologizer"]):
        return [
            replace(sentence, tags=tuple(token.pos_ for token in doc))
            for sentence, doc in zip(sentences, nlp.pipe(docs), strict=True)
        ]


def train(
    sentences: Iterable[Named], makers: Sequence[FeatureMaker], out: Path, *, rounds: int = 80
) -> bytes:
    """Train the CRF and return its weights; the sentences must be `tagged`.

    The makers take turns. The first knows every word of the stream; the other one forgets the
    rarer names, so that the tagger learns to do without: tomorrow's names are in no table.
    """
    turns = itertools.cycle(makers)
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(
        {"c1": 0.2, "c2": _SMOOTH, "max_iterations": rounds, "feature.minfreq": 3,
         "feature.possible_transitions": True}
    )  # fmt: skip
    for sentence in sentences:
        maker = next(turns)
        trainer.append(maker.sentence(list(sentence.words), list(sentence.tags)), sentence.labels)
    trainer.train(str(out))
    return out.read_bytes()


def forgetful(tables: Tables, words: Counter[str], *, least: int = 150) -> Tables:
    """Return the tables without the names that were seen fewer than `least` times.

    The lists written by hand stay: they are there for tomorrow's text too.
    """
    known = {
        word: found
        for word, found in tables.words.items()
        if word[0].islower() or words[word] >= least
    }
    names = {
        first: tuple(
            (name, kind) for name, kind in found if kind in _BY_HAND or words[first] >= least
        )
        for first, found in tables.names.items()
    }
    return Tables(known, {first: found for first, found in names.items() if found})


def name_figures(
    weights: bytes, tables: Tables, texts: Iterable[Sequence[Named]]
) -> dict[str, float]:
    """Return F per kind and "PER+LOC+ORG" over all: whole names, exact ends, right kind."""
    tagger = pycrfsuite.Tagger()
    tagger.open_inmemory(weights)
    maker = FeatureMaker(tables)
    counts: Counter[tuple[str, str]] = Counter()
    for text in texts:
        words: list[str] = []
        gold: set[tuple[int, int, str]] = set()
        raw: list[tuple[int, int, str]] = []
        for sentence in text:
            base = len(words)
            labels = tagger.tag(maker.sentence(list(sentence.words), list(sentence.tags)))
            gold |= {(base + a, base + b, kind) for a, b, kind in spans(list(sentence.labels))}
            settled = settle(sentence.words, spans(labels), tables.names)
            raw += [(base + a, base + b, kind) for a, b, kind in settled]
            words += sentence.words
        found = set(agree(words, raw))
        counts.update(("gold", span[2]) for span in gold)
        counts.update(("found", span[2]) for span in found)
        counts.update(("right", span[2]) for span in gold & found)
    groups: dict[str, tuple[str, ...]] = {kind: (kind,) for kind in ("PER", "LOC", "ORG", "MISC")}
    groups["PER+LOC+ORG"] = ("PER", "LOC", "ORG")
    figures = {}
    for name, kinds in groups.items():
        total = {
            what: sum(counts[what, kind] for kind in kinds) for what in ("right", "gold", "found")
        }
        figures[name] = round(2 * total["right"] / max(1, total["gold"] + total["found"]), 4)
    return figures
