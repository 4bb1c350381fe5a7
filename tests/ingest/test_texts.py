"""Text reports: one a file, with a date header."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from wederhoor.model import DaySet, Report, Skipped

Read = Callable[..., list[Report | Skipped]]


def one(found: list[Report | Skipped]) -> Report:
    (report,) = found
    assert isinstance(report, Report), report
    return report


@pytest.mark.parametrize(
    "content",
    [
        "date 2024-03-02 In Delfzijl is een loods ontruimd.",
        "date 2024-03-02\nIn Delfzijl is een loods ontruimd.\n",
        "\n \ndate 2024-03-02\r\n\r\nIn Delfzijl is een loods ontruimd.\r\n",
        "\ufeff date 2024-03-02 In Delfzijl is een loods ontruimd.",
        "Date: 2024-03-02. In Delfzijl is een loods ontruimd.",
    ],
)
def test_the_header_gives_the_date_and_the_rest_is_the_text(read: Read, content: str) -> None:
    report = one(read("kade.txt", content))
    assert report == Report(
        "kade", "", "In Delfzijl is een loods ontruimd.", "2024-03-02", DaySet.day(date(2024, 3, 2))
    )


@pytest.mark.parametrize(
    ("written", "days"),
    [
        ("2020", "2020"),
        ("2020-01", "2020-01"),
        ("2020-01-31", "2020-01-31"),
        ("2024-07-01T12:00:00+02:00", "2024-07-01"),
        ("2024-06-30T23:30:00+00:00", "2024-07-01"),
        ("2024-06-30T23:30:00Z", "2024-07-01"),
        ("2024-07-01T00:30:00+05:30", "2024-06-30"),
        ("2024-07-01T00:30", "2024-07-01"),
        ("2190-01-01", "2190-01-01"),
    ],
)
def test_a_date_stands_for_the_days_it_leaves_open_in_amsterdam(
    read: Read, written: str, days: str
) -> None:
    report = one(read("kade.txt", f"date {written} De kade is afgesloten."))
    assert report.published == written
    assert report.days.edtf() == days


def test_line_ends_become_newlines_and_nothing_else_is_changed(read: Read) -> None:
    body = "Eerste regel.\r\rTweede  regel &amp; <b>vet</b>.\r\n\u00a0Derde\tregel\x0c."
    report = one(read("kade.txt", f"date 2024-03-02\n{body}\n\n"))
    assert report.body == (
        "Eerste regel.\n\nTweede  regel &amp; <b>vet</b>.\n\u00a0Derde\tregel\x0c."
    )


def test_the_report_s_own_date_wins_over_the_given_one(read: Read) -> None:
    assert one(read("a.txt", "date 2024-03 Bericht.", "2023-01-01")).published == "2024-03"
    assert one(read("b.txt", "Bericht zonder kop.", " 2023-01-01 ")).published == "2023-01-01"


def test_a_text_that_begins_with_the_word_date_has_no_header(read: Read) -> None:
    assert one(read("a.txt", "Date night in Utrecht.", "2023")).body == "Date night in Utrecht."


def test_utf_16_is_read_with_and_without_its_mark(read: Read) -> None:
    text = "date 2024-03-02 De coöperatie in Delfzijl is dicht. 🚢"
    for encoding in ("utf-16", "utf-16-le", "utf-16-be"):
        report = one(read("kade.txt", text.encode(encoding)))
        assert report.body == "De coöperatie in Delfzijl is dicht. 🚢"


def test_compressed_reports_keep_the_name_they_had(read: Read) -> None:
    import gzip
    import lzma

    content = b"date 2024-03-02 De kade is afgesloten."
    assert one(read("kade.txt.gz", gzip.compress(content))).id == "kade"
    assert one(read("haven.TXT.xz", lzma.compress(content))).id == "haven"


def test_a_file_of_another_name_is_read_when_it_is_named_itself(read: Read) -> None:
    assert one(read("bericht.md", "date 2024-03-02 De kade is afgesloten.")).id == "bericht"
    row = '{"id": "x1", "published": "2024-03-02", "text": "De kade is afgesloten."}'
    assert one(read("uitvoer", row)).id == "x1"
