"""`python -m evaluation.chains`: events over many reports of another kind, on mentions that are given.

MEANTIME (Minard and others, LREC 2016) has 120 Dutch reports of Wikinews on Airbus, Apple, General Motors and
the stock market, and tells which of its event mentions are one event. They lie outside the repository;
without them nothing is measured, and no rule was written on them.

Its events are mostly none of PLOVER's, so the linker is given the annotated mentions: within a report those
of one lemma are one mention, unless they name other parties or are words that someone says; days, places and parties are read as always.
Beside it stand the usual baselines: all apart, one lemma one event within a report, and over a topic.
"""

from __future__ import annotations

import csv
import json
import lzma
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from evaluation.coreference import Grouping, likeness
from evaluation.gold import Row, shared
from evaluation.tables import table
from wederhoor.attribution.cues import sayings
from wederhoor.extract import mend
from wederhoor.extract.actors import read_actors
from wederhoor.extract.places import read_places
from wederhoor.extract.times import read_times
from wederhoor.language import Pipeline, load_pipeline
from wederhoor.linking import link
from wederhoor.model import (
    ActorMention,
    Analysis,
    Claim,
    DaySet,
    EventMention,
    EventType,
    Field,
    Place,
    Reading,
    Realis,
    Report,
    Span,
    Stance,
    Trigger,
)

_DATE = re.compile(r"\b\d\d?-[A-Z][a-z]{2}-\d\d\b")
_OBJECTS = frozenset({"obj", "nsubj:pass", "obl:arg"})
_TYPE = EventType.AID  # one type for all, a deed: PLOVER has none for most of these events


@dataclass(frozen=True, slots=True)
class Document:
    """A report and its annotated mentions: where they stand, their lemma and chain."""

    report: Report
    topic: str
    spans: Mapping[str, Span]
    lemmas: Mapping[str, str]
    chains: Mapping[str, str]


def main() -> int:
    """Measure and print; the exit code is 0 whatever the figures are."""
    folder = shared() / "data" / "meantime"
    if not folder.is_dir():
        print(f"skipped: no MEANTIME here ({folder}); WEDERHOOR_SHARED names its folder")
        return 0
    documents = list(read_documents(folder))
    gold = {name: chain for one in documents for name, chain in one.chains.items()}
    tried = {
        "all apart": {name: name for name in gold},
        "one lemma, one report": by_lemma(documents, within="report"),
        "one lemma, one topic": by_lemma(documents, within="topic"),
        "linked": linked(documents, load_pipeline()),
    }
    columns = [f"{len(gold)} mentions", "MUC", "B3", "CEAF-e", "CoNLL F1"]
    print(table(columns, [_row(name, found, gold) for name, found in tried.items()]))
    return 0


def _row(name: str, found: Grouping, gold: Grouping) -> list[str]:
    score = likeness(found, gold)
    return [name, *(f"{f:.3f}" for f in (score.muc, score.b3, score.ceaf_e, score.conll))]


def by_lemma(documents: Iterable[Document], within: str) -> dict[str, str]:
    """Return the grouping that takes one lemma for one event, within a "report" or a "topic"."""
    return {
        name: f"{one.topic if within == 'topic' else one.report.id} {lemma}"
        for one in documents
        for name, lemma in one.lemmas.items()
    }


# ---------------------------------------------------------------- the linker on given mentions
def linked(documents: Sequence[Document], pipeline: Pipeline) -> dict[str, str]:
    """Return the grouping of the linker."""
    analyses = pipeline.analyse_many(one.report.text for one in documents)
    found: dict[str, str] = {}
    readings: list[Reading] = []
    for document, analysis in zip(documents, analyses, strict=True):
        told = _Told(document, mend(analysis))
        readings.append(told.reading())
        found |= told.mention_of
    events = link(readings, {one.report.id: one.report for one in documents})
    event_of = {mention.id: event.id for event in events for mention in event.mentions}
    return {name: event_of[mention] for name, mention in found.items()}


