"""The linking step: mentions of many reports in, groups of mentions and their events out."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping, Sequence

from wederhoor.linking.assembling import Told, assemble
from wederhoor.linking.blocking import candidates
from wederhoor.linking.clustering import Scored, cluster
from wederhoor.linking.contradiction import contradict
from wederhoor.linking.days import date_groups
from wederhoor.linking.features import FEATURES, reasons
from wederhoor.linking.profile import Profile, profiles_of, tellings_of
from wederhoor.model.event import Event, Join, Reading
from wederhoor.model.links import Group
from wederhoor.model.record import Decision, DecisionKind
from wederhoor.model.report import Report

_log = logging.getLogger(__name__)
_DIGITS = 2  # decimals of a score in the record

Pair = tuple[int, int]


def link(
    readings: Iterable[Reading],
    reports: Mapping[str, Report],
    decisions: Iterable[Decision] = (),
) -> tuple[Event, ...]:
    """Join the mentions of many reports into events.

    Pure: the same readings, reports and decisions give the same events, whatever their order.
    Reviewers' decisions go before all else; of two on one pair the later holds, and a JOIN that would
    bring together what a SPLIT keeps apart is not carried out.

    Args:
        readings: what was read, one for each report.
        reports: the reports by id; at least those of the readings.
        decisions: reviewers' words on pairs of mentions; those on unknown mentions are passed over.

    Returns:
        The events, in the order of their earliest mention.

    Raises:
        KeyError: a reading is of a report that is not in `reports`.

    Example:
        "Raketten troffen zondag Ain al-Asad" (outlet A) and "de raketaanval van zondag op Ain al-Asad"
        (outlet B) give one event with two mentions.
    """
    profiles = profiled(readings, reports)
    groups = grouped(profiles, compared(profiles), decisions)
    return _assembled(groups, profiles, reports)


def events_of(
    groups: Iterable[Group], readings: Iterable[Reading], reports: Mapping[str, Report]
) -> tuple[Event, ...]:
    """Return the events of groups that are known already, in the order of their earliest mention.

    Args:
        groups: all mentions of the readings, in groups.
        readings: what was read.
        reports: the reports of the readings by id.
    """
    tellings = [
        told for reading in readings for told in tellings_of(reading, reports[reading.report])
    ]
    return _assembled(groups, tellings, reports)


def _assembled(
    groups: Iterable[Group], told: Iterable[Told], reports: Mapping[str, Report]
) -> tuple[Event, ...]:
    by_id = {one.mention.id: one for one in told}
    found = [([by_id[mention] for mention in group.mentions], group.joins) for group in groups]
    found.sort(key=lambda group: group[0][0].order)
    dated = date_groups([mentions for mentions, _ in found], reports)
    return tuple(
        assemble(mentions, reports, joins, dated.get(mentions[0].mention.id))
        for mentions, joins in found
    )


def profiled(readings: Iterable[Reading], reports: Mapping[str, Report]) -> list[Profile]:
    """Return the profiles of all mentions, in the order of their reports."""
    found = (profile for one in readings for profile in profiles_of(one, reports[one.report]))
    return sorted(found, key=lambda profile: profile.order)


def compared(profiles: Sequence[Profile]) -> list[Scored]:
    """Return the pairs that share a block and do not contradict one another, each with its score."""
    pairs = (
        Scored(*pair, score)
        for pair in candidates(profiles)
        if (score := score_of(profiles[pair[0]], profiles[pair[1]])) is not None
    )
    return list(pairs)


def score_of(first: Profile, second: Profile) -> float | None:
    """Return how much speaks for two mentions being one event; None where they contradict."""
    if contradict(first, second):
        return None
    return round(sum(feature(first, second) for _, feature in FEATURES), _DIGITS)


def grouped(
    profiles: Sequence[Profile], pairs: Iterable[Scored], decisions: Iterable[Decision] = ()
) -> list[Group]:
    """Group the mentions of `profiles`, which are in the order of their reports.

    Groups depend on one another only through pairs that speak for a join and through decisions: the
    profiles may be all there are, or those that such pairs connect, with the same result for them.
    """
    joined, split = _decided(profiles, decisions)
    groups, made = cluster(profiles, pairs, joined, split)
    told = _joins(profiles, groups, made, joined)
    return [
        Group(tuple(profiles[index].mention.id for index in group), told.get(group[0], ()))
        for group in groups
    ]


def _decided(
    profiles: Sequence[Profile], decisions: Iterable[Decision]
) -> tuple[list[Pair], list[Pair]]:
    """Return the pairs that reviewers join (latest decision first) and those they keep apart."""
    index_of = {profile.mention.id: index for index, profile in enumerate(profiles)}
    last: dict[Pair, Decision] = {}
    for decision in sorted(decisions, key=lambda found: (found.made, found.id)):
        if decision.first not in index_of or decision.second not in index_of:
            _log.debug("decision %s is on a mention that is not there", decision.id)
            continue
        one, other = sorted((index_of[decision.first], index_of[decision.second]))
        last.pop((one, other), None)
        last[one, other] = decision
    joined = [pair for pair, found in last.items() if found.kind is DecisionKind.JOIN]
    split = [pair for pair, found in last.items() if found.kind is DecisionKind.SPLIT]
    return joined[::-1], split


def _joins(
    profiles: Sequence[Profile],
    groups: Iterable[Sequence[int]],
    made: Iterable[Scored],
    decided: Iterable[Pair],
) -> dict[int, tuple[Join, ...]]:
    """Return, by first mention of a group, the joins that made it, a reviewer's before the others."""
    group_of = {index: group[0] for group in groups for index in group}
    found: dict[int, list[Join]] = {}
    for first, second in sorted(decided):
        if group_of[first] == group_of[second]:
            found.setdefault(group_of[first], []).append(_decided_join(profiles, first, second))
    for pair in made:
        found.setdefault(group_of[pair.first], []).append(_join(profiles, pair))
    return {group: tuple(joins) for group, joins in found.items()}


def _join(profiles: Sequence[Profile], pair: Scored) -> Join:
    first, second = profiles[pair.first], profiles[pair.second]
    return Join(first.mention.id, second.mention.id, pair.score, reasons(first, second))


def _decided_join(profiles: Sequence[Profile], first: int, second: int) -> Join:
    ids = profiles[first].mention.id, profiles[second].mention.id
    return Join(*ids, score=0.0, reasons=(("decision", 0.0),))
