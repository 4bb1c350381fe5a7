"""Expressions of a real stream, drawn by chance and read by hand: `checked.jsonl`.

A row holds a report's id, the character offsets in its title, blank line and text, a digest of the words,
the kind of expression and what it means there: EDTF for days, an offset in days for what counts from
another event, a TIMEX3 value for a clock, duration or repetition, least and most for a count, and
"none" for words that only look like one. The texts may not be copied. A row whose words have changed is
left out.

How the rows were drawn: from the reports of April to July 2019, by chance within each kind, from what a
broad net of words of time and numbers catches, not from what the rules find.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from evaluation.language.handmade import digest, texts
from evaluation.times.verdict import Verdict
from wederhoor.extract.quantities import read_quantities
from wederhoor.extract.times import read_expressions
from wederhoor.language import Pipeline
from wederhoor.model import Analysis, DaySet, QuantityMention, TimeMention

ROWS = Path(__file__).with_name("checked.jsonl")
NONE = "none"

Row = dict[str, Any]


def rows() -> list[Row]:
    """Return the rows, in the order of the file."""
    with ROWS.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def judge(shared: Path, pipeline: Pipeline) -> Iterator[Verdict]:
    """Yield the verdict on every row whose words are still the ones that were read."""
    wanted = rows()
    found = texts(shared, {row["report"] for row in wanted})
    read = dict(zip(found, pipeline.analyse_many(found.values()), strict=True))
    for row in wanted:
        analysis = read.get(row["report"])
        words = analysis.text[row["start"] : row["stop"]] if analysis else ""
        if analysis is None or digest(words) != row["sha256"]:
            continue
        values = list(_values(row, analysis))
        accepted = {row["value"], *row.get("also", [])}
        right = not accepted.isdisjoint(values or [NONE])
        name = f"{row['kind']}:{row['report']}:{row['start']}"
        yield Verdict(name, words, right, " ".join(values) or NONE, row["value"])


def _values(row: Row, analysis: Analysis) -> Iterator[str]:
    """Yield what is read at the words of a row."""
    if row["kind"] == "count":
        mentions: Iterator[Any] = iter(read_quantities(analysis))
    else:
        mentions = iter(read_expressions(analysis, DaySet.from_edtf(row["published"])))
    for mention in mentions:
        span = analysis.span(mention.first, mention.stop)
        if span.start < row["stop"] and span.end > row["start"]:
            yield _count(mention) if row["kind"] == "count" else _time(mention)


def _time(mention: TimeMention) -> str:
    if mention.offset is not None:
        return "{:+d}/{:+d}".format(*mention.offset)
    return mention.edtf() or mention.value


def _count(mention: QuantityMention) -> str:
    number = mention.quantity
    if number is None:
        return "unknown"
    high = "" if number.high is None else number.high
    return f"{number.low}..{high}{'~' if number.approximate else ''}"
