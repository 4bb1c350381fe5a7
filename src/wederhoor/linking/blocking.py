"""Which mentions are worth comparing, so that the work grows with their number and not its square.

A mention goes into blocks: event family x something it is about x a stretch of days. Something is a
site, a country, a party, the pair of actor and recipient, a compound word of its trigger, so that a mention without
a place or without a time still meets its like. A crowded block is walked in order of day with a
window of neighbours (sorted neighbourhood; Hernández and Stolfo 1995), so no block costs a square.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from wederhoor.linking.profile import Profile, year_of
from wederhoor.resources.phrases import is_reference

_STRETCH = 8  # days a block spans
_LONG = 45  # days from which a DaySet is a period, not a moment
_BEFORE = 5  # days before publication on which news without a day may have happened
NEIGHBOURS: Final = 24
"""So many later neighbours in a block is a mention compared with."""
_COMPOUND = 9  # letters from which a trigger word is telling enough to make a block of
_LEAST_WORDS = 5

Key = tuple[str, ...]
Pair = tuple[int, int]


def candidates(profiles: Sequence[Profile]) -> Counter[Pair]:
    """Return the pairs of indices that are neighbours in a block, the smaller first; in how many blocks.

    Args:
        profiles: in a fixed order (that of their reports), which makes the pairs fixed too.
    """
    blocks: dict[Key, list[int]] = {}
    for index, profile in enumerate(profiles):
        for key in keys(profile):
            blocks.setdefault(key, []).append(index)
    found: Counter[Pair] = Counter()
    for members in blocks.values():
        if len(members) > 1:
            members.sort(key=lambda index: (moment(profiles[index]), index))
            found.update(_neighbours(members, profiles))
    return found


def _neighbours(members: list[int], profiles: Sequence[Profile]) -> Iterator[Pair]:
    for place, one in enumerate(members):
        report = profiles[one].mention.report
        for other in members[place + 1 : place + 1 + NEIGHBOURS]:
            if profiles[other].mention.report != report:
                yield (one, other) if one < other else (other, one)


def moment(profile: Profile) -> int:
    """Return the day by which a mention stands in its blocks: its first day, else that of the news."""
    return profile.days[0] if profile.days else profile.news[0] - 1


def keys(profile: Profile) -> set[Key]:
    """Return the blocks of a mention.

    Example:
        "gisteren een aanslag in Kabul" of 2 July is in the blocks of force x Kabul and of force x AF,
        in the stretch of days around 1 July.
    """
    found = {
        (profile.family, *subject, f"d{stretch}")
        for stretch in _stretches(profile)
        for subject in _subjects(profile)
    }
    found |= {
        (profile.family, *subject, f"y{year}")
        for year in _years(profile)
        for subject in _lasting_subjects(profile)
    }
    if len(profile.sentence) >= _LEAST_WORDS:
        text = " ".join(sorted(profile.sentence))
        found.add((profile.family, "sentence", hashlib.sha256(text.encode()).hexdigest()[:12]))
    return found


def _subjects(profile: Profile) -> Iterator[Key]:
    for place in profile.fine:
        yield ("place", place.key)
    for region in sorted(profile.regions):
        yield ("region", region)
    for country in sorted(profile.countries):
        yield ("country", country)
    for name in sorted(profile.actors.wider):
        yield ("actor", name)
    for name in sorted(profile.recipients.wider):
        yield ("recipient", name)
    if not profile.fine:
        yield from (("word", word) for word in sorted(profile.words) if len(word) >= _COMPOUND)
    yield from (("name", name) for name in sorted(profile.story | profile.names))
    if not profile.mention.where:
        yield from (("about", name) for name in sorted(profile.about))


def _lasting_subjects(profile: Profile) -> Iterator[Key]:
    """What a mention is about closely enough to find its event over a whole year."""
    yield from (("person", name) for name in sorted(profile.victims | profile.doers))
    yield from (("flight", name) for name in sorted(profile.flights))
    if any(map(is_reference, profile.words)):
        yield from (("known", place.key) for place in profile.fine)
    if profile.refers:
        yield from (("known", name) for name in sorted(profile.story | profile.names))
    about = sorted(profile.recipients.wider) + sorted(profile.recipients.heads)
    for one in sorted(profile.actors.wider):
        yield from (("pair", one, other) for other in about)
    for place in profile.fine:
        yield from (("target", place.key, other) for other in about)


def _stretches(profile: Profile) -> Iterable[int]:
    news = _between(profile.news[0] - _BEFORE, profile.news[1])
    if profile.days is None:
        return news
    first, last = profile.days[0] - 1, profile.days[1] + 1
    told = _between(first, last)
    if told and profile.news[0] - last <= _LONG:
        return told
    return sorted({*told, *news})  # what looks back meets the others that look back in those days


def _between(first: int, last: int) -> Iterable[int]:
    return () if last - first > _LONG else range(first // _STRETCH, last // _STRETCH + 1)


def _years(profile: Profile) -> Iterable[int]:
    first, last = profile.days or (profile.news[0] - _BEFORE, profile.news[1])
    years = range(year_of(first), year_of(last) + 1)
    return years if len(years) <= 3 else ()  # noqa: PLR2004 - "in de jaren negentig" is no event
