"""Days over the whole record: a report of a month becomes exact by one of a day, and clashes are told."""

from __future__ import annotations

from itertools import permutations

import pytest

from wederhoor.linking import link
from wederhoor.linking.profile import profiles_of
from wederhoor.model import DaySet, Decision, DecisionKind, Event, EventType, Reading, Report
from wederhoor.pipeline import Reader

MONTH = (
    "Betogers hebben gisteren de Turkse ambassade in Tunis bestormd. "
    "Zij waren woedend over de luchtaanval van zondag op een dorp in Syrië.\n\n"
    "Afgelopen vrijdag doodden rebellen een Turkse generaal bij een aanval op een basis in Noord-Syrië. "
    "Turkije reageerde twee dagen later met het bombardement op het dorp."
)
DAY = "Betogers hebben dinsdag de Turkse ambassade in Tunis bestormd. Zij gooiden met stenen."


def _report(name: str, published: str, text: str) -> Report:
    return Report(
        id=name,
        outlet=name,
        published=published,
        days=DaySet.from_edtf(published),
        title="",
        body=text,
    )


@pytest.fixture(scope="module")
def both(reader: Reader) -> list[tuple[Report, Reading]]:
    reports = [_report("maand", "2020-01", MONTH), _report("dag", "2020-01-01", DAY)]
    return [(report, reader.read(report)) for report in reports]


def _linked(pairs: list[tuple[Report, Reading]], *decisions: Decision) -> tuple[Event, ...]:
    return link([r for _, r in pairs], {report.id: report for report, _ in pairs}, decisions)


def _whens(events: tuple[Event, ...]) -> set[str]:
    return {
        event.when.edtf()
        for event in events
        if event.when and any(m.report == "maand" for m in event.mentions)
    }


def test_alone_a_report_of_a_month_gives_sets_of_days(both: list[tuple[Report, Reading]]) -> None:
    assert not any(DaySet.from_edtf(when).exact for when in _whens(_linked(both[:1])))


def test_one_dated_report_makes_all_its_days_exact(both: list[tuple[Report, Reading]]) -> None:
    events = {_linked(list(order)) for order in permutations(both)}
    assert len(events) == 1
    (found,) = events
    assert _whens(found) == {"2019-12-27", "2019-12-29", "2019-12-31"}


def test_the_chain_goes_by_way_of_the_day_of_publication(
    both: list[tuple[Report, Reading]],
) -> None:
    (friday,) = (e for e in _linked(both) if e.when == DaySet.from_edtf("2019-12-27"))
    reports = [reason.report for reason in friday.day_reasons]
    assert reports[0] == "dag"
    assert friday.day_reasons[-1].after == friday.when
    published = [reason.after for reason in friday.day_reasons if reason.of_publication]
    assert published[-1] == DaySet.from_edtf("2020-01-01")


def test_days_that_a_reviewer_joined_against_their_words_are_told_as_a_clash(
    reader: Reader,
) -> None:
    texts = {
        "een": "Rebellen vielen zondag een dorp bij Homs aan.",
        "twee": "Rebellen vielen dinsdag een dorp bij Homs aan.",
    }
    pairs = [
        (report, reader.read(report))
        for name, text in texts.items()
        for report in [_report(name, "2020-01-08", text)]
    ]
    joined = Decision("d", DecisionKind.JOIN, "een#1", "twee#1", "eindredacteur", "2020-01-09")
    (event,) = (e for e in _linked(pairs, joined) if e.type is EventType.ASSAULT)
    assert event.when == DaySet.from_edtf("[2020-01-05,2020-01-07]")
    assert [{reason.report for reason in clash} for clash in event.day_clashes] == [{"een", "twee"}]
    words = {reason.timing.rule for reason in event.day_clashes[0] if reason.timing}
    assert words == {"time.weekday"}


def test_what_an_answer_of_last_month_followed_was_not_this_month(reader: Reader) -> None:
    text = "Vorige maand stuurde Iran soldaten naar Oman, in reactie op een aanval op twee tankers."
    report = _report("c", "2021-06-18", text)
    ((_, reading),) = reader.read_many([report])
    (attack,) = (p for p in profiles_of(reading, report) if p.mention.type is EventType.ASSAULT)
    assert attack.days is None
    assert attack.latest == attack.news[1] == DaySet.from_edtf("2021-05-31").ranges[0][0]
