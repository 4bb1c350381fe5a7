"""A process that is killed while it adds loses its last batch at most."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import wederhoor
from wederhoor.store import Added, Store

SCRIPT = """
import sys
from datetime import date
from wederhoor.model import DaySet, Reading, Report
from wederhoor.store import Store

with Store.open(sys.argv[1]) as store:
    for batch in range(100_000):
        with store.batch():
            for n in range(20):
                name = f"b{batch:06}-{n:02}"
                report = Report(name, "", name * 50, "2024", DaySet.year(2024))
                store.add(report, Reading(name, (), ()))
        print(batch, flush=True)
"""


def test_a_killed_process_leaves_every_finished_batch_and_a_sound_file(path: Path) -> None:
    source = Path(wederhoor.__file__).parents[1]
    with subprocess.Popen(
        [sys.executable, "-c", SCRIPT, str(path)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(source)},
        text=True,
    ) as process:
        assert process.stdout
        for line in process.stdout:
            if int(line) == 15:
                process.send_signal(signal.SIGKILL)
                break
        rest = process.stdout.read().split()
    finished = int(rest[-1]) if rest else 15
    assert process.returncode == -signal.SIGKILL

    with Store.open(path, create=False) as store:
        reports = list(store.reports())
        assert len(reports) % 20 == 0
        assert len(reports) >= 20 * (finished + 1)
        assert len(list(store.readings())) == len(reports)
        assert store.known(reports[0]) is Added.UNCHANGED
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()
