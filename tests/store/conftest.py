"""Reports and readings to keep, made by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from tests.builders import BASE
from tests.records import IRAN

from wederhoor.model import (
    Claim,
    Damage,
    DaySet,
    EventMention,
    EventType,
    Field,
    Quantity,
    Reading,
    Realis,
    Report,
    Span,
    Stance,
    Trigger,
)

VALUES = (True, IRAN, BASE, Damage.LIMITED, Quantity(11, None, of="raketten"), None, "wraak")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "wederhoor.db"


@pytest.fixture
def make_report() -> Callable[..., Report]:
    def make(report_id: str, body: str = "", day: date = date(2024, 3, 2)) -> Report:
        text = body or f"Bericht {report_id}: Iran claimt een aanval met raketten."
        return Report(
            report_id, "Aanval", text, day.isoformat(), DaySet.day(day), "De Bode", "urn:1"
        )

    return make


@pytest.fixture
def make_reading() -> Callable[..., Reading]:
    """Return a maker of readings with two mentions and `claims` claims."""

    def make(report: Report, claims: int = len(VALUES)) -> Reading:
        mentions = tuple(
            EventMention(
                f"{report.id}#{n}",
                report.id,
                EventType.ASSAULT,
                ("heavy-weapons",),
                Realis.ACTUAL,
                report.days.shift(-n) if n else None,
                (BASE,),
                (Trigger(Span(0, 6), "event.aanval"),),
            )
            for n in range(2)
        )
        said = tuple(
            Claim(
                f"{report.id}:{n}",
                mentions[n % 2].id,
                report.id,
                list(Field)[n % len(Field)],
                VALUES[n % len(VALUES)],
                (IRAN,),
                Stance.ASSERT,
                Span(n, n + 6),
                "count.tal",
                "source.claimt",
                Span(0, 4),
            )
            for n in range(claims)
        )
        return Reading(report.id, mentions, said)

    return make
