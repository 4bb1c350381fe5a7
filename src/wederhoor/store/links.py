"""How the mentions of the record are linked: blocks, compared pairs, groups.

All of it is derived from reports, readings and decisions, and is kept so that one more report need not link
everything anew. Deleting it loses nothing but the time to make it again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import (
    Connection,
    Executable,
    Integer,
    bindparam,
    delete,
    insert,
    select,
    tuple_,
    update,
)

from wederhoor.model.codec import dumps, loads
from wederhoor.model.links import Compared, Entry, Group, MentionPair
from wederhoor.store.schema import (
    LINK_BLOCKS,
    LINK_GROUPS,
    LINK_MEMBERS,
    LINK_PAIRS,
    LINK_PENDING,
    LINK_TABLES,
    LINKING_KEY,
    META,
    REPORTS,
)

T = TypeVar("T")

_CHUNK = 400  # values in one IN (...)


class Links:
    """The kept links, within one transaction of the store.

    Example:
        `with store.links() as links: links.around(block, entry, 24)`
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    # ------------------------------------------------------------------ what is linked
    def unlinked(self, version: str) -> list[str]:
        """Return the ids of the reports whose mentions these rules have not linked yet."""
        query = select(META.c.value).where(META.c.key == LINKING_KEY)
        all_but_pending = self._connection.scalar(query) == version
        column = LINK_PENDING.c.report if all_but_pending else REPORTS.c.id
        return list(self._connection.scalars(select(column).order_by(column)))

    def pend(self, report: str) -> None:
        """Note that the mentions of a report are to be linked."""
        self._connection.execute(insert(LINK_PENDING), [{"report": report}])

    def mark_linked(self, version: str) -> None:
        """Note that the mentions of all reports are linked, and by which rules."""
        self._connection.execute(delete(LINK_PENDING))
        self._connection.execute(delete(META).where(META.c.key == LINKING_KEY))
        self._connection.execute(insert(META), [{"key": LINKING_KEY, "value": version}])

    def clear(self) -> None:
        """Forget all links: everything is to be linked anew."""
        self._connection.execute(delete(META).where(META.c.key == LINKING_KEY))
        for table in LINK_TABLES:
            self._connection.execute(delete(table))

    # ------------------------------------------------------------------ blocks
    def around(self, block: int, entry: Entry, most: int) -> tuple[list[Entry], list[Entry]]:
        """Return at most `most` entries before and after `entry` in a block, the nearest first."""
        given = entry._asdict() | {"block": block, "most": most}
        del given["mention"]
        before, after = (
            [Entry(*row) for row in self._connection.execute(query, given)]
            for query in (_BEFORE, _AFTER)
        )
        return before, after

    def enter(self, block: int, entry: Entry) -> None:
        """Put a mention into a block."""
        self.enter_many([(block, entry)])

    def enter_many(self, entries: Iterable[tuple[int, Entry]]) -> None:
        """Put mentions into blocks."""
        rows = [{"block": block} | entry._asdict() for block, entry in entries]
        self._many(insert(LINK_BLOCKS), rows)

    # ------------------------------------------------------------------ pairs
    def compared(self, pairs: Iterable[MentionPair]) -> dict[MentionPair, Compared]:
        """Return what is kept of these pairs; a pair that shares no block has nothing."""
        columns = tuple_(LINK_PAIRS.c.first, LINK_PAIRS.c.second)
        return {
            (row.first, row.second): Compared((row.first, row.second), row.blocks, row.score)
            for some in _chunks(pairs)
            for row in self._connection.execute(select(LINK_PAIRS).where(columns.in_(some)))
        }

    def keep_compared(self, found: Iterable[Compared]) -> None:
        """Keep pairs that were not there."""
        self._many(
            insert(LINK_PAIRS),
            [
                {
                    "first": one.pair[0],
                    "second": one.pair[1],
                    "blocks": one.blocks,
                    "score": one.score,
                }
                for one in found
            ],
        )

    def change_blocks(self, numbers: Mapping[MentionPair, int]) -> None:
        """Set in how many blocks kept pairs are neighbours; those in none are forgotten."""
        self._many(
            delete(LINK_PAIRS).where(*_THIS_PAIR),
            [_named(pair) for pair, number in numbers.items() if not number],
        )
        self._many(
            update(LINK_PAIRS).where(*_THIS_PAIR).values(blocks=bindparam("number")),
            [_named(pair) | {"number": number} for pair, number in numbers.items() if number],
        )

    def connected(self, mentions: Iterable[str], least: float) -> set[str]:
        """Return the mentions that pairs with a score of at least `least` lead to, themselves included."""
        found = set(mentions)
        fresh = sorted(found)
        while fresh:
            seen = {mention for pair in self._at(fresh, least) for mention in pair} - found
            found |= seen
            fresh = sorted(seen)
        return found

    def _at(self, mentions: Sequence[str], least: float) -> Iterator[MentionPair]:
        for column in (LINK_PAIRS.c.first, LINK_PAIRS.c.second):
            for some in _chunks(mentions):
                query = select(LINK_PAIRS.c.first, LINK_PAIRS.c.second).where(
                    column.in_(some), LINK_PAIRS.c.score >= least
                )
                for row in self._connection.execute(query):
                    yield row.first, row.second

    def scored_among(self, mentions: set[str]) -> Iterator[tuple[str, str, float]]:
        """Yield the pairs that do not contradict one another and are both among `mentions`."""
        for some in _chunks(sorted(mentions)):
            query = select(LINK_PAIRS.c.first, LINK_PAIRS.c.second, LINK_PAIRS.c.score).where(
                LINK_PAIRS.c.first.in_(some), LINK_PAIRS.c.score.is_not(None)
            )
            for row in self._connection.execute(query):
                if row.second in mentions:
                    yield row.first, row.second, row.score

    # ------------------------------------------------------------------ groups
    def components(self, mentions: Iterable[str]) -> dict[str, str]:
        """Return the component of each of these mentions; one that is new has none."""
        kept = LINK_MEMBERS.c
        return {
            row.mention: row.component
            for some in _chunks(mentions)
            for row in self._connection.execute(
                select(kept.mention, kept.component).where(kept.mention.in_(some))
            )
        }

    def replace_groups(
        self, mentions: Iterable[str], groups: Sequence[Group], components: Mapping[str, str]
    ) -> None:
        """Put groups in the place of those that consist of `mentions`.

        Args:
            mentions: all those of the groups, before and after.
            groups: the new groups.
            components: the component of each mention.
        """
        for some in _chunks(mentions):
            self._connection.execute(delete(LINK_GROUPS).where(LINK_GROUPS.c.first.in_(some)))
            self._connection.execute(delete(LINK_MEMBERS).where(LINK_MEMBERS.c.mention.in_(some)))
        self._many(
            insert(LINK_GROUPS),
            [{"first": group.mentions[0], "json": dumps(group)} for group in groups],
        )
        self._many(
            insert(LINK_MEMBERS),
            [
                {
                    "mention": mention,
                    "first": group.mentions[0],
                    "component": components[mention],
                }
                for group in groups
                for mention in group.mentions
            ],
        )

    def groups(self) -> Iterator[Group]:
        """Yield every group, in an order that means nothing."""
        for text in self._connection.scalars(select(LINK_GROUPS.c.json)):
            yield loads(Group, text)

    # ------------------------------------------------------------------ statements
    def _many(self, statement: Executable, rows: list[dict[str, Any]]) -> None:
        if rows:
            self._connection.execute(statement, rows)


_ORDER = (
    LINK_BLOCKS.c.moment,
    LINK_BLOCKS.c.first_day,
    LINK_BLOCKS.c.stamp,
    LINK_BLOCKS.c.report,
    LINK_BLOCKS.c.number,
)
_PLACE = tuple_(*_ORDER)
_HERE = tuple_(*(bindparam(column.name, type_=column.type) for column in _ORDER))
_ENTRIES = (
    select(*_ORDER, LINK_BLOCKS.c.mention)
    .where(LINK_BLOCKS.c.block == bindparam("block"))
    .limit(bindparam("most", type_=Integer))
)
_BEFORE = _ENTRIES.where(_PLACE < _HERE).order_by(*(column.desc() for column in _ORDER))
_AFTER = _ENTRIES.where(_PLACE > _HERE).order_by(*_ORDER)
_THIS_PAIR = (LINK_PAIRS.c.first == bindparam("one"), LINK_PAIRS.c.second == bindparam("other"))


def _named(pair: MentionPair) -> dict[str, Any]:
    return {"one": pair[0], "other": pair[1]}


def _chunks(values: Iterable[T]) -> Iterator[list[T]]:
    rest = iter(values)
    while some := list(islice(rest, _CHUNK)):
        yield some
