"""`wederhoor publish`: the record as a folder of pages."""

# ruff: noqa: D301 - click wants a real "\b" before lines that it must not wrap

from __future__ import annotations

from pathlib import Path

import click

from wederhoor.cli.settings import Settings, as_of_option, with_settings
from wederhoor.errors import InputError, StoreError


@click.command()
@click.argument("folder", metavar="DIR")
@as_of_option
@with_settings
def publish(settings: Settings, *, folder: str, as_of: str | None) -> None:
    """Write the record as pages for any server or stick.

    DIR is a new folder, or one that an earlier `publish` wrote, which is replaced. The pages are in Dutch
    and English, need no script and fetch nothing; `DIR/index.html` opens them.

    \b
    Example:
      wederhoor publish site/
    """
    from wederhoor.cli.records import read_record
    from wederhoor.query import Catalogue
    from wederhoor.web.publish import publish as write

    catalogue = Catalogue(read_record(settings, as_of))
    try:
        count = write(Path(folder), catalogue, settings.lang)
    except StoreError as error:  # about the folder that was asked for, not about the record
        raise InputError(str(error)) from error
    click.echo(settings.labels.fill("cli.publish.done", n=count, folder=folder))
