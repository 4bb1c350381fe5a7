"""Versions of one article: the same address, and a text that changed.

A later version speaks for its article, an earlier one stays as what was known then. Many archives
stamp every version with the moment of the first; of such versions only the day is sure, not which
of them could be read at noon.
"""

from __future__ import annotations

from collections.abc import Iterable

from wederhoor.model.report import Report


def undated_versions(reports: Iterable[Report]) -> frozenset[str]:
    """Return the ids of reports that share article and moment with another text.

    Args:
        reports: any reports.

    Example:
        "52 doden" and "207 doden" under one address, both stamped 06:50: at 07:00 at most one of the two
        was there, and nothing says which.
    """
    together: dict[tuple[str, str, str], list[Report]] = {}
    for report in reports:
        if report.article and report.clock:
            together.setdefault((report.outlet, report.article, report.clock), []).append(report)
    return frozenset(
        report.id
        for versions in together.values()
        if len({version.text for version in versions}) > 1
        for report in versions
    )
