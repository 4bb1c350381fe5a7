"""What is on screen, for a spreadsheet or a map program: CSV and GeoJSON.

A cell never begins with a sign that a spreadsheet would take for a formula, whatever a report says.
"""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from wederhoor.export import event_object
from wederhoor.model import Precision
from wederhoor.query import Entry, summarise, who
from wederhoor.resources.labels import Labels
from wederhoor.web.desk import Desk
from wederhoor.web.rendering import fit
from wederhoor.weighing import value_words

COLUMNS = (
    "event",
    "type",
    "realis",
    "when",
    "dated",
    "who",
    "where",
    "precision",
    "lat",
    "lon",
    "counts",
    "according_to",
    "outlets",
    "reports",
    "disputed",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_of(desk: Desk) -> str:
    """Return events as CSV (RFC 4180), a line each; dates as EDTF."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(COLUMNS)
    for entry in desk.found:
        writer.writerow([_cell(value) for value in _row(entry, desk.labels)])
    return fit(stream.getvalue())


def _row(entry: Entry, labels: Labels) -> list[object]:
    event, summary = entry.weighed.event, summarise(entry.weighed)
    place = event.where[0] if event.where else None
    counts = (
        f"{labels[f'field.{field}']} {' / '.join(value_words(value, labels) for value in values)}"
        for field, values in summary.counts
    )
    return [
        event.id,
        event.type.value,
        event.realis.value,
        entry.placing.days.edtf(),
        "yes" if entry.placing.dated else "reported",
        who(summary),
        ", ".join(summary.places),
        place.precision.value if place else "",
        place.lat if place else None,
        place.lon if place else None,
        "; ".join(counts),
        ", ".join(summary.sources),
        ", ".join(summary.outlets),
        len(summary.reports),
        "yes" if entry.weighed.disputed else "no",
    ]


def _cell(value: object) -> object:
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value


def geojson_of(desk: Desk) -> str:
    """Return events as GeoJSON (RFC 7946), each at its most specific place.

    Only a site or a town is a point; an event known by its region, country or not at all has no geometry,
    for a point in the middle would say more than the report does.
    """
    record = desk.shelf.catalogue.record
    features: list[dict[str, Any]] = []
    for entry in desk.found:
        where = entry.weighed.event.where
        place = where[0] if where else None
        point = None
        if (
            place
            and place.lat is not None
            and place.precision in (Precision.SITE, Precision.SETTLEMENT)
        ):
            point = {"type": "Point", "coordinates": [place.lon, place.lat]}
        properties = event_object(entry.weighed, record)
        features.append({"type": "Feature", "geometry": point, "properties": properties})
    return fit(json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False))
