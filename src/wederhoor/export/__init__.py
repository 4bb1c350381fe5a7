"""The record in forms for others: one module a format."""

from wederhoor.export.changes import change_object
from wederhoor.export.claims import FORMAT, claim_rows, write_claims
from wederhoor.export.counts import figure_objects, toll_object
from wederhoor.export.events import event_object, full_event_object
from wederhoor.export.parties import party_object, party_record_object, story_object

__all__ = [
    "FORMAT",
    "change_object",
    "claim_rows",
    "event_object",
    "figure_objects",
    "full_event_object",
    "party_object",
    "party_record_object",
    "story_object",
    "toll_object",
    "write_claims",
]
