"""Linking one record at many moments: what two mentions have in common is worked out once.

Example:
    A reader who slides from one day to the next has the mentions of both days compared once; only which of them
    are neighbours, and how they group, is worked out for each day.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from wederhoor.linking import Profile, candidates, events_of, grouped, profiled, score_of
from wederhoor.linking.clustering import Scored
from wederhoor.model import Decision, Event, Reading, Report
from wederhoor.model.links import MentionPair


class Linker:
    """Links readings as `wederhoor.linking.link` does, and remembers profiles and scores.

    A profile is of one report and a score of two profiles, so neither depends on what else is known.
    Several threads may link at once, and then at worst do the same work twice.

    Args:
        decisions: the reviewers' decisions.
    """

    def __init__(self, decisions: Sequence[Decision]) -> None:
        self._decisions = decisions
        self._profiles: dict[str, list[Profile]] = {}
        self._scores: dict[MentionPair, float | None] = {}

    def link(self, read: Sequence[Reading], known: Mapping[str, Report]) -> tuple[Event, ...]:
        """Return the events of these readings; see `wederhoor.linking.link`."""
        profiles = sorted(
            (profile for reading in read for profile in self._of(reading, known)),
            key=lambda profile: profile.order,
        )
        groups = grouped(profiles, self._compared(profiles), self._decisions)
        return events_of(groups, read, known)

    def _of(self, reading: Reading, known: Mapping[str, Report]) -> list[Profile]:
        found = self._profiles.get(reading.report)
        if found is None:
            found = self._profiles[reading.report] = profiled([reading], known)
        return found

    def _compared(self, profiles: Sequence[Profile]) -> Iterator[Scored]:
        for first, second in candidates(profiles):
            one, other = profiles[first], profiles[second]
            pair = (one.mention.id, other.mention.id)
            if pair not in self._scores:
                self._scores[pair] = score_of(one, other)
            if (score := self._scores[pair]) is not None:
                yield Scored(first, second, score)
