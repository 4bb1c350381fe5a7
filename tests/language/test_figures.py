"""The shipped weights still reach the figures that were measured when they were trained."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import spacy
from training.measure import tree_figures
from training.ud import read

import wederhoor_nl

MODEL = Path(wederhoor_nl.__file__).with_name("model")
TOLERANCE = 0.002
KEPT = frozenset({"upos", "feats", "lemma", "uas", "las", "las_full", "sentences"})


@pytest.fixture(scope="module")
def figures() -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = json.loads((MODEL / "figures.json").read_text("utf-8"))
    return found


def test_the_weights_come_with_their_figures(figures: dict[str, dict[str, float]]) -> None:
    assert set(figures) == {"alpino_dev", "alpino_test", "conll_testb"}
    assert set(figures["alpino_test"]) == set(figures["alpino_dev"]) == KEPT
    assert all(0 <= value <= 1 for row in figures.values() for value in row.values())


@pytest.mark.slow
def test_the_weights_still_reach_their_figures_on_the_test_treebank(
    shared: Path, figures: dict[str, dict[str, float]]
) -> None:
    treebank = shared / "data" / "ud" / "nl_alpino-ud-test.conllu.xz"
    if not treebank.exists():
        pytest.skip(f"the test treebank is not in the shared material ({treebank})")
    measured = tree_figures(spacy.load("wederhoor_nl"), read(treebank))
    short = {
        name: (measured[name], told)
        for name, told in figures["alpino_test"].items()
        if measured[name] < told - TOLERANCE
    }
    assert short == {}, "measured, told in figures.json"
