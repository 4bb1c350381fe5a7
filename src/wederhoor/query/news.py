"""What is new in a record: events first told, and events on which parties came to differ.

Example:
    An attack that a report of 8 January tells, and a toll that a report of 9 January contradicts, are two
    pieces of news: "new" on the 8th, "disputed" on the 9th.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from wederhoor.model import Claim, Dispute, DisputeKind, Report, WeighedEvent
from wederhoor.query.catalogue import Catalogue, Entry


class NewsKind(StrEnum):
    """What happened to an event in the record."""

    NEW = "new"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True)
class News:
    """One piece of news.

    Attributes:
        kind: what it is.
        entry: the event.
        report: the report that brought it.
    """

    kind: NewsKind
    entry: Entry
    report: Report


def news(catalogue: Catalogue) -> tuple[News, ...]:
    """Return all news of a record, the latest first."""
    found = [piece for entry in catalogue.entries for piece in _of(entry, catalogue)]
    found.sort(key=lambda piece: (piece.report.order, piece.entry.placing.order, piece.kind))
    return tuple(reversed(found))


def _of(entry: Entry, catalogue: Catalogue) -> Iterator[News]:
    reports = catalogue.record.reports
    told = [reports[mention.report] for mention in entry.weighed.event.mentions]
    yield News(NewsKind.NEW, entry, min(told, key=_order))
    differing = [
        max(_first(d.first.claims, reports), _first(d.second.claims, reports), key=_order)
        for d in _disputes(entry.weighed)
    ]
    if differing:
        yield News(NewsKind.DISPUTED, entry, min(differing, key=_order))


def _disputes(weighed: WeighedEvent) -> list[Dispute]:
    return [found for found in weighed.disputes if found.kind is DisputeKind.DISPUTE]


def _first(claims: Iterable[Claim], reports: Mapping[str, Report]) -> Report:
    return min((reports[claim.report] for claim in claims), key=_order)


def _order(report: Report) -> tuple[int, str, str]:
    return report.order
