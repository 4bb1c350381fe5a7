"""What speaks for and against two mentions being one event, each with its weight.

A feature is a pure function of two profiles. Its weight reads as a logarithm of odds: 0 says nothing,
each point more or less makes one event about three times as likely or unlikely. The weights are our
own, set on the development reports and on half of the annotated storylines; the sum must reach `JOIN` before two
mentions are joined.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from wederhoor.linking.features.deed import counts, event_type, extent, modes, prior, realis, words
from wederhoor.linking.features.story import about, beside, names, reference, sentence, story
from wederhoor.linking.features.when import time
from wederhoor.linking.features.where import place, towns
from wederhoor.linking.features.who import (
    actors,
    ages,
    busy,
    direction,
    flights,
    persons,
    recipients,
    routine,
)
from wederhoor.linking.profile import Profile

Feature = Callable[[Profile, Profile], float]
JOIN: Final = 0.0  # the least score of a join

FEATURES: Final[tuple[tuple[str, Feature], ...]] = tuple(
    (found.__name__, found)
    for found in (
        prior,
        event_type,
        realis,
        modes,
        extent,
        place,
        towns,
        about,
        story,
        time,
        persons,
        ages,
        flights,
        actors,
        recipients,
        direction,
        counts,
        words,
        busy,
        routine,
        beside,
        names,
        sentence,
        reference,
    )
)
"""All features, in the order in which a join tells its reasons."""


def reasons(first: Profile, second: Profile) -> tuple[tuple[str, float], ...]:
    """Return the features that speak for or against, each with its weight."""
    weighed = ((name, feature(first, second)) for name, feature in FEATURES)
    return tuple((name, weight) for name, weight in weighed if weight)
