from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import Say, Shell


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["timeline", "--type", "FEAST"], 2, "none of AGREE"),
        (["timeline", "--from", "gisteren"], 5, "2020-01-08"),
        (["timeline", "--as-of", "2021-02-30"], 5, "2021-02-30"),
        (["show", "e"], 5, "give more of the event's id"),
        (["show", "cwb11"], 5, "wederhoor explain cwb11"),
        (["explain", "niets"], 5, "wederhoor show"),
        (["stats", "--record", "nergens/record.db"], 4, "there is no record here"),
        (["stats", "--record", "."], 4, "is a folder"),
        (["export", "claims", "--output", "nergens/claims.jsonl"], 2, "cannot be written"),
        (["publish", "nergens/site"], 2, "cannot be written"),
        (["add", "nergens"], 2, "there is no such file or folder"),
        (["add"], 2, "Missing argument"),
        (["dans"], 2, "No such command"),
    ],
)
def test_a_failure_is_one_line_and_an_exit_code(
    say: Say, words: list[str], code: int, told: str
) -> None:
    result = say(*words)
    assert result.exit_code == code, result.output
    assert told in result.stderr
    assert result.stdout == ""
    assert "Traceback" not in result.stderr


def test_a_failure_of_wederhoor_is_told_on_exactly_one_line(say: Say) -> None:
    told = say("show", "niets").stderr
    assert told.startswith("wederhoor: ")
    assert told.count("\n") == 1


def test_debug_shows_the_traceback_and_keeps_the_exit_code(say: Say) -> None:
    for words in (["show", "niets", "--debug"], ["--debug", "show", "niets"]):
        result = say(*words)
        assert result.exit_code == 5
        assert "Traceback" in result.stderr
        assert "wederhoor: no event 'niets'" in result.stderr


def test_a_missing_path_makes_no_record(shell: Shell, tmp_path: Path) -> None:
    assert shell("add", "nergens").returncode == 2
    assert not list(tmp_path.iterdir())


def test_a_file_that_is_no_record_is_refused_and_left_alone(shell: Shell, tmp_path: Path) -> None:
    other = tmp_path / "brief.txt"
    other.write_text("Beste lezer, dit is geen dossier.\n" * 100, "utf-8")
    done = shell("timeline", "--record", "brief.txt")
    assert done.returncode == 4
    assert b"Traceback" not in done.stderr
    assert other.read_text("utf-8").startswith("Beste lezer")


@pytest.mark.parametrize(("extra", "traced"), [([], False), (["--debug"], True)])
def test_what_nobody_foresaw_is_one_line_with_code_1(
    harbour: Path, extra: list[str], *, traced: bool
) -> None:
    code = (
        "import wederhoor.query as query\n"
        "def broken(*_): raise ZeroDivisionError('oeps')\n"
        "query.load_record = broken\n"
        "from wederhoor.cli.main import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "stats", "--record", str(harbour), *extra],
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 1
    assert "ZeroDivisionError: oeps" in done.stderr
    assert ("Traceback" in done.stderr) is traced
    assert (done.stderr.count("\n") == 1) is not traced


def test_a_reader_that_wants_no_more_ends_the_command_quietly(harbour: Path) -> None:
    command = f"{sys.executable} -m wederhoor.cli export claims --record {harbour} | head -n 1"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command], capture_output=True, check=False, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("\n") == 1


@pytest.mark.parametrize("command", [["timeline"], ["export", "claims"], ["reports", "--json"]])
def test_a_pipe_that_is_closed_before_the_first_line_is_no_failure(
    harbour: Path, command: list[str]
) -> None:
    read, write = os.pipe()
    os.close(read)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "wederhoor.cli", *command, "--record", str(harbour)],
            stdout=write,
            stderr=subprocess.PIPE,
            check=False,
            text=True,
            preexec_fn=lambda: signal.signal(signal.SIGPIPE, signal.SIG_IGN),
        )
    finally:
        os.close(write)
    assert (done.returncode, [x for x in done.stderr.splitlines() if "planned" not in x]) == (0, [])


def test_a_full_disk_under_the_output_is_told(harbour: Path) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "wederhoor.cli", "stats", "--record", str(harbour)],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            text=True,
        )
    assert done.returncode != 0
    assert "No space left" in done.stderr
    assert "Traceback" not in done.stderr
