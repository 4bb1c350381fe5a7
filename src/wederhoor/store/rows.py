"""The nouns of the model as rows of the tables, and back."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row, RowMapping

from wederhoor.model import Claim, DaySet, Decision, DecisionKind, EventMention, Reading, Report
from wederhoor.model.codec import dumps, loads


def report_row(report: Report) -> dict[str, Any]:
    """Return the row of a report."""
    return {
        "id": report.id,
        "content_hash": report.content_hash,
        "published": report.published,
        "days": report.days.edtf(),
        "first_day": report.order[0],
        "outlet": report.outlet,
        "url": report.url,
        "title": report.title,
        "body": report.body,
    }


def report_of(row: Row[Any]) -> Report:
    """Return the report of a row."""
    days = DaySet.from_edtf(row.days)
    return Report(row.id, row.title, row.body, row.published, days, row.outlet, row.url)


def mention_rows(reading: Reading) -> list[dict[str, Any]]:
    """Return the rows of the mentions of a reading."""
    return [
        {
            "report": reading.report,
            "n": n,
            "id": mention.id,
            "type": mention.type.value,
            "realis": mention.realis.value,
            "first_day": mention.when.ranges[0][0] if mention.when else None,
            "last_day": mention.when.ranges[-1][1] if mention.when else None,
            "json": dumps(mention),
        }
        for n, mention in enumerate(reading.mentions)
    ]


def claim_rows(reading: Reading) -> list[dict[str, Any]]:
    """Return the rows of the claims of a reading."""
    return [
        {
            "report": reading.report,
            "n": n,
            "id": claim.id,
            "mention": claim.mention,
            "field": claim.field.value,
            "stance": claim.stance.value,
            "rule": claim.rule,
            "json": dumps(claim),
        }
        for n, claim in enumerate(reading.claims)
    ]


def reading_of(report: str, mentions: list[str], claims: list[str]) -> Reading:
    """Return the reading of a report from the JSON of its rows, in their order."""
    return Reading(
        report,
        tuple(loads(EventMention, text) for text in mentions),
        tuple(loads(Claim, text) for text in claims),
    )


def decision_row(decision: Decision) -> dict[str, Any]:
    """Return the row of a decision."""
    return {
        "id": decision.id,
        "kind": decision.kind.value,
        "first": decision.first,
        "second": decision.second,
        "reviewer": decision.reviewer,
        "made": decision.made,
        "reason": decision.reason,
    }


def decision_of(row: RowMapping) -> Decision:
    """Return the decision of a row."""
    return Decision(**{**row, "kind": DecisionKind(row["kind"])})


def moved(mention: str, old: str, new: str) -> str:
    """Return the id of a mention after its report got another id; others stay as they are.

    Example:
        `moved("b1#2", "b1", "a7")` is "a7#2".
    """
    report, mark, number = mention.rpartition("#")
    return f"{new}{mark}{number}" if mark and report == old else mention
