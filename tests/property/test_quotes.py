"""Every row of the claims file quotes its report exactly, whatever the report holds."""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterator
from io import StringIO
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from wederhoor.export import write_claims
from wederhoor.model import DaySet, Report
from wederhoor.pipeline import Reader
from wederhoor.query import build_record

REPORTS = 1000
EVERY = 90  # the stream holds some 93,000 reports, so that these lie spread over all of it

WORDS = [
    "aanval", "aanslag", "gedood", "schoten", "raketten", "tien doden", "geen gewonden", "opgepakt",
    "volgens Iran", "aldus de minister", "Iran ontkent", "zouden", "eist", "de VS", "zondag", "in Irak",
    "sancties", "staking", "vielen", "aan", "op", "de basis", "naar eigen zeggen", "opgeëist",
    "twee dagen later", "2019", "’s", "zegt dat", "beschuldigt", "van", "het", "een", "en", "die",
]  # fmt: skip
MARKS = [
    "„", "”", "“", '"', "‘", "’", "'", ",,", "''", ":", ".", ",", "\n", "\n\n", "\r\n", "\t", "\u2028",
    "\u00a0", "\u200b", "\ufeff", "\x00", "\ud800", "e\u0301", "🚀", "ﬁ", "İ", "ß", "-", "–", "(", ")",
]  # fmt: skip
DUTCH = st.lists(st.sampled_from(WORDS + MARKS), max_size=40).map(" ".join)
GLUED = st.lists(st.sampled_from(WORDS + MARKS), max_size=25).map("".join)
ANY = st.text(st.characters(), max_size=80)


Row = dict[str, Any]


def rows(reader: Reader, *reports: Report) -> Iterator[Row]:
    """Yield the rows that reading these reports gives."""
    readings = [reading for _, reading in reader.read_many(reports)]
    stream = StringIO()
    write_claims(build_record(reports, readings), stream)
    yield from map(json.loads, stream.getvalue().split("\n")[:-1])


@settings(max_examples=150, suppress_health_check=list(HealthCheck))
@given(
    title=st.just("") | DUTCH, body=st.one_of(DUTCH, GLUED, ANY, st.tuples(DUTCH, ANY).map("".join))
)
@example(title="", body="")
@example(title="Iran: tien doden bij aanval", body="\n\n \r\n")
@example(title="", body="Bij een aanslag in Irak\u2028zijn tien mensen gedood, aldus „de minister")
@example(title="", body="🚀" * 30 + " Rebellen vielen de basis aan.\x00 Volgens Iran: tien doden.")
def test_any_text_is_read_and_quoted_exactly(reader: Reader, title: str, body: str) -> None:
    report = Report("bericht", title, body, "2019-09-16", DaySet.from_edtf("2019-09-16"))
    for row in rows(reader, report):
        start, end = row["start"], row["end"]
        assert 0 <= start < end <= len(report.text)
        assert row["quote"] == report.text[start:end]


@pytest.mark.slow
def test_a_thousand_reports_of_the_stream_are_quoted_exactly(reader: Reader, shared: Path) -> None:
    reports = {report.id: report for report in stream(shared / "data" / "news-2019.jsonl.xz")}
    assert len(reports) == REPORTS
    found = list(rows(reader, *reports.values()))
    assert found
    for row in found:
        text = reports[row["report"]].text
        assert row["quote"] == text[row["start"] : row["end"]]
        assert row["quote"]


def stream(path: Path) -> Iterator[Report]:
    """Yield reports spread over a stream."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in islice(lines, 0, REPORTS * EVERY, EVERY):
            found = json.loads(line)
            days = DaySet.from_edtf(found["published"][:10])
            yield Report(found["id"], found["title"], found["text"], found["published"], days)
