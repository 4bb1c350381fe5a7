"""The toll curve, and one figure out of it by a named rule."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from tests.builders import GUARDS, IRAN, PENTAGON, POLICE, count, event_of, report, said, told

from wederhoor.model import (
    Actor,
    Claim,
    DisputeKind,
    Field,
    Quantity,
    Report,
    Stance,
    Value,
    WeighedEvent,
)
from wederhoor.query import Figure, FigureRule, TollCurve, figure, toll_curve
from wederhoor.weighing import weigh

Told = tuple[str, Value, Actor | None]
Weighed = tuple[WeighedEvent, Mapping[str, Report]]

RISING: tuple[Told, ...] = (
    ("2019-04-21T08:00", count(52), None),
    ("2019-04-21T11:00", count(138), None),
    ("2019-04-21T16:00", count(207), POLICE),
    ("2019-04-21T17:00", count(138), None),
    ("2019-04-24T08:00", count(359), None),
    ("2019-04-26T09:00", count(253), POLICE),
)
DISPUTED: tuple[Told, ...] = (
    ("2020-01-08T08:00", count(80, of="Amerikanen"), IRAN),
    ("2020-01-08T10:00", count(0), PENTAGON),
)


def event(*statements: Told, field: Field = Field.KILLED) -> Weighed:
    """Weigh an event on which each statement stands in a report of its own."""
    claims: list[Claim] = []
    reports: dict[str, Report] = {}
    for number, (published, value, source) in enumerate(statements):
        words = f"Bericht {number} van krant {number} over wat er bij de aanval gebeurde."
        source_report = report(f"r{number}", words, published, f"Krant {number}")
        reports[source_report.id] = source_report
        actor = told(source_report, "aanval")
        claims.append(said(actor, source_report, Field.ACTOR, IRAN, by=None))
        claims.append(said(actor, source_report, field, value, by=source))
    return weigh(event_of(claims), reports), reports


def curve(*statements: Told) -> TollCurve:
    found = toll_curve(*event(*statements))
    assert found is not None
    return found


def made(rule: FigureRule, *statements: Told) -> Figure:
    found = figure(*event(*statements), rule)
    assert found is not None
    return found


def test_the_curve_rises_through_the_steps_and_drops_at_the_correction() -> None:
    main = curve(*RISING).main
    assert [step.value.low for step in main.steps] == [52, 138, 207, 359, 253]
    assert main.steps[0].kind is None
    assert main.last.kind is DisputeKind.CORRECTION


def test_every_step_says_who_and_when() -> None:
    steps = curve(*RISING).main.steps
    assert [step.position.source for step in steps] == [None, None, POLICE, None, POLICE]
    assert steps[2].said == "2019-04-21T16:00"
    assert steps[2].days.edtf() == "2019-04-21"


def test_old_news_is_on_no_line() -> None:
    assert curve(*RISING).others == ()


def test_a_side_has_a_line_of_its_own() -> None:
    found = curve(*RISING, ("2019-04-22T08:00", count(20), GUARDS))
    assert [line.last.value.low for line in found.others] == [20]
    assert found.others[0].contested


def test_who_is_counted_apart_is_a_line_apart() -> None:
    found = curve(*RISING, ("2019-04-24T09:00", count(3, of="Nederlanders"), None))
    assert [line.of for line in found.others] == ["Nederlanders"]


def test_without_counts_there_is_no_curve() -> None:
    assert toll_curve(*event(*RISING), Field.INJURED) is None


@pytest.mark.parametrize(
    ("rule", "number"),
    [
        (FigureRule.LOWEST, 0),
        (FigureRule.HIGHEST, 80),
        (FigureRule.LATEST, 0),
        (FigureRule.MAJORITY, 0),
        (FigureRule.ACLED, 0),
    ],
)
def test_a_disputed_toll_gives_a_figure_by_each_rule(rule: FigureRule, number: int) -> None:
    found = made(rule, *DISPUTED)
    assert found.number == number
    assert {claim.field for claim in found.claims} == {Field.KILLED}
    assert len(found.considered) == len(DISPUTED)


def test_most_origins_win() -> None:
    again: Told = ("2020-01-09T08:00", count(80, of="Amerikanen"), IRAN)
    assert made(FigureRule.MAJORITY, *DISPUTED, again).number == 80


def test_ucdp_has_a_lowest_a_best_and_a_highest() -> None:
    found = made(FigureRule.UCDP, *DISPUTED)
    assert (found.low, found.number, found.high) == (0, 0, 80)
    rising = made(FigureRule.UCDP, *RISING)
    assert (rising.low, rising.number, rising.high) == (253, 253, 253)


def test_a_part_is_no_figure_of_the_whole() -> None:
    part: Told = ("2019-04-24T09:00", count(3, of="Nederlanders"), None)
    assert made(FigureRule.LOWEST, *RISING, part).number == 253


@pytest.mark.parametrize(
    ("words", "number"),
    [
        (Quantity(20, 99), 10),
        (Quantity(200, 999), 100),
        (Quantity(12, 12, approximate=True), 12),
        (Quantity(20, 30), 20),
        (Quantity(34, 34), 34),
    ],
)
def test_acled_takes_vague_words_for_little(words: Quantity, number: int) -> None:
    assert made(FigureRule.ACLED, ("2020-01-08", words, None)).number == number


def test_a_denied_count_is_no_figure() -> None:
    kept = report("r", "Bericht over de aanval.")
    denied = said(told(kept, "aanval"), kept, Field.KILLED, count(5), by=IRAN, stance=Stance.DENY)
    assert figure(weigh(event_of([denied]), {"r": kept}), {"r": kept}, FigureRule.HIGHEST) is None
