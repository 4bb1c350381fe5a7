"""Positions and disputes in plain words, Dutch or English."""

from __future__ import annotations

from functools import cache

from wederhoor.model.actor import Actor, folded
from wederhoor.model.event import INTERNATIONAL, Damage, Field, Stance, Value
from wederhoor.model.place import Place
from wederhoor.model.quantity import Quantity
from wederhoor.model.record import Dispute, DisputeKind, Position
from wederhoor.resources.labels import Labels
from wederhoor.resources.loader import load_entries
from wederhoor.resources.phrases import is_generic, is_plural

_OF_VICTIMS = frozenset(
    {Field.KILLED, Field.INJURED, Field.MISSING, Field.DETAINED, Field.DISPLACED}
)
_TOLD = 2  # outlets named before the rest become "other media"


def sentence(dispute: Dispute, labels: Labels) -> str:
    """Say in one sentence how two positions differ.

    Args:
        dispute: a dispute, update, refinement or correction.
        labels: the words of the reader's language.

    Returns:
        A sentence without a full stop, such as "Iran zegt 80 doden, de VS ontkent dat".
    """
    if dispute.kind is not DisputeKind.DISPUTE:
        words = _withdrawal(dispute, labels) or _step(dispute, labels)
    elif Stance.DENY in (dispute.first.stance, dispute.second.stance):
        words = _denial(dispute, labels)
    else:
        first, second = dispute.first, dispute.second
        words = labels.fill(
            "weighing.dispute.values",
            first=speaker(first, labels),
            first_says=_verb(first, labels),
            value=position_words(first, labels),
            second=speaker(second, labels),
            second_says=_verb(second, labels),
            other=position_words(second, labels),
        )
    return words[:1].upper() + words[1:]


def _step(dispute: Dispute, labels: Labels) -> str:
    first, second = dispute.first, dispute.second
    return labels.fill(
        f"weighing.{dispute.kind.value}",
        value=position_words(first, labels),
        other=position_words(second, labels),
        first=speaker(first, labels),
        second=speaker(second, labels),
        first_day=_day(first.first_said, labels),
        second_day=_day(second.first_said, labels),
    )


def _withdrawal(dispute: Dispute, labels: Labels) -> str:
    """Say that a speaker takes back an assertion or a denial; "" where neither is denied."""
    first, second = dispute.first, dispute.second
    if Stance.DENY not in (first.stance, second.stance):
        return ""
    claim, ending = (first, "deny") if second.stance is Stance.DENY else (second, "affirm")
    return labels.fill(
        f"weighing.correction.{ending}",
        first=speaker(first, labels),
        first_says=_verb(first, labels),
        first_denies=_verb(first, labels),
        value=position_words(claim, labels),
        first_day=_day(first.first_said, labels),
        second=speaker(second, labels),
        second_denies=_verb(second, labels),
        second_confirms=_agreeing(second, "weighing.verb.confirm", labels),
        second_day=_day(second.first_said, labels),
    )


def _denial(dispute: Dispute, labels: Labels) -> str:
    first, second = dispute.first, dispute.second
    claim, denial = (second, first) if first.stance is Stance.DENY else (first, second)
    return labels.fill(
        "weighing.dispute.deny",
        first=speaker(claim, labels),
        first_says=_verb(claim, labels),
        value=position_words(claim, labels),
        second=speaker(denial, labels),
        second_denies=_verb(denial, labels),
    )


def value_words(value: Value, labels: Labels) -> str:
    """Say a value, whatever field it is of.

    Example:
        `Quantity(11, None, of="ballistische raketten")` is "11 of meer ballistische raketten".
    """
    if isinstance(value, Quantity):
        if value.high == 0 and not value.of:
            return labels["weighing.count.none-alone"]
        return f"{_count(value, labels)} {value.of or ''}".rstrip()
    if isinstance(value, (Actor, Place)):
        return value.name
    if isinstance(value, Damage):
        return labels[f"damage.{value.value}"]
    if isinstance(value, bool):
        return labels["weighing.true" if value else "weighing.false"]
    shown = labels["weighing.international"] if value == INTERNATIONAL else value
    return shown or labels["weighing.unknown"]


