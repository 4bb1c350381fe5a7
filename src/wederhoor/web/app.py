"""The server: addresses to pages.

`create_app` gives an ASGI application; `wederhoor serve` runs it on this machine's own address.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Collection
from threading import Lock

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException

from wederhoor.errors import QueryError, StoreError
from wederhoor.resources.labels import LANGS, Labels, Lang
from wederhoor.web.api import router
from wederhoor.web.asked import Asked
from wederhoor.web.desk import Desk, Shown, head
from wederhoor.web.feed import atom
from wederhoor.web.guard import LOOPBACK, Guard
from wederhoor.web.library import Shelves
from wederhoor.web.links import LiveLinks
from wederhoor.web.pages import (
    changes_page,
    map_page,
    parties_page,
    reports_page,
    search_page,
    timeline_page,
)
from wederhoor.web.pictures import map_svg, timeline_svg
from wederhoor.web.rendering import ASSETS, asset, render
from wederhoor.web.subjects import event_shown, party_shown, report_shown
from wederhoor.web.tables import csv_of, geojson_of

_KEPT = 400
_NOT_FOUND = 404
_WRONG = 400

METHODS = ["GET", "HEAD"]

Maker = Callable[[Desk, Request], Shown]

Table = tuple[str, Callable[[Desk], str]]

TABLES: dict[str, Table] = {
    "timeline.csv": ("text/csv", csv_of),
    "map.geojson": ("application/geo+json", geojson_of),
    "timeline.svg": ("image/svg+xml", timeline_svg),
    "map.svg": ("image/svg+xml", map_svg),
}
"""What is on screen, for other programs."""

PAGES: dict[str, Maker] = {
    "/": lambda desk, _: timeline_page(desk),
    "/event/{event}": lambda desk, request: event_shown(desk, request.path_params["event"]),
    "/reports": lambda desk, _: reports_page(desk),
    "/parties": lambda desk, _: parties_page(desk),
    "/party": lambda desk, request: party_shown(desk, request.query_params.get("key", "")),
    "/changes": lambda desk, _: changes_page(desk),
    "/map": lambda desk, _: map_page(desk),
    "/search": lambda desk, request: search_page(desk, request.query_params.get("q", "")),
    "/report": lambda desk, request: report_shown(desk, request.query_params.get("id", "")),
}
"""What is at each path below the language."""


def create_app(library: Shelves, hosts: Collection[str] = LOOPBACK, kept: int = _KEPT) -> FastAPI:
    """Return the application.

    Args:
        library: the record.
        hosts: the names under which the server is known; others are refused.
        kept: how many pages are kept as they were made, until the record changes.
    """
    app = FastAPI(title="Wederhoor", docs_url=None, redoc_url=None, openapi_url="/api/openapi.json")
    site = _Site(library, kept)
    for lang in LANGS:
        for path, maker in PAGES.items():
            app.add_api_route(
                f"/{lang}{path}",
                site.page(lang, path, maker),
                methods=METHODS,
                include_in_schema=False,
            )
        app.add_api_route(
            f"/{lang}/feed.atom", site.feed(lang), methods=METHODS, include_in_schema=False
        )
        for name, table in TABLES.items():
            app.add_api_route(
                f"/{lang}/{name}", site.table(lang, table), methods=METHODS, include_in_schema=False
            )
    app.include_router(router(library))
    app.add_api_route("/", _welcome, methods=METHODS, include_in_schema=False)
    app.add_api_route("/static/{name}", _static, methods=METHODS, include_in_schema=False)
    app.add_exception_handler(HTTPException, site.refuse)
    app.add_exception_handler(QueryError, site.refuse)
    app.add_exception_handler(StoreError, site.refuse)
    app.add_middleware(Guard, hosts=hosts)
    return app


def _welcome(request: Request) -> Response:
    """Send a reader on to the language that the browser asks for first."""
    wished = request.headers.get("accept-language", "").lower().split(",")
    lang = next((w.strip()[:2] for w in wished if w.strip()[:2] in LANGS), "en")
    return RedirectResponse(f"/{lang}/", 307, headers={"vary": "accept-language"})


def _static(name: str) -> Response:
    if name not in ASSETS:
        raise HTTPException(_NOT_FOUND)
    headers = {"cache-control": "no-cache", "etag": _etag(name.encode(), asset(name))}
    return Response(asset(name), media_type=ASSETS[name], headers=headers)


class _Site:
    """Makes pages, and keeps the last ones for who asks again."""

    def __init__(self, library: Shelves, most: int) -> None:
        self._library = library
        self._most = most
        self._kept: OrderedDict[tuple[str, str], bytes] = OrderedDict()
        self._lock = Lock()

    def page(self, lang: Lang, path: str, maker: Maker) -> Callable[[Request], Response]:
        """Return what answers with a page in one language."""

        def made(desk: Desk, request: Request) -> str:
            template, values = maker(desk, request)
            values |= head(desk) | {"asked": desk.asked, "here": path.strip("/") or "timeline"}
            return render(template, desk.links, desk.labels, values)

        return self._answering(lang, "text/html", made)

    def feed(self, lang: Lang) -> Callable[[Request], Response]:
        """Return what answers with the feed of one language."""

        def made(desk: Desk, request: Request) -> str:
            return atom(desk, f"{request.url.scheme}://{request.url.netloc}")

        return self._answering(lang, "application/atom+xml", made)

    def table(self, lang: Lang, table: Table) -> Callable[[Request], Response]:
        """Return what answers with what is on screen, for another program."""
        media, text_of = table
        return self._answering(lang, media, lambda desk, _: text_of(desk), saved=True)

    def _answering(
        self, lang: Lang, media: str, made: Callable[[Desk, Request], str], *, saved: bool = False
    ) -> Callable[[Request], Response]:
        """Return what answers with a text that stays the same while the record does."""

        def answer(request: Request) -> Response:
            asked = Asked.parse(request.query_params.multi_items())
            shelf = self._library.at(asked.as_of)
            etag = _etag(shelf.mark.encode(), str(request.url).encode())
            headers = {"etag": etag, "cache-control": "no-cache"}
            if request.headers.get("if-none-match") == etag:
                return Response(status_code=304, headers=headers)
            key = (shelf.mark, str(request.url))
            text = self._found(key)
            if text is None:
                links = _links(lang, request, asked.as_of)
                desk = Desk(shelf, asked, links, Labels(lang), shelves=self._library)
                text = made(desk, request).encode()
                self._keep(key, text)
            if saved:
                name = request.url.path.rpartition("/")[2]
                headers["content-disposition"] = f'attachment; filename="{name}"'
            return Response(text, media_type=media, headers=headers)

        return answer

    def _found(self, key: tuple[str, str]) -> bytes | None:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def _keep(self, key: tuple[str, str], html: bytes) -> None:
        with self._lock:
            self._kept[key] = html
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)

    def refuse(self, request: Request, error: Exception) -> Response:
        """Say in the reader's language what is wrong with a question."""
        status = error.status_code if isinstance(error, HTTPException) else _WRONG
        told = "" if isinstance(error, HTTPException) else str(error)
        if isinstance(error, QueryError) and told.startswith("no "):
            status = _NOT_FOUND
        if isinstance(error, StoreError):
            status, told = 503, ""  # which file it is, is not for readers
        if request.url.path.startswith("/api/"):
            return JSONResponse({"detail": told or "not found"}, status)
        first = request.url.path.split("/")[1]
        lang: Lang = next((lang for lang in LANGS if lang == first), "en")
        labels, links = Labels(lang), LiveLinks(lang, "/")
        values = {"status": status, "told": told, "as_of": None, "span": None, "here": ""}
        html = render("refusal.html.j2", links, labels, {**values, "asked": Asked()})
        return HTMLResponse(html, status)


def _links(lang: Lang, request: Request, as_of: str | None) -> LiveLinks:
    path = request.url.path.removeprefix(f"/{lang}") or "/"
    return LiveLinks(lang, path, tuple(request.query_params.multi_items()), as_of)


def _etag(*parts: bytes) -> str:
    return f'"{hashlib.sha256(bytes(1).join(parts)).hexdigest()[:20]}"'
