"""The tables of the record, their version, and the way from an older version to this one."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    insert,
    inspect,
    select,
    update,
)

from wederhoor.errors import StoreError

SCHEMA_VERSION = 4

METADATA = MetaData()

# ids and moments sort by code point, as Python sorts them, whatever the database's own language
_TEXT = String().with_variant(String(collation="C"), "postgresql")


def _belongs_to_report() -> Column[str]:
    key = ForeignKey("reports.id", ondelete="CASCADE")
    return Column("report", _TEXT, key, primary_key=True)


META = Table(
    "meta",
    METADATA,
    Column("key", String, primary_key=True),
    Column("value", String, nullable=False),
)

REPORTS = Table(
    "reports",
    METADATA,
    Column("id", _TEXT, primary_key=True),
    Column("content_hash", String(64), nullable=False, unique=True),
    Column("published", _TEXT, nullable=False),
    Column("days", String, nullable=False),  # EDTF
    Column("first_day", Integer, nullable=False),  # days of 1 January of the year 1 = 1
    Column("outlet", String, nullable=False),
    Column("url", String, nullable=False),
    Column("title", String, nullable=False),
    Column("body", String, nullable=False),
    Index("reports_in_order", "first_day", "published", "id"),
)

MENTIONS = Table(
    "mentions",
    METADATA,
    _belongs_to_report(),
    Column("n", Integer, primary_key=True, autoincrement=False),  # its place in the reading
    Column("id", _TEXT, nullable=False, index=True),
    Column("type", String, nullable=False, index=True),
    Column("realis", String, nullable=False),
    Column("first_day", Integer, index=True),
    Column("last_day", Integer, index=True),
    Column("json", String, nullable=False),  # the whole mention, as wederhoor.model.codec writes it
)

CLAIMS = Table(
    "claims",
    METADATA,
    _belongs_to_report(),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("id", _TEXT, nullable=False, index=True),
    Column("mention", _TEXT, nullable=False, index=True),
    Column("field", String, nullable=False, index=True),
    Column("stance", String, nullable=False),
    Column("rule", String, nullable=False, index=True),
    Column("json", String, nullable=False),
)

DECISIONS = Table(
    "decisions",
    METADATA,
    Column("id", _TEXT, primary_key=True),
    Column("kind", String, nullable=False),
    Column("first", _TEXT, nullable=False),
    Column("second", _TEXT, nullable=False),
    Column("reviewer", String, nullable=False),
    Column("made", _TEXT, nullable=False),
    Column("reason", String, nullable=False),
)

# What follows is derived from the above and can be made anew at any time: how the mentions are linked.

LINK_PENDING = Table("link_pending", METADATA, _belongs_to_report())
"""The reports that came in after the mentions of all others were linked."""

LINK_BLOCKS = Table(
    "link_blocks",
    METADATA,
    Column("block", BigInteger, primary_key=True, autoincrement=False),
    Column("moment", Integer, primary_key=True, autoincrement=False),
    Column("first_day", Integer, primary_key=True, autoincrement=False),
    Column("stamp", _TEXT, primary_key=True),
    Column("report", _TEXT, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("mention", _TEXT, nullable=False),
    sqlite_with_rowid=False,
)
"""Mentions in their blocks, in the order in which a block is walked."""

LINK_PAIRS = Table(
    "link_pairs",
    METADATA,
    Column("first", _TEXT, primary_key=True),
    Column("second", _TEXT, primary_key=True, index=True),
    Column("blocks", Integer, nullable=False),  # in so many blocks they are neighbours
    Column("score", Float(53)),  # none where they contradict one another
    sqlite_with_rowid=False,
)

LINK_GROUPS = Table(
    "link_groups",
    METADATA,
    Column("first", _TEXT, primary_key=True),  # the earliest mention of its event
    Column("json", String, nullable=False),  # the whole group, as wederhoor.model.codec writes it
)

LINK_MEMBERS = Table(
    "link_members",
    METADATA,
    Column("mention", _TEXT, primary_key=True),
    Column("first", _TEXT, nullable=False),
    Column("component", _TEXT, nullable=False),  # a mention that all of its component share
)

LINK_TABLES = (LINK_PENDING, LINK_BLOCKS, LINK_PAIRS, LINK_GROUPS, LINK_MEMBERS)

_VERSION_KEY = "schema"
LINKING_KEY = "linking"  # in META: by which rules the mentions are linked


def _add_links(connection: Connection) -> None:
    METADATA.create_all(connection, tables=list(LINK_TABLES))


def _keep_claims(_: Connection) -> None:
    """Change nothing: claims can say more than before; those of reports read before do not.

    Since version 3 a claim may have a cue, a scope and a status, since 4 it may be about a territory.
    """


MIGRATIONS: Mapping[int, Callable[[Connection], None]] = {
    1: _add_links,
    2: _keep_claims,
    3: _keep_claims,
}
"""For each older version the step that brings its tables to the next; run in one transaction."""


def found_version(connection: Connection) -> int | None:
    """Return the version of the tables that are there; None where there are no tables at all.

    Raises:
        StoreError: the tables are those of another program.
    """
    names = inspect(connection).get_table_names()
    if not names:
        return None
    if META.name in names and {"key", "value"} <= _columns(connection):
        written = connection.scalar(select(META.c.value).where(META.c.key == _VERSION_KEY))
        if written is not None and written.isascii() and written.isdigit():
            return int(written)
    raise StoreError("is a database of another program; give another path for the record")


def _columns(connection: Connection) -> set[str]:
    return {column["name"] for column in inspect(connection).get_columns(META.name)}


def check_version(found: int, known: int = SCHEMA_VERSION) -> None:
    """Make sure that this program knows the version of a record.

    Raises:
        StoreError: the record is of a later version.
    """
    if found > known:
        raise StoreError(
            f"was written by a later Wederhoor (version {found} of the record, where this one knows"
            f" {known}); upgrade Wederhoor"
        )


def create(connection: Connection) -> None:
    """Make the tables of a new record."""
    METADATA.create_all(connection)
    connection.execute(insert(META).values(key=_VERSION_KEY, value=str(SCHEMA_VERSION)))


def migrate(
    connection: Connection,
    found: int,
    steps: Mapping[int, Callable[[Connection], None]] = MIGRATIONS,
) -> int:
    """Bring the tables from version `found` on, step by step; return the version they have then.

    Example:
        A record of version 1 and steps for 1 and 2 give a record of version 3.
    """
    version = found
    while version in steps:
        steps[version](connection)
        version += 1
    connection.execute(update(META).where(META.c.key == _VERSION_KEY).values(value=str(version)))
    return version
