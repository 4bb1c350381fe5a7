from __future__ import annotations

import json

from tests.records import harbour_raid

from wederhoor.export import event_object, full_event_object
from wederhoor.model import EventType
from wederhoor.query import build_record

PAIRS = harbour_raid()
RECORD = build_record([kept for kept, _ in PAIRS], [reading for _, reading in PAIRS])
RAID = next(w for w in RECORD.events if w.event.type is EventType.ASSAULT)


def test_an_event_in_short_says_what_a_line_of_the_timeline_says() -> None:
    made = event_object(RAID, RECORD)
    assert made["when"] == "2021-03-04"
    assert made["disputed"] is True
    assert [value["low"] for value in made["counts"]["killed"]] == [8, 0]
    assert made["first_reported"] == "2021-03-05T18:30:00+01:00"


def test_an_event_without_days_has_none_and_only_its_place_on_the_timeline() -> None:
    consult = next(w for w in RECORD.events if w.event.type is EventType.CONSULT)
    made = full_event_object(consult, RECORD)
    assert made["when"] is None
    assert made["placed"] == "2021-03-06"


def test_a_full_event_names_the_positions_of_a_dispute_and_their_claims() -> None:
    made = json.loads(json.dumps(full_event_object(RAID, RECORD)))
    dispute = next(found for found in made["disputes"] if found["kind"] == "dispute")
    sides = [made["positions"][dispute[side]] for side in ("first", "second")]
    assert {side["source"]["name"] for side in sides} == {"Iran", "Oman"}
    quotes = {claim["claim"]: claim["quote"] for claim in made["claims"]}
    assert [quotes[side["claims"][0]] for side in sides] == ["acht doden", "doden"]
    assert made["joins"][0]["reasons"]
