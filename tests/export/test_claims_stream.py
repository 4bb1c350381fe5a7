"""Laws of the claims file over the public news stream, where that is at hand beside the repository."""

from __future__ import annotations

import io
import json
import random
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

import pytest

from wederhoor.export import claim_rows, write_claims
from wederhoor.ingest import read_reports
from wederhoor.model import Report
from wederhoor.pipeline import Reader
from wederhoor.query import load_record
from wederhoor.runners import run
from wederhoor.store import Store

STREAM = Path(__file__).parents[3] / "shared" / "data" / "news-2019.jsonl.xz"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not STREAM.exists(), reason="the news stream is not beside the repository"),
]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def stream(count: int) -> list[Report]:
    found = (item for item in read_reports([str(STREAM)]) if isinstance(item, Report))
    return list(islice(found, count))


def exported(reports: Sequence[Report], reader: Reader, path: Path) -> str:
    with Store.open(path) as store:
        run(reports, lambda: reader, store)
        written = io.StringIO()
        write_claims(load_record(store), written)
    return written.getvalue()


def test_over_a_thousand_reports_every_quote_is_its_span(reader: Reader, tmp_path: Path) -> None:
    reports = stream(1000)
    texts = {report.id: report.text for report in reports}
    with Store.open(tmp_path / "r.db") as store:
        outcome = run(reports, lambda: reader, store)
        rows = list(claim_rows(load_record(store)))
    assert not outcome.set_aside
    assert len(rows) > 100
    for row in rows:
        assert row["quote"] == texts[row["report"]][row["start"] : row["end"]]
        assert row["quote"]


def test_any_order_of_adding_gives_the_same_file_byte_for_byte(
    reader: Reader, tmp_path: Path
) -> None:
    reports = stream(200)
    straight = exported(reports, reader, tmp_path / "straight.db")
    shuffled = random.Random(7).sample(reports, len(reports))  # noqa: S311 - no secret
    assert exported(shuffled, reader, tmp_path / "shuffled.db") == straight
    assert all(json.loads(row) for row in straight.splitlines())


def test_adding_the_same_reports_again_changes_nothing(reader: Reader, tmp_path: Path) -> None:
    reports = stream(100)
    once = exported(reports, reader, tmp_path / "r.db")
    assert exported(reports, reader, tmp_path / "r.db") == once
