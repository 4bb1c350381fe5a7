"""From an `Analysis` to the counts in it."""

from __future__ import annotations

from dataclasses import replace

from wederhoor.extract.quantities.bare import bare_in
from wederhoor.extract.quantities.fields import Decision, decide, toll_of
from wederhoor.extract.quantities.lexicon import lexicon, noun_of
from wederhoor.extract.quantities.lists import opened, share
from wederhoor.extract.quantities.nouns import counted_after
from wederhoor.extract.quantities.numbers import read_cardinal
from wederhoor.extract.quantities.parts import part_of
from wederhoor.extract.quantities.phrases import Number
from wederhoor.extract.quantities.situation import Count, Situation, situation_of
from wederhoor.extract.quantities.subsets import subset_of
from wederhoor.extract.quantities.unknown import unknown_in
from wederhoor.model import Analysis, Field, Quantity, QuantityMention, Sentence

_JOINING = frozenset({"en", "of", "en/of", "noch"})
_CASUALTIES = frozenset({Field.KILLED, Field.INJURED, Field.MISSING})
_POSSESSIVES = frozenset({"haar", "zijn"})
_AGE_UNITS = frozenset({"jaar", "maanden", "weken", "dagen"})
_RISING = frozenset(
    {"gestegen", "stijgt", "steeg", "opgelopen", "oplopen", "loopt", "liep", "gegroeid"}
)


def read_quantities(analysis: Analysis) -> tuple[QuantityMention, ...]:
    """Return the counts in a report, in text order.

    Numbers that count nothing are left out: dates, years, hours, ages, money, measures, scores, names with a
    number. Counts do not overlap, except that "geen slachtoffers" is both `killed` and `injured`,
    and "tientallen doden en gewonden" gives one count for each.

    Args:
        analysis: the report, read; the tree helps where it is right and does no harm where not.

    Returns:
        The counts, each with its number, its noun and, where the words decide it, its field.

    Example:
        "Zeker 80 doden en 200 gewonden": `killed` 80 or more and `injured` 200.
    """
    found: list[QuantityMention] = []
    for sentence in analysis.sentences:
        if _is_worth(analysis, sentence):
            found.extend(_in_sentence(situation_of(analysis, sentence), found))
    return tuple(found)


def _is_worth(analysis: Analysis, sentence: Sentence) -> bool:
    """Tell whether any word of a sentence can begin a count."""
    return any(_starts(analysis.tokens[i].lower) for i in range(sentence.first, sentence.stop))


def _starts(word: str) -> bool:
    known = _STARTS.get(word)
    if known is None:
        known = word in lexicon().phrases or read_cardinal(word) is not None
        known = known or word[0].isdigit() or word.endswith("-")
        known = known or word in {"hoeveel", "onbekend", "onder", "of", "anderhalf", "half", "'n"}
        known = known or noun_of(word).bare or noun_of(word).one
        if len(_STARTS) < _MOST_WORDS:
            _STARTS[word] = known
    return known


_STARTS: dict[str, bool] = {}
_MOST_WORDS = 1 << 17


def _in_sentence(situation: Situation, earlier: list[QuantityMention]) -> list[QuantityMention]:
    decisions = share(situation, [decide(situation, count) for count in situation.counts])
    open_ended = opened(situation, decisions)
    numbers = frozenset(i for count in situation.counts for i in range(count.first, count.stop))
    bare = list(bare_in(situation, numbers))
    found: list[QuantityMention] = []
    for count, decision in zip(situation.counts, decisions, strict=True):
        before = [one for one in bare if one.first < count.first]
        known = sorted([*found, *before], key=lambda one: one.first)
        made = _mentions(situation, count, decision, (*earlier, *known))
        if count.first in open_ended:
            made = [replace(one, quantity=_opened(one.quantity)) for one in made]
        found.extend(made)
    unknown = list(unknown_in(situation))
    covered = {i for mention in unknown for i in range(mention.first, mention.stop)}
    found = [one for one in found if not covered.intersection(range(one.first, one.stop))]
    taken = {i for mention in found for i in range(mention.first, mention.stop)} | covered
    found += [
        *unknown,
        *(one for one in bare if not taken.intersection(range(one.first, one.stop))),
    ]
    order = {field: rank for rank, field in enumerate(Field)}
    return sorted(
        found, key=lambda one: (one.first, one.stop, order.get(one.field or Field.ACTOR, 0))
    )


def _opened(quantity: Quantity | None) -> Quantity | None:
    return None if quantity is None else replace(quantity, high=None)


