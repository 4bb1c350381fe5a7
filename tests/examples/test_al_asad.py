"""The example reports hold what the demo promises to show."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path

import pytest

from wederhoor.ingest import read_reports
from wederhoor.model import Report

FOLDER = Path(__file__).parents[2] / "examples" / "al-asad"


@pytest.fixture(scope="module")
def reports() -> dict[str, Report]:
    found = [item for item in read_reports([str(FOLDER)]) if isinstance(item, Report)]
    return {report.id: report for report in found}


def test_every_report_is_read_and_none_is_set_aside(reports: dict[str, Report]) -> None:
    everything = list(
        read_reports([str(path) for path in sorted(FOLDER.iterdir()) if path.suffix != ".md"])
    )
    assert all(isinstance(item, Report) for item in everything)
    assert len(everything) == len(reports) == 18


def test_the_reports_are_of_the_two_periods(reports: dict[str, Report]) -> None:
    months = {f"{report.days.first:%Y-%m}" for report in reports.values()}
    assert months == {"2019-12", "2020-01", "2020-02", "2024-01", "2024-02", "2024-07", "2024-08"}


def test_some_reports_are_dated_by_the_month_only_and_share_their_header_line(
    reports: dict[str, Report],
) -> None:
    monthly = {name for name, report in reports.items() if len(report.days) > 27}
    assert monthly == {"2020-01-ambassade", "2020-01-toestel", "2024-07-raketten"}
    for name in monthly:
        first = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()[0]
        assert re.match(r"date \d{4}-\d\d \S+ \S+", first)


def test_two_outlets_carry_the_same_agency_paragraph(reports: dict[str, Report]) -> None:
    shared = {
        (first.outlet, second.outlet): paragraph
        for first, second in combinations(reports.values(), 2)
        for paragraph in set(first.body.split("\n\n")) & set(second.body.split("\n\n"))
    }
    assert list(shared) == [("Het Avondblad", "De Kustkoerier")]
    assert all("(Nieuwsdienst Delta)" in paragraph for paragraph in shared.values())


def test_the_toll_of_wounded_rises_through_the_reports(reports: dict[str, Report]) -> None:
    for name, words in (
        ("avondblad-20200108-raketten", "er zijn geen gewonden"),
        ("noordpost-20200117-rectificatie", "elf Amerikanen"),
        ("kustkoerier-20200125-hersenletsel", "gestegen tot 34"),
        ("delta-20200129-vijftig", "Vijftig militairen"),
        ("avondblad-20200211-honderd", "109 Amerikaanse militairen"),
    ):
        assert words in reports[name].text


def test_one_report_corrects_earlier_ones(reports: dict[str, Report]) -> None:
    assert [name for name, report in reports.items() if "Rectificatie:" in report.body] == [
        "noordpost-20200117-rectificatie"
    ]


def test_sources_are_named_in_many_ways_and_some_deny(reports: dict[str, Report]) -> None:
    text = " ".join(report.text for report in reports.values())
    for cue in (
        "volgens", "aldus", "zegt", "meldt", "laat de koepel", "beweert",
        "naar eigen zeggen", "ontkent", "ontkennen", "spreekt dat tegen", "wijst dat van de hand",
        "toegegeven", "bekendgemaakt", "beschuldigt", "eist de aanval op", "zou de beschieting hebben",
    ):  # fmt: skip
        assert cue in text, cue


def test_every_address_is_one_that_cannot_exist(reports: dict[str, Report]) -> None:
    for report in reports.values():
        assert not report.url or re.match(r"https://[a-z]+\.invalid/", report.url)


def test_lengths_differ_and_stay_those_of_short_news(reports: dict[str, Report]) -> None:
    lengths = sorted(len(report.body.split()) for report in reports.values())
    assert lengths[0] < 90
    assert lengths[-1] > 200
    assert lengths[-1] <= 300


def test_the_readme_names_every_file() -> None:
    told = (FOLDER / "README.md").read_text(encoding="utf-8")
    for path in FOLDER.iterdir():
        assert path.name == "README.md" or f"`{path.name}`" in told
