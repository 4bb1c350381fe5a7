"""The record as readers see it: reports, and the events that they add up to, in order of time.

In go the stored facts (reports, their readings, the reviewers' decisions); out comes a frozen
`Record`. Nothing here is kept: the same facts always give the same record, whatever their order.

Example:
    `load_record(store, as_of="2020-01-08")` is what could be read on the evening of 8 January 2020: a
    report dated only "2020-01" is not in it yet, for it may be of the 31st.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from wederhoor.linking import events_of, link, linking_version
from wederhoor.model import Decision, Event, Reading, Report, WeighedEvent
from wederhoor.query.moments import Moment
from wederhoor.query.placing import place_in_time
from wederhoor.store import Store
from wederhoor.weighing import weigh


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


def load_record(store: Store, as_of: str | None = None) -> Record:
    """Build the record that an open store holds.

    Args:
        store: an open store.
        as_of: an ISO 8601 day or moment (a month or year counts to its end); only reports that
            were surely published by then take part. A reviewer's decisions always do: they say what is
            the same event, not what was known.

    Raises:
        QueryError: `as_of` is no date.
        StoreError: the store cannot be read.
    """
    groups = store.groups(linking_version()) if as_of is None else None
    if groups is None:
        return build_record(store.reports(), store.readings(), store.decisions(), as_of)
    known = {report.id: report for report in store.reports()}
    return _record(known, events_of(groups, store.readings(), known), None)


def build_record(
    reports: Iterable[Report],
    readings: Iterable[Reading],
    decisions: Iterable[Decision] = (),
    as_of: str | None = None,
) -> Record:
    """Build the record of the given facts; as `load_record`, without a store."""
    until = Moment.parse(as_of) if as_of is not None else None
    taken = [report for report in reports if until is None or until.knows(report)]
    known = {report.id: report for report in sorted(taken, key=_order)}
    read = [reading for reading in readings if reading.report in known]
    return _record(known, link(read, known, tuple(decisions)), as_of)


def _record(reports: Mapping[str, Report], events: Iterable[Event], as_of: str | None) -> Record:
    weighed = [weigh(event, reports) for event in events]
    weighed.sort(key=lambda one: place_in_time(one.event, reports).order)
    return Record(MappingProxyType(dict(reports)), tuple(weighed), as_of)


def _order(report: Report) -> tuple[int, str, str]:
    return report.order
