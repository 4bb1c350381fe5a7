"""`wederhoor show`: one event, with the positions on it side by side."""

# ruff: noqa: D301 - click wants a real "\b" before lines that it must not wrap

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

import click

from wederhoor.cli.screen import Screen
from wederhoor.cli.settings import Settings, as_of_option, with_settings
from wederhoor.model import (
    Claim,
    Dispute,
    DisputeKind,
    Position,
    Report,
    Span,
    Stance,
    WeighedEvent,
)
from wederhoor.resources.labels import Labels

if TYPE_CHECKING:
    from wederhoor.query import Record

_RULES = ("lowest", "highest", "latest", "majority", "ucdp", "acled")


@click.command()
@click.argument("event")
@as_of_option
@click.option(
    "--figure",
    "rule",
    type=click.Choice(_RULES),
    help="Also one number out of each kind of count, by this rule.",
)
@click.option("--json", "as_json", is_flag=True, help="As one JSON object.")
@with_settings
def show(
    settings: Settings, *, event: str, as_of: str | None, rule: str | None, as_json: bool
) -> None:
    """Show one event: who says what about it, in which words.

    EVENT is an id that `wederhoor timeline` shows, or its beginning.

    \b
    Examples:
      wederhoor show e3f2a91b
      wederhoor show e3f2 --as-of 2020-01-08T12:00 --figure ucdp
      wederhoor show e3f2 --json | jq '.claims[].quote'
    """
    from wederhoor.cli.counts import show_figures, show_tolls
    from wederhoor.cli.records import read_history
    from wederhoor.export import figure_objects, full_event_object
    from wederhoor.query import FigureRule, find_event_then

    history = read_history(settings)
    weighed, record = find_event_then(history, event, as_of), history.as_of(as_of)
    chosen = FigureRule(rule) if rule else None
    if as_json:
        found = full_event_object(weighed, record)
        if chosen:
            found["figures"] = figure_objects(weighed, record, chosen)
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
        return
    screen, labels = Screen(), settings.labels
    _facts(screen, weighed, record, labels)
    if chosen:
        show_figures(screen, weighed, record, chosen, labels)
    _positions(screen, weighed, labels)
    show_tolls(screen, weighed, record, labels)
    _differences(screen, weighed, labels)
    _evidence(screen, weighed, record, labels)


def _facts(screen: Screen, weighed: WeighedEvent, record: Record, labels: Labels) -> None:
    from wederhoor.query import (
        NAMES_SHOWN,
        days_in_words,
        place_in_time,
        shortened,
        summarise,
        who,
    )

    event, summary = weighed.event, summarise(weighed)
    days = days_in_words(place_in_time(event, record.reports).days, labels)
    when = (
        f"{days} ({event.when.edtf()})"
        if event.when
        else (f"{labels['cli.not_stated']} ({labels.fill('cli.days.reported', days=days)})")
    )
    screen.title(f"{labels[f'type.{event.type}']} {event.id}")
    screen.facts(
        (
            (labels["cli.show.when"], when),
            (labels["cli.show.where"], ", ".join(summary.places) or labels["cli.not_stated"]),
            (labels["cli.show.who"], who(summary) or labels["cli.not_stated"]),
            *([(labels["cli.show.modes"], ", ".join(event.modes))] if event.modes else []),
            (labels["cli.show.realis"], labels[f"realis.{event.realis}"]),
            (labels["cli.show.reports"], shortened(summary.reports, NAMES_SHOWN)),
        )
    )


def _positions(screen: Screen, weighed: WeighedEvent, labels: Labels) -> None:
    if not weighed.positions:
        return
    screen.heading(labels["cli.show.positions"])
    names = ("field", "value", "source", "stance", "outlets", "said", "origins")
    screen.table(
        [labels[f"cli.column.{name}"] for name in names],
        (
            (
                labels[f"field.{position.field}"],
                value_of(position, labels),
                position.source.name if position.source else labels["cli.outlets_themselves"],
                labels[f"stance.{position.stance}"],
                ", ".join(position.outlets),
                _said(position),
                str(position.origins),
            )
            for position in weighed.positions
        ),
    )


def _said(position: Position) -> str:
    first, last = position.first_said[:10], position.last_said[:10]
    return first if first == last else f"{first} – {last}"


