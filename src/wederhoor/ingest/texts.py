"""One text report: a `date` header, and the text.

Example:
    "date 2020-01 In Den Helder ..." was published on some day of January 2020.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, replace

from wederhoor.ingest.aside import Reason, SetAsideError
from wederhoor.ingest.dates import days_of
from wederhoor.ingest.decoding import MAX_BYTES, check_text, decoded, too_long
from wederhoor.model import DaySet, Report

_HEADER = re.compile(r"\s*date[ \t]*:?[ \t]+(?P<when>\d\S*)", re.IGNORECASE)
_NO_DATE = "no date of publication; begin the text with `date 2024-07-01` or give --published"
HASH_LENGTH = 12  # hexadecimal digits: a chance of 1 in 50,000 that two of 100,000 reports clash


@dataclass(frozen=True, slots=True)
class Given:
    """What the user says of reports that do not say it themselves.

    Attributes:
        published: date of publication as written; None when not given.
        days: the days that it stands for; None when not given.
        outlet: the outlet; "" when not given.
    """

    published: str | None = None
    days: DaySet | None = None
    outlet: str = ""

    def dated(self, published: str | None) -> tuple[str, DaySet]:
        """Return a report's own date, or else the given one, and the days it stands for.

        Raises:
            SetAsideError: neither is there, or the report's own is no date.
        """
        own = (published or "").strip()
        if own:
            return own, days_of(own)
        if self.published is None or self.days is None:
            raise SetAsideError(Reason.NO_DATE, _NO_DATE)
        return self.published, self.days


def text_report(stream: io.BufferedReader, stem: str, given: Given) -> Report:
    """Read one text report to its end.

    Args:
        stream: UTF-8.
        stem: the id of the report.
        given: date and outlet for a text that has no header of its own.

    Raises:
        SetAsideError: it cannot be read as a report.
    """
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise too_long(f"more than {MAX_BYTES:,} bytes")
    text = decoded(data)
    header = _HEADER.match(text)
    written = header["when"].rstrip(".,;:") if header else None
    body = text[header.end() if header else 0 :].replace("\r\n", "\n").replace("\r", "\n").strip()
    check_text("", body)
    published, days = given.dated(written)
    return Report(stem, "", body, published, days, given.outlet)


def with_hashed_id(report: Report) -> Report:
    """Return the report with a short hash of its content put behind its id."""
    return replace(report, id=f"{report.id}-{report.content_hash[:HASH_LENGTH]}")
