"""Adding to what is linked already: which pairs a new mention makes and which it pushes apart.

A block is walked with a window (`blocking.NEIGHBOURS`), so a new mention does two things in each of
its blocks: it becomes the neighbour of those around it, and it pushes apart the pairs that had just
fitted in the window across its place. Both are known from its neighbours alone. Only the groups that
such pairs touch are made anew, so the cost of one more report does not grow with the record, and the
groups are those that linking everything at once would give.

Example:
    With a window of 2, a block A B C holds the pairs AB, AC and BC; D between A and B makes AD, BD and CD,
    and pushes AC apart.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Protocol

from wederhoor.linking.blocking import NEIGHBOURS, keys, moment
from wederhoor.linking.profile import Profile
from wederhoor.model.links import Entry, MentionPair

EntryPair = tuple[Entry, Entry]
"""Two mentions, the one of the earlier report first."""


class Blocks(Protocol):
    """Where the blocks are kept."""

    def around(self, block: int, entry: Entry, most: int) -> tuple[list[Entry], list[Entry]]:
        """Return at most `most` entries before and after `entry` in a block, the nearest first."""

    def enter(self, block: int, entry: Entry) -> None:
        """Put an entry into a block."""


def entry_of(profile: Profile) -> Entry:
    """Return the entry of a mention, which is the same in each of its blocks."""
    report, number = profile.order
    return Entry(moment(profile), *report, number, profile.mention.id)


def block_codes(profile: Profile) -> list[int]:
    """Return the blocks of a mention as numbers of 63 bits, in ascending order."""
    return sorted(_code("\x1f".join(key)) for key in keys(profile))


def _code(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest()) >> 1


def entered(blocks: Blocks, profiles: Iterable[Profile]) -> Counter[EntryPair]:
    """Put new mentions into their blocks; return in how many more (or fewer) blocks pairs are neighbours.

    Args:
        blocks: where the blocks are kept; changed.
        profiles: the new mentions; in any order, with the same result.
    """
    changes: Counter[EntryPair] = Counter()
    for profile in profiles:
        entry = entry_of(profile)
        for block in block_codes(profile):
            before, after = blocks.around(block, entry, NEIGHBOURS)
            blocks.enter(block, entry)
            changes.update(_pairs((entry, other) for other in (*before, *after)))
            changes.subtract(_pairs(_pushed(before, after)))
    return Counter({pair: change for pair, change in changes.items() if change})


def _pushed(before: list[Entry], after: list[Entry]) -> Iterator[EntryPair]:
    """Yield the pairs that were as far apart as the window reaches, and now are one further."""
    for place, one in enumerate(before):
        across = NEIGHBOURS - 1 - place
        if across < len(after):
            yield one, after[across]


def _pairs(found: Iterable[EntryPair]) -> Iterator[EntryPair]:
    """Put the earlier report first; mentions of one report are never compared."""
    for one, other in found:
        if one.report != other.report:
            yield (one, other) if one[1:] < other[1:] else (other, one)


def components(mentions: Iterable[str], edges: Iterable[MentionPair]) -> dict[str, str]:
    """Return for each mention the least mention that the edges connect it to, itself at the least."""
    found = {mention: [mention] for mention in mentions}
    for one, other in edges:
        left, right = found[one], found[other]
        if left is not right:
            small, large = sorted((left, right), key=len)
            large += small
            found.update(dict.fromkeys(small, large))
    least = {id(members): min(members) for members in found.values()}
    return {mention: least[id(members)] for mention, members in found.items()}
