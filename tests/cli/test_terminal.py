from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

from tests.records import Told, report

from wederhoor.cli.screen import one_line
from wederhoor.model import EventType
from wederhoor.store import Store

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def on_a_terminal(*words: str, width: int = 100) -> str:
    """Return what a command writes on a terminal of its own."""
    ours, theirs = pty.openpty()
    shown = b""
    with subprocess.Popen(
        [sys.executable, "-m", "wederhoor.cli", *words],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm", "COLUMNS": str(width), "LC_ALL": "nl_NL.UTF-8"},
    ):
        os.close(theirs)
        while True:
            try:
                read = os.read(ours, 4096)
            except OSError:  # the other end is closed
                break
            if not read:
                break
            shown += read
    os.close(ours)
    return shown.decode()


def test_on_a_terminal_the_timeline_is_a_table_in_colour(harbour: Path) -> None:
    shown = on_a_terminal("timeline", "--record", str(harbour))
    assert _COLOUR.search(shown)
    bare = _COLOUR.sub("", shown)
    assert "───" in bare
    assert "\t" not in bare
    assert "4 mrt 2021" in bare
    assert "Terugtrekking" in bare


def test_a_narrow_terminal_never_breaks_the_id_of_an_event(harbour: Path) -> None:
    shown = _COLOUR.sub("", on_a_terminal("timeline", "--record", str(harbour), width=60))
    assert len(re.findall(r"\be[0-9a-f]{6,}\b", shown)) == 3
    assert max(map(len, shown.splitlines())) <= 91


def test_evidence_is_shown_marked_within_its_sentence(harbour: Path) -> None:
    shown = on_a_terminal("explain", "cwb11", "--record", str(harbour))
    assert re.search(r"Teheran \x1b\[[0-9;]*macht doden\x1b\[0m gevallen", shown)


def test_a_report_cannot_steer_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    evil = report(
        "a", "2021-03-05", "Een \x1b]0;gekaapt\x07aanval\x1b[2J in \u202eAssen.", title="\x1b[31m"
    )
    told = Told(evil).event(EventType.ASSAULT, "\x1b]0;gekaapt\x07aanval\x1b[2J in \u202eAssen")
    with Store.open(path) as store:
        store.add(evil, told.reading())
    for words in (["show", "e"], ["reports"], ["timeline"]):
        shown = _COLOUR.sub("", on_a_terminal(*words, "--record", str(path)))
        assert "\x1b" not in shown
        assert "\u202e" not in shown
        assert "\x07" not in shown
    assert one_line("a\x1b[2J\n b") == "a [2J b"
