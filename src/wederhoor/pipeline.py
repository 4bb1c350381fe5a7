"""The steps in order: a report is analysed, what happened is extracted, and every fact gets its source.

    reports -> language -> extract -> attribution -> Reading (kept in the store)
    readings -> linking -> weighing (derived when asked)

Example:
    >>> from wederhoor.pipeline import Reader  # doctest: +SKIP
    >>> Reader().read(report).claims  # doctest: +SKIP
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wederhoor.attribution import attribute
from wederhoor.extract import extract, mend
from wederhoor.language import load_pipeline
from wederhoor.model import Analysis, Reading, Report

_BATCH = 64  # reports that are analysed together


class Reader:
    """Reads reports: holds the language pipeline, which takes a second or two to load."""

    def __init__(self, pipeline_name: str = "wederhoor_nl") -> None:
        """Load the language pipeline.

        Args:
            pipeline_name: any installed Dutch spaCy pipeline with UD trees and entities.

        Raises:
            LanguageError: there is no such pipeline, or it lacks a tagger, a parser or entities.
        """
        self._pipeline = load_pipeline(pipeline_name)

    def read(self, report: Report) -> Reading:
        """Return all that one report says happened, and according to whom."""
        return read_analysis(report, self._pipeline.analyse(report.text))

    def read_many(self, reports: Iterable[Report]) -> Iterator[tuple[Report, Reading]]:
        """Yield each report with its reading, in the order they came; quicker than one by one."""
        batch: list[Report] = []
        for report in reports:
            batch.append(report)
            if len(batch) == _BATCH:
                yield from self._read_batch(batch)
                batch = []
        yield from self._read_batch(batch)

    def _read_batch(self, batch: list[Report]) -> Iterator[tuple[Report, Reading]]:
        analyses = self._pipeline.analyse_many(report.text for report in batch)
        for report, analysis in zip(batch, analyses, strict=True):
            yield report, read_analysis(report, analysis)


def read_analysis(report: Report, analysis: Analysis) -> Reading:
    """Return the reading of a report that is already analysed."""
    mended = mend(analysis)
    return attribute(report, mended, extract(report, mended))
