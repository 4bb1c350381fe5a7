from __future__ import annotations

import pytest
from tests.records import harbour_raid

from wederhoor.model import DaySet, EventType, Field, Quantity
from wederhoor.query import build_record, days_in_words, summarise
from wederhoor.resources.labels import Labels

PAIRS = harbour_raid()
RECORD = build_record([r for r, _ in PAIRS], [reading for _, reading in PAIRS])


def test_a_summary_holds_both_tolls_and_both_sources() -> None:
    raid = next(w for w in RECORD.events if w.event.type is EventType.ASSAULT)
    summary = summarise(raid)
    assert dict(summary.counts)[Field.KILLED] == (Quantity(8, 8), Quantity(0, 0))
    assert set(summary.sources) == {"Iran", "Oman"}
    assert summary.outlets == ("De Waddenbode", "Poldercourant")
    assert summary.reports == ("wb1", "pk2")
    assert summary.places[0] == "Sohar"


@pytest.mark.parametrize(
    ("edtf", "dutch", "english"),
    [
        ("2020-01-08", "8 jan 2020", "8 Jan 2020"),
        ("2020-01-07/2020-01-08", "7–8 jan 2020", "7–8 Jan 2020"),
        ("2020-01-30/2020-02-02", "30 jan – 2 feb 2020", "30 Jan – 2 Feb 2020"),
        ("2019-12-30/2020-01-02", "30 dec 2019 – 2 jan 2020", "30 Dec 2019 – 2 Jan 2020"),
        ("2020-05", "mei 2020", "May 2020"),
        ("2020", "2020", "2020"),
        ("2019-07~", "rond juli 2019", "about July 2019"),
        ("[2020-01-05,2020-01-12]", "5 jan 2020 of 12 jan 2020", "5 Jan 2020 or 12 Jan 2020"),
        (
            "[2019-12-29,2020-01-05,2020-01-12,2020-01-19,2020-01-26]",
            "een van 5 dagen, 29 dec 2019 – 26 jan 2020",
            "one of 5 days, 29 Dec 2019 – 26 Jan 2020",
        ),
    ],
)
def test_days_are_said_in_words_with_their_uncertainty(edtf: str, dutch: str, english: str) -> None:
    days = DaySet.from_edtf(edtf)
    assert days_in_words(days, Labels("nl")) == dutch
    assert days_in_words(days, Labels("en")) == english
