"""What every command is told: which record, which language, and whether to show tracebacks."""

from __future__ import annotations

import functools
import logging
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import click

from wederhoor.resources.labels import LANGS, Labels, Lang

DEBUG = "wederhoor.debug"
"""Key in a click context's `meta`: whether tracebacks are shown."""

_RECORD = "wederhoor.db"
_RECORD_ENV = "WEDERHOOR_RECORD"
_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a command runs with.

    Attributes:
        record: the file that holds the record.
        lang: language of labels.
    """

    record: Path
    lang: Lang

    @property
    def labels(self) -> Labels:
        """The labels in the chosen language."""
        return Labels(self.lang)


def lang_of(environment: Mapping[str, str]) -> Lang:
    """Return the language that a locale asks for: Dutch for any `nl`, else English.

    Example:
        `lang_of({"LANG": "nl_BE.UTF-8"})` is "nl".
    """
    locale = next((environment[name] for name in _LOCALE if environment.get(name)), "")
    return "nl" if locale.lower().split("_")[0].split(".")[0] == "nl" else "en"


def common_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a click command or group the options that are the same everywhere."""
    for option in (
        click.option("--debug", is_flag=True, help="Show the traceback of a failure, and log all."),
        click.option(
            "--lang",
            type=click.Choice(LANGS),
            help="Language of labels; by default that of the locale, else English.",
        ),
        click.option(
            "--record",
            metavar="PATH",
            help=f"The record to use; by default ${_RECORD_ENV}, else {_RECORD}.",
        ),
    ):
        command = option(command)
    return command


as_of_option = click.option(
    "--as-of",
    metavar="DATE",
    help="As could be known at the end of this day, or at this moment (2020-01-08T12:00).",
)
"""The option of every command that reads the record."""


def with_settings(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the common options and call it with `Settings` first.

    What stands after the command wins over what stands before it:
    `wederhoor --lang nl timeline --lang en` is in English.
    """

    @functools.wraps(command)
    @click.pass_context
    def wrapped(context: click.Context, /, **given: Any) -> Any:  # noqa: ANN401 - click's
        before = context.find_root().params
        record = given.pop("record") or before.get("record") or os.environ.get(_RECORD_ENV)
        lang = given.pop("lang") or before.get("lang") or lang_of(os.environ)
        context.meta[DEBUG] = given.pop("debug") or bool(before.get("debug"))
        if context.meta[DEBUG]:
            _log_all()
        settings = Settings(Path(record or _RECORD), cast("Lang", lang))
        return command(settings, **given)

    return common_options(wrapped)


def _log_all() -> None:
    log = logging.getLogger("wederhoor")
    log.setLevel(logging.DEBUG)
    if not log.handlers:
        log.addHandler(logging.StreamHandler())  # standard error
