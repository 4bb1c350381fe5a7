"""The record is a function of its reports: neither the order nor the number of additions matters."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Sequence
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wederhoor.export import write_claims
from wederhoor.ingest import read_reports
from wederhoor.model import Report
from wederhoor.pipeline import Reader
from wederhoor.query import load_record
from wederhoor.runners import Outcome, run
from wederhoor.store import Store

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "al-asad"
Add = Callable[[Sequence[Report]], Outcome]


def reports() -> list[Report]:
    return [item for item in read_reports([str(EXAMPLES)]) if isinstance(item, Report)]


def exported(store: Store) -> str:
    stream = StringIO()
    write_claims(load_record(store), stream)
    return stream.getvalue()


@pytest.fixture(scope="module")
def in_order(reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The export of the example reports, added in the order of their files."""
    with Store.open(tmp_path_factory.mktemp("order") / "record.db") as store:
        run(reports(), lambda: reader, store)
        return exported(store)


def test_the_examples_give_claims(in_order: str) -> None:
    assert in_order.count("\n") > len(reports())


@pytest.mark.slow
@settings(max_examples=10, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 2**32 - 1), parts=st.integers(1, 4))
def test_any_order_of_adding_gives_the_same_export(
    reader: Reader, in_order: str, tmp_path_factory: pytest.TempPathFactory, seed: int, parts: int
) -> None:
    shuffled = reports()
    random.Random(seed).shuffle(shuffled)  # noqa: S311 - hypothesis chose the seed
    with Store.open(tmp_path_factory.mktemp("order") / "record.db") as store:
        for part in range(parts):
            run(shuffled[part::parts], lambda: reader, store)
        assert exported(store) == in_order


def test_reports_read_alone_or_together_give_the_same_reading(reader: Reader) -> None:
    together = dict(reader.read_many(reports()))
    assert together == {report: reader.read(report) for report in together}


def test_adding_the_same_folder_twice_changes_nothing(
    reader: Reader, in_order: str, tmp_path: Path
) -> None:
    with Store.open(tmp_path / "record.db") as store:
        first = run(reports(), lambda: reader, store)
        counts = store.counts()
        second = run(reports(), lambda: reader, store)
        assert (first.added, first.unchanged) == (len(reports()), 0)
        assert (second.added, second.unchanged) == (0, len(reports()))
        assert store.counts() == counts
        assert exported(store) == in_order


def test_the_folder_and_file_names_above_a_report_do_not_matter(
    reader: Reader, in_order: str, tmp_path: Path
) -> None:
    moved = tmp_path / "elders" / "berichten"
    shutil.copytree(EXAMPLES, moved)
    with Store.open(tmp_path / "record.db") as store:
        run(read_reports([str(moved)]), lambda: reader, store)
        assert exported(store) == in_order
