"""Opening the record that a command reads."""

from __future__ import annotations

from wederhoor.cli.settings import Settings
from wederhoor.query import History, Record
from wederhoor.store import Store


def read_record(settings: Settings, as_of: str | None = None) -> Record:
    """Return the record that the settings name, as it was known at `as_of`.

    Raises:
        QueryError: `as_of` is no date.
        StoreError: there is no record there, or it cannot be read.
    """
    return read_history(settings).as_of(as_of)


def read_history(settings: Settings) -> History:
    """Return the record that the settings name, at every moment.

    Raises:
        StoreError: there is no record there, or it cannot be read.
    """
    with Store.open(settings.record, create=False) as store:
        return History.load(store)
