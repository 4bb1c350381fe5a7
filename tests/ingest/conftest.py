"""Reads real files from a temporary folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from wederhoor.ingest import read_reports
from wederhoor.model import Report, Skipped

Outcome = list[Report | Skipped]


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., Outcome]:
    """Write `content` to a file of that name and return all that reading it yields."""

    def from_file(name: str, content: bytes | str, published: str | None = None) -> Outcome:
        path = tmp_path / name
        data = content.encode("utf-8") if isinstance(content, str) else content
        path.write_bytes(data)
        return list(read_reports([str(path)], published=published))

    return from_file
