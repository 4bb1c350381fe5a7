"""Reports and spans: the text that offsets count in, and the fingerprint of a report."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from tests.strategies import reports, spans

from wederhoor.model import Report, Span


@given(reports)
def test_the_same_report_under_another_id_has_the_same_fingerprint(report: Report) -> None:
    assert replace(report, id="anders").content_hash == report.content_hash
    assert replace(report, body=report.body + ".").content_hash != report.content_hash


@given(reports)
def test_the_text_begins_with_the_title_and_ends_with_the_body(report: Report) -> None:
    assert report.text.startswith(report.title)
    assert report.text.endswith(report.body)


@given(spans, spans)
def test_a_cover_contains_both_spans(first: Span, second: Span) -> None:
    cover = first.cover(second)

    assert cover == second.cover(first)
    assert cover.contains(first)
    assert cover.contains(second)


@given(spans, spans)
def test_spans_overlap_when_they_share_a_character(first: Span, second: Span) -> None:
    shared = set(range(first.start, first.end)) & set(range(second.start, second.end))

    if shared:
        assert first.overlaps(second)
    elif first.start < first.end and second.start < second.end:
        assert not first.overlaps(second)


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (4, 3)])
def test_a_span_that_ends_before_it_starts_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="start <= end"):
        Span(start, end)
