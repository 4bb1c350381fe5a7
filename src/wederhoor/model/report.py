"""A dated report, and what is set aside instead of read."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from wederhoor.model.dayset import DaySet

OUTLET_ZONE = "Europe/Amsterdam"
"""The time zone in which a moment of publication is told: that of Dutch outlets."""

_SITE_LABELS = 2  # "feeds.nos.nl" and "nos.nl" are one site
_ARTICLE_NUMBER = re.compile(r"(?:.*[~_-])?(?P<number>\d{5,}|(?=[a-f]*\d)[0-9a-f]{7,})(?:\.\w+)?")
_DATE_LIKE = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:\d\d)?")


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
    def clock(self) -> str:
        """When it was published, by the outlet's own clock; "" when only the day is known.

        Example:
            "2019-04-21T05:43:37+00:00" is "2019-04-21T07:43:37" in Amsterdam.
        """
        return local_clock(self.published)

    @property
    def order(self) -> tuple[int, str, str]:
        """The sort key of reports: first day of publication, moment (else as written), id."""
        return (self.days.ranges[0][0], self.clock or self.published, self.id)

    @property
    def article(self) -> str:
        """What versions of one article have in common: site and number, or address; "" when not known."""
        return article_of(self.url)

    @property
    def content_hash(self) -> str:
        """A fingerprint (SHA-256, hexadecimal) of what the report says and when and by whom."""
        parts = (self.title, self.body, self.published, self.outlet, self.url)
        return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


@lru_cache(maxsize=1 << 16)
def local_clock(published: str) -> str:
    """Return a moment of publication by the outlet's own clock, so that moments sort as they came.

    Args:
        published: a date as written; a moment without an offset is local already.

    Returns:
        "2019-04-21T07:43:37", with a fraction where one is written; "" for a day, month or year.
    """
    if ":" not in published and "T" not in published:
        return ""
    try:
        moment = datetime.fromisoformat(published)
        if moment.tzinfo is not None:
            moment = moment.astimezone(ZoneInfo(OUTLET_ZONE))
    except (ValueError, OverflowError):
        return ""
    return moment.replace(tzinfo=None).isoformat()


@lru_cache(maxsize=1 << 16)
def article_of(url: str) -> str:
    """Return what addresses of one article share, though its title in the address changes.

    Most sites give an article a number and put the headline beside it; a later version has another
    headline and the same number.

    Args:
        url: the address; "" gives "".

    Example:
        "https://www.bode.nl/buitenland/5855247/dertien-arrestaties.html" and ".../5855247/veertien-arrestaties.html"
        are both "bode.nl#5855247".
    """
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return url
    if not host:
        return url.strip()
    segments = [segment for segment in parts.path.split("/") if segment]
    numbered = (_ARTICLE_NUMBER.fullmatch(segment) for segment in reversed(segments))
    for match in numbered:
        if match and not _DATE_LIKE.fullmatch(match["number"]):
            return f"{'.'.join(host.split('.')[-_SITE_LABELS:])}#{match['number']}"
    return f"{host}/{'/'.join(segments)}" + (f"?{parts.query}" if parts.query else "")


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
