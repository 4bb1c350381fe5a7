"""Where a report plays, for the deeds that it tells without saying where.

A report whose places all lie in one country plays there, and an arrest or a curfew that it tells takes
place there too, unless those who did it, or to whom it was done, are of another country: then the words
do not say. Where two countries are named there is no scene. What police or courts do they do at home,
though. Such a place is marked as inferred wherever it is shown.

Example:
    "Aanslagen in Sri Lanka. De politie pakte zeven mensen op." puts the arrests in Sri Lanka; in "Betoging
    in Tokio tegen de coup van het leger van Myanmar" nothing puts the coup in Japan.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from wederhoor.extract.events.groups import Group
from wederhoor.extract.events.placing import launched_from
from wederhoor.extract.places import country_place
from wederhoor.model import Actor, ActorKind, Analysis, EventType, Place, PlaceMention

_ON_THE_SPOT = frozenset(
    {
        EventType.ASSAULT,
        EventType.PROTEST,
        EventType.COERCE,
        EventType.MOBILIZE,
        EventType.RETREAT,
    }
)  # the types that happen at a place; words, sanctions and treaties need not
_REACHING = frozenset({"aerial", "drone", "heavy-weapons", "targeted"})  # what strikes abroad
_FORCES = frozenset({ActorKind.STATE, ActorKind.MILITARY, ActorKind.ARMED_GROUP})
_AT_HOME = frozenset({ActorKind.POLICE})


def find_scene(analysis: Analysis, places: Iterable[PlaceMention]) -> Place | None:
    """Return the country in which all places of a report lie; None when there is no such country."""
    countries = {
        mention.place.country
        for mention in places
        if mention.place.country and not launched_from(analysis, mention)
    }
    return _inferred(countries.pop()) if len(countries) == 1 else None


def place_by_scene(group: Group, scene: Place | None) -> Place | None:
    """Return where an event took place that is told without a place; None when nothing decides it.

    Args:
        group: the event.
        scene: the country in which the report plays, if there is one.
    """
    actors = [role.actor for role in group.actors()]
    parties = {actor.country for actor in actors} - {None}
    parties |= {role.actor.country for role in group.recipients()} - {None}
    on_the_spot = group.first.type in _ON_THE_SPOT
    if scene is None:
        return _at_home(group, actors, parties)
    if on_the_spot and (not parties or scene.country in parties or _strikes_abroad(group, actors)):
        return scene
    return scene if parties == {scene.country} else None


def _strikes_abroad(group: Group, actors: Iterable[Actor]) -> bool:
    """Tell whether forces struck from afar, which they may well do in another country than theirs."""
    far = group.first.type is EventType.ASSAULT and not _REACHING.isdisjoint(group.modes)
    return far and all(actor.kind in _FORCES for actor in actors)


def _at_home(group: Group, actors: Iterable[Actor], parties: set[str | None]) -> Place | None:
    """Return the country of the police that made an arrest, where no other country has a part in it."""
    police = any(actor.kind in _AT_HOME and actor.country for actor in actors)
    if group.first.type is not EventType.COERCE or not police or len(parties) != 1:
        return None
    return _inferred(parties.pop())


def _inferred(code: str | None) -> Place | None:
    place = country_place(code) if code else None
    return replace(place, inferred=True) if place else None
