from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.cli.conftest import Shell

from wederhoor.cli.bar import Lines, clock
from wederhoor.resources.labels import Labels
from wederhoor.runners import Step
from wederhoor.store import Store

GOOD = (
    "date 2024-03-02\n\nBij een aanval in Delfzijl zijn volgens de politie drie doden gevallen.\n"
)


def kept(record: Path) -> list[str]:
    with Store.open(record, create=False) as store:
        return sorted(report.id for report in store.reports())


def line(name: str, text: str = "Een aanval in Assen.", published: str = "2024-03-02") -> str:
    return json.dumps({"id": name, "published": published, "text": text})


def put(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_of_a_folder_with_all_that_can_be_wrong_the_good_reports_go_in(
    shell: Shell, tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    put(folder, "goed.txt", GOOD)
    put(folder, "utf16.txt", GOOD.replace("Delfzijl", "Appingedam").encode("utf-16"))
    put(folder, "leeg.txt", "")
    put(folder, "latin1.txt", "date 2024-03-02\n\nEen aanval in Curaçao.".encode("latin-1"))
    put(folder, "nul.txt", b"date 2024-03-02\n\nEen aanval\x00\x00 in Assen.")
    put(folder, "zonderdatum.txt", "Een aanval in Assen.")
    put(folder, "onmogelijk.txt", "date 2024-02-30\n\nEen aanval in Assen.")
    put(folder, "lang.txt", "date 2024-03-02\n\n" + "Een aanval in Assen. " * 500_000)
    rows = [line("j1"), '{"id": "j2", "publish', line("j3", "Een betoging in Assen.")]
    put(folder, "rijen.jsonl", "\n".join([*rows, line("j1", "Iets heel anders.")]) + "\n")
    done = shell("add", "in", "--record", "r.db")
    told = done.stderr.decode()
    assert done.returncode == 0, told
    assert kept(tmp_path / "r.db") == ["goed", "j1", "j3", "utf16"]
    assert done.stdout.decode().startswith("4 added, 0 unchanged, 8 set aside (")
    for name in ("leeg", "latin1", "nul", "zonderdatum", "onmogelijk", "lang"):
        assert f"in/{name}.txt: " in told
    assert "rijen.jsonl" in told
    assert "j1: a report with this id but another text" in told
    assert "Traceback" not in told
    again = shell("add", "in", "--record", "r.db")
    assert again.stdout.decode().startswith("0 added, 4 unchanged, 8 set aside")


def test_when_nothing_at_all_can_be_read_the_command_fails(shell: Shell, tmp_path: Path) -> None:
    for number in range(25):
        put(tmp_path / "in", f"leeg{number:02d}.txt", "")
    done = shell("add", "in")
    told = done.stderr.decode().splitlines()
    assert done.returncode == 2
    assert sum("Set aside: in/leeg" in said for said in told) == 20
    assert "and 5 more" in told
    assert "nothing could be read" in told[-1]


def test_a_folder_without_reports_is_refused(shell: Shell, tmp_path: Path) -> None:
    put(tmp_path / "in", "foto.jpg", b"\xff\xd8")
    done = shell("add", "in")
    assert done.returncode == 2
    assert b"no reports in this folder" in done.stderr
    assert not (tmp_path / "wederhoor.db").exists()


def test_standard_input_takes_its_date_and_outlet_from_the_options(
    shell: Shell, tmp_path: Path
) -> None:
    words = ("add", "-", "--published", "2024-03-02", "--outlet", "De Waddenbode")
    done = shell(*words, given=b"Een aanval in Assen.")
    assert done.returncode == 0, done.stderr
    with Store.open(tmp_path / "wederhoor.db", create=False) as store:
        (report,) = store.reports()
    assert (report.published, report.outlet) == ("2024-03-02", "De Waddenbode")


def test_a_date_that_is_none_is_refused_before_anything_is_read(shell: Shell) -> None:
    done = shell("add", "-", "--published", "gisteren", given=b"Tekst.")
    assert done.returncode == 2
    assert done.stderr.decode().startswith("wederhoor: --published: ")


def test_a_language_pipeline_that_is_not_there_is_code_3(shell: Shell, tmp_path: Path) -> None:
    put(tmp_path, "goed.txt", GOOD)
    done = shell("add", "goed.txt", "--pipeline", "nl_bestaat_niet")
    assert done.returncode == 3
    assert b"nl_bestaat_niet" in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_record_in_a_folder_that_is_not_there_is_code_4(shell: Shell, tmp_path: Path) -> None:
    put(tmp_path, "goed.txt", GOOD)
    done = shell("add", "goed.txt", "--record", "nergens/r.db")
    assert done.returncode == 4
    assert done.stderr.decode().count("\n") == 1


def test_dutch_speakers_are_told_in_dutch(shell: Shell, tmp_path: Path) -> None:
    put(tmp_path, "leeg.txt", "")
    done = shell("add", "leeg.txt", LC_ALL="nl_NL.UTF-8")
    assert done.stdout.decode().startswith("0 toegevoegd, 0 ongewijzigd, 1 terzijde gelegd")


def begin(folder: Path, words: Sequence[str]) -> subprocess.Popen[bytes]:
    source = str(Path(__file__).parents[2] / "src")
    path = os.pathsep.join(filter(None, [source, os.environ.get("PYTHONPATH")]))
    # a shell starts what runs in the background deaf to an interrupt, and children inherit that
    signal.signal(signal.SIGINT, signal.default_int_handler)
    return subprocess.Popen(
        [sys.executable, "-m", "wederhoor.cli", *words],
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "LC_ALL": "C.UTF-8", "PYTHONPATH": path},
    )


@pytest.mark.slow
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL, signal.SIGTERM])
def test_whatever_ends_an_add_what_was_read_is_kept(tmp_path: Path, how: signal.Signals) -> None:
    lines = [line(f"r{i:03d}", f"Een aanval in Assen, nummer {i}.") for i in range(100)]
    adding = begin(tmp_path, ["add", "-"])
    assert adding.stdin is not None
    adding.stdin.write("\n".join(lines).encode() + b"\n")
    adding.stdin.flush()  # and it stays open: the command waits for more
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and not _some(tmp_path / "wederhoor.db"):
        time.sleep(0.2)
    adding.send_signal(how)
    _, told = adding.communicate(timeout=30)
    before = kept(tmp_path / "wederhoor.db")
    assert before
    if how is signal.SIGINT:
        assert adding.returncode == 130
        assert b"what was read is kept in wederhoor.db" in told
    rest = begin(tmp_path, ["add", "-"])
    out, _ = rest.communicate("\n".join(lines).encode(), timeout=60)
    assert out.decode().startswith(f"{100 - len(before)} added, {len(before)} unchanged")
    assert len(kept(tmp_path / "wederhoor.db")) == 100


