"""The days of events, by all that all their reports say: one network of constraints over the record.

What comes in: the groups of mentions that are one event each. What goes out: for each group its days, the
reasons that they follow from, and the reasons that clash. A report dated by the month ties all its events
to its unknown day of publication; once another report dates one of them, the others follow.

Only where such ties are is there a network; elsewhere the days are those that all mentions allow.

Example:
    "Zondag" and "gisteren" in a report of January 2020, and "dinsdag 31 december" in another one about
    the second event, date the first 29 December.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from wederhoor.chronology import Between, Constraint, Narrowed, Step, ToldOn, Within, narrow
from wederhoor.linking.assembling import Dated, Told
from wederhoor.model.dayset import DaySet
from wederhoor.model.report import Report
from wederhoor.model.timing import PUBLICATION, DayReason, Timing

_LONGEST = 400  # days: an order that leaves more than about a year says nothing


def date_groups(
    groups: Sequence[Sequence[Told]], reports: Mapping[str, Report]
) -> dict[str, Dated]:
    """Return, by the first mention of a group, the days of the groups that are tied to others.

    Args:
        groups: mentions of one event each.
        reports: at least the reports of the mentions.
    """
    net = _Net(groups, reports)
    narrowed = narrow(net.constraints())
    return {name: net.dated(name, narrowed) for name in sorted(net.wanted)}


class _Net:
    """The constraints of a record, and the way back from them to the words."""

    def __init__(self, groups: Sequence[Sequence[Told]], reports: Mapping[str, Report]) -> None:
        self.reports = reports
        self.event_of = {p.mention.id: group[0].mention.id for group in groups for p in group}
        self.members = {group[0].mention.id: group for group in groups}
        self.reasons: dict[str, DayReason] = {}
        self.wanted = self._tied()

    def _tied(self) -> set[str]:
        """Return the events on which a report of an unknown day, an order, or a clash bears."""
        tied: set[str] = set()
        for name, group in self.members.items():
            if _apart(group):
                tied.add(name)
            for profile in group:
                links = [t for t in profile.mention.timings if t.to in self.event_of]
                loose = profile.when is None or not profile.when.exact
                if any(t.each for t in profile.mention.timings) or (links and loose):
                    tied.add(name)
                    tied |= {self.event_of[t.to] for t in links}
        return tied

    def constraints(self) -> Iterator[Constraint]:
        """Yield what the mentions of the tied events say."""
        vague: set[str] = set()
        for name in sorted(self.wanted):
            for profile in self.members[name]:
                yield from self._of_mention(name, profile)
                if not self.reports[profile.mention.report].days.exact:
                    vague.add(profile.mention.report)
        for report in sorted(vague):
            why = self._why(DayReason(report, "", None, of_publication=True))
            yield Within(_published(report), self.reports[report].days, why)

    def _of_mention(self, name: str, profile: Told) -> Iterator[Constraint]:
        mention, report = profile.mention, self.reports[profile.mention.report]
        firm = _firm(profile)
        if report.days.exact and firm:
            why = self._why(DayReason(report.id, mention.id, _first_words(profile)))
            yield Within(name, firm, why)
        for timing in mention.timings:
            why = self._why(DayReason(report.id, mention.id, timing))
            if not report.days.exact:
                yield from self._told(name, report, timing, why)
            other = self.event_of.get(timing.to)
            if other is not None and other != name:
                yield Between(other, name, timing.low, timing.high, why, timing.inferred)

    def _told(self, name: str, report: Report, timing: Timing, why: str) -> Iterator[Constraint]:
        """Yield what a report of an unknown day says: it bears on that day as well."""
        published = _published(report.id)
        if timing.each:
            pairs = zip(report.days, timing.each, strict=True)
            each = tuple((day, days) for day, days in pairs if days and not days.approximate)
            if each:
                yield ToldOn(name, published, each, why, timing.inferred)
        elif timing.days and not timing.days.approximate:
            yield Within(name, timing.days, why, timing.inferred)
        if timing.to == PUBLICATION:
            yield Between(published, name, timing.low, timing.high, why, timing.inferred)

    def _why(self, reason: DayReason) -> str:
        rule = reason.timing.rule if reason.timing else ""
        start = reason.timing.span.start if reason.timing and reason.timing.span else -1
        key = f"{reason.report} {reason.mention} {rule} {start}"
        self.reasons[key] = reason
        return key

    def dated(self, name: str, narrowed: Narrowed) -> Dated:
        """Return what the network leaves of an event, and the way there."""
        days = narrowed.days.get(name)
        clashes = tuple(
            tuple(self.reasons[c.why] for c in clash.constraints if c.why in self.reasons)
            for clash in narrowed.clashes
            if name in clash.variables
        )
        if days is None or not self._worth_saying(name, days):
            return Dated(None, (), clashes)
        told = (step for step in narrowed.chain(name) if step.by.why in self.reasons)
        steps = (
            step for step in told if step.after
        )  # one that leaves a side open explains nothing
        return Dated(days, tuple(self._reason(step) for step in steps), clashes)

    def _worth_saying(self, name: str, days: DaySet) -> bool:
        """Tell whether days are to be given: words date the event, or one day is left, or a short order."""
        timings = [t for profile in self.members[name] for t in profile.mention.timings]
        told = any(t.days or t.each for t in timings) or any(
            _firm(p) and not p.mention.when_inferred for p in self.members[name]
        )
        ordered = any(t.to and not t.inferred for t in timings)
        return told or days.exact or (ordered and len(days) <= _LONGEST)

    def _reason(self, step: Step) -> DayReason:
        reason = self.reasons[step.by.why]
        published = step.of == _published(reason.report)
        return DayReason(
            reason.report, reason.mention, reason.timing, step.before, step.after, published
        )


def _firm(told: Told) -> DaySet | None:
    """Return the days that words give a mention, where these are exact bounds."""
    firm = told.when and not told.when.approximate and not told.mention.when_inferred
    return told.when if firm else None


def _published(report: str) -> str:
    return f"{PUBLICATION} of {report}"


def _first_words(profile: Told) -> Timing | None:
    return next((t for t in profile.mention.timings if t.days or t.to), None)


def _apart(group: Sequence[Told]) -> bool:
    """Tell whether mentions that were joined firmly give days that they do not share."""
    common: DaySet | None = None
    for profile in group:
        firm = _firm(profile)
        if firm is None:
            continue
        if common and common.intersect(firm) is None:
            return True
        common = firm
    return False
