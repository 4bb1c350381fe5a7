"""From the claims on an event to the positions that are taken on it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from wederhoor.model.actor import Actor, folded
from wederhoor.model.event import Claim, Damage, EditorialStatus, Field, Stance, Value
from wederhoor.model.place import Place
from wederhoor.model.quantity import Quantity
from wederhoor.model.record import Position
from wederhoor.model.report import Report
from wederhoor.weighing.comparing import counted
from wederhoor.weighing.origins import origins
from wederhoor.weighing.versions import undated_versions

_SOME_TIME = "~"  # sorts after every moment of its day
_FIELD_ORDER = {field: number for number, field in enumerate(Field)}

Order = tuple[int, str, str]
Key = tuple[int, str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class Stand:
    """A position with what weighing needs besides it.

    Attributes:
        position: the position.
        part: the part that its count is about.
        first: order of the earliest report that carries it: its day, the moment on that day from which it
            surely was there ("~" when only the day is sure), and its id.
        last: first day (ordinal) on which the latest report can have come out.
        known: the last day (ordinal) on which the earliest report can have come out.
        reports: ids of the reports that carry it.
        versions: the articles of which only some of the undated versions carry it: these came one
            after the other, in an order that nobody wrote down.
    """

    position: Position
    part: str
    first: Order
    last: int
    known: int
    reports: frozenset[str]
    versions: frozenset[str] = frozenset()

    @property
    def withdrawn(self) -> bool:
        """Whether all that carry it say in the same breath that its speaker took it back."""
        taken_back = (claim.status is EditorialStatus.WITHDRAWN for claim in self.position.claims)
        return self.position.stance is not Stance.DENY and all(taken_back)

    def before(self, other: Stand) -> bool:
        """Tell whether this was surely said before the other: an earlier day, or hour of one day."""
        if self.first[0] != other.first[0]:
            return self.known <= other.first[0]
        one_day = self.known == self.first[0] == other.known
        return one_day and self.first[1] < other.first[1] != _SOME_TIME

    def days_before(self, other: Stand) -> bool:
        """Tell whether this was surely said on an earlier day than the other."""
        return self.known < other.first[0]


def stands(claims: Iterable[Claim], reports: Mapping[str, Report]) -> list[Stand]:
    """Group claims by field, value, stance and who says it.

    Args:
        claims: the claims on one event.
        reports: the reports by id.

    Returns:
        Positions by field, part, and the report that first carries them.

    Example:
        "Iran claimt 80 doden" in two reports is one position with two claims.
    """
    ordered = sorted(claims, key=lambda claim: _claim_order(claim, reports[claim.report]))
    groups: dict[Key, list[Claim]] = {}
    for claim in ordered:
        groups.setdefault(_key(claim), []).append(claim)
    undated = _undated(ordered, reports)
    made = [(key, _stand(found, reports, undated)) for key, found in _specified(groups).items()]
    made.sort(key=lambda item: (item[0][0], item[0][1], item[1].first, item[0]))
    return [stand for _, stand in made]


def _undated(
    claims: Iterable[Claim], reports: Mapping[str, Report]
) -> dict[tuple[str, str], frozenset[str]]:
    """The undated versions among the reports of an event, by article and moment."""
    ids = undated_versions(reports[name] for name in {claim.report for claim in claims})
    found: dict[tuple[str, str], set[str]] = {}
    for name in ids:
        found.setdefault((reports[name].article, reports[name].clock), set()).add(name)
    return {key: frozenset(names) for key, names in found.items()}


def _claim_order(claim: Claim, report: Report) -> tuple[Order, int, int, str, str]:
    return (report.order, claim.span.start, claim.span.end, claim.field.value, claim.id)


def _key(claim: Claim) -> Key:
    source = claim.sources[0].key if claim.sources else ""
    of = counted(claim.value) if isinstance(claim.value, Quantity) else ""
    number = _FIELD_ORDER[claim.field]
    return (number, folded(claim.part), value_key(claim.value), source, claim.stance.value, of)


def value_key(value: Value) -> str:
    """Return what two equal values share, whatever their words.

    Example:
        "80 Amerikanen" and "tachtig doden" share "80|80"; what is counted is looked at apart.
    """
    if isinstance(value, Quantity):
        about = "~" if value.approximate else ""
        return f"{value.low}|{'' if value.high is None else value.high}{about}"
    if isinstance(value, (Actor, Place)):
        return value.key
    if isinstance(value, Damage):
        return value.value
    return folded(value) if isinstance(value, str) else str(value)


def _specified(groups: Mapping[Key, list[Claim]]) -> dict[Key, list[Claim]]:
    """Put "80 doden" with "80 Amerikanen" where one source says both and nothing else of 80."""
    specific: dict[tuple[object, ...], list[Key]] = {}
    for key in groups:
        if key[-1]:
            specific.setdefault(key[:-1], []).append(key)
    found: dict[Key, list[Claim]] = {}
    for key, claims in groups.items():
        same = specific.get(key[:-1], [])
        home = same[0] if not key[-1] and len(same) == 1 else key
        found.setdefault(home, []).extend(claims)
    return found


def _stand(
    claims: Sequence[Claim],
    reports: Mapping[str, Report],
    undated: Mapping[tuple[str, str], frozenset[str]],
) -> Stand:
    ordered = sorted(claims, key=lambda claim: _claim_order(claim, reports[claim.report]))
    told = sorted((reports[name] for name in {claim.report for claim in claims}), key=_order)
    best = _fullest(ordered)
    carried = frozenset(report.id for report in told)
    versions = {
        article
        for (article, _), names in undated.items()
        if names & carried and not names <= carried
    }
    surely = sorted(told, key=lambda report: _from_when(report, versions))
    first = _from_when(surely[0], versions)
    position = Position(
        field=best.field,
        value=None if best.stance is Stance.UNKNOWN else best.value,
        stance=best.stance,
        source=best.sources[0] if best.sources else None,
        claims=tuple(ordered),
        outlets=tuple(sorted({report.outlet for report in told if report.outlet})),
        first_said=surely[0].published if first[1] != _SOME_TIME else surely[0].days.edtf(),
        last_said=told[-1].published,
        origins=origins(ordered, reports),
    )
    return Stand(
        position=position,
        part=best.part,
        first=first,
        last=told[-1].order[0],
        known=surely[0].days.ranges[-1][1],
        reports=carried,
        versions=frozenset(versions),
    )


def _from_when(report: Report, versions: Container[str]) -> Order:
    """The day of a report, and the moment on it from which it surely was there."""
    day, _, name = report.order
    undated = not report.clock or report.article in versions
    return (day, _SOME_TIME if undated else report.clock, name)


def _order(report: Report) -> Order:
    return report.order


def _fullest(claims: Sequence[Claim]) -> Claim:
    """The earliest claim that says what is counted, else the earliest."""
    for claim in claims:
        if isinstance(claim.value, Quantity) and counted(claim.value):
            return claim
    return claims[0]
