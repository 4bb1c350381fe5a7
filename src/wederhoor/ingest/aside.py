"""Why a report is set aside instead of read."""

from __future__ import annotations

import re
from enum import StrEnum

from wederhoor.model import Skipped

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


class Reason(StrEnum):
    """The codes that `Skipped.reason` can have when it comes from reading files."""

    BAD_DATE = "bad-date"  # no ISO 8601 date, or a day that does not exist
    BAD_ID = "bad-id"  # an id or file name that cannot be written as text
    BINARY = "binary"  # so many control characters that it is no text
    BROKEN_JSON = "broken-json"
    DAMAGED_ARCHIVE = "damaged-archive"  # a .gz or .xz that ends early or is none
    EMPTY = "empty"
    HTML = "html"  # markup of a web page instead of the text of a report
    LONE_SURROGATE = "lone-surrogate"  # half a character, written as \ud800 in JSON
    NO_DATE = "no-date"
    NOT_JSONL = "not-jsonl"  # JSON that is spread over several lines
    NOT_UTF8 = "not-utf8"
    NUL_BYTES = "nul-bytes"
    TOO_LONG = "too-long"
    UNREADABLE = "unreadable"  # the system refuses to read it
    WRONG_TYPE = "wrong-type"  # a JSON value of another type than the key asks


class SetAsideError(Exception):
    """Says that the report at hand is set aside; it never leaves `wederhoor.ingest`.

    Attributes:
        reason: the code.
        detail: one line in plain English that says what to do.
    """

    def __init__(self, reason: Reason, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail

    def at(self, where: str) -> Skipped:
        """Return what the caller of `read_reports` gets to see, with its place."""
        return Skipped(printable(where), self.reason.value, self.detail)


def printable(name: str) -> str:
    r"""Return a file name or id on one line, with whatever cannot be printed written as `\x..`.

    Example:
        A file name in Latin-1, "caf\udce9.txt" to Python, becomes "caf\xe9.txt".
    """
    return _UNPRINTABLE.sub(_escaped, name)


def is_name(text: str) -> bool:
    """Tell whether a text can be an id: on one line, without control or half characters."""
    return _UNPRINTABLE.search(text) is None


def _escaped(found: re.Match[str]) -> str:
    try:
        raw = found[0].encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return f"\\u{ord(found[0]):04x}"
    return "".join(f"\\x{byte:02x}" for byte in raw)
