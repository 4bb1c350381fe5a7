"""How a count grew: the toll curve of an event, with the speaker of each step.

Example:
    Of the Easter bombings in Sri Lanka the curve of `killed` goes 20, 48, 100, ... 359 and drops to 253: each
    step with who said it and when it was published.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from wederhoor.model import (
    DaySet,
    Dispute,
    DisputeKind,
    Field,
    Position,
    Quantity,
    Relation,
    Report,
    Stance,
    WeighedEvent,
)
from wederhoor.model.report import local_clock
from wederhoor.resources.phrases import is_generic
from wederhoor.weighing.comparing import comparable
from wederhoor.weighing.counting import OF_PEOPLE

_AFFIRMS = frozenset({Stance.ASSERT, Stance.POSSIBLE})


@dataclass(frozen=True, slots=True)
class TollStep:
    """One count that took the place of the one before.

    Attributes:
        position: who says it, with the claims and outlets.
        value: the count.
        kind: how it differs from the step before: update, refinement or correction; None for the first.
        said: when it was surely published first, as written.
        days: the days on which that can have been.
    """

    position: Position
    value: Quantity
    kind: DisputeKind | None
    said: str
    days: DaySet


@dataclass(frozen=True, slots=True)
class TollLine:
    """One line of counts of the same: by those who tell what is known, or by one side.

    Attributes:
        steps: in order of time; at least one.
        part: the part that it counts ("buitenlanders"); "" for the whole.
        of: the words for who or what is counted, where they say more than "doden" does; else "".
        contested: whether a step of it is disputed.
    """

    steps: tuple[TollStep, ...]
    part: str
    of: str
    contested: bool

    @property
    def last(self) -> TollStep:
        """The step that stands."""
        return self.steps[-1]


@dataclass(frozen=True, slots=True)
class TollCurve:
    """All lines of one field of an event.

    Attributes:
        field: what is counted.
        main: the line of the whole: that with most steps, of those the one with the highest count.
        others: lines of sides, of parts of the whole, and counts that stand by themselves.
    """

    field: Field
    main: TollLine
    others: tuple[TollLine, ...]


def toll_curves(weighed: WeighedEvent, reports: Mapping[str, Report]) -> tuple[TollCurve, ...]:
    """Return the curve of every field of counts of which something is told, in order of the fields.

    Args:
        weighed: the event.
        reports: the reports by id; at least those of its claims.
    """
    curves = (toll_curve(weighed, reports, field) for field in Field if field.is_count)
    return tuple(curve for curve in curves if curve is not None)


def toll_curve(
    weighed: WeighedEvent, reports: Mapping[str, Report], field: Field = Field.KILLED
) -> TollCurve | None:
    """Return the curve of one field; None where no count of it is told.

    Counts that were old news when they were told (138 after 207) are in no line.

    Args:
        weighed: the event.
        reports: the reports by id; at least those of its claims.
        field: a field of counts.
    """
    contested = _contested(weighed, field)
    found = [_line(chain, reports, contested) for chain in _chains(weighed, field, contested)]
    if not found:
        return None
    found.sort(key=_rank)
    return TollCurve(field, found[0], tuple(found[1:]))


def _rank(line: TollLine) -> tuple[bool, bool, int, int]:
    return (bool(line.part), bool(line.of), -len(line.steps), -line.last.value.low)


# ---------------------------------------------------------------- lines
Chain = list[tuple[Position, DisputeKind | None]]


def _chains(weighed: WeighedEvent, field: Field, contested: set[str]) -> Iterator[Chain]:
    """Yield the lines that weighing found, and each count by itself that no line made old news."""
    steps = {_name(found.first): found for found in weighed.disputes if _is_step(found, field)}
    followers = {_name(found.second) for found in steps.values()}
    counts = [position for position in weighed.positions if position.field is field]
    counts = [position for position in counts if counted(position) is not None]
    told: Chain = []
    alone: list[Position] = []
    for position in counts:
        name = _name(position)
        if name in steps and name not in followers:
            chain = _followed(position, steps)
            told += chain
            yield chain
        elif name not in steps and name not in followers:
            alone.append(position)
    for position in alone:
        if _name(position) in contested or not any(_made_old(position, step) for step, _ in told):
            yield [(position, None)]


def _followed(start: Position, steps: Mapping[str, Dispute]) -> Chain:
    chain: Chain = [(start, None)]
    while (found := steps.get(_name(chain[-1][0]))) is not None:
        chain.append((found.second, found.kind))
    return chain


def _made_old(position: Position, step: Position) -> bool:
    """Whether a step of a line says as much of the same, or says otherwise and came no earlier."""
    one, other = counted(position), counted(step)
    if one is None or other is None or _part(position) != _part(step):
        return False
    if not comparable(one, other, whole=position.field in OF_PEOPLE):
        return False
    differs = one.relation_to(other) is Relation.CONFLICTS
    return not differs or said_when(position) <= said_when(step)


def _line(chain: Chain, reports: Mapping[str, Report], contested: set[str]) -> TollLine:
    made = tuple(_step(position, kind, reports) for position, kind in chain)
    of = next((step.value.of for step in made if not is_generic(step.value.of)), None)
    whole = any(is_generic(step.value.of) for step in made)
    return TollLine(
        steps=made,
        part=_part(chain[0][0]),
        of="" if whole or of is None else of,
        contested=any(_name(position) in contested for position, _ in chain),
    )


def _step(position: Position, kind: DisputeKind | None, reports: Mapping[str, Report]) -> TollStep:
    value = counted(position)
    if value is None:
        raise TypeError(f"a toll is made of counts, not of {position.value!r}")
    told = (reports[claim.report] for claim in position.claims)
    first = min(told, key=lambda report: (report.days.ranges[-1], report.order))
    return TollStep(position, value, kind, position.first_said, first.days)


# ---------------------------------------------------------------- positions that count
def counted(position: Position) -> Quantity | None:
    """Return the count that a position holds; None where it denies one, or is of something else."""
    value = position.value
    return value if isinstance(value, Quantity) and position.stance in _AFFIRMS else None


def said_when(position: Position) -> str:
    """Return when a position was first taken, as text that sorts in the order of time."""
    return local_clock(position.first_said) or f"{position.first_said}~"


def _contested(weighed: WeighedEvent, field: Field) -> set[str]:
    return {
        _name(position)
        for found in weighed.disputes
        if found.kind is DisputeKind.DISPUTE and found.field is field
        for position in (found.first, found.second)
    }


def _is_step(found: Dispute, field: Field) -> bool:
    if found.field is not field or found.kind is DisputeKind.DISPUTE:
        return False
    return counted(found.first) is not None and counted(found.second) is not None


def _part(position: Position) -> str:
    return position.claims[0].part


def _name(position: Position) -> str:
    """What tells a position from the others on its event: no two hold the same claim."""
    return position.claims[0].id
