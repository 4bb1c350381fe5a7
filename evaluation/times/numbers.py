"""Numbers read beside numbers expected: the number cases of Recognizers-Text.

A case is right when its text gives the expected numbers, all of them and no other, in their order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from pathlib import Path

from evaluation.times.specs import Case, cases
from evaluation.times.verdict import Verdict
from wederhoor.extract.quantities.numerals import Numeral, numeral_at, ordinal_at
from wederhoor.language import Pipeline

FILES = ("NumberModel", "OrdinalModel")
_CLOSE = 1e-9
_RELATIVE = ("current", "end")  # "de vorige" is given as a number counted from here

Reader = Callable[[Sequence[str], int], Numeral | None]


def judge(shared: Path, pipeline: Pipeline) -> Iterator[Verdict]:
    """Yield the verdict on every case of cardinals and ordinals."""
    for file in FILES:
        reader: Reader = ordinal_at if file == "OrdinalModel" else numeral_at
        found = [case for case in cases(shared, "Number", file) if not _is_relative(case)]
        texts = (case.text for case in found)
        for case, analysis in zip(found, pipeline.analyse_many(texts), strict=True):
            read = list(_read([token.lower for token in analysis.tokens], reader))
            expected = [value[0] for one in case.expected for value in one.values[:1]]
            right = len(read) == len(expected) and all(map(_is_same, read, expected))
            shown = " ".join(f"{float(value):g}" for value in read) or "nothing"
            yield Verdict(case.name, case.text, right, shown, " ".join(expected) or "nothing")


def _is_relative(case: Case) -> bool:
    return any(value[0].startswith(_RELATIVE) for one in case.expected for value in one.values)


def _read(words: Sequence[str], reader: Reader) -> Iterator[Fraction]:
    i = 0
    while i < len(words):
        found = reader(words, i)
        if found:
            yield found.value
        i = found.stop if found else i + 1


def _is_same(read: Fraction, expected: str) -> bool:
    wanted = float(expected.replace(",", "."))
    return abs(float(read) - wanted) <= _CLOSE * max(1.0, abs(wanted))
