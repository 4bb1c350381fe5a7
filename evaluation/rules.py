"""Precision per rule and figures per event type: which rule to mend first.

Rows are judged as the scorer judges them: the same matching of events and, within an event of the right
type, the same pairing of claims.

Example:
    The rule `assault.aanslag/actor.subj` gave 12 rows, of which 7 have the right party, and 5 also its
    right source and stance.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from evaluation.gold import Row, Scorer, Spans
from wederhoor.extract.events import load_lexicon


@dataclass(frozen=True, slots=True)
class Match:
    """An annotated event with the predicted one that stands for it.

    Attributes:
        gold: the annotation.
        event: id of the predicted event.
        typed: whether the type is right.
    """

    gold: Row
    event: str
    typed: bool


@dataclass(slots=True)
class Tally:
    """What became of the rows of one rule.

    Attributes:
        rows: how many there are.
        event: whose event is annotated.
        typed: whose event is annotated, with this type.
        right: which are right: a trigger within an annotated mention of its event, of the right
            type; a fact with the right value on an event of the right type.
        sourced: facts that also have the right source and stance.
        wrong: the rows that are not, with the reason in a word.
    """

    rows: int = 0
    event: int = 0
    typed: int = 0
    right: int = 0
    sourced: int = 0
    wrong: list[tuple[str, Row]] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Share of rows that are right."""
        return self.right / self.rows if self.rows else 0.0

    def add(self, other: Tally) -> None:
        """Add the rows of another tally."""
        self.rows += other.rows
        self.event += other.event
        self.typed += other.typed
        self.right += other.right
        self.sourced += other.sourced
        self.wrong += other.wrong


@dataclass(frozen=True, slots=True)
class TypeFigures:
    """Events of one PLOVER type: predicted, annotated, and found with this type."""

    predicted: int
    annotated: int
    found: int


@dataclass(frozen=True, slots=True)
class Judged:
    """All rows judged: by rule, and events by type."""

    rules: Mapping[str, Tally]
    types: Mapping[str, TypeFigures]


def judge(
    docs: Mapping[str, Row], gold: Iterable[Row], rows: Iterable[Row], scorer: Scorer
) -> Judged:
    """Judge every exported row against the annotations."""
    predicted: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        predicted[row["report"]][row["event"]].append(row)
    rules: dict[str, Tally] = defaultdict(Tally)
    types: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for annotated in gold:
        events = predicted[annotated["report"]]
        text = scorer.full_text(docs[annotated["report"]])
        matches = match_events(text, annotated["events"], events, scorer)
        _count_types(types, annotated["events"], events, matches)
        for verdict, row in _verdicts(text, events, matches, scorer):
            _count(rules[row["rule"]], verdict, row)
    return Judged(rules, {name: TypeFigures(*counts) for name, counts in types.items()})


def triggers_together(*judged: Judged) -> dict[str, Tally]:
    """Return the tallies of the rules that find events, each over all that was judged.

    They are those of `resources/nl/events.yaml`; a rule for parties or counts finds no event.
    """
    known = {rule.id for rule in load_lexicon().rules}
    together: dict[str, Tally] = defaultdict(Tally)
    for each in judged:
        for name in known & each.rules.keys():
            together[name].add(each.rules[name])
    return together


def match_events(
    text: str, annotated: Sequence[Row], events: Mapping[str, list[Row]], scorer: Scorer
) -> list[Match]:
    """Match annotated and predicted events of one report one to one, as the scorer does."""
    candidates = []
    for number, gold in enumerate(annotated):
        wanted = scorer.spans(text, gold["mentions"])
        for event, rows in events.items():
            shared = scorer.overlap(wanted, _triggers(rows))
            if shared:
                candidates.append((rows[0]["type"] == gold["type"], shared, -number, event))
    taken: set[str] = set()
    found: dict[int, Match] = {}
    for typed, _, negative, event in sorted(candidates, reverse=True):
        if -negative not in found and event not in taken:
            taken.add(event)
            found[-negative] = Match(annotated[-negative], event, typed)
    return list(found.values())


def _triggers(rows: Iterable[Row]) -> Spans:
    rows = list(rows)
    occurred = [(row["start"], row["end"]) for row in rows if row["field"] == "occurred"]
    return occurred or [(row["start"], row["end"]) for row in rows]


def _count_types(
    types: dict[str, list[int]],
    annotated: Iterable[Row],
    events: Mapping[str, list[Row]],
    matches: Iterable[Match],
) -> None:
    for rows in events.values():
        types[rows[0]["type"]][0] += 1
    for gold in annotated:
        types[gold["type"]][1] += 1
    for match in matches:
        if match.typed:
            types[match.gold["type"]][2] += 1


_UNMATCHED, _MISTYPED, _ELSEWHERE, _WRONG, _VALUE, _SOURCED = (
    "no such event",
    "wrong type",
    "words not annotated",
    "wrong value",
    "wrong source or stance",
    "",
)


def _verdicts(
    text: str, events: Mapping[str, list[Row]], matches: Iterable[Match], scorer: Scorer
) -> Iterator[tuple[str, Row]]:
    """Yield every row of a report with what is wrong with it."""
    matched = {match.event: match for match in matches}
    for event, rows in events.items():
        match = matched.get(event)
        scored = [row for row in rows if row["field"] not in scorer.UNSCORED]
        if match is None or not match.typed:
            yield from ((_MISTYPED if match else _UNMATCHED, row) for row in scored)
            continue
        wanted = scorer.spans(text, match.gold["mentions"])
        for row in filter(scorer.plain_mention, scored):
            here = scorer.overlap(wanted, [(row["start"], row["end"])])
            yield _SOURCED if here else _ELSEWHERE, row
        yield from _facts(match.gold, scored, scorer)


def _facts(gold: Row, rows: Iterable[Row], scorer: Scorer) -> Iterator[tuple[str, Row]]:
    """Pair the facts on an event with annotated claims, each once, the best first."""
    free = [row for row in rows if not scorer.plain_mention(row)]
    for claim in gold["claims"]:
        if claim["field"] in scorer.UNSCORED:
            continue
        hits = [r for r in free if r["field"] == claim["field"] and scorer.value_ok(claim, r)]
        if not hits:
            continue
        ranks = [(_all_right(claim, row, scorer), scorer.source_ok(claim, row)) for row in hits]
        best = hits[ranks.index(max(ranks))]
        free = [row for row in free if row is not best]
        yield _SOURCED if _all_right(claim, best, scorer) else _VALUE, best
    yield from ((_WRONG, row) for row in free)


def _all_right(claim: Row, row: Row, scorer: Scorer) -> bool:
    same: bool = row["stance"] == claim["stance"]
    return same and scorer.source_ok(claim, row)


def _count(tally: Tally, verdict: str, row: Row) -> None:
    tally.rows += 1
    tally.event += verdict != _UNMATCHED
    tally.typed += verdict not in {_UNMATCHED, _MISTYPED}
    tally.right += verdict in {_VALUE, _SOURCED}
    tally.sourced += verdict == _SOURCED
    if verdict:
        tally.wrong.append((verdict, row))
