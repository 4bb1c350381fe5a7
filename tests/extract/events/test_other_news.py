"""Reports about sport, show business and money hold few events; those on money do tell of trade talks and sanctions."""

from __future__ import annotations

import json
import lzma
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from wederhoor.model import DaySet, Report
from wederhoor.pipeline import Reader

pytestmark = pytest.mark.slow

SECTIONS = re.compile(
    r"telegraaf\.nl/(sport|entertainment|financieel)/"
    r"|nu\.nl/(voetbal|wielrennen|tennis|sport-overig|achterklap|film|muziek|games|economie)/"
)
REPORTS = 1000
EVERY = 11  # of the reports of these sections, so that the sample spans all months
EVENTS = 4  # that a hundred reports give at most; asked is 3, and this goes down only


def other_news(shared: Path) -> Iterator[Report]:
    """Yield a fixed sample of the stream, chosen by the section in the address."""
    with lzma.open(shared / "data" / "news-2019.jsonl.xz", "rt", encoding="utf-8") as lines:
        rows = (json.loads(line) for line in lines)
        chosen = (row for row in rows if SECTIONS.search(row["url"]) and len(row["text"]) > 200)
        for row in islice(islice(chosen, 0, None, EVERY), REPORTS):
            day = row["published"][:10]
            yield Report(
                row["id"], row["title"], row["text"], day, DaySet.from_edtf(day), row["outlet"]
            )


def test_other_news_gives_few_events(shared: Path, reader: Reader) -> None:
    readings = [reading for _, reading in reader.read_many(other_news(shared))]
    told = sum(len(reading.mentions) for reading in readings)
    assert len(readings) == REPORTS
    assert told <= EVENTS * REPORTS / 100
