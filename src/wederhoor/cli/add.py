"""`wederhoor add`: reads reports into the record."""

# ruff: noqa: D301 - click wants a real "\b" before lines that it must not wrap

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

import click

from wederhoor.cli.screen import note, one_line
from wederhoor.cli.settings import Settings, with_settings
from wederhoor.errors import InputError

if TYPE_CHECKING:
    from wederhoor.runners import Outcome, ReportReader

_NAMED = 20  # so many set-aside reports are named, the rest is counted
_INTERRUPTED = 130


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--published", metavar="DATE", help="Date of reports that do not say it: 2024-07-26.")
@click.option("--outlet", default="", metavar="NAME", help="Outlet of reports that do not say it.")
@click.option(
    "--pipeline",
    "pipeline",
    default="wederhoor_nl",
    show_default=True,
    metavar="NAME",
    help="The spaCy pipeline that reads the language.",
)
@with_settings
def add(
    settings: Settings,
    *,
    paths: tuple[str, ...],
    published: str | None,
    outlet: str,
    pipeline: str,
) -> None:
    """Read reports into the record.

    A PATH is a text file (its first line gives its date: `date 2024-07-26`), a JSONL file with a report
    a line (id, published, outlet, title, text), a folder of these, or - for standard input. A report
    that is already in the record is left as it is; one that cannot be read is set aside and named, and
    the others go in.

    \b
    Examples:
      wederhoor add reports/ more.jsonl
      wederhoor add --published 2024-07-26 --outlet "De Waddenbode" bericht.txt
      xz -dc news.jsonl.xz | wederhoor add -
    """
    from wederhoor.cli.bar import listener
    from wederhoor.ingest import count_reports, read_reports
    from wederhoor.runners import run
    from wederhoor.store import Store

    total = count_reports(paths)
    items = read_reports(
        paths,
        published=published,
        outlet=outlet,
    )
    progress = listener(settings.labels)
    try:
        with Store.open(settings.record) as store:
            outcome = run(items, partial(_reader, pipeline), store, progress=progress, total=total)
    except KeyboardInterrupt:
        note("wederhoor: " + settings.labels.fill("cli.add.kept", record=settings.record))
        sys.exit(_INTERRUPTED)
    _tell(outcome, settings)
    if not outcome.added and not outcome.unchanged:
        raise InputError("nothing could be read: see the reasons above")


def _reader(name: str) -> ReportReader:
    from wederhoor.pipeline import Reader

    return Reader(name)


def _tell(outcome: Outcome, settings: Settings) -> None:
    labels = settings.labels
    aside = outcome.set_aside
    counts = labels.fill(
        "cli.add.done", added=outcome.added, unchanged=outcome.unchanged, aside=len(aside)
    )
    if aside:
        counts += f" ({', '.join(f'{reason} {n}' for reason, n in outcome.reasons())})"
    click.echo(counts)
    if outcome.added:
        rate = outcome.total / max(outcome.seconds, 1e-9)
        note(labels.fill("cli.add.speed", seconds=outcome.seconds, rate=rate))
    for skipped in aside[:_NAMED]:
        note(
            f"{labels['cli.add.aside']}: {skipped.where}: {one_line(skipped.detail)}"
            f" [{skipped.reason}]"
        )
    if len(aside) > _NAMED:
        note(labels.fill("cli.add.more", n=len(aside) - _NAMED))
