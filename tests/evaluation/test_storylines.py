"""Storylines of the stream: what is kept together, what is kept apart, and how the toll grows."""

from __future__ import annotations

from pathlib import Path

import pytest
from evaluation.gold import read_rows
from evaluation.storylines import MARKED, Kept, measure

from wederhoor.model import DisputeKind
from wederhoor.pipeline import Reader


def test_the_annotations_hold_offsets_and_labels_only() -> None:
    keys = {"storyline", "report", "start", "end", "event", "sha256"}
    rows = read_rows(MARKED)
    assert all(row.keys() == keys for row in rows)
    assert len({(row["report"], row["start"], row["end"]) for row in rows}) == len(rows)


@pytest.fixture(scope="module")
def kept(shared: Path, reader: Reader) -> dict[str, Kept]:
    assert (shared / "data").is_dir()
    return {one.name: one for one in measure(read_rows(MARKED), reader)}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "share", "splinters", "wrong"),
    [("easter", 0.95, 8, 15), ("drone", 0.9, 1, 1), ("oman", 0.8, 2, 1)],
)
def test_an_event_of_many_days_stays_one(
    kept: dict[str, Kept], name: str, share: float, splinters: int, wrong: int
) -> None:
    one = kept[name]
    assert one.inside >= share * one.mentions
    assert one.splinters <= splinters
    assert one.wrong <= wrong


@pytest.mark.slow
def test_two_attacks_on_tankers_are_two_events(kept: dict[str, Kept]) -> None:
    assert len({kept[name].own.id for name in ("fujairah", "oman", "drone")}) == 3


@pytest.mark.slow
def test_a_toll_rises_step_by_step_and_drops_when_it_is_corrected(kept: dict[str, Kept]) -> None:
    tolls = kept["easter"].tolls
    assert tolls is not None
    counts = [step.value.low for step in tolls.main.steps]
    assert counts[:-1] == sorted(counts[:-1])
    assert (counts[0], counts[-2]) == (20, 359)
    assert 250 <= counts[-1] <= 260
    assert tolls.main.last.kind is DisputeKind.CORRECTION
    assert not tolls.main.contested
