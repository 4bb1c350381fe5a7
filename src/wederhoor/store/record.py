"""The record: one file that many may read while one process writes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby, islice
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, Table, delete, func, insert, or_, select, update

from wederhoor.errors import StoreError
from wederhoor.model import Decision, Reading, Report
from wederhoor.model.links import Group
from wederhoor.model.report import local_clock
from wederhoor.store import rows
from wederhoor.store.links import Links
from wederhoor.store.opening import opened
from wederhoor.store.schema import CLAIMS, DECISIONS, MENTIONS, REPORTS
from wederhoor.store.sqlite import DATABASE_ERRORS, NOT_WRITABLE, WRITES, advice_on

_CHUNK = 250  # reports whose readings are fetched in one query


class Added(StrEnum):
    """What became of a report that was added.

    The same content under two ids is kept once, under the id that sorts first, so that it does not
    matter which of the two arrives first.
    """

    ADDED = "added"
    UNCHANGED = "unchanged"  # its content is in the record already
    RENAMED = "renamed"  # its content was there under an id that sorts later, and now has this one
    ID_TAKEN = "id-taken"  # another text has its id and stays; this report is not kept


@dataclass(frozen=True, slots=True)
class Counts:
    """How much is in a record."""

    reports: int
    mentions: int
    claims: int
    decisions: int


class Store:
    """A record on disk; one thread at a time uses a Store, other processes may read the file.

    Example:
        `with Store.open("wederhoor.db") as store: print(store.counts().reports)`
    """

    def __init__(self, engine: Engine, path: Path, *, writable: bool) -> None:
        self._engine = engine
        self._path = path
        self._writable = writable
        self._batch: Connection | None = None

    # ------------------------------------------------------------------ opening and closing
    @classmethod
    def open(cls, path: str | Path, *, create: bool = True, wait: float = 5.0) -> Store:
        """Open the record at `path`.

        Args:
            path: the file.
            create: for adding: make the file where there is none, and refuse one that cannot be
                written. Without it, a record on a read-only disk can be read.
            wait: for how many seconds to wait for another process that is writing.

        Raises:
            StoreError: there is no record, or it cannot be opened or written.
        """
        engine, writable = opened(Path(path), create=create, wait=wait)
        return cls(engine, Path(path), writable=writable)

    def close(self) -> None:
        """Close the file; the Store cannot be used any more."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # ------------------------------------------------------------------ writing
    @contextmanager
    def batch(self) -> Iterator[None]:
        """Make all that is added inside one transaction: kept as a whole when the block ends.

        An error inside takes the whole batch back, and so does the end of the process. A batch inside
        a batch is part of the outer one.

        Raises:
            StoreError: the record cannot be written (full, read-only, another writer).
        """
        with self._writing():
            yield

    def known(self, report: Report) -> Added | None:
        """Tell what `add` would say of a report that need not be read for that; None if it must be.

        Raises:
            StoreError: the record cannot be read.
        """
        with self._reading() as connection:
            verdict, _ = _verdict(connection, report)
        return verdict if verdict in (Added.UNCHANGED, Added.ID_TAKEN) else None

    def add(self, report: Report, reading: Reading) -> Added:
        """Keep a report with what was read in it, unless its content or its id is there already.

        Raises:
            StoreError: the record cannot be written.
            ValueError: the reading is of another report.
        """
        _check_pair(report.id, reading)
        with self._writing() as connection:
            verdict, old = _verdict(connection, report)
            if verdict is Added.RENAMED:
                connection.execute(delete(REPORTS).where(REPORTS.c.id == old))
                Links(connection).clear()
                _move_decisions(connection, old, report.id)
            if verdict in (Added.ADDED, Added.RENAMED):
                connection.execute(insert(REPORTS), [rows.report_row(report)])
                _insert_reading(connection, reading)
                Links(connection).pend(report.id)
        return verdict

    def replace_reading(self, reading: Reading) -> None:
        """Put what was read anew, by better rules, in the place of the old reading of a report.

        Raises:
            StoreError: the report is not in the record, or the record cannot be written.
        """
        with self._writing() as connection:
            if (
                connection.scalar(select(REPORTS.c.id).where(REPORTS.c.id == reading.report))
                is None
            ):
                raise StoreError(f"{self._path}: there is no report {reading.report!r} in it")
            Links(connection).clear()
            for table in (MENTIONS, CLAIMS):
                connection.execute(delete(table).where(table.c.report == reading.report))
            _insert_reading(connection, reading)

    def add_decision(self, decision: Decision) -> None:
        """Keep a reviewer's decision; the same one again changes nothing.

        Raises:
            StoreError: another decision has its id, or the record cannot be written.
        """
        with self._writing() as connection:
            query = select(DECISIONS).where(DECISIONS.c.id == decision.id)
            there = connection.execute(query).mappings().first()
            if there is None:
                connection.execute(insert(DECISIONS), [rows.decision_row(decision)])
                Links(connection).clear()
            elif rows.decision_of(there) != decision:
                raise StoreError(f"{self._path}: another decision has the id {decision.id!r}")

    @contextmanager
    def links(self) -> Iterator[Links]:
        """Give the kept links, to be read or changed within one transaction.

        Raises:
            StoreError: the record cannot be written.
        """
        with self._writing() as connection:
            yield Links(connection)

    # ------------------------------------------------------------------ reading
    def groups(self, version: str) -> tuple[Group, ...] | None:
        """Return which mentions are one event; None where these rules have not linked every report yet."""
        with self._reading() as connection:
            links = Links(connection)
            return None if links.unlinked(version) else tuple(links.groups())

    def reports(self) -> Iterator[Report]:
        """Yield the reports in their order: first day of publication, moment, id."""
        with self._reading() as connection:
            query = select(REPORTS).order_by(*_ORDER)
            found = connection.execute(query, execution_options={"yield_per": _CHUNK})
            for _, of_day in groupby(map(rows.report_of, found), key=lambda kept: kept.order[0]):
                yield from sorted(of_day, key=lambda kept: kept.order)

    def report(self, report_id: str) -> Report | None:
        """Return the report with this id, or None."""
        with self._reading() as connection:
            row = connection.execute(select(REPORTS).where(REPORTS.c.id == report_id)).first()
        return rows.report_of(row) if row else None

    def readings(self) -> Iterator[Reading]:
        """Yield the reading of every report, in the order of `reports`."""
        with self._reading() as connection:
            stamps = sorted(_order(*row) for row in connection.execute(select(*_ORDER)))
            ids = iter([report for _, _, report in stamps])
            while chunk := list(islice(ids, _CHUNK)):
                yield from _readings(connection, chunk)

    def reading(self, report_id: str) -> Reading | None:
        """Return what was read in the report with this id, or None where there is no such report."""
        with self._reading() as connection:
            if connection.scalar(select(REPORTS.c.id).where(REPORTS.c.id == report_id)) is None:
                return None
            return next(_readings(connection, [report_id]))

    def some(self, ids: Iterable[str]) -> tuple[dict[str, Report], list[Reading]]:
        """Return these reports by id, and what was read in them; those not in the record are passed over."""
        reports: dict[str, Report] = {}
        readings: list[Reading] = []
        wanted = iter(sorted(set(ids)))
        with self._reading() as connection:
            while chunk := list(islice(wanted, _CHUNK)):
                found = connection.execute(select(REPORTS).where(REPORTS.c.id.in_(chunk)))
                reports |= {row.id: rows.report_of(row) for row in found}
                readings += _readings(connection, [key for key in chunk if key in reports])
        return reports, readings

    def decisions(self) -> Iterator[Decision]:
        """Yield the decisions, oldest first."""
        with self._reading() as connection:
            query = select(DECISIONS).order_by(DECISIONS.c.made, DECISIONS.c.id)
            found = connection.execute(query).mappings().all()
        yield from map(rows.decision_of, found)

    def counts(self) -> Counts:
        """Return how much is in the record."""
        with self._reading() as connection:
            return Counts(
                *(_size(connection, table) for table in (REPORTS, MENTIONS, CLAIMS, DECISIONS))
            )

    # ------------------------------------------------------------------ connections
    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._explained():
            if self._batch is not None:
                yield self._batch
                return
            with self._engine.connect() as connection:
                yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        if not self._writable:
            raise StoreError(f"{self._path}: {NOT_WRITABLE}")
        with self._explained():
            if self._batch is not None:
                yield self._batch
                return
            with self._engine.connect() as connection:
                connection.execution_options(**{WRITES: True})
                with connection.begin():
                    self._batch = connection
                    try:
                        yield connection
                    finally:
                        self._batch = None

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except DATABASE_ERRORS as error:
            raise StoreError(f"{self._path}: {advice_on(error, self._path)}") from error


