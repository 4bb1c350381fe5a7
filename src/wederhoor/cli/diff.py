"""`wederhoor diff`: what changed in the record between two moments."""

# ruff: noqa: D301 - click wants a real "\b" before lines that it must not wrap

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from wederhoor.cli.screen import Screen, note
from wederhoor.cli.settings import Settings, with_settings
from wederhoor.resources.labels import Labels

if TYPE_CHECKING:
    from wederhoor.query import Change, Record


@click.command()
@click.argument("first")
@click.argument("second")
@click.option("--json", "as_json", is_flag=True, help="As JSON Lines, one changed event a line.")
@with_settings
def diff(settings: Settings, *, first: str, second: str, as_json: bool) -> None:
    """Show what changed between two days: new events, values, disputes.

    FIRST and SECOND are days or moments; a day counts to its end. An event that was only told again is
    not shown.

    \b
    Examples:
      wederhoor diff 2020-01-08 2020-01-09
      wederhoor diff 2020-01-08T12:00 2020-01-08 --json | jq .opened
    """
    from wederhoor.cli.records import read_history
    from wederhoor.export import change_object
    from wederhoor.query import difference

    history = read_history(settings)
    before, after = history.as_of(first), history.as_of(second)
    found = difference(before, after)
    told = [change for change in found.changes if change.tells]
    screen, labels = Screen(), settings.labels
    if as_json:
        screen.objects(change_object(change) for change in told)
        return
    for change in told:
        _show(screen, change, before if change.after is None else after, labels)
    if not told:
        screen.line(labels["cli.diff.none"])
    again = len(found.changes) - len(told)
    note(labels.fill("cli.diff.counted", reports=len(found.reports), events=len(told), again=again))


def _show(screen: Screen, change: Change, record: Record, labels: Labels) -> None:
    from wederhoor.cli.timeline import what
    from wederhoor.query import Entry, days_in_words, place_in_time, summarise

    weighed = change.weighed
    summary = summarise(weighed)
    entry = Entry(weighed, place_in_time(weighed.event, record.reports))
    days = days_in_words(entry.placing.days, labels)
    kind = labels[f"cli.diff.{'split' if change.split else change.kind.value}"]
    told = (kind, days, what(entry, summary, labels), ", ".join(summary.places[:1]))
    screen.line(
        f"{weighed.event.id}  {' · '.join(filter(None, told))}", marked=[(0, len(weighed.event.id))]
    )
    for words in _lines(change, labels):
        screen.line(words, indent=4)


def _lines(change: Change, labels: Labels) -> list[str]:
    from wederhoor.cli.show import value_of
    from wederhoor.weighing import sentence, speaker

    lines = [f"+ {labels.fill('cli.diff.merged', other=gone.event.id)}" for gone in change.merged]
    lines += [f"≠ {sentence(found, labels)}" for found in change.opened]
    lines += [
        f"= {labels.fill('cli.diff.closed', words=sentence(found, labels))}"
        for found in change.closed
    ]
    lines += [f"• {sentence(found, labels)}" for found in change.steps]
    lines += [
        f"+ {labels[f'field.{position.field}']}: {value_of(position, labels)}"
        f" · {speaker(position, labels)} {labels[f'stance.{position.stance}']}"
        for position in change.positions
    ]
    return lines
