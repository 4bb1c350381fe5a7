"""Where pages are: on a running server, or as files beside one another.

Pages name what they link to, never how it is reached; so one set of templates makes both.

Example:
    On a server the event `e0b67b8abbe` is `/nl/event/e0b67b8abbe`; among published files it is, seen
    from a report's page, `../event/e0b67b8abbe.html`.
"""

from __future__ import annotations

import posixpath
import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from wederhoor.model import Claim
from wederhoor.query import Catalogue
from wederhoor.resources.labels import LANGS, Lang

Pairs = Sequence[tuple[str, str]]

_ODD = re.compile(r"[^A-Za-z0-9_-]+")
_LONGEST = 80  # characters of a file's name; some systems allow few


def anchor(claim: Claim) -> str:
    """Return the id of a claim's words on the page of its report."""
    return f"c-{_ODD.sub('-', claim.id)}"


class Links(ABC):
    """Where each page is, seen from one page.

    Attributes:
        lang: the language of the page.
        live: whether a server answers, so that forms and searches work.
    """

    lang: Lang
    live: bool

    @abstractmethod
    def page(self, name: str, pairs: Pairs = ()) -> str:
        """Return where a page without a subject is: "timeline", "map", "reports", ..."""

    @abstractmethod
    def event(self, event: str) -> str:
        """Return where the page of an event is."""

    @abstractmethod
    def report(self, report: str) -> str:
        """Return where the page of a report is."""

    @abstractmethod
    def party(self, key: str) -> str:
        """Return where the page of a party is; "" where it has none."""

    @abstractmethod
    def asset(self, name: str) -> str:
        """Return where a style sheet or script is."""

    @abstractmethod
    def in_lang(self, lang: Lang) -> str:
        """Return where this same page is in another language."""

    @abstractmethod
    def same(self, pairs: Pairs, page: int = 1) -> str:
        """Return this same page with another question, or another part of its list."""

    def claim(self, claim: Claim) -> str:
        """Return where the words of a claim are, in the text of their report."""
        return f"{self.report(claim.report)}#{anchor(claim)}"


@dataclass(frozen=True, slots=True)
class LiveLinks(Links):  # the docstrings are those of Links
    """Links on a server.

    Attributes:
        lang: the language of the page.
        path: the path of the page after the language, such as "/map".
        pairs: what is asked of the page, as in its address.
        as_of: the moment that the reader looks at; every link keeps it.
    """

    lang: Lang
    path: str
    pairs: tuple[tuple[str, str], ...] = ()
    as_of: str | None = None

    @property
    def live(self) -> bool:  # type: ignore[override]  # noqa: D102 - see Links
        return True

    def page(self, name: str, pairs: Pairs = ()) -> str:  # noqa: D102 - see Links
        return self._at("" if name == "timeline" else name, pairs)

    def event(self, event: str) -> str:  # noqa: D102
        return self._at(f"event/{quote(event, safe='')}")

    def report(self, report: str) -> str:  # noqa: D102
        return self._at("report", [("id", report)])

    def party(self, key: str) -> str:  # noqa: D102
        return self._at("party", [("key", key)])

    def asset(self, name: str) -> str:  # noqa: D102
        return f"/static/{name}"

    def in_lang(self, lang: Lang) -> str:  # noqa: D102
        return f"/{lang}{quote(self.path)}{_query(self.pairs)}"

    def same(self, pairs: Pairs, page: int = 1) -> str:  # noqa: D102
        del page  # stands among the pairs
        return f"/{self.lang}{quote(self.path)}{_query(pairs)}"

    @property
    def kept(self) -> tuple[tuple[str, str], ...]:
        """What a form that asks for another moment takes along."""
        return tuple(pair for pair in self.pairs if pair[0] not in ("as_of", "page"))

    def _at(self, path: str, pairs: Pairs = ()) -> str:
        told = any(name == "as_of" for name, _ in pairs)
        moment = [("as_of", self.as_of)] if self.as_of and not told else []
        return f"/{self.lang}/{path}{_query([*pairs, *moment])}"


def _query(pairs: Iterable[tuple[str, str]]) -> str:
    given = [(name, value) for name, value in pairs if value]
    return f"?{urlencode(given, errors='replace')}" if given else ""


class FileNames:
    """A name for the page of every event, report and party, safe on any disk and each once."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._taken: set[str] = set()
        self.events = {name: self._name("event", name) for name in catalogue.by_id}
        self.reports = {name: self._name("report", name) for name in catalogue.record.reports}
        self.parties = {item.key: self._name("party", item.key) for item in catalogue.parties}

    def _name(self, folder: str, text: str) -> str:
        stem = f"{folder}/{_ODD.sub('-', text)[:_LONGEST].strip('-') or 'x'}"
        name, number = stem, 1
        while name.casefold() in self._taken:  # some disks know no capitals
            number += 1
            name = f"{stem}-{number}"
        self._taken.add(name.casefold())
        return f"{name}.html"


@dataclass(frozen=True, slots=True)
class FileLinks(Links):
    """Links between files in a folder a language.

    Attributes:
        lang: the language of the page.
        file: the page itself, within the folder of its language.
        names: the names of all pages.
    """

    lang: Lang
    file: str
    names: FileNames

    @property
    def live(self) -> bool:  # type: ignore[override]  # noqa: D102 - see Links
        return False

    def page(self, name: str, pairs: Pairs = ()) -> str:  # noqa: D102
        del pairs
        return self._to(f"{'index' if name == 'timeline' else name}.html")

    def event(self, event: str) -> str:  # noqa: D102
        return self._to(self.names.events[event])

    def report(self, report: str) -> str:  # noqa: D102
        return self._to(self.names.reports[report])

    def party(self, key: str) -> str:  # noqa: D102
        return self._to(self.names.parties[key]) if key in self.names.parties else ""

    def asset(self, name: str) -> str:  # noqa: D102
        return self._to(f"../static/{name}")

    def in_lang(self, lang: Lang) -> str:  # noqa: D102
        return self._to(f"../{lang}/{self.file}")

    def same(self, pairs: Pairs, page: int = 1) -> str:  # noqa: D102
        del pairs
        stem = re.sub(r"(-\d+)?\.html$", "", self.file)
        return self._to(f"{stem}-{page}.html" if page > 1 else f"{stem}.html")

    def _to(self, file: str) -> str:
        return posixpath.relpath(file, posixpath.dirname(self.file) or ".")


OTHER: dict[Lang, Lang] = {LANGS[0]: LANGS[1], LANGS[1]: LANGS[0]}
"""The language that a page offers besides its own."""
