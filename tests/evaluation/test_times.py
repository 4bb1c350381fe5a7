"""How times and numbers are judged, and the figures below which they may not fall."""

from __future__ import annotations

from datetime import date

import pytest
from evaluation.gold import shared
from evaluation.times import checked, dates, numbers
from evaluation.times.specs import FOLDER, disputed
from evaluation.times.verdict import Verdict, score

from wederhoor.language import load_pipeline
from wederhoor.model import Anchor, Bearing, DaySet, TimeMention

SAID = date(2024, 7, 26)


def _read(edtf: str, bearing: Bearing = Bearing.AT) -> TimeMention:
    return TimeMention(0, 1, DaySet.from_edtf(edtf), Anchor.CALENDAR, "rule", bearing=bearing)


@pytest.mark.parametrize(
    ("read", "value", "day", "right"),
    [
        ("2024-07-23", ("2024-07-23", "2024-07-23"), True, True),
        ("2024-07-22", ("2024-07-23", "2024-07-23"), True, False),
        ("2024-07-09/2024-07-15~", ("2024-07-12", "2024-07-12"), True, True),
        ("2011/2014", ("2011-01-01", "2014-01-01"), False, True),
        ("2011/2015", ("2011-01-01", "2014-01-01"), False, False),
        ("2023-10-07/2024-07-26", ("2023-10-07", ""), False, True),
        ("2023-10-09/2024-07-26", ("2023-10-07", ""), False, False),
    ],
)
def test_days_are_right_when_they_are_one_of_the_values(
    read: str, value: tuple[str, str], *, day: bool, right: bool
) -> None:
    assert dates.fits(_read(read), value, SAID, day=day) is right


def test_an_open_side_is_compared_by_its_bound() -> None:
    assert dates.fits(_read("2018", Bearing.FROM), ("2018-01-01", ""), SAID, day=False)
    assert dates.fits(_read("2018", Bearing.BEFORE), ("", "2018-01-01"), SAID, day=False)
    assert not dates.fits(_read("2018", Bearing.AFTER), ("2018-01-01", ""), SAID, day=False)


def test_disputed_cases_count_only_among_all() -> None:
    verdicts = [Verdict(f"A:{n}", "x", n > 1, "", "") for n in range(4)]

    found = score(verdicts, {"A:0": "wrong"})

    assert (found.right, found.total, found.right_of_all, found.all) == (2, 3, 2, 4)


def test_every_disputed_case_has_a_reason() -> None:
    assert all(len(reason) > 20 for reason in disputed().values())


def test_checked_rows_hold_places_and_values_and_no_text() -> None:
    rows = checked.rows()

    assert len(rows) >= 150
    keys = {"report", "published", "start", "stop", "sha256", "kind", "value", "also"}
    assert all(row.keys() <= keys and row["start"] < row["stop"] for row in rows)


@pytest.mark.slow
@pytest.mark.skipif(not (shared() / FOLDER).is_dir(), reason="needs the shared material")
def test_times_and_numbers_are_read_as_well_as_they_were() -> None:
    pipeline = load_pipeline()

    assert score(dates.judge(shared(), pipeline), disputed()).share >= 0.87
    assert score(numbers.judge(shared(), pipeline), disputed()).share >= 0.97
    assert score(checked.judge(shared(), pipeline), {}).share >= 0.9
