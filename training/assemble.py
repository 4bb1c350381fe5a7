"""Put the trained parts together into the package `wederhoor_nl`."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language

import wederhoor_nl
from wederhoor_nl.features import Tables
from wederhoor_nl.lemmas import DutchLemmas, Lexicon
from wederhoor_nl.names import CrfNames

_DESCRIPTION = "Dutch news: tags, morphology, lemmas, UD trees, sentences, names."


@dataclass(frozen=True, slots=True)
class Parts:
    """What training made: lexicon of lemmas, tables and weights of the names."""

    lexicon: Lexicon
    tables: Tables
    weights: bytes


def assemble(network: Language, parts: Parts, folder: Path) -> Language:
    """Write the whole pipeline to `folder` and return it."""
    network.add_pipe("dutch_sentence_starts", after="senter")
    lemmas = network.add_pipe("dutch_lemmas", last=True)
    network.add_pipe("particle_verbs", last=True)
    names = network.add_pipe("crf_names", last=True)
    if not isinstance(lemmas, DutchLemmas) or not isinstance(names, CrfNames):
        msg = "the package wederhoor_nl and these scripts are not of one version"
        raise TypeError(msg)
    lemmas.lexicon = parts.lexicon
    names.learn(parts.weights, parts.tables)
    network.meta.update(
        name="wederhoor_nl",
        version=wederhoor_nl.__version__,
        description=_DESCRIPTION,
        license="CC BY-SA 4.0",
    )
    shutil.rmtree(folder, ignore_errors=True)
    network.to_disk(folder)
    _forget_words(network, folder / "vocab" / "strings.json")
    return network


def _forget_words(nlp: Language, path: Path) -> None:
    """Keep the labels in the string store, and none of the words that were read in training."""
    kept = {label for labels in nlp.pipe_labels.values() for label in labels}
    kept |= {feats for label in kept for feats in _without_tag(label)}
    for rule in _rules(nlp):
        kept.update(str(value) for token in rule for value in token.values())
    path.write_text(json.dumps(sorted(kept), ensure_ascii=False))


def _without_tag(label: str) -> set[str]:
    """Return the features of a morphologizer's label, together and one by one."""
    feats = [part for part in label.split("|") if "=" in part and not part.startswith("POS=")]
    return {"|".join(feats), *feats, *(half for part in feats for half in part.split("="))} - {""}


def _rules(nlp: Language) -> list[list[dict[int, str]]]:
    return list(getattr(nlp.tokenizer, "rules", {}).values())
