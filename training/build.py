"""The whole training, step by step; a step whose result lies in the work folder is not repeated."""

from __future__ import annotations

import itertools
import json
import logging
import random
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import spacy
from spacy.language import Language

from training import bio, cleaning, lemmas, names, network, wordtables
from training.assemble import Parts, assemble
from training.bio import Named
from training.measure import tree_figures
from training.network import Size
from training.renaming import otherwise_named
from training.silver import draw
from training.stream import write_tokens
from training.trees import silver_trees
from training.vectors import train_vectors
from wederhoor_nl.features import FeatureMaker, Tables
from wederhoor_nl.lemmas import Lexicon

log = logging.getLogger(__name__)
STUDENT = Size(width=128, hidden=96, passes=14)
TEACHER = Size(width=128, hidden=96, passes=8)
LOG_FORMAT = "%(asctime)s %(message)s"
_LISTS = Path(__file__).with_name("lists")


@dataclass(frozen=True, slots=True)
class Plan:
    """Where the data lie, where results go, and how long to train.

    Attributes:
        data: the folder with `ud`, `silver`, `ner`, `meantime` and the stream.
        work: a folder for what is made on the way.
        model: the folder that the pipeline is written to.
        student: the network that is shipped.
        teacher: each of the two that make the silver trees.
        parsed: sentences of the stream that those two parse.
        silver: sentences with names that the name tagger learns from.
    """

    data: Path
    work: Path
    model: Path
    student: Size = STUDENT
    teacher: Size = TEACHER
    parsed: int = 60_000
    silver: int = 60_000
    seed: int = 1


@contextmanager
def _step(what: str) -> Iterator[None]:
    begin = time.monotonic()
    log.info("%s ...", what)
    yield
    log.info("%s: %.0f s", what, time.monotonic() - begin)


def build(plan: Plan) -> dict[str, dict[str, float]]:
    """Run every step, write the pipeline to `plan.model`, and return its figures."""
    plan.work.mkdir(parents=True, exist_ok=True)
    tokens, vectors = plan.work / "stream.tokens", plan.work / "vectors.floret"
    if not tokens.exists():
        with _step("tokens of the stream"):
            write_tokens(plan.data / "news-2019.jsonl.xz", tokens)
    if not vectors.exists():
        with _step("vectors"):
            train_vectors(tokens, vectors)
    banks = network.treebanks(plan.data)
    trained = _network(plan, banks, vectors)
    with _step("lemmas"):
        lexicon = _lexicon(plan, banks)
    with _step("names"):
        vocabulary, tables, weights = _names(plan, trained, tokens)
    nlp = assemble(trained, Parts(lexicon, tables, weights), plan.model)
    with _step("figures"):
        figures = _figures(plan, nlp, banks, (vocabulary, tables, weights))
    (plan.model / "figures.json").write_text(json.dumps(figures, indent=2) + "\n")
    return figures


def _network(plan: Plan, banks: network.Treebanks, vectors: Path) -> Language:
    folder = plan.work / "network"
    if not folder.exists():
        with _step("two teachers"):
            teachers = _teachers(plan, vectors)
        with _step("silver trees"):
            rng = random.Random(plan.seed)  # noqa: S311 - training wants it repeatable
            trees = silver_trees(teachers[0], teachers[1], draw(banks.silver, plan.parsed, rng))
            banks = replace(banks, trees=tuple(trees))
        with _step("network"):
            network.train(banks, vectors, plan.student, seed=plan.seed).to_disk(folder)
    return spacy.load(folder)


def _teachers(plan: Plan, vectors: Path) -> list[Language]:
    """Train the two side by side, each in a process of its own: that is what the second core is for."""
    seeds = [plan.seed + 1, plan.seed + 2]
    told = partial(logging.basicConfig, level=logging.INFO, format=LOG_FORMAT)
    with ProcessPoolExecutor(2, mp_context=get_context("spawn"), initializer=told) as pool:
        folders = list(pool.map(_teacher, itertools.repeat(plan), itertools.repeat(vectors), seeds))
    return [spacy.load(folder) for folder in folders]


def _teacher(plan: Plan, vectors: Path, seed: int) -> Path:
    folder = plan.work / f"teacher-{seed}"
    if not folder.exists():
        banks = network.treebanks(plan.data)
        network.train(banks, vectors, plan.teacher, seed=seed).to_disk(folder)
    return folder


def _lexicon(plan: Plan, banks: network.Treebanks) -> Lexicon:
    gold = (sentence for sentences, _ in banks.train[:3] for sentence in sentences)
    silver = lemmas.silver_words(sorted((plan.data / "silver").glob("*.conll.xz")))
    return lemmas.lexicon(lemmas.gold_words(gold), silver)


def _names(plan: Plan, nlp: Language, tokens: Path) -> tuple[list[str], Tables, bytes]:
    lines = tokens.read_text(encoding="utf-8").split("\n")
    words, inside = wordtables.counted(lines)
    habit = wordtables.habits(lines, inside)
    classes = wordtables.frequent_classes(nlp, words, inside, habit)
    places = wordtables.places(inside, habit)
    listed = wordtables.listed(_LISTS, inside, places)
    certain = wordtables.tables({}, places, listed)
    frog = [
        sentence
        for path in sorted((plan.data / "silver").glob("*.conll.xz"))
        for sentence in bio.frog(path)
    ]
    silver = cleaning.cleaned(frog, certain.names)
    first_names = wordtables.first_names(silver)
    tables = wordtables.tables(classes, first_names, places, listed)
    rng = random.Random(plan.seed)  # noqa: S311 - training wants it repeatable
    others = otherwise_named(
        _drawn(plan, silver), sorted(first_names), wordtables.foreign_names(), rng
    )
    sentences = names.tagged(nlp, list(others))
    makers = [FeatureMaker(tables), FeatureMaker(names.forgetful(tables, words))]
    weights = names.train(sentences, makers, plan.work / "names.crf")
    return [word for word, _ in words.most_common()], tables, weights


def _drawn(plan: Plan, silver: Sequence[Named]) -> list[Named]:
    """Return silver sentences, a fifth of them without a name, and the gold of MEANTIME."""
    rng = random.Random(plan.seed)  # noqa: S311 - training wants it repeatable
    named = [sentence for sentence in silver if any(label != "O" for label in sentence.labels)]
    plain = [sentence for sentence in silver if all(label == "O" for label in sentence.labels)]
    drawn = rng.sample(named, min(plan.silver, len(named)))
    drawn += rng.sample(plain, min(plan.silver // 5, len(plain)))
    drawn += bio.meantime(plan.data / "meantime" / "clin26-dev" / "ne")
    rng.shuffle(drawn)
    return drawn


def _figures(
    plan: Plan,
    nlp: Language,
    banks: network.Treebanks,
    tagger: tuple[Iterable[str], Tables, bytes],
) -> dict[str, dict[str, float]]:
    vocabulary, tables, weights = tagger
    yardstick = bio.conll(plan.data / "ner" / "conll2002-ned.testb", vocabulary)
    texts = [names.tagged(nlp, text) for text in yardstick]
    return {
        "alpino_dev": tree_figures(nlp, banks.dev),
        "alpino_test": tree_figures(nlp, banks.test),
        "conll_testb": names.name_figures(weights, tables, texts),
    }
