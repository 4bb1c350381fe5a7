"""Opening a record: is it there, is it one, may it be written, is it of a version we know."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine

from wederhoor.errors import StoreError
from wederhoor.store import schema
from wederhoor.store.sqlite import (
    DATABASE_ERRORS,
    NOT_WRITABLE,
    WRITES,
    advice_on,
    can_write,
    engine_for,
    keep_log,
)


def opened(path: Path, *, create: bool, wait: float) -> tuple[Engine, bool]:
    """Return an engine on the record, and whether it can be written.

    Raises:
        StoreError: there is no record, or it cannot be opened or written.
    """
    try:
        where = path.resolve()  # SQLite keeps its log beside the file itself, not beside a link
        _check_place(where, create=create)
        writable = can_write(where)
        engine = engine_for(where, writable=writable, wait=wait)
        try:
            _prepare(engine, create=create, writable=writable)
        except BaseException:
            engine.dispose()
            raise
    except DATABASE_ERRORS as error:
        raise StoreError(f"{path}: {advice_on(error, path)}") from error
    except OSError as error:
        raise StoreError(f"{path}: cannot be opened: {error.strerror or error}") from error
    except StoreError as error:
        raise StoreError(f"{path}: {error}") from error
    return engine, writable


def _check_place(path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise StoreError("is a folder; the record is a file, give its path")
    if path.exists():
        if create and not can_write(path):
            raise StoreError(NOT_WRITABLE)
        return
    if not create:
        raise StoreError("there is no record here; `wederhoor add PATH` makes one")
    if not path.parent.is_dir():
        raise StoreError("its folder does not exist; make that first, or give another path")
    if not can_write(path):
        raise StoreError("its folder cannot be written; give another path for the record")


def _prepare(engine: Engine, *, create: bool, writable: bool) -> None:
    with engine.connect() as connection:
        found = schema.found_version(connection)
    if found is None and not create:
        raise StoreError("there is no record here yet; `wederhoor add PATH` makes one")
    if found is not None:
        schema.check_version(found)
    if writable:
        keep_log(engine)
    if found != schema.SCHEMA_VERSION:
        _build(engine, writable=writable)


def _build(engine: Engine, *, writable: bool) -> None:
    if not writable:
        raise StoreError("is of an older version and cannot be written; copy it to where it can")
    with engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
        found = schema.found_version(connection)  # another process may have been quicker
        if found is None:
            schema.create(connection)
        elif found < schema.SCHEMA_VERSION:
            schema.migrate(connection, found)
