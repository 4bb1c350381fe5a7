"""Which field a count fills, from the words next to it."""

from __future__ import annotations

from typing import NamedTuple

from wederhoor.extract.quantities.lexicon import lexicon, noun_of
from wederhoor.extract.quantities.predicates import is_person, predicate_of
from wederhoor.extract.quantities.situation import Count, Situation
from wederhoor.model import Field

_PRICE_LINKS = frozenset({"aan", "van"})
_SEARCHED = 20  # tokens back to the word that a number after "op" or "naar" belongs to
_NEAR = 8  # tokens between a target and the word for the attack on it


class Decision(NamedTuple):
    """A field and the rule that decided it."""

    field: Field
    rule: str


def decide(situation: Situation, count: Count) -> Decision | None:
    """Return the field of a count and the rule, None when the words do not decide it.

    Example:
        "80 doden" is `killed` by its noun; "53 mensen kwamen om" by its verb; "drie auto's" is None.
    """
    if "units" in count.classes:
        return _times_attacked(situation, count)
    return (
        _by_noun(situation, count)
        or _by_toll(situation, count)
        or _by_price(situation, count)
        or _by_bodies(situation, count)
        or _by_predicate(situation, count)
        or _by_part(situation, count)
        or _by_targets(situation, count)
        or _by_presence(situation, count)
        or _by_default(count)
    )


def _by_noun(situation: Situation, count: Count) -> Decision | None:
    counted = count.counted
    if counted is None:
        return None
    for i in range(counted.first, counted.head):
        entry = lexicon().attributes.get(situation.word(i))
        if entry and entry.data.get("of", "persons") in count.classes | {"persons"}:
            if entry.data.get("of") and entry.data["of"] not in count.classes:
                continue
            if not entry.data.get("of") and (counted.noun.field or not is_person(count)):
                continue
            return Decision(Field(entry.data["field"]), entry.id)
    noun = counted.noun
    if noun.field is None or situation.word(counted.stop) in noun.not_before:
        return None
    if count.number.article and (not noun.one or _is_shot_down(situation, count)):
        return None
    if count.number.rule == "count.range.both" or situation.word(count.first - 1) == "als":
        return None
    return Decision(noun.field, noun.rule)


def _is_shot_down(situation: Situation, count: Count) -> bool:
    """Tell whether a weapon is what was attacked ("een drone is neergehaald")."""
    words = situation.words_of_clause(count.stop - 1)
    return not lexicon().words_of("shot-down").isdisjoint(words) and not situation.is_governed(
        count
    )


def _by_predicate(situation: Situation, count: Count) -> Decision | None:
    if count.counted is None and not _is_bare_subject(situation, count):
        return None
    found = predicate_of(situation, count)
    return Decision(found.form.field, found.form.rule) if found else None


def _is_bare_subject(situation: Situation, count: Count) -> bool:
    """Tell whether a number without a noun stands for persons ("en zeven raakten gewond")."""
    number = count.number
    if number.article or number.rule == "count.range.none":
        return False
    if number.rule == "count.range.nobody":
        return True
    after = situation.word(count.stop)
    forms = lexicon().forms
    before = situation.word(count.first - 1)
    turned = before in lexicon().words_of("verb-after") and after in forms
    return after in lexicon().words_of("verb-after") or turned


def _by_price(situation: Situation, count: Count) -> Decision | None:
    entry = lexicon().one("price")
    words = situation.words_of_clause(count.first)
    if not set(words) & set(entry.data["words"]):
        return None
    if count.counted is not None and situation.word(count.counted.head) == "levens":
        return Decision(Field.KILLED, entry.id)
    if "leven" not in words or (count.counted is not None and "persons" not in count.classes):
        return None
    before = situation.word(situation.before(count))
    if situation.is_governed(count) and before not in _PRICE_LINKS:
        return None
    return Decision(Field.KILLED, entry.id)


def _by_bodies(situation: Situation, count: Count) -> Decision | None:
    """Read "de lichamen van zo'n veertig mensen"."""
    i = situation.before(count)
    entry = lexicon().one("bodies")
    bodies = situation.word(i) == "van" and situation.word(i - 1) in entry.data["words"]
    return Decision(Field.KILLED, entry.id) if bodies and "persons" in count.classes else None


def _by_toll(situation: Situation, count: Count) -> Decision | None:
    """Read a running total: "bracht het dodental op 31", "het aantal gewonden steeg naar 40"."""
    if count.number.article or not _is_total(situation, count):
        return None
    entry = lexicon().one("toll")
    for i in range(count.first - 1, max(situation.sentence.first, count.first - _SEARCHED) - 1, -1):
        field = _toll_noun(situation, i)
        if field is not None:
            return Decision(field, entry.id)
    if situation.word(count.first - 1) == "tot" or situation.word(count.first) == "tot":
        for i in range(count.stop, min(situation.sentence.stop, count.stop + _SEARCHED)):
            field = _toll_noun(situation, i)
            if field is not None:
                return Decision(field, entry.id)
    return None


