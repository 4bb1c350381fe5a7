"""Counts of a part of an earlier count, and numbers that repeat one without its noun."""

from __future__ import annotations

import itertools

from wederhoor.extract.quantities.fields import Decision
from wederhoor.extract.quantities.lexicon import lexicon
from wederhoor.extract.quantities.parts import fate_of, side_of
from wederhoor.extract.quantities.situation import Count, Situation
from wederhoor.model import Field, Quantity, QuantityMention

_FILLERS = frozenset({"ook", "er", "al", "nog", "de", "zeker", "in", "ieder", "geval", "mogelijk"})
_MOST_FILLERS = 3
_FAR = 6  # different words between a count and its repetition
_ELSEWHERE = frozenset({"onder hen", "van hen", "daaronder"})
_THEREOF = frozenset({"daarvan", "hiervan"})
_PEOPLE = frozenset({Field.KILLED, Field.INJURED, Field.MISSING, Field.DETAINED, Field.DISPLACED})


def subset_of(
    situation: Situation,
    count: Count,
    decision: Decision | None,
    earlier: tuple[QuantityMention, ...],
) -> QuantityMention | None:
    """Return the mention of a count that is a part or a repetition of an earlier one, else None.

    Example:
        In "180 gewonden, onder wie 60 kinderen" the 60 are `injured`, with part "kinderen".
    """
    if "units" in count.classes:
        return None
    cue = _cue_before(situation, count) or _some_of_those(situation, count)
    after = situation.word(count.number.stop) in lexicon().one("subset").data["endings"]
    if cue or after:
        return _part(situation, count, decision, _earlier_of(situation, earlier, cue))
    if count.counted is None and decision is None:
        return _repetition(situation, count, earlier)
    return None


def _cue_before(situation: Situation, count: Count) -> str:
    i = count.first - 1
    steps = 0
    while situation.word(i) in _FILLERS and steps < _MOST_FILLERS:
        i -= 1
        steps += 1
    for cue in lexicon().one("subset").data["words"]:
        words = cue.split()
        start = i - len(words) + 1
        if all(situation.word(start + k) == word for k, word in enumerate(words)):
            return str(cue)
    return ""


def _some_of_those(situation: Situation, count: Count) -> str:
    """Return the cue of "van de vijftig drones zijn er veertig neergehaald", "daarvan zijn er ..."."""
    if count.counted is not None or situation.word(count.first - 1) != "er":
        return ""
    before = [situation.word(i) for i in range(situation.sentence.first, count.first)]
    if _THEREOF.intersection(before):
        return "daaronder"
    return "van hen" if ("van", "de") in itertools.pairwise(before) else ""


def _earlier_of(
    situation: Situation, earlier: tuple[QuantityMention, ...], cue: str
) -> QuantityMention | None:
    """Return the count that the part is of: in this sentence, or the one before for "onder hen"."""
    if not earlier:
        return None
    if cue and earlier[-1].first >= situation.sentence.first:
        return next((one for one in reversed(earlier) if not _is_inner(one, cue)), None)
    whole = next((one for one in reversed(earlier) if not one.part), None)
    if whole is None:
        return None
    distance = situation.analysis.tokens[situation.sentence.first].sent
    distance -= situation.analysis.tokens[whole.first].sent
    return whole if distance <= (1 if cue in _ELSEWHERE or not cue else 0) else None


def _is_inner(one: QuantityMention, cue: str) -> bool:
    """Tell whether a count is a part of a list of parts, and not what the list is of."""
    return one.rule == lexicon().one("subset").id and bool(cue)


def _part(
    situation: Situation,
    count: Count,
    decision: Decision | None,
    whole: QuantityMention | None,
) -> QuantityMention | None:
    number = count.number
    state = _state(situation, count, whole)
    part = _words(situation, count) or state
    if whole is None or not (part or decision or situation.word(count.stop) == "daarvan"):
        return None
    rule = lexicon().one("subset").id
    default = decision is not None and decision.rule == lexicon().one("noun-default").id
    field = decision.field if decision and not default else whole.field
    if not decision and field not in _PEOPLE | {Field.WEAPONS, Field.ATTACKS}:
        return None
    of = _words(situation, count) or (whole.quantity.of if whole.quantity else None)
    head = count.counted.head if count.counted else number.stop - 1
    quantity = Quantity(number.low, number.high, number.approximate, of)
    return QuantityMention(count.first, count.stop, head, quantity, field, rule, part or "een deel")


def _words(situation: Situation, count: Count) -> str:
    if count.counted is None:
        return ""
    span = situation.analysis.span(count.counted.first, count.stop)
    return span.of(situation.analysis.text)


def _state(situation: Situation, count: Count, whole: QuantityMention | None) -> str:
    """Return the state of the part in "waarvan vijf zwaar", "" when none is given."""
    if count.counted is not None:
        return ""
    if whole is not None and whole.field is Field.WEAPONS:
        return fate_of(situation, count, (whole,))
    for i in range(count.stop, min(count.stop + 3, situation.sentence.stop)):
        if situation.word(i) in lexicon().one("subset").data["phrases"]:
            return situation.analysis.tokens[i].text
    return ""


def _repetition(
    situation: Situation, count: Count, earlier: tuple[QuantityMention, ...]
) -> QuantityMention | None:
    """Read "er vielen honderden gewonden, volgens de politie zo'n 500"."""
    number = count.number
    if not earlier or number.article or number.loose or number.low <= 1:
        return None
    last = earlier[-1]
    same = last.first >= situation.sentence.first
    if not same or last.field is None or last.quantity is None:
        return None
    if last.part:
        return _other_side(situation, count, last)
    ends = situation.word(number.stop) in {"", ".", ",", ";", ")"}
    between = {situation.word(i) for i in range(last.stop, number.first)}
    entry = lexicon().one("ellipsis")
    if not ends or between.isdisjoint(entry.data["words"]) or len(between) > _FAR:
        return None
    if situation.word(number.first - 1) in lexicon().words_of("prepositions"):
        return None
    quantity = Quantity(number.low, number.high, number.approximate, last.quantity.of)
    return QuantityMention(
        number.first, number.stop, number.stop - 1, quantity, last.field, entry.id
    )


def _other_side(
    situation: Situation, count: Count, last: QuantityMention
) -> QuantityMention | None:
    """Read the second of "aan Oekraïense kant vielen vier doden, aan Russische zijde 25"."""
    number = count.number
    part = side_of(situation, count, range(last.stop, number.first))
    if not part or part == last.part or last.field is None or last.quantity is None:
        return None
    quantity = Quantity(number.low, number.high, number.approximate, last.quantity.of)
    rule = lexicon().one("ellipsis").id
    return QuantityMention(
        number.first, number.stop, number.stop - 1, quantity, last.field, rule, part
    )
