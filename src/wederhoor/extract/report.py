"""One report, read: times, counts, actors, places and events put together.

What comes in: a `Report` and its `Analysis`. What goes out: an `Extraction`: event mentions, the facts on
them and the actors found, before anyone is said to say anything. Pure: the same report always gives
the same extraction, whatever else is in the record.

Example:
    "Zondag doodde een luchtaanval op Gaza zes mensen." gives one ASSAULT with mode aerial, the Sunday
    before publication, recipient Gaza and `killed` 6.
"""

from __future__ import annotations

from collections.abc import Iterable

from wederhoor.extract.actors import outlet_country, read_actors
from wederhoor.extract.events import (
    Group,
    Parties,
    Timed,
    find_candidates,
    find_facts,
    find_occurrences,
    find_scene,
    find_territories,
    group,
    mention_id,
    place_by_scene,
    read_targets,
    time_events,
)
from wederhoor.extract.places import read_places
from wederhoor.extract.quantities import read_quantities
from wederhoor.extract.times import read_times
from wederhoor.model import (
    ActorKind,
    ActorMention,
    Analysis,
    EventMention,
    Extraction,
    Place,
    PlaceMention,
    Report,
    Trigger,
)

_GUESSED = "name.per"  # the rule of persons that only the language step knows


def extract(report: Report, analysis: Analysis) -> Extraction:
    """Return what one report says happened."""
    candidates = find_candidates(analysis)
    if not candidates:
        return Extraction((), (), ())
    places = read_places(analysis)
    actors = read_actors(analysis, _home(report, places))
    places = _outside_persons(places, actors)
    times = read_times(analysis, report.days)
    dated = frozenset(i for time in times for i in range(time.first, time.stop))
    parties = Parties(analysis, actors, places, dated)
    occurrences = find_occurrences(analysis, candidates, parties, times, places)
    groups = group(analysis, occurrences, report.days)
    scene = find_scene(analysis, places)
    timed = time_events(report, analysis, groups, times)
    mentions = tuple(
        _mention(report, analysis, number, found, scene, timed[number])
        for number, found in enumerate(groups)
    )
    quantities, targets = read_quantities(analysis), read_targets(analysis, parties)
    facts = (
        *find_facts(analysis, groups, quantities, places, times, targets),
        *find_territories(analysis, groups, places, parties.mentions),
    )
    return Extraction(mentions, facts, tuple(parties.mentions))


def _home(report: Report, places: Iterable[PlaceMention]) -> str | None:
    """Return the country of the outlet, where no place of the report lies in another country."""
    country = outlet_country(report.outlet) if report.outlet else None
    return country if all(place.place.country in (None, country) for place in places) else None


def _outside_persons(
    places: Iterable[PlaceMention], actors: Iterable[ActorMention]
) -> tuple[PlaceMention, ...]:
    """Leave out the Austin of "minister Austin": a name within a person's is no place.

    What only the language step takes for a person's name ("het theater van Marioepol") stays a place.
    """
    persons = {
        i
        for mention in actors
        if mention.actor.kind is ActorKind.PERSON and mention.rule != _GUESSED
        for i in range(mention.first, mention.stop)
    }
    return tuple(place for place in places if place.first not in persons)


def _mention(
    report: Report,
    analysis: Analysis,
    number: int,
    found: Group,
    scene: Place | None,
    timed: Timed,
) -> EventMention:
    where = sorted(found.places.values(), key=lambda place: (place.rank, place.key))
    inferred = None if where else place_by_scene(found, scene)
    if inferred:
        where = [inferred]
    triggers = {
        analysis.span(item.candidate.first, item.candidate.stop): item.candidate.rule.id
        for item in found.occurrences
    }
    return EventMention(
        id=mention_id(report, number),
        report=report.id,
        type=found.first.type,
        modes=tuple(sorted(found.modes)),
        realis=found.realis,
        when=timed.when,
        where=tuple(where),
        triggers=tuple(Trigger(span, rule) for span, rule in triggers.items()),
        timings=timed.timings,
    )
