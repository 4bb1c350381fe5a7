"""Versions of one article, and what changed from one to the next.

Example:
    An article first says "tientallen doden", its last version "207 doden": two reports with one article
    number. Compared, the sentence with the first number is gone and that with the second is new.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wederhoor.errors import QueryError
from wederhoor.model import Claim, Report, Span
from wederhoor.query.record import Record
from wederhoor.weighing.positions import value_key

_STOP = re.compile(r"(?<=[.!?…])[\"'’”»)]*\s+|\n+")


@dataclass(frozen=True, slots=True)
class Revision:
    """What changed from one version of an article to the next.

    Attributes:
        older: the earlier version.
        newer: the later one.
        gone: the sentences of the earlier that are not in the later, as places in its text.
        new: the sentences of the later that were not in the earlier, as places in its text.
        dropped: claims of the earlier that the later does not make.
        added: claims of the later that the earlier did not make.
    """

    older: Report
    newer: Report
    gone: tuple[Span, ...]
    new: tuple[Span, ...]
    dropped: tuple[Claim, ...]
    added: tuple[Claim, ...]


def versions(record: Record, report: str) -> tuple[Report, ...]:
    """Return all versions of the article that a report is of, itself included.

    Versions that share a moment came in an order that nobody wrote down; they stand by length, for articles grow.

    Args:
        record: the record.
        report: id of a report.

    Raises:
        QueryError: there is no such report.
    """
    if report not in record.reports:
        raise QueryError(f"no report {report!r} in the record: `wederhoor reports` lists them")
    one = record.reports[report]
    if not one.article:
        return (one,)
    same = (
        other
        for other in record.reports.values()
        if other.outlet == one.outlet and other.article == one.article
    )
    return tuple(sorted(same, key=lambda found: (*found.order[:2], len(found.text), found.id)))


def revision(record: Record, older: str, newer: str) -> Revision:
    """Compare two versions of an article.

    Args:
        record: the record.
        older: id of the earlier report.
        newer: id of the later.

    Raises:
        QueryError: there is no such report.
    """
    for name in (older, newer):
        if name not in record.reports:
            raise QueryError(f"no report {name!r} in the record: `wederhoor reports` lists them")
    before, after = record.reports[older], record.reports[newer]
    told = {older: list[Claim](), newer: list[Claim]()}
    for weighed in record.events:
        for claim in weighed.event.claims:
            if claim.report in told:
                told[claim.report].append(claim)
    said = {name: {_said(claim) for claim in claims} for name, claims in told.items()}
    return Revision(
        older=before,
        newer=after,
        gone=_not_in(before.text, after.text),
        new=_not_in(after.text, before.text),
        dropped=tuple(claim for claim in told[older] if _said(claim) not in said[newer]),
        added=tuple(claim for claim in told[newer] if _said(claim) not in said[older]),
    )


def _said(claim: Claim) -> tuple[str, ...]:
    sources = (source.key for source in claim.sources)
    return (claim.field, claim.stance, claim.part, value_key(claim.value), *sources)


def _not_in(text: str, other: str) -> tuple[Span, ...]:
    known = {" ".join(span.of(other).split()) for span in _sentences(other)}
    return tuple(span for span in _sentences(text) if " ".join(span.of(text).split()) not in known)


def _sentences(text: str) -> Iterator[Span]:
    start = 0
    for stop in _STOP.finditer(text):
        end = stop.start() + len(stop.group().rstrip())
        if text[start:end].strip():
            yield Span(start, end)
        start = stop.end()
    if text[start:].strip():
        yield Span(start, len(text))
