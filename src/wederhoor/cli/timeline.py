"""`wederhoor timeline`: what happened, in order of time."""

# ruff: noqa: D301 - click wants a real "\b" before lines that it must not wrap

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from wederhoor.cli.screen import Screen, note
from wederhoor.cli.settings import Settings, as_of_option, with_settings
from wederhoor.model import EventType, Realis
from wederhoor.resources.labels import LANGS, Labels

if TYPE_CHECKING:
    from wederhoor.query import Entry, Record, Summary, TimelineFilter


@click.command()
@click.option("--from", "first", metavar="DATE", help="Only from this day, month or year on.")
@click.option("--to", "last", metavar="DATE", help="Only up to this day, month or year.")
@click.option(
    "--type",
    "types",
    multiple=True,
    metavar="TYPE",
    callback=lambda _context, _option, given: frozenset(map(type_of, given)),
    help=f"Only this type, may be given again: {', '.join(EventType)}.",
)
@click.option(
    "--about",
    default="",
    metavar="WORDS",
    help="Only with all these words among parties, places and quotes.",
)
@click.option("--story", metavar="EVENT", help="Only the story that this event is in.")
@click.option("--disputed", is_flag=True, help="Only where parties contradict one another.")
@click.option("--all", "unrealised", is_flag=True, help="Also what was planned, asked, threatened.")
@as_of_option
@click.option("--json", "as_json", is_flag=True, help="As JSON Lines, one event a line.")
@with_settings
def timeline(
    settings: Settings,
    *,
    as_of: str | None,
    as_json: bool,
    story: str | None,
    **asked: object,
) -> None:
    """Show what happened, in order of time.

    An event without a date of its own stands where it was first reported, and says so.

    \b
    Examples:
      wederhoor timeline --from 2020-01 --to 2020-01-08 --type ASSAULT
      wederhoor timeline --about "ambassade bagdad" --disputed
      wederhoor timeline --as-of 2020-01-08 --json | jq .actors
      wederhoor timeline --story e3f2a91b
    """
    from wederhoor.cli.records import read_record
    from wederhoor.export import event_object
    from wederhoor.query import left_out
    from wederhoor.query import timeline as entries_of

    wanted = _filter(**asked)  # type: ignore[arg-type] # click checked them
    record = read_record(settings, as_of)
    if story:
        wanted = replace(wanted, only=_of_story(record, story))
    entries = list(entries_of(record, wanted))
    screen = Screen()
    if as_json:
        screen.objects(event_object(entry.weighed, record) for entry in entries)
        return
    if not entries:
        note(settings.labels["cli.timeline.none"])
    elif screen.plain:
        _plain(screen, entries, settings.labels)
    else:
        _table(screen, entries, settings.labels)
    if hidden := left_out(record, wanted):
        note(settings.labels.fill("cli.timeline.left_out", n=hidden))


def type_of(name: str) -> EventType:
    """Return the event type of this name: a PLOVER type or one of its labels, in any case.

    Raises:
        BadParameter: there is no such type.

    Example:
        `type_of("aanval")` and `type_of("assault")` are `EventType.ASSAULT`.
    """
    known = {kind.value.casefold(): kind for kind in EventType}
    known |= {Labels(lang)[f"type.{kind}"].casefold(): kind for lang in LANGS for kind in EventType}
    if name.casefold() not in known:
        raise click.BadParameter(f"{name!r} is none of {', '.join(EventType)}")
    return known[name.casefold()]


def _of_story(record: Record, event: str) -> frozenset[str]:
    from wederhoor.query import find_event, story_of

    found = story_of(record, find_event(record, event).event.id)
    return frozenset(weighed.event.id for weighed in found.events)


def _filter(
    *,
    first: str | None,
    last: str | None,
    types: frozenset[EventType],
    about: str,
    disputed: bool,
    unrealised: bool,
) -> TimelineFilter:
    from wederhoor.query import TimelineFilter, parse_days

    return TimelineFilter(
        first=parse_days(first).first if first else None,
        last=parse_days(last).last if last else None,
        types=types,
        about=about,
        disputed=disputed,
        unrealised=unrealised,
    )


_PLAIN = (
    "date",
    "type",
    "realis",
    "who",
    "where",
    "counts",
    "sources",
    "disputed",
    "event",
)


def _plain(screen: Screen, entries: Iterable[Entry], labels: Labels) -> None:
    """Write one line an event, dates as EDTF so that they sort and match."""
    from wederhoor.query import summarise, who

    screen.table(
        [labels[f"cli.column.{name}"] for name in _PLAIN],
        (
            (
                _date(entry, entry.placing.days.edtf(), labels),
                entry.weighed.event.type.value,
                labels[f"realis.{entry.weighed.event.realis}"],
                who(summary),
                ", ".join(summary.places),
                counts(summary, labels, "; "),
                ", ".join(summary.sources),
                labels["cli.timeline.disputed"] if entry.weighed.disputed else "",
                entry.weighed.event.id,
            )
            for entry, summary in ((entry, summarise(entry.weighed)) for entry in entries)
        ),
    )


def _table(screen: Screen, entries: Iterable[Entry], labels: Labels) -> None:
    from wederhoor.query import NAMES_SHOWN, days_in_words, shortened, summarise

    names = ("date", "what", "where", "counts", "sources")
    columns = [*(labels[f"cli.column.{name}"] for name in names), "≠", labels["cli.column.event"]]
    screen.table(
        columns,
        (
            (
                _date(entry, days_in_words(entry.placing.days, labels), labels),
                what(entry, summary, labels),
                shortened(summary.places, NAMES_SHOWN),
                counts(summary, labels, "\n", NAMES_SHOWN),
                shortened(summary.sources, NAMES_SHOWN),
                "≠" if entry.weighed.disputed else "",
                entry.weighed.event.id,
            )
            for entry, summary in ((entry, summarise(entry.weighed)) for entry in entries)
        ),
        whole=(len(columns) - 1,),
    )


def _date(entry: Entry, days: str, labels: Labels) -> str:
    return days if entry.placing.dated else labels.fill("cli.days.reported", days=days)


def what(entry: Entry, summary: Summary, labels: Labels) -> str:
    """Return what happened: "Aanval (mogelijk): Iran → Verenigde Staten"."""
    from wederhoor.query import NAMES_SHOWN, who

    event = entry.weighed.event
    name = labels[f"type.{event.type}"]
    if event.realis is not Realis.ACTUAL:
        name += f" ({labels[f'realis.{event.realis}']})"
    parties = who(summary, NAMES_SHOWN)
    return f"{name}: {parties}" if parties else name


def counts(summary: Summary, labels: Labels, between: str, shown: int | None = None) -> str:
    """Return the counts that stand: "doden 80 / geen"."""
    from wederhoor.query import shortened
    from wederhoor.weighing.wording import value_words

    return between.join(
        f"{labels[f'field.{field}']} "
        + shortened(tuple(value_words(value, labels) for value in values), shown, " / ")
        for field, values in summary.counts
    )
