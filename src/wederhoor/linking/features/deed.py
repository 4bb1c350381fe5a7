"""What was done: type, realis, means, extent, counts, and the words for it."""

from __future__ import annotations

from wederhoor.linking.families import DISTINCT_MODES, same_means
from wederhoor.linking.features.where import place
from wederhoor.linking.profile import Profile
from wederhoor.model.quantity import Quantity
from wederhoor.model.relation import Relation
from wederhoor.resources.phrases import is_common_deed, is_killing

_COMPOUND = 9  # letters from which a Dutch word is usually a compound, and so says a lot
_TELLING = 3  # a count below this is too common to tell two events apart


def prior(first: Profile, second: Profile) -> float:
    """How unlikely any two mentions of a block are one event: words more so than deeds.

    Example:
        Two mentions of "roept op tot kalmte" need more in common than two of "aanslag".
    """
    return -3.5 if first.material and second.material else -5.0


def event_type(first: Profile, second: Profile) -> float:
    """The PLOVER type: another type of the same family needs much to make up for it."""
    return 0.0 if first.mention.type is second.mention.type else -3.0


def realis(first: Profile, second: Profile) -> float:
    """A deed that was and one that is planned, threatened or asked for are mostly two.

    Less so where one only refers: "het plannen van de aanslagen" is of those that were; more so where it says that it
    would be another: "zij plannen nieuwe aanslagen".
    """
    if first.told == second.told:
        return 0.0 if first.told or first.mention.realis is second.mention.realis else -0.5
    untold = second if first.told else first
    if untold.another:
        return -3.0
    return -0.7 if untold.refers else -1.5


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


def extent(first: Profile, second: Profile) -> float:
    """What goes on and what was done once: an offensive is no shelling, but two words for fighting are one.

    Example:
        "het offensief" and "de strijd" in one country: 1.3; "het offensief" and "een beschieting": -0.8.
    """
    if first.campaign != second.campaign:
        return -0.8
    if not first.campaign or place(first, second) <= 0:
        return 0.0
    return 1.3


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
        "zelfmoordaanslag" in both: 1.0; "neerschieten" in both: 0.8; "aanval" in both, or "moord" and
        "doodgeschoten": 0.5.
    """
    shared = first.words & second.words
    if not shared:
        killed = all(any(map(is_killing, one.words)) for one in (first, second))
        return 0.5 if killed else -0.3
    return min(1.5, sum(map(_telling, shared)))


def _telling(word: str) -> float:
    if is_common_deed(word):
        return 0.5
    return 1.0 if len(word) >= _COMPOUND else 0.8
