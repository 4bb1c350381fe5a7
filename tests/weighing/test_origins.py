"""How many independent origins a position has: copies of one text count once."""

from __future__ import annotations

from tests.builders import POLICE, count, event_of, report, said, told

from wederhoor.model import Field, WeighedEvent
from wederhoor.weighing import weigh

AGENCY = "Bij de aanval op de haven zijn volgens de politie twaalf mensen gedood."


def positions_of(*texts: tuple[str, str]) -> WeighedEvent:
    claims, reports = [], {}
    for number, (outlet, text) in enumerate(texts):
        source = report(f"r{number}", text, "2020-01-08", outlet)
        reports[source.id] = source
        claims.append(said(told(source, "aanval"), source, Field.KILLED, count(12), by=POLICE))
    return weigh(event_of(claims), reports)


def test_one_agency_sentence_in_three_papers_is_one_origin() -> None:
    (position,) = positions_of(
        ("Bode", AGENCY),
        ("Courant", f"{AGENCY} De haven is gesloten."),
        ("Dagblad", AGENCY.replace("zijn", "Zijn")),
    ).positions
    assert position.origins == 1
    assert len(position.outlets) == 3


def test_a_report_in_its_own_words_is_an_origin_of_its_own() -> None:
    own = "Twaalf doden telde onze verslaggever ter plaatse na de zware aanval van gisteren."
    (position,) = positions_of(("Bode", AGENCY), ("Courant", AGENCY), ("Dagblad", own)).positions
    assert position.origins == 2


def test_a_short_sentence_may_be_written_twice_by_chance() -> None:
    (position,) = positions_of(("Bode", "Een aanval."), ("Courant", "Een aanval.")).positions
    assert position.origins == 2


def test_an_outlet_that_repeats_itself_is_one_origin() -> None:
    (position,) = positions_of(("Bode", "Een aanval."), ("Bode", "Een aanval.")).positions
    assert position.origins == 1
