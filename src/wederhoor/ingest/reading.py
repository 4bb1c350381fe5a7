"""The way in: every report under the paths that a user gives, one after the other."""

from __future__ import annotations

import io
import lzma
import sys
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing
from gzip import BadGzipFile
from typing import Any, BinaryIO, cast

from wederhoor.errors import InputError
from wederhoor.ingest.aside import Reason, SetAsideError, is_name, printable
from wederhoor.ingest.dates import days_of
from wederhoor.ingest.decoding import CHUNK, as_utf8
from wederhoor.ingest.files import (
    STDIN,
    Form,
    Source,
    check_paths,
    opened,
    sources,
    unreadable,
)
from wederhoor.ingest.jsonl import jsonl_reports
from wederhoor.ingest.texts import Given, text_report, with_hashed_id
from wederhoor.model import Report, Skipped

_DAMAGED = (EOFError, BadGzipFile, lzma.LZMAError, zlib.error)


def read_reports(
    paths: Iterable[str],
    *,
    published: str | None = None,
    outlet: str = "",
    stdin: BinaryIO | None = None,
) -> Iterator[Report | Skipped]:
    """Yield every report under the paths, and a `Skipped` for each one that cannot be read.

    The order is that of the paths; within a folder files go by name, within JSONL by line. Reports
    are read one at a time, so that folders of any size fit in memory.

    Args:
        paths: files, folders, and `-` for standard input (JSONL when it begins with `{`, else one
            text report).
        published: date of publication for reports that do not say it; the report's own date wins.
        outlet: outlet for reports that do not say it.
        stdin: what to read for `-`; the process's standard input when left out.

    Raises:
        InputError: before anything is read: a path does not exist, a folder holds no reports, or
            `published` is no date, or `outlet` no text on one line.

    Example:
        `read_reports(["berichten/"], published="2024-07", outlet="De Waddenbode")`
    """
    return _all(check_paths(paths), _given(published, outlet), stdin)


def count_reports(paths: Iterable[str]) -> int | None:
    """Return how many reports and set-aside ones `read_reports` will yield, for a progress bar.

    Lines are counted, not read: the number may be a few off. None for standard input.

    Raises:
        InputError: as `read_reports`.
    """
    total = 0
    for found in sources(check_paths(paths)):
        if isinstance(found, Source) and found.path == STDIN:
            return None
        total += _lines_in(found) if isinstance(found, Source) else 1
    return total


def _given(published: str | None, outlet: str) -> Given:
    if not is_name(outlet):
        raise InputError(f"--outlet: {printable(outlet)!r} is not plain text")
    if published is None:
        return Given(outlet=outlet)
    written = published.strip()
    try:
        return Given(written, days_of(written), outlet)
    except SetAsideError as aside:
        raise InputError(f"--published: {aside.detail}") from aside


def _all(
    paths: tuple[str, ...], given: Given, stdin: BinaryIO | None
) -> Iterator[Report | Skipped]:
    for found in sources(paths):
        if isinstance(found, Skipped):
            yield found
        elif found.path == STDIN:
            yield from _stdin(found, given, stdin or _process_stdin())
        else:
            yield from _file(found, given)


def _file(source: Source, given: Given) -> Iterator[Report | Skipped]:
    try:
        with closing(opened(source.path)) as stream:
            yield from _stream(stream, source, given)
    except _DAMAGED as error:
        detail = f"the compressed file is damaged or ends early ({error}); fetch it again"
        yield SetAsideError(Reason.DAMAGED_ARCHIVE, detail).at(source.path)
    except OSError as error:
        yield unreadable(error).at(source.path)


def _process_stdin() -> BinaryIO:
    if sys.stdin is None:
        raise InputError("-: there is no standard input to read")
    return sys.stdin.buffer


def _stdin(source: Source, given: Given, stream: BinaryIO) -> Iterator[Report | Skipped]:
    buffered = isinstance(stream, io.BufferedReader)
    reader = stream if buffered else io.BufferedReader(cast("Any", stream), CHUNK)
    try:
        yield from _stream(cast("io.BufferedReader", reader), source, given)
    except OSError as error:
        yield unreadable(error).at("stdin")
    finally:
        if not buffered:
            cast("io.BufferedReader", reader).detach()  # the stream is the caller's to close


def _stream(stream: io.BufferedReader, source: Source, given: Given) -> Iterator[Report | Skipped]:
    where = "stdin" if source.path == STDIN else source.path
    if not is_name(source.stem):
        detail = "its name is not plain UTF-8 text, so it gives no id; rename it"
        yield SetAsideError(Reason.BAD_ID, detail).at(where)
        return
    text = as_utf8(stream)
    if _is_jsonl(source, text):
        yield from jsonl_reports(text, where, source.stem, given)
        return
    try:
        report = text_report(text, source.stem, given)
    except SetAsideError as aside:
        yield aside.at(where)
    else:
        yield with_hashed_id(report) if source.path == STDIN else report


def _is_jsonl(source: Source, text: io.BufferedReader) -> bool:
    if source.form is not Form.EITHER:
        return source.form is Form.JSONL
    return text.peek(CHUNK).lstrip()[:1] == b"{"


def _lines_in(source: Source) -> int:
    if source.form is not Form.JSONL:
        return 1
    lines = 0
    try:
        with closing(opened(source.path)) as stream:
            last = b"\n"
            while chunk := stream.read(CHUNK):
                lines += chunk.count(b"\n")
                last = chunk[-1:]
            return lines + (last != b"\n")
    except (*_DAMAGED, OSError):
        return lines + 1  # reading it will say what is wrong with it
