"""`wederhoor export`: the record in forms for others."""

# ruff: noqa: D301 - click wants a real "\b" before lines that it must not wrap

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

import click

from wederhoor.cli.screen import note
from wederhoor.cli.settings import Settings, as_of_option, with_settings
from wederhoor.errors import InputError


@click.group()
def export() -> None:
    """Write the record in a form for others.

    \b
    Example:
      wederhoor export claims > claims.jsonl
    """


@export.command()
@click.option(
    "--output",
    metavar="FILE",
    help="The file to write; by default standard output.",
)
@click.option(
    "--format",
    "version",
    type=click.IntRange(1, 2),
    default=1,
    show_default=True,
    help="Version of the format; 2 also has whose territory something happened in.",
)
@as_of_option
@with_settings
def claims(settings: Settings, *, output: str | None, version: int, as_of: str | None) -> None:
    """Write every claim as JSON Lines, one a line, with its exact words and offsets.

    \b
    Example:
      wederhoor export claims --output claims.jsonl
    """
    from wederhoor.cli.records import read_record
    from wederhoor.export import write_claims

    record = read_record(settings, as_of)
    if output is None or output == "-":
        stream = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="\n")
        try:
            write_claims(record, stream, version)
        finally:
            stream.detach()
        return
    with _written(output) as file:
        count = write_claims(record, file, version)
    note(settings.labels.fill("cli.export.written", n=count, path=output))


@contextmanager
def _written(path: str) -> Iterator[TextIO]:
    """Open a file to write, which takes the place of an older one only when it is whole."""
    target = Path(path).resolve()  # a link keeps pointing at its file
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    # A pipe or device, such as /dev/stdout, is written to as it is.
    place = draft if target.is_file() or not target.exists() else target
    try:
        with place.open("w", encoding="utf-8", newline="\n") as file:
            yield file
        if place is draft:
            draft.replace(target)
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {error.strerror or error}") from error
    finally:
        with suppress(OSError):
            draft.unlink()