class _Told:
    """One report with its given mentions, as the linker takes it."""

    def __init__(self, document: Document, analysis: Analysis) -> None:
        self._document, self._analysis = document, analysis
        self._actors = read_actors(analysis)
        self._times = read_times(analysis, document.report.days)
        self._places = read_places(analysis)
        self._at = {token.start: token.i for token in analysis.tokens}
        self.mention_of: dict[str, str] = {}

    def reading(self) -> Reading:
        """Return the mentions, those of one lemma taken together, with their parties as claims."""
        mentions: list[EventMention] = []
        claims: list[Claim] = []
        for number, names in enumerate(self._groups()):
            mention = self._mention(f"{self._document.report.id}#{number}", names)
            mentions.append(mention)
            claims += self._claims(mention, names)
            self.mention_of |= dict.fromkeys(names, mention.id)
        return Reading(self._document.report.id, tuple(mentions), tuple(claims))

    def _groups(self) -> list[list[str]]:
        """Return the mentions of one event: of one lemma, of no other party, and no words of someone."""
        groups: list[list[str]] = []
        for name, lemma in self._document.lemmas.items():
            said = lemma in sayings()
            home = next((one for one in groups if not said and self._same(one, name)), None)
            if home is None:
                groups.append([name])
            else:
                home.append(name)
        return groups

    def _same(self, group: Sequence[str], name: str) -> bool:
        lemmas = self._document.lemmas
        if lemmas[group[0]] != lemmas[name]:
            return False
        one, other = self._named(group), self._named([name])
        return all(
            not one[f] or not other[f] or one[f] & other[f] for f in one.keys() & other.keys()
        )

    def _named(self, names: Sequence[str]) -> dict[Field, set[str]]:
        found: dict[Field, set[str]] = {}
        for i in self._tokens(names):
            for field, actor in self._parties(i):
                found.setdefault(field, set()).add(actor.actor.key)
        return found

    def _mention(self, name: str, names: Sequence[str]) -> EventMention:
        sentences = {self._analysis.tokens[i].sent for i in self._tokens(names)}
        days = [
            time.days
            for time in self._times
            if time.tells_when and self._analysis.tokens[time.first].sent in sentences
        ]
        where = {
            found.place: None
            for found in self._places
            if self._analysis.tokens[found.first].sent in sentences
        }
        return EventMention(
            name,
            self._document.report.id,
            _TYPE,
            (),
            Realis.ACTUAL,
            days[0] if len(days) == 1 else None,
            _narrow(where),
            tuple(Trigger(self._document.spans[one], "given") for one in names),
        )

    def _claims(self, mention: EventMention, names: Sequence[str]) -> Iterator[Claim]:
        for i in self._tokens(names):
            for field, actor in self._parties(i):
                span = self._analysis.span(actor.first, actor.stop)
                name = f"{mention.id} {field} {span.start}"
                yield Claim(
                    name,
                    mention.id,
                    mention.report,
                    field,
                    actor.actor,
                    (),
                    Stance.ASSERT,
                    span,
                    "",
                )

    def _parties(self, i: int) -> Iterator[tuple[Field, ActorMention]]:
        for child in self._analysis.children(i):
            dep = self._analysis.tokens[child].dep
            for actor in self._actors:
                if actor.first <= child < actor.stop:
                    if dep in {"nsubj", "obl:agent"}:
                        yield Field.ACTOR, actor
                    elif dep in _OBJECTS:
                        yield Field.RECIPIENT, actor

    def _tokens(self, names: Iterable[str]) -> list[int]:
        starts = (self._document.spans[name].start for name in names)
        return [self._at[start] for start in starts if start in self._at]


def _narrow(where: Iterable[Place]) -> tuple[Place, ...]:
    return tuple(sorted(where, key=lambda place: (place.rank, place.key)))


# ---------------------------------------------------------------- the files
def read_documents(folder: Path) -> Iterator[Document]:
    """Yield the reports of the corpus with their event mentions."""
    tokens: dict[str, list[Row]] = {}
    with lzma.open(folder / "conll.csv.xz", "rt", encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            tokens.setdefault(row["topic/subtopic_name"], []).append(row)
    given: dict[str, list[Row]] = {}
    for row in json.loads((folder / "event_mentions.json").read_text(encoding="utf-8")):
        given.setdefault(row["conll_doc_key"], []).append(row)
    for name, words in tokens.items():
        yield _document(name, words, given.get(name, []))


def _document(name: str, words: Iterable[Row], given: Iterable[Row]) -> Document:
    text, at, sentence = "", {}, ""
    for row in words:
        text += "" if not text else "\n" if row["sent_id"] != sentence else " "
        sentence = row["sent_id"]
        at[int(row["sent_id"]), int(row["token_id"])] = Span(
            len(text), len(text) + len(row["token"])
        )
        text += row["token"]
    day = _published(text)
    report = Report(name, "", text, day, DaySet.from_edtf(day), "Wikinews")
    spans, lemmas, chains = {}, {}, {}
    for row in given:
        first, last = (at[row["sent_id"], row["tokens_number"][k]] for k in (0, -1))
        key = f"{name} {row['mention_id']}"
        spans[key] = Span(first.start, last.end)
        lemmas[key] = row["mention_head_lemma"].replace("_", "").casefold()
        chains[key] = row["coref_chain"]
    return Document(report, name.partition("/")[0], spans, lemmas, chains)


def _published(text: str) -> str:
    found = _DATE.search(text)
    if found is None:
        raise ValueError(f"no date in a report that begins {text[:40]!r}")
    return datetime.strptime(found[0], "%d-%b-%y").date().isoformat()  # noqa: DTZ007 - a day


if __name__ == "__main__":
    sys.exit(main())
