"""What speaks for and against two mentions being one event, each with its weight.

A feature is a pure function of two profiles. Its weight reads as a logarithm of odds: 0 says nothing,
each point more or less makes one event about three times as likely or unlikely. The weights are our
own, set on the development reports; the sum must reach `JOIN` before two mentions are joined.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from wederhoor.linking.contradiction import relation_of_places
from wederhoor.linking.families import DISTINCT_MODES, same_means
from wederhoor.linking.profile import Parties, Profile
from wederhoor.model.place import Precision
from wederhoor.model.quantity import Quantity
from wederhoor.model.relation import Relation
from wederhoor.resources.phrases import is_common_deed, is_home, is_reference, is_vague, same_head

Feature = Callable[[Profile, Profile], float]
JOIN: Final = 0.0  # the least score of a join

_WEEK, _MONTH = 7, 31
_COMPOUND = 9  # letters from which a Dutch word is usually a compound, and so says a lot
_LEAST_WORDS = 5  # content words that a sentence needs before its likeness means anything
_SOME = 0.5  # what says more than this is no chance
_FRESH = 3  # days in which reports that share their names are taken to follow one story
_STORY = 10  # days in which what refers back is taken to be of the same story
_LEAST_NAMES = 2  # names that an opening needs before it says what the report is about
_TELLING = 3  # a count below this is too common to tell two events apart


def prior(first: Profile, second: Profile) -> float:
    """How unlikely any two mentions of a block are one event: words more so than deeds.

    Example:
        Two mentions of "roept op tot kalmte" need more in common than two of "aanslag".
    """
    return -3.5 if first.material and second.material else -5.0


def event_type(first: Profile, second: Profile) -> float:
    """The PLOVER type: another type of the same family needs much to make up for it."""
    return 0.0 if first.mention.type is second.mention.type else -2.0


def realis(first: Profile, second: Profile) -> float:
    """A deed that was and one that is planned, threatened or asked for are mostly two."""
    if first.told == second.told:
        return 0.0 if first.told or first.mention.realis is second.mention.realis else -0.5
    return -2.0


def modes(first: Profile, second: Profile) -> float:
    """The PLOVER modes: shared ones speak for, the more the better; an arrest is no curfew.

    Example:
        "drone" in both: 0.7; "drone" and "destroy" in both: 1.0; "firearms" and "drone": -2.0.
    """
    one, other = frozenset(first.mention.modes), frozenset(second.mention.modes)
    if not one or not other:
        return 0.0
    if one & other:
        return min(1.3, 0.4 + 0.3 * len(one & other))
    if first.mention.type in DISTINCT_MODES:
        return -3.0
    return 0.0 if same_means(one, other) else -2.0


def place(first: Profile, second: Profile) -> float:
    """Where: one base says much, one country little; sites that cannot be placed speak against.

    Less where neither gives a day and their words differ: in one town much happens.

    Example:
        "Ain al-Asad" and "Ain al-Asad": 2.5; "Bagdad" and "Irak": 0.8; "Nederland" twice: 0.3, for most
        news of a Dutch outlet is from there.
    """
    if first.fine and second.fine:
        relation = relation_of_places(first.fine, second.fine)
        if relation is Relation.SAME:
            alike = first.words & second.words or (_is_deed(first) and _is_deed(second))
            return 2.5 if alike or first.days or second.days else 1.8
        if relation is Relation.OVERLAPS:
            return 0.0 if _are_towns(first) and _are_towns(second) else 1.5
        return -1.0
    if first.regions & second.regions:
        return 1.5
    shared = first.countries & second.countries
    if not shared:
        return 0.0
    return 0.3 if all(map(is_home, shared)) else 0.8


def _are_towns(profile: Profile) -> bool:
    """Whether a mention names towns only: two of them may lie side by side, and are not one place."""
    return all(one.precision is Precision.SETTLEMENT for one in profile.fine)


def routine(first: Profile, second: Profile) -> float:
    """Arrests are made every day: two of one day need a name, a number, or a town and what it was about.

    Example:
        "Man aangehouden in Almelo" and "Verdachte aangehouden in Enschede" of one day: -2.0.
    """
    arrests = all("arrest" in one.mention.modes for one in (first, second))
    if not arrests or sentence(first, second) > 0 or names(first, second) > 0:
        return 0.0
    one, other = first.recipients.names, second.recipients.names
    if one & other or about(first, second) > _SOME or counts(first, second) > _SOME:
        return 0.0
    town = first.fine and second.fine and place(first, second) > 1
    if town and beside(first, second) > 0:
        return 0.0  # "derde aanhouding om drugslab in Enschede"
    return -1.5 if town else -2.0


def about(first: Profile, second: Profile) -> float:
    """What both reports are about, where a mention has no place of its own: names in their openings.

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


