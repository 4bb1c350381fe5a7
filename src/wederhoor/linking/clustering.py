"""From scored pairs to groups of mentions, none of which holds a firm contradiction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from wederhoor.linking.contradiction import (
    Sites,
    countries_apart,
    one_killing,
    sites_apart,
    too_late,
)
from wederhoor.linking.features import JOIN
from wederhoor.linking.profile import Profile
from wederhoor.model.dayset import DaySet

_MEAN = -1.0  # least mean score of the compared pairs between two groups; our own, stops chains
_MEAN_BACK = -1.6  # the same where one group only refers back, and so tells next to nothing
_LEAST = (
    -2.0
)  # what a pair counts at the least: a mention that tells little is unlike most of its event
_APART = 5  # reports that an event needs for each of them that tells it as two
_DOUBLES = 3  # reports that an event needs for each report that is in it with two mentions


@dataclass(frozen=True, slots=True)
class Scored:
    """Two mentions (indices, the smaller first) and how much speaks for their being one."""

    first: int
    second: int
    score: float


@dataclass(slots=True)
class _Group:
    """A group in the making: members (also by report), the days they all allow, and how it stands to other groups.

    What contradicts a group contradicts it whatever joins it later, so a refusal is remembered.
    """

    members: list[int]
    reports: dict[str, list[int]]
    days: DaySet | None
    latest: int | None
    sites: set[Sites]
    countries: set[frozenset[str]]
    scores: dict[int, tuple[float, int]] = field(default_factory=dict)
    refused: set[int] = field(default_factory=set)


def cluster(
    profiles: Sequence[Profile],
    pairs: Iterable[Scored],
    joined: Iterable[tuple[int, int]] = (),
    split: Iterable[tuple[int, int]] = (),
) -> tuple[list[list[int]], list[Scored]]:
    """Group mentions, best pairs first.

    Two groups are joined when a pair between them scores at least `JOIN`, the compared pairs between them
    on average speak hardly against it (which stops chains), no two of their mentions contradict one
    another or are kept apart by a reviewer, and hardly any report is in both. Two towns are no
    contradiction where a mention of the groups is of both. The result depends on the set of pairs only, not on their order.

    Args:
        profiles: the mentions, in the order of their reports.
        pairs: compared pairs, those that speak against included.
        joined: pairs that a reviewer joined, the most telling decision first.
        split: pairs that a reviewer keeps apart.

    Returns:
        The groups, as ascending indices, by their first; and the pairs that joined groups, best first.
    """
    making = _Making(profiles, split)
    for first, second in joined:
        making.join(first, second, decided=True)
    ordered = sorted(pairs, key=lambda pair: (-pair.score, pair.first, pair.second))
    making.note(ordered)
    made = list(making.joins(pair for pair in ordered if pair.score >= JOIN))
    return sorted(sorted(group.members) for group in making.groups.values()), made


class _Making:
    """The groups while they are made."""

    def __init__(self, profiles: Sequence[Profile], split: Iterable[tuple[int, int]]) -> None:
        self.profiles = profiles
        self.groups = {
            index: _Group(
                [index],
                {profile.mention.report: [index]},
                profile.firm,
                profile.latest,
                {profile.fine},
                {profile.told_countries},
            )
            for index, profile in enumerate(profiles)
        }
        self.group_of = list(range(len(profiles)))
        self.apart: dict[int, set[int]] = {}
        for first, second in split:
            self.apart.setdefault(first, set()).add(second)
            self.apart.setdefault(second, set()).add(first)

    def note(self, pairs: Iterable[Scored]) -> None:
        """Remember what was compared between which groups."""
        for pair in pairs:
            one, other = self.group_of[pair.first], self.group_of[pair.second]
            if one == other:
                continue
            for left, right in ((one, other), (other, one)):
                total, number = self.groups[left].scores.get(right, (0.0, 0))
                self.groups[left].scores[right] = (total + max(pair.score, _LEAST), number + 1)

    def joins(self, speaking: Iterable[Scored]) -> Iterator[Scored]:
        """Join what speaks for it, best first, and again while that lets others join; yield the pairs that did."""
        left = list(speaking)
        found = True
        while found:
            made = {pair for pair in left if self.join(pair.first, pair.second)}
            yield from (pair for pair in left if pair in made)
            found = bool(made)
            left = [p for p in left if self.group_of[p.first] != self.group_of[p.second]]

    def join(self, first: int, second: int, *, decided: bool = False) -> bool:
        """Join the groups of two mentions, unless something keeps them apart; tell whether it did."""
        one, other = self.group_of[first], self.group_of[second]
        if one == other or self._kept_apart(one, other):
            return False
        if not decided:
            killed = one_killing(self.profiles[first], self.profiles[second])
            if not (self._alike(one, other) and self._compatible(one, other, anywhere=killed)):
                return False
        self._merge(min(one, other), max(one, other))
        return True

    def _alike(self, one: int, other: int) -> bool:
        left, right = self.groups[one], self.groups[other]
        total, number = left.scores[other]
        if self._told_apart(left, right):
            least = JOIN
        else:
            least = _MEAN_BACK if self._only_refers(left) or self._only_refers(right) else _MEAN
        return total / number >= least

    def _only_refers(self, group: _Group) -> bool:
        return all(self.profiles[member].refers for member in group.members)

    def _kept_apart(self, one: int, other: int) -> bool:
        others = self.groups[other].members
        return bool(self.apart) and any(
            not self.apart.get(member, set()).isdisjoint(others)
            for member in self.groups[one].members
        )

    def _compatible(self, one: int, other: int, *, anywhere: bool) -> bool:
        left, right = self.groups[one], self.groups[other]
        if self._told_twice(left, right):
            return False
        if anywhere:
            return not _other_days(left, right)
        if other in left.refused:
            return False
        if _other_days(left, right) or _other_places(left, right):
            left.refused.add(other)
            right.refused.add(one)
            return False
        return True

    def _told_twice(self, left: _Group, right: _Group) -> bool:
        """Whether too many reports would be in it twice, or tell it as two; more reports may mend that."""
        reports = len(left.reports.keys() | right.reports.keys())
        doubles = len(left.members) + len(right.members) - reports
        return doubles * _DOUBLES > reports or self._told_apart(left, right) * _APART > reports

    def _told_apart(self, left: _Group, right: _Group) -> int:
        """In how many places reports tell of both groups, and do not merely refer back to the one in the other."""
        return sum(
            not _takes_up(self.profiles[one], self.profiles[other])
            for report in left.reports.keys() & right.reports.keys()
            for one in left.reports[report]
            for other in right.reports[report]
        )

    def _merge(self, keep: int, drop: int) -> None:
        self._merge_places(keep, drop)
        left, right = self.groups[keep], self.groups.pop(drop)
        left.members += right.members
        for report, members in right.reports.items():
            left.reports.setdefault(report, []).extend(members)
        left.days = _days_of_both(left.days, right.days)
        left.latest = _earliest(left.latest, right.latest)
        for member in right.members:
            self.group_of[member] = keep
        left.refused |= right.refused - {keep}
        left.refused.discard(drop)
        for other in right.refused - {keep}:
            self.groups[other].refused.discard(drop)
            self.groups[other].refused.add(keep)
        left.scores.pop(drop, None)
        for other, (total, number) in right.scores.items():
            if other == keep:
                continue
            before, count = left.scores.get(other, (0.0, 0))
            left.scores[other] = (before + total, count + number)
            del self.groups[other].scores[drop]
            self.groups[other].scores[keep] = left.scores[other]

    def _merge_places(self, keep: int, drop: int) -> None:
        """Take the places of both groups; where they differ those of the larger, and forget whom they refused."""
        left, right = self.groups[keep], self.groups[drop]
        if not _other_places(left, right):
            left.sites |= right.sites
            left.countries |= right.countries
            return
        if len(right.members) > len(left.members):
            left.sites, left.countries = right.sites, right.countries
        for name, group in ((keep, left), (drop, right)):
            for other in group.refused - {keep, drop}:
                self.groups[other].refused.discard(name)
            group.refused.clear()


def _other_days(left: _Group, right: _Group) -> bool:
    """Whether their days keep two groups apart, whatever else joins them."""
    if left.days and right.days and left.days.intersect(right.days) is None:
        return True
    days, latest = _days_of_both(left.days, right.days), _earliest(left.latest, right.latest)
    return too_late(days, latest)


def _other_places(left: _Group, right: _Group) -> bool:
    """Whether their countries or places keep two groups apart."""
    if any(countries_apart(a, b) for a in left.countries for b in right.countries):
        return True
    sites = left.sites | right.sites
    return any(
        sites_apart(a, b) and not _told_together(a, b, sites)
        for a in left.sites
        for b in right.sites
    )


def _takes_up(one: Profile, other: Profile) -> bool:
    """Whether one mention of a report may be of the event of the other, though extract kept them apart."""
    return one.refers or other.refers or bool(one.words & other.words)


def _told_together(one: Sites, other: Sites, told: Iterable[Sites]) -> bool:
    """Whether a mention tells of both: an event in Kabul and Herat was in each of the two."""
    return any(
        len(both) > 1 and not sites_apart(one, both) and not sites_apart(other, both)
        for both in told
    )


def _days_of_both(one: DaySet | None, other: DaySet | None) -> DaySet | None:
    if one is None or other is None:
        return one or other
    return one.intersect(other) or one.unite(other)  # apart only when a reviewer joined them


def _earliest(one: int | None, other: int | None) -> int | None:
    if one is None or other is None:
        return other if one is None else one
    return min(one, other)
