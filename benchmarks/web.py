"""What the web application takes on a large record.

In goes a record of some thousands of reports, copied over and over as for linking. Out come the seconds until the
first page can be asked, the milliseconds that each kind of page takes when it is made anew (in the same process, with
the time to answer a request), and what 50 readers who together ask 100 pages a second on loopback get.
"""

from __future__ import annotations

import http.client
import socket
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from urllib.parse import quote

from starlette.testclient import TestClient

from benchmarks.linking import Read, copies, fill
from wederhoor.query import Catalogue
from wederhoor.runners.relinking import relink
from wederhoor.store import Store
from wederhoor.web.app import create_app
from wederhoor.web.library import Library

READERS, RATE, SECONDS = 50, 100, 20
_TIMES = 5
_APART = 60  # days between one copy of the reports and the next, so that they tell of other events
_SPREAD = 40  # events and reports that are looked at
_PATIENCE = 600  # seconds until a server must answer


@dataclass(frozen=True, slots=True)
class Pages:
    """What pages take.

    Attributes:
        reports: how many reports the record holds.
        events: how many events.
        start: seconds to read the record.
        ready: seconds until searches and storylines are ready too.
        each: by kind of page the median milliseconds to make it.
        first: bytes of the first page, with its style and script.
    """

    reports: int
    events: int
    start: float
    ready: float
    each: dict[str, float]
    first: int


@dataclass(frozen=True, slots=True)
class Rush:
    """What many readers at once got: how many pages, how many failed, and milliseconds to wait."""

    pages: int
    failed: int
    median: float
    slowest: float


def build(base: Sequence[Read], size: int, path: Path) -> None:
    """Make a record of `size` copied reports at `path`, linked."""
    with Store.open(path) as store:
        fill(store, list(islice(copies(base, _APART), size)))
        relink(store)


def measure_pages(path: Path) -> Pages:
    """Ask each kind of page a few times, none of them kept."""
    began = time.perf_counter()
    library = Library(path)
    start = time.perf_counter() - began
    shelf = library.at()
    shelf.find("a", 1)
    _ = shelf.catalogue.threads, shelf.catalogue.vocabulary
    ready = time.perf_counter() - began
    client = TestClient(create_app(library, kept=0), base_url="http://localhost")
    each = {kind: _milliseconds(client, paths) for kind, paths in kinds(shelf.catalogue).items()}
    parts = ("/nl/", "/static/style.css", "/static/app.js")
    first = sum(len(client.get(part).content) for part in parts)
    catalogue = shelf.catalogue
    return Pages(len(catalogue.record.reports), len(catalogue.entries), start, ready, each, first)


def kinds(catalogue: Catalogue) -> dict[str, list[str]]:
    """Return addresses of each kind of page."""
    entries, reports = catalogue.entries, list(catalogue.record.reports)
    some = [entries[n] for n in range(0, len(entries), max(1, len(entries) // _SPREAD))]
    named = [reports[n] for n in range(0, len(reports), max(1, len(reports) // _SPREAD))]
    found = {
        "timeline": ["/nl/", *(f"/nl/?page={n}" for n in range(2, 12))],
        "timeline, lanes": [f"/nl/?lane={by}" for by in ("type", "place", "actor", "story")],
        "timeline, filtered": [f"/nl/?actor={quote(p.key)}" for p in catalogue.parties[:10]],
        "map": ["/nl/map", "/nl/map?disputed=1"],
        "event": [f"/nl/event/{entry.weighed.event.id}" for entry in some],
        "report": [f"/nl/report?id={quote(name)}" for name in named],
        "reports": [f"/nl/reports?page={n}" for n in range(1, 6)],
        "party": [f"/nl/party?key={quote(p.key)}" for p in catalogue.parties[:10]],
        "search": [f"/nl/search?q={word}" for word in ("aanslag", "gewonden", "leger+bagdad")],
        "API": [f"/api/v1/events?offset={n}" for n in range(0, 500, 100)],
    }
    return {kind: paths for kind, paths in found.items() if paths}


def _milliseconds(client: TestClient, paths: Sequence[str]) -> float:
    spent = []
    for path in paths:
        for _ in range(_TIMES):
            began = time.perf_counter()
            client.get(path).raise_for_status()
            spent.append(1000 * (time.perf_counter() - began))
    return statistics.median(spent)


def measure_rush(path: Path) -> Rush:
    """Let many readers ask a server of its own, each at its own pace."""
    paths = [p for some in kinds(Library(path).at().catalogue).values() for p in some]
    port = _free_port()
    command = [sys.executable, "-m", "wederhoor.cli", "--record", str(path), "serve"]
    with subprocess.Popen([*command, "--port", str(port)], stdout=subprocess.DEVNULL) as server:
        try:
            _wait_for(port)  # until its searches are ready too, as those of a server that is up
            readers = [_Reader(port, paths, number) for number in range(READERS)]
            for reader in readers:
                reader.start()
            for reader in readers:
                reader.join()
        finally:
            server.terminate()
    waits = [wait for reader in readers for wait in reader.waits]
    failed = sum(reader.failed for reader in readers)
    return Rush(len(waits), failed, statistics.median(waits), max(waits))


class _Reader(threading.Thread):
    """Asks a page, waits, asks the next; another one than the reader beside it."""

    def __init__(self, port: int, paths: Sequence[str], number: int) -> None:
        super().__init__(daemon=True)
        self._port, self._paths, self._number = port, paths, number
        self.waits: list[float] = []
        self.failed = 0

    def run(self) -> None:
        pace = READERS / RATE
        began = time.perf_counter() + pace * self._number / READERS
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=60)
        for turn in range(int(SECONDS / pace)):
            time.sleep(max(0.0, began + turn * pace - time.perf_counter()))
            path = self._paths[(self._number * 7 + turn * 3) % len(self._paths)]
            asked = time.perf_counter()
            try:
                connection.request("GET", path)
                answer = connection.getresponse()
                answer.read()
                self.failed += answer.status != http.client.OK
            except OSError:
                self.failed += 1
                connection.close()
            self.waits.append(1000 * (time.perf_counter() - asked))
        connection.close()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


def _wait_for(port: int) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=_PATIENCE)
        try:
            connection.request("GET", "/nl/search?q=a")
            connection.getresponse().read()
        except OSError:
            time.sleep(0.2)
        else:
            return
        finally:
            connection.close()
    raise TimeoutError("the server does not answer")
