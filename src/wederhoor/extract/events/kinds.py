"""Kinds of event type that reading treats alike."""

from __future__ import annotations

from wederhoor.model import EventType

SPEECH = frozenset(
    {
        EventType.REQUEST,
        EventType.ACCUSE,
        EventType.THREATEN,
        EventType.REJECT,
        EventType.SUPPORT,
        EventType.AGREE,
        EventType.CONCEDE,
    }
)
"""Acts of speech: said once, by someone, and dated by the saying."""

STORY = frozenset({EventType.ASSAULT, EventType.PROTEST, EventType.COERCE, EventType.MOBILIZE})
"""Deeds, which one report tells as one story unless something sets them apart."""
