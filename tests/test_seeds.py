"""The worked example of the design: what three real reports must give, where they are at hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.told import shown

from wederhoor.ingest import read_reports
from wederhoor.model import EventType, Field, Quantity, Realis, WeighedEvent
from wederhoor.pipeline import Reader
from wederhoor.query import Record, load_record
from wederhoor.runners import run
from wederhoor.store import Store

Said = set[tuple[str, str, str]]


@pytest.fixture(scope="module")
def record(reader: Reader, shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Record:
    path = tmp_path_factory.mktemp("seeds") / "record.db"
    with Store.open(path) as store:
        run(read_reports([str(shared / "seeds")]), lambda: reader, store)
        return load_record(store)


def said(event: WeighedEvent, about: Field) -> Said:
    """Return value, innermost source and stance of every claim on a field of an event."""
    return {
        (shown(claim.value), claim.sources[0].name if claim.sources else "", claim.stance.value)
        for claim in event.event.claims
        if claim.field is about
    }


def that_says(record: Record, about: Field, *claims: tuple[str, str, str]) -> WeighedEvent:
    """Return the one event of which these claims are made."""
    (found,) = (event for event in record.events if said(event, about).issuperset(claims))
    return found


@pytest.fixture(scope="module")
def missiles(record: Record) -> WeighedEvent:
    return that_says(record, Field.WEAPONS, ("15", "Iran", "assert"))


def test_the_missile_attack_struck_three_bases(missiles: WeighedEvent) -> None:
    assert missiles.event.type is EventType.ASSAULT
    places = {name for place in missiles.event.where for name in (place.name, place.surface)}
    assert {"Ain al-Asad", "Camp Taji", "Noord-Irak"} <= places


def test_the_parties_count_the_missiles_each_in_their_way(missiles: WeighedEvent) -> None:
    assert {("15", "Iran", "assert"), ("11+", "Pentagon", "assert")} <= said(
        missiles, Field.WEAPONS
    )


def test_iran_counts_eighty_dead_and_the_vs_denies_it(missiles: WeighedEvent) -> None:
    assert {("80", "Iran", "assert"), ("80", "Verenigde Staten", "deny")} <= said(
        missiles, Field.KILLED
    )


def test_origin_damage_and_responsibility_have_their_sources(missiles: WeighedEvent) -> None:
    assert ("Iran", "Pentagon", "assert") in said(missiles, Field.ORIGIN)
    assert ("extensive", "Iran", "assert") in said(missiles, Field.DAMAGE)
    garde = {name for name, _, _ in said(missiles, Field.ACTOR)}
    assert any("Revolutionaire Garde" in name for name in garde)


def test_fifteen_is_within_more_than_ten_so_the_dead_are_the_dispute(
    missiles: WeighedEvent,
) -> None:
    fields = {dispute.field for dispute in missiles.disputes}
    assert Field.KILLED in fields
    assert Field.WEAPONS not in fields


def test_the_american_airstrike_killed_about_twenty_five(record: Record) -> None:
    strike = that_says(record, Field.KILLED, ("25", "", "assert"))
    assert "aerial" in strike.event.modes
    assert "Verenigde Staten" in {name for name, _, _ in said(strike, Field.ACTOR)}
    assert strike.event.when is not None
    assert {day.weekday() for day in _days(strike)} == {6}  # one of the Sundays it can have been


def _weapons(event: WeighedEvent) -> Iterator[Quantity]:
    for claim in event.event.claims:
        if claim.field is Field.WEAPONS and isinstance(claim.value, Quantity):
            yield claim.value


def _days(event: WeighedEvent) -> Iterator[date]:
    assert event.event.when is not None
    yield from map(date.fromordinal, event.event.when)


def test_who_is_behind_the_storming_of_the_embassy_is_disputed(record: Record) -> None:
    (storming,) = (
        event
        for event in record.events
        if any(dispute.field is Field.ACTOR for dispute in event.disputes)
    )
    told = {(by, stance) for name, by, stance in said(storming, Field.ACTOR) if "Ira" in name}
    assert {("Verenigde Staten", "assert"), ("Iran", "deny")} <= told


def test_two_events_are_disputed(record: Record) -> None:
    assert sum(bool(event.disputes) for event in record.events) == 2


def test_the_drone_attack_came_before_the_rockets_of_july(record: Record) -> None:
    (drones,) = (
        event
        for event in record.events
        if any("drone" in (counted.of or "") for counted in _weapons(event))
    )
    (rockets,) = (
        event
        for event in record.events
        if event.event.when is not None
        and event.event.when.edtf() == "2024-07"
        and event.event.type is EventType.ASSAULT
    )
    assert drones.event.when is not None
    assert rockets.event.when is not None
    assert drones.event.when.first < rockets.event.when.first


def test_american_media_count_two_wounded_in_january(record: Record) -> None:
    attack = that_says(record, Field.INJURED, ("2", "Amerikaanse media", "assert"))
    assert attack.event.when is not None
    assert attack.event.when.edtf() == "2024-01"


def test_what_the_reports_tell_did_happen_or_is_marked_otherwise(record: Record) -> None:
    assert all(event.event.realis in Realis for event in record.events)
    assert 10 <= len(record.events) <= 20
