"""`python -m evaluation.language`: every figure of the Dutch pipeline beside what is asked of it."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

import spacy
from spacy.language import Language

from evaluation.gold import shared
from evaluation.language import handmade, speed, yardsticks
from evaluation.tables import table


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure; `target` is 0 where nothing is asked, `at_most` turns the target round."""

    name: str
    value: float
    target: float = 0.0
    at_most: bool = False
    note: str = ""

    @property
    def reached(self) -> bool:
        """Whether the target is reached."""
        return self.value <= self.target if self.at_most else self.value >= self.target


def main(words: Sequence[str] | None = None) -> int:
    """Measure and print; the exit code is 0 whatever the figures are."""
    options = _options().parse_args(words)
    if not (shared() / "data").is_dir():
        print(f"skipped: no shared material here ({shared()}); WEDERHOOR_SHARED names its folder")
        return 0
    nlp = spacy.load(options.pipeline)
    tallies = _tallies(nlp)
    figures = list(_handmade(tallies))
    if not options.handmade:
        figures += [*_yardsticks(nlp), *_speed(options.pipeline)]
    if options.json:
        rows = [asdict(figure) | {"reached": figure.reached} for figure in figures]
        print(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        print(_table(figures))
    if options.errors:
        for name, tally in tallies.items():
            print(f"\n{name}", *tally.errors, sep="\n  ")
    return 0


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evaluation.language", description=__doc__)
    parser.add_argument("--pipeline", default="wederhoor_nl", help="a spaCy pipeline or its folder")
    parser.add_argument("--json", action="store_true", help="figures as JSON")
    parser.add_argument("--errors", action="store_true", help="also name every wrong decision")
    parser.add_argument("--handmade", action="store_true", help="only the hand-checked sets")
    return parser


def _tallies(nlp: Language) -> dict[str, handmade.Tally]:
    docs = handmade.read_reports(nlp, shared())
    return {
        "compounds": handmade.compounds(docs),
        "compounds, by lemma": handmade.compounds(docs, lemmas=True),
        "particle verbs": handmade.particles(docs),
        "particle verbs, loose": handmade.particles(docs, ("loose", "none", "either")),
        "particle verbs, joined": handmade.particles(docs, ("joined", "whole")),
        "starts around quotes": handmade.boundaries(docs),
    }


def _handmade(tallies: dict[str, handmade.Tally]) -> Iterator[Figure]:
    for name, tally in tallies.items():
        told = f"{tally.right} right of {tally.found} found, {tally.gold} there"
        told += f"; {tally.drifted} drifted" if tally.drifted else ""
        if name == "starts around quotes":
            yield Figure(f"{name}, F", tally.f, 0.97, note=told)
        else:
            yield Figure(f"{name}, P", tally.precision, 0.93, note=told)
            yield Figure(f"{name}, R", tally.recall, 0.85)


def _yardsticks(nlp: Language) -> Iterator[Figure]:
    trees = yardsticks.trees(nlp, shared())
    asked = {"upos": 0.965, "lemma": 0.955, "uas": 0.88, "las": 0.83, "sentences": 0.95}
    for name, target in asked.items():
        yield Figure(f"Alpino test, {name}", trees[name], target)
    names = yardsticks.names(nlp, shared())
    note = f"P {names['p']:.3f}, R {names['r']:.3f}"
    yield Figure("CoNLL-2002 testb, PER+LOC+ORG F", names["f"], 0.74, note=note)


def _speed(pipeline: str) -> Iterator[Figure]:
    figures = speed.measure(pipeline, shared())
    yield Figure("words a second, one core", figures["words"], 10_000)
    yield Figure("load time, s", figures["load"], 2, at_most=True)
    yield Figure("resident memory, MB", figures["memory"], 700, at_most=True)


def _table(figures: Sequence[Figure]) -> str:
    rows = (
        [
            figure.name,
            _number(figure.value),
            ("at most " if figure.at_most else "at least ") + _number(figure.target),
            "" if figure.reached else "short",
            figure.note,
        ]
        for figure in figures
    )
    return table(["figure", "now", "asked", "", "counts"], rows)


def _number(value: float) -> str:
    return f"{value:.3f}" if value < 1 else f"{value:,.1f}"


if __name__ == "__main__":
    sys.exit(main())
