"""Counts of one event on the screen: the toll curve, and a figure by a rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wederhoor.cli.screen import Screen
from wederhoor.model import Field, WeighedEvent
from wederhoor.query import FigureRule, figure, toll_curves
from wederhoor.resources.labels import Labels
from wederhoor.weighing import speaker, value_words

if TYPE_CHECKING:
    from wederhoor.query import Figure, Record, TollLine


def show_tolls(screen: Screen, weighed: WeighedEvent, record: Record, labels: Labels) -> None:
    """Show the line of the whole of each field in which a count took the place of another."""
    grown = [curve for curve in toll_curves(weighed, record.reports) if len(curve.main.steps) > 1]
    for curve in grown:
        screen.heading(labels.fill("cli.show.toll", field=labels[f"field.{curve.field}"]))
        _line(screen, curve.main, labels)


def _line(screen: Screen, line: TollLine, labels: Labels) -> None:
    names = ("said", "value", "source", "difference")
    screen.table(
        [labels[f"cli.column.{name}"] for name in names],
        (
            (
                step.said[:16].replace("T", " "),
                value_words(step.value, labels),
                speaker(step.position, labels),
                labels[f"dispute.{step.kind}"] if step.kind else "",
            )
            for step in line.steps
        ),
    )


def show_figures(
    screen: Screen, weighed: WeighedEvent, record: Record, rule: FigureRule, labels: Labels
) -> None:
    """Show the figure of every field of counts by a rule, with the rule and the claims."""
    screen.heading(labels.fill("cli.show.figure", rule=labels[f"figure.{rule}"]))
    found = [figure(weighed, record.reports, rule, field) for field in Field if field.is_count]
    made = [figure_made for figure_made in found if figure_made is not None]
    for one in made:
        screen.line(f"{labels[f'field.{one.field}']}: {figure_words(one)}")
        for claim in one.claims:
            report = record.reports[claim.report]
            quote = claim.span.of(report.text)
            told = (claim.id, quote, report.outlet, report.published[:10])
            screen.line(" · ".join(filter(None, told)), indent=4)
    if not made:
        screen.line(labels["cli.show.no_figure"])


def figure_words(found: Figure) -> str:
    """Return a figure in short: "253"; for UCDP best and bounds: "253 (250–359)"."""
    if found.rule is not FigureRule.UCDP:
        return str(found.number)
    return f"{found.number} ({found.low}–{found.high})"
