"""When two values of one field are about the same thing, and when they cannot both be true."""

from __future__ import annotations

import re

from wederhoor.model.actor import Actor, folded
from wederhoor.model.event import INTERNATIONAL, Damage, Value
from wederhoor.model.place import Place
from wederhoor.model.quantity import Quantity
from wederhoor.model.relation import Relation
from wederhoor.resources.phrases import head, is_generic, same_head, stem
from wederhoor.weighing.parties import related

_NAME = re.compile(r"\b[A-ZÀ-Þ]\w+")
_HURT = re.compile(r"\b(zwaar|licht|ernstig)\s?gewond")
_STEM = 5  # letters that a nationality and its adjective share: Amerikanen, Amerikaanse


def relation_of_counted(first: Quantity, second: Quantity, *, whole: bool) -> Relation:
    """Relate who or what two counts are of, as far as their words say.

    Args:
        first: a count.
        second: another of the same field.
        whole: whether a count without a noun is of all people concerned ("52 doden"), as with victims, and
            not of the same unnamed things ("vijftien" after "raketten").

    Returns:
        SAME, NARROWER, WIDER, or CONFLICTS where they count different people or things.

    Example:
        "Amerikaanse militairen" is NARROWER than "Amerikanen" and than "doden"; "strijders" CONFLICTS
        with "Amerikanen", and "Irakese soldaten" with "Finse soldaten".
    """
    if _degree(first.of) != _degree(second.of):
        return Relation.CONFLICTS  # the badly hurt are some of the injured, not their number
    generic = (is_generic(first.of), is_generic(second.of))
    if any(generic):
        if all(generic) or not whole:
            return Relation.SAME
        return Relation.WIDER if generic[0] else Relation.NARROWER
    one, other = first.of or "", second.of or ""
    names, others = _names(one), _names(other)
    if names and others and not names & others:
        return Relation.CONFLICTS
    return _relation_of_nouns(one, other)


def _degree(of: str | None) -> str:
    """Return how badly those counted are hurt, as far as the noun says: "zwaar", "licht" or ""."""
    found = _HURT.search(folded(of or ""))
    return found[1] if found else ""


def _relation_of_nouns(one: str, other: str) -> Relation:
    if _is_name(one) != _is_name(other):
        if not (_names(one) and _names(other)):
            return Relation.CONFLICTS
        return Relation.WIDER if _is_name(one) else Relation.NARROWER
    if not _is_name(one) and not same_head(head(one), head(other)):
        return Relation.CONFLICTS
    if bool(_names(one)) != bool(_names(other)):
        return Relation.NARROWER if _names(one) else Relation.WIDER
    return Relation.SAME


def _is_name(of: str) -> bool:
    """Whether the head itself is a nationality or name: "Amerikanen", not "Amerikaanse militairen"."""
    return folded(of).split()[-1:] == [head(of)] and bool(_NAME.match(of.rsplit(maxsplit=1)[-1]))


def _names(of: str) -> set[str]:
    return {folded(name)[:_STEM] for name in _NAME.findall(of)}


def incompatible(first: Value, second: Value) -> bool:
    """Tell whether two values that are both asserted cannot both be true.

    Counts have `comparable` and their own relation; actors are not compared here: more than one can take part.

    Example:
        Damage none and extensive; from Iran and from Jemen; in the airspace of Iran and in that of no state.
    """
    if isinstance(first, Damage) and isinstance(second, Damage):
        return first is not second and Damage.UNKNOWN not in (first, second)
    if isinstance(first, Place) and isinstance(second, Place):
        return first.relation_to(second) is Relation.CONFLICTS
    if isinstance(first, bool) and isinstance(second, bool):
        return first is not second
    return _one_of_no_state(first, second) or _one_of_no_state(second, first)


def _one_of_no_state(first: Value, second: Value) -> bool:
    """Tell whether the one is a country and the other airspace or waters of no state."""
    return isinstance(first, Place) and second == INTERNATIONAL


def comparable(first: Quantity, second: Quantity, *, whole: bool) -> bool:
    """Tell whether one count can update, refine or contradict the other.

    It can when both count the same, or when a part is said to be more than the whole.

    Example:
        "80 Amerikanen" and "geen doden" can; "1 Nederlander" and "207 doden" cannot.
    """
    relation = relation_of_counted(first, second, whole=whole)
    if relation is Relation.NARROWER:
        return second.high is not None and first.low > second.high
    if relation is Relation.WIDER:
        return first.high is not None and second.low > first.high
    return relation is Relation.SAME


def negates(denied: Value, affirmed: Value) -> bool:
    """Tell whether denying the one value contradicts affirming the other.

    Example:
        Denying that Iran did it contradicts "de Revolutionaire Garde"; denying 80 dead contradicts 80,
        and does not contradict 0.
    """
    if denied is None:
        return _says_something(affirmed)
    if isinstance(denied, Actor) and isinstance(affirmed, Actor):
        return related(denied, affirmed)
    if isinstance(denied, Quantity) and isinstance(affirmed, Quantity):
        return _count_negates(denied, affirmed)
    if isinstance(denied, Place) and isinstance(affirmed, Place):
        return denied.relation_to(affirmed) in (Relation.SAME, Relation.WIDER)
    if isinstance(denied, str) and isinstance(affirmed, str):
        return folded(denied) == folded(affirmed)
    return type(denied) is type(affirmed) and denied == affirmed


def _says_something(value: Value) -> bool:
    if isinstance(value, Quantity):
        return value.bounds[1] > 0
    return value not in (None, False, Damage.NONE, Damage.UNKNOWN)


def _count_negates(denied: Quantity, affirmed: Quantity) -> bool:
    # "ontkent dat er doden vielen" is read as 0 denied or as 1 or more denied: both mean none
    if relation_of_counted(denied, affirmed, whole=True) is Relation.CONFLICTS:
        return False
    none_at_all = denied.low == 0 or (denied.low == 1 and denied.high is None)
    if none_at_all:
        return affirmed.low > 0
    return denied.relation_to(affirmed) in (Relation.SAME, Relation.WIDER)


def counted(quantity: Quantity) -> str:
    """Return what is counted as far as it tells counts apart: "" for people in general."""
    if is_generic(quantity.of):
        return ""
    return " ".join(sorted({stem(word) for word in folded(quantity.of or "").split()}))
