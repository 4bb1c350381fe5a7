"""Where a report plays, for the deeds that it tells without saying where.

A report whose places all lie in one country plays there, and an arrest or a curfew that it tells takes
place there too. Where two countries are named there is no scene: the reader of the report may know
better, but the words do not say. Such a place is marked as inferred wherever it is shown.

Example:
    "Aanslagen in Sri Lanka. De politie pakte zeven mensen op." puts the arrests in Sri Lanka.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from wederhoor.extract.events.placing import launched_from
from wederhoor.extract.places import country_place
from wederhoor.model import Analysis, EventType, Place, PlaceMention

ON_THE_SPOT = frozenset(
    {
        EventType.ASSAULT,
        EventType.PROTEST,
        EventType.COERCE,
        EventType.MOBILIZE,
        EventType.RETREAT,
    }
)
"""The types of event that happen at a place; words, sanctions and treaties need not."""


def find_scene(analysis: Analysis, places: Iterable[PlaceMention]) -> Place | None:
    """Return the country in which all places of a report lie; None when there is no such country."""
    countries = {
        mention.place.country
        for mention in places
        if mention.place.country and not launched_from(analysis, mention)
    }
    scene = country_place(countries.pop()) if len(countries) == 1 else None
    return replace(scene, inferred=True) if scene else None
