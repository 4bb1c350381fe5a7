from __future__ import annotations

import logging
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.records import harbour_raid

from wederhoor.cli.main import main
from wederhoor.store import Store

Say = Callable[..., Result]
Shell = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    """A record of the raid on the harbour."""
    path = tmp_path / "harbour.db"
    with Store.open(path) as store:
        for report, reading in harbour_raid():
            store.add(report, reading)
    return path


@pytest.fixture
def say(harbour: Path, monkeypatch: pytest.MonkeyPatch) -> Say:
    """Give a command on the harbour's record, in this process, in English."""
    monkeypatch.setenv("WEDERHOOR_RECORD", str(harbour))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    hook, log = sys.excepthook, logging.getLogger("wederhoor")

    def run(*words: str) -> Result:
        try:
            return CliRunner().invoke(main, words, prog_name="wederhoor")
        finally:
            sys.excepthook = hook
            log.handlers.clear()  # `--debug` logs to the standard error of that one command
            log.setLevel(logging.NOTSET)

    return run


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """Give a command as a process of its own, in an empty folder."""

    def run(
        *words: str, given: bytes = b"", **environment: str
    ) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "wederhoor.cli", *words],
            input=given,
            capture_output=True,
            check=False,
            cwd=tmp_path,
            env={**_environment(), **environment},
        )

    return run


def _environment() -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "WEDERHOOR"))}
    source = str(Path(__file__).parents[2] / "src")
    kept["PYTHONPATH"] = os.pathsep.join(filter(None, [source, kept.get("PYTHONPATH", "")]))
    return {**kept, "LC_ALL": "C.UTF-8"}
