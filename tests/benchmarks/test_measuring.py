"""The benchmark measures the road that reports really take."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from benchmarks.__main__ import main
from benchmarks.measuring import FULL, full_reports, measure_steps


@pytest.fixture
def stream(tmp_path: Path) -> Path:
    """A stream of three full reports and a teaser."""
    path = tmp_path / "stream.jsonl"
    body = "Rebellen hebben de haven van Aden beschoten; er vielen acht doden. " * 8
    rows = [
        {"id": f"r{n}", "published": "2021-05-12", "title": "", "text": f"{body}{n}"}
        for n in range(3)
    ]
    rows.insert(1, {"id": "kort", "published": "2021-05-12", "title": "", "text": "Kort bericht."})
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_only_full_reports_are_read(stream: Path) -> None:
    found = full_reports(stream, 10)
    assert [report.id for report in found] == ["r0", "r1", "r2"]
    assert all(len(report.body) > FULL for report in found)


def test_every_step_takes_time(stream: Path) -> None:
    spent = measure_steps(full_reports(stream, 3))
    assert list(spent) == ["language", "extract", "attribution", "store"]
    assert all(seconds > 0 for seconds in spent.values())


@pytest.mark.slow
def test_figures_stand_beside_their_targets(
    stream: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sizes = ["--sample", "1", "--linking", "60", "--web", "60"]
    assert main(["--stream", str(stream), *sizes]) == 0
    told = capsys.readouterr().out
    assert "target: at least 2500" in told
    assert "target: at most 1500" in told
    assert "60 reports in the record" in told
    assert "the pages of a record of 60 reports" in told
    assert " 0 failed" in told


def test_without_a_stream_it_is_skipped(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--stream", str(tmp_path / "none.jsonl")]) == 0
    assert capsys.readouterr().out.startswith("skipped")