def _some(record: Path) -> bool:
    if not record.exists():
        return False
    with Store.open(record) as store:
        return store.counts().reports > 0


@pytest.mark.slow
def test_a_full_disk_is_told_and_what_was_kept_stays(shell: Shell, tmp_path: Path) -> None:
    small = tmp_path / "small"
    small.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", str(small)],
        capture_output=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip("a small disk cannot be made here")
    try:
        first = "\n".join(line(f"a{i}", f"Een aanval in Assen, nummer {i}.") for i in range(3))
        assert shell("add", "-", "--record", "small/r.db", given=first.encode()).returncode == 0
        many = "\n".join(
            line(f"b{i}", f"Een aanval in Assen. Nummer {i}. " * 300) for i in range(33)
        )
        done = shell("add", "-", "--record", "small/r.db", given=many.encode())
        assert done.returncode == 4
        assert done.stderr.decode().count("wederhoor: ") == 1
        assert b"Traceback" not in done.stderr
        assert kept(small / "r.db")[:3] == ["a0", "a1", "a2"]
    finally:
        subprocess.run(["umount", str(small)], check=True)


def test_without_a_terminal_progress_is_a_line_now_and_then(
    capsys: pytest.CaptureFixture[str],
) -> None:
    lines = Lines(Labels("en"), every=0.0)
    lines.started(4)
    lines.advanced(Step.ADDED)
    lines.started(None)
    lines.advanced(Step.ADDED)
    told = capsys.readouterr()
    assert told.out == ""
    first, second = told.err.splitlines()
    assert first.startswith("1 of 4 reports read, ")
    assert first.endswith(" left")
    assert second.startswith("2 reports read, ")


@pytest.mark.parametrize(("seconds", "words"), [(5, "0:05"), (95, "1:35"), (3725, "1:02:05")])
def test_a_stretch_of_time_is_told_in_minutes(seconds: float, words: str) -> None:
    assert clock(seconds) == words
