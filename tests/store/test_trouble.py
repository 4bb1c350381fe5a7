"""When the record cannot be used, one line says which file and what to do; nothing kept is lost."""

from __future__ import annotations

import os
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import Connection, create_engine, text

from wederhoor.errors import StoreError
from wederhoor.model import Reading, Report
from wederhoor.store import Store, schema

MakeReport = Callable[..., Report]
MakeReading = Callable[..., Reading]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk of 512 KiB, where that is allowed."""
    if os.geteuid() != 0:
        pytest.skip("only root can mount a small disk")
    place = tmp_path / "schijf"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", str(place)],
        check=False,
        capture_output=True,
        text=True,
    )
    if mounted.returncode != 0:
        pytest.skip(f"no disk can be mounted here: {mounted.stderr.strip()}")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def read_only(disk: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True, capture_output=True)


def told(path: Path, *, create: bool) -> str:
    with pytest.raises(StoreError) as error:
        Store.open(path, create=create)
    message = str(error.value)
    assert message.startswith(f"{path}: ")
    assert "\n" not in message
    return message


def test_a_missing_record_is_told_how_to_make_one(path: Path) -> None:
    assert "`wederhoor add PATH` makes one" in told(path, create=False)
    assert not path.exists()


def test_an_empty_file_becomes_a_record_only_by_adding(path: Path) -> None:
    path.touch()
    assert "`wederhoor add PATH` makes one" in told(path, create=False)
    with Store.open(path) as store:
        assert store.counts().reports == 0


def test_places_where_no_record_can_be(tmp_path: Path) -> None:
    assert "is a folder" in told(tmp_path, create=True)
    assert "folder does not exist" in told(tmp_path / "weg" / "wederhoor.db", create=True)
    assert "cannot be opened" in told(tmp_path / ("x" * 300), create=True)


def test_a_file_that_is_no_database_is_left_alone(path: Path) -> None:
    path.write_text("date 2024-03-02 De kade is afgesloten.\n" * 100)
    assert "is not a record of Wederhoor" in told(path, create=True)
    assert "is not a record of Wederhoor" in told(path, create=False)
    assert path.read_text().startswith("date 2024-03-02 De kade")


def test_the_database_of_another_program_is_left_alone(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE meta (naam TEXT)")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    assert "another program" in told(path, create=True)
    assert path.read_bytes() == before


def test_a_damaged_record_is_called_that(
    path: Path, make_report: MakeReport, make_reading: MakeReading
) -> None:
    with Store.open(path) as store, store.batch():
        for n in range(200):
            report = make_report(f"b{n}")
            store.add(report, make_reading(report))
    data = bytearray(path.read_bytes())
    data[8192:] = b"\x5a" * (len(data) - 8192)
    path.write_bytes(data)
    with pytest.raises(StoreError, match="is damaged"), Store.open(path) as store:
        list(store.readings())


def test_a_record_of_a_later_version_asks_for_an_upgrade(path: Path) -> None:
    Store.open(path).close()
    connection = sqlite3.connect(path)
    connection.execute("UPDATE meta SET value = '99' WHERE key = 'schema'")
    connection.commit()
    connection.close()
    assert "upgrade Wederhoor" in told(path, create=False)


def test_an_older_record_goes_through_every_step_to_the_present_one() -> None:
    def one(connection: Connection) -> None:
        connection.execute(text("CREATE TABLE een (a TEXT)"))

    def two(connection: Connection) -> None:
        connection.execute(text("ALTER TABLE een RENAME TO twee"))

    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        schema.create(connection)
        assert schema.migrate(connection, 1, {1: one, 2: two}) == 3
        assert schema.found_version(connection) == 3
        assert connection.scalar(text("SELECT count(*) FROM twee")) == 0
    engine.dispose()


def test_a_second_writer_is_told_that_there_is_one(
    path: Path, make_report: MakeReport, make_reading: MakeReading
) -> None:
    report = make_report("b1")
    with Store.open(path) as first, Store.open(path, wait=0.05) as second, first.batch():
        first.add(report, make_reading(report))
        with pytest.raises(StoreError, match="another process is writing"):
            second.add(report, make_reading(report))


def test_a_full_disk_ends_the_batch_and_keeps_the_ones_before(
    small_disk: Path, make_report: MakeReport, make_reading: MakeReading
) -> None:
    path = small_disk / "wederhoor.db"
    finished: list[int] = []

    def add_for_ever(store: Store) -> None:
        for batch in count():
            with store.batch():
                for n in range(5):
                    report = make_report(f"b{batch:03}-{n}")
                    store.add(report, make_reading(report))
            finished.append(batch)

    with Store.open(path) as store, pytest.raises(StoreError, match="disk is full") as error:
        add_for_ever(store)
    assert str(error.value).startswith(f"{path}: ")
    assert finished
    with Store.open(path, create=False) as store:
        assert len(list(store.reports())) == len(list(store.readings())) == 5 * len(finished)


def test_a_disk_too_full_for_a_new_record_says_so(small_disk: Path) -> None:
    with pytest.raises(OSError, match="No space"):
        (small_disk / "vulling").write_bytes(b"\0" * 2_000_000)
    assert "disk is full" in told(small_disk / "wederhoor.db", create=True)


def test_a_record_on_a_read_only_disk_can_be_read_but_not_added_to(
    small_disk: Path, make_report: MakeReport, make_reading: MakeReading
) -> None:
    path = small_disk / "wederhoor.db"
    report = make_report("b1")
    with Store.open(path) as store:
        store.add(report, make_reading(report))
    read_only(small_disk)
    assert "cannot be written" in told(path, create=True)
    assert "cannot be written" in told(small_disk / "nieuw.db", create=True)
    with Store.open(path, create=False) as store:
        assert list(store.reports()) == [report]
        with pytest.raises(StoreError, match="cannot be written"):
            store.add(report, make_reading(report))


def test_a_link_to_a_record_is_that_record(
    tmp_path: Path, path: Path, make_report: MakeReport, make_reading: MakeReading
) -> None:
    link = tmp_path / "link.db"
    link.symlink_to(path)
    with Store.open(link) as store:
        store.add(make_report("b1"), make_reading(make_report("b1")))
    with Store.open(path, create=False) as store:
        assert store.counts().reports == 1
