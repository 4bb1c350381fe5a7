from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import click
import pytest
from tests.cli.conftest import Say

from wederhoor.cli.main import main
from wederhoor.cli.settings import lang_of
from wederhoor.errors import (
    InputError,
    LanguageError,
    QueryError,
    ResourceError,
    StoreError,
    WederhoorError,
)


def commands(group: click.Group = main, before: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, (*before, name))
        yield (*before, name)


@pytest.mark.parametrize("path", list(commands()), ids=" ".join)
def test_every_help_text_teaches_with_an_example_of_that_command(
    say: Say, path: tuple[str, ...]
) -> None:
    result = say(*path, "--help")
    assert result.exit_code == 0
    assert f"  wederhoor {' '.join(path)}" in result.output.partition("Example")[2]


def test_the_help_documents_every_exit_code(say: Say) -> None:
    told = say("--help").output
    for error in (WederhoorError, InputError, ResourceError, LanguageError, StoreError, QueryError):
        assert f"\n    {error.exit_code}  " in told


def test_commands_stand_in_the_order_of_first_use(say: Say) -> None:
    listed = say("--help").output.partition("Commands:")[2]
    spots = [listed.index(f"  {name} ") for name in main.commands]
    assert spots == sorted(spots)
    assert "..." not in listed.partition("Example")[0]


def test_help_does_not_wait_for_the_language_pipeline_or_the_database() -> None:
    heavy = "{'spacy', 'sqlalchemy', 'rich', 'numpy', 'jinja2'}"
    code = f"import sys, wederhoor.cli.main; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("environment", "lang"),
    [
        ({"LANG": "nl_NL.UTF-8"}, "nl"),
        ({"LANG": "nl"}, "nl"),
        ({"LC_ALL": "en_GB.UTF-8", "LANG": "nl_BE.UTF-8"}, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "nl_BE", "LANG": "en_US"}, "nl"),
        ({"LANG": "nds_NL"}, "en"),
        ({}, "en"),
    ],
)
def test_the_locale_chooses_the_language(environment: dict[str, str], lang: str) -> None:
    assert lang_of(environment) == lang


def test_a_language_after_the_command_wins_over_one_before_it(say: Say) -> None:
    assert say("--lang", "nl", "timeline").output.startswith("datum\t")
    assert say("--lang", "nl", "timeline", "--lang", "en").output.startswith("date\t")
