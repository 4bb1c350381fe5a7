"""The strip of possible days, and the curve of a toll."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from wederhoor.model import DaySet, Field
from wederhoor.query import Record, toll_curve
from wederhoor.resources.labels import Labels
from wederhoor.web.view.drawing import STRIP_WIDTH, strip
from wederhoor.web.view.tolls import CHART_HEIGHT, CHART_WIDTH, toll


def test_one_day_is_a_narrow_bar_and_five_sundays_are_five() -> None:
    one = strip(DaySet.from_edtf("2020-01-08"))
    assert len(one.bars) == 1
    assert one.bars[0].width < STRIP_WIDTH / 20
    sundays = DaySet.from_edtf("[2019-12-29,2020-01-05,2020-01-12,2020-01-19,2020-01-26]")
    assert len(strip(sundays).bars) == 5


def test_a_whole_month_fills_its_strip() -> None:
    drawn = strip(DaySet.from_edtf("2020-02"))
    assert (drawn.first, drawn.last) == (date(2020, 2, 1), date(2020, 2, 29))
    assert (drawn.bars[0].x, drawn.bars[0].width) == (0.0, STRIP_WIDTH)


def test_a_strip_over_two_months_has_a_tick_where_the_second_begins() -> None:
    drawn = strip(DaySet.from_edtf("2019-12-30/2020-01-02"))
    assert drawn.ticks == (STRIP_WIDTH / 2,)  # both months have 31 days


@given(
    st.lists(
        st.integers(date(1, 1, 1).toordinal(), date(9999, 12, 31).toordinal()),
        min_size=1,
        max_size=6,
    )
)
def test_every_bar_lies_within_its_strip(days: list[int]) -> None:
    drawn = strip(DaySet.of(days))
    assert all(0 <= bar.x <= bar.x + bar.width <= STRIP_WIDTH + 0.1 for bar in drawn.bars)


def test_a_toll_rises_to_the_right_and_stays_within_its_chart(record: Record) -> None:
    attack = next(item for item in record.events if item.event.id == "eva")
    curve = toll_curve(attack, record.reports, Field.INJURED)
    assert curve is not None
    drawn = toll(curve, Labels("nl"))
    assert drawn is not None
    eleven, hundred_nine = drawn.stairs[0].points
    assert (eleven.words, hundred_nine.words) == ("11", "109")
    assert eleven.x < hundred_nine.x
    assert hundred_nine.y < eleven.y  # higher on the page
    assert hundred_nine.width > 0  # its report is dated by the month only
    assert eleven.width == 0
    points = drawn.stairs[0].points
    assert all(0 <= p.x + p.width <= CHART_WIDTH and 0 <= p.y <= CHART_HEIGHT for p in points)
    assert drawn.stairs[0].path
    assert [row.who for row in drawn.rows] == ["het Pentagon", "het Pentagon"]
    assert [row.kind for row in drawn.rows] == ["", "nieuwere stand"]


def test_counts_that_nothing_replaced_are_no_toll(record: Record) -> None:
    attack = next(item for item in record.events if item.event.id == "eva")
    curve = toll_curve(attack, record.reports, Field.KILLED)
    assert curve is not None
    assert toll(curve, Labels("nl")) is None
