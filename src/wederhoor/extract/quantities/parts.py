"""Counts that are of a part by what befell it or by side: rockets intercepted, the dead of one army.

Such a count is kept apart from that of the whole: forty rockets fired, thirty intercepted, and ten that
struck are three counts that do not contradict one another.

Example:
    "Aan Oekraïense kant vielen twaalf doden" is `killed` 12 with part "Oekraïense kant".
"""

from __future__ import annotations

from collections.abc import Iterable

from wederhoor.extract.quantities.lexicon import lexicon, noun_of
from wederhoor.extract.quantities.situation import Count, Situation
from wederhoor.model import Field, QuantityMention
from wederhoor.resources.loader import Entry

_CASUALTIES = frozenset({Field.KILLED, Field.INJURED, Field.MISSING, Field.DETAINED})
_ARTICLES = frozenset({"de", "het"})
_GROUP = 3  # tokens after "onder" within which a group is named


def part_of(
    situation: Situation, count: Count, field: Field, earlier: tuple[QuantityMention, ...]
) -> str:
    """Return the part that a count is of by its own clause, "" for the whole.

    Args:
        situation: the sentence.
        count: the number and its noun.
        field: the field that it fills.
        earlier: the counts before it.
    """
    if field is Field.WEAPONS:
        return fate_of(situation, count, earlier)
    return side_of(situation, count) if field in _CASUALTIES else ""


def fate_of(situation: Situation, count: Count, earlier: tuple[QuantityMention, ...]) -> str:
    """Return what befell the weapons counted: intercepted, or struck where more were fired.

    Example:
        "Twaalf drones werden onderschept" is of the part "onderschept".
    """
    if count.number.article or situation.word(situation.before(count)) == "van":
        return ""  # of "van de vijftig drones zijn er veertig neergehaald" fifty is the whole
    words = situation.words_of_clause(count.first)
    text = f" {' '.join(words)} "
    for entry in lexicon().entries.values():
        if entry.data["kind"] != "fate":
            continue
        told = not set(words).isdisjoint(entry.data["words"])
        told = told or any(f" {phrase} " in text for phrase in entry.data["phrases"])
        told = told or _is_split(entry, words)
        if told and (not entry.data.get("fired") or _were_fired(earlier)):
            return str(entry.data["fate"])
    return ""


def _is_split(entry: Entry, words: tuple[str, ...]) -> bool:
    """Tell whether the verb stands apart from its particle: "haalde twaalf drones neer"."""
    finite, particles = entry.data.get("finite", ()), entry.data.get("particles", ())
    return bool(set(words) & set(finite)) and bool(set(words) & set(particles))


def _were_fired(earlier: tuple[QuantityMention, ...]) -> bool:
    return any(one.field is Field.WEAPONS and not one.part for one in earlier)


def side_of(situation: Situation, count: Count, own: Iterable[int] | None = None) -> str:
    """Return the side whose losses are counted: "Israëlische kant", "rebellen"; "" for none.

    Args:
        situation: the sentence.
        count: the number and its noun.
        own: the tokens that may name the side; those of the clause of the count when left out.
    """
    for i in own or situation.tokens_of_clause(count.first):
        word = situation.word(i)
        if word in lexicon().words_of("sides") and situation.word(i - 1) not in _ARTICLES:
            found = _by_origin(situation, i) or _of_group(situation, i)
        elif word in lexicon().words_of("sides"):
            found = _of_group(situation, i)
        else:
            found = _among(situation, count, i) if word == "onder" else ""
        if found:
            return found
    return ""


def _by_origin(situation: Situation, i: int) -> str:
    """Read "aan Israëlische kant": whose side it is stands before it, with a capital."""
    before = situation.analysis.tokens[i - 1] if situation.word(i - 1) else None
    named = before is not None and before.text[:1].isupper()
    return situation.analysis.span(i - 1, i + 1).of(situation.analysis.text) if named else ""


def _of_group(situation: Situation, i: int) -> str:
    """Read "aan de kant van de rebellen"."""
    return _group(situation, i + 2) if situation.word(i + 1) == "van" else ""


def _among(situation: Situation, count: Count, i: int) -> str:
    """Read "onder de rebellen vielen dertig doden", not "onder de doden zijn rebellen"."""
    inside = count.first <= i < count.stop or situation.word(i + 1) in {"anderen", "andere"}
    return "" if inside else _group(situation, i + 1)


def _group(situation: Situation, first: int) -> str:
    """Return the plural of persons that begins at a token, without its article."""
    first += situation.word(first) in _ARTICLES
    for i in range(first, first + _GROUP):
        noun = noun_of(situation.word(i)) if situation.word(i) else None
        if noun is None or situation.word(i) in lexicon().words_of("prepositions"):
            return ""
        if noun.classes & {"persons", "troops"} and noun.field is None and not noun.one:
            return situation.analysis.span(first, i + 1).of(situation.analysis.text)
    return ""
