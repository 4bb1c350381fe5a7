"""Which triggers of one report speak of the same event.

What comes in: the `Occurrence`s of a report, in text order. What goes out: `Group`s, one an event.

A report mostly tells one story: a trigger joins the event of its type that nothing contradicts, best
the one with the same parties and words; another day, place, party or the words "andere", "nieuwe",
"eerdere" make it an event of its own. Speech acts (a demand, a threat) are one a speaker.

Example:
    "Bij een aanslag op een markt vielen doden. De aanslag is opgeëist." is one event with two triggers.
"""

from __future__ import annotations

from collections.abc import Iterable

from wederhoor.extract.events import tree
from wederhoor.extract.events.clashes import Eased, contradicts, shared_days
from wederhoor.extract.events.groups import Group
from wederhoor.extract.events.kinds import STORY
from wederhoor.extract.events.likeness import opens_background, speech_score, story_score
from wederhoor.extract.events.occurrences import Occurrence
from wederhoor.extract.events.retelling import (
    accounts_for,
    answers_to,
    goes_on,
    headline_of,
    is_disowned,
    is_one_more,
    kills_the_same,
    looks_back_further_on,
    looks_back_with_headline,
    names_other_doer,
    one_clause,
    only_dates,
    points_back,
    sums_up,
    takes_up_headline,
    tells_its_planning,
)
from wederhoor.model import Analysis, Anchor, DaySet

_TIED = 5.0  # outweighs whatever else speaks for another event
_TAKEN_UP = 6.0  # "die aanval" right after it was told
_FRESH = 7  # days before publication from which a dated event is not the news itself
_COUNTS_FROM = 3  # sentences within which "twee dagen later" counts from the day told before


def group(analysis: Analysis, occurrences: Iterable[Occurrence], published: DaySet) -> list[Group]:
    """Return the events of a report, each with its occurrences, in order of first mention."""
    stale = published.ranges[0][0] - _FRESH
    lead = tree.lead_paragraph(analysis)
    groups: list[Group] = []
    last: tuple[int, DaySet] | None = None  # the sentence that gave a day last, and that day
    for occurrence in occurrences:
        sentence = analysis.tokens[occurrence.candidate.token].sent
        near = last is not None and sentence - last[0] <= _COUNTS_FROM
        when = _days(analysis, occurrence, last[1] if last and near else None)
        open_to = [
            known
            for known in groups
            if kills_the_same(analysis, known, occurrence, when)
            or looks_back_with_headline(analysis, known, occurrence)
            or looks_back_further_on(analysis, known, occurrence, past=_is_past(when, stale))
            or not _is_older(analysis, known, when, stale, lead)
        ]
        chosen = _choose(analysis, open_to, occurrence, when, stale)
        if chosen is None:
            chosen = Group([])
            groups.append(chosen)
        _take(chosen, occurrence, when)
        last = (sentence, chosen.when) if chosen.when else last
    for found in groups:
        if found.when is None:
            found.when = _carried(found)
    return groups


def _carried(found: Group) -> DaySet | None:
    """Return the days that the sentences around its mentions give to an event that no words date."""
    times = (item.dating.time for item in found.occurrences if item.dating)
    return next((time.days for time in times if time.days), None)


def _is_older(analysis: Analysis, known: Group, when: DaySet | None, stale: int, lead: int) -> bool:
    """Tell whether the day is too long ago for the undated event that the report opens with."""
    if known.when is not None or not _is_past(when, stale):
        return False
    if known.first.candidate.rule.state:
        return False  # a war or an offensive may well have begun that long ago
    opening = analysis.tokens[known.first.candidate.token].sent
    return analysis.sentences[opening].paragraph <= lead


def _is_past(when: DaySet | None, stale: int) -> bool:
    """Tell whether the days are all too long ago to be the news."""
    return when is not None and when.ranges[-1][1] < stale


def _days(analysis: Analysis, occurrence: Occurrence, before: DaySet | None) -> DaySet | None:
    time = occurrence.when
    if time is None or tree.counts_from_next(analysis, time):
        return None
    if time.anchor is Anchor.EVENT and time.offset is not None:
        return before.shift(*time.offset) if before else None
    return time.days


def _take(chosen: Group, occurrence: Occurrence, when: DaySet | None) -> None:
    chosen.occurrences.append(occurrence)
    if when:
        chosen.when = (chosen.when.intersect(when) or chosen.when) if chosen.when else when
    each = occurrence.when.each if occurrence.when else ()
    if each:
        both = shared_days(chosen.each, each) if chosen.each else each
        chosen.each = both if any(both) else chosen.each
    for place in occurrence.places:
        chosen.places.setdefault(place.key, place)


def _choose(
    analysis: Analysis, groups: list[Group], occurrence: Occurrence, when: DaySet | None, stale: int
) -> Group | None:
    best: tuple[float, int] = (0.0, -1)
    for number, candidate in enumerate(groups):
        score = _fit(analysis, candidate, occurrence, when, stale)
        if score is not None and score > best[0]:
            best = (score, number)  # a tie goes to the event told first: the report's own news
    return groups[best[1]] if best[1] >= 0 else None


def _takes_up(analysis: Analysis, known: Group, occurrence: Occurrence) -> bool:
    return (
        points_back(analysis, known, occurrence)
        or names_other_doer(analysis, known, occurrence)
        or accounts_for(analysis, known, occurrence)
        or goes_on(analysis, known, occurrence)
    )


def _is_another(analysis: Analysis, known: Group, occurrence: Occurrence) -> bool:
    return (
        answers_to(analysis, known, occurrence)
        or is_disowned(analysis, known, occurrence)
        or is_one_more(analysis, known, occurrence)
    )


def _fit(
    analysis: Analysis, known: Group, occurrence: Occurrence, when: DaySet | None, stale: int
) -> float | None:
    """Score how well an occurrence fits an event; None when something contradicts it."""
    same_type = occurrence.type is known.first.type
    if not same_type:
        return _TAKEN_UP if points_back(analysis, known, occurrence) else None
    if _takes_up(analysis, known, occurrence) or kills_the_same(analysis, known, occurrence, when):
        return _TAKEN_UP
    if occurrence.type in STORY and one_clause(analysis, known, occurrence):
        # "werd gedood bij een luchtaanval"
        return None if only_dates(analysis, known, occurrence) else _TIED
    eased = Eased(
        extent=takes_up_headline(analysis, known, occurrence)
        or sums_up(analysis, known, occurrence),
        realis=tells_its_planning(analysis, known, occurrence),
    )
    if contradicts(known, occurrence, when, eased) or _is_another(analysis, known, occurrence):
        return None
    if occurrence.type in STORY:
        score = story_score(analysis, known, occurrence)
        return score - 1.0 * _opens_another(analysis, known, occurrence, when, stale)
    tied = headline_of(analysis, known, occurrence)
    return _TIED if tied else speech_score(analysis, known, occurrence)


def _opens_another(
    analysis: Analysis, known: Group, occurrence: Occurrence, when: DaySet | None, stale: int
) -> bool:
    background = opens_background(analysis, known, occurrence, when, stale + _FRESH)
    past = _is_past(when, stale)
    return background and not looks_back_further_on(analysis, known, occurrence, past=past)
