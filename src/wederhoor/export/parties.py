"""Parties and storylines as JSON objects: what `/api/v1/parties` and `/api/v1/stories` give.

Example:
    `party_record_object(found)["denied"]` lists what a party denied, each with the event it is about.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from wederhoor.export.changes import dispute_object
from wederhoor.export.events import position_object
from wederhoor.query import Differing, Party, PartyRecord, Statement, Story

JsonObject = dict[str, Any]


def party_object(party: Party) -> JsonObject:
    """Return a party in short, with how much it says and how often it is named."""
    return {
        "key": party.key,
        "name": party.actor.name,
        "kind": party.actor.kind.value,
        "says": party.says,
        "disputed": party.disputed,
        "acts": party.acts,
        "undergoes": party.undergoes,
    }


def party_record_object(found: PartyRecord) -> JsonObject:
    """Return all that a party said, and all that is said of it."""
    return {
        **party_object(found.party),
        "asserted": _statements(found.asserted),
        "denied": _statements(found.denied),
        "unknown": _statements(found.unknown),
        "conceded": _differing(found.conceded),
        "updates": _differing(found.updates),
        "disputes": _differing(found.disputes),
        "as_actor": _statements(found.as_actor),
        "as_recipient": _statements(found.as_recipient),
    }


def story_object(story: Story) -> JsonObject:
    """Return a storyline: what its events share, their ids in order of time, and why each is in it."""
    return {
        "story": story.id,
        "names": list(story.names),
        "events": [weighed.event.id for weighed in story.events],
        "links": [
            {
                "kind": link.kind.value,
                "first": link.first,
                "second": link.second,
                "shared": list(link.shared),
                "weight": link.weight,
            }
            for link in story.links
        ],
    }


def _statements(told: Iterable[Statement]) -> list[JsonObject]:
    return [{"event": one.weighed.event.id, **position_object(one.position)} for one in told]


def _differing(told: Iterable[Differing]) -> list[JsonObject]:
    return [{"event": one.weighed.event.id, **dispute_object(one.dispute)} for one in told]
