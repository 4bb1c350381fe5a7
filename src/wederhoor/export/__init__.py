"""The record in forms for others: one module a format."""

from wederhoor.export.claims import FORMAT, claim_rows, write_claims
from wederhoor.export.events import event_object, full_event_object

__all__ = ["FORMAT", "claim_rows", "event_object", "full_event_object", "write_claims"]
