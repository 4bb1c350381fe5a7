"""From annotated reports to figures, by the same road as a user's: add, export, score."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from evaluation.gold import Gold
from wederhoor.export import write_claims
from wederhoor.ingest import read_reports
from wederhoor.pipeline import Reader
from wederhoor.query import load_record
from wederhoor.runners import run
from wederhoor.store import Store

Figures = dict[str, Any]
"""What the scorer prints as JSON."""


class EvaluationError(Exception):
    """The evaluation cannot go on; the message says why."""


def export_claims(docs: Path, target: Path) -> int:
    """Read reports into a fresh record and write its claims file; return the number of rows.

    Raises:
        EvaluationError: a report could not be read.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder, Store.open(Path(folder) / "record.db") as store:
        outcome = run(read_reports([str(docs)]), Reader, store)
        if outcome.set_aside:
            told = "; ".join(f"{item.where}: {item.detail}" for item in outcome.set_aside)
            raise EvaluationError(f"reports were set aside: {told}")
        with target.open("w", encoding="utf-8") as stream:
            return write_claims(load_record(store), stream)


def score(gold: Gold, claims: Path, errors: int = 0) -> Figures:
    """Return the scorer's figures for a claims file; its first misses go to standard error.

    Raises:
        EvaluationError: the scorer failed.
    """
    command = [sys.executable, str(gold.script), str(gold.docs), str(gold.annotations), str(claims)]
    done = subprocess.run(
        [*command, "--json", "--errors", str(errors)],
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise EvaluationError(f"the scorer ended with {done.returncode}")
    figures: Figures = json.loads(done.stdout)
    return figures
