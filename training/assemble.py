"""Put the trained parts together into the package `wederhoor_nl`."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language

import wederhoor_nl
from wederhoor_nl.features import Tables
from wederhoor_nl.lemmas import DutchLemmas, Lexicon
from wederhoor_nl.names import CrfNames

#: What stays in the string store: every label, and nothing of the texts that were read.
_DESCRIPTION = "Dutch news: tags, morphology, lemmas, UD trees, sentences, names."
#: Tokens of the tokenizer's list of abbreviations that are words at the end of a sentence.
_WORDS = ("hand.", "best.", "dat.", "mand.", "art.", "pers.", "Red.", "red.", "dag.", "bel.", "V.")


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
    return network
