"""What happened: triggers, their parties, days and places, grouped into the events of one report."""

from wederhoor.extract.events.facts import find_facts
from wederhoor.extract.events.grouping import group
from wederhoor.extract.events.groups import Group
from wederhoor.extract.events.lexicon import load_lexicon
from wederhoor.extract.events.occurrences import find_occurrences
from wederhoor.extract.events.parties import Parties
from wederhoor.extract.events.scene import find_scene, place_by_scene
from wederhoor.extract.events.targets import read_targets
from wederhoor.extract.events.territories import find_territories
from wederhoor.extract.events.timing import Timed, mention_id, time_events
from wederhoor.extract.events.triggers import find_candidates

__all__ = [
    "Group",
    "Parties",
    "Timed",
    "find_candidates",
    "find_facts",
    "find_occurrences",
    "find_scene",
    "find_territories",
    "group",
    "load_lexicon",
    "mention_id",
    "place_by_scene",
    "read_targets",
    "time_events",
]
