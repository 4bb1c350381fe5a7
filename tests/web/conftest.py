"""A small record made by hand: disputed, updated, overlapping, undated, planned, and hostile text."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient
from tests import builders
from tests.builders import BAGHDAD, BASE, IRAN, PENTAGON, span_of

from wederhoor.model import (
    Actor,
    ActorKind,
    Claim,
    Damage,
    DaySet,
    Event,
    EventMention,
    EventType,
    Field,
    Place,
    Quantity,
    Realis,
    Report,
    Span,
    Stance,
    Trigger,
    Value,
)
from wederhoor.query import Catalogue, Record
from wederhoor.web.app import create_app
from wederhoor.web.library import Shelf
from wederhoor.weighing import weigh

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FARS = Actor("Fars", "Q1396698", ActorKind.MEDIA, "IR")


def report(
    name: str, published: str, title: str, body: str, outlet: str = "", url: str = ""
) -> Report:
    return builders.report(name, body, published, outlet, title=title, url=url)


NIGHT = report(
    "polder-1",
    "2020-01-08T09:10:00+01:00",
    "Raketten op Ain al-Asad",
    "Op de basis Ain al-Asad kwamen vannacht raketten neer.\n\nVolgens Iran zijn 80 Amerikanen gedood. "
    "Het Pentagon zegt dat er geen doden zijn.\nDe schade is volgens Fars groot, meldt Iran.",
    "De Polderbode",
    "https://polderbode.invalid/1",
)
LATER = report(
    "radio-7",
    "2020-01-17",
    "Elf gewonden",
    "Door de raketaanval op Ain al-Asad raakten elf militairen gewond, aldus het Pentagon.",
    "Radio Noord",
)
LAST = report(
    "polder-9",
    "2020-02",
    "Meer gewonden",
    "Het Pentagon telt nu 109 gewonden na de raketaanval op Ain al-Asad.",
    "De Polderbode",
)
HOSTILE = report(
    "x\" onclick='1'/<b>",
    "2020-01-05",
    "<script>alert('kop')</script> & \"aanhaling\"",
    "</style></script><script>alert(1)</script> Zondag\x00 was er \ud800 een betoging in Bagdad \u202eachterstevoren.\n"
    "<img src=x onerror=alert(2)> &amp; klaar. Er komt een betoging in Bagdad. Eerder was er een betoging.",
    "Het <i>Blad</i>",
    "javascript:alert(3)",
)


@dataclass
class Builder:
    """Makes the claims of one event, each found in its report by the words of its evidence."""

    event: str
    claims: list[Claim] = field(default_factory=list)
    mentions: dict[str, EventMention] = field(default_factory=dict)

    def mention(
        self,
        told: Report,
        trigger: str,
        when: str | None,
        where: tuple[Place, ...] = (),
        *,
        kind: EventType = EventType.ASSAULT,
        realis: Realis = Realis.ACTUAL,
    ) -> None:
        days = DaySet.from_edtf(when) if when else None
        span = span_of(told, trigger)
        self.mentions[told.id] = EventMention(
            f"{told.id}#{self.event}", told.id, kind, (), realis, days, where, (Trigger(span, "t"),)
        )
        self._add(
            told, Field.OCCURRED, value=True, sources=(), stance=Stance.ASSERT, spans=(span, None)
        )

    def claim(
        self,
        told: Report,
        quote: str,
        about: Field,
        value: Value,
        *sources: Actor,
        stance: Stance = Stance.ASSERT,
        named: str = "",
    ) -> None:
        speaker = span_of(told, named) if named else None
        spans = (span_of(told, quote), speaker)
        self._add(told, about, value=value, sources=sources, stance=stance, spans=spans)

    def _add(
        self,
        told: Report,
        about: Field,
        *,
        value: Value,
        sources: tuple[Actor, ...],
        stance: Stance,
        spans: tuple[Span, Span | None],
    ) -> None:
        self.claims.append(
            Claim(
                id=f"{self.event}{len(self.claims)}",
                mention=self.mentions[told.id].id,
                report=told.id,
                field=about,
                value=value,
                sources=sources,
                stance=stance,
                span=spans[0],
                rule="test.rule",
                source_rule="test.source" if sources else "",
                source_span=spans[1],
            )
        )

    def made(self, when: str | None, where: tuple[Place, ...]) -> Event:
        first = next(iter(self.mentions.values()))
        days = DaySet.from_edtf(when) if when else None
        return Event(
            f"ev{self.event}",
            first.type,
            (),
            first.realis,
            days,
            where,
            tuple(self.mentions.values()),
            tuple(self.claims),
        )


def attack() -> Event:
    made = Builder("a")
    made.mention(NIGHT, "kwamen vannacht raketten neer", "2020-01-07/2020-01-08", (BASE,))
    made.mention(LATER, "raketaanval", None, (BASE,))
    made.mention(LAST, "raketaanval", None, (BASE,))
    eighty = Quantity(80, 80, of="Amerikanen")
    made.claim(NIGHT, "80 Amerikanen gedood", Field.KILLED, eighty, IRAN, named="Iran")
    made.claim(NIGHT, "80 Amerikanen", Field.RECIPIENT, Actor("Amerikanen"), IRAN, named="Iran")
    made.claim(NIGHT, "geen doden", Field.KILLED, Quantity(0, 0), PENTAGON, named="Het Pentagon")
    made.claim(NIGHT, "schade is volgens Fars groot", Field.DAMAGE, Damage.EXTENSIVE, FARS, IRAN)
    made.claim(LATER, "raketaanval op Ain al-Asad", Field.ACTOR, IRAN, IRAN, stance=Stance.DENY)
    made.claim(LATER, "elf militairen gewond", Field.INJURED, Quantity(11, 11), PENTAGON)
    made.claim(LAST, "109 gewonden", Field.INJURED, Quantity(109, 109), PENTAGON)
    return made.made("2020-01-07/2020-01-08", (BASE,))


def sunday_protest() -> Event:
    made = Builder("b")
    protest = EventType.PROTEST
    made.mention(
        HOSTILE, "een betoging in Bagdad \u202eachterstevoren", None, (BAGHDAD,), kind=protest
    )
    return made.made("[2019-12-29,2020-01-05]", (BAGHDAD,))


def planned_protest() -> Event:
    made = Builder("c")
    made.mention(
        HOSTILE,
        "komt een betoging in Bagdad",
        None,
        (BAGHDAD,),
        kind=EventType.PROTEST,
        realis=Realis.PLANNED,
    )
    return made.made("2020-01-20", (BAGHDAD,))


def undated_protest() -> Event:
    made = Builder("d")
    made.mention(HOSTILE, "een betoging.", None, kind=EventType.PROTEST)
    return made.made(None, ())


def events_and_reports() -> Record:
    """The record that all tests here read."""
    reports = MappingProxyType({told.id: told for told in (HOSTILE, NIGHT, LATER, LAST)})
    events = (sunday_protest(), undated_protest(), attack(), planned_protest())
    return Record(reports, tuple(weigh(event, reports) for event in events))


@pytest.fixture(scope="session")
def record() -> Record:
    return events_and_reports()


@pytest.fixture(scope="session")
def empty_record() -> Record:
    return Record(MappingProxyType({}), ())


class Fixed:
    """A record that never changes, as the server sees it."""

    def __init__(self, record: Record) -> None:
        self._shelf = Shelf(Catalogue(record), "fixed")

    def at(self, as_of: str | None = None) -> Shelf:
        if as_of is None:
            return self._shelf
        return Shelf(Catalogue(replace(self._shelf.catalogue.record, as_of=as_of)), as_of)


@pytest.fixture(scope="session")
def client(record: Record) -> TestClient:
    return TestClient(create_app(Fixed(record)), base_url="http://localhost")


CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A browser without a window, for the slow tests."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()
