"""The annotated reports, and the scorer that comes with them.

They lie outside the repository, in the folder that `WEDERHOOR_SHARED` names (default: `../shared` beside
the repository), so a clone without them still passes its checks.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Protocol, cast

ROOT = Path(__file__).resolve().parents[1]
"""The repository."""

Row = dict[str, Any]
"""One line of a JSON Lines file."""

Spans = list[tuple[int, int]]


class Scorer(Protocol):
    """What this package uses of the scorer's module, so that both always judge alike."""

    UNSCORED: set[str]

    def full_text(self, doc: Row) -> str:
        """Return the text that offsets count in."""

    def spans(self, text: str, phrases: list[str]) -> Spans:
        """Find every place of the phrases."""

    def overlap(self, a: Spans, b: Spans) -> int:
        """Count the pairs of spans that share characters."""

    def plain_mention(self, row: Row) -> bool:
        """Tell whether a row only says that the event is mentioned."""

    def value_ok(self, gold: Row, pred: Row) -> bool:
        """Compare the values of an annotated claim and a row."""

    def source_ok(self, gold: Row, pred: Row) -> bool:
        """Compare their sources."""


@dataclass(frozen=True, slots=True)
class Gold:
    """Where the annotated reports and their scorer are.

    Attributes:
        docs: the reports, JSON Lines.
        annotations: what a careful coder made of them, JSON Lines.
        script: the scorer.
    """

    docs: Path
    annotations: Path
    script: Path

    @property
    def digest(self) -> str:
        """SHA-256 of reports and annotations: figures of different gold do not compare."""
        both = self.docs.read_bytes() + b"\x00" + self.annotations.read_bytes()
        return hashlib.sha256(both).hexdigest()

    def scorer(self) -> Scorer:
        """Return the scorer's module."""
        return _scorer(self.script)


def shared() -> Path:
    """Return the folder of shared material, whether it is there or not."""
    return Path(os.environ.get("WEDERHOOR_SHARED") or ROOT.parent / "shared")


def find_gold() -> Gold | None:
    """Return the gold, or None where it is not."""
    folder = shared()
    gold = Gold(
        folder / "gold" / "dev-docs.jsonl",
        folder / "gold" / "dev-gold.jsonl",
        folder / "scoring" / "score.py",
    )
    return gold if all(map(Path.is_file, (gold.docs, gold.annotations, gold.script))) else None


def read_rows(path: Path) -> list[Row]:
    """Return the rows of a JSON Lines file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def by_id(docs: Iterable[Row]) -> Mapping[str, Row]:
    """Return reports by their id."""
    return {doc["id"]: doc for doc in docs}


@cache
def _scorer(script: Path) -> Scorer:
    spec = importlib.util.spec_from_file_location("wederhoor_scorer", script)
    if spec is None or spec.loader is None:
        raise ImportError(f"{script} is no Python module")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return cast("Scorer", module)
