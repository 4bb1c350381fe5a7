"""The record that the example reports give, and its HTML file, through the whole pipeline."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from wederhoor.ingest import read_reports
from wederhoor.model import DisputeKind, Field, Quantity, Report, Stance
from wederhoor.pipeline import Reader
from wederhoor.query import Catalogue, Record, build_record
from wederhoor.resources.labels import LANGS, Lang
from wederhoor.web.links import FileNames
from wederhoor.web.publish import pages

FOLDER = Path(__file__).parents[2] / "examples" / "al-asad"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def record() -> Record:
    reports = [item for item in read_reports([str(FOLDER)]) if isinstance(item, Report)]
    readings = [reading for _, reading in Reader().read_many(reports)]
    return build_record(reports, readings)


def test_eighty_dead_and_none_stand_side_by_side(record: Record) -> None:
    pairs = [
        {found.first.value.low, found.second.value.low}
        for weighed in record.events
        for found in weighed.disputes
        if found.kind is DisputeKind.DISPUTE
        and found.field is Field.KILLED
        and isinstance(found.first.value, Quantity)
        and isinstance(found.second.value, Quantity)
    ]
    assert {0, 80} in pairs


def test_denials_are_in_the_record_under_the_party_that_denies(record: Record) -> None:
    deniers = {
        claim.sources[0].name
        for weighed in record.events
        for claim in weighed.event.claims
        if claim.stance is Stance.DENY and claim.sources
    }
    assert "Iran" in deniers


def test_every_report_has_claims_and_many_counts_have_a_source(record: Record) -> None:
    claims = [claim for weighed in record.events for claim in weighed.event.claims]
    assert len({claim.report for claim in claims}) == len(record.reports)
    counts = [claim for claim in claims if claim.field in (Field.KILLED, Field.INJURED)]
    assert len([claim for claim in counts if claim.sources]) * 3 > len(counts)


@pytest.mark.parametrize("lang", LANGS)
def test_the_published_pages_show_every_event_and_report_and_mark_every_claim(
    record: Record, lang: Lang
) -> None:
    catalogue = Catalogue(record)
    names = FileNames(catalogue)
    made = dict(pages(catalogue, names, lang))
    assert set(names.events.values()) | set(names.reports.values()) <= made.keys()
    marked = {
        anchor
        for file in names.reports.values()
        for anchor in re.findall(r'<span class="pin" id="([^"]+)"', made[file])
    }
    assert {f"c-{c.id}" for weighed in record.events for c in weighed.event.claims} <= marked
