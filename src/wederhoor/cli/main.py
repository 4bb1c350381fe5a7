"""The `wederhoor` command: its subcommands, and how a failure is told."""

from __future__ import annotations

import errno
import io
import os
import sys
import traceback
from types import TracebackType
from typing import Any

import click

from wederhoor.cli.add import add
from wederhoor.cli.diff import diff
from wederhoor.cli.explain import explain
from wederhoor.cli.export import export
from wederhoor.cli.overview import reports, stats
from wederhoor.cli.publish import publish
from wederhoor.cli.screen import note
from wederhoor.cli.serve import serve
from wederhoor.cli.settings import DEBUG, common_options
from wederhoor.cli.show import show
from wederhoor.cli.timeline import timeline
from wederhoor.errors import WederhoorError


class _Commands(click.Group):
    """The group of commands; turns what Wederhoor raises into one line and an exit code."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order in which a new user needs them."""
        del ctx
        return list(self.commands)

    def main(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - click's signature
        sys.excepthook = _unexpected
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                # A terminal that cannot show a character shows its escape; it never fails on it.
                stream.reconfigure(errors="backslashreplace")
        return super().main(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's signature
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except WederhoorError as error:
            if ctx.meta.get(DEBUG):
                traceback.print_exception(error)
            note(f"wederhoor: {error}")
            ctx.exit(error.exit_code)
        except OSError as error:
            if error.errno == errno.EPIPE:
                return _reader_has_gone(ctx)
            raise
        finally:
            _debug_hook(debug=bool(ctx.meta.get(DEBUG)))
        return result


def _reader_has_gone(ctx: click.Context) -> None:
    """End quietly when whoever read our output wanted no more of it, as `head` does."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())  # so that nothing fails when Python flushes at its end
    ctx.exit(0)


def _debug_hook(*, debug: bool) -> None:
    if debug:
        sys.excepthook = sys.__excepthook__


def _unexpected(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Tell in one line what nobody foresaw; Python ends with exit code 1 after it."""
    del trace
    told = " ".join(f"{kind.__name__}: {error}".split())
    sys.stderr.write(f"wederhoor: unexpected failure: {told} (--debug shows where)\n")


_EPILOG = """\b
Example:
  wederhoor add reports/           read a folder of dated reports
  wederhoor timeline --disputed    what happened, where parties contradict one another
  wederhoor show e3f2a91b          who says what about one event
  wederhoor explain c81d0b72       why the record says so
  wederhoor diff 2020-01-08 2020-01-09   what changed in a day

\b
Exit codes:
  0  all is well        (also when `add` set some reports aside: it names them)
  1  unexpected failure (please report it, with what --debug shows)
  2  input or usage     (a path, an option, --published; nothing at all could be read)
  3  rules or language  (a rule file or the language pipeline cannot be used)
  4  record             (it cannot be opened, read or written)
  5  query              (an id that the record does not know, a date that is none)
  130  interrupted      (what was read is kept)
"""


@click.group(
    cls=_Commands,
    epilog=_EPILOG,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@common_options
@click.version_option(package_name="wederhoor", prog_name="wederhoor")
def main(**_common: Any) -> None:  # noqa: ANN401 - click's; `with_settings` reads them
    """Keep the record of what happened according to whom.

    Wederhoor reads dated Dutch news reports and keeps a timeline of events. Every fact is a claim with
    its exact words and the party that is said to say it; where parties contradict one another, both
    stay.
    """


for command in (add, timeline, show, explain, diff, serve, publish, export, reports, stats):
    main.add_command(command)
