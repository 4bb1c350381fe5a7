"""One number out of many claims, by a rule that the reader names; the record itself never picks one.

The rules take the counts that still stand: the last step of each line, the counts that sides hold
against one another, and those that nothing made old news. Every figure says its rule and its claims.

Sources of the rules: UCDP, Georeferenced Event Dataset Codebook (`low` and `high` are the lowest and
highest reliable, `best` the most likely estimate); ACLED, Codebook (of reports that differ the most
conservative; "tens" is 10, "dozens" 12, "hundreds" 100). The figures are in the shape of theirs, not theirs.

Example:
    Of 80 dead by Iran and none by the Pentagon `lowest` is 0, `highest` 80, and `ucdp` 0 to 80.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from wederhoor.model import Claim, Field, Position, Quantity, Report, WeighedEvent
from wederhoor.query.tolls import TollCurve, TollStep, said_when, toll_curve
from wederhoor.weighing.comparing import comparable
from wederhoor.weighing.counting import OF_PEOPLE
from wederhoor.weighing.origins import origins

_CONSERVATIVE: Final = {20: 10, 200: 100, 2_000: 1_000, 20_000: 10_000, 200_000: 100_000}
"""ACLED's number for vague words, by the least that they can mean: "tientallen" is 20 to 99 and counts 10."""
_VAGUE = 4  # times the least: "tientallen" reaches so much higher, "20 tot 30" does not

Steps = tuple[TollStep, ...]
Reports = Mapping[str, Report]


class FigureRule(StrEnum):
    """How one number is made of the counts that stand."""

    LOWEST = "lowest"
    HIGHEST = "highest"
    LATEST = "latest"
    MAJORITY = "majority"
    UCDP = "ucdp"
    ACLED = "acled"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, the rule that made it, and the claims that it came from.

    Attributes:
        rule: the rule.
        field: what is counted.
        number: the figure; for UCDP the best estimate.
        low: the least: for UCDP the lowest estimate, for other rules the least that the words leave open.
        high: the most, likewise; None where the words leave it open.
        positions: the positions that gave the number.
        considered: all positions that stand, out of which the rule chose.
    """

    rule: FigureRule
    field: Field
    number: int
    low: int
    high: int | None
    positions: tuple[Position, ...]
    considered: tuple[Position, ...]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims that the number came from."""
        return tuple(claim for position in self.positions for claim in position.claims)


def figure(
    weighed: WeighedEvent,
    reports: Mapping[str, Report],
    rule: FigureRule,
    field: Field = Field.KILLED,
) -> Figure | None:
    """Derive one number of an event.

    Args:
        weighed: the event.
        reports: the reports by id; at least those of its claims.
        rule: how.
        field: a field of counts.

    Returns:
        The figure; None where nobody gives a count of the whole.
    """
    curve = toll_curve(weighed, reports, field)
    return None if curve is None else figure_of(curve, reports, rule)


def figure_of(curve: TollCurve, reports: Mapping[str, Report], rule: FigureRule) -> Figure:
    """Derive one number of a toll curve; see `figure`."""
    pool = standing(curve)
    made = _RULES[rule](curve, pool, reports)
    return Figure(
        rule=rule,
        field=curve.field,
        number=made.number,
        low=made.low,
        high=made.high,
        positions=tuple(step.position for step in made.steps),
        considered=tuple(step.position for step in pool),
    )


def standing(curve: TollCurve) -> tuple[TollStep, ...]:
    """Return the counts of the whole that stand: what each line came to, parts left out.

    Example:
        Of 359 dead, "onder wie 3 Nederlanders" is a part, and 253 after a correction takes the place of 359.
    """
    whole = curve.main.last.value
    people = curve.field in OF_PEOPLE
    others = (
        line.last
        for line in curve.others
        if line.part == curve.main.part and comparable(line.last.value, whole, whole=people)
    )
    return (curve.main.last, *others)


# ---------------------------------------------------------------- the rules
@dataclass(frozen=True, slots=True)
class _Made:
    """What a rule makes: the number, its bounds, and the steps that gave it."""

    number: int
    low: int
    high: int | None
    steps: Steps


def _of(steps: Steps, number: int | None = None) -> _Made:
    value = steps[0].value
    return _Made(value.low if number is None else number, value.low, value.high, steps)


def _lowest(_curve: TollCurve, pool: Steps, _reports: Reports) -> _Made:
    least = min(step.value.low for step in pool)
    return _of(tuple(step for step in pool if step.value.low == least))


def _highest(_curve: TollCurve, pool: Steps, _reports: Reports) -> _Made:
    most = max(map(_most, pool))
    return _of(tuple(step for step in pool if _most(step) == most), most)


def _latest(_curve: TollCurve, pool: Steps, _reports: Reports) -> _Made:
    last = max(said_when(step.position) for step in pool)
    steps = [step for step in pool if said_when(step.position) == last]
    return _of((min(steps, key=lambda step: step.value.low),))


def _majority(_curve: TollCurve, pool: Steps, reports: Reports) -> _Made:
    groups: dict[tuple[int, int | None], list[TollStep]] = {}
    for step in pool:
        groups.setdefault((step.value.low, step.value.high), []).append(step)

    def support(bounds: tuple[int, int | None]) -> tuple[int, int]:
        claims = [claim for step in groups[bounds] for claim in step.position.claims]
        return (-origins(claims, reports), bounds[0])  # of two with as many the lower

    return _of(tuple(groups[min(groups, key=support)]))


def _ucdp(curve: TollCurve, pool: Steps, reports: Reports) -> _Made:
    contested = curve.main.contested and len(pool) > 1
    best = _majority(curve, pool, reports) if contested else _of((curve.main.last,))
    low, high = min(step.value.low for step in pool), max(map(_most, pool))
    ends = [step for step in pool if low == step.value.low or high == _most(step)]
    steps = {step.position.claims[0].id: step for step in (*best.steps, *ends)}
    return _Made(best.number, low, high, tuple(steps.values()))


def _acled(_curve: TollCurve, pool: Steps, _reports: Reports) -> _Made:
    least = min(_conservative(step.value) for step in pool)
    return _of(tuple(step for step in pool if _conservative(step.value) == least), least)


def _conservative(value: Quantity) -> int:
    vague = value.high is not None and value.high >= value.low * _VAGUE
    return _CONSERVATIVE.get(value.low, value.low) if vague else value.low


def _most(step: TollStep) -> int:
    return step.value.low if step.value.high is None else step.value.high


_RULES: Final[Mapping[FigureRule, Callable[[TollCurve, Steps, Reports], _Made]]] = {
    FigureRule.LOWEST: _lowest,
    FigureRule.HIGHEST: _highest,
    FigureRule.LATEST: _latest,
    FigureRule.MAJORITY: _majority,
    FigureRule.UCDP: _ucdp,
    FigureRule.ACLED: _acled,
}
