"""How counts of one thing differ: lines of growing knowledge, and disputes.

A first toll is always wrong, so a count that rises is news and no quarrel. All who tell what is known (the
press, the police, hospitals) make one line; a side in the conflict makes its own, and only a side can
be in dispute with another speaker about a number. Who is a side is `parties.Sides`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final

from wederhoor.model.event import Field, Stance
from wederhoor.model.quantity import Quantity
from wederhoor.model.record import DisputeKind
from wederhoor.model.relation import Relation
from wederhoor.model.report import Report
from wederhoor.model.span import Span
from wederhoor.resources.phrases import sentence_span
from wederhoor.weighing.comparing import comparable
from wederhoor.weighing.parties import Sides, is_authority, is_press, same_side
from wederhoor.weighing.positions import Stand

OF_PEOPLE: Final = frozenset(
    {
        Field.KILLED,
        Field.INJURED,
        Field.MISSING,
        Field.DETAINED,
        Field.DISPLACED,
        Field.PERSONNEL,
    }
)
"""Fields of which a count without a noun is of all people concerned."""

_LEAST_OF_TOLL: Final = (
    0.5  # a correction is of this share of the toll at least; less is a part of it
)
_SLIP: Final = 10_000  # no toll grows so many times in one step: that is "miljoen" said by mistake

Pair = tuple[int, int]
Numbered = tuple[int, Stand]


def updates(stands: Sequence[Stand], sides: Sides) -> dict[Pair, DisputeKind]:
    """Return the steps of every line of counts, by the indices of the positions they are between.

    Args:
        stands: the positions, in their fixed order.
        sides: the sides in the conflict.

    Example:
        52, then 138, then 207 by the press and the police is one line with two steps; 60 by the
        attacker in between is no part of it.
    """
    steps: dict[Pair, DisputeKind] = {}
    lines: list[list[Numbered]] = []
    affirmed = [item for item in enumerate(stands) if _is_count(item[1])]
    for item in sorted(affirmed, key=lambda found: (found[1].first[:2], _low(found[1]), found[0])):
        line = next((found for found in lines if _in_line(found[-1][1], item[1], sides)), None)
        if line is None:
            lines.append([item])
            continue
        kind = _step(line[-1][1], item[1])
        if kind is not None:
            steps[line[-1][0], item[0]] = kind
            line.append(item)
    return steps


def _is_count(stand: Stand) -> bool:
    told = stand.position
    affirmed = told.stance in (Stance.ASSERT, Stance.POSSIBLE) and not stand.withdrawn
    return told.field.is_count and affirmed and isinstance(told.value, Quantity)


def _low(stand: Stand) -> int:
    return stand.position.value.low if isinstance(stand.position.value, Quantity) else 0


def _in_line(last: Stand, stand: Stand, sides: Sides) -> bool:
    """Whether a position belongs in a line: the same thing counted by the same kind of speaker."""
    if last.position.field is not stand.position.field or last.part != stand.part:
        return False
    one, other = last.position.source, stand.position.source
    if (sides.holds(one) or sides.holds(other)) and not same_side(one, other):
        return False
    return _of_the_same(last, stand)


def _of_the_same(first: Stand, second: Stand) -> bool:
    one, other = first.position.value, second.position.value
    if not isinstance(one, Quantity) or not isinstance(other, Quantity):
        return False
    return comparable(one, other, whole=first.position.field in OF_PEOPLE)


def _step(last: Stand, stand: Stand) -> DisputeKind | None:
    one, other = last.position.value, stand.position.value
    if not isinstance(one, Quantity) or not isinstance(other, Quantity):
        return None
    if not _follows(last, stand) or other.low > max(one.low, 1) * _SLIP:
        return None
    return _between(last, stand, one, other)


def _between(last: Stand, stand: Stand, one: Quantity, other: Quantity) -> DisputeKind | None:
    """How the one count took the place of the other; None where it did not."""
    if one.relation_to(other) is Relation.CONFLICTS:
        if other.low > one.low:
            return DisputeKind.UPDATE
        return DisputeKind.CORRECTION if _corrects(last, stand, one, other) else None
    if other.low <= one.low:
        return None
    if one.high is None:
        return DisputeKind.UPDATE
    return DisputeKind.REFINEMENT if one.relation_to(other) is Relation.WIDER else None


def _follows(last: Stand, stand: Stand) -> bool:
    """Whether the one came after the other; of versions without a moment their growth is the order."""
    if last.before(stand):
        return True
    versions = last.versions & stand.versions
    return bool(versions) and _low(stand) > _low(last)


def _corrects(last: Stand, stand: Stand, one: Quantity, other: Quantity) -> bool:
    """Whether a lower count is a correction: by who said the higher, or by an authority days later."""
    first, second = last.position, stand.position
    if is_press(first.source) and is_press(second.source):
        own = last.days_before(stand) and not set(first.outlets).isdisjoint(second.outlets)
    else:
        own = same_side(first.source, second.source)
    authority = is_authority(second.source) and last.days_before(stand)
    return (own or authority) and other.low >= one.low * _LEAST_OF_TOLL


def count_disputes(
    stands: Sequence[Stand], sides: Sides, reports: Mapping[str, Report]
) -> Iterator[Pair]:
    """Yield the pairs of counts that sides dispute, each the earlier first.

    Against the press a side's count is set once, with what the press last told.

    Args:
        stands: the positions, in their fixed order.
        sides: the sides in the conflict.
        reports: the reports by id.

    Example:
        80 dead by Iran and none by the VS; not 52 by the press and 138 by the police.
    """
    counts = [item for item in enumerate(stands) if _is_count(item[1])]
    counts.sort(key=lambda found: (found[1].first, found[0]))
    with_press: dict[int, Pair] = {}
    for (first, early), (second, late) in combinations(counts, 2):
        if not _conflicting(early, late) or not _contested(early, late, sides, reports):
            continue
        if is_press(early.position.source) or is_press(late.position.source):
            side = second if is_press(early.position.source) else first
            with_press[side] = (first, second)
        else:
            yield first, second
    yield from with_press.values()


def _conflicting(early: Stand, late: Stand) -> bool:
    one, other = early.position, late.position
    if one.field is not other.field or early.part != late.part:
        return False
    if not one.stance is other.stance is Stance.ASSERT or same_side(one.source, other.source):
        return False
    if not isinstance(one.value, Quantity) or not isinstance(other.value, Quantity):
        return False
    if not _of_the_same(early, late):
        return False
    if one.value.relation_to(other.value) is not Relation.CONFLICTS:
        return False
    return not _outgrown(early, late, one.value, other.value)


def _contested(early: Stand, late: Stand, sides: Sides, reports: Mapping[str, Report]) -> bool:
    """Whether two speakers differ as parties, or one sentence sets two named speakers side by side."""
    one, other = early.position.source, late.position.source
    if sides.contest(one, other):
        return True
    if is_press(one) or is_press(other):
        return False
    return not _sentences(early, reports).isdisjoint(_sentences(late, reports))


def _sentences(stand: Stand, reports: Mapping[str, Report]) -> set[tuple[str, Span]]:
    return {
        (claim.report, sentence_span(reports[claim.report].text, claim.span))
        for claim in stand.position.claims
    }


def _outgrown(early: Stand, late: Stand, one: Quantity, other: Quantity) -> bool:
    """Whether the later count is higher and the lower was not repeated since: a toll that rose.

    "None" from a party is never outgrown; from the press it is what was known.
    """
    if early.last >= late.first[0] or early.known >= late.first[0]:
        return False
    return other.low > one.low and (one.low > 0 or is_press(early.position.source))
