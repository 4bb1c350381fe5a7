"""`wederhoor reports` and `wederhoor stats`: what is in the record."""

# ruff: noqa: D301 - click wants a real "\b" before lines that it must not wrap

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

import click

from wederhoor.cli.screen import Screen
from wederhoor.cli.settings import Settings, as_of_option, with_settings

if TYPE_CHECKING:
    from wederhoor.query import Record


@click.command()
@as_of_option
@click.option("--json", "as_json", is_flag=True, help="As JSON Lines, one report a line.")
@with_settings
def reports(settings: Settings, *, as_of: str | None, as_json: bool) -> None:
    """List the reports in the record, in order of publication.

    \b
    Example:
      wederhoor reports | grep Waddenbode
    """
    from wederhoor.cli.records import read_record

    record = read_record(settings, as_of)
    events = Counter(
        report
        for weighed in record.events
        for report in {mention.report for mention in weighed.event.mentions}
    )
    screen, labels = Screen(), settings.labels
    if as_json:
        screen.objects(
            {
                "report": report.id,
                "published": report.published,
                "outlet": report.outlet,
                "title": report.title,
                "url": report.url,
                "events": events[report.id],
            }
            for report in record.reports.values()
        )
        return
    names = ("published", "outlet", "report", "events", "title")
    screen.table(
        [labels[f"cli.column.{name}"] for name in names],
        (
            (report.published, report.outlet, report.id, str(events[report.id]), report.title)
            for report in record.reports.values()
        ),
    )


@click.command()
@as_of_option
@click.option("--json", "as_json", is_flag=True, help="As one JSON object.")
@with_settings
def stats(settings: Settings, *, as_of: str | None, as_json: bool) -> None:
    """Count what is in the record.

    \b
    Example:
      wederhoor stats --json | jq .disputed
    """
    from wederhoor.query import load_record
    from wederhoor.store import Store

    with Store.open(settings.record, create=False) as store:
        record, kept = load_record(store, as_of), store.counts()
    figures = _figures(record) | {"decisions": kept.decisions}
    if as_json:
        click.echo(json.dumps(figures, ensure_ascii=False))
        return
    labels = settings.labels
    Screen().facts((labels[f"cli.stats.{name}"], str(value)) for name, value in figures.items())


def _figures(record: Record) -> dict[str, int | str]:
    claims = [claim for weighed in record.events for claim in weighed.event.claims]
    days = [day for report in record.reports.values() for day in report.days.ranges]
    reach = ""
    if days:
        from datetime import date

        first, last = min(low for low, _ in days), max(high for _, high in days)
        reach = f"{date.fromordinal(first)} – {date.fromordinal(last)}"
    return {
        "reports": len(record.reports),
        "from_to": reach,
        "outlets": len({report.outlet for report in record.reports.values() if report.outlet}),
        "events": len(record.events),
        "several": sum(
            len({m.report for m in weighed.event.mentions}) > 1 for weighed in record.events
        ),
        "disputed": sum(weighed.disputed for weighed in record.events),
        "claims": len(claims),
        "sourced": sum(bool(claim.sources) for claim in claims),
        "mentions": sum(len(weighed.event.mentions) for weighed in record.events),
    }
