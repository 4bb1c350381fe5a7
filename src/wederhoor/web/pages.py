"""The pages: what each shows, as the name of a template and its values.

A page is made from a shelf (the record at a moment), the question, the links and the words; whether a
server asks for it or it is written to a file makes no difference here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from wederhoor.errors import QueryError
from wederhoor.model import EventType, Realis
from wederhoor.query import Entry, Party, difference, left_out
from wederhoor.web.arranging import Arranged, Place, arranged
from wederhoor.web.asked import LANES
from wederhoor.web.desk import Desk, Shown
from wederhoor.web.view.changes import change_row
from wederhoor.web.view.chart import Chart, Drawing
from wederhoor.web.view.map import WorldMap, spots, world_map
from wederhoor.web.view.parties import party_row
from wederhoor.web.view.reports import report_row
from wederhoor.web.view.threads import story_name
from wederhoor.web.view.words import (
    outlet_words,
    published_words,
    report_heading,
    speech,
    statement,
)

_LISTED = 100  # places, or events of no known place, or what a search finds
_OFFERED = 80  # parties, places and outlets in a menu


def timeline_page(desk: Desk) -> Shown:
    """The timeline: the drawing, the filters, and the events as a list.

    The list keeps to the days of the drawing; the few events far from all others are one link away.
    """
    found = arranged(desk)
    chart = _chart(desk, found.near)
    everything = _everything(desk, found)
    shown, pages = _page_of(found.shown, desk)
    told = [(desk.line(entry), place) for entry, place in shown]
    done = [line for line, place in told if place is Place.SURE and not line.not_yet]
    return "timeline.html.j2", {
        "chart": chart,
        "moves": _moves(desk, chart, everything) if chart and desk.links.live else {},
        "months": [(m, list(g)) for m, g in groupby(done, key=lambda line: line.month)],
        "later": [
            (other.name.lower(), lines)
            for other in (Place.MAYBE, Place.FAR)
            if (lines := [line for line, place in told if place is other and not line.not_yet])
        ],
        "not_yet": [line for line, _ in told if line.not_yet],
        "found": len(found.shown),
        "disputed": sum(entry.weighed.disputed for entry, _ in found.shown),
        "left_out": left_out(desk.shelf.catalogue, desk.wanted),
        "outside": len(found.every) - len(found.shown),
        "everything": everything,
        "story": story_name(story, desk.labels) if (story := desk.story) else "",
        "pages": pages,
        "figures": _figures(desk),
        "menus": _menus(desk),
    }


def chart_of(desk: Desk) -> Chart | None:
    """Return the drawing of the timeline as its page shows it."""
    return _chart(desk, arranged(desk).near)


def _chart(desk: Desk, found: Sequence[Entry]) -> Chart | None:
    wanted = desk.asked.wanted
    zoom = _zoom(desk) if desk.links.live else None
    drawing = Drawing(desk.shelf.catalogue, desk.links, desk.labels, zoom)
    return drawing.chart(found, desk.asked.lane, (wanted.first, wanted.last))


def _everything(desk: Desk, found: Arranged) -> str:
    """Where what is far off is shown too: the same from the first possible day of any event to the last."""
    if len(found.every) == len(found.shown):
        return ""
    low = min(entry.placing.days.ranges[0][0] for entry in found.every)
    high = max(entry.placing.days.ranges[-1][1] for entry in found.every)
    asked = desk.asked.between(date.fromordinal(low), date.fromordinal(high))
    return desk.links.same(asked.pairs())


def reports_page(desk: Desk) -> Shown:
    """All reports, in order of publication."""
    catalogue = desk.shelf.catalogue
    outlet = desk.asked.wanted.outlet
    reports = [r for r in catalogue.record.reports.values() if not outlet or r.outlet == outlet]
    shown, pages = _page_of(reports, desk)
    rows = [report_row(report, catalogue, desk.links, desk.labels) for report in shown]
    return "reports.html.j2", {"rows": rows, "found": len(reports), "pages": pages}


def parties_page(desk: Desk) -> Shown:
    """Everyone who is known by name and speaks, acts or undergoes; who speaks most first."""
    named = [party for party in desk.shelf.catalogue.everyone.values() if _has_page(party, desk)]
    shown, pages = _page_of(named, desk)
    rows = [party_row(party, desk.links, desk.labels) for party in shown]
    return "parties.html.j2", {"rows": rows, "found": len(named), "pages": pages}


def _has_page(party: Party, desk: Desk) -> bool:
    return party.actor.named and bool(desk.links.party(party.key))


def changes_page(desk: Desk) -> Shown:
    """What is new or changed at this moment, seen from an earlier one.

    Raises:
        QueryError: there is no other moment to compare with.
    """
    span = desk.shelf.catalogue.span
    if desk.shelves is None:
        raise QueryError("no other moment is among these pages")
    since = desk.asked.since or (_moved(span[1], -1).isoformat() if span else "")
    found, now = None, desk.shelf.catalogue
    then = desk.shelves.at(since).catalogue if since else now
    if then is not now:
        found = difference(then.record, now.record)
    changes = [change for change in found.changes if change.tells] if found else []
    shown, pages = _page_of(changes, desk)
    return "changes.html.j2", {
        "since": since,
        "rows": [
            change_row(c, now if c.after is not None else then, desk.links, desk.labels)
            for c in shown
        ],
        "reports": len(found.reports) if found else 0,
        "found": len(changes),
        "again": len(found.changes) - len(changes) if found else 0,
        "pages": pages,
    }


def map_of(desk: Desk) -> WorldMap | None:
    """Return the drawing of the map as its page shows it."""
    places, _ = spots(desk.found, lambda key: _of_place(desk, key))
    return world_map(places, desk.labels)


def map_page(desk: Desk) -> Shown:
    """The map: places at the precision that is known of them, and what happened nobody says where."""
    found = desk.found
    places, nowhere = spots(found, lambda key: _of_place(desk, key))
    chart = _chart(desk, arranged(desk).near)
    return "map.html.j2", {
        "map": world_map(places, desk.labels),
        "chart": chart,
        "moves": _moves(desk, chart) if chart and desk.links.live else {},
        "spots": places[:_LISTED],
        "more_spots": len(places[_LISTED:]),
        "nowhere": [desk.line(entry) for entry in nowhere[:_LISTED]],
        "nowhere_count": len(nowhere),
        "found": len(found),
        "disputed": sum(entry.weighed.disputed for entry in found),
        "menus": _menus(desk),
    }


def _of_place(desk: Desk, key: str) -> str:
    """Where the timeline of one place is; among files there is none, so the table of places."""
    if not desk.links.live:
        return "#places"
    wanted = replace(desk.asked.wanted, place=key)
    asked = replace(desk.asked, wanted=wanted)
    return desk.links.page("timeline", asked.pairs())


def search_page(desk: Desk, words: str) -> Shown:
    """Reports and claims that hold the words asked for, in any of their forms."""
    found = desk.shelf.find(words, _LISTED) if words else ()
    record = desk.shelf.catalogue.record
    hits = [
        {
            "href": desk.links.report(hit.report),
            "heading": report_heading(record.reports[hit.report], desk.labels),
            "outlet": outlet_words((record.reports[hit.report].outlet,), desk.labels),
            "published": published_words(record.reports[hit.report], desk.labels),
            "pieces": hit.pieces,
        }
        for hit in found
    ]
    told = desk.shelf.catalogue.claims_in(
        [hit.report for hit in found], desk.shelf.index.terms(words)
    )
    claims = [
        {
            "href": desk.links.claim(claim),
            "quote": claim.span.of(record.reports[claim.report].text),
            "said": statement(claim, desk.labels),
            "speech": speech(claim.sources, claim.stance, desk.labels),
        }
        for claim in told[:_LISTED]
    ]
    return "search.html.j2", {"words": words, "hits": hits, "claims": claims}


@dataclass(frozen=True, slots=True)
class Pages:
    """Where a list goes on."""

    number: int
    of: int
    before: str
    after: str


def _page_of(found: Sequence[Any], desk: Desk) -> tuple[Sequence[Any], Pages]:
    number, size = desk.asked.page, desk.per_page
    pages = max(1, -(-len(found) // size))
    number = min(number, pages)
    before = _here(desk, number - 1) if number > 1 else ""
    after = _here(desk, number + 1) if number < pages else ""
    return found[(number - 1) * size : number * size], Pages(number, pages, before, after)


def _here(desk: Desk, page: int) -> str:
    return desk.links.same(desk.asked.pairs(page=page), page)


def _zoom(desk: Desk) -> Any:  # noqa: ANN401 - a function of two days
    return lambda first, last: desk.links.same(desk.asked.between(first, last).pairs())


def _moves(desk: Desk, chart: Chart, everything: str = "") -> Mapping[str, str]:
    """Where the drawing goes when it is moved along or looked at from nearer or farther."""
    first, last = chart.first, chart.last
    days = (last - first).days + 1
    quarter, half = days // 4, max(1, days // 2)
    asked = desk.asked
    made = {"earlier": (-half, -half), "later": (half, half)}
    if days > 1:
        made["closer"] = (quarter, -quarter) if quarter else (0, -1)
    if days < 40_000:  # noqa: PLR2004 - a century
        made["wider"] = (-days, days)
    found = {
        name: asked.between(_moved(first, low), _moved(last, high))
        for name, (low, high) in made.items()
    }
    if asked.first or asked.last:
        found["all"] = asked.everywhen()
    told = {name: desk.links.same(then.pairs()) for name, then in found.items()}
    return told | ({"all": everything} if everything else {})


def _moved(day: date, days: int) -> date:
    number = min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal())
    return day + timedelta(days=number - day.toordinal())


def _figures(desk: Desk) -> list[tuple[str, int, bool]]:
    catalogue = desk.shelf.catalogue
    told = {
        "events": len(catalogue.entries),
        "disputed": catalogue.disputed,
        "reports": len(catalogue.record.reports),
        "outlets": len(catalogue.outlets),
    }
    return [(desk.labels[f"html.count.{k}"], n, k == "disputed") for k, n in told.items()]


def _menus(desk: Desk) -> dict[str, list[tuple[str, str, bool]]]:
    """The choices of each filter: value, words, chosen."""
    catalogue, wanted, labels = desk.shelf.catalogue, desk.asked.wanted, desk.labels
    types = sorted(EventType, key=lambda kind: labels[f"type.{kind}"])
    menus = {
        "type": [(k.value, labels[f"type.{k}"], k in wanted.types) for k in types],
        "realis": [(r.value, labels[f"realis.{r}"], r in wanted.realis) for r in Realis],
        "lane": [(lane, labels[f"web.lane.{lane}"], lane == desk.asked.lane) for lane in LANES],
    }
    for name, named, chosen in (
        ("actor", catalogue.parties, wanted.actor),
        ("place", catalogue.places, wanted.place),
        ("outlet", catalogue.outlets, wanted.outlet),
    ):
        offered = list(named[:_OFFERED])
        offered += [item for item in named[_OFFERED:] if item.key == chosen]
        offered.sort(key=lambda item: item.name.casefold())
        menus[name] = [(i.key, f"{i.name} ({i.events})", i.key == chosen) for i in offered]
    return menus
