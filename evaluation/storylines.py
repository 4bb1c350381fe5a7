"""`python -m evaluation.storylines`: does one event stay one, over the reports of many days and outlets?

`storylines.jsonl` says of every mention of violence in the reports of a storyline of the stream which event it is of:
the report's id, the characters of its words in title, blank line and text, a digest of those words, and a
name for the event, "" for one that the storyline does not follow. The reports lie outside the
repository; without them nothing is measured. The rules were mended on these storylines.

An event's own is the group that holds most of its mentions, and more of them than of another; other groups with a mention of it are its
splinters; mentions of something else in its own are wrong joins.
"""

from __future__ import annotations

import json
import lzma
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.gold import Row, read_rows, shared
from evaluation.language.handmade import digest
from evaluation.stream import stream
from evaluation.tables import table
from wederhoor.ingest.dates import days_of
from wederhoor.linking import link
from wederhoor.model import Event, Reading, Report
from wederhoor.pipeline import Reader
from wederhoor.query import TollCurve, toll_curve
from wederhoor.weighing import weigh

MARKED = Path(__file__).with_name("storylines.jsonl")


@dataclass(frozen=True, slots=True)
class Kept:
    """How well one event was kept together.

    Attributes:
        name: its name in the annotations.
        own: the event that holds most of its mentions.
        mentions: its mentions that were read.
        inside: those in its own event.
        splinters: how many other events hold one of them.
        wrong: mentions of something else in its own event.
        tolls: how its count of dead grew, None where none is told.
    """

    name: str
    own: Event
    mentions: int
    inside: int
    splinters: int
    wrong: int
    tolls: TollCurve | None


def main() -> int:
    """Measure and print; the exit code is 0 whatever the figures are."""
    if not stream().is_file():
        print(f"skipped: no stream here ({shared()}); WEDERHOOR_SHARED names its folder")
        return 0
    kept = list(measure(read_rows(MARKED), Reader()))
    columns = ["event", "mentions", "in its own", "splinters", "wrong joins"]
    print(table(columns, [_row(one) for one in kept]))
    for one in kept:
        if one.tolls is not None and len(one.tolls.main.steps) > 1:
            steps = ", ".join(str(step.value.low) for step in one.tolls.main.steps)
            print(f"\ndead, {one.name}: {steps}")
    return 0


def _row(one: Kept) -> list[str]:
    counts = (one.mentions, one.inside, one.splinters, one.wrong)
    return [one.name, *(str(count) for count in counts)]


def measure(marked: Sequence[Row], reader: Reader) -> Iterator[Kept]:
    """Yield how well each event of each storyline was kept together."""
    for storyline in sorted({row["storyline"] for row in marked}):
        rows = [row for row in marked if row["storyline"] == storyline]
        read = dict(read_reports(frozenset(row["report"] for row in rows), reader))
        reports = {report.id: report for report in read}
        events = link(read.values(), reports)
        labels = labels_of(rows, events, reports)
        for name in sorted({row["event"] for row in rows} - {""}):
            yield _kept(name, events, labels, reports)


def read_reports(wanted: frozenset[str], reader: Reader) -> Iterable[tuple[Report, Reading]]:
    """Read reports of the stream, given by their ids."""
    with lzma.open(stream(), "rt", encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if row["id"] in wanted]
    return reader.read_many(_report(row) for row in rows)


def _report(row: Row) -> Report:
    published = row["published"]
    days = days_of(published)
    return Report(row["id"], row["title"], row["text"], published, days, row["outlet"], row["url"])


def labels_of(
    rows: Iterable[Row], events: Iterable[Event], reports: Mapping[str, Report]
) -> dict[str, str]:
    """Return which event each mention is of, as far as its words are annotated and still the same."""
    marked: dict[str, list[Row]] = {}
    for row in rows:
        words = reports[row["report"]].text[row["start"] : row["end"]]
        if digest(words) == row["sha256"]:
            marked.setdefault(row["report"], []).append(row)
    found: dict[str, str] = {}
    for mention in (mention for event in events for mention in event.mentions):
        spans = [trigger.span for trigger in mention.triggers]
        for row in marked.get(mention.report, ()):
            if any(span.start < row["end"] and row["start"] < span.end for span in spans):
                found.setdefault(mention.id, row["event"])
    return found


def _is_of(name: str, inside: Counter[str | None]) -> bool:
    """Tell whether an event is, by its mentions, more of this name than of another."""
    return inside[name] == max(n for label, n in inside.items() if label)


def _kept(
    name: str, events: Iterable[Event], labels: dict[str, str], reports: dict[str, Report]
) -> Kept:
    holding = {
        event.id: (event, Counter(labels.get(mention.id) for mention in event.mentions))
        for event in events
    }
    parts = {key: count[name] for key, (_, count) in holding.items() if count[name]}
    own = max(parts, key=lambda key: (_is_of(name, holding[key][1]), parts[key], key))
    event, inside = holding[own]
    wrong = sum(n for label, n in inside.items() if label not in (name, None))
    weighed = weigh(event, reports)
    return Kept(
        name,
        event,
        sum(parts.values()),
        parts[own],
        len(parts) - 1,
        wrong,
        toll_curve(weighed, reports),
    )


if __name__ == "__main__":
    sys.exit(main())
