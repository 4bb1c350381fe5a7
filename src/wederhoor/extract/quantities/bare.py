"""Plurals and singulars that count by themselves: "doden en gewonden", "met raketten", "Dode bij brand"."""

from __future__ import annotations

from collections.abc import Iterator

from wederhoor.extract.quantities.fields import part_field
from wederhoor.extract.quantities.lexicon import Noun, lexicon, noun_of
from wederhoor.extract.quantities.situation import Situation
from wederhoor.model import Field, Quantity, QuantityMention

_NOT_AFTER = frozenset(
    [
        "te",
        "om",
        "aantal",
        "meeste",
        "onder",
        "tussen",
        "voor",
        "over",
        "eerste",
        "laatste",
        "veel",
        "meer",
        "van",
        "alle",
        "ook",
    ]
)
_BY = frozenset({"met", "door"})
_AFTER_ONE = frozenset({"bij", "na", "door", "en", "in"})
_PLURAL = ("n", "s")


def bare_in(situation: Situation, taken: frozenset[int]) -> Iterator[QuantityMention]:
    """Yield the counts that stand in a plural without a number, and in a clipped headline.

    Args:
        situation: the sentence.
        taken: tokens that belong to a number already.

    Example:
        "Het dorp werd met raketten bestookt": two or more weapons.
    """
    tokens = situation.analysis.tokens
    for i in range(situation.sentence.first, situation.sentence.stop):
        if i in taken:
            continue
        noun = noun_of(tokens[i].lower)
        if noun.bare and noun.field is not None and tokens[i].upos not in {"VERB", "AUX"}:
            first = _start(situation, i)
            if first is not None and _is_told(situation, noun, first, i):
                yield _mention(situation, first, i, Quantity(2, None), noun.field, noun.rule)
        elif noun.one and _is_clipped(situation, i) and noun.field is not None:
            yield _mention(situation, i, i, Quantity(1, 1), noun.field, noun.rule)
        elif tokens[i].lower == "onder":
            yield from _part(situation, i, taken)


def _mention(
    situation: Situation, first: int, head: int, number: Quantity, field: Field, rule: str
) -> QuantityMention:
    of = situation.analysis.span(first, head + 1).of(situation.analysis.text)
    quantity = Quantity(number.low, number.high, of=of)
    return QuantityMention(first, head + 1, head, quantity, field, rule)


def _start(situation: Situation, i: int) -> int | None:
    """Return the first token of the noun phrase, None when it has an article or is definite."""
    tokens = situation.analysis.tokens
    first = i
    while first > situation.sentence.first and tokens[first - 1].upos == "ADJ":
        first -= 1
    before = situation.word(first - 1)
    if before.endswith(("ische", "aanse", "eese", "ense", "ijnse")):
        return _start(situation, first - 1) and first - 1
    refused = before in lexicon().words_of("determiners") or before in _NOT_AFTER
    return None if refused or before[:1].isdigit() else first


def _is_told(situation: Situation, noun: Noun, first: int, i: int) -> bool:
    """Tell whether the sentence tells of a happening rather than of such things in general."""
    words = situation.words_of_clause(i)
    before = situation.word(first - 1)
    if noun.field is Field.WEAPONS:
        return not lexicon().words_of("firing").isdisjoint(words) and (
            before in _BY
            or not before.isalpha()
            or before not in lexicon().words_of("prepositions")
        )
    if before in lexicon().words_of("prepositions"):
        return False
    after = situation.word(i + 1)
    pair = situation.word(i + 1) == "en" and noun_of(situation.word(i + 2) or "-").bare
    linked = before == "en" and noun_of(situation.word(first - 2) or "-").bare
    fallen = not {"vielen", "vallen", "gevallen", "viel"}.isdisjoint(words)
    return fallen or after in {"bij", "na", "door"} or pair or linked


def _is_clipped(situation: Situation, i: int) -> bool:
    """Tell whether token `i` opens a headline such as "Dode en vier gewonden bij ongeluk"."""
    opens = i == situation.sentence.first
    return opens and situation.word(i + 1) in _AFTER_ONE


def _part(situation: Situation, i: int, taken: frozenset[int]) -> Iterator[QuantityMention]:
    """Read "onder de doden zijn ook buitenlanders"."""
    field = part_field(situation, i)
    if field is None:
        return
    tokens = situation.analysis.tokens
    clause = situation.tokens_of_clause(i)
    verb = next((k for k in clause if k > i and situation.word(k) in {"zijn", "waren"}), None)
    if verb is None:
        return
    for k in range(verb + 1, min(verb + 5, situation.sentence.stop)):
        if k in taken:
            return
        noun = noun_of(tokens[k].lower)
        if "persons" in noun.classes and noun.field is None and tokens[k].lower.endswith(_PLURAL):
            rule = lexicon().one("part").id
            found = _mention(situation, k, k, Quantity(2, None), field, rule)
            part = tokens[k].text
            yield QuantityMention(k, k + 1, k, found.quantity, field, rule, part)
            return
