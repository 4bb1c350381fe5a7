"""How alike two groupings of the same mentions are: MUC, B3, CEAF-e and their mean, the CoNLL score.

Sources: Vilain and others (MUC-6, 1995), Bagga and Baldwin (LREC 1998), Luo (HLT-EMNLP 2005), Pradhan and others
(CoNLL 2012). Both groupings hold the same mentions, single ones included.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

Grouping = Mapping[str, str]
"""The group of each mention."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """F1 by each measure."""

    muc: float
    b3: float
    ceaf_e: float

    @property
    def conll(self) -> float:
        """The mean of the three."""
        return (self.muc + self.b3 + self.ceaf_e) / 3


def likeness(found: Grouping, gold: Grouping) -> Likeness:
    """Compare two groupings of the same mentions.

    Example:
        Two equal groupings have 1.0 by each measure.
    """
    return Likeness(
        _f1(_muc(gold, found), _muc(found, gold)),
        _f1(_b3(gold, found), _b3(found, gold)),
        _ceaf_e(found, gold),
    )


def _f1(recall: float, precision: float) -> float:
    both = recall + precision
    return 2 * recall * precision / both if both else 0.0


def _groups(grouping: Grouping) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for mention, group in grouping.items():
        groups.setdefault(group, []).append(mention)
    return groups


def _muc(one: Grouping, other: Grouping) -> float:
    groups = _groups(one).values()
    links = sum(len(group) - 1 for group in groups)
    kept = sum(len(group) - len({other[mention] for mention in group}) for group in groups)
    return kept / links if links else 1.0


def _b3(one: Grouping, other: Grouping) -> float:
    shares = (
        count * count / len(group)
        for group in _groups(one).values()
        for count in Counter(other[mention] for mention in group).values()
    )
    return sum(shares) / len(one) if one else 1.0


def _ceaf_e(found: Grouping, gold: Grouping) -> float:
    sizes, others = Counter(found.values()), Counter(gold.values())
    shared = Counter((found[mention], gold[mention]) for mention in found)
    worth = {pair: 2 * n / (sizes[pair[0]] + others[pair[1]]) for pair, n in shared.items()}
    best = sum(_best(part) for part in _parts(worth))
    return 2 * best / (len(sizes) + len(others)) if sizes else 1.0


Worth = dict[tuple[str, str], float]


def _parts(worth: Worth) -> Iterable[Worth]:
    """Yield the pairs in parts that share no group: each can be matched by itself."""
    by_group: dict[tuple[bool, str], list[tuple[str, str]]] = {}
    for pair in worth:
        by_group.setdefault((True, pair[0]), []).append(pair)
        by_group.setdefault((False, pair[1]), []).append(pair)
    seen: set[tuple[str, str]] = set()
    for start in worth:
        part, todo = {}, [start]
        while todo:
            pair = todo.pop()
            if pair not in seen:
                seen.add(pair)
                part[pair] = worth[pair]
                todo += by_group[True, pair[0]] + by_group[False, pair[1]]
        if part:
            yield part


def _best(worth: Worth) -> float:
    """Return the worth of the best one-to-one match, by growing it along better paths."""
    rows, columns = sorted({a for a, _ in worth}), sorted({b for _, b in worth})
    if len(rows) > len(columns):
        return _best({(b, a): value for (a, b), value in worth.items()})
    costs = [[-worth.get((a, b), 0.0) for b in columns] for a in rows]
    return -_assignment(costs)


def _assignment(costs: Sequence[Sequence[float]]) -> float:
    """Return the least cost of giving each row a column of its own (Kuhn 1955, Munkres 1957)."""
    width = len(costs[0])
    row_of = [-1] * (width + 1)
    over = [0.0] * (len(costs) + 1)
    under = [0.0] * (width + 1)
    for row in range(len(costs)):
        row_of[width] = row
        path = _shortest_path(costs, row_of, over, under)
        column = path[-1]
        for before in reversed(path[:-1]):
            row_of[column], column = row_of[before], before
    return sum(costs[row_of[j]][j] for j in range(width) if row_of[j] >= 0)


def _shortest_path(
    costs: Sequence[Sequence[float]], row_of: list[int], over: list[float], under: list[float]
) -> list[int]:
    """Return the columns from the new row's to a free one along which the match changes."""
    width = len(costs[0])
    least, came_from = [float("inf")] * width, [width] * width
    used: list[int] = []
    column = width
    while row_of[column] >= 0:
        used.append(column)
        row = row_of[column]
        for j in range(width):
            cost = costs[row][j] - over[row] - under[j]
            if j not in used and cost < least[j]:
                least[j], came_from[j] = cost, column
        step, following = min((least[j], j) for j in range(width) if j not in used)
        for j in used:
            over[row_of[j]] += step
            under[j] -= step
        for j in range(width):
            if j not in used:
                least[j] -= step
        column = following
    path = [column]
    while path[-1] != width:
        path.append(came_from[path[-1]])
    return path[::-1]