def _mentions(
    situation: Situation,
    count: Count,
    decision: Decision | None,
    earlier: tuple[QuantityMention, ...],
) -> list[QuantityMention]:
    made = _whole_or_part(situation, count, decision, earlier)
    if made is None:
        return []
    if "victims" in count.classes and count.number.high == 0 and decision is None:
        rule = lexicon().one("victims").id
        return [replace(made, field=field, rule=rule) for field in (Field.KILLED, Field.INJURED)]
    if decision is None and (count.number.loose or count.number.article) and not made.part:
        return []
    return [made, *_shared(situation, count, made), *_kin(situation, count, made)]


def _whole_or_part(
    situation: Situation,
    count: Count,
    decision: Decision | None,
    earlier: tuple[QuantityMention, ...],
) -> QuantityMention | None:
    subset = subset_of(situation, count, decision, earlier)
    if subset is not None:
        return subset
    if count.counted is None and decision is None:
        return None
    if decision is None and "units" in count.classes:
        return None
    number, of = _number(situation, count, decision), _of(situation, count, decision)
    head = count.counted.head if count.counted else count.number.stop - 1
    field, rule = decision or (None, number.rule)
    part = ""
    if decision is not None and rule == lexicon().one("part").id:
        part = of or ""
    elif decision is not None and _is_some_of(situation, count, rule):
        part = situation.analysis.span(count.first, count.stop).of(situation.analysis.text)
    elif field is not None:
        part = part_of(situation, count, field, earlier)
    quantity = Quantity(number.low, number.high, number.approximate, of)
    return QuantityMention(count.first, count.stop, head, quantity, field, rule, part)


def _is_some_of(situation: Situation, count: Count, rule: str) -> bool:
    """Tell whether the count is a part of a group that its noun names ("zes van de acht explosies")."""
    by_noun = lexicon().entries[rule].data["kind"] in {"noun", "attribute"}
    return by_noun and situation.word(count.number.stop) == "van"


def _of(situation: Situation, count: Count, decision: Decision | None) -> str | None:
    if count.counted is not None:
        span = situation.analysis.span(count.counted.first, count.stop)
        return span.of(situation.analysis.text)
    if decision is not None and decision.rule == lexicon().one("toll").id:
        return toll_of(situation, count)
    return None


def _number(situation: Situation, count: Count, decision: Decision | None) -> Number:
    """Return the number; in a running total "tot 35" is not a bound but what was reached."""
    number = count.number
    toll = decision is not None and decision.rule == lexicon().one("toll").id
    if decision is not None and "units" in count.classes and number.high is not None:
        return replace(number, low=number.high)  # "tot twee keer toe"
    if situation.word(number.first) != "tot" or number.high is None:
        return number
    if toll or not _RISING.isdisjoint(situation.words_of_clause(number.first)):
        return replace(number, low=number.high, rule="count.number")
    return number


def _kin(situation: Situation, count: Count, made: QuantityMention) -> list[QuantityMention]:
    """Read the second of "een vrouw en haar baby": one person more, named by the first."""
    i = count.stop
    kin = situation.word(i) == "en" and situation.word(i + 1) in _POSSESSIVES
    if not kin or made.field not in _CASUALTIES or made.quantity is None or made.quantity.low != 1:
        return []
    analysis, stop = situation.analysis, situation.sentence.stop
    start = i + 2
    if situation.word(start + 1) in _AGE_UNITS and situation.word(start + 2) == "oude":
        start += 3  # "haar 14 maanden oude kind"
    person = counted_after(analysis, start, stop)
    one = person is not None and situation.word(person.head) in lexicon().words_of("kin")
    if person is None or not one:
        return []
    of = analysis.span(person.first, person.stop).of(analysis.text)
    quantity = replace(made.quantity, low=1, high=1, of=of)
    part = of if made.part else ""
    return [QuantityMention(i + 1, person.stop, person.head, quantity, made.field, made.rule, part)]


def _shared(situation: Situation, count: Count, made: QuantityMention) -> list[QuantityMention]:
    """Read the second noun of "tientallen doden en gewonden", which has no number of its own."""
    i = count.stop
    if count.number.plain or count.counted is None or made.field not in _CASUALTIES:
        return []
    if situation.word(i) not in _JOINING or i + 1 >= situation.sentence.stop:
        return []
    noun = noun_of(situation.word(i + 1))
    if noun.field not in _CASUALTIES or noun.field is made.field or made.quantity is None:
        return []
    quantity = replace(made.quantity, of=situation.analysis.tokens[i + 1].text)
    return [QuantityMention(count.first, i + 2, i + 1, quantity, noun.field, noun.rule)]
