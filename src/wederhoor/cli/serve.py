"""`wederhoor serve`: the record in a browser."""

# ruff: noqa: D301 - click wants a real "\b" before lines that it must not wrap

from __future__ import annotations

import click

from wederhoor.cli.screen import note
from wederhoor.cli.settings import Settings, with_settings

_PORT = 8321
_LOOPBACK = "127.0.0.1"


@click.command()
@click.option(
    "--host",
    default=_LOOPBACK,
    show_default=True,
    metavar="ADDRESS",
    help="The address to listen on; this machine's own by default.",
)
@click.option(
    "--port",
    default=_PORT,
    show_default=True,
    metavar="NUMBER",
    type=click.IntRange(0, 65535),
    help="The port to listen on; 0 takes a free one.",
)
@click.option(
    "--name",
    "names",
    multiple=True,
    metavar="HOST",
    help="A further host name to answer to, may be given again.",
)
@with_settings
def serve(settings: Settings, *, host: str, port: int, names: tuple[str, ...]) -> None:
    """Show the record in a browser, until Ctrl-C.

    It only reads, and answers only to this machine unless --host says otherwise. There is no log-in:
    whoever can reach the address can read the record.

    \b
    Examples:
      wederhoor serve
      wederhoor --record al-asad.db serve --port 9000
    """
    import uvicorn

    from wederhoor.web.app import create_app
    from wederhoor.web.guard import LOOPBACK
    from wederhoor.web.library import Library

    note(settings.labels.fill("cli.serve.reading", record=settings.record))
    app = create_app(Library(settings.record), hosts=(*LOOPBACK, host, *names))
    click.echo(settings.labels.fill("cli.serve.at", host=host, port=port))
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False)
