"""The timeline as a drawing: points, bands where the date is uncertain, bars where it is crowded.

Example:
    An attack on "8 januari" is a point; a protest on "een zondag in januari" four thin bands, never a
    point in the middle; ten thousand events are a profile of how many there were when.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from wederhoor.query import Catalogue, Entry, days_in_words
from wederhoor.resources.labels import Labels
from wederhoor.web.links import Links
from wederhoor.web.view.scale import Scale, Tick, whole_months
from wederhoor.web.view.threads import story_name
from wederhoor.web.view.words import heading

WIDTH = 1000.0
ROW = 15.0  # height of a row of marks
_MOST_MARKS = 240  # in one lane; more are drawn as bars
_MOST_ROWS = 12
_MOST_LANES = 7
_BARS = 100
_BARS_HEIGHT = 70.0
_LANE_HEAD = 20.0
_AXIS = 26.0
_LEAST = 8.0  # width of a mark that a finger can hit
_HOURS = 3  # days; so few leave room for the hours of the reports
_WITHOUT_LANES = "none"

Zoom = Callable[[date, date], str]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a mark, from the left."""

    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Mark:
    """One event: a point when its day is known, else a stretch for every run of possible days."""

    href: str
    label: str
    y: float
    parts: tuple[Stretch, ...]
    exact: bool
    dated: bool
    disputed: bool


@dataclass(frozen=True, slots=True)
class Bars:
    """How many events there were in a stretch of days, and how many of them are disputed."""

    href: str
    label: str
    x: float
    width: float
    y: float
    height: float
    disputed: float


