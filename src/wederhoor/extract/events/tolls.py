"""Which count is a part of which: a toll and the counts that it is made of.

What comes in: the counts of a report in the order of the text. What goes out: for each part the whole, so
that both are of one event whatever else its sentence tells.

Example:
    "Het geweld kostte zeven mensen het leven. Zes burgers kwamen om en een agent werd gedood toen een raket
    insloeg." The six and the one add up to the seven, and so are of the violence, not of the rocket.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wederhoor.model import Analysis, Field, QuantityMention

_CASUALTIES = frozenset({Field.KILLED, Field.INJURED, Field.MISSING})
_FEWEST_PARTS = 2


def whole_of(analysis: Analysis, mentions: Sequence[QuantityMention]) -> Mapping[int, int]:
    """Return for each count that is a part, by its place in `mentions`, the place of the whole.

    A count is a part of the toll before it when the counts of its sentence add up to that toll, told
    in the sentence before, or when its own words say so ("onder de doden zijn een vrouw en haar kind").
    """
    found: dict[int, int] = {}
    for place, mention in enumerate(mentions):
        if mention.field not in _CASUALTIES or place in found:
            continue
        before = _toll_before(analysis, mentions, place)
        if before is None:
            continue
        parts = _of_sentence(analysis, mentions, place)
        if mention.part:
            found[place] = found.get(before, before)
        elif len(parts) >= _FEWEST_PARTS and _adds_up(mentions, parts, before):
            found |= dict.fromkeys(parts, before)
    return found


def _toll_before(analysis: Analysis, mentions: Sequence[QuantityMention], place: int) -> int | None:
    """Return the last whole count of the same field, of the sentence before or the one before that."""
    sent, field = analysis.tokens[mentions[place].head].sent, mentions[place].field
    for other in range(place - 1, -1, -1):
        distance = sent - analysis.tokens[mentions[other].head].sent
        if distance > _REACH:
            return None
        fits = mentions[other].field is field and not mentions[other].part
        if fits and mentions[other].quantity and (distance or mentions[place].part):
            return other
    return None


_REACH = 2  # sentences


def _of_sentence(
    analysis: Analysis, mentions: Sequence[QuantityMention], place: int
) -> tuple[int, ...]:
    sent, field = analysis.tokens[mentions[place].head].sent, mentions[place].field
    return tuple(
        other
        for other in range(place, len(mentions))
        if analysis.tokens[mentions[other].head].sent == sent
        and mentions[other].field is field
        and not mentions[other].part
    )


def _adds_up(mentions: Sequence[QuantityMention], parts: Sequence[int], whole: int) -> bool:
    quantities = [mentions[part].quantity for part in parts]
    toll = mentions[whole].quantity
    total = sum(one.low for one in quantities if one)
    return toll is not None and all(quantities) and total == toll.low