def time(first: Profile, second: Profile) -> float:
    """When: shared days say more the fewer they are; without days, the news of one day is near.

    Example:
        Both "op 3 januari": 2.5; "deze maand" and "op 3 januari": 0.3; "zondag", which may be one of
        five, and one of them: 1.2.
    """
    if first.days and second.days:
        return _shared_days(first, second)
    if not first.days and not second.days:
        return _news_of_days(first.published, second.published)
    dated, undated = (first, second) if first.days else (second, first)
    return _fresh_news(dated, undated)


def _shared_days(first: Profile, second: Profile) -> float:
    one, other = first.days or (0, 0), second.days or (0, 0)
    if one[1] < other[0] or other[1] < one[0]:
        return -1.5  # approximate, else they contradict
    longest = max(len(days) for days in (first.when, second.when) if days)
    for days, weight in ((1, 2.5), (3, 2.0), (8, 1.2), (_MONTH, 0.3)):
        if longest <= days:
            return weight
    return 0.0


def _news_of_days(one: tuple[int, int], other: tuple[int, int]) -> float:
    gap = max(one[0] - other[1], other[0] - one[1], 0)
    for days, weight in ((1, 1.3), (3, 0.8), (_WEEK, 0.2), (_MONTH, -0.7)):
        if gap <= days:
            return weight
    return -2.0


def _fresh_news(dated: Profile, undated: Profile) -> float:
    first, last = dated.days or (0, 0)
    if last - first > _WEEK:
        return -0.5 if last - first > _MONTH else 0.0
    after = undated.published[0] - last
    if first > undated.published[1] + 1:
        return -1.5 if dated.told else -0.3
    for days, weight in ((2, 1.3), (_WEEK, 0.5), (_MONTH, -0.5)):
        if after <= days:
            return weight
    return -1.5


def actors(first: Profile, second: Profile) -> float:
    """Who did it: the same party, or one that belongs to the other.

    Example:
        "Iran" and "Revolutionaire Garde" (part of Iran): 0.8; "zelfmoordterroristen" and "moslimgroep",
        which may be the same: -0.4.
    """
    return _parties(first.actors, second.actors, same=1.3, apart=-1.2, unlike=-0.4)


