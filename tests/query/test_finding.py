from __future__ import annotations

import pytest
from tests.records import IRAN, harbour_raid

from wederhoor.errors import QueryError
from wederhoor.model import DisputeKind, EventType, Span
from wederhoor.query import build_record, explain_claim, find_claim, find_event, sentence_around

PAIRS = harbour_raid()
RECORD = build_record([r for r, _ in PAIRS], [reading for _, reading in PAIRS])
RAID = next(w for w in RECORD.events if w.event.type is EventType.ASSAULT)


def test_an_event_is_found_by_its_id_or_by_a_beginning_that_only_it_has() -> None:
    assert find_event(RECORD, RAID.event.id) is RAID
    assert find_event(RECORD, RAID.event.id[:-1]) is RAID


def test_a_beginning_that_several_events_share_is_refused_with_their_ids() -> None:
    with pytest.raises(QueryError, match=r"may be e\w+, .* or e\w+"):
        find_event(RECORD, "e")


def test_an_unknown_id_is_refused_with_advice() -> None:
    with pytest.raises(QueryError, match="wederhoor timeline"):
        find_event(RECORD, "zzz")
    with pytest.raises(QueryError, match="wederhoor show"):
        find_claim(RECORD, "zzz")
    with pytest.raises(QueryError):
        find_event(RECORD, "")


def test_a_slip_in_an_id_is_met_with_the_id_that_was_meant() -> None:
    slip = RAID.event.id[:-1] + "_"
    with pytest.raises(QueryError, match=f"did you mean .*{RAID.event.id}"):
        find_event(RECORD, slip)


def test_a_claim_is_not_an_event_and_the_message_says_what_to_do() -> None:
    with pytest.raises(QueryError, match="wederhoor explain cwb11"):
        find_event(RECORD, "cwb11")
    with pytest.raises(QueryError, match=f"wederhoor show {RAID.event.id}"):
        find_claim(RECORD, RAID.event.id)


def test_a_claim_explains_its_sentence_its_links_and_the_other_side() -> None:
    found = explain_claim(RECORD, "cwb11")
    assert found.sentence.of(found.report.text).startswith("Bij een aanval")
    assert found.sentence.of(found.report.text).endswith("gevallen.")
    assert found.claim.sources == (IRAN,)
    assert found.mention.id == "wb1#1"
    assert {join.second for join in found.joins} | {join.first for join in found.joins} >= {
        "wb1#1",
        "pk2#1",
    }
    assert [dispute.kind for dispute in found.disputes] == [DisputeKind.DISPUTE]


@pytest.mark.parametrize(
    ("text", "words", "sentence"),
    [
        (
            "Het regent. Volgens Iran vielen er tien doden. Dat is veel.",
            "tien doden",
            "Volgens Iran vielen er tien doden.",
        ),
        ("Kop zonder punt\n\nDe brug is dicht", "brug", "De brug is dicht"),
        ("Hij zei: “Kom!” Toen vertrok Jan. Klaar.", "vertrok", "Toen vertrok Jan."),
        ("Er vielen 1.200 doden bij St. annaparochie.", "1.200", None),
    ],
)
def test_a_sentence_is_found_around_its_evidence(
    text: str, words: str, sentence: str | None
) -> None:
    start = text.index(words)
    found = sentence_around(text, Span(start, start + len(words)))
    assert found.of(text) == (sentence or text)


def test_a_sentence_without_end_is_cut_not_far_from_its_evidence() -> None:
    text = "woord " * 100_000
    assert len(sentence_around(text, Span(300_000, 300_005)).of(text)) < 1000