def _differences(screen: Screen, weighed: WeighedEvent, labels: Labels) -> None:
    disputes = [found for found in weighed.disputes if found.kind is DisputeKind.DISPUTE]
    others = [found for found in weighed.disputes if found.kind is not DisputeKind.DISPUTE]
    screen.heading(labels["cli.show.disputes"])
    for words in _sentences(disputes, labels):
        screen.line(f"≠ {words}")
    if not disputes:
        screen.line(labels["cli.show.no_disputes"])
    if others:
        screen.heading(labels["cli.show.updates"])
        for words in _sentences(others, labels):
            screen.line(f"• {words}")


def _sentences(found: list[Dispute], labels: Labels) -> Iterator[str]:
    from wederhoor.weighing.wording import sentence

    return (sentence(dispute, labels) for dispute in found)


def _evidence(screen: Screen, weighed: WeighedEvent, record: Record, labels: Labels) -> None:
    screen.heading(labels["cli.show.evidence"])
    lines = _evidence_lines(weighed, record, labels)
    if screen.plain:
        _evidence_table(screen, lines, labels)
        return
    for report, of_report in groupby(lines, key=lambda line: line.report):
        told = (report.id, report.outlet, report.published[:10], report.title)
        screen.line("")
        screen.line(" · ".join(filter(None, told)), marked=[(0, len(report.id))])
        in_order = sorted(of_report, key=lambda line: line.sentence)
        for sentence, group in groupby(in_order, key=lambda line: line.sentence):
            _sentence(screen, sentence, list(group))


def _sentence(screen: Screen, sentence: Span, lines: list[_Line]) -> None:
    text = sentence.of(lines[0].report.text)
    at = sentence.start
    marked = [(line.span.start - at, line.span.end - at) for line in lines]
    screen.line(text, indent=2, marked=marked)
    for line in lines:
        field, value, source, stance = line.told
        told = f"{field}: {value} · {source} {stance}" if line.is_claim else value
        screen.line(f"{line.id} · {told} · {line.span.start}–{line.span.end}", indent=6)


def _evidence_table(screen: Screen, lines: Iterable[_Line], labels: Labels) -> None:
    names = ("id", "field", "value", "source", "stance", "span", "outlet", "published", "quote")
    screen.table(
        [labels[f"cli.column.{name}"] for name in names],
        (
            (
                line.id,
                *line.told,
                f"{line.report.id}:{line.span.start}-{line.span.end}",
                line.report.outlet,
                line.report.published,
                line.span.of(line.report.text),
            )
            for line in lines
        ),
    )


@dataclass(frozen=True, slots=True)
class _Line:
    """One piece of evidence: its id, its words, and (field, value, source, stance) in words."""

    id: str
    report: Report
    span: Span
    told: tuple[str, str, str, str]
    is_claim: bool

    @property
    def sentence(self) -> Span:
        from wederhoor.query import sentence_around

        return sentence_around(self.report.text, self.span)


def _evidence_lines(weighed: WeighedEvent, record: Record, labels: Labels) -> Iterator[_Line]:
    """Yield the evidence report by report: first where the event is mentioned, then the claims."""
    itself, told = labels["cli.outlet_itself"], labels["stance.assert"]
    for mention in weighed.event.mentions:
        report = record.reports[mention.report]
        words = (labels["field.occurred"], labels["cli.show.mentioned"], itself, told)
        for trigger in mention.triggers:
            yield _Line(mention.id, report, trigger.span, words, is_claim=False)
        for claim in weighed.event.claims:
            if claim.mention != mention.id or claim.is_plain_mention:
                continue
            by = ", ".join(source.name for source in claim.sources) or itself
            stance = labels[f"stance.{claim.stance}"]
            if claim.status:
                stance = f"{stance} ({labels[f'status.{claim.status}']})"
            said = (labels[f"field.{claim.field}"], value_of(claim, labels), by, stance)
            yield _Line(claim.id, report, claim.span, said, is_claim=True)


def value_of(said: Position | Claim, labels: Labels) -> str:
    """Return what is said, in words; what is said to be unknown as such."""
    from wederhoor.weighing.wording import value_words

    if said.stance is Stance.UNKNOWN or said.value is None:
        return labels["cli.unknown"]
    words = value_words(said.value, labels)
    part = said.part if isinstance(said, Claim) else ""
    return f"{words} ({part})" if part else words
