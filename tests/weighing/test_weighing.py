"""When positions on one event are a dispute, an update, a refinement, or nothing of the kind."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest
from tests.builders import (
    BAGHDAD,
    FINLAND,
    GUARDS,
    GUNMEN,
    IRAN,
    IRAQ,
    ISRAEL,
    MEDIA,
    PENTAGON,
    POLICE,
    US,
    count,
    event_of,
    report,
    said,
    told,
)

from wederhoor.model import (
    Actor,
    ActorKind,
    Claim,
    Damage,
    DisputeKind,
    EventType,
    Field,
    Place,
    Quantity,
    Report,
    Stance,
    Value,
    WeighedEvent,
)
from wederhoor.weighing import weigh

DISPUTE, UPDATE, REFINEMENT = DisputeKind.DISPUTE, DisputeKind.UPDATE, DisputeKind.REFINEMENT
CORRECTION = DisputeKind.CORRECTION
DENY, POSSIBLE, UNKNOWN = Stance.DENY, Stance.POSSIBLE, Stance.UNKNOWN

Statement = tuple[str, Field, Value, Actor | None, Stance]


def weighed(*statements: Statement, kind: EventType = EventType.ASSAULT) -> WeighedEvent:
    """Weigh statements, each in a report of its own, published at the moment it starts with."""
    claims: list[Claim] = []
    reports: dict[str, Report] = {}
    for number, (published, field, value, source, stance) in enumerate(statements):
        told_by = report(
            f"r{number}", f"Bericht {number} over de aanval.", published, f"Krant {number}"
        )
        mention = told(told_by, "aanval")
        claims.append(said(mention, told_by, field, value, by=source, stance=stance))
        reports[told_by.id] = told_by
    return weigh(event_of(claims, kind), reports)


def toll(published: str, value: Value, source: Actor | None = None) -> Statement:
    return (published, Field.KILLED, value, source, Stance.ASSERT)


def blame(value: Value, source: Actor | None, stance: Stance = Stance.ASSERT) -> Statement:
    return ("2020-01-08", Field.ACTOR, value, source, stance)


def kinds(result: WeighedEvent) -> list[DisputeKind]:
    return [found.kind for found in result.disputes]


# ---------------------------------------------------------------- counts
def test_a_rising_toll_is_a_chain_of_updates_and_no_dispute() -> None:
    result = weighed(
        toll("2019-04-21T08:00", count(52)),
        toll("2019-04-21T11:00", count(138)),
        toll("2019-04-21T16:00", count(207), POLICE),
        toll("2019-04-22T08:00", count(290)),
    )
    assert not result.disputed
    steps = [(found.first.value, found.second.value) for found in result.disputes]
    assert steps == [(count(a), count(b)) for a, b in ((52, 138), (138, 207), (207, 290))]
    assert set(kinds(result)) == {UPDATE}


def test_a_toll_that_the_authorities_lower_later_is_a_correction() -> None:
    assert kinds(
        weighed(toll("2019-04-24", count(359)), toll("2019-04-26", count(253), POLICE))
    ) == [CORRECTION]


def test_a_stale_figure_of_the_press_is_no_dispute_with_the_police() -> None:
    result = weighed(
        toll("2019-04-21T08:00", count(52)),
        toll("2019-04-21T11:00", count(207), POLICE),
        toll("2019-04-21T12:00", count(138)),
    )
    assert not result.disputed


def test_a_floor_that_rises_is_an_update() -> None:
    assert kinds(
        weighed(toll("2019-04-21", count(52, None)), toll("2019-04-22", count(138, None)))
    ) == [UPDATE]


def test_dozens_and_then_thirty_four_is_a_refinement() -> None:
    assert kinds(weighed(toll("2020-01-08", count(20, 99)), toll("2020-01-09", count(34)))) == [
        REFINEMENT
    ]


def test_eleven_or_more_missiles_against_fifteen_is_no_dispute() -> None:
    result = weighed(
        (
            "2020-01-08",
            Field.WEAPONS,
            count(11, None, "ballistische raketten"),
            PENTAGON,
            Stance.ASSERT,
        ),
        ("2020-01-08", Field.WEAPONS, count(15, of="raketten"), IRAN, Stance.ASSERT),
    )
    assert not result.disputes
    assert len(result.positions) == 2


@pytest.mark.parametrize("later", ["2020-01-08", "2020-01-09"])
def test_eighty_dead_against_none_is_a_dispute_on_the_same_or_the_next_day(later: str) -> None:
    assert kinds(weighed(toll("2020-01-08", count(80), IRAN), toll(later, count(0), US))) == [
        DISPUTE
    ]


def test_none_by_one_party_and_eighty_by_another_the_next_day_is_a_dispute() -> None:
    assert kinds(
        weighed(toll("2020-01-08", count(0), US), toll("2020-01-09", count(80), IRAN))
    ) == [DISPUTE]


def test_a_denied_toll_is_a_dispute() -> None:
    denial: Statement = ("2020-01-08", Field.KILLED, None, US, DENY)
    assert kinds(weighed(toll("2020-01-08", count(80, of="Amerikanen"), IRAN), denial)) == [DISPUTE]
    assert not weighed(toll("2020-01-08", count(0), IRAN), denial).disputes


def test_two_parties_with_two_figures_on_one_day_are_a_dispute() -> None:
    assert kinds(
        weighed(toll("2020-01-08", count(80), IRAN), toll("2020-01-08", count(5), ISRAEL))
    ) == [DISPUTE]


def test_a_body_of_a_state_updates_that_state() -> None:
    result = weighed(
        ("2020-01-08", Field.INJURED, count(0), PENTAGON, Stance.ASSERT),
        ("2020-01-17", Field.INJURED, count(11), US, Stance.ASSERT),
    )
    assert kinds(result) == [UPDATE]


def test_media_that_an_outlet_quotes_are_no_party() -> None:
    result = weighed(
        toll("2020-01-08T10:00", count(70), MEDIA), toll("2020-01-08T12:00", count(90))
    )
    assert kinds(result) == [UPDATE]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Amerikanen", "strijders"),
        ("Irakese soldaten", "Finse soldaten"),
        ("kinderen", "agenten"),
        ("Finse kinderen", "soldaten"),
    ],
)
def test_the_dead_of_one_side_are_not_set_against_those_of_another(first: str, second: str) -> None:
    result = weighed(
        toll("2020-01-08", count(80, of=first), IRAN), toll("2020-01-08", count(25, of=second), US)
    )
    assert not result.disputes


STATE_TV = Actor("Iraanse staatstelevisie", kind=ActorKind.MEDIA, country="IR")
MILITIA = Actor("milities", kind=ActorKind.ARMED_GROUP)


def test_the_television_of_a_state_is_a_side_and_no_press() -> None:
    later = toll("2020-01-09", count(80), STATE_TV)
    assert kinds(weighed(toll("2020-01-08", count(0), PENTAGON), later)) == [DISPUTE]
    assert not weighed(toll("2020-01-08", count(12)), later).disputes
    assert kinds(weighed(toll("2020-01-09", count(12)), later)) == [DISPUTE]


def test_the_count_of_a_side_is_no_step_in_the_line_of_the_press() -> None:
    result = weighed(
        toll("2020-01-08", count(12)),
        toll("2020-01-09", count(60), MILITIA),
        toll("2020-01-10", count(19), POLICE),
    )
    lines = [found for found in result.disputes if found.kind is UPDATE]
    assert [(found.first.value, found.second.value) for found in lines] == [(count(12), count(19))]
    assert kinds(result).count(DISPUTE) == 1


def test_a_toll_that_one_source_raises_is_its_update_though_other_speakers_stay_behind() -> None:
    result = weighed(
        toll("2020-01-08", count(25), PENTAGON),
        toll("2020-01-09", count(34), PENTAGON),
        toll("2020-01-09", count(25)),
    )
    assert kinds(result) == [UPDATE]


def test_a_victim_state_that_counts_its_dead_is_no_side() -> None:
    harmed: Statement = ("2020-01-08", Field.RECIPIENT, US, None, Stance.ASSERT)
    result = weighed(
        blame(IRAN, None), harmed, toll("2020-01-08", count(5)), toll("2020-01-08", count(7), US)
    )
    assert not result.disputes


def test_an_authority_may_lower_the_toll_a_day_later_but_a_third_of_it_is_a_part() -> None:
    first = toll("2020-01-08", count(90))
    assert kinds(weighed(first, toll("2020-01-09", count(70), POLICE))) == [CORRECTION]
    assert not weighed(first, toll("2020-01-09", count(30), POLICE)).disputes


def test_a_slip_of_the_pen_is_no_step() -> None:
    assert not weighed(
        toll("2020-01-08", count(138)), toll("2020-01-09", count(138_000_000))
    ).disputes


def in_one_text(text: str, *where: Place) -> list[DisputeKind]:
    """Weigh two counts of one report, the first by Iran, the second by the Finns."""
    source = report("r", text)
    mention = told(source, "doden")
    claims = [
        said(mention, source, Field.KILLED, count(16), by=IRAN, words="zestien"),
        said(mention, source, Field.KILLED, count(23), by=FINLAND, words="drieëntwintig"),
    ]
    event = replace(event_of(claims), where=where)
    return kinds(weigh(event, {"r": source}))


def test_counts_in_two_places_are_no_dispute() -> None:
    text = "In het westen van Irak vielen zestien doden. Bij Palmyra telde men er drieëntwintig."
    assert in_one_text(text) == []
    assert in_one_text(text.replace("Bij Palmyra", "Later")) == [DISPUTE]
    near = text.replace("Palmyra", "Bagdad")
    assert in_one_text(near) == []
    assert in_one_text(near, BAGHDAD, IRAQ) == [DISPUTE]


def test_two_named_speakers_in_one_sentence_are_set_against_each_other() -> None:
    source = report("r", "De politie telt zes doden, het ziekenhuis tien.")
    hospital = Actor("ziekenhuis", kind=ActorKind.ORGANISATION)
    mention = told(source, "doden")
    claims = [
        said(mention, source, Field.KILLED, count(6), by=POLICE, words="zes"),
        said(mention, source, Field.KILLED, count(10), by=hospital, words="tien"),
    ]
    assert kinds(weigh(event_of(claims), {"r": source})) == [DISPUTE]


def test_a_part_of_the_dead_is_no_older_figure_for_the_whole() -> None:
    result = weighed(toll("2020-01-08", count(1, of="Fin")), toll("2020-01-09", count(44)))
    assert not result.disputes


def test_counts_of_two_parts_are_not_compared() -> None:
    source = report("r", "Zes doden in de haven, tien doden in de stad.")
    mention = told(source, "doden")
    claims = [
        said(mention, source, Field.KILLED, count(6), by=US, part="haven"),
        said(mention, source, Field.KILLED, count(10), by=IRAN, part="stad"),
    ]
    assert not weigh(event_of(claims), {"r": source}).disputes


def test_two_figures_in_one_report_of_one_voice_are_no_update() -> None:
    source = report("r", "Zes doden in de haven, tien doden in de stad.")
    mention = told(source, "doden")
    claims = [said(mention, source, Field.KILLED, count(number)) for number in (6, 10)]
    assert not weigh(event_of(claims), {"r": source}).disputes


def test_reports_dated_to_the_month_only_are_not_put_in_an_order() -> None:
    assert not weighed(toll("2020-01", count(52)), toll("2020-01", count(138))).disputes


def test_what_is_only_possible_or_unknown_disputes_nothing() -> None:
    hedged: Statement = ("2020-01-08", Field.KILLED, count(5), US, POSSIBLE)
    unknown: Statement = ("2020-01-08", Field.KILLED, None, FINLAND, UNKNOWN)
    assert not weighed(toll("2020-01-08", count(80), IRAN), hedged, unknown).disputes


# ---------------------------------------------------------------- who did it
def test_an_accusation_against_a_denial_is_a_dispute() -> None:
    assert kinds(weighed(blame(IRAN, US), blame(IRAN, IRAN, DENY))) == [DISPUTE]


def test_denying_for_the_state_denies_for_its_guards() -> None:
    assert kinds(weighed(blame(GUARDS, US), blame(IRAN, IRAN, DENY))) == [DISPUTE]


def test_denying_ones_own_part_leaves_the_accusation_of_another_alone() -> None:
    assert not weighed(blame(ISRAEL, US), blame(FINLAND, FINLAND, DENY)).disputes


def test_two_parties_that_blame_one_another_are_a_dispute() -> None:
    assert kinds(weighed(blame(IRAN, US), blame(ISRAEL, IRAN))) == [DISPUTE]


def test_two_sided_fighting_is_no_dispute_about_who_did_it() -> None:
    result = weighed(
        blame(IRAN, US), blame(ISRAEL, FINLAND), blame(IRAN, None), blame(ISRAEL, None)
    )
    assert not result.disputes


def test_several_who_take_part_in_talks_are_no_dispute() -> None:
    assert not weighed(blame(IRAN, US), blame(ISRAEL, IRAN), kind=EventType.CONSULT).disputes


def test_a_description_may_be_anyone() -> None:
    assert not weighed(blame(IRAN, US), blame(GUNMEN, IRAN)).disputes


# ---------------------------------------------------------------- other fields
def test_an_event_that_one_tells_and_another_denies_is_a_dispute() -> None:
    result = weighed(
        ("2020-01-08", Field.OCCURRED, True, None, Stance.ASSERT),
        ("2020-01-08", Field.OCCURRED, True, IRAN, DENY),
    )
    assert kinds(result) == [DISPUTE]


def test_no_damage_against_much_damage_is_a_dispute_and_unknown_damage_is_none() -> None:
    def damage(value: Damage, source: Actor) -> Statement:
        return ("2020-01-08", Field.DAMAGE, value, source, Stance.ASSERT)

    assert kinds(weighed(damage(Damage.EXTENSIVE, IRAN), damage(Damage.NONE, US))) == [DISPUTE]
    assert not weighed(damage(Damage.EXTENSIVE, IRAN), damage(Damage.UNKNOWN, US)).disputes


# ---------------------------------------------------------------- positions
def test_one_value_of_one_source_in_two_reports_is_one_position() -> None:
    result = weighed(
        toll("2020-01-09", count(80, of="Amerikanen"), IRAN), toll("2020-01-08", count(80), IRAN)
    )
    (position,) = result.positions
    assert [claim.report for claim in position.claims] == ["r1", "r0"]
    assert position.value == Quantity(80, 80, of="Amerikanen")
    assert (position.first_said, position.last_said) == ("2020-01-08", "2020-01-09")
    assert position.outlets == ("Krant 0", "Krant 1")


def test_the_order_of_claims_makes_no_difference() -> None:
    statements = (
        toll("2020-01-08", count(80), IRAN),
        toll("2020-01-08", count(0), US),
        blame(IRAN, US),
        blame(IRAN, IRAN, DENY),
    )
    event = weighed(*statements).event
    reports = {
        f"r{n}": report(f"r{n}", f"Bericht {n} over de aanval.", s[0], f"Krant {n}")
        for n, s in enumerate(statements)
    }
    results = {
        (found.positions, found.disputes)
        for claims in permutations(event.claims)
        for found in [weigh(event_of(claims), reports)]
    }
    assert len(results) == 1
