"""Reading the times of one report: the grammar over its tokens, told on its days of publication.

Example:
    "Gisteren", in a report published on 26 July 2024, is 25 July; in one dated only "2024-07" it is
    30 June to 30 July.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from wederhoor.extract.times.days import Days, Told
from wederhoor.extract.times.direction import looks_ahead
from wederhoor.extract.times.grammar import Found, Matcher
from wederhoor.extract.times.meanings import Meaning, Telling
from wederhoor.model import Analysis, Anchor, Bearing, DaySet, TimeKind, TimeMention

_SINCE = "time.since"
_FIRST_DAY, _LAST_DAY = date.min.toordinal(), date.max.toordinal()


def read_times(analysis: Analysis, published: DaySet) -> tuple[TimeMention, ...]:
    """Return the times of a report that say when something happened, in the order of the text.

    That is every expression of `read_expressions` with days, or with an offset from another event.

    Args:
        analysis: the report, read by the language step.
        published: the days on which it can have been published.
    """
    return tuple(one for one in read_expressions(analysis, published) if one.tells_when)


def read_expressions(analysis: Analysis, published: DaySet) -> tuple[TimeMention, ...]:
    """Return all time expressions of a report, in the order of the text, none overlapping another.

    Beside days these are clocks ("om 10.00 uur"), durations ("drie weken"), repetitions ("elke vrijdag") and
    bounds ("van vóór 2010"): see `TimeKind` and `Bearing`.

    Args:
        analysis: the report, read by the language step.
        published: the days on which it can have been published.

    Example:
        "Tien jaar geleden", published in July 2024, is one mention with the days of 2014, approximately.
    """
    matcher = Matcher(analysis.tokens)
    mentions: list[TimeMention] = []
    i = 0
    while i < len(analysis.tokens):
        found = matcher.longest_at(i)
        if found is None:
            i += 1
            continue
        if found.rule.lead and found.rule.means["op"] == "same":
            i, found = _without_lead(matcher, i, found)
        if mention := _mention(analysis, published, i, found):
            mentions.append(_with_start(analysis, published, matcher, mention))
        i = found.stop if found.rule.alone else i + 1
    return tuple(mentions)


def _without_lead(matcher: Matcher, i: int, found: Found) -> tuple[int, Found]:
    """Return the expression after "in", "van de" ...: "in mei" is a month, and no more than that."""
    for start in range(i + found.rule.lead, found.stop):
        inner = matcher.longest_at(start)
        if inner and inner.stop == found.stop:
            return start, inner._replace(rule=replace(inner.rule, alone=True))
    return i, found


def _mention(analysis: Analysis, published: DaySet, first: int, found: Found) -> TimeMention | None:
    rule, meaning = found.rule, found.meaning
    if not rule.alone:
        return None
    first += rule.lead
    common: dict[str, Any] = {"kind": meaning.kind, "value": meaning.value, "named": meaning.named}
    if meaning.offset:
        return TimeMention(
            first, found.stop, None, Anchor.EVENT, rule.id, meaning.offset,
            bearing=meaning.bearing, **common
        )  # fmt: skip
    if meaning.kind is not TimeKind.DATE:
        anchor = Anchor.PUBLICATION if meaning.kind is TimeKind.TIME else Anchor.CALENDAR
        return TimeMention(first, found.stop, None, anchor, rule.id, **common)
    each = _each(analysis, published, (first, found.stop), meaning)
    told = [days for days in each if days]
    if not told:
        return None
    bearing = told[0].bearing
    vague = any(days.approximate for days in told)
    anchor = Anchor.CALENDAR if meaning.absolute else Anchor.PUBLICATION
    return TimeMention(
        first,
        found.stop,
        DaySet.of_ranges((pair for days in told for pair in days.ranges), approximate=vague),
        anchor,
        rule.id,
        each=tuple(map(_day_set, each)) if len(each) > 1 else (),
        bearing=bearing,
        **common,
    )


def _with_start(
    analysis: Analysis, published: DaySet, matcher: Matcher, mention: TimeMention
) -> TimeMention:
    """Add to "sinds vorig jaar" the days in which that began: those of "vorig jaar"."""
    if mention.rule != _SINCE:
        return mention
    for first in range(mention.first + 1, mention.stop):
        inner = matcher.longest_at(first)
        start = inner and inner.stop == mention.stop and _mention(analysis, published, first, inner)
        if start:
            return replace(mention, begins=start.days)
    return mention


def _each(
    analysis: Analysis, published: DaySet, own: tuple[int, int], meaning: Meaning
) -> tuple[Days | None, ...]:
    """Return the days as told on each possible day of publication; once for what does not depend on it."""
    if meaning.days is None:
        return ()
    if meaning.absolute:
        return (_told(meaning.days, Told(published.ranges[0][0], None)),)
    ahead = looks_ahead(analysis, *own)
    each = tuple(_told(meaning.days, Told(day, ahead)) for day in published)
    if not any(days and days.bearing is Bearing.AT for days in each):
        return each
    # a bound on one day of publication, days on another: what can be said is the days
    return tuple(days if days and days.bearing is Bearing.AT else None for days in each)


def _day_set(days: Days | None) -> DaySet | None:
    return DaySet.of_ranges(days.ranges, approximate=days.approximate) if days else None


def _told(telling: Telling, told: Told) -> Days | None:
    """Return the days, None when they fall outside the years that a calendar date can have."""
    try:
        days = telling(told)
    except (ValueError, OverflowError):  # the year before 1 or after 9999
        return None
    if days is None or days.low < _FIRST_DAY or days.high > _LAST_DAY:
        return None
    return days
