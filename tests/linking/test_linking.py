"""What linking joins, what it keeps apart, and why."""

from __future__ import annotations

import pytest
from tests.builders import (
    BAGHDAD,
    BASE,
    GUARDS,
    IRAN,
    IRAQ,
    ISRAEL,
    SYRIA,
    US,
    count,
    days,
    read,
    report,
    said,
    told,
)

from wederhoor.linking import link
from wederhoor.model import (
    Actor,
    ActorKind,
    Decision,
    DecisionKind,
    Event,
    EventMention,
    EventType,
    Field,
    Place,
    Reading,
    Realis,
    Report,
)

ATTACK = "Een raketaanval trof de basis."
CHURCHES = Actor("kerken", kind=ActorKind.THING)


def linked(
    *pairs: tuple[Report, Reading], decisions: tuple[Decision, ...] = ()
) -> tuple[Event, ...]:
    reports = {source.id: source for source, _ in pairs}
    return link([reading for _, reading in pairs], reports, decisions)


def groups(events: tuple[Event, ...]) -> list[list[str]]:
    return [[mention.id for mention in event.mentions] for event in events]


def attack(name: str, day: str = "2020-01-08", published: str = "") -> tuple[Report, Reading]:
    source = report(name, ATTACK, published or day)
    return source, read([told(source, "raketaanval", when=days(day), where=(BASE, IRAQ))])


def decided(kind: DecisionKind, first: str, second: str, made: str = "2026-01-01") -> Decision:
    return Decision(f"{kind}-{first}-{second}-{made}", kind, first, second, "lezer", made)


def test_one_attack_in_two_reports_is_one_event_that_says_why() -> None:
    (event,) = linked(attack("a"), attack("b"))
    assert [mention.id for mention in event.mentions] == ["a#0", "b#0"]
    (join,) = event.joins
    assert (join.first, join.second) == ("a#0", "b#0")
    assert dict(join.reasons)["place"] > 0
    assert join.score == pytest.approx(sum(weight for _, weight in join.reasons))


def test_attacks_on_two_days_stay_two() -> None:
    assert len(linked(attack("a", "2020-01-08"), attack("b", "2020-01-09"))) == 2


def test_attacks_in_two_towns_or_two_countries_stay_two() -> None:
    first, second, third = (report(name, ATTACK) for name in "abc")
    when = days("2020-01-08")
    events = linked(
        (first, read([told(first, "raketaanval", when=when, where=(BASE,))])),
        (second, read([told(second, "raketaanval", when=when, where=(BAGHDAD,))])),
        (third, read([told(third, "raketaanval", when=when, where=(SYRIA,))])),
    )
    assert len(events) == 3


def test_a_deed_done_is_not_that_of_a_later_day() -> None:
    early = report("a", ATTACK, "2020-01-06")
    undated = (early, read([told(early, "raketaanval", where=(BASE, IRAQ))]))
    assert len(linked(undated, attack("b", "2020-01-08"))) == 2


def test_two_towns_are_one_event_where_a_report_tells_of_both() -> None:
    when = days("2020-01-08")
    pairs = []
    for name, where in (("a", (BASE,)), ("b", (BAGHDAD,)), ("c", (BASE, BAGHDAD))):
        source = report(name, ATTACK)
        pairs.append((source, read([told(source, "raketaanval", when=when, where=where)])))
    assert len(linked(*pairs[:2])) == 2
    assert len(linked(*pairs)) == 1


def test_an_event_of_many_reports_may_be_in_one_of_them_twice() -> None:
    source = report("a", ATTACK)
    mentions = [
        told(source, "raketaanval", number=number, when=days("2020-01-08"), where=(BASE,))
        for number in (0, 1)
    ]
    double = (source, read(mentions))
    (event,) = linked(double, *(attack(name) for name in "bcd"))
    assert len(event.mentions) == 5
    assert len(linked(double)) == 2


def test_two_mentions_of_one_report_need_more_reports_to_be_joined() -> None:
    source = report("a", ATTACK)
    mentions = [
        told(source, "raketaanval", number=number, when=days("2020-01-08"), where=(BASE,))
        for number in (0, 1)
    ]
    other, reading = attack("b")
    events = linked((source, read(mentions)), (other, reading))
    assert sorted(map(len, groups(events))) == [1, 2]


def test_a_month_is_narrowed_by_the_day_that_another_report_gives() -> None:
    first, second = report("a", ATTACK, "2020-01-20"), report("b", ATTACK, "2020-01-09")
    (event,) = linked(
        (first, read([told(first, "raketaanval", when=days("2020-01"), where=(BASE,))])),
        (second, read([told(second, "raketaanval", when=days("2020-01-08"), where=(BASE,))])),
    )
    assert event.when == days("2020-01-08")


