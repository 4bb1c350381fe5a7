"""The hand-checked sets: passages with every attribution in them, and quotes with their speaker.

Rows hold a report's id, character offsets in its title, blank line and text, what a reader decided, and
a digest of the words read, because the texts may not be copied. A row whose words have changed is
left out and counted. README.md says how they were drawn and annotated.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.language.handmade import digest, texts
from wederhoor.attribution import Attribution, read_attributions
from wederhoor.extract import mend
from wederhoor.extract.actors import read_actors
from wederhoor.language import Pipeline

FOLDER = Path(__file__).parent

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Read:
    """One report as read by the system: its text and its attributions."""

    text: str
    attributions: tuple[Attribution, ...]


def rows(name: str, split: str = "") -> list[Row]:
    """Return the rows of "passages", "quotes" or "claims"; of one split ("dev", "test") if named."""
    with (FOLDER / f"{name}.jsonl").open(encoding="utf-8") as lines:
        found = [json.loads(line) for line in lines]
    return [row for row in found if not split or row["split"] == split]


def read_reports(pipeline: Pipeline, shared: Path, wanted: Iterable[Row]) -> Mapping[str, Read]:
    """Return every report that the rows are of, read."""
    found = texts(shared, {row["report"] for row in wanted})
    analyses = pipeline.analyse_many(found.values())
    made: dict[str, Read] = {}
    for (name, text), analysis in zip(found.items(), analyses, strict=True):
        mended = mend(analysis)
        made[name] = Read(text, read_attributions(mended, read_actors(mended)))
    return made


def same(found: Iterable[Row], reports: Mapping[str, Read]) -> Iterator[tuple[Row, Read]]:
    """Yield rows with their report, as far as the words are still the ones that were read."""
    for row in found:
        read = reports.get(row["report"])
        if read and digest(read.text[row["start"] : row["end"]]) == row["sha256"]:
            yield row, read


def speaker_right(row: Row, read: Read) -> bool | None:
    """Tell whether a quote has its speaker; None when it has none and should have one.

    Of the attributions that hold the quote the closest one counts; it is right when its words or its
    name are among those of the speaker.
    """
    holding = [
        (_beyond(one, row), one.rule == "by.carrier", number)
        for number, one in enumerate(read.attributions)
        if one.source is not None and _holds(one, row)
    ]
    if not holding:
        return True if row["unknown"] else None
    one = read.attributions[min(holding)[-1]]
    names = {
        word
        for start, end in row["speakers"]
        for word in read.text[start:end].casefold().split()
        if len(word) > 2  # noqa: PLR2004 - "de", "K"
    }
    by_place = any(
        start < one.source_span.end and one.source_span.start < end
        for start, end in row["speakers"]
        if one.source_span
    )
    said = (one.source.name if one.source else "").casefold().split()
    return by_place or bool(names & set(said) - {"van", "een", "der"})


def _holds(one: Attribution, row: Row) -> bool:
    shared = sum(
        max(0, min(span.end, row["end"]) - max(span.start, row["start"])) for span in one.content
    )
    return bool(2 * shared > row["end"] - row["start"])


def _beyond(one: Attribution, row: Row) -> int:
    """Return how many characters of an attribution lie outside the quote."""
    return sum(
        max(0, row["start"] - span.start) + max(0, span.end - row["end"]) for span in one.content
    )
