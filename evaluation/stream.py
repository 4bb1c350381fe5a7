"""`python -m evaluation.stream`: events of reports that no rule was written on.

The files `stream-2019-07*.jsonl` annotate reports of July 2019: per event its type, realis and mentions,
and where the words name them actor and recipient, all as characters of title, blank line and text. The
reports are of a stream that lies outside the repository; without it nothing is measured. Each set was
annotated before the program had read it and is no set to tune on: it tells whether the figures on the
annotated reports that the rules were developed with carry over. `FIRST` holds the figures of each set as
it was read for the first time.
"""

from __future__ import annotations

import json
import lzma
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from evaluation.gold import Row, Scorer, read_rows, shared
from evaluation.rules import Judged, judge
from evaluation.running import export_claims
from evaluation.tables import table
from wederhoor.model import Actor, DaySet, EventMention, Field, Reading, Report
from wederhoor.pipeline import Reader

SETS = tuple(sorted(Path(__file__).parent.glob("stream-2019-07*.jsonl")))
FIRST = {"stream-2019-07": 0.585, "stream-2019-07-second": 0.609}
"""Typed F1 of each set when it was read for the first time, before any rule was changed."""

_SMALL = frozenset({"de", "het", "een", "van", "en"})


@dataclass(slots=True)
class Counts:
    """Events predicted, annotated and found with the right type; of those found, what else is right."""

    predicted: Counter[str] = field(default_factory=Counter)
    annotated: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    realis: int = 0
    parties: Counter[str] = field(default_factory=Counter)
    named: Counter[str] = field(default_factory=Counter)

    @property
    def f1(self) -> float:
        """F1 of events of the right type."""
        both = self.predicted.total() + self.annotated.total()
        return 2 * self.found.total() / both if both else 0.0


def stream() -> Path:
    """Return where the stream of reports is, or would be."""
    return shared() / "data" / "news-2019.jsonl.xz"


def read_stream(wanted: frozenset[str]) -> Iterator[Report]:
    """Yield the reports with these ids, in the order of the stream."""
    with lzma.open(stream(), "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["id"] in wanted:
                yield as_report(row)


def as_report(row: Row) -> Report:
    """Return a row of the stream as a report."""
    day = row["published"][:10]
    return Report(
        row["id"], row["title"], row["text"], day, DaySet.from_edtf(day), row["outlet"], row["url"]
    )


def measure(annotations: Sequence[Row], reader: Reader) -> Counts:
    """Read the annotated reports and count what is found."""
    wanted = {row["report"]: row["events"] for row in annotations}
    counts = Counts()
    for report, reading in reader.read_many(read_stream(frozenset(wanted))):
        _count(counts, report, reading, wanted[report.id])
    return counts


def _count(counts: Counts, report: Report, reading: Reading, events: Sequence[Row]) -> None:
    counts.predicted.update(mention.type.value for mention in reading.mentions)
    counts.annotated.update(event["type"] for event in events)
    for number, mention in _match(events, reading.mentions).items():
        event = events[number]
        counts.found[event["type"]] += 1
        counts.realis += mention.realis.value == event["realis"]
        for about in (Field.ACTOR, Field.RECIPIENT):
            if about.value in event:
                first, stop = event[about.value]
                counts.named[about.value] += 1
                counts.parties[about.value] += _is_named(
                    reading, mention, about, report.text[first:stop]
                )


def _match(events: Sequence[Row], mentions: Sequence[EventMention]) -> dict[int, EventMention]:
    """Pair annotated events with read ones of their type, one to one, most shared words first."""
    candidates = sorted(
        (
            (_shared(event, mention), -number, -place)
            for number, event in enumerate(events)
            for place, mention in enumerate(mentions)
            if mention.type.value == event["type"] and _shared(event, mention)
        ),
        reverse=True,
    )
    found: dict[int, EventMention] = {}
    taken: set[int] = set()
    for _, number, place in candidates:
        if -number not in found and -place not in taken:
            found[-number] = mentions[-place]
            taken.add(-place)
    return found


def _shared(event: Row, mention: EventMention) -> int:
    return sum(
        first < trigger.span.end and trigger.span.start < stop
        for first, stop in event["mentions"]
        for trigger in mention.triggers
    )


def _is_named(reading: Reading, mention: EventMention, about: Field, words: str) -> bool:
    """Tell whether a claim names the annotated party: all words of the shorter name are shared."""
    wanted = _words(words)
    given = (
        _words(f"{claim.value.name} {claim.value.surface}")
        for claim in reading.claims
        if claim.mention == mention.id and claim.field is about and isinstance(claim.value, Actor)
    )
    return any(wanted <= name or name <= wanted for name in given if name)


def _words(name: str) -> frozenset[str]:
    return frozenset(name.casefold().replace(",", " ").split()) - _SMALL


def judged_triggers(scorer: Scorer) -> Judged:
    """Judge the triggers in all sets as `evaluation.rules` judges those in the annotated reports."""
    annotated = {row["report"]: row["events"] for path in SETS for row in read_rows(path)}
    docs = {report.id: _as_row(report) for report in read_stream(frozenset(annotated))}
    gold = [
        {"report": name, "events": [_with_words(event, docs[name], scorer) for event in events]}
        for name, events in annotated.items()
    ]
    with TemporaryDirectory() as folder:
        texts, claims = Path(folder) / "reports.jsonl", Path(folder) / "claims.jsonl"
        lines = (json.dumps(doc, ensure_ascii=False) + "\n" for doc in docs.values())
        texts.write_text("".join(lines), encoding="utf-8")
        export_claims(texts, claims)
        rows = [row for row in read_rows(claims) if scorer.plain_mention(row)]
    return judge(docs, gold, rows, scorer)


def _as_row(report: Report) -> Row:
    return {
        "id": report.id, "published": report.published, "title": report.title, "text": report.body
    }  # fmt: skip


def _with_words(event: Row, doc: Row, scorer: Scorer) -> Row:
    """Return an event with the words of its mentions in place of their characters, and no claims."""
    text = scorer.full_text(doc)
    return {
        **event,
        "mentions": [text[first:stop] for first, stop in event["mentions"]],
        "claims": [],
    }


def main() -> int:
    """Measure and print; the exit code is 0 whatever the figures are."""
    if not stream().is_file():
        print(f"skipped: no stream here ({stream()}); WEDERHOOR_SHARED names its folder")
        return 0
    reader = Reader()
    for path in SETS:
        counts = measure(read_rows(path), reader)
        print(f"{path.stem}, at first reading typed F1 {FIRST[path.stem]:.3f}")
        print(_told(counts), end="\n\n")
    return 0


def _told(counts: Counts) -> str:
    columns = (counts.predicted, counts.annotated, counts.found)
    names = sorted(counts.annotated | counts.predicted)
    rows = [[name, *(str(column[name]) for column in columns)] for name in names]
    found = counts.found.total()
    parties = "; ".join(
        f"{name} {counts.parties[name]} of {counts.named[name]}" for name in counts.named
    )
    return (
        f"{table(['type', 'predicted', 'annotated', 'found'], rows)}\n"
        f"typed F1 {counts.f1:.3f} (P {found / max(1, counts.predicted.total()):.3f}, "
        f"R {found / max(1, counts.annotated.total()):.3f}); "
        f"realis right {counts.realis} of {found}; on events found: {parties}"
    )


if __name__ == "__main__":
    sys.exit(main())
