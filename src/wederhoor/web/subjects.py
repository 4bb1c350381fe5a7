"""The pages about one subject: an event, a report, a party."""

from __future__ import annotations

from wederhoor.errors import QueryError
from wederhoor.model import WeighedEvent
from wederhoor.web.desk import Desk, Shown
from wederhoor.web.view.events import event_page
from wederhoor.web.view.parties import party_page
from wederhoor.web.view.reports import report_page
from wederhoor.web.view.revisions import revised


def event_shown(desk: Desk, event: str) -> Shown:
    """One event: what nobody contradicts, who says what, and why these reports are one event.

    Raises:
        QueryError: there is no such event, or nobody had told of it by that moment.
    """
    found = _found(desk, event)
    full = desk.asked.full or not desk.links.live
    page = event_page(found, desk.shelf.catalogue, desk.links, desk.labels, full=full)
    whole = desk.links.same([*desk.asked.pairs(), ("full", "1")]) if page.cut else ""
    return "event.html.j2", {"event": page, "line": page.line, "whole": whole}


def _found(desk: Desk, event: str) -> WeighedEvent:
    """Return the event, also where it had another id at the moment that is looked at."""
    catalogue = desk.shelf.catalogue
    if entry := catalogue.by_id.get(event):
        return entry.weighed
    today = desk.shelves.at().catalogue.by_id.get(event) if desk.shelves else None
    if today is None:
        raise QueryError(f"no event {event!r} in the record")
    mentions = (mention.id for mention in today.weighed.event.mentions)
    found = next((catalogue.by_mention[m] for m in mentions if m in catalogue.by_mention), None)
    if found is None:
        first = today.weighed.event.mentions[0].report
        told = desk.shelves.at().catalogue.record.reports[first].published if desk.shelves else ""
        raise QueryError(f"no event {event!r} yet: it was first reported {told}")
    return found


def report_shown(desk: Desk, report: str) -> Shown:
    """One report: its text with every claim marked, the claims beside it, and its versions.

    Raises:
        QueryError: there is no such report.
    """
    catalogue = desk.shelf.catalogue
    found = catalogue.record.reports.get(report)
    if found is None:
        raise QueryError(f"no report {report!r} in the record")
    return "report.html.j2", {
        "report": report_page(found, catalogue, desk.links, desk.labels),
        "revised": revised(report, catalogue.article(found), desk.links, desk.labels),
    }


def party_shown(desk: Desk, key: str) -> Shown:
    """One party: what it claimed, denied and took back, and its counts beside those of others.

    Raises:
        QueryError: nobody in the record has that key.
    """
    page = party_page(key, desk.shelf.catalogue, desk.links, desk.labels)
    return "party.html.j2", {"party": page}
