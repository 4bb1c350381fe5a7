"""What a report leaves of the days of its events: words, order and conventions put together.

What comes in: the events of a report, grouped. What goes out: for each event its days, and the `Timing`s that
they follow from, which later let other reports make them narrower.

Days that words give stay as they are read. An event without a time of its own gets days when words of order
tie it to a dated one on both sides, or when conventions of news leave one single day, whatever the
day of publication.

Example:
    "Vanochtend ontplofte een bom. Daarna pakte de politie zes mensen op." dates the arrests today: not
    before the bomb, and not after publication.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from wederhoor.chronology import Between, Constraint, Within, narrow
from wederhoor.extract.events.conventions import goes_on, main_event, told_in_past
from wederhoor.extract.events.dating import Dating
from wederhoor.extract.events.groups import Group
from wederhoor.extract.events.order import find_links
from wederhoor.model import PUBLICATION, Analysis, DaySet, Realis, Report, TimeMention, Timing

_MOST_DAYS = 31  # of publication; what is dated by the year is too vague to conclude from
_LONGEST = 400  # days: an order that leaves more than about a year says nothing


@dataclass(frozen=True, slots=True)
class Timed:
    """The days of one event as far as its report allows, and what they follow from."""

    when: DaySet | None
    timings: tuple[Timing, ...]


def time_events(
    report: Report, analysis: Analysis, groups: Sequence[Group], times: Sequence[TimeMention]
) -> list[Timed]:
    """Return the days of the events of a report, one for each group."""
    timings = [list(_words(analysis, group)) for group in groups]
    for link in find_links(analysis, groups):
        to = mention_id(report, link.earlier)
        found = Timing(
            link.rule, link.span, to=to, low=link.low, high=link.high, inferred=link.loose
        )
        timings[link.later].append(found)
    main = main_event(analysis, groups)
    if main is not None:
        to = mention_id(report, main)
        for number in goes_on(analysis, groups, times, main):
            timings[number].append(Timing("news.goes-on", to=to, low=0, inferred=True))
    for number, group in enumerate(groups):
        if group.realis is Realis.ACTUAL and (timings[number] or group.when):
            timings[number].append(Timing("news.past", to=PUBLICATION, high=0, inferred=True))
    left = _undated(report, groups, timings)
    return [
        _timed(_past(report, analysis, group) or left.get(number), timings[number])
        for number, group in enumerate(groups)
    ]


def _past(report: Report, analysis: Analysis, group: Group) -> DaySet | None:
    """Return the days that words give, without those after publication where it is told as done.

    Where all are after it, the words were misread or count from elsewhere: then nothing is known.
    """
    when = group.when
    if when is None or when.approximate or group.realis is not Realis.ACTUAL:
        return when
    if not any(told_in_past(analysis, item) for item in group.occurrences):
        return when
    return when.intersect(DaySet(((1, report.days.ranges[-1][1]),)))


def mention_id(report: Report, number: int) -> str:
    """Return the id of the event mention of a group."""
    return f"{report.id}#{number + 1}"


def _timed(when: DaySet | None, timings: Sequence[Timing]) -> Timed:
    telling = when or any(timing.to != PUBLICATION for timing in timings)
    return Timed(when, tuple(timings) if telling else ())


def _words(analysis: Analysis, group: Group) -> Iterator[Timing]:
    """Yield the times of the mentions of an event that its days are made of."""
    seen: set[tuple[DaySet, str]] = set()
    for item in group.occurrences:
        dating = item.dating
        days = dating.time.days if dating else None
        if dating is None or days is None or group.when is None:
            continue
        fits = group.when.intersect(days) == group.when
        if fits and (days, dating.time.rule) not in seen:
            seen.add((days, dating.time.rule))
            yield _word(analysis, dating, days)


def _word(analysis: Analysis, dating: Dating, days: DaySet) -> Timing:
    time = dating.time
    span = analysis.span(time.first, time.stop)
    given = {"each": time.each} if time.each else {"days": days}
    return Timing(time.rule, span, inferred=not dating.told, **given)


# ---------------------------------------------------------------- what follows for the undated
def _undated(
    report: Report, groups: Sequence[Group], timings: Sequence[Sequence[Timing]]
) -> dict[int, DaySet]:
    """Return the days of the events without a time that follow from the others."""
    wanted = [n for n, group in enumerate(groups) if group.when is None and timings[n]]
    if not wanted or len(report.days) > _MOST_DAYS:
        return {}
    found: dict[int, DaySet] = {}
    vague = _vague(report, groups, timings)
    for place, day in enumerate(report.days):
        left = narrow(_told_on(report, timings, place, day)).days
        for number in list(wanted):
            days = left.get(mention_id(report, number))
            if days is None or not _worth_saying(days, timings[number]):
                wanted.remove(number)
                found.pop(number, None)
            else:
                found[number] = found[number].unite(days) if number in found else days
    return {
        number: replace(days, approximate=mention_id(report, number) in vague)
        for number, days in found.items()
    }


def _vague(
    report: Report, groups: Sequence[Group], timings: Sequence[Sequence[Timing]]
) -> set[str]:
    """Return the events with vague days, and those whose days follow from one of them."""
    vague = {
        mention_id(report, number)
        for number, group in enumerate(groups)
        if group.when and group.when.approximate
    }
    before = -1
    while len(vague) > before:
        before = len(vague)
        vague |= {
            mention_id(report, number)
            for number, given in enumerate(timings)
            if groups[number].when is None and any(timing.to in vague for timing in given)
        }
    return vague


def _worth_saying(days: DaySet, timings: Sequence[Timing]) -> bool:
    """Tell whether days are to be given: one day, or what words of order leave."""
    ordered = any(timing.to and not timing.inferred for timing in timings)
    return days.exact or (ordered and len(days) <= _LONGEST)


def _told_on(
    report: Report, timings: Sequence[Sequence[Timing]], place: int, day: int
) -> Iterator[Constraint]:
    """Yield the constraints as they are when the report came out on the given day."""
    yield Within(PUBLICATION, DaySet.of([day]), "published")
    for number, given in enumerate(timings):
        of = mention_id(report, number)
        for timing in given:
            days = timing.each[place] if timing.each else timing.days
            if days:
                yield Within(of, days, timing.rule, timing.inferred)
            if timing.to:
                yield Between(timing.to, of, timing.low, timing.high, timing.rule, timing.inferred)
