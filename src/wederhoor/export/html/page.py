"""Putting the file together: templates, style, script, a policy that forbids the network, one write.

The policy (a `Content-Security-Policy` meta tag) allows nothing but this file's own style and script,
which it names by their SHA-256; whatever a report's text or address holds, it stays text.
"""

from __future__ import annotations

import base64
import hashlib
import os
import re
import secrets
from contextlib import suppress
from importlib.resources import files
from itertools import groupby
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from wederhoor.errors import StoreError
from wederhoor.export.html import drawing, words
from wederhoor.export.html.anchors import Anchors
from wederhoor.export.html.events import event_pages
from wederhoor.export.html.reports import report_pages
from wederhoor.query import Record
from wederhoor.resources.labels import Labels, Lang

REPORT_LANG = "nl"  # the language of the reports; a report does not carry one yet
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def write_html(path: Path, record: Record, lang: Lang) -> None:
    """Write the record as one HTML file; it is there whole or not at all.

    Args:
        path: the file; an existing one is replaced.
        record: what to show.
        lang: language of the labels.

    Raises:
        StoreError: the file cannot be written.
    """
    data = render_html(record, lang).encode()
    try:
        _replace(path, data)
    except OSError as error:
        raise StoreError(f"{path}: cannot be written: {error.strerror or error}") from error


def render_html(record: Record, lang: Lang) -> str:
    """Return the HTML file as text: the same text for the same record and language."""
    labels = Labels(lang)
    anchors = Anchors(record)
    events = event_pages(record, anchors, labels)
    style, script = _asset("page.css"), _asset("page.js")
    html = (
        _environment()
        .get_template("page.html.j2")
        .render(
            labels=labels,
            lang=lang,
            report_lang=REPORT_LANG,
            policy=f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
            "base-uri 'none'; form-action 'none'",
            style=Markup(style),  # noqa: S704 - our own file, hashed in the policy
            script=Markup(script),  # noqa: S704 - our own file, hashed in the policy
            months=[
                (month, list(found))
                for month, found in groupby(
                    (event for event in events if not event.not_yet), key=lambda event: event.month
                )
            ],
            not_yet=[event for event in events if event.not_yet],
            events=events,
            types=sorted({event.type for event in events}, key=lambda name: labels[f"type.{name}"]),
            reports=report_pages(record, anchors, labels),
            outlets=sorted({report.outlet for report in record.reports.values() if report.outlet}),
            as_of=record.as_of,
            groups=words.GROUPS,
            strip_width=drawing.STRIP_WIDTH,
            chart=(drawing.CHART_WIDTH, drawing.CHART_HEIGHT),
        )
    )
    # What no HTML file can hold (NUL, lone surrogates) is shown as the sign for "unreadable".
    return _UNFIT.sub("\N{REPLACEMENT CHARACTER}", html)


def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("wederhoor.export.html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _asset(name: str) -> str:
    folder = files("wederhoor.export.html").joinpath("templates")
    return folder.joinpath(name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _replace(path: Path, data: bytes) -> None:
    place = path.resolve()  # a link keeps pointing at its file, which is replaced
    if place.exists() and not place.is_file():
        place.write_bytes(data)  # a pipe or device; a folder gives its own OSError
        return
    draft = place.with_name(f".{place.name}.{secrets.token_hex(4)}.part")
    try:
        with draft.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(place)
    finally:
        with suppress(OSError):
            draft.unlink()
