"""`python -m evaluation.duplicates`: how often is one event kept as several, and are several kept as one?

`storylines-all.jsonl` names the happening of every mention that was found in the reports of twenty storylines of the
stream (at most forty reports each), in the form of `storylines.jsonl`. The names were given by reading the reports, without
sight of any grouping. All storylines are linked together, as in a record.

Duplicates per event: in how many groups the mentions of an event lie, over events with two mentions or more.
Wrong joins: of a hundred joins (a group of n mentions is n - 1), those that brought in another event than the one that most of
the group is of. The rules were mended with the storylines of `FIRST`; the others were left unread until those rules stood (decision 21
has the figures of that moment), and have been read since.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.gold import Row, read_rows, shared
from evaluation.storylines import labels_of, read_reports
from evaluation.stream import stream
from evaluation.tables import table
from wederhoor.linking import link
from wederhoor.model import Event, Report
from wederhoor.pipeline import Reader

MARKED = Path(__file__).with_name("storylines-all.jsonl")
FIRST = frozenset(
    [
        "lubcke", "tripoli", "gaza", "virginia-beach", "christchurch", "utrecht-tram", "derry", "amhara",
        "burkina", "pakistan",
    ]
)  # fmt: skip
_HUNDRED = 100

Label = tuple[str, str]
"""The name of a storyline, and of a happening in it."""


@dataclass(frozen=True, slots=True)
class Kept:
    """How well the events of some storylines were kept together and apart.

    Attributes:
        events: those with two mentions or more.
        groups: in how many groups their mentions lie.
        joins: of labelled mentions.
        wrong: joins of those that brought in another event.
        precision: B3 precision over the labelled mentions.
        recall: B3 recall.
    """

    events: int
    groups: int
    joins: int
    wrong: int
    precision: float
    recall: float

    @property
    def duplicates(self) -> float:
        """Groups for each event; 1 is best."""
        return self.groups / self.events if self.events else 0.0

    @property
    def wrong_in_hundred(self) -> float:
        """Wrong joins in a hundred."""
        return _HUNDRED * self.wrong / self.joins if self.joins else 0.0

    @property
    def f1(self) -> float:
        """B3 F1."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def main() -> int:
    """Measure and print; the exit code is 0 whatever the figures are."""
    if not stream().is_file():
        print(f"skipped: no stream here ({shared()}); WEDERHOOR_SHARED names its folder")
        return 0
    rows = read_rows(MARKED)
    groups = groups_of(rows, Reader())
    names = sorted({row["storyline"] for row in rows})
    sets = {name: frozenset({name}) for name in names}
    sets |= {
        "first half": FIRST,
        "second half": frozenset(names) - FIRST,
        "all": frozenset(names),
    }
    head = [
        "storyline",
        "events",
        "groups for each",
        "joins",
        "wrong in 100",
        "B3 P",
        "B3 R",
        "B3 F1",
    ]
    print(table(head, [_row(name, measure(groups, chosen)) for name, chosen in sets.items()]))
    return 0


def _row(name: str, kept: Kept) -> list[str]:
    shares = (kept.precision, kept.recall, kept.f1)
    return [
        name,
        str(kept.events),
        f"{kept.duplicates:.2f}",
        str(kept.joins),
        f"{kept.wrong_in_hundred:.1f}",
        *(f"{share:.3f}" for share in shares),
    ]


def groups_of(rows: Sequence[Row], reader: Reader) -> list[list[Label]]:
    """Return the happenings of the mentions of every group, unlabelled mentions left out."""
    read = dict(read_reports(frozenset(row["report"] for row in rows), reader))
    reports = {report.id: report for report in read}
    events = link(read.values(), reports)
    labels = _labels(rows, events, reports)
    groups = ([labels[m.id] for m in event.mentions if m.id in labels] for event in events)
    return [group for group in groups if group]


def _labels(
    rows: Sequence[Row], events: Iterable[Event], reports: Mapping[str, Report]
) -> dict[str, Label]:
    storyline_of = {row["report"]: row["storyline"] for row in rows}
    found = labels_of(rows, events, reports)
    return {m: (storyline_of[m.split("#")[0]], name) for m, name in found.items() if name}


def measure(groups: Sequence[Sequence[Label]], storylines: frozenset[str]) -> Kept:
    """Return how well the events of some storylines were kept, among the groups of all."""
    total = Counter(label for group in groups for label in group if label[0] in storylines)
    spread: defaultdict[Label, int] = defaultdict(int)
    joins = wrong = 0
    precision = recall = 0.0
    for group in groups:
        inside = Counter(group)
        most, number = inside.most_common(1)[0]
        if most[0] in storylines:
            joins += len(group) - 1
            wrong += len(group) - number
        for label, n in inside.items():
            if label in total:
                spread[label] += 1
                precision += n * n / len(group)
                recall += n * n / total[label]
    told = sum(total.values())
    several = [label for label, n in total.items() if n > 1]
    return Kept(
        len(several),
        sum(spread[label] for label in several),
        joins,
        wrong,
        precision / told if told else 0.0,
        recall / told if told else 0.0,
    )


if __name__ == "__main__":
    sys.exit(main())
