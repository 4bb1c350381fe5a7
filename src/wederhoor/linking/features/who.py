"""Who did it, and to whom or what."""

from __future__ import annotations

from wederhoor.linking.features.deed import counts, words
from wederhoor.linking.features.story import names, sentence, story
from wederhoor.linking.features.where import place
from wederhoor.linking.profile import Parties, Profile, state
from wederhoor.resources.phrases import (
    is_beside_arrests,
    is_common_deed,
    is_killing,
    is_vague,
    same_head,
)

_SOME = 0.5  # what says more than this is no chance
_MUCH = 2.0  # what a sentence that is half the same says
_MANY = 1.0  # what two names say


def persons(first: Profile, second: Profile) -> float:
    """Which named persons it was done to or by: nobody is killed twice, and few are arrested twice in a story.

    Example:
        "Moord op Jan Bakker" and "Bakker werd doodgeschoten": 3.0; the arrest of one person twice: 1.5; two
        talks with one person, who talks every day: 0.5; persons of other names: -1.0.
    """
    weight = 0.8 if first.material and first.doers & second.doers else 0.0
    if not first.victims or not second.victims:
        return weight
    if not first.victims & second.victims:
        return weight - 1.0
    if not first.material:
        return weight + 0.5
    killed = all(any(map(is_killing, one.words)) for one in (first, second))
    return weight + (3.0 if killed else 1.5)


def ages(first: Profile, second: Profile) -> float:
    """Ages told beside: reports that give no name mostly give the age.

    Example:
        "een 45-jarige man" in both: 0.5.
    """
    return 0.5 if first.ages & second.ages else 0.0


def flights(first: Profile, second: Profile) -> float:
    """Which flight it was done to: none is shot down twice.

    Example:
        "het neerhalen van vlucht MH17" and "de MH17 werd neergeschoten": 3.0; another flight: -2.0.
    """
    if not first.flights or not second.flights:
        return 0.0
    return 3.0 if first.flights & second.flights else -2.0


def actors(first: Profile, second: Profile) -> float:
    """Who did it: the same party, or one that belongs to the other.

    Example:
        "Iran" and "Revolutionaire Garde" (part of Iran): 0.8; "zelfmoordterroristen" and "moslimgroep",
        which may be the same: -0.3.
    """
    if first.doers & second.doers:
        return 1.3
    return _parties(first.actors, second.actors, same=1.0, apart=-0.8, unlike=-0.3)


def recipients(first: Profile, second: Profile) -> float:
    """To whom or what it was done: the same party or the same kind of thing.

    Example:
        "Japanse olietanker" and "tankers": 1.2; "kerken" and "een school": -1.0; a name and a
        description that may be of it: -0.3.
    """
    if first.victims & second.victims:
        return 1.3
    return _parties(first.recipients, second.recipients, same=1.2, apart=-1.0, unlike=-1.0)


def _parties(one: Parties, other: Parties, *, same: float, apart: float, unlike: float) -> float:
    """Weigh two sides: `same` party, other names (`apart`), other descriptions (`unlike`)."""
    if not one or not other:
        return 0.0
    alike = any(same_head(left, right) for left in one.heads for right in other.heads)
    if alike or one.names & other.names:
        return same
    if one.wider & other.wider:
        return 0.8
    if one.names and other.names:
        return apart
    if not one.heads or not other.heads:
        return apart / 3
    return 0.0 if _vague(one) or _vague(other) else unlike


def _vague(side: Parties) -> bool:
    """Whether its descriptions fit many things: "schepen" may well be the tankers of another report."""
    return all(is_vague(head) for head in side.heads)


def direction(first: Profile, second: Profile) -> float:
    """Blow and return blow: who acts in the one undergoes the other.

    Example:
        "Raketten uit Gaza op Israël" and "Israëlische aanval op Gaza" are two events: -3.0; where only one of them
        says both sides: -1.5.
    """
    if first.sides & second.sides or first.recipients.wider & second.recipients.wider:
        return 0.0
    if first.sides & _struck(second) and second.sides & _struck(first):
        return -3.0
    struck = first.sides & second.recipients.wider or second.sides & first.recipients.wider
    return -1.5 if struck else 0.0


def _struck(profile: Profile) -> frozenset[str]:
    """Return who undergoes it, and the states in which it was."""
    return profile.recipients.wider | {state(country) for country in profile.told_countries}


def busy(first: Profile, second: Profile) -> float:
    """One party does many things in a day: being of one party needs a word, place or target besides.

    Example:
        "Iran schoot raketten af" and "het toestel werd door Iran geraakt" of one day: -0.8.
    """
    if actors(first, second) <= 0:
        return 0.0
    besides = (place, recipients, words, counts)
    return 0.0 if any(feature(first, second) > 0 for feature in besides) else -0.8


def routine(first: Profile, second: Profile) -> float:
    """Arrests are made every day: two of one day need a name, a number, or a town and what it was about.

    Words that stand beside any arrest ("verdachte", "politie") say nothing of what it was about, and one shared name is as
    often that of a town's people.

    Example:
        "Man aangehouden in Almelo" and "Verdachte aangehouden in Enschede" of one day: -2.0.
    """
    if not all("arrest" in one.mention.modes for one in (first, second)):
        return 0.0
    one, other = first.recipients.names, second.recipients.names
    if one & other or first.victims & second.victims or _tells_much(first, second):
        return 0.0
    town = first.fine and second.fine and place(first, second) > 1
    about = [w for w in first.beside & second.beside if not is_beside_arrests(w)]
    if town and any(not is_common_deed(word) for word in about):
        return 0.0  # "derde aanhouding om drugslab in Enschede"
    return -1.5 if town else -2.0


def _tells_much(first: Profile, second: Profile) -> bool:
    """Tell whether two arrests share two names, a telling number, or most of a sentence or a story."""
    if sentence(first, second) >= _MUCH or names(first, second) >= _MANY:
        return True
    return story(first, second) > _SOME or counts(first, second) > _SOME
