"""What linking looks at in a mention, worked out once so that comparing two mentions is cheap."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from wederhoor.linking.families import FAMILY, MATERIAL
from wederhoor.linking.flights import flights
from wederhoor.linking.persons import ages, person_keys
from wederhoor.linking.reference import is_another, refers_back
from wederhoor.model.actor import Actor, ActorKind, folded
from wederhoor.model.dayset import DaySet
from wederhoor.model.event import Claim, EventMention, Field, Reading, Realis, Stance
from wederhoor.model.place import Place, Precision
from wederhoor.model.quantity import Quantity
from wederhoor.model.report import Report
from wederhoor.model.span import Span
from wederhoor.resources.everywhere import is_everywhere, is_town
from wederhoor.resources.phrases import (
    content_words,
    head,
    is_campaign,
    is_generic,
    sentence_span,
    stem,
)

_NEAR = 45  # characters on either side of a trigger that are right beside it
_LONG = 5  # letters from which a word beside a trigger tells something
_OPENING = 500  # characters: the headline and the first paragraph or two
_FIRST_PAGE = 1500  # characters that say which story a report belongs to
_NAME = re.compile(r"(?<=[a-zà-ÿ,] )[A-ZÀ-Þ]\w+")  # not the first word of a sentence
_WORD = re.compile(r"[\w'-]+")
_LONGEST = 4  # words in the name of a town: "Capelle aan den IJssel"
_STATE_ARMS = frozenset(
    {ActorKind.STATE, ActorKind.GOVERNMENT, ActorKind.MILITARY, ActorKind.THING}
)
_ZONES = 1  # days that it can be later where it happened than where it was reported
_FINE = frozenset({Precision.SITE, Precision.SETTLEMENT})
_TOLD = frozenset({Realis.ACTUAL, Realis.DENIED, Realis.POSSIBLE})

CountKey = tuple[Field, str, str]
"""Field, part, and head of what is counted ("" for people in general)."""


@dataclass(frozen=True, slots=True)
class Parties:
    """Those named or described in one role (actor or recipient).

    Attributes:
        names: keys of the named ones.
        wider: folded names of the named ones and of all they belong to, and the states whose bodies and
            arms they are ("Amerikaanse gevechtsvliegtuigen").
        heads: folded head words of the described ones ("kerken").
    """

    names: frozenset[str] = frozenset()
    wider: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.names or self.heads)


@dataclass(frozen=True, slots=True)
class Telling:
    """One mention as its event is made of it: a `Profile` without what only comparing needs."""

    mention: EventMention
    claims: tuple[Claim, ...]
    order: tuple[tuple[int, str, str], int]
    when: DaySet | None


@dataclass(frozen=True, slots=True)
class Profile:
    """One mention as linking sees it.

    Attributes:
        mention: the mention itself.
        claims: its claims.
        order: report order, then the number of the mention in its report.
        family: see `families.FAMILY`.
        when: the days that it can have been, as far as they can be believed; see `_believed`.
        days: the first and last of them, None when nothing is said.
        firm: the same days when words give exact bounds, else None.
        published: first and last day on which the report can have come out.
        latest: the last day on which it can have happened, when it is told as done.
        news: by what days it was news: those of publication, or sooner where its report says that something followed it.
        fine: its sites and settlements.
        regions: keys of its regions and areas.
        countries: codes of all its places.
        told_countries: the same without inferred places, which contradict nothing.
        actors: who did it.
        recipients: to whom or what.
        sides: folded names of those who did it, of all they belong to, and of the states it was launched from.
        counts: the counts told of it.
        words: stems of the content words of its triggers.
        beside: stems of the nouns and verbs right beside its triggers, names left out.
        about: the names in the headline and the opening of its report.
        story: the names in a longer part of it, those of states and agencies left out.
        sentence: content words of the sentence of its first trigger.
        names: names in the sentences of its triggers, those of its places left out.
        refers: whether it only refers to a deed that readers know already.
        another: whether its words say that it is another deed than that ("nieuwe aanslagen").
        victims: keys of the named persons to whom it was done; see `persons`.
        doers: keys of the named persons who did it.
        ages: ages told in the sentences of its triggers.
        towns: the towns of its own country of which its report tells, as its headline and opening say.
        flights: numbers of flights in the sentences of its triggers.
        campaign: whether it is told as something that lasts, of which single deeds are a part.
    """

    mention: EventMention
    claims: tuple[Claim, ...]
    order: tuple[tuple[int, str, str], int]
    family: str
    when: DaySet | None
    days: tuple[int, int] | None
    firm: DaySet | None
    published: tuple[int, int]
    latest: int | None
    news: tuple[int, int]
    fine: tuple[Place, ...]
    regions: frozenset[str]
    countries: frozenset[str]
    told_countries: frozenset[str]
    actors: Parties
    recipients: Parties
    sides: frozenset[str]
    counts: Mapping[CountKey, tuple[Quantity, ...]]
    words: frozenset[str]
    beside: frozenset[str]
    about: frozenset[str]
    sentence: frozenset[str]
    names: frozenset[str] = frozenset()
    refers: bool = False
    another: bool = False
    victims: frozenset[str] = frozenset()
    doers: frozenset[str] = frozenset()
    ages: frozenset[str] = frozenset()
    flights: frozenset[str] = frozenset()
    towns: frozenset[str] = frozenset()
    campaign: bool = False
    story: frozenset[str] = frozenset()

    @property
    def told(self) -> bool:
        """Whether it is told as something that was or may have been, not as a plan or a wish."""
        return self.mention.realis in _TOLD

    @property
    def material(self) -> bool:
        """Whether it is a deed rather than words."""
        return self.mention.type in MATERIAL


def profiles_of(reading: Reading, report: Report) -> Iterable[Profile]:
    """Yield the profile of every mention of a reading.

    Example:
        "Twee raketten troffen gisteren een basis bij Bagdad" has one fine place, one day, family
        "force", and a count of weapons.
    """
    before = _before_others(reading)
    for told in tellings_of(reading, report):
        yield _profile(told, report, before.get(told.mention.id))


def tellings_of(reading: Reading, report: Report) -> Iterable[Telling]:
    """Yield every mention of a reading with its claims."""
    claims: dict[str, list[Claim]] = {mention.id: [] for mention in reading.mentions}
    for claim in reading.claims:
        if claim.mention in claims:
            claims[claim.mention].append(claim)
    for number, mention in enumerate(reading.mentions):
        order = (report.order, number)
        yield Telling(mention, tuple(claims[mention.id]), order, believed(mention, report))


def _before_others(reading: Reading) -> dict[str, int]:
    """Return the last days of mentions that others, whose days are known, are told to follow.

    Example:
        "Vorige maand zijn troepen gestuurd in reactie op een aanval" leaves that attack no day of this month.
    """
    found: dict[str, int] = {}
    for mention in reading.mentions:
        if mention.when is None or mention.when.approximate or mention.when_inferred:
            continue
        for timing in mention.timings:
            if timing.to and timing.low is not None and not timing.each:
                last = mention.when.ranges[-1][1] - timing.low
                found[timing.to] = min(found.get(timing.to, last), last)
    return found


def _profile(told: Telling, report: Report, before: int | None) -> Profile:
    mention, claims, when = told.mention, told.claims, told.when
    actors = _parties(claims, Field.ACTOR)
    triggers = [trigger.span for trigger in mention.triggers]
    refers = refers_back(report.text, len(report.title), triggers)
    where = _of_the_deed(mention.where) if refers else mention.where
    return Profile(
        mention=mention,
        claims=claims,
        order=told.order,
        family=FAMILY[mention.type],
        when=when,
        days=None if when is None else _bounds(when),
        firm=when if when and not when.approximate and not mention.when_inferred else None,
        published=_bounds(report.days),
        latest=_latest(mention, report, before),
        news=_news(_bounds(report.days), before),
        fine=tuple(place for place in where if place.precision in _FINE),
        regions=frozenset(
            place.key for place in where if place.precision in (Precision.REGION, Precision.AREA)
        ),
        countries=frozenset(place.country for place in where if place.country),
        told_countries=frozenset(
            place.country for place in where if place.country and not place.inferred
        ),
        actors=actors,
        recipients=_parties(claims, Field.RECIPIENT),
        sides=actors.wider | _launched_from(claims),
        counts=_counts(claims),
        words=frozenset(_words(report.text, triggers)),
        beside=frozenset(_beside(report.text, triggers)),
        about=_about(report.text),
        story=_story(report.text),
        towns=_towns(report.text),
        sentence=frozenset(_sentence(report.text, triggers)),
        names=_names(report.text, triggers, mention.where),
        refers=refers,
        another=is_another(report.text, triggers),
        victims=person_keys(_actors(claims, Field.RECIPIENT)),
        doers=person_keys(_actors(claims, Field.ACTOR)),
        ages=ages(sentence_span(report.text, span).of(report.text) for span in triggers),
        flights=flights(sentence_span(report.text, span).of(report.text) for span in triggers),
        campaign=bool(triggers) and all(is_campaign(span.of(report.text)) for span in triggers),
    )


def _actors(claims: Iterable[Claim], field: Field) -> Iterable[Actor]:
    values = (claim.value for claim in claims if claim.field is field)
    return (value for value in values if isinstance(value, Actor))


def _latest(mention: EventMention, report: Report, before: int | None) -> int | None:
    if mention.realis is not Realis.ACTUAL:
        return None
    last = report.days.ranges[-1][1] + _ZONES
    return last if before is None else min(last, before)


def _news(published: tuple[int, int], before: int | None) -> tuple[int, int]:
    return published if before is None else (min(published[0], before), min(published[1], before))


def _of_the_deed(where: tuple[Place, ...]) -> tuple[Place, ...]:
    """Return the places of what is referred to: in a country that is named, where one is.

    Example:
        Of "in Gent hangen de vlaggen halfstok na de aanslagen in Ecuador" Ecuador, and not Gent.
    """
    named = {p.country for p in where if p.precision is Precision.COUNTRY and not p.inferred}
    inside = tuple(place for place in where if place.country in named)
    return inside if named else where


def believed(mention: EventMention, report: Report) -> DaySet | None:
    """Return the days of a mention; None where a deed told as done would be of a day after its report."""
    if mention.when is None or mention.realis is not Realis.ACTUAL:
        return mention.when
    last = report.days.ranges[-1][1] + _ZONES
    return mention.when if mention.when.ranges[0][0] <= last else None


def _bounds(days: DaySet) -> tuple[int, int]:
    return days.ranges[0][0], days.ranges[-1][1]


def _parties(claims: Iterable[Claim], field: Field) -> Parties:
    values = [claim.value for claim in claims if claim.field is field]
    actors = [value for value in values if isinstance(value, Actor)]
    named = [actor for actor in actors if _has_name(actor)]
    heads = {head(actor.name) for actor in actors if not _has_name(actor)}
    wider = {folded(name) for actor in named for name in (actor.name, *actor.part_of)}
    wider |= {state(actor.country) for actor in actors if actor.country and _of_state(actor)}
    heads |= {head(value) for value in values if isinstance(value, str)}
    heads |= {head(value.name) for value in values if isinstance(value, Place)}
    return Parties(
        names=frozenset(actor.key for actor in named),
        wider=frozenset(wider),
        heads=frozenset(heads - {""}),
    )


def _launched_from(claims: Iterable[Claim]) -> frozenset[str]:
    places = (claim.value for claim in claims if claim.field is Field.ORIGIN)
    return frozenset(state(p.country) for p in places if isinstance(p, Place) and p.country)


def state(country: str) -> str:
    """Return what a state is called among the names that its bodies and arms go by."""
    return f"state {country}"


def _of_state(actor: Actor) -> bool:
    return actor.country is not None and actor.kind in _STATE_ARMS


def _has_name(actor: Actor) -> bool:
    """Whether it is one known party: "de politie" is a different one in every town."""
    return actor.id is not None or (actor.named and actor.name[:1].isupper())


def _counts(claims: Iterable[Claim]) -> dict[CountKey, tuple[Quantity, ...]]:
    found: dict[CountKey, set[Quantity]] = {}
    for claim in claims:
        if isinstance(claim.value, Quantity) and claim.stance is not Stance.DENY:
            of = "" if is_generic(claim.value.of) else head(claim.value.of or "")
            found.setdefault((claim.field, folded(claim.part), of), set()).add(claim.value)
    return {key: tuple(values) for key, values in found.items()}


def _words(text: str, spans: list[Span]) -> Iterable[str]:
    for span in spans:
        yield from map(stem, content_words(span.of(text)))


def _beside(text: str, spans: list[Span]) -> Iterable[str]:
    for span in spans:
        around = sentence_span(text, span)
        start, end = max(around.start, span.start - _NEAR), min(around.end, span.end + _NEAR)
        words = f"{text[start : span.start]} {text[span.end : end]}".split()[1:-1]
        lower = " ".join(word for word in words if word[:1].islower())
        yield from (stem(word) for word in content_words(lower) if len(word) >= _LONG)


def _names(text: str, spans: Iterable[Span], where: Iterable[Place]) -> frozenset[str]:
    """Return the names told beside a deed ("MH17", "Lübcke"), which only few deeds have."""
    found = {
        folded(name) for span in spans for name in _NAME.findall(sentence_span(text, span).of(text))
    }
    places = {word for place in where for word in folded(f"{place.name} {place.surface}").split()}
    return frozenset(found - places)


@lru_cache(maxsize=4096)
def _about(text: str) -> frozenset[str]:
    return frozenset(folded(name) for name in _NAME.findall(text[:_OPENING]))


@lru_cache(maxsize=4096)
def _towns(text: str) -> frozenset[str]:
    words = _WORD.findall(text[:_OPENING])
    runs = (
        folded(" ".join(words[i : i + length]))
        for i, word in enumerate(words)
        if word[:1].isupper()
        for length in range(1, _LONGEST + 1)
    )
    return frozenset(filter(is_town, runs))


@lru_cache(maxsize=4096)
def _story(text: str) -> frozenset[str]:
    names = {folded(name) for name in _NAME.findall(text[:_FIRST_PAGE])}
    return frozenset(name for name in names if not is_everywhere(name))


def _sentence(text: str, spans: list[Span]) -> Iterable[str]:
    if spans:
        yield from content_words(sentence_span(text, spans[0]).of(text))


def year_of(day: int) -> int:
    """Return the year in which a day (ordinal) lies."""
    return date.fromordinal(day).year
