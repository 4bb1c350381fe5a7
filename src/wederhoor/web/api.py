"""The JSON API: the same answers as the pages and the commands, described by OpenAPI.

`/api/openapi.json` describes it. Objects are those of `timeline --json` and `show --json`; what is not known
is null, dates are EDTF.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path, Query, Request
from pydantic import BaseModel, ConfigDict

from wederhoor.errors import QueryError
from wederhoor.export import (
    change_object,
    event_object,
    figure_objects,
    full_event_object,
    party_object,
    party_record_object,
    story_object,
)
from wederhoor.model import Report
from wederhoor.query import FigureRule, difference, explain_claim, timeline
from wederhoor.web.asked import Asked
from wederhoor.web.library import Shelf, Shelves

_MOST = 200
_LONGEST = 200

Text = Annotated[str, Query(max_length=_LONGEST)]
Day = Annotated[
    str | None,
    Query(description="An ISO 8601 day, month or year.", max_length=10, examples=["2020-01-08"]),
]
Moment = Annotated[
    str | None,
    Query(
        description="As could be known then: an ISO 8601 day, month, year or moment.",
        max_length=40,
        examples=["2020-01-08"],
    ),
]
Flag = Literal["0", "1"]
Limit = Annotated[int, Query(ge=1, le=_MOST)]
Offset = Annotated[int, Query(ge=0, le=10_000_000)]
_WRONG: dict[int | str, dict[str, Any]] = {
    400: {"description": "A value that cannot be asked for."},
    404: {"description": "Not in the record."},
    503: {"description": "The record cannot be read now."},
}


class Refusal(BaseModel):
    """Why a question has no answer."""

    detail: str


class Objects(BaseModel):
    """A part of a list, and how long the list is."""

    total: int
    items: list[dict[str, Any]]


class ReportObject(BaseModel):
    """A report as it came in."""

    model_config = ConfigDict(extra="forbid")

    id: str
    title: str
    text: str
    published: str
    outlet: str
    url: str
    events: list[str]


def router(library: Shelves) -> APIRouter:
    """Return the routes of the API."""
    made = APIRouter(prefix="/api/v1", tags=["record"], responses=_refusals())
    made.add_api_route("/events", _events(library), methods=["GET"], response_model=Objects)
    made.add_api_route("/events/{event}", _event(library), methods=["GET"])
    made.add_api_route("/reports", _reports(library), methods=["GET"], response_model=Objects)
    made.add_api_route("/report", _report(library), methods=["GET"], response_model=ReportObject)
    made.add_api_route("/claims/{claim}", _claim(library), methods=["GET"])
    made.add_api_route("/parties", _parties(library), methods=["GET"], response_model=Objects)
    made.add_api_route("/party", _party(library), methods=["GET"])
    made.add_api_route("/stories", _stories(library), methods=["GET"], response_model=Objects)
    made.add_api_route("/changes", _changes(library), methods=["GET"], response_model=Objects)
    made.add_api_route("/search", _search(library), methods=["GET"], response_model=Objects)
    return made


def _refusals() -> dict[int | str, dict[str, Any]]:
    told = {status: {**words, "model": Refusal} for status, words in _WRONG.items()}
    too_long = {"description": "A question of too many characters.", "content": {"text/plain": {}}}
    return {**told, 414: too_long}


def _events(library: Shelves) -> Callable[..., Objects]:
    def events(  # noqa: PLR0913, PLR0917 - an argument a filter: OpenAPI describes each
        request: Request,
        type: Annotated[list[str] | None, Query(description="PLOVER types.")] = None,  # noqa: A002 - the name in the address
        realis: Annotated[list[str] | None, Query()] = None,
        from_: Annotated[Day, Query(alias="from")] = None,
        to: Day = None,
        actor: Text = "",
        place: Text = "",
        outlet: Text = "",
        about: Text = "",
        disputed: Flag = "0",
        updated: Flag = "0",
        all: Flag = "0",  # noqa: A002
        as_of: Moment = None,
        limit: Limit = 50,
        offset: Offset = 0,
    ) -> Objects:
        """Events in order of time, in short."""
        del type, realis, from_, to, actor, place, outlet, about, disputed, updated, all
        asked = Asked.parse(request.query_params.multi_items())
        catalogue = library.at(as_of or None).catalogue
        found = list(timeline(catalogue, asked.wanted))
        part = found[offset : offset + limit]
        items = [event_object(entry.weighed, catalogue.record) for entry in part]
        return Objects(total=len(found), items=items)

    return events


def _event(library: Shelves) -> Callable[..., dict[str, Any]]:
    def event(
        event: Annotated[str, Path(max_length=_LONGEST)],
        figure: Annotated[FigureRule | None, Query(description="A rule for one number.")] = None,
        as_of: Moment = None,
    ) -> dict[str, Any]:
        """One event with its positions, disputes, claims and links; a figure where a rule is named."""
        catalogue = library.at(as_of or None).catalogue
        entry = catalogue.by_id.get(event)
        if entry is None:
            raise QueryError(f"no event {event!r} in the record")
        told = full_event_object(entry.weighed, catalogue.record)
        if figure:
            told["figures"] = figure_objects(entry.weighed, catalogue.record, figure)
        return told

    return event


def _reports(library: Shelves) -> Callable[..., Objects]:
    def reports(
        outlet: Text = "",
        as_of: Moment = None,
        limit: Limit = 50,
        offset: Offset = 0,
    ) -> Objects:
        """Reports in order of publication, without their text."""
        shelf = library.at(as_of or None)
        known = shelf.catalogue.record.reports.values()
        found = [report for report in known if not outlet or report.outlet == outlet]
        part = (_report_object(report, shelf) for report in found[offset : offset + limit])
        items = [made.model_dump(exclude={"text"}) for made in part]
        return Objects(total=len(found), items=items)

    return reports


def _report(library: Shelves) -> Callable[..., ReportObject]:
    def report(id: Text, as_of: Moment = None) -> ReportObject:  # noqa: A002 - the name in the address
        """One report with its text, in which every offset of a claim counts."""
        shelf = library.at(as_of or None)
        found = shelf.catalogue.record.reports.get(id)
        if found is None:
            raise QueryError(f"no report {id!r} in the record")
        return _report_object(found, shelf)

    return report


def _report_object(report: Report, shelf: Shelf) -> ReportObject:
    events = shelf.catalogue.by_report.get(report.id, ())
    return ReportObject(
        id=_fit(report.id),
        title=_fit(report.title),
        text=_fit(report.text),
        published=report.published,
        outlet=_fit(report.outlet),
        url=_fit(report.url),
        events=[weighed.event.id for weighed in events],
    )


def _fit(text: str) -> str:
    """Return a text that UTF-8 can hold."""
    return text.encode("utf-8", "replace").decode()


def _claim(library: Shelves) -> Callable[..., dict[str, Any]]:
    def claim(
        claim: Annotated[str, Path(max_length=_LONGEST)], as_of: Moment = None
    ) -> dict[str, Any]:
        """Why the record says what it says: words, rules, and the event that it was joined into."""
        catalogue = library.at(as_of or None).catalogue
        weighed = catalogue.by_claim.get(claim)
        record = catalogue.record  # a part of an id, or none, is looked for in all of it
        found = explain_claim(replace(record, events=(weighed,)) if weighed else record, claim)
        told = found.claim
        return {
            "claim": told.id,
            "report": found.report.id,
            "event": found.weighed.event.id,
            "start": told.span.start,
            "end": told.span.end,
            "quote": told.span.of(found.report.text),
            "sentence": found.sentence.of(found.report.text),
            "field": told.field.value,
            "stance": told.stance.value,
            "rule": told.rule,
            "source_rule": told.source_rule,
            "sources": [source.name for source in told.sources],
            "cue": told.cue.of(found.report.text) if told.cue else None,
            "scope": [span.of(found.report.text) for span in told.scope],
            "status": told.status.value or None,
            "joins": [
                {
                    "first": join.first,
                    "second": join.second,
                    "reasons": [list(r) for r in join.reasons],
                }
                for join in found.joins
            ],
        }

    return claim


def _parties(library: Shelves) -> Callable[..., Objects]:
    def parties(as_of: Moment = None, limit: Limit = 50, offset: Offset = 0) -> Objects:
        """Everyone who speaks, acts or has something done to them; who speaks most first."""
        known = list(library.at(as_of or None).catalogue.everyone.values())
        part = known[offset : offset + limit]
        return Objects(total=len(known), items=[party_object(party) for party in part])

    return parties


def _party(library: Shelves) -> Callable[..., dict[str, Any]]:
    def party(key: Text, as_of: Moment = None) -> dict[str, Any]:
        """One party: what it claimed, denied and took back, and what is said of it."""
        return party_record_object(library.at(as_of or None).catalogue.party_record(key))

    return party


def _stories(library: Shelves) -> Callable[..., Objects]:
    def stories(as_of: Moment = None, limit: Limit = 50, offset: Offset = 0) -> Objects:
        """Storylines: events that answer or follow one another, in order of their first event."""
        known = library.at(as_of or None).catalogue.threads
        part = known[offset : offset + limit]
        return Objects(total=len(known), items=[story_object(story) for story in part])

    return stories


def _changes(library: Shelves) -> Callable[..., Objects]:
    def changes(
        since: Annotated[str, Query(max_length=40, description="The earlier moment.")],
        as_of: Moment = None,
        limit: Limit = 50,
        offset: Offset = 0,
    ) -> Objects:
        """Events that are new or changed between two moments, and in what."""
        then, now = library.at(since), library.at(as_of or None)
        found = difference(then.catalogue.record, now.catalogue.record)
        told = [change for change in found.changes if change.tells]
        part = told[offset : offset + limit]
        return Objects(total=len(told), items=[change_object(change) for change in part])

    return changes


def _search(library: Shelves) -> Callable[..., Objects]:
    def search(
        q: Annotated[str, Query(max_length=_LONGEST, description="Words, in any of their forms.")],
        as_of: Moment = None,
        limit: Limit = 50,
    ) -> Objects:
        """Reports that hold all the words, the best first."""
        hits = library.at(as_of or None).find(q, limit)
        items = [
            {"report": hit.report, "passage": "".join(text for text, _ in hit.pieces)}
            for hit in hits
        ]
        return Objects(total=len(items), items=items)

    return search
