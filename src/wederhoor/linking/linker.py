"""The linking step: mentions of many reports in, events out."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping, Sequence

from wederhoor.linking.assembling import assemble
from wederhoor.linking.blocking import candidates
from wederhoor.linking.clustering import Scored, cluster
from wederhoor.linking.contradiction import contradict
from wederhoor.linking.features import FEATURES, reasons
from wederhoor.linking.profile import Profile, profiles_of
from wederhoor.model.event import Event, Join, Reading
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
    profiles = sorted(
        (found for reading in readings for found in profiles_of(reading, reports[reading.report])),
        key=lambda profile: profile.order,
    )
    joined, split = _decided(profiles, decisions)
    pairs = [_scored(profiles, pair) for pair in candidates(profiles) if _possible(profiles, pair)]
    groups, made = cluster(profiles, pairs, joined, split)
    told = _joins(profiles, groups, made, joined)
    return tuple(
        assemble([profiles[index] for index in group], reports, told.get(group[0], ()))
        for group in groups
    )


def _possible(profiles: Sequence[Profile], pair: Pair) -> bool:
    return not contradict(profiles[pair[0]], profiles[pair[1]])


def _scored(profiles: Sequence[Profile], pair: Pair) -> Scored:
    first, second = profiles[pair[0]], profiles[pair[1]]
    score = sum(feature(first, second) for _, feature in FEATURES)
    return Scored(*pair, round(score, _DIGITS))


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
