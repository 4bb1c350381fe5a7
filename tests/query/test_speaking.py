"""What one party said, what is said of it, and how versions of an article differ."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.records import IRAN, OMAN, Told, harbour_raid, report

from wederhoor.errors import QueryError
from wederhoor.model import EventType, Field, Quantity, Stance
from wederhoor.query import build_record, parties, party_record, revision, versions

PAIRS = harbour_raid()
RECORD = build_record([kept for kept, _ in PAIRS], [reading for _, reading in PAIRS])


def test_who_speaks_is_listed_with_how_often_and_how_often_it_is_contradicted() -> None:
    told = {party.actor.name: (party.says, party.disputed) for party in parties(RECORD)}
    assert told["Iran"] == (1, 1)
    assert told["Oman"] == (1, 1)


def test_a_party_has_what_it_said_and_who_contradicts_it() -> None:
    found = party_record(RECORD, IRAN.key)
    assert [told.position.value for told in found.asserted] == [Quantity(8, 8)]
    assert [one.dispute.second.source for one in found.disputes] == [OMAN]
    assert not any((found.denied, found.unknown, found.conceded, found.as_actor))


def test_who_comes_back_on_its_words_concedes() -> None:
    first = Told(report("a", "2021-03-05", "Iran ontkent de aanval op Sohar."))
    first.event(EventType.ASSAULT, "aanval", when="2021-03-04")
    first.claim(Field.ACTOR, IRAN, "Iran", by=(IRAN, "Iran"), stance=Stance.DENY)
    second = Told(report("b", "2021-03-09", "Iran erkent de aanval op Sohar."))
    second.event(EventType.ASSAULT, "aanval", when="2021-03-04")
    second.claim(Field.ACTOR, IRAN, "Iran", by=(IRAN, "Iran"))
    made = build_record([first.report, second.report], [first.reading(), second.reading()])
    assert len(made.events) == 1
    found = party_record(made, IRAN.key)
    assert [one.dispute.first.stance for one in found.conceded] == [Stance.DENY]
    assert found.disputes == ()
    assert len(found.as_actor) == 2


def test_nobody_is_made_up() -> None:
    with pytest.raises(QueryError, match="no party"):
        party_record(RECORD, "Q0")


def test_versions_of_an_article_are_compared_by_sentence_and_claim() -> None:
    kept = replace(PAIRS[0][0], url="https://bode.example/nieuws/5855247/acht-doden")
    body = kept.body.replace("acht doden", "negen doden")
    later = replace(kept, id="wb2", body=body, url=kept.url.replace("acht", "negen"))
    told = Told(later).event(EventType.ASSAULT, "aanval", when="2021-03-04")
    told.claim(Field.KILLED, Quantity(9, 9), "negen doden", by=(IRAN, "volgens Teheran"))
    made = build_record([kept, later], [PAIRS[0][1], told.reading()])
    assert [one.id for one in versions(made, "wb1")] == ["wb1", "wb2"]
    found = revision(made, "wb1", "wb2")
    assert ["acht doden" in span.of(kept.text) for span in found.gone] == [True]
    assert ["negen doden" in span.of(later.text) for span in found.new] == [True]
    assert [claim.value for claim in found.added] == [Quantity(9, 9)]
    assert Quantity(8, 8) in [claim.value for claim in found.dropped]
    assert versions(RECORD, "pk2") == (RECORD.reports["pk2"],)