_ORDER = (REPORTS.c.first_day, REPORTS.c.published, REPORTS.c.id)


def _order(first_day: int, published: str, report: str) -> tuple[int, str, str]:
    """The order of a report, as `Report.order`; the database knows the moment only as written."""
    return (first_day, local_clock(published) or published, report)


def _check_pair(report_id: str, reading: Reading) -> None:
    if reading.report != report_id:
        raise ValueError(f"the reading is of {reading.report!r}, not of {report_id!r}")


def _verdict(connection: Connection, report: Report) -> tuple[Added, str]:
    """Return what adding the report means, and the id that its content has now."""
    digest = report.content_hash
    query = select(REPORTS.c.id, REPORTS.c.content_hash).where(
        or_(REPORTS.c.id == report.id, REPORTS.c.content_hash == digest)
    )
    found = {row.id: row.content_hash for row in connection.execute(query)}
    if report.id in found:
        same = found[report.id] == digest
        return (Added.UNCHANGED if same else Added.ID_TAKEN), report.id
    if not found:
        return Added.ADDED, report.id
    old = next(iter(found))
    return (Added.UNCHANGED if old < report.id else Added.RENAMED), old


def _insert_reading(connection: Connection, reading: Reading) -> None:
    for table, made in ((MENTIONS, rows.mention_rows(reading)), (CLAIMS, rows.claim_rows(reading))):
        if made:
            connection.execute(insert(table), made)


def _move_decisions(connection: Connection, old: str, new: str) -> None:
    for row in connection.execute(select(DECISIONS)).all():
        first, second = rows.moved(row.first, old, new), rows.moved(row.second, old, new)
        if (first, second) != (row.first, row.second):
            change = update(DECISIONS).where(DECISIONS.c.id == row.id)
            connection.execute(change.values(first=first, second=second))


def _readings(connection: Connection, ids: list[str]) -> Iterator[Reading]:
    mentions, claims = (_json_by_report(connection, table, ids) for table in (MENTIONS, CLAIMS))
    for report in ids:
        yield rows.reading_of(report, mentions[report], claims[report])


def _json_by_report(connection: Connection, table: Table, ids: list[str]) -> dict[str, list[str]]:
    query = select(table.c.report, table.c.json).where(table.c.report.in_(ids))
    found: dict[str, list[str]] = {report: [] for report in ids}
    for report, text in connection.execute(query.order_by(table.c.report, table.c.n)):
        found[report].append(text)
    return found


def _size(connection: Connection, table: Table) -> int:
    return connection.scalar(select(func.count()).select_from(table)) or 0
