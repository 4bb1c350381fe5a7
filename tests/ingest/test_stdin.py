"""Standard input: JSONL when it begins with a brace, else one text report."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import wederhoor
from wederhoor.ingest import read_reports
from wederhoor.model import Report, Skipped

ROW = b'{"id": "x1", "published": "2024-03-02", "text": "De kade is afgesloten."}\n'


def read(data: bytes) -> list[Report | Skipped]:
    stream = io.BytesIO(data)
    found = list(read_reports(["-"], stdin=stream, outlet="De Waddenbode"))
    assert not stream.closed
    return found


def test_lines_of_json_are_reports() -> None:
    found = read(b"\xef\xbb\xbf\n " + ROW + b"kapot\n" + ROW.replace(b"x1", b"x2"))
    assert [getattr(item, "id", "aside") for item in found] == ["x1", "aside", "x2"]
    assert isinstance(found[1], Skipped)
    assert found[1].where == "stdin:3"


def test_anything_else_is_one_text_report_named_by_its_content() -> None:
    (report,) = read(b"date 2024-03-02 De kade is afgesloten.")
    (again,) = read(b"date 2024-03-02\nDe kade is afgesloten.\n")
    assert isinstance(report, Report)
    assert report == again
    assert report.id.startswith("stdin-")
    assert report.outlet == "De Waddenbode"


def test_nothing_at_all_is_set_aside() -> None:
    (skipped,) = read(b"")
    assert isinstance(skipped, Skipped)
    assert (skipped.where, skipped.reason) == ("stdin", "empty")


def test_lines_are_read_as_they_come_through_a_pipe() -> None:
    script = (
        "from wederhoor.ingest import read_reports\n"
        "for item in read_reports(['-']): print(item.id, flush=True)\n"
    )
    source = Path(wederhoor.__file__).parents[1]
    with subprocess.Popen(
        [sys.executable, "-c", script],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(source)},
    ) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(ROW)
        process.stdin.flush()
        assert process.stdout.readline() == b"x1\n"
        process.stdin.write(ROW.replace(b"x1", b"x2"))
        process.stdin.close()
        assert process.stdout.readline() == b"x2\n"
        process.stdin = None