def test_an_approximate_day_narrows_nothing() -> None:
    first, second = report("a", ATTACK), report("b", ATTACK)
    (event,) = linked(
        (first, read([told(first, "raketaanval", when=days("2020-01-06~"), where=(BASE,))])),
        (
            second,
            read([told(second, "raketaanval", when=days("2020-01-06/2020-01-08"), where=(BASE,))]),
        ),
    )
    assert event.when == days("2020-01-06/2020-01-08")


def test_no_chain_joins_two_days_by_way_of_a_report_without_a_day() -> None:
    undated = report("b", ATTACK, "2020-01-09")
    middle = (undated, read([told(undated, "raketaanval", where=(BASE,))]))
    events = linked(attack("a", "2020-01-08"), middle, attack("c", "2020-01-09"))
    assert sorted(map(len, groups(events))) == [1, 2]


def test_fresh_news_without_place_or_day_finds_its_event_by_who_did_what_to_whom() -> None:
    text = "De Garde beschoot kerken met raketten."
    first, second = (
        report("a", text, "2020-01-08"),
        report("b", text.replace("met", "via"), "2020-01-09"),
    )
    pairs = []
    for source in (first, second):
        mention = told(source, "beschoot")
        claims = [
            said(mention, source, Field.ACTOR, GUARDS if source is first else IRAN),
            said(mention, source, Field.RECIPIENT, CHURCHES),
        ]
        pairs.append((source, read([mention], claims)))
    assert len(linked(*pairs)) == 1


def test_generic_words_of_one_party_need_more_than_party_and_day() -> None:
    pairs = []
    for name, text in (
        ("a", "Iran roept op tot overleg."),
        ("b", "Iran roept op tot een staking."),
    ):
        source = report(name, text)
        mention = told(source, "roept op", type=EventType.REQUEST, when=days("2020-01-08"))
        pairs.append((source, read([mention], [said(mention, source, Field.ACTOR, IRAN)])))
    assert len(linked(*pairs)) == 2


def test_blow_and_return_blow_of_one_day_are_two_events() -> None:
    pairs = []
    for name, actor, recipient in (("a", IRAN, ISRAEL), ("b", ISRAEL, IRAN)):
        source = report(name, "Er volgde een luchtaanval.")
        mention = told(source, "luchtaanval", when=days("2020-01-08"))
        claims = [
            said(mention, source, Field.ACTOR, actor),
            said(mention, source, Field.RECIPIENT, recipient),
        ]
        pairs.append((source, read([mention], claims)))
    assert len(linked(*pairs)) == 2


def test_an_arrest_is_no_curfew_on_the_same_day_in_the_same_town() -> None:
    pairs = []
    for name, text, trigger, mode in (
        ("a", "Er waren arrestaties.", "arrestaties", "arrest"),
        ("b", "Er kwam een avondklok.", "avondklok", "curfew"),
    ):
        source = report(name, text)
        kind = EventType.COERCE
        mention = told(
            source, trigger, type=kind, modes=(mode,), when=days("2020-01-08"), where=(BAGHDAD,)
        )
        pairs.append((source, read([mention])))
    assert len(linked(*pairs)) == 2


def test_the_event_takes_majority_type_most_actual_realis_and_all_modes_and_places() -> None:
    kinds = (EventType.PROTEST, EventType.ASSAULT, EventType.ASSAULT)
    tellings = zip("abc", kinds, (Realis.POSSIBLE, Realis.ACTUAL, Realis.DENIED), strict=True)
    pairs = []
    for name, kind, realis in tellings:
        source = report(
            name, "De bestorming van de ambassade in Bagdad duurde uren en eiste levens."
        )
        where = (IRAQ, BAGHDAD) if name == "a" else (BAGHDAD,)
        mention = told(
            source,
            "bestorming",
            type=kind,
            modes=("riot", name),
            realis=realis,
            when=days("2020-01-08"),
            where=where,
        )
        pairs.append((source, read([mention], [said(mention, source, Field.KILLED, count(3))])))
    (event,) = linked(*pairs)
    assert event.type is EventType.ASSAULT
    assert event.realis is Realis.ACTUAL
    assert event.modes == ("a", "b", "c", "riot")
    assert event.where == (BAGHDAD, IRAQ)
    assert [claim.report for claim in event.claims] == ["a", "b", "c"]


