"""What changed between two moments, and the law that applying it gives the later record."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.records import IRAN, OMAN, SOHAR, Told, harbour_raid, report

from wederhoor.model import EventType, Field, Quantity
from wederhoor.query import ChangeKind, Difference, History, applied, difference

PAIRS = harbour_raid()
MOMENTS = ("2021-03-04", "2021-03-05", "2021-03-05T19:00", "2021-03-06", "2021-03-07", "2021-03-31")


def later() -> tuple[Told, ...]:
    """Reports of the next days: the toll rises, and another raid is told of."""
    rises = report(
        "wb7",
        "2021-03-07T09:00:00+01:00",
        "Bij de aanval van donderdag op de haven van Sohar zijn volgens Teheran negen doden gevallen.",
        outlet="De Waddenbode",
    )
    toll = Told(rises).event(EventType.ASSAULT, "aanval", when="2021-03-04", where=(SOHAR,))
    toll.claim(Field.KILLED, Quantity(9, 9), "negen doden", by=(IRAN, "volgens Teheran"))
    again = report("pk8", "2021-03-08", "In Sohar zijn nieuwe sancties opgelegd.", outlet="Kust")
    new = Told(again).event(EventType.SANCTION, "sancties", when="2021-03-08", where=(SOHAR,))
    new.claim(Field.ACTOR, OMAN, "Sohar")
    return toll, new


ALL = [*PAIRS, *((told.report, told.reading()) for told in later())]


def history() -> History:
    return History([kept for kept, _ in ALL], [reading for _, reading in ALL])


def between(first: str, second: str | None) -> Difference:
    through = history()
    return difference(through.as_of(first), through.as_of(second))


@given(st.sampled_from((*MOMENTS, None)), st.sampled_from((*MOMENTS, None)))
def test_a_difference_applied_to_the_one_record_gives_the_other(
    one: str | None, other: str | None
) -> None:
    through = history()
    first, second = through.as_of(one), through.as_of(other)
    assert applied(first, difference(first, second)) == second


def test_between_equal_moments_nothing_changed() -> None:
    found = between("2021-03-06", "2021-03-07T00:00")
    assert found.changes == ()


def test_a_denial_opens_a_dispute() -> None:
    found = between("2021-03-05", "2021-03-06")
    assert [kept.id for kept in found.reports] == ["pk2"]
    (raid,) = [change for change in found.changes if change.kind is ChangeKind.CHANGED]
    assert [position.source for position in raid.positions] == [OMAN]
    assert [dispute.field for dispute in raid.opened] == [Field.KILLED]
    assert raid.closed == ()


def test_events_of_new_reports_are_new() -> None:
    found = between("2021-03-05", "2021-03-06")
    new = [change.weighed.event.type for change in found.changes if change.kind is ChangeKind.NEW]
    assert new == [EventType.CONSULT, EventType.PROTEST]


def test_a_count_that_rose_is_a_step_and_a_new_position() -> None:
    found = between("2021-03-06", "2021-03-07")
    (raid,) = found.changes
    assert [position.value for position in raid.positions] == [Quantity(9, 9)]
    assert [(step.first.value, step.second.value) for step in raid.steps] == [
        (Quantity(8, 8), Quantity(9, 9))
    ]


def test_towards_an_earlier_moment_events_are_gone() -> None:
    found = between("2021-03-08", "2021-03-07")
    assert [change.kind for change in found.changes] == [ChangeKind.GONE]
    assert found.gone == ("pk8",)
