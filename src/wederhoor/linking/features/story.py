"""What the reports of two mentions are about, and how alike their words are."""

from __future__ import annotations

from wederhoor.linking.features.where import is_deed, place
from wederhoor.linking.profile import Profile
from wederhoor.resources.phrases import is_common_deed, is_home

_LEAST_WORDS = 5  # content words that a sentence needs before its likeness means anything
_SOME = 0.5  # what says less than this may be chance
_LEAST_NAMES = 2  # names that an opening needs before it says what the report is about
_FRESH = 3  # days in which reports that share their names are taken to follow one story


def about(first: Profile, second: Profile) -> float:
    """What the headlines and openings name, where a mention has no place of its own.

    Only news of the same days is about the same for sharing its names.

    Example:
        "Arrestaties na de aanslagen in Sri Lanka" and "De politie in Sri Lanka pakte er tien op": 0.8.
    """
    if first.fine and second.fine:
        return 0.0
    least = min(len(first.about), len(second.about))
    shared = len(first.about & second.about)
    if least < _LEAST_NAMES:
        return 0.0
    if not shared:
        return -1.0
    one, other = first.published, second.published
    if max(one[1], other[1]) - min(one[0], other[0]) > _FRESH:
        return 0.0
    return 0.8 if shared >= least / 2 else 0.3


def story(first: Profile, second: Profile) -> float:
    """Names that both reports share, those of states and agencies left out: they tell one story.

    Example:
        Two reports that name Bakker: 0.4; Jan Bakker: 0.7; where these are most of their names: 1.1.
    """
    one, other = first.story, second.story
    shared, least = len(one & other), min(len(one), len(other))
    if not shared:
        return 0.0
    if shared == 1:
        return 0.4
    return 1.1 if shared >= least / 2 else 0.7


def beside(first: Profile, second: Profile) -> float:
    """Words right beside the mentions, names left out: they say what was hit where no role was read.

    Example:
        "het neerschieten van een drone" and "een drone neergeschoten": 0.5.
    """
    shared = [word for word in first.beside & second.beside if not is_common_deed(word)]
    return min(1.0, 0.5 * len(shared))


def names(first: Profile, second: Profile) -> float:
    """Names told in the sentences of the mentions, places left out: few deeds share those.

    Other names (of streets, mostly) tell apart what local news has by the dozen.

    Example:
        "het neerhalen van vlucht MH17" and "de ramp met de MH17": 0.5; two shootings in Rotterdam, in the Beukelaan and
        the Eikenstraat: -0.8.
    """
    one, other = first.names, second.names
    if one & other or not one or not other:
        return min(1.0, 0.5 * len(one & other))
    where = first.countries | second.countries
    return -0.8 if where and all(map(is_home, where)) else 0.0


def sentence(first: Profile, second: Profile) -> float:
    """The sentences of the mentions: nearly the same words are a copy, or the same agency text."""
    one, other = first.sentence, second.sentence
    if min(len(one), len(other)) < _LEAST_WORDS:
        return 0.0
    shared = len(one & other)
    likeness = shared / (len(one) + len(other) - shared)
    for least, weight in ((0.8, 4.0), (0.5, 2.0), (0.3, 0.7)):
        if likeness >= least:
            return weight
    return 0.0


def reference(first: Profile, second: Profile) -> float:
    """A mention that only refers back is of a deed that readers know, and tells no day itself.

    Only where the other mention is of such words too, and they share a place or what their reports are about. What is
    said to be new is not what others refer to.

    Example:
        "Vlaggen halfstok na de aanslagen in Quito" and "Aanslagen op kerken in Quito": 0.7; both with "de
        aanslagen": 1.2; with "Nieuwe aanslagen in Quito": -2.0.
    """
    if first.another != second.another:
        return _anew(*((first, second) if first.another else (second, first)))
    if not (first.refers or second.refers) or not all(map(is_deed, (first, second))):
        return 0.0
    where, told = place(first, second), story(first, second) + about(first, second)
    if where < 0 or told < 0 or max(where, told) < _SOME:
        return 0.0
    return 1.2 if first.refers and second.refers else 0.7


def _anew(new: Profile, known: Profile) -> float:
    """Weigh "nieuwe aanslagen" against others: what was known before is not what is new."""
    if known.refers:
        return -2.0
    return -1.5 if known.published[1] < new.published[0] else 0.0
