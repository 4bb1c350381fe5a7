"""`python -m evaluation.factuality`: whether what is told as certain is read so.

The yardstick is the Dutch part of MEANTIME (Wikinews) as annotated for CLIN26: each event word has a
certainty and a polarity. Where our reader finds an event, or is shown the annotated word, its realis must
say the same: planned, hypothetical and possible events are not certain, denied ones negative.

Source: Minard et al., MEANTIME, the NewsReader Multilingual Event and Time Corpus (LREC 2016).
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from evaluation.gold import shared
from wederhoor.extract.events import find_candidates
from wederhoor.extract.events.lexicon import load_lexicon
from wederhoor.extract.events.realis import find_realis
from wederhoor.extract.events.triggers import Candidate
from wederhoor.language import Pipeline, load_pipeline
from wederhoor.model import Analysis, Realis

_CERTAIN = frozenset({Realis.ACTUAL, Realis.DENIED})
_WORD, _EVENT, _SURE, _SIGN = 1, 2, 3, 4  # columns


@dataclass(frozen=True, slots=True)
class Marked:
    """An annotated event word: its characters, and whether it is told as certain and as positive."""

    start: int
    end: int
    certain: bool
    positive: bool


@dataclass(slots=True)
class Accuracy:
    """How many event words were judged, and how many right in both respects."""

    judged: int = 0
    right: int = 0

    @property
    def share(self) -> float:
        """Share that is right."""
        return self.right / self.judged if self.judged else 0.0


def folder() -> Path:
    """Return where the annotated reports are, or would be."""
    return shared() / "data" / "meantime" / "clin26-dev" / "factuality"


def read_marked(path: Path) -> tuple[str, list[Marked]]:
    """Return the text of one report, its words apart, and its annotated event words."""
    text, marked = "", []
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) <= _SIGN:
            text = text.rstrip() + "\n\n" if text else ""
            continue
        start = len(text)
        text += cells[_WORD] + " "
        if cells[_EVENT].startswith("B-") and cells[_SURE] != "_":
            marked.append(
                Marked(
                    start,
                    start + len(cells[_WORD]),
                    cells[_SURE] == "B-CERTAIN",
                    cells[_SIGN] == "B-POS",
                )
            )
    return text.rstrip(), marked


def measure(paths: Iterable[Path], pipeline: Pipeline) -> tuple[Accuracy, Accuracy]:
    """Return the accuracy on the events that we find, and on every annotated event word."""
    found, shown = Accuracy(), Accuracy()
    for path in paths:
        text, marked = read_marked(path)
        analysis = pipeline.analyse(text)
        for accuracy, candidates in (
            (found, find_candidates(analysis)),
            (shown, tuple(_every_word(analysis, marked))),
        ):
            _judge(accuracy, analysis, marked, candidates)
    return found, shown


def _every_word(analysis: Analysis, marked: Iterable[Marked]) -> Iterator[Candidate]:
    """Yield each annotated word as if it were a trigger."""
    rule = next(rule for rule in load_lexicon().rules if rule.id == "assault.aanvallen")
    starts = {item.start for item in marked}
    for token in analysis.tokens:
        if token.start in starts:
            yield Candidate(token.i, token.i, token.i + 1, rule, token.upos != "VERB")


def _judge(
    accuracy: Accuracy,
    analysis: Analysis,
    marked: Iterable[Marked],
    candidates: Iterable[Candidate],
) -> None:
    by_start = {item.start: item for item in marked}
    for candidate in candidates:
        item = by_start.get(analysis.tokens[candidate.token].start)
        realis = find_realis(analysis, candidate) if item else None
        if item is None or realis is None:
            continue
        accuracy.judged += 1
        same = (realis in _CERTAIN) == item.certain
        accuracy.right += same and (realis is not Realis.DENIED) == item.positive


def main() -> int:
    """Measure and print; the exit code is 0 whatever the figures are."""
    if not folder().is_dir():
        print(f"skipped: no annotated reports here ({folder()}); WEDERHOOR_SHARED names the folder")
        return 0
    measured = measure(sorted(folder().glob("*.factuality")), load_pipeline())
    for name, accuracy in zip(("events found", "every event word"), measured, strict=True):
        print(f"{name}: {accuracy.right} of {accuracy.judged} right, {accuracy.share:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