def recipients(first: Profile, second: Profile) -> float:
    """To whom or what it was done: the same party or the same kind of thing.

    Example:
        "Japanse olietanker" and "tankers": 1.3; "kerken" and "een school": -1.2; a name and a
        description that may be of it: -0.4.
    """
    return _parties(first.recipients, second.recipients, same=1.3, apart=-1.2, unlike=-1.2)


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
        "Raketten uit Gaza op Israël" and "Israëlische aanval op Gaza" are two events.
    """
    mirrored = (
        first.actors.wider & second.recipients.wider
        and first.recipients.wider & second.actors.wider
    )
    same = first.actors.wider & second.actors.wider
    return -3.0 if mirrored and not same else 0.0


def busy(first: Profile, second: Profile) -> float:
    """One party does many things in a day: being of one party needs a word, place or target besides.

    Example:
        "Iran schoot raketten af" and "het toestel werd door Iran geraakt" of one day: -0.8.
    """
    if actors(first, second) <= 0:
        return 0.0
    besides = (place, recipients, words, counts)
    return 0.0 if any(feature(first, second) > 0 for feature in besides) else -0.8


def counts(first: Profile, second: Profile) -> float:
    """How many: the same telling figure speaks for; figures that can grow do not speak against.

    Example:
        "138 doden" in both: 1.2; "52 doden" on Sunday and "138 doden" on Monday: 0.
    """
    early, late = (first, second) if first.order <= second.order else (second, first)
    weights = [
        _figures(one, other)
        for key in early.counts.keys() & late.counts.keys()
        for one in early.counts[key]
        for other in late.counts[key]
    ]
    if not weights:
        return 0.0
    return max(weights)


def _figures(early: Quantity, late: Quantity) -> float:
    relation = early.relation_to(late)
    if relation is Relation.SAME:
        return 1.2 if early.low >= _TELLING else 0.3
    if relation is not Relation.CONFLICTS or late.low >= early.low > 0:
        return 0.0
    return -0.4


def words(first: Profile, second: Profile) -> float:
    """Words of the mentions themselves: a shared compound says most, a word of all violence least.

    Example:
        "zelfmoordaanslag" in both: 1.0; "neerschieten" in both: 0.8; "aanval" in both: 0.5.
    """
    shared = first.words & second.words
    if not shared:
        return -0.3
    return min(1.5, sum(map(_telling, shared)))


def _telling(word: str) -> float:
    if is_common_deed(word):
        return 0.5
    return 1.0 if len(word) >= _COMPOUND else 0.8


def beside(first: Profile, second: Profile) -> float:
    """Words right beside the mentions, names left out: they say what was hit where no role was read.

    Example:
        "het neerschieten van een drone" and "een drone neergeschoten": 0.5.
    """
    shared = [word for word in first.beside & second.beside if not is_common_deed(word)]
    return min(1.0, 0.5 * len(shared))


def names(first: Profile, second: Profile) -> float:
    """Names told in the sentences of the mentions, places left out: few deeds share those.

    Example:
        "het neerhalen van vlucht MH17" and "de ramp met de MH17": 0.5.
    """
    return min(1.0, 0.5 * len(first.names & second.names))


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
    """A mention that only refers back is of what the news of those days is about, and tells no day itself.

    Only where the other mention is of such words too, and the reports are about the same. What is said to be
    new is not what others refer to.

    Example:
        "Vlaggen halfstok na de aanslagen in Quito" and "Aanslagen op kerken in Quito" of that week: 1.2;
        with "Angst voor nieuwe aanslagen in Quito": -1.2.
    """
    if (first.another and second.refers) or (second.another and first.refers):
        return -1.2
    if not (first.refers or second.refers) or not (first.told and second.told):
        return 0.0
    if not all(map(_is_deed, (first, second))) or place(first, second) < 0:
        return 0.0
    one, other = first.published, second.published
    if max(one[1], other[1]) - min(one[0], other[0]) > _STORY:
        return 0.0
    least = min(len(first.about), len(second.about))
    shared = len(first.about & second.about)
    if least < _LEAST_NAMES or shared < _LEAST_NAMES:
        return 0.0
    same_story = shared >= least / 2 or bool(first.days or second.days)
    return 1.2 if same_story else 0.0


def _is_deed(profile: Profile) -> bool:
    """Whether a mention is told with a noun that can be referred to: "aanslag", "ontploffing"."""
    return any(map(is_reference, profile.words))


FEATURES: Final[tuple[tuple[str, Feature], ...]] = tuple(
    (found.__name__, found)
    for found in (
        prior,
        event_type,
        realis,
        modes,
        place,
        about,
        time,
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
