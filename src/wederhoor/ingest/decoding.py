"""Bytes to text, and the checks that every text passes before it becomes a report.

UTF-8 is read with or without its byte order mark, UTF-16 with its mark or where every other byte of
the beginning is zero. Nothing else is guessed: a wrong guess would turn "privé" into "privÃ©" in
evidence that is quoted for ever.
"""

from __future__ import annotations

import codecs
import io
import re
from typing import TYPE_CHECKING

from wederhoor.ingest.aside import Reason, SetAsideError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

MAX_CHARACTERS = 1_000_000
"""The longest report that is read, title and text together, in characters (a novel has about
500,000); a longer one is set aside and never held in memory."""

MAX_BYTES = 4 * MAX_CHARACTERS + 1024  # UTF-8 needs at most four bytes a character; and a header
CHUNK = 1 << 16

_SAMPLE = 512
_NUL_SHARE = 0.8  # of the bytes at odd (or even) places, in Dutch text written as UTF-16
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1f\x7f]")
_CONTROL_SHARE = 0.01
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_TAG = re.compile(r"<[!/?a-zA-Z][^<>]*>")
_PAGE = re.compile(r"\s*(?:<\?xml[^<>]*>\s*)?<(?:!doctype|html|rss|feed)\b", re.IGNORECASE)


class _AsUtf8(io.RawIOBase):
    """A stream of UTF-16, read as if it were UTF-8, a chunk at a time."""

    def __init__(self, source: io.BufferedReader, encoding: str) -> None:
        self._source = source
        # half a surrogate pair comes through as bytes that are no UTF-8, so its line is set aside
        self._decoder = codecs.getincrementaldecoder(encoding)("surrogatepass")
        self._ready = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        room = memoryview(buffer).cast("B")
        while not self._ready:
            chunk = self._source.read1(CHUNK)
            if not chunk:
                return 0
            self._ready = self._decoder.decode(chunk).encode("utf-8", "surrogatepass")
        part = self._ready[: len(room)]
        room[: len(part)] = part
        self._ready = self._ready[len(part) :]
        return len(part)


def as_utf8(stream: io.BufferedReader) -> io.BufferedReader:
    """Return a stream of the same text in UTF-8, without a byte order mark; it reads no line yet."""
    sample = stream.peek(_SAMPLE)[:_SAMPLE]
    if sample.startswith(codecs.BOM_UTF8):
        stream.read(len(codecs.BOM_UTF8))
        return stream
    encoding = _utf16_of(sample)
    if encoding is None:
        return stream
    return io.BufferedReader(_AsUtf8(stream, encoding), CHUNK)


def _utf16_of(sample: bytes) -> str | None:
    if sample.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    even, odd = sample[::2], sample[1::2]
    if odd and odd.count(0) >= _NUL_SHARE * len(odd) and not even.count(0):
        return "utf-16-le"
    if odd and even.count(0) >= _NUL_SHARE * len(even) and not odd.count(0):
        return "utf-16-be"
    return None


def decoded(data: bytes) -> str:
    """Return UTF-8 as text.

    Raises:
        SetAsideError: it is not UTF-8; the message names the byte.
    """
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        byte = data[error.start]
        detail = (
            f"byte {error.start} (0x{byte:02x}) is not UTF-8; if the text is in Latin-1 or"
            " Windows-1252, convert it with `iconv -f cp1252 -t utf-8`"
        )
        raise SetAsideError(Reason.NOT_UTF8, detail) from error


def check_text(title: str, body: str) -> None:
    """Make sure that this is the readable text of one report.

    Stray tags, entities and control characters are left in: offsets count in the text as it came.

    Raises:
        SetAsideError: it is empty, too long, binary, half characters, or the markup of a web page.
    """
    if not body.strip():
        raise SetAsideError(Reason.EMPTY, "there is no text in it; fill it in or leave it out")
    if len(title) + len(body) > MAX_CHARACTERS:
        raise too_long(f"{len(title) + len(body):,} characters")
    check_string(title)
    check_string(body)
    if len(_CONTROL.findall(body)) > _CONTROL_SHARE * len(body):
        raise SetAsideError(Reason.BINARY, "it is full of control characters; give plain text")
    if _is_markup(body):
        raise SetAsideError(Reason.HTML, "it is a web page's markup; save the article's text only")


def check_string(text: str) -> None:
    """Make sure that a string can be stored and quoted.

    Raises:
        SetAsideError: it holds NUL characters or half characters.
    """
    nul = text.find("\x00")
    if nul >= 0:
        detail = f"character {nul} is NUL, which no text holds; export it again as UTF-8 text"
        raise SetAsideError(Reason.NUL_BYTES, detail)
    half = _SURROGATE.search(text)
    if half:
        detail = f"character {half.start()} is half of one (\\u{ord(half[0]):04x}); export it again"
        raise SetAsideError(Reason.LONE_SURROGATE, detail)


def too_long(what: str) -> SetAsideError:
    """Return the error that says that a report is longer than is read."""
    detail = f"{what}, where a report has at most {MAX_CHARACTERS:,} characters; split it up"
    return SetAsideError(Reason.TOO_LONG, detail)


def _is_markup(body: str) -> bool:
    if _PAGE.match(body):
        return True
    inside = sum(len(tag) for tag in _TAG.findall(body))
    return 2 * inside > len(body)
