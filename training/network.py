"""Train tagger, morphology, sentence starts and parser together on one shared encoder."""

from __future__ import annotations

import logging
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.language import Language
from spacy.training import Example
from spacy.training.initialize import convert_vectors
from spacy.util import load_config, load_model_from_config
from thinc.api import Adam, NumpyOps, Optimizer, fix_random_seed, set_current_ops

from training.corpus import examples
from training.measure import tree_figures
from training.renaming import Name
from training.silver import Tagged, draw, frog_tags, silver_examples, translation
from training.tokens import adapt
from training.ud import Sentence, modernise, read, without
from training.wordtables import foreign_names
from wederhoor_nl.vectors import CachedVectors

log = logging.getLogger(__name__)
#: The highest learning rate, and the words that one step sees.
PEAK = 0.002
BATCH_WORDS = 800
DROPOUT = 0.2
#: Sentences in one pass: with Frog's tags only, with silver trees too.
SILVER, SILVER_TREES = 1500, 6000
#: The share of training after which only gold teaches.
GOLD_FROM = 0.75
#: The share of training over which the rate rises.
WARM_UP = 0.02
_CONFIG = Path(__file__).with_name("parser.cfg")


@dataclass(frozen=True, slots=True)
class Treebanks:
    """The sentences to learn from, with the share of each that one pass sees, and the two to measure on."""

    train: tuple[tuple[list[Sentence], float], ...]
    dev: list[Sentence]
    test: list[Sentence]
    silver: tuple[Tagged, ...] = ()
    trees: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Size:
    """The widths of a network's encoder and of its parser; how often it goes through the treebanks."""

    width: int
    hidden: int
    passes: int


def treebanks(data: Path) -> Treebanks:
    """Read all gold UD and Frog's tags; nothing of the test or development text is learned from."""
    folder = data / "ud"
    dev = read(folder / "nl_alpino-ud-dev.conllu.xz")
    test = read(folder / "nl_alpino-ud-test.conllu.xz")
    lassy = [*read(folder / "nl_lassysmall-ud-dev.conllu.xz"),
             *read(folder / "nl_lassysmall-ud-test.conllu.xz")]  # fmt: skip
    old = read(folder / "nl_lassysmall-2017-train.conllu.xz")
    shares = (
        (read(folder / "nl_alpino-cdb-train.conllu.xz"), 1.0),
        (read(folder / "nl_alpino-nonnews-train.conllu.xz"), 0.3),
        (lassy, 1.0),
        ([modernise(sentence) for sentence in without(old, lassy)], 0.5),
    )
    train = tuple((without(sentences, dev, test), share) for sentences, share in shares)
    ways = translation([*train[0][0], *train[2][0]])
    silver = frog_tags(sorted((data / "silver").glob("*.conll.xz")), ways)
    return Treebanks(train, dev, test, tuple(silver))


def one_pass(
    banks: Treebanks, nlp: Language, rng: random.Random, names: Sequence[Name] = ()
) -> list[Example]:
    """Draw the examples of one pass: neighbouring sentences stay together."""
    drawn: list[Example] = []
    for sentences, share in banks.train:
        runs = [sentences[i : i + 20] for i in range(0, len(sentences), 20)]
        kept = rng.sample(runs, round(share * len(runs)))
        drawn += examples(nlp, [sentence for run in kept for sentence in run], rng, names)
    if banks.trees:
        some = rng.sample(banks.trees, min(len(banks.trees), SILVER_TREES))
        drawn += examples(nlp, some, rng)
    drawn += silver_examples(nlp, draw(banks.silver, SILVER, rng))
    rng.shuffle(drawn)
    return drawn


def train(
    banks: Treebanks, vectors: Path, size: Size, *, seed: int = 1, keep: Path | None = None
) -> Language:
    """Return the network after all its passes, over which the learning rate falls to nothing.

    Args:
        banks: what to learn from; its `trees` teach until `GOLD_FROM` of the passes are done.
        vectors: the floret vectors.
        size: how wide it is and how often the treebanks are gone through.
        seed: what every draw by chance starts from.
        keep: a folder that each pass writes its network to, so that a run can be stopped early.
    """
    # numpy's matrix product is three times as fast as thinc's own on one core.
    set_current_ops(NumpyOps(use_blis=False))
    fix_random_seed(seed)
    rng = random.Random(seed)  # noqa: S311 - training wants it repeatable
    overrides = {
        "components.tok2vec.model.encode.width": size.width,
        "components.parser.model.hidden_width": size.hidden,
    }
    config = load_config(_CONFIG, overrides=overrides)
    nlp = load_model_from_config(config, auto_fill=True)
    adapt(nlp)
    convert_vectors(nlp, vectors, truncate=0, prune=-1, mode="floret")
    _use_cached(nlp)
    optimizer = Adam(PEAK, beta2=0.999, L2=0.01, L2_is_weight_decay=True, grad_clip=1.0,
                     use_averages=True)  # fmt: skip
    gold = replace(banks, train=banks.train[:3], silver=(), trees=())
    nlp.initialize(lambda: one_pass(gold, nlp, rng), sgd=optimizer)
    _use_cached(nlp)
    names = foreign_names()
    for number in range(size.passes):
        late = number >= GOLD_FROM * size.passes
        drawn = one_pass(replace(banks, trees=()) if late else banks, nlp, rng, names)
        losses = _pass(nlp, drawn, optimizer, (number, size.passes), rng)
        with nlp.use_params(optimizer.averages):
            figures = tree_figures(nlp, banks.dev)
            if keep is not None:
                nlp.to_disk(keep)
        log.info("pass %d of %d: %s %s", number + 1, size.passes, losses, figures)
    with nlp.use_params(optimizer.averages):
        frozen = nlp.to_bytes()
    return nlp.from_bytes(frozen)


def _pass(
    nlp: Language,
    drawn: list[Example],
    optimizer: Optimizer,
    turn: tuple[int, int],
    rng: random.Random,
) -> dict[str, float]:
    """Take one step per batch of some 800 words; return the losses."""
    losses: dict[str, float] = {}
    number, passes = turn
    cut = batches(drawn, BATCH_WORDS, rng)
    for step, batch in enumerate(cut):
        done = (number + step / len(cut)) / passes
        optimizer.learn_rate = PEAK * min(done / WARM_UP, (1 - done) / (1 - WARM_UP))
        nlp.update(batch, drop=DROPOUT, sgd=optimizer, losses=losses)
    return {name: round(value) for name, value in losses.items()}


def batches(drawn: list[Example], words: int, rng: random.Random) -> list[list[Example]]:
    """Cut the examples into batches of about `words` words, alike in length, in random order."""
    cut: list[list[Example]] = []
    size = words
    for example in sorted(drawn, key=lambda e: (len(e.predicted), rng.random())):
        if size + len(example.predicted) > words:
            cut.append([])
            size = 0
        cut[-1].append(example)
        size += len(example.predicted)
    rng.shuffle(cut)
    return cut


def _use_cached(nlp: Language) -> None:
    """Put the remembering vectors in the place of the plain ones."""
    plain = nlp.vocab.vectors
    if not isinstance(plain, CachedVectors):
        cached = CachedVectors(strings=nlp.vocab.strings)
        cached.from_bytes(plain.to_bytes())
        nlp.vocab.vectors = cached