def position_words(position: Position, labels: Labels) -> str:
    """Say what a position holds, with the noun of its field.

    Example:
        `killed` of `Quantity(80, 80, of="Amerikanen")` is "80 doden (Amerikanen)".
    """
    field, value = position.field, position.value
    part = position.claims[0].part if position.claims else ""
    if isinstance(value, Quantity):
        return _count_words(field, value, part, labels)
    if isinstance(value, bool):
        return labels["weighing.value.occurred" if value else "weighing.value.not-occurred"]
    if value == INTERNATIONAL:
        return labels["weighing.value.international"]
    words = _named(value, labels) if isinstance(value, Actor) else value_words(value, labels)
    if field in (Field.ACTOR, Field.ORIGIN, Field.DAMAGE, Field.TERRITORY):
        return labels.fill(f"weighing.value.{field.value}", value=words)
    return words


def speaker(position: Position, labels: Labels) -> str:
    """Say who takes a position, as it stands in a sentence.

    Example:
        "de VS", "Iran", and for the outlets' own voice "De Polderbode en Radio Noord".
    """
    if position.source is not None:
        return _named(position.source, labels)
    outlets = position.outlets
    if not outlets:
        return labels["weighing.outlets"]
    if len(outlets) > _TOLD:
        return labels.fill("weighing.outlets.many", names=", ".join(outlets[:_TOLD]))
    return labels["weighing.and"].join(outlets)


def _verb(position: Position, labels: Labels) -> str:
    key = f"weighing.verb.{position.stance.value}"
    if position.field is Field.ACTOR and position.stance is not Stance.DENY:
        key += ".actor"
    return _agreeing(position, key, labels)


def _agreeing(position: Position, key: str, labels: Labels) -> str:
    one, _, many = labels[key].partition("|")
    return many if _is_plural(position) else one


def _is_plural(position: Position) -> bool:
    source = position.source
    return len(position.outlets) > 1 if source is None else speaks_as_many(source)


def speaks_as_many(source: Actor) -> bool:
    """Tell whether the name of a speaker takes a plural verb.

    Example:
        "Amerikaanse functionarissen" do, "Iran" and "de VS" do not.
    """
    listed = _articles().get(folded(source.name))
    return listed[1] if listed is not None else is_plural(source.name)


def _day(published: str, labels: Labels) -> str:
    """Say a day of publication as it was written: "2020-01-08T16:05" is "8 jan 2020"."""
    parts = published[:10].split("-")
    words = [parts[0]]
    if len(parts) > 1:
        words.insert(0, labels[f"cli.month.{int(parts[1])}"])
    if len(parts) > 2:  # noqa: PLR2004 - year, month, day
        words.insert(0, str(int(parts[2])))
    return " ".join(words)


def _named(actor: Actor, labels: Labels) -> str:
    listed = _articles().get(folded(actor.name))
    return f"{listed[0]} {actor.name}" if listed and labels.lang == "nl" else actor.name


@cache
def _articles() -> dict[str, tuple[str, bool]]:
    """Folded name to its article and whether it is plural."""
    required, optional = frozenset({"article", "names"}), frozenset({"plural"})
    return {
        folded(name): (str(entry.data["article"]), bool(entry.data.get("plural")))
        for entry in load_entries("nl/weighing.yaml", required, optional)
        for name in entry.data["names"]
    }


# ---------------------------------------------------------------- counts
def _count_words(field: Field, value: Quantity, part: str, labels: Labels) -> str:
    count = _count(value, labels)
    generic = is_generic(value.of)
    if generic or field in _OF_VICTIMS:
        single = ".one" if value.low == value.high == 1 else ""
        words = labels.fill(f"weighing.value.{field.value}{single}", count=count)
    else:
        words = f"{count} {value.of}"
    notes = [part] if part else []
    if not generic and field in _OF_VICTIMS and value.of and folded(value.of) != folded(part):
        notes.insert(0, value.of)
    return f"{words} ({', '.join(notes)})" if notes else words


def _count(value: Quantity, labels: Labels) -> str:
    low = _number(value.low, labels)
    if value.high is None:
        kind = "about-open" if value.approximate else "open"
        return labels.fill(f"weighing.count.{kind}", low=low)
    if value.high == 0:
        return labels["weighing.count.none"]
    if value.low == value.high:
        kind = "about" if value.approximate else "exact"
        return labels.fill(f"weighing.count.{kind}", low=low)
    high = _number(value.high, labels)
    kind = "most" if value.low == 0 else "between"
    return labels.fill(f"weighing.count.{kind}", low=low, high=high)


def _number(number: int, labels: Labels) -> str:
    written = f"{number:,}"
    return written.replace(",", ".") if labels.lang == "nl" else written