@dataclass(frozen=True, slots=True)
class Lane:
    """A band of the drawing with a name."""

    name: str
    top: float
    height: float
    marks: tuple[Mark, ...]
    bars: tuple[Bars, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """The drawing.

    Attributes:
        height: its height, in the units in which it is 1,000 wide.
        lanes: from the top.
        ticks: along the foot.
        moments: where reports came out, when hours can be told apart; x and words.
        first: the first day.
        last: the last day.
    """

    height: float
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    moments: tuple[tuple[float, str], ...]
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a chart is drawn with: the record, where links lead, the words."""

    catalogue: Catalogue
    links: Links
    labels: Labels
    zoom: Zoom | None = None

    def chart(
        self, entries: Sequence[Entry], by: str, span: tuple[date | None, date | None]
    ) -> Chart | None:
        """Draw events.

        Args:
            entries: the events.
            by: what lanes are made by: "none", "type", "place", "actor" or "story".
            span: the first and last day to draw; None for those of the events.

        Returns:
            The chart; None where there is nothing to draw.
        """
        if not entries:
            return None
        scale = _scale(entries, span)
        lanes: list[Lane] = []
        top = 0.0
        for name, found in self._lanes(entries, by):
            lane = self._lane(name, found, scale, top)
            lanes.append(lane)
            top = lane.top + lane.height
        return Chart(
            height=top + _AXIS,
            lanes=tuple(lanes),
            ticks=scale.ticks(self.labels),
            moments=self._moments(entries, scale) if scale.days <= _HOURS else (),
            first=date.fromordinal(scale.low),
            last=date.fromordinal(scale.high),
        )

    def _lanes(self, entries: Sequence[Entry], by: str) -> list[tuple[str, list[Entry]]]:
        if by == _WITHOUT_LANES:
            return [("", list(entries))]
        names = self._lane_names(by)
        found: dict[str, list[Entry]] = {}
        for entry in entries:
            for key in self._keys(entry, by) & names.keys() or {""}:
                found.setdefault(key, []).append(entry)
        rest = found.pop("", [])
        ranked = sorted(found, key=lambda key: (-len(found[key]), names[key]))
        lanes = [(names[key], found[key]) for key in ranked[:_MOST_LANES]]
        drawn = {id(entry) for _, shown in lanes for entry in shown}
        others = {id(e): e for key in ranked[_MOST_LANES:] for e in found[key]} | {
            id(e): e for e in rest
        }
        left = [entry for entry in others.values() if id(entry) not in drawn]
        left.sort(key=lambda entry: entry.placing.order)
        return [*lanes, (self.labels["web.lane.rest"], left)] if left else lanes

    def _lane_names(self, by: str) -> dict[str, str]:
        if by == "type":
            kinds = {entry.weighed.event.type for entry in self.catalogue.entries}
            return {kind: self.labels[f"type.{kind}"] for kind in kinds}
        if by == "story":
            return {story.id: story_name(story, self.labels) for story in self.catalogue.threads}
        named = self.catalogue.places if by == "place" else self.catalogue.parties
        return {item.key: item.name for item in named}

    def _keys(self, entry: Entry, by: str) -> set[str]:
        if by == "type":
            return {entry.weighed.event.type}
        if by == "story":
            story = self.catalogue.thread_of.get(entry.weighed.event.id)
            return {story.id} if story else set()
        return set(entry.places if by == "place" else entry.actors)

    def _lane(self, name: str, entries: list[Entry], scale: Scale, top: float) -> Lane:
        head = _LANE_HEAD if name else 6.0
        rows = _packed(entries, scale) if len(entries) <= _MOST_MARKS else None
        if rows is None or max(rows.values(), default=0) >= _MOST_ROWS:
            bars = self._bars(entries, scale, top + head)
            return Lane(name, top, head + _BARS_HEIGHT + 4, (), bars)
        marks = tuple(
            self._mark(entries[number], scale, top + head + row * ROW)
            for number, row in rows.items()
        )
        return Lane(name, top, head + (max(rows.values(), default=0) + 1) * ROW + 4, marks, ())

    def _mark(self, entry: Entry, scale: Scale, y: float) -> Mark:
        event, placing = entry.weighed.event, entry.placing
        told = heading(event, self.catalogue.record.reports, self.labels)
        days = days_in_words(placing.days, self.labels)
        words = days if placing.dated else self.labels.fill("html.reported", days=days)
        disputed = f" ({self.labels['html.disputed.badge']})" if entry.weighed.disputed else ""
        return Mark(
            href=self.links.event(event.id),
            label=f"{words}: {told}{disputed}",
            y=round(y, 1),
            parts=_parts(entry, scale),
            exact=placing.days.exact,
            dated=placing.dated,
            disputed=entry.weighed.disputed,
        )

    def _bars(self, entries: list[Entry], scale: Scale, top: float) -> tuple[Bars, ...]:
        step = max(1, -(-scale.days // _BARS))
        weight, disputed = _profile(entries, scale, step)
        highest = max(weight.values(), default=1.0) or 1.0
        bars = []
        for number in sorted(weight):
            low = scale.low + number * step
            high = min(low + step - 1, scale.high)
            x, width = scale.bar(low, high, 1.0) or (0.0, 0.0)
            first, last = date.fromordinal(low), date.fromordinal(high)
            tall = max(1.5, weight[number] / highest * _BARS_HEIGHT)
            bars.append(
                Bars(
                    href=self.zoom(first, last) if self.zoom and scale.days > 1 else "",
                    label=self.labels.fill(
                        "web.chart.bar", first=first, last=last, n=round(weight[number], 1)
                    ),
                    x=x,
                    width=max(width - 0.8, 0.8),
                    y=round(top + _BARS_HEIGHT - tall, 1),
                    height=round(tall, 1),
                    disputed=round(tall * disputed[number] / weight[number], 1),
                )
            )
        return tuple(bars)

    def _moments(self, entries: Sequence[Entry], scale: Scale) -> tuple[tuple[float, str], ...]:
        reports = self.catalogue.record.reports
        names = dict.fromkeys(m.report for entry in entries for m in entry.weighed.event.mentions)
        found = []
        for name in names:
            when = _clock(reports[name].published)
            if when is None or not scale.low <= when.toordinal() <= scale.high:
                continue
            x = scale.x(when.toordinal() + (when.hour + when.minute / 60) / 24)
            found.append((x, f"{when:%H:%M} {reports[name].outlet}".strip()))
        return tuple(sorted(found))


def _scale(entries: Sequence[Entry], span: tuple[date | None, date | None]) -> Scale:
    low = min(entry.placing.days.ranges[0][0] for entry in entries)
    high = max(entry.placing.days.ranges[-1][1] for entry in entries)
    low, high = whole_months(low, high)
    low = span[0].toordinal() if span[0] else low
    high = span[1].toordinal() if span[1] else high
    return Scale(low, max(low, high), WIDTH)


def _parts(entry: Entry, scale: Scale) -> tuple[Stretch, ...]:
    found = (scale.bar(low, high, 3.0) for low, high in entry.placing.days.ranges)
    return tuple(Stretch(*part) for part in found if part)


def _packed(entries: list[Entry], scale: Scale) -> dict[int, int] | None:
    """Give every event the first row in which it touches no other; None where too many are needed."""
    ends: list[float] = []
    rows: dict[int, int] = {}
    for number, entry in enumerate(entries):
        parts = _parts(entry, scale)
        if not parts:
            continue
        start = parts[0].x
        row = next((r for r, end in enumerate(ends) if end <= start), len(ends))
        if row >= _MOST_ROWS:
            return None
        end = max(parts[-1].x + parts[-1].width, start + _LEAST) + 2
        ends[row : row + 1] = [end]
        rows[number] = row
    return rows


def _profile(
    entries: Sequence[Entry], scale: Scale, step: int
) -> tuple[dict[int, float], dict[int, float]]:
    """Spread each event over its possible days: one of five Sundays is a fifth of an event on each."""
    weight: defaultdict[int, float] = defaultdict(float)
    disputed: defaultdict[int, float] = defaultdict(float)
    for entry in entries:
        days = entry.placing.days
        if days.ranges[0][0] == days.ranges[-1][1]:  # most: one day
            if scale.low <= (day := days.ranges[0][0]) <= scale.high:
                weight[(day - scale.low) // step] += 1
                disputed[(day - scale.low) // step] += entry.weighed.disputed
            continue
        share = 1 / len(days)
        for low, high in days.ranges:
            start, end = max(low, scale.low), min(high, scale.high)
            while start <= end:
                number = (start - scale.low) // step
                stop = min(end, scale.low + (number + 1) * step - 1)
                part = (stop - start + 1) * share
                weight[number] += part
                disputed[number] += part if entry.weighed.disputed else 0
                start = stop + 1
    return weight, disputed


def _clock(published: str) -> datetime | None:
    if "T" not in published:
        return None
    try:
        return datetime.fromisoformat(published)
    except ValueError:
        return None
