"""TIMEX3 as a view: what the days of an expression are called there."""

from __future__ import annotations

import pytest
from tests.factories import published, simple_analysis

from wederhoor.extract.times import read_expressions
from wederhoor.extract.times.timex import Timex, timex


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gisteren viel de stad.", Timex("DATE", "2024-07-25")),
        ("Vorige week viel de stad.", Timex("DATE", "2024-W29")),
        ("Afgelopen weekend viel de stad.", Timex("DATE", "2024-W29-WE")),
        ("In mei 2018 viel de stad.", Timex("DATE", "2018-05")),
        ("In de jaren negentig viel de stad.", Timex("DATE", "199")),
        ("De burcht is uit de 15e eeuw.", Timex("DATE", "14")),
        ("Tien jaar geleden viel de stad.", Timex("DATE", "2014", "APPROX")),
        ("Eind maart viel de stad.", Timex("DATE", "2024-03-XX", "", "2024-03-21", "2024-03-31")),
        ("De brug is van voor 2010.", Timex("DATE", "2010", "BEFORE")),
        ("Vorige maandag viel de stad.", Timex("DATE", "2024-07-XX")),
        ("Dinsdag om 10.00 uur viel de stad.", Timex("TIME", "2024-07-23T10:00")),
        ("De strijd duurde drie weken.", Timex("DURATION", "P3W")),
        ("Elke vrijdag is er markt.", Timex("SET", "XXXX-WXX-5")),
        ("Twee dagen later viel de stad.", Timex("DATE", "XXXX-XX-XX")),
    ],
)
def test_an_expression_has_the_value_of_timex3(text: str, expected: Timex) -> None:
    found = read_expressions(
        simple_analysis(text), published("2024-07-25" if "maandag" in text else "2024-07-26")
    )

    assert timex(found[0]) == expected
