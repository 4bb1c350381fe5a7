"""The annotated reports of the stream: what the file holds, and what is counted."""

from __future__ import annotations

from pathlib import Path

from evaluation.factuality import read_marked
from evaluation.gold import read_rows
from evaluation.stream import FIRST, SETS, Counts

from wederhoor.model import EventType, Realis


def test_the_annotations_hold_offsets_and_labels_only() -> None:
    rows = [row for path in SETS for row in read_rows(path)]
    assert {path.stem for path in SETS} == set(FIRST)
    mentions = [span for row in rows for event in row["events"] for span in event["mentions"]]
    assert len(mentions) >= 150
    assert all(0 <= first < stop for first, stop in mentions)
    for event in (event for row in rows for event in row["events"]):
        assert EventType(event["type"])
        assert Realis(event["realis"])
        assert set(event) <= {"type", "realis", "mentions", "actor", "recipient"}


def test_f1_weighs_what_is_found_against_both_sides() -> None:
    counts = Counts()
    counts.predicted.update(["ASSAULT", "ASSAULT", "PROTEST"])
    counts.annotated.update(["ASSAULT"])
    counts.found.update(["ASSAULT"])
    assert counts.f1 == 0.5
    assert Counts().f1 == 0.0


def test_certainty_and_polarity_are_read_beside_the_word(tmp_path: Path) -> None:
    path = tmp_path / "bericht.factuality"
    path.write_text(
        "1\tOman\t_\t_\t_\n2\tontkent\tB-E\tB-CERTAIN\tB-NEG\n3\t.\t_\t_\t_\n", encoding="utf-8"
    )
    text, marked = read_marked(path)
    assert text == "Oman ontkent ."
    assert [(text[m.start : m.end], m.certain, m.positive) for m in marked] == [
        ("ontkent", True, False)
    ]
