"""When parties dispute in whose territory something happened."""

from __future__ import annotations

import pytest
from tests.builders import IRAN, IRAQ, PENTAGON, SYRIA, US, event_of, report, said, told

from wederhoor.model import INTERNATIONAL, Actor, ActorKind, DisputeKind, Field, Stance, Value
from wederhoor.weighing import weigh

Statement = tuple[str, Value, Actor | None, Stance]


def territory(
    value: Value, source: Actor | None, stance: Stance = Stance.ASSERT, day: str = "2020-01-08"
) -> Statement:
    return (day, value, source, stance)


def kinds(*statements: Statement) -> list[DisputeKind]:
    """Weigh statements on the territory of one event, each in a report of its own."""
    reports, claims = {}, []
    for number, (day, value, source, stance) in enumerate(statements):
        one = report(f"r{number}", f"Bericht {number}: aanval.", day, f"Krant {number}")
        reports[one.id] = one
        mention = told(one, "aanval")
        claims.append(said(mention, one, Field.TERRITORY, value, by=source, stance=stance))
    return [found.kind for found in weigh(event_of(claims), reports).disputes]


@pytest.mark.parametrize(
    ("value", "other"), [(IRAQ, SYRIA), (IRAQ, INTERNATIONAL), (INTERNATIONAL, SYRIA)]
)
def test_two_parties_that_put_it_in_other_territory_are_in_dispute(
    value: Value, other: Value
) -> None:
    for source in (US, None):
        found = kinds(territory(value, IRAN), territory(other, source))
        assert found == [DisputeKind.DISPUTE]


def test_one_territory_said_by_two_parties_is_no_dispute() -> None:
    for value in (IRAQ, INTERNATIONAL):
        assert not kinds(territory(value, IRAN), territory(value, US))


def test_a_territory_held_for_possible_or_denied_beside_another_is_no_dispute() -> None:
    assert not kinds(territory(IRAQ, IRAN), territory(SYRIA, US, Stance.POSSIBLE))
    assert not kinds(territory(IRAQ, IRAN, Stance.DENY), territory(INTERNATIONAL, US))


def test_a_denied_territory_disputes_it() -> None:
    found = kinds(territory(IRAQ, IRAN), territory(IRAQ, US, Stance.DENY))
    assert found == [DisputeKind.DISPUTE]


def test_a_party_that_comes_back_on_the_territory_corrects_itself() -> None:
    later = territory(INTERNATIONAL, IRAN, day="2020-01-10")
    assert kinds(territory(IRAQ, IRAN), later) == [DisputeKind.CORRECTION]


def test_what_two_countries_dispute_is_one_dispute_whoever_speaks_for_them() -> None:
    statements = (territory(IRAQ, IRAN), territory(SYRIA, PENTAGON), territory(SYRIA, US))
    assert kinds(*statements) == [DisputeKind.DISPUTE]


def test_an_armed_group_is_not_the_voice_of_its_country() -> None:
    rebels = Actor("Rebellen van Iran", kind=ActorKind.ARMED_GROUP, country="IR")
    found = kinds(territory(IRAQ, IRAN), territory(IRAQ, rebels), territory(SYRIA, US))
    assert found == [DisputeKind.DISPUTE] * 2
