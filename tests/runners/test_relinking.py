"""Linking what is new into what is there gives what linking everything at once gives."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.linking.test_laws import Telling, choices, decisions, made, records

from wederhoor.linking import blocking, increment, link, linking_version
from wederhoor.model import Event, EventType, Reading, Report
from wederhoor.query import load_record
from wederhoor.runners import relinking
from wederhoor.runners.relinking import relink
from wederhoor.store import Store


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """A window that a few mentions fill, and no linking of everything while reports come in."""
    for module in (increment, blocking):
        monkeypatch.setattr(module, "NEIGHBOURS", 2)
    monkeypatch.setattr(relinking, "_FEW", 0)


def told_in(store: Store) -> list[Event]:
    """The events as a reader gets them, from what is linked."""
    assert store.groups(linking_version()) is not None
    return sorted((weighed.event for weighed in load_record(store).events), key=lambda e: e.id)


def told_at_once(store: Store) -> list[Event]:
    reports = {kept.id: kept for kept in store.reports()}
    return sorted(link(store.readings(), reports, store.decisions()), key=lambda e: e.id)


def batches(readings: Sequence[Reading], size: int) -> Iterable[Sequence[Reading]]:
    return (readings[start : start + size] for start in range(0, len(readings), size))


def fill(store: Store, reports: dict[str, Report], readings: Iterable[Reading]) -> None:
    with store.batch():
        for reading in readings:
            store.add(reports[reading.report], reading)


@given(records, choices, st.randoms(use_true_random=False), st.integers(1, 4))
@settings(max_examples=25, deadline=None)
def test_any_batches_in_any_order_give_the_events_of_linking_all_at_once(
    record: list[tuple[int, list[Telling]]],
    picked: list[tuple[int, int, bool]],
    order: random.Random,
    size: int,
) -> None:
    reports, readings = made(record)
    order.shuffle(readings)
    with TemporaryDirectory() as folder, Store.open(Path(folder) / "record.db") as store:
        for decision in decisions(picked):
            store.add_decision(decision)
        for some in batches(readings, size):
            fill(store, reports, some)
            relink(store)
        assert told_in(store) == told_at_once(store)


def test_a_crowded_block_pushes_pairs_apart_as_linking_all_at_once_does(tmp_path: Path) -> None:
    order = random.Random(7)  # noqa: S311 - repeatable
    kinds: list[Telling] = [
        ("raketaanval", 2, day, EventType.ASSAULT, True) for day in (None, "2020-01-08", "2020-01")
    ]
    reports, readings = made([(order.randint(6, 12), [order.choice(kinds)]) for _ in range(40)])
    reports = {name: replace(kept, outlet=name) for name, kept in reports.items()}
    order.shuffle(readings)
    with Store.open(tmp_path / "record.db") as store:
        for some in batches(readings, 3):
            fill(store, reports, some)
            relink(store)
        assert told_in(store) == told_at_once(store)


def test_links_made_by_other_rules_are_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(relinking, "_FEW", 20)
    reports, readings = made([(8, [("raketaanval", 2, "2020-01-08", EventType.ASSAULT, True)])])
    with Store.open(tmp_path / "record.db") as store:
        fill(store, reports, readings)
        relink(store)
        with store.links() as links:
            links.mark_linked("of another version")
        assert store.groups(linking_version()) is None
        assert len(load_record(store).events) == 1
        relink(store)
        assert [event.id for event in told_in(store)] == [e.id for e in told_at_once(store)]


def test_a_decision_and_another_reading_have_all_linked_anew(tmp_path: Path) -> None:
    reports, readings = made([(8, [("raketaanval", 2, "2020-01-08", EventType.ASSAULT, True)])])
    with Store.open(tmp_path / "record.db") as store:
        fill(store, reports, readings)
        assert store.groups(linking_version()) is None
        relink(store)
        assert store.groups(linking_version()) is not None
        for decision in decisions([(0, 1, True)]):
            store.add_decision(decision)
        assert store.groups(linking_version()) is None
        relink(store)
        store.replace_reading(readings[0])
        assert store.groups(linking_version()) is None
        assert told_at_once(store)
