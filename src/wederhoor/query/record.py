"""The record as readers see it: reports, and the events that they add up to, in order of time.

In go the stored facts (reports, their readings, the reviewers' decisions); out comes a frozen
`Record`. Nothing here is kept on disk: the same facts always give the same record, whatever their order.
`History` is the record at every moment; a moment that was asked for before is not worked out again.

Example:
    `load_record(store, as_of="2020-01-08")` is what could be read on the evening of 8 January 2020: a
    report dated only "2020-01" is not in it yet, for it may be of the 31st.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from types import MappingProxyType

from wederhoor.linking import events_of, linking_version
from wederhoor.model import Decision, Dispute, Event, Position, Reading, Report, WeighedEvent
from wederhoor.model.links import Group
from wederhoor.query.moments import Moment, When, surely_from
from wederhoor.query.placing import place_in_time
from wederhoor.query.relinking import Linker
from wederhoor.store import Store
from wederhoor.weighing import undated_versions, weigh

_MOMENTS_KEPT = (
    32  # records of a history that are kept; a reader who slides along days meets them again
)
_WEIGHED_KEPT = 100_000  # weighed events that a history remembers

Weighed = tuple[tuple[Position, ...], tuple[Dispute, ...]]


@dataclass(frozen=True, slots=True)
class Record:
    """Reports and what they tell, at one moment.

    Attributes:
        reports: every report by its id, in order of publication.
        events: the events, in order of the timeline.
        as_of: the moment after which reports are left out, as asked; None for all reports.
    """

    reports: Mapping[str, Report]
    events: tuple[WeighedEvent, ...]
    as_of: str | None = None


class History:
    """A record through time: what could be known at any moment.

    One history holds one state of the stored facts; a program that runs on makes a new one when the
    store has changed. Histories may be read by several threads, and then at worst do the same work twice.

    Args:
        reports: all reports.
        readings: what was read in each.
        decisions: the reviewers' decisions. They always take part: they say what is the same event, not
            what was known.
        groups: which mentions of all reports together are one event, where that is kept; a moment before
            is linked from what was known then.

    Example:
        `History.load(store).as_of("2019-04-21T12:00")` holds what was surely published by noon.
    """

    def __init__(
        self,
        reports: Iterable[Report],
        readings: Iterable[Reading],
        decisions: Iterable[Decision] = (),
        groups: Iterable[Group] | None = None,
    ) -> None:
        taken = tuple(reports)
        undated = undated_versions(taken)
        came = sorted(
            ((surely_from(report, undated=report.id in undated), report) for report in taken),
            key=lambda item: (item[0], item[1].order),
        )
        self._reports = tuple(report for _, report in came)
        self._came = tuple(when for when, _ in came)
        self._readings = {reading.report: reading for reading in readings}
        self._linker = Linker(tuple(decisions))
        self._groups = tuple(groups) if groups is not None else None
        self._records: OrderedDict[int, Record] = OrderedDict()
        self._weighed: dict[tuple[str, ...], Weighed] = {}

    @classmethod
    def load(cls, store: Store) -> History:
        """Return the history that an open store holds.

        Raises:
            StoreError: the store cannot be read.
        """
        groups = store.groups(linking_version())
        return cls(store.reports(), store.readings(), store.decisions(), groups)

    @cached_property
    def record(self) -> Record:
        """The record of all reports."""
        return self._build(self._reports)

    @property
    def days(self) -> tuple[date, ...]:
        """The days on which reports surely came to be known, in order."""
        return tuple(date.fromordinal(day) for day in sorted({day for day, _ in self._came}))

    def as_of(self, moment: str | None) -> Record:
        """Return the record of what was surely published by a moment.

        Args:
            moment: an ISO 8601 day or moment; a day, month or year counts to its end. None for all.

        Raises:
            QueryError: it is no date.
        """
        if moment is None:
            return self.record
        known = self.known_by(Moment.parse(moment).when)
        return replace(self._known(known), as_of=moment)

    def known_by(self, when: When) -> int:
        """Return how many reports were surely published by then; two moments with one number are alike."""
        return bisect_right(self._came, when)

    def _known(self, number: int) -> Record:
        if number == len(self._reports):
            return self.record
        found = self._records.get(number)
        if found is None:
            found = self._records[number] = self._build(self._reports[:number])
            while len(self._records) > _MOMENTS_KEPT:
                self._records.pop(next(iter(self._records)), None)
        else:
            self._records.move_to_end(number)
        return found

    def _build(self, taken: Sequence[Report]) -> Record:
        known = MappingProxyType({report.id: report for report in sorted(taken, key=_order)})
        read = [self._readings[name] for name in known if name in self._readings]
        kept = self._groups if len(taken) == len(self._reports) else None
        linked = self._linker.link(read, known) if kept is None else events_of(kept, read, known)
        events = [self._weigh(event, known) for event in linked]
        events.sort(key=lambda weighed: place_in_time(weighed.event, known).order)
        return Record(known, tuple(events))

    def _weigh(self, event: Event, known: Mapping[str, Report]) -> WeighedEvent:
        """Weigh an event; the same mentions weigh the same at every moment."""
        mentions = tuple(mention.id for mention in event.mentions)
        found = self._weighed.get(mentions)
        if found is None:
            if len(self._weighed) >= _WEIGHED_KEPT:
                self._weighed.clear()
            weighed = weigh(event, known)
            found = self._weighed[mentions] = (weighed.positions, weighed.disputes)
        return WeighedEvent(event, *found)


def load_record(store: Store, as_of: str | None = None) -> Record:
    """Build the record that an open store holds; see `History.as_of`.

    Raises:
        QueryError: `as_of` is no date.
        StoreError: the store cannot be read.
    """
    return History.load(store).as_of(as_of)


def build_record(
    reports: Iterable[Report],
    readings: Iterable[Reading],
    decisions: Iterable[Decision] = (),
    as_of: str | None = None,
) -> Record:
    """Build the record of the given facts; as `load_record`, without a store."""
    return History(reports, readings, decisions).as_of(as_of)


def _order(report: Report) -> tuple[int, str, str]:
    return report.order
