"""Rows are judged rule by rule exactly as the scorer judges them all together."""

from __future__ import annotations

from pathlib import Path

import pytest
from evaluation.__main__ import main
from evaluation.gold import Gold, Row, by_id, find_gold, read_rows
from evaluation.rules import Judged, judge
from evaluation.running import Figures, export_claims, score
from evaluation.tables import rules_table, wrong_rows


@pytest.fixture(scope="module")
def gold() -> Gold:
    found = find_gold()
    if found is None:
        pytest.skip("no gold here")
    return found


@pytest.fixture(scope="module")
def claims(gold: Gold, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("evaluation") / "claims.jsonl"
    export_claims(gold.docs, path)
    return path


@pytest.fixture(scope="module")
def judged(gold: Gold, claims: Path) -> Judged:
    docs = by_id(read_rows(gold.docs))
    return judge(docs, read_rows(gold.annotations), read_rows(claims), gold.scorer())


@pytest.fixture(scope="module")
def figures(gold: Gold, claims: Path) -> Figures:
    return score(gold, claims)


def test_right_facts_add_up_to_the_precision_of_claims(
    gold: Gold, claims: Path, judged: Judged, figures: Figures
) -> None:
    plain = {row["rule"] for row in read_rows(claims) if gold.scorer().plain_mention(row)}
    facts = [tally for rule, tally in judged.rules.items() if rule not in plain]
    rows = sum(tally.rows for tally in facts)
    assert rows == figures["claims"]["pred"]
    assert sum(tally.right for tally in facts) / rows == pytest.approx(
        figures["claims"]["p"], abs=5e-4
    )
    assert sum(tally.sourced for tally in facts) / rows == pytest.approx(
        figures["sourced"]["p"], abs=5e-4
    )


def test_events_per_type_add_up_to_those_of_all(judged: Judged, figures: Figures) -> None:
    types = judged.types.values()
    assert sum(found.predicted for found in types) == figures["typed"]["pred"]
    assert sum(found.annotated for found in types) == figures["typed"]["gold"]
    found = sum(found.found for found in types)
    assert found / figures["typed"]["gold"] == pytest.approx(figures["typed"]["r"], abs=5e-4)


def test_every_row_that_is_scored_is_judged_once(gold: Gold, claims: Path, judged: Judged) -> None:
    scored = [r for r in read_rows(claims) if r["field"] not in gold.scorer().UNSCORED]
    assert sum(tally.rows for tally in judged.rules.values()) == len(scored)
    for tally in judged.rules.values():
        assert tally.sourced <= tally.right <= tally.event <= tally.rows


def test_tables_name_every_rule_and_its_wrong_rows(judged: Judged) -> None:
    told, wrong = rules_table(judged), wrong_rows(judged, 1)
    for rule, tally in judged.rules.items():
        assert rule in told
        assert (f"{rule}: {len(tally.wrong)} wrong of {tally.rows}" in wrong) is bool(tally.wrong)


def test_the_annotations_are_right_about_themselves(gold: Gold) -> None:
    rows = [
        _trigger(found, event) for found in read_rows(gold.annotations) for event in found["events"]
    ]
    docs = by_id(read_rows(gold.docs))
    scorer = gold.scorer()
    for row in rows:
        row["start"] = scorer.full_text(docs[row["report"]]).index(row["quote"])
        row["end"] = row["start"] + len(row["quote"])
    told = judge(docs, read_rows(gold.annotations), rows, scorer)
    assert all(found.predicted == found.annotated for found in told.types.values())


def _trigger(found: Row, event: Row) -> Row:
    return {
        "report": found["report"], "event": event["key"], "type": event["type"],
        "field": "occurred", "value": True, "sources": [], "stance": "assert", "rule": "gold",
        "quote": event["mentions"][0],
    }  # fmt: skip


def test_without_gold_the_evaluation_is_skipped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("WEDERHOOR_SHARED", str(tmp_path))
    assert main(["--gate"]) == 0
    assert "skipped: no gold here" in capsys.readouterr().out