def _is_total(situation: Situation, count: Count) -> bool:
    """Tell whether the number stands where a total stands: after "op", "naar", "tot", "is" ..."""
    if count.counted is not None and count.counted.noun.field is None:
        known = count.classes & {"persons", "victims"}
        if not known:
            return False
    i = count.first - 1
    if situation.word(count.first) in {"tot", "boven"}:
        i += 1
    while situation.word(i) in {"de", "nu", "inmiddels", "al", "daarmee", "zeker"}:
        i -= 1
    links = lexicon().one("toll").data["phrases"]
    if situation.word(i) not in links:
        return False
    after = situation.word(count.stop)
    return not (situation.word(i) == "van" and after in {"naar", "tot"})


def _toll_noun(situation: Situation, i: int) -> Field | None:
    entry = lexicon().one("toll")
    word = situation.word(i)
    for field, nouns in entry.data["nouns"].items():
        if word in nouns:
            return Field(field)
    if word not in entry.data["words"]:
        return None
    for k in (1, 2, 3):
        field = _counted_field(situation, i + k, deadly="dodelijke" in situation.word(i + k - 1))
        if field is not None:
            return field
    return None


def _counted_field(situation: Situation, i: int, *, deadly: bool) -> Field | None:
    word = situation.word(i)
    if not word:
        return None
    noun = noun_of(word)
    if deadly and "victims" in noun.classes:
        return Field.KILLED
    return noun.field


def toll_of(situation: Situation, count: Count) -> str | None:
    """Return the noun whose total a count is ("gewonden" of "het aantal gewonden"), if any."""
    for i in range(count.first - 1, max(situation.sentence.first, count.first - _SEARCHED) - 1, -1):
        if situation.word(i) == "aantal":
            for k in (1, 2, 3):
                if _counted_field(
                    situation, i + k, deadly=situation.word(i + k - 1) == "dodelijke"
                ):
                    return situation.analysis.tokens[i + k].text
    return None


def _by_part(situation: Situation, count: Count) -> Decision | None:
    """Read "onder de doden zijn drie kinderen" and "vijftig kinderen onder de gewonden"."""
    if count.counted is None:
        return None
    field = part_field(situation, count.stop)
    if field is None:
        clause = situation.tokens_of_clause(count.first)
        starts = [i for i in clause if i < count.first and situation.word(i) == "onder"]
        field = part_field(situation, starts[-1]) if starts else None
    return None if field is None else Decision(field, lexicon().one("part").id)


def part_field(situation: Situation, i: int) -> Field | None:
    """Return the field of the group that "onder" at token `i` speaks of, None when there is none.

    Example:
        `killed` at "onder" in "onder de doden".
    """
    if situation.word(i) != "onder":
        return None
    for k in (1, 2, 3):
        deadly = situation.word(i + k - 1) in {"dodelijke", "omgekomen"}
        field = _counted_field(situation, i + k, deadly=deadly)
        if field in {Field.KILLED, Field.INJURED, Field.DETAINED, Field.MISSING}:
            return field
    return None


def _by_targets(situation: Situation, count: Count) -> Decision | None:
    """Read "aanslagen op drie kerken": as many attacks as targets."""
    if "targets" not in count.classes or count.number.article or count.counted is None:
        return None
    entry = lexicon().one("at-targets")
    i = situation.before(count)
    if situation.word(i) not in entry.data["words"]:
        return None
    endings = tuple(entry.data["endings"])
    reach = 1 if situation.word(i) == "in" else _NEAR
    after = count.stop + (0 if situation.word(i) == "in" else _NEAR)
    for k in range(i - reach, min(after, situation.sentence.stop)):
        near = situation.word(k).endswith(endings)
        if near and situation.clause(k) == situation.clause(count.first):
            return Decision(Field.ATTACKS, entry.id)
    return None


def _times_attacked(situation: Situation, count: Count) -> Decision | None:
    """Read "twee keer aangevallen"; any other unit is no count."""
    if count.counted is None or situation.word(count.counted.head) not in {"keer", "maal"}:
        return None
    for found in situation.evidence:
        near = situation.clause(found.first) == situation.clause(count.first)
        told = found.form.of == "targets" and found.form.shape != "finite"
        if near and told:
            return Decision(found.form.field, found.form.rule)
    return None


def _by_presence(situation: Situation, count: Count) -> Decision | None:
    """Read troops that are sent or somewhere, and people who march or strike."""
    if count.number.article or count.number.high == 0:
        return None
    words = situation.words_of_clause(count.first)
    text = f" {' '.join(words)} "
    for entry in lexicon().entries.values():
        if entry.data["kind"] != "presence" or entry.data["of"] not in count.classes:
            continue
        told = not set(words).isdisjoint(entry.data["words"])
        told = told or any(f" {phrase} " in text for phrase in entry.data.get("phrases", ()))
        governed = situation.is_governed(count) and "troops" not in count.classes
        if told and not governed:
            return Decision(Field.PERSONNEL, entry.id)
    return None


def _by_default(count: Count) -> Decision | None:
    if "crowd" not in count.classes or count.number.article or count.number.high == 0:
        return None
    return Decision(Field.PERSONNEL, lexicon().one("noun-default").id)