def test_a_reviewers_join_holds_against_a_contradiction() -> None:
    (event,) = linked(
        attack("a", "2020-01-08"),
        attack("b", "2020-01-10"),
        decisions=(decided(DecisionKind.JOIN, "b#0", "a#0"),),
    )
    assert event.when == days("[2020-01-08,2020-01-10]")
    assert event.joins[0].reasons == (("decision", 0.0),)


def test_a_reviewers_split_keeps_apart_what_is_alike() -> None:
    split = decided(DecisionKind.SPLIT, "a#0", "b#0")
    assert groups(linked(attack("a"), attack("b"), decisions=(split,))) == [["a#0"], ["b#0"]]


def test_of_two_decisions_on_one_pair_the_later_holds() -> None:
    split = decided(DecisionKind.SPLIT, "a#0", "b#0", "2026-01-01")
    join = decided(DecisionKind.JOIN, "b#0", "a#0", "2026-01-02")
    assert len(linked(attack("a"), attack("b"), decisions=(join, split))) == 1


def test_a_join_never_brings_together_what_a_split_keeps_apart() -> None:
    decisions = (
        decided(DecisionKind.SPLIT, "a#0", "c#0"),
        decided(DecisionKind.JOIN, "a#0", "b#0", "2026-01-02"),
        decided(DecisionKind.JOIN, "b#0", "c#0", "2026-01-03"),
    )
    events = linked(
        attack("a", "2020-01-08"),
        attack("b", "2020-01-10"),
        attack("c", "2020-01-12"),
        decisions=decisions,
    )
    assert groups(events) == [["a#0"], ["b#0", "c#0"]]


def test_a_decision_on_a_mention_that_is_gone_is_passed_over() -> None:
    gone = decided(DecisionKind.JOIN, "a#0", "weg#7")
    assert groups(linked(attack("a"), decisions=(gone,))) == [["a#0"]]


def test_an_event_keeps_its_id_while_its_earliest_mention_stays() -> None:
    (alone,) = linked(attack("a"))
    (grown,) = linked(attack("a"), attack("b", published="2020-01-09"))
    assert alone.id == grown.id
    assert len(alone.id) == 11


def test_a_planned_deed_and_a_deed_done_need_more_proof() -> None:
    first, second = (
        report("a", "De VS plant een luchtaanval."),
        report("b", "Er was een luchtaanval."),
    )
    events = linked(
        (first, read([told(first, "luchtaanval", realis=Realis.PLANNED, where=(IRAQ,))])),
        (second, read([told(second, "luchtaanval", where=(IRAQ,))])),
    )
    assert len(events) == 2


def test_an_unknown_report_is_named() -> None:
    source, reading = attack("a")
    with pytest.raises(KeyError, match="a"):
        link([reading], {})
    assert source.id == "a"


def test_one_strike_by_one_party_is_one_event_though_one_outlet_names_a_part_of_it() -> None:
    mentions: list[tuple[Report, EventMention]] = []
    pairs = []
    for name, actor in (("a", US), ("b", US)):
        source = report(name, "De luchtaanval doodde 25 strijders.")
        mention = told(source, "luchtaanval", where=(IRAQ,))
        claims = [
            said(mention, source, Field.ACTOR, actor),
            said(mention, source, Field.KILLED, count(25, of="strijders")),
        ]
        mentions.append((source, mention))
        pairs.append((source, read([mention], claims)))
    (event,) = linked(*pairs)
    assert len(event.claims) == 4


def murdered(name: str, text: str, trigger: str, *where: Place) -> tuple[Report, Reading]:
    source = report(name, f"{text} Wethouder Jan Bakker woonde met Piet Visser.")
    mention = told(source, trigger, where=where)
    victim = Actor("Jan Bakker", kind=ActorKind.PERSON)
    return source, Reading(name, (mention,), (said(mention, source, Field.RECIPIENT, victim),))


def test_nobody_is_killed_in_two_places() -> None:
    news = murdered("a", "Jan Bakker is doodgeschoten.", "doodgeschoten", IRAQ)
    more = murdered("b", "Jan Bakker is doodgeschoten.", "doodgeschoten", IRAQ)
    misplaced = murdered("c", "De moord op Jan Bakker raakt ook Syrië.", "moord", SYRIA)
    again = murdered("d", "Wie deed de moord op Jan Bakker?", "moord", IRAQ)
    assert len(linked(news, more, misplaced, again)) == 1


def test_other_deeds_in_two_countries_stay_two_though_one_person_was_hit() -> None:
    here = murdered("a", "Jan Bakker is aangevallen.", "aangevallen", IRAQ)
    there = murdered("b", "Jan Bakker is aangevallen.", "aangevallen", SYRIA)
    assert len(linked(here, there)) == 2
