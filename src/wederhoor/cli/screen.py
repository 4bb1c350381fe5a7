"""Output: tables and text with colour on a terminal, tab-separated plain text in a pipe.

Results go to standard output, everything else to standard error.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from rich.console import Console

# Reports are written by others: no control character of theirs may steer the terminal.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\s]+")


def one_line(text: str) -> str:
    """Return a text on one line, without characters that steer a terminal."""
    return _CONTROL.sub(" ", text).strip()


class Screen:
    """Standard output, as a terminal or as a pipe.

    Attributes:
        plain: whether output is plain text, because something else than a terminal reads it.
    """

    def __init__(self) -> None:
        self.plain = not sys.stdout.isatty()

    def table(
        self, columns: Sequence[str], rows: Iterable[Sequence[str]], *, whole: Sequence[int] = ()
    ) -> None:
        """Show rows under their column names; in a pipe one line a row, cells between tabs.

        Args:
            columns: names of the columns.
            rows: the cells; on a terminal a cell may have several lines.
            whole: numbers of columns whose cells are never broken over lines.
        """
        if self.plain:
            click.echo("\t".join(columns))
            for row in rows:
                click.echo("\t".join(one_line(cell) for cell in row))
            return
        from rich import box
        from rich.table import Table
        from rich.text import Text

        table = Table(*columns, box=box.SIMPLE_HEAD, header_style="bold", padding=(0, 1, 0, 0))
        for number, column in enumerate(table.columns):
            column.overflow = "fold"
            column.no_wrap = number in whole
        for row in rows:
            table.add_row(*(Text("\n".join(map(one_line, cell.split("\n")))) for cell in row))
        self._console().print(table)

    def title(self, text: str) -> None:
        """Show what the rest of the output is about."""
        if self.plain:
            click.echo(one_line(text))
            return
        from rich.text import Text

        self._console().print(Text(one_line(text), style="bold"))

    def heading(self, text: str) -> None:
        """Show a heading, with a blank line above it."""
        click.echo()
        self.title(text)

    def line(self, text: str, *, indent: int = 0, marked: Sequence[tuple[int, int]] = ()) -> None:
        """Show a line of text.

        Args:
            text: already on one line; what is not becomes so.
            indent: spaces before it.
            marked: stretches of the text to bring out, as first and last-plus-one character;
                in a pipe they stand between `[[` and `]]`.
        """
        if self.plain:
            click.echo(" " * indent + one_line(_bracketed(text, marked)))
            return
        from rich.padding import Padding
        from rich.text import Text

        shown = Text(_CONTROL.sub(lambda found: " " * len(found[0]), text))
        for start, end in marked:
            shown.stylize("bold yellow", start, end)
        self._console().print(Padding(shown, (0, 0, 0, indent)))

    def facts(self, rows: Iterable[tuple[str, str]]) -> None:
        """Show names with their values, one a line."""
        if self.plain:
            for name, value in rows:
                click.echo(f"{name}\t{one_line(value)}")
            return
        from rich.table import Table
        from rich.text import Text

        grid = Table.grid(padding=(0, 2))
        for name, value in rows:
            grid.add_row(Text(name, style="dim"), Text(one_line(value)))
        self._console().print(grid)

    def objects(self, items: Iterable[Any]) -> None:
        """Write JSON Lines: one object a line."""
        for item in items:
            click.echo(json.dumps(item, ensure_ascii=False))

    def _console(self) -> Console:
        from rich.console import Console

        return Console(highlight=False, soft_wrap=False)


def note(text: str) -> None:
    """Say something that is no result, on standard error."""
    click.echo(one_line(text), err=True)


def _bracketed(text: str, marked: Sequence[tuple[int, int]]) -> str:
    for start, end in sorted(marked, reverse=True):
        text = f"{text[:start]}[[{text[start:end]}]]{text[end:]}"
    return text
