"""The record as files: the same pages, for any server or a USB stick.

The folder is there whole or not at all: all is written beside it and then put in its place. A folder
that is not one of ours is never touched.

Example:
    `publish(Path("site"), Catalogue(record), "nl")` writes `site/index.html`, which opens the Dutch
    timeline; `site/en/` holds the same in English.
"""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from wederhoor.errors import StoreError
from wederhoor.query import Catalogue
from wederhoor.resources.labels import LANGS, Labels, Lang
from wederhoor.web.asked import Asked
from wederhoor.web.desk import Desk, Shown, head
from wederhoor.web.library import Shelf
from wederhoor.web.links import FileLinks, FileNames
from wederhoor.web.pages import map_page, parties_page, reports_page, timeline_page
from wederhoor.web.rendering import ASSETS, asset, render
from wederhoor.web.subjects import event_shown, party_shown, report_shown

_MARK = ".wederhoor-site"
_PER_PAGE = 250
_EVERYTHING = Asked.parse([("all", "1")])


def publish(folder: Path, catalogue: Catalogue, lang: Lang) -> int:
    """Write the pages and return how many there are.

    Args:
        folder: where; an earlier site of ours is replaced.
        catalogue: the record.
        lang: the language that `index.html` opens.

    Raises:
        StoreError: the folder holds something else, or cannot be written.
    """
    try:
        _check(folder)
        place = folder.resolve()
        draft = place.with_name(f".{place.name}.{secrets.token_hex(4)}.part")
        try:
            count = _write(draft, catalogue, lang)
            _put(draft, place)
        finally:
            shutil.rmtree(draft, ignore_errors=True)
    except OSError as error:
        raise StoreError(f"{folder}: cannot be written: {error.strerror or error}") from error
    return count


def _check(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise StoreError(f"{folder}: is a file; give a folder")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / _MARK).is_file():
        raise StoreError(f"{folder}: holds other files; give a new or an empty folder")


def _put(draft: Path, place: Path) -> None:
    old = draft.with_suffix(".old")
    if place.exists():
        place.rename(old)
    try:
        draft.rename(place)
    except OSError:
        if old.exists():
            old.rename(place)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _write(draft: Path, catalogue: Catalogue, lang: Lang) -> int:
    draft.mkdir()
    (draft / _MARK).write_text("Made by `wederhoor publish`, which replaces this folder.\n")
    names = FileNames(catalogue)
    count = 0
    for each in LANGS:
        for file, html in pages(catalogue, names, each):
            path = draft / each / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(html, encoding="utf-8", newline="\n")
            count += 1
    (draft / "static").mkdir()
    for name in ASSETS:
        (draft / "static" / name).write_bytes(asset(name))
    links = FileLinks(lang, f"../{lang}/../index.html", names)
    door = render("door.html.j2", links, Labels(lang), {"first": lang, "langs": LANGS})
    (draft / "index.html").write_text(door, encoding="utf-8", newline="\n")
    return count


def pages(catalogue: Catalogue, names: FileNames, lang: Lang) -> Iterator[tuple[str, str]]:
    """Yield every page of one language: its file within the folder of the language, and its HTML."""
    shelf, labels = Shelf(catalogue, ""), Labels(lang)
    asked = replace(_EVERYTHING, as_of=catalogue.record.as_of)

    def made(file: str, here: str, shown: Shown, links: FileLinks) -> tuple[str, str]:
        template, values = shown
        desk = Desk(shelf, asked, links, labels)
        values |= head(desk) | {"asked": asked, "here": here}
        return file, render(template, links, labels, values)

    for stem, here, maker in (
        ("index", "timeline", timeline_page),
        ("map", "map", map_page),
        ("reports", "reports", reports_page),
        ("parties", "parties", parties_page),
    ):
        number, more = 1, True
        while more:
            file = f"{stem}-{number}.html" if number > 1 else f"{stem}.html"
            links = FileLinks(lang, file, names)
            desk = Desk(shelf, replace(asked, page=number), links, labels, _PER_PAGE)
            shown = maker(desk)
            yield made(file, here, shown, links)
            more = "pages" in shown[1] and bool(shown[1]["pages"].after)
            number += 1
    for here, files, subject in (
        ("event", names.events, event_shown),
        ("report", names.reports, report_shown),
        ("party", names.parties, party_shown),
    ):
        for name, file in files.items():
            links = FileLinks(lang, file, names)
            shown = subject(Desk(shelf, asked, links, labels), name)
            yield made(file, here, shown, links)
