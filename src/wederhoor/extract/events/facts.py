"""What a report says of each of its events: parties, counts, damage, origin.

What comes in: the `Group`s of a report and the counts and places found in it. What goes out: `Fact`s,
each with its evidence, its rule and the token from which attribution looks for who says it.

A count belongs to the event in its own clause or sentence; "Daarbij kwamen 25 strijders om" belongs to
the event told last. A report without an event that can kill has no `killed`: an accident is none.

Example:
    "Bij de aanval vielen zeker twintig doden" gives `killed` 20 or more of the attack.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from wederhoor.extract.events import tree
from wederhoor.extract.events.damage import DamageMention, read_damage
from wederhoor.extract.events.groups import Group
from wederhoor.extract.events.lexicon import word_test
from wederhoor.extract.events.motives import MotiveMention, read_motives
from wederhoor.extract.events.occurrences import Occurrence
from wederhoor.extract.events.placing import launched_from
from wederhoor.extract.events.roles import Role
from wederhoor.extract.events.targets import TargetMention
from wederhoor.extract.events.tolls import whole_of
from wederhoor.model import (
    Actor,
    Analysis,
    Damage,
    EventType,
    Fact,
    Field,
    PlaceMention,
    Quantity,
    QuantityMention,
    Relation,
    Stance,
    TimeMention,
)

_HURT = frozenset({EventType.ASSAULT, EventType.PROTEST, EventType.COERCE})
_HOLDS: dict[Field, frozenset[EventType]] = {
    Field.KILLED: _HURT,
    Field.INJURED: _HURT,
    Field.MISSING: _HURT,
    Field.DISPLACED: _HURT | {EventType.SANCTION},
    Field.DETAINED: frozenset({EventType.COERCE}),
    Field.WEAPONS: frozenset({EventType.ASSAULT, EventType.MOBILIZE, EventType.COERCE}),
    Field.ATTACKS: frozenset({EventType.ASSAULT}),
    Field.PERSONNEL: frozenset(
        {EventType.MOBILIZE, EventType.PROTEST, EventType.ASSAULT, EventType.RETREAT}
    ),
    Field.DAMAGE: _HURT,
    Field.ORIGIN: frozenset({EventType.ASSAULT}),
}
_ANYWHERE = frozenset({Field.KILLED, Field.INJURED, Field.MISSING, Field.DISPLACED, Field.DAMAGE})
_PERIOD = 100  # days from which a time is a period, whose toll is no single event's
_PLURAL = 2  # the least that a plural without a number can be
_LOOK_BACK = 4  # sentences between an event and a count that takes it up
_ONE_SIDE = 40  # tokens
_SINCE_THEN = frozenset(
    {"sindsdien", "daarbij", "hierbij", "daardoor", "hierdoor", "daarna", "toen"}
)
_SENTENCE, _EARLIER = 1, 2  # ranks: in the sentence of the event, in one soon after it


def find_facts(
    analysis: Analysis,
    groups: Sequence[Group],
    quantities: Iterable[QuantityMention],
    places: Iterable[PlaceMention],
    times: Iterable[TimeMention] = (),
    targets: Iterable[TargetMention] = (),
) -> Iterator[Fact]:
    """Yield every fact of a report, with the number of the event that it is about."""
    dated = tuple(times)
    for number, group in enumerate(groups):
        told: set[Field] = set()
        for occurrence in group.occurrences:
            for fact in _parties(analysis, number, occurrence):
                if fact.field in told and _takes_up(analysis, fact):
                    continue  # "het schip" after "de tanker" names nothing new
                told.add(fact.field)
                yield fact
    for target in targets:
        yield from _target(analysis, groups, target)
    yield from (_motive(analysis, found) for found in read_motives(analysis, groups))
    counted = [q for q in quantities if not _sums_up(analysis, groups, q, dated)]
    wholes = whole_of(analysis, counted)
    for place_of, quantity in enumerate(counted):
        at = counted[wholes.get(place_of, place_of)]
        yield from _count(analysis, groups, quantity, at, dated)
    for damage in read_damage(analysis):
        yield from _damage(analysis, groups, damage)
    for place in places:
        yield from _origin(analysis, groups, place)


# ---------------------------------------------------------------- parties
def _parties(analysis: Analysis, number: int, occurrence: Occurrence) -> Iterator[Fact]:
    for field, roles in (
        (Field.ACTOR, occurrence.roles.actors),
        (Field.RECIPIENT, occurrence.roles.recipients),
    ):
        for role in roles:
            yield _party(analysis, number, occurrence, field, role)


def _party(
    analysis: Analysis, number: int, occurrence: Occurrence, field: Field, role: Role
) -> Fact:
    candidate = occurrence.candidate
    trigger = analysis.span(candidate.first, candidate.stop)
    close = abs(role.span.start - trigger.start) < _ONE_SIDE * 6
    span = role.span.cover(trigger) if close else trigger
    rule = f"{candidate.rule.id}/{field.value}.{role.slot}"
    return Fact(number, field, role.actor, Stance.ASSERT, span, candidate.token, rule)


def _target(analysis: Analysis, groups: Sequence[Group], target: TargetMention) -> Iterator[Fact]:
    """Yield whom an attack struck, said apart from it, as a recipient of the attack told last."""
    number = find_event(analysis, groups, target.head, Field.KILLED)
    if number is not None and groups[number].first.type is EventType.ASSAULT:
        yield Fact(
            number, Field.RECIPIENT, target.actor, Stance.ASSERT, target.span, target.head, target.rule
        )  # fmt: skip


def _motive(analysis: Analysis, found: MotiveMention) -> Fact:
    """Return why an event was done, in the words of the report."""
    words = " ".join(analysis.span(found.told, found.stop).of(analysis.text).split())
    span = analysis.span(found.first, found.stop)
    return Fact(found.number, Field.MOTIVE, words, Stance.ASSERT, span, found.first, found.rule)


def _takes_up(analysis: Analysis, fact: Fact) -> bool:
    """Tell whether a party is only a noun with "de", "het" or "die": one named before."""
    value = fact.value
    if not isinstance(value, Actor) or value.named or " " in value.name:
        return False
    place = analysis.text.find(value.surface or value.name, fact.span.start, fact.span.end)
    before = analysis.text[max(0, place - 5) : place].split()
    return bool(before) and before[-1].lower() in {"de", "het", "die", "dat", "deze", "dit"}


# ---------------------------------------------------------------- counts
def _count(
    analysis: Analysis,
    groups: Sequence[Group],
    mention: QuantityMention,
    whole: QuantityMention,
    times: tuple[TimeMention, ...],
) -> Iterator[Fact]:
    """Yield a count as a fact of the event that `whole` is about: itself, or what it is a part of."""
    if mention.field is None or _is_accident(analysis, groups, whole):
        return
    number = find_event(analysis, groups, whole.head, mention.field, afterwards=bool(mention.part))
    if number is None or _of_other_day(analysis, groups[number], whole, times):
        return
    stance = Stance.UNKNOWN if mention.quantity is None else Stance.ASSERT
    yield Fact(
        number,
        mention.field,
        _unless_negated(analysis, mention),
        stance,
        analysis.span(mention.first, mention.stop),
        mention.head,
        mention.rule,
        mention.part,
    )


def _of_other_day(
    analysis: Analysis, group: Group, mention: QuantityMention, times: tuple[TimeMention, ...]
) -> bool:
    """Tell whether a count is of days on which the event was not: "In mei 1994 vielen daar 68 doden"."""
    sent = analysis.tokens[mention.head].sent
    if group.when is None or any(
        analysis.tokens[item.candidate.token].sent == sent for item in group.occurrences
    ):
        return False
    clause = tree.clause_head(analysis, mention.head)
    own = [t for t in times if t.days and tree.clause_head(analysis, t.first) == clause]
    return any(t.days and group.when.relation_to(t.days) is Relation.CONFLICTS for t in own)


def _sums_up(
    analysis: Analysis,
    groups: Sequence[Group],
    mention: QuantityMention,
    times: tuple[TimeMention, ...],
) -> bool:
    """Tell whether a count is of a whole period: "in tien jaar zijn duizenden mensen omgekomen"."""
    sent = analysis.tokens[mention.head].sent
    if sent in _told_in(analysis, groups):
        return False
    return any(
        time.days is not None
        and len(time.days) > _PERIOD
        and analysis.tokens[time.first].sent == sent
        for time in times
    )


def _told_in(analysis: Analysis, groups: Sequence[Group]) -> frozenset[int]:
    """Return the numbers of the sentences in which an event is mentioned."""
    return frozenset(
        analysis.tokens[item.candidate.token].sent for found in groups for item in found.occurrences
    )


def _is_accident(analysis: Analysis, groups: Sequence[Group], mention: QuantityMention) -> bool:
    """Tell whether a toll is one of an accident: its sentence names one, and no deed."""
    sent = analysis.tokens[mention.head].sent
    if sent in _told_in(analysis, groups):
        return False
    sentence = analysis.sentences[sent]
    words = (token.lemma for token in analysis.tokens[sentence.first : sentence.stop])
    return word_test("accident").any(words)


def _unless_negated(analysis: Analysis, mention: QuantityMention) -> Quantity | None:
    """Return the count, none for a plural without a number that the clause denies: "doden vielen er niet"."""
    quantity = mention.quantity
    if quantity is None or (quantity.low, quantity.high) != (_PLURAL, None):
        return quantity
    bare = mention.stop - mention.first == 1
    clause = tree.clause_head(analysis, mention.head)
    if bare and tree.negated(analysis, clause):
        return replace(quantity, low=0, high=0)
    return quantity


def find_event(
    analysis: Analysis,
    groups: Sequence[Group],
    token: int,
    field: Field,
    *,
    afterwards: bool = False,
) -> int | None:
    """Return the number of the event that a value at `token` is about; None when there is none.

    Args:
        analysis: the report.
        groups: its events.
        token: where the value stands.
        field: what it is a value of; of weapons and people only the sentence of the event tells.
        afterwards: whether it is told of an event before: "daarvan werden er veertig onderschept".
    """
    types = _HOLDS[field]
    sent = analysis.tokens[token].sent
    clause = tree.clause_head(analysis, token)
    best: tuple[int, int, int] | None = None
    chosen: int | None = None
    opening = analysis.tokens[analysis.sentences[sent].first].lower
    for number, group in enumerate(groups):
        if group.first.type not in types:
            continue
        for occurrence in group.occurrences:
            rank = _rank(analysis, occurrence, token, sent, clause)
            if rank is not None and (opening in _SINCE_THEN or field not in _ANYWHERE):
                rank = (rank[0], 0, rank[2])  # the nearest, be it war or strike
            if rank is not None and (best is None or rank < best):
                best, chosen = rank, number
    most = _EARLIER if afterwards else _SENTENCE
    if best is not None and best[0] > most and field not in _ANYWHERE:
        return None
    return chosen


def _rank(
    analysis: Analysis, occurrence: Occurrence, token: int, sent: int, clause: int
) -> tuple[int, int, int] | None:
    """Rank an occurrence by nearness: same clause, same sentence, told before, then the headline."""
    trigger = occurrence.candidate.token
    own = analysis.tokens[trigger].sent
    hurts = 0 if occurrence.type is EventType.ASSAULT else 1
    hurts += occurrence.candidate.rule.state  # a strike before the war that it is part of
    distance = abs(trigger - token)
    if own == sent:
        same = tree.clause_head(analysis, trigger) == clause
        return (0 if same else 1, hurts, distance)
    if own < sent <= own + _LOOK_BACK:
        return (2, hurts, distance)
    if own < sent:
        return (3, hurts, trigger)
    return (4, hurts, trigger) if own <= sent + 1 else None


# ---------------------------------------------------------------- damage and origin
def _damage(analysis: Analysis, groups: Sequence[Group], mention: DamageMention) -> Iterator[Fact]:
    number = find_event(analysis, groups, mention.head, Field.DAMAGE)
    if number is None:
        return
    unknown = mention.value is Damage.UNKNOWN
    yield Fact(
        number,
        Field.DAMAGE,
        None if unknown else mention.value,
        Stance.UNKNOWN if unknown else Stance.ASSERT,
        analysis.span(mention.first, mention.stop),
        mention.head,
        mention.rule,
    )


def _origin(analysis: Analysis, groups: Sequence[Group], mention: PlaceMention) -> Iterator[Fact]:
    """Read "vanuit Iraans grondgebied": where an attack was launched or directed from."""
    word = launched_from(analysis, mention)
    number = find_event(analysis, groups, mention.first, Field.ORIGIN) if word else None
    if number is None:
        return
    span = analysis.span(mention.first, mention.stop)
    rule = f"origin.{word}"
    yield Fact(number, Field.ORIGIN, mention.place, Stance.ASSERT, span, mention.first, rule)
