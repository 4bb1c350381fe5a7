"""What is no report is set aside with a reason; only a path that leads nowhere stops the command."""

from __future__ import annotations

import os
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from wederhoor.errors import InputError
from wederhoor.ingest import MAX_CHARACTERS, count_reports, read_reports
from wederhoor.model import Report, Skipped

Read = Callable[..., list[Report | Skipped]]
GOOD = "date 2024-03-02 De kade is afgesloten."


@pytest.mark.parametrize(
    ("content", "reason", "says"),
    [
        (b"", "empty", "no text"),
        (b" \n\t\n", "empty", "no text"),
        (b"date 2024-03-02\n", "empty", "no text"),
        (b"De kade is afgesloten.", "no-date", "--published"),
        (b"date 2019-02-30 De kade is dicht.", "bad-date", "2019-02-30"),
        (b"date 2019-13 De kade is dicht.", "bad-date", "2019-13"),
        (b"date 02-03-2024 De kade is dicht.", "bad-date", "write it as"),
        (b"date 2024-W10-1 De kade is dicht.", "bad-date", "write it as"),
        (b"date 9999-12-31 De kade is dicht.", "bad-date", "1600..2200"),
        (b"date 0001-01-01T00:00:00+14:00 De kade.", "bad-date", "1600..2200"),
        ("date 2024-03-02 privé".encode("latin-1"), "not-utf8", "byte 20 (0xe9)"),
        ("date 2024-03-02 “kade”".encode("cp1252"), "not-utf8", "iconv"),
        (b"date 2024-03-02 De ka\x00de is dicht.", "nul-bytes", "NUL"),
        (("date 2024-03-02 " + "\x02\x1b kade" * 9).encode(), "binary", "control"),
        (b"date 2024-03-02 <!DOCTYPE html><p>De kade is dicht.</p>", "html", "article"),
        (b'date 2024-03-02 <div class="kop"><p>Kade</p><br/></div>', "html", "article"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "not-utf8", "byte 10"),
        (b"date 2024 \xff\xfe", "not-utf8", "byte 10"),
    ],
)
def test_a_text_that_is_no_report_is_set_aside_and_told_why(
    read: Read, content: bytes, reason: str, says: str
) -> None:
    (skipped,) = read("kade.txt", content)
    assert isinstance(skipped, Skipped)
    assert skipped.reason == reason
    assert says in skipped.detail
    assert "\n" not in skipped.detail
    assert skipped.where.endswith("kade.txt")


def test_a_ten_megabyte_line_is_set_aside_without_being_held(tmp_path: Path) -> None:
    path = tmp_path / "lang.txt"
    path.write_text("date 2024-03-02 " + "kade " * 2_000_000, encoding="utf-8")
    tracemalloc.start()
    (skipped,) = read_reports([str(path)])
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert isinstance(skipped, Skipped)
    assert skipped.reason == "too-long"
    assert peak < 9_000_000


def test_the_longest_report_that_is_read(read: Read) -> None:
    (report,) = read("net.txt", "date 2024-03-02 " + "é" * MAX_CHARACTERS)
    assert isinstance(report, Report)
    (skipped,) = read("over.txt", "date 2024-03-02 " + "é" * (MAX_CHARACTERS + 1))
    assert isinstance(skipped, Skipped)
    assert skipped.reason == "too-long"


def test_a_path_that_is_not_there_stops_the_command_before_it_starts(tmp_path: Path) -> None:
    (tmp_path / "kade.txt").write_text(GOOD)
    missing = str(tmp_path / "er-niet.txt")
    with pytest.raises(InputError, match=r"er-niet\.txt: there is no such file or folder") as told:
        read_reports([str(tmp_path / "kade.txt"), missing])
    assert told.value.exit_code == 2


def test_a_folder_without_reports_says_what_is_read(tmp_path: Path) -> None:
    (tmp_path / "kade.docx").write_bytes(b"PK")
    (tmp_path / ".kade.txt").write_text(GOOD)
    with pytest.raises(InputError, match=r"no reports in this folder.*\.txt, \.jsonl") as told:
        read_reports([str(tmp_path)])
    assert "\n" not in str(told.value)


def test_a_given_date_or_outlet_that_is_none_stops_the_command(tmp_path: Path) -> None:
    (tmp_path / "kade.txt").write_text(GOOD)
    with pytest.raises(InputError, match="--published: '2019-02-30'"):
        read_reports([str(tmp_path)], published="2019-02-30")
    with pytest.raises(InputError, match="--outlet:"):
        read_reports([str(tmp_path)], outlet="De\udce9Bode")


def test_a_file_that_cannot_be_opened_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "weg.txt")
    (tmp_path / "b.txt").write_text(GOOD)
    os.mkfifo(tmp_path / "c.txt")
    found = list(read_reports([str(tmp_path)]))
    assert [getattr(item, "reason", "read") for item in found] == [
        "unreadable",
        "read",
        "unreadable",
    ]


def test_a_file_name_that_is_no_text_is_set_aside_in_words_that_can_be_printed(
    tmp_path: Path,
) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(path)).write_text(GOOD)
    (skipped,) = read_reports([str(tmp_path)])
    assert isinstance(skipped, Skipped)
    assert skipped.reason == "bad-id"
    assert skipped.where.endswith("caf\\xe9.txt")


def test_a_folder_is_read_by_name_with_its_folders_and_without_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "2024/c.txt", ".git/d.txt", "2024/.e.txt", "2024/f.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(GOOD)
    found = list(read_reports([str(tmp_path)]))
    assert [item.id for item in found if isinstance(item, Report)] == ["a", "b", "c"]
    assert len(found) == count_reports([str(tmp_path)]) == 3


def test_reports_are_counted_before_they_are_read(tmp_path: Path) -> None:
    (tmp_path / "kade.txt").write_text(GOOD)
    (tmp_path / "bode.jsonl").write_text("{}\n{}\n{}")
    (tmp_path / "half.jsonl.xz").write_bytes(b"no xz")
    assert count_reports([str(tmp_path)]) == 5
    assert count_reports([str(tmp_path), "-"]) is None
