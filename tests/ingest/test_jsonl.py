"""JSONL: one report a line, and one broken line costs one report."""

from __future__ import annotations

import json
import lzma
from collections.abc import Callable

import pytest

from wederhoor.model import Report, Skipped

Read = Callable[..., list[Report | Skipped]]
ROW = {"id": "x1", "published": "2024-03-02", "text": "De kade is afgesloten."}


def line(**changes: object) -> str:
    return json.dumps({**ROW, **changes}, ensure_ascii=False) + "\n"


def ids(found: list[Report | Skipped]) -> list[str]:
    return [item.id if isinstance(item, Report) else item.reason for item in found]


def test_every_key_goes_into_the_report_and_the_text_is_kept_to_the_letter(read: Read) -> None:
    text = "  Regel één.\r\nRegel twee.\r \n"
    row = line(outlet="De Waddenbode", url="urn:bode:1", title=" Kade dicht ", text=text, extra=[1])
    (report,) = read("bode.jsonl", row)
    assert isinstance(report, Report)
    assert (report.outlet, report.url) == ("De Waddenbode", "urn:bode:1")
    assert report.text == " Kade dicht " + "\n\n" + text


def test_nulls_and_missing_keys_are_nothing_said(read: Read) -> None:
    (report,) = read("bode.jsonl", line(outlet=None, url=None, title=None))
    assert isinstance(report, Report)
    assert (report.outlet, report.url, report.title) == ("", "", "")
    assert report.text == ROW["text"]


def test_a_broken_line_is_set_aside_by_its_number_and_the_others_go_in(read: Read) -> None:
    rows = line() + "\n" + '{"id": "x2", "text": \n' + line(id="x3")
    found = read("bode.jsonl", rows)
    assert ids(found) == ["x1", "broken-json", "x3"]
    assert isinstance(found[1], Skipped)
    assert found[1].where.endswith("bode.jsonl:3")


def test_a_half_written_last_line_is_called_that(read: Read) -> None:
    found = read("bode.jsonl", line() + line(id="x2")[:40])
    assert ids(found) == ["x1", "broken-json"]
    assert isinstance(found[1], Skipped)
    assert "half written" in found[1].detail


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (line(text=12), "wrong-type"),
        (line(id=7), "wrong-type"),
        (line(published=20240302), "wrong-type"),
        (line(title=["a"]), "wrong-type"),
        ('["x1", "De kade"]\n', "wrong-type"),
        (line(text=" \n "), "empty"),
        (line(text=None), "empty"),
        (line(published="2019-02-30"), "bad-date"),
        (line(published=""), "no-date"),
        ('{"published": "2024", "text": "half \\ud800 teken"}\n', "lone-surrogate"),
        ('{"published": "2024", "text": "nul \\u0000 teken"}\n', "nul-bytes"),
        (line(id="x\n1"), "bad-id"),
        ("[" * 100_000 + "\n", "broken-json"),
        ('{"getal": ' + "9" * 5_000 + "}\n", "broken-json"),
    ],
)
def test_a_row_that_is_no_report_is_set_aside_between_two_that_are(
    read: Read, row: str, reason: str
) -> None:
    assert ids(read("bode.jsonl", line(id="a") + row + line(id="b"))) == ["a", reason, "b"]


def test_a_line_that_is_not_utf_8_is_set_aside_alone(read: Read) -> None:
    latin = line(id="x2", text="privé").encode("latin-1")
    found = read("bode.jsonl", line().encode() + latin + line(id="x3").encode())
    assert ids(found) == ["x1", "not-utf8", "x3"]


def test_a_line_beyond_all_bounds_is_passed_over_and_the_next_one_read(read: Read) -> None:
    found = read("bode.jsonl", line() + line(id="x2", text="la " * 3_500_000) + line(id="x3"))
    assert ids(found) == ["x1", "too-long", "x3"]


def test_rows_without_an_id_get_one_from_their_file_and_content(read: Read) -> None:
    rows = line(id=None) + line(id="", text="De kade is weer open.") + line(id=None)
    first, second, again = ids(read("bode.jsonl", rows))
    assert first.startswith("bode-")
    assert first == again != second


def test_a_pretty_printed_file_is_set_aside_once(read: Read) -> None:
    assert ids(read("bode.jsonl", json.dumps([ROW, ROW], indent=2))) == ["not-jsonl"]


def test_blank_files_are_empty(read: Read) -> None:
    assert ids(read("bode.jsonl", "")) == ["empty"]
    assert ids(read("bode.jsonl", "\n  \n")) == ["empty"]


def test_marks_and_utf_16_are_read(read: Read) -> None:
    rows = line() + line(id="x2", text="Coöperatie 🚢")
    assert ids(read("bode.jsonl", "\ufeff" + rows)) == ["x1", "x2"]
    found = read("bode.jsonl", rows.encode("utf-16"))
    assert ids(found) == ["x1", "x2"]
    assert isinstance(found[1], Report)
    assert found[1].body == "Coöperatie 🚢"


def test_an_archive_that_ends_early_gives_what_can_be_read(read: Read) -> None:
    rows = "".join(line(id=f"x{n}", text=f"Bericht {n * n * n}.") for n in range(20_000))
    packed = lzma.compress(rows.encode())
    found = read("bode.jsonl.xz", packed[: len(packed) // 2])
    assert ids(found)[0] == "x0"
    assert ids(found)[-1] == "damaged-archive"
    assert ids(read("geen.jsonl.gz", line())) == ["damaged-archive"]
