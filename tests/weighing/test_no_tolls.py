"""Counts that are no step of a toll and in no dispute: of the badly hurt, and those taken back."""

from __future__ import annotations

from dataclasses import replace

from tests.builders import IRAN, US, count, event_of, report, said, told

from wederhoor.model import EditorialStatus, Field
from wederhoor.weighing import weigh


def test_the_badly_hurt_are_no_step_in_the_line_of_the_injured() -> None:
    claims, reports = [], {}
    for day, value in (
        ("08", count(400)),
        ("09", count(600, of="zwaargewonden")),
        ("10", count(500)),
    ):
        source = report(f"r{day}", "Bericht over de aanval.", f"2020-01-{day}")
        claims.append(said(told(source, "aanval"), source, Field.INJURED, value))
        reports[source.id] = source
    steps = weigh(event_of(claims), reports).disputes
    assert [(found.first.value, found.second.value) for found in steps] == [
        (count(400), count(500))
    ]


def test_what_its_speaker_took_back_is_in_no_dispute() -> None:
    source = report("r", "Bij de aanval vielen tien doden, of geen.")
    mention = told(source, "aanval")
    taken_back = replace(
        said(mention, source, Field.KILLED, count(10), by=IRAN, words="tien doden"),
        status=EditorialStatus.WITHDRAWN,
    )
    none = said(mention, source, Field.KILLED, count(0), by=US, words="geen")
    blamed = said(mention, source, Field.ACTOR, IRAN, by=US)
    assert not weigh(event_of([taken_back, none, blamed]), {"r": source}).disputed
