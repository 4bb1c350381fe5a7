"""Keeping the links of a record up to date: what is new is linked into what is there.

In goes a store with reports that are not linked yet; out come groups of mentions, those that linking
everything at once would give. Few new reports touch the groups that they may belong to and no others; for
many, all is linked anew, which then is quicker.

Example:
    After one more report on a record of 10,000, `relink` compares its mentions with their neighbours in
    their blocks and makes two or three groups anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from wederhoor.linking import (
    JOIN,
    Profile,
    block_codes,
    candidates,
    components,
    entered,
    entry_of,
    grouped,
    linking_version,
    profiled,
    score_of,
)
from wederhoor.linking.clustering import Scored
from wederhoor.model import Decision, DecisionKind
from wederhoor.model.links import Compared, MentionPair
from wederhoor.store import Links, Store

_FEW = 20  # fewer than one in so many reports are linked in; more, and all is linked anew


def relink(store: Store) -> None:
    """Link what is not linked yet; does nothing where all is.

    Raises:
        StoreError: the record cannot be written.
    """
    with store.links() as links:
        version = linking_version()
        new = links.unlinked(version)
        if not new:
            return
        decisions = tuple(store.decisions())
        if len(new) * _FEW > store.counts().reports:
            links.clear()
            _Whole(store, links, decisions).link()
        else:
            _Increment(store, links, decisions).link(new)
        links.mark_linked(version)


@dataclass(slots=True)
class _Whole:
    """All mentions of the record at once."""

    store: Store
    links: Links
    decisions: Sequence[Decision]

    def link(self) -> None:
        reports = {report.id: report for report in self.store.reports()}
        profiles = profiled(self.store.readings(), reports)
        ids = [profile.mention.id for profile in profiles]
        neighbours = candidates(profiles)
        found = []
        for (one, other), blocks in neighbours.items():
            score = score_of(profiles[one], profiles[other])
            found.append(Compared((ids[one], ids[other]), blocks, score))
        self.links.keep_compared(found)
        self.links.enter_many(
            (block, entry_of(profile)) for profile in profiles for block in block_codes(profile)
        )
        scored = ((*one.pair, one.score) for one in found if one.score is not None)
        _regroup(self.links, profiles, scored, self.decisions)


@dataclass(slots=True)
class _Increment:
    """A few new reports among many that are linked."""

    store: Store
    links: Links
    decisions: Sequence[Decision]

    def link(self, new: Iterable[str]) -> None:
        profiles = self._profiles(new)
        changes = {
            (one.mention, other.mention): change
            for (one, other), change in entered(self.links, profiles.values()).items()
        }
        touched = set(profiles) | self._compare(changes)
        members = self._members(touched)
        loaded = self._profiles({_report(mention) for mention in members})
        some = [profile for mention, profile in loaded.items() if mention in members]
        some.sort(key=lambda profile: profile.order)
        _regroup(self.links, some, self.links.scored_among(members), self.decisions)

    def _compare(self, changes: Mapping[MentionPair, int]) -> set[str]:
        """Keep what changed between pairs; return the mentions whose component that may change."""
        kept = self.links.compared(changes)
        self.links.change_blocks({pair: kept[pair].blocks + changes[pair] for pair in kept})
        fresh = changes.keys() - kept.keys()
        loaded = self._profiles({_report(mention) for pair in fresh for mention in pair})
        scored = [
            Compared(pair, changes[pair], score_of(loaded[pair[0]], loaded[pair[1]]))
            for pair in sorted(fresh)
        ]
        self.links.keep_compared(scored)
        gone = [one for pair, one in kept.items() if not one.blocks + changes[pair]]
        told = [one for one in (*scored, *gone) if one.score is not None]
        where = self.links.components({mention for one in told for mention in one.pair})
        return {
            mention
            for one in told
            if _speaks(one) or _together(one.pair, where)
            for mention in one.pair
        }

    def _members(self, touched: set[str]) -> set[str]:
        """Return all mentions that are connected to the touched ones, by pairs or by decisions."""
        members = self.links.connected(touched, JOIN)
        while led := {
            mention
            for pair in _joins(self.decisions)
            if not members.isdisjoint(pair)
            for mention in pair
            if mention not in members
        }:
            members = self.links.connected(members | led, JOIN)
        return members

    def _profiles(self, reports: Iterable[str]) -> dict[str, Profile]:
        found, readings = self.store.some(reports)
        return {profile.mention.id: profile for profile in profiled(readings, found)}


def _regroup(
    links: Links,
    profiles: Sequence[Profile],
    scored: Iterable[tuple[str, str, float]],
    decisions: Sequence[Decision],
) -> None:
    """Group the mentions of whole components anew, and keep the groups."""
    rank = {profile.mention.id: place for place, profile in enumerate(profiles)}
    pairs = [Scored(rank[one], rank[other], score) for one, other, score in scored]
    edges = [
        (profiles[pair.first].mention.id, profiles[pair.second].mention.id)
        for pair in pairs
        if pair.score >= JOIN
    ]
    edges += [pair for pair in _joins(decisions) if rank.keys() >= set(pair)]
    links.replace_groups(rank, grouped(profiles, pairs, decisions), components(rank, edges))


def _joins(decisions: Iterable[Decision]) -> list[MentionPair]:
    return [(one.first, one.second) for one in decisions if one.kind is DecisionKind.JOIN]


def _speaks(one: Compared) -> bool:
    return one.score is not None and one.score >= JOIN


def _together(pair: MentionPair, where: Mapping[str, str]) -> bool:
    first = where.get(pair[0])
    return first is not None and first == where.get(pair[1])


def _report(mention: str) -> str:
    return mention.rpartition("#")[0]
