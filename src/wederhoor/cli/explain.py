"""`wederhoor explain`: why the record says what it says."""

# ruff: noqa: D301 - click wants a real "\b" before lines that it must not wrap

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from wederhoor.cli.screen import Screen
from wederhoor.cli.settings import Settings, as_of_option, with_settings
from wederhoor.model import Span
from wederhoor.resources.labels import Labels

if TYPE_CHECKING:
    from wederhoor.query import DayLine, Explanation


@click.command()
@click.argument("claim")
@as_of_option
@with_settings
def explain(settings: Settings, *, claim: str, as_of: str | None) -> None:
    """Explain one claim: words, rule, source, links.

    CLAIM is an id that `wederhoor show` lists under the evidence, or its beginning.

    \b
    Example:
      wederhoor explain c81d0b72
    """
    from wederhoor.cli.records import read_record
    from wederhoor.query import explain_claim

    found = explain_claim(read_record(settings, as_of), claim)
    screen, labels = Screen(), settings.labels
    _claim(screen, found, labels)
    _words(screen, found, labels)
    _source(screen, found, labels)
    _mention(screen, found, labels)
    _joins(screen, found, labels)
    _days(screen, found, labels)
    _against(screen, found, labels)


def _claim(screen: Screen, found: Explanation, labels: Labels) -> None:
    from wederhoor.cli.show import value_of

    claim = found.claim
    screen.title(f"{labels['cli.explain.claim']} {claim.id}")
    by = claim.sources[0].name if claim.sources else labels["cli.outlet_itself"]
    screen.facts(
        (
            (labels[f"field.{claim.field}"], value_of(claim, labels)),
            (labels["cli.column.source"], f"{by} ({labels[f'stance.{claim.stance}']})"),
            (labels["cli.explain.rule"], claim.rule),
        )
    )


def _words(screen: Screen, found: Explanation, labels: Labels) -> None:
    claim, report, sentence = found.claim, found.report, found.sentence
    screen.heading(labels["cli.explain.words"])
    marked = [(claim.span.start - sentence.start, claim.span.end - sentence.start)]
    screen.line(sentence.of(report.text), indent=2, marked=marked)
    where = labels.fill("cli.explain.characters", start=claim.span.start, end=claim.span.end)
    told = [report.id, where, report.outlet, report.published]
    screen.line(", ".join(part for part in told if part), indent=2)


def _source(screen: Screen, found: Explanation, labels: Labels) -> None:
    claim = found.claim
    screen.heading(labels["cli.explain.source"])
    if claim.sources:
        chain = f" {labels['cli.explain.chain']} ".join(source.name for source in claim.sources)
        screen.line(chain, indent=2)
        words = _quoted(claim.source_span or claim.span, found)
        rule = claim.source_rule or claim.rule
        screen.line(labels.fill("cli.explain.found_by", words=words, rule=rule), indent=2)
    elif not claim.source_rule:
        screen.line(labels["cli.explain.own_voice"], indent=2)
    if claim.source_rule:
        _why(screen, found, labels)
    if claim.status and claim.status_span:
        told = labels[f"status.{claim.status}"]
        words = _quoted(claim.status_span, found)
        screen.line(labels.fill("cli.explain.status", status=told, words=words), indent=2)


def _why(screen: Screen, found: Explanation, labels: Labels) -> None:
    """Show the words that attribute, what they reach, and why that makes the source speak."""
    claim = found.claim
    if claim.cue:
        words = _quoted(claim.cue, found)
        screen.line(labels.fill("cli.explain.cue", words=words, rule=claim.source_rule), indent=2)
    if claim.scope:
        reach = " … ".join(_quoted(span, found) for span in claim.scope)
        screen.line(labels.fill("cli.explain.scope", words=reach), indent=2)
    parts = claim.source_rule.split(".")
    names = (".".join(parts[:n]) for n in range(len(parts), 0, -1))
    why = next((f"why.{name}" for name in names if f"why.{name}" in labels), "why.other")
    screen.line(labels.fill("cli.explain.why", why=labels[why]), indent=2)


def _mention(screen: Screen, found: Explanation, labels: Labels) -> None:
    mention = found.mention
    screen.heading(labels["cli.explain.mention"])
    told = [labels[f"type.{mention.type}"], labels[f"realis.{mention.realis}"]]
    told += [mention.when.edtf()] if mention.when else []
    told += [place.shown for place in mention.where]
    screen.line(f"{mention.id}  {', '.join(told)}", indent=2)
    for trigger in mention.triggers:
        words = _quoted(trigger.span, found)
        screen.line(labels.fill("cli.explain.trigger", words=words, rule=trigger.rule), indent=4)


def _joins(screen: Screen, found: Explanation, labels: Labels) -> None:
    event = found.weighed.event
    screen.heading(f"{labels['cli.explain.event']}: {event.id}")
    if len(event.mentions) == 1:
        screen.line(labels["cli.explain.alone"], indent=2)
        return
    if not found.joins:
        screen.line(labels["cli.explain.via_others"], indent=2)
    for join in found.joins:
        other = join.second if join.first == found.mention.id else join.first
        told = labels.fill("cli.explain.joined", other=other, score=join.score)
        screen.line(told, indent=2)
        for reason, weight in join.reasons:
            screen.line(f"{weight:+.2f}  {reason}", indent=6)
    if found.other_joins:
        screen.line(labels.fill("cli.explain.more_joins", n=found.other_joins), indent=2)


def _days(screen: Screen, found: Explanation, labels: Labels) -> None:
    when = found.weighed.event.when
    if not (found.days or found.clashes):
        return
    days = when.edtf() if when else labels["cli.explain.day.unknown"]
    screen.heading(f"{labels['cli.explain.days']}: {days}")
    for line in found.days:
        screen.line(_day(line, labels), indent=2)
    for clash in found.clashes:
        screen.line(labels["cli.explain.day.clash"], indent=2)
        for line in clash:
            screen.line(_day(line, labels), indent=4)


def _day(line: DayLine, labels: Labels) -> str:
    """Write one reason: the words and their rule, or the convention, and what it left of which day."""
    reason = line.reason
    timing = reason.timing
    if timing is None:
        told = labels.fill("cli.explain.day.published", report=reason.report)
    elif timing.span is None:
        told = labels[f"day.{timing.rule}"]
    else:
        told = labels.fill("cli.explain.found_by", words=line.words, rule=timing.rule)
    told = f"{reason.mention or reason.report}: {told}"
    if timing and timing.inferred:
        told = f"{told} ({labels['cli.explain.day.inferred']})"
    if reason.after is None:
        return told
    before = reason.before.edtf() if reason.before else labels["cli.explain.day.any"]
    of = "publication" if reason.of_publication else "event"
    left = labels.fill(f"cli.explain.day.of_{of}", before=before, after=reason.after.edtf())
    return f"{told}; {left}"


def _against(screen: Screen, found: Explanation, labels: Labels) -> None:
    from wederhoor.weighing.wording import sentence

    if not found.disputes:
        return
    screen.heading(labels["cli.explain.against"])
    for dispute in found.disputes:
        kind = labels[f"dispute.{dispute.kind}"]
        screen.line(f"{kind}: {sentence(dispute, labels)}", indent=2)


def _quoted(span: Span, found: Explanation) -> str:
    return span.of(found.report.text)
