"""Changes of events as JSON objects: what `diff --json` writes.

Example:
    `change_object(change)["opened"]` lists the disputes that came up, each with its two positions.
"""

from __future__ import annotations

from typing import Any

from wederhoor.export.events import dispute_words, position_object
from wederhoor.model import Dispute
from wederhoor.query import Change

JsonObject = dict[str, Any]


def change_object(change: Change) -> JsonObject:
    """Return what became of one event, with the positions and disputes that are new or no more."""
    event = change.weighed.event
    return {
        "event": event.id,
        "change": change.kind.value,
        "type": event.type.value,
        "when": event.when.edtf() if event.when else None,
        "was": change.before.event.id if change.before else None,
        "merged": [gone.event.id for gone in change.merged],
        "split": change.split,
        "positions": [position_object(position) for position in change.positions],
        "dropped": [position_object(position) for position in change.dropped],
        "steps": [dispute_object(found) for found in change.steps],
        "opened": [dispute_object(found) for found in change.opened],
        "closed": [dispute_object(found) for found in change.closed],
    }


def dispute_object(found: Dispute) -> JsonObject:
    """Return two positions that differ, how, and in words."""
    return {
        "kind": found.kind.value,
        "field": found.field.value,
        "first": position_object(found.first),
        "second": position_object(found.second),
        "says": dispute_words(found),
    }
