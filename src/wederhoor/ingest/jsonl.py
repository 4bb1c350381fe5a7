"""JSONL: one report a line, so that one broken line costs one report.

Example:
    `{"id": "b1", "published": "2024-03-02", "title": "Loods ontruimd", "text": "In Delfzijl ..."}`
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Any

from wederhoor.ingest.aside import Reason, SetAsideError, is_name
from wederhoor.ingest.decoding import (
    CHUNK,
    MAX_CHARACTERS,
    check_string,
    check_text,
    decoded,
    too_long,
)
from wederhoor.ingest.texts import Given, with_hashed_id
from wederhoor.model import Report, Skipped

_MAX_LINE = 6 * MAX_CHARACTERS + CHUNK  # JSON may write a character as \u00e9, in six bytes
_KEYS = ("id", "published", "outlet", "url", "title", "text")


def jsonl_reports(
    stream: io.BufferedReader, where: str, stem: str, given: Given
) -> Iterator[Report | Skipped]:
    """Yield the report, or why there is none, of each line that is not blank.

    Args:
        stream: UTF-8.
        where: the name of the file, for messages.
        stem: what ids are made of where a line has none.
        given: date and outlet for reports that have none.
    """
    found = False
    for number, line in _lines(stream):
        if line is not None and not line.strip():
            continue
        if not found and line is not None and line.strip() in (b"{", b"["):
            detail = "one report has to be one line; convert it, with `jq -c .` for example"
            yield SetAsideError(Reason.NOT_JSONL, detail).at(where)
            return
        found = True
        try:
            yield _report(line, stem, given)
        except SetAsideError as aside:
            yield aside.at(f"{where}:{number}")
    if not found:
        yield SetAsideError(Reason.EMPTY, "there is no report in it").at(where)


def _lines(stream: io.BufferedReader) -> Iterator[tuple[int, bytes | None]]:
    """Yield number and bytes of each line; None for one that is too long to be held."""
    number = 0
    while line := stream.readline(_MAX_LINE):
        number += 1
        whole = line.endswith(b"\n") or len(line) < _MAX_LINE
        yield number, line if whole else None
        while not whole:
            rest = stream.readline(CHUNK)
            whole = not rest or rest.endswith(b"\n")


def _report(line: bytes | None, stem: str, given: Given) -> Report:
    if line is None:
        raise too_long(f"more than {_MAX_LINE:,} bytes on one line")
    row = _row(line)
    values = {key: _string(row, key) for key in _KEYS}
    check_text(values["title"], values["text"])
    published, days = given.dated(values["published"])
    name = values["id"] if values["id"].strip() else ""
    if not is_name(name):
        raise SetAsideError(Reason.BAD_ID, f"the id {name[:40]!r} holds control characters")
    outlet = values["outlet"] or given.outlet
    report = Report(
        name or stem, values["title"], values["text"], published, days, outlet, values["url"]
    )
    return report if name else with_hashed_id(report)


def _row(line: bytes) -> dict[str, Any]:
    try:
        row = json.loads(decoded(line))
    except json.JSONDecodeError as error:
        raise SetAsideError(Reason.BROKEN_JSON, _broken(error, line)) from error
    except (ValueError, RecursionError) as error:  # a number or a nesting beyond all bounds
        detail = f"not JSON that can be read: {error}"
        raise SetAsideError(Reason.BROKEN_JSON, detail) from error
    if not isinstance(row, dict):
        detail = "a line holds one JSON object with the keys " + ", ".join(_KEYS)
        raise SetAsideError(Reason.WRONG_TYPE, detail)
    return row


def _broken(error: json.JSONDecodeError, line: bytes) -> str:
    if not line.endswith(b"\n"):
        return f"the last line ends in the middle, as of a file half written ({error.msg})"
    return f"not JSON at character {error.pos + 1} of the line: {error.msg}"


def _string(row: dict[str, Any], key: str) -> str:
    value = row.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        detail = f'"{key}" has to be a string, not {json.dumps(value)[:40]}'
        raise SetAsideError(Reason.WRONG_TYPE, detail)
    check_string(value)
    return value
