"""Counts that are said to be unknown."""

from __future__ import annotations

from collections.abc import Iterator

from wederhoor.extract.quantities.lexicon import lexicon, noun_of
from wederhoor.extract.quantities.situation import Situation
from wederhoor.model import Field, QuantityMention

_REACH = 5  # tokens from "hoeveel" to what is counted
_CASUALTIES = frozenset({Field.KILLED, Field.INJURED, Field.MISSING})


def unknown_in(situation: Situation) -> Iterator[QuantityMention]:
    """Yield the counts that a sentence says are unknown.

    Example:
        "een onbekend aantal slachtoffers" gives `killed` and `injured`, both without a number.
    """
    found = list(_at_cues(situation))
    nearest: dict[int, int] = {}
    for mention in found:
        nearest[mention.head] = max(mention.first, nearest.get(mention.head, 0))
    yield from (mention for mention in found if mention.first == nearest[mention.head])


def _at_cues(situation: Situation) -> Iterator[QuantityMention]:
    unclear = _is_unclear(situation)
    for entry in lexicon().entries.values():
        if entry.data["kind"] != "unknown":
            continue
        free = entry.id == "count.unknown.number"
        if not free and not unclear:
            continue
        for cue in entry.data["words"]:
            yield from _at_cue(situation, tuple(cue.split()), entry.id)


def _is_unclear(situation: Situation) -> bool:
    entry = lexicon().entries["class.unclear"]
    span = range(situation.sentence.first, situation.sentence.stop)
    words = [situation.word(i) for i in span]
    text = f" {' '.join(words)} "
    return not set(words).isdisjoint(entry.data["words"]) or any(
        f" {phrase} " in text for phrase in entry.data["phrases"]
    )


def _at_cue(situation: Situation, cue: tuple[str, ...], rule: str) -> Iterator[QuantityMention]:
    sentence = situation.sentence
    for i in range(sentence.first, sentence.stop - len(cue)):
        if any(situation.word(i + k) != word for k, word in enumerate(cue)):
            continue
        start = i + len(cue)
        for head in range(start, min(start + _REACH, sentence.stop)):
            fields = _fields(situation, head)
            for field in fields:
                yield QuantityMention(i, head + 1, head, None, field, rule)
            if fields:
                break


def _fields(situation: Situation, head: int) -> tuple[Field, ...]:
    noun = noun_of(situation.word(head))
    if "victims" in noun.classes:
        return (Field.KILLED, Field.INJURED)
    if noun.field in _CASUALTIES:
        return (noun.field,)
    if situation.word(head) == "levens":
        return (Field.KILLED,)
    if "persons" not in noun.classes:
        return ()
    for found in situation.evidence:
        if found.first > head and found.form.field in _CASUALTIES:
            return (found.form.field,)
    return ()
