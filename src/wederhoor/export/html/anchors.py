"""Names of the places that a link can lead to within the file.

Example:
    The report "kust/koerier 1" gets the anchor `r-kust-koerier-1`; another that would get the same
    gets `r-kust-koerier-1-2`.
"""

from __future__ import annotations

import re

from wederhoor.export.html.telling import marked_claims
from wederhoor.query import Record

_ODD = re.compile(r"[^A-Za-z0-9_-]+")


class Anchors:
    """The anchor of every event (`e-`), report (`r-`) and claim (`c-`) of a record, by its id.

    Plain mentions count as claims here.
    """

    def __init__(self, record: Record) -> None:
        self._taken: set[str] = set()
        self.event = {item.event.id: self._name("e", item.event.id) for item in record.events}
        self.report = {name: self._name("r", name) for name in record.reports}
        self.claim = {
            claim.id: self._name("c", claim.id)
            for item in record.events
            for claim in marked_claims(item.event)
        }

    def _name(self, kind: str, text: str) -> str:
        stem = f"{kind}-{_ODD.sub('-', text)}"
        name, number = stem, 1
        while name in self._taken:
            number += 1
            name = f"{stem}-{number}"
        self._taken.add(name)
        return name
