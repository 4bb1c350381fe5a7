"""All that is particular to SQLite: how a file is opened, locked, and what its errors mean.

PostgreSQL would need a module like this one, and nothing else in this package.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError

WRITES = "wederhoor_writes"
"""The execution option that makes a transaction take the one writer's place from its start."""

_NEARLY_FULL = 1 << 16  # bytes; SQLite calls a disk that fills up at the wrong moment an I/O error

NOT_WRITABLE = "cannot be written; copy it to where you may write, or give another path"

_ADVICE = {
    "SQLITE_FULL": "the disk is full; make room and add again: finished batches are kept",
    "SQLITE_BUSY": "another process is writing to it; try again when that is done",
    "SQLITE_LOCKED": "another process is writing to it; try again when that is done",
    "SQLITE_READONLY": NOT_WRITABLE,
    "SQLITE_PERM": "may not be opened; check its permissions",
    "SQLITE_NOTADB": "is not a record of Wederhoor (no database); give another path",
    "SQLITE_CORRUPT": "is damaged; restore a backup, or add the reports to a new record",
    "SQLITE_CANTOPEN": "cannot be opened; check that its folder exists and may be written",
    "SQLITE_IOERR": "cannot be read or written: the disk gives an error",
}


def engine_for(path: Path, *, writable: bool, wait: float) -> Engine:
    """Return an engine on the file, which opens it when it is first used.

    Args:
        path: the file, absolute.
        writable: whether it may be changed; if not, nothing is written beside it either.
        wait: for how many seconds a writer waits for another one.
    """
    url = URL.create("sqlite", database=str(path) if writable else None)
    if not writable:
        url = URL.create("sqlite", database=_read_only_uri(path), query={"uri": "true"})
    engine = create_engine(url, connect_args={"timeout": wait})
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    return engine


def _read_only_uri(path: Path) -> str:
    # a log beside the file means that it was not closed, or that someone else has it open; without
    # one, "immutable" lets SQLite read where it cannot make the log either
    log = Path(f"{path}-wal")
    live = log.exists() and log.stat().st_size > 0
    return f"file:{quote(os.fsencode(path))}?mode=ro" + ("" if live else "&immutable=1")


def _on_connect(dbapi_connection: sqlite3.Connection, _record: object) -> None:
    dbapi_connection.isolation_level = None  # transactions begin where `_on_begin` says
    dbapi_connection.execute("PRAGMA foreign_keys = ON")


def _on_begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def keep_log(engine: Engine) -> None:
    """Let readers go on while one process writes (write-ahead log); the file remembers it.

    Raises:
        sqlite3.Error: the file cannot be changed.
    """
    raw = engine.raw_connection()  # because the mode cannot be set within a transaction
    try:
        raw.cursor().execute("PRAGMA journal_mode = WAL")
    finally:
        raw.close()


def can_write(path: Path) -> bool:
    """Tell whether the file, if it is there, and its folder can be changed."""
    there = path if path.exists() else path.parent
    return os.access(there, os.W_OK) and os.access(path.parent, os.W_OK)


def advice_on(error: DBAPIError | sqlite3.Error, path: Path) -> str:
    """Return what an error of the database means for the record at `path`, and what to do."""
    cause: Any = error.orig if isinstance(error, DBAPIError) else error
    name = str(getattr(cause, "sqlite_errorname", ""))
    kind = "_".join(name.split("_")[:2])
    if kind == "SQLITE_IOERR" and shutil.disk_usage(path.resolve().parent).free < _NEARLY_FULL:
        kind = "SQLITE_FULL"
    return _ADVICE.get(kind, f"the database says: {cause}")


DATABASE_ERRORS = (DBAPIError, sqlite3.Error)
"""What the database raises, through SQLAlchemy or by itself."""
