"""A dated report, and what is set aside instead of read."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from wederhoor.model.dayset import DaySet


@dataclass(frozen=True, slots=True)
class Report:
    """One news report as it came in.

    Attributes:
        id: the id it came with, or its file's stem.
        title: the headline; "" when there is none.
        body: the running text.
        published: when it was published, as written: an ISO 8601 moment, day, month or year.
        days: the days, in the outlet's own time zone, on which it can have been published.
        outlet: who published it; "" when not known.
        url: where; "" when not known.
    """

    id: str
    title: str
    body: str
    published: str
    days: DaySet
    outlet: str = ""
    url: str = ""

    @property
    def text(self) -> str:
        """The text that every offset counts in: title, blank line, body."""
        return f"{self.title}\n\n{self.body}" if self.title else self.body

    @property
    def order(self) -> tuple[int, str, str]:
        """The sort key of reports: first day of publication, moment as written, id."""
        return (self.days.ranges[0][0], self.published, self.id)

    @property
    def content_hash(self) -> str:
        """A fingerprint (SHA-256, hexadecimal) of what the report says and when and by whom."""
        parts = (self.title, self.body, self.published, self.outlet, self.url)
        return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was set aside, and why.

    Attributes:
        where: file, and line or id, so that a person can find it.
        reason: a short code, such as `no-date`.
        detail: one line in plain English that says what to do.
    """

    where: str
    reason: str
    detail: str
