"""A small record for tests, made by hand: what reading four invented reports would give.

The reports tell of one raid on a harbour, with two tolls that contradict each other, and of things that
happened around it. Offsets are found in the texts, so that every quote is what it says.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from tests import builders

from wederhoor.model import (
    Actor,
    ActorKind,
    Claim,
    DaySet,
    EventMention,
    EventType,
    Field,
    Place,
    Precision,
    Quantity,
    Reading,
    Realis,
    Report,
    Span,
    Stance,
    Trigger,
    Value,
)

IRAN = replace(builders.IRAN, surface="Teheran", aliases=("Perzië",))
OMAN = Actor("Oman", "Q842", ActorKind.STATE, "OM")
SOHAR = Place("Sohar", "288955", 24.36, 56.73, Precision.SETTLEMENT, "OM")
OMAN_LAND = Place("Oman", "286963", 21.0, 57.0, Precision.COUNTRY, "OM")


def report(name: str, published: str, body: str, *, outlet: str = "", title: str = "") -> Report:
    """Make a report; `published` may be a moment, a day, a month or a year."""
    return builders.report(name, body, published, outlet, title=title)


@dataclass(slots=True)
class Told:
    """Collects what is read in one report.

    Example:
        `Told(report).event(EventType.ASSAULT, "aanval")` finds "aanval" in the report's text.
    """

    report: Report
    mentions: list[EventMention] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)

    def event(
        self,
        kind: EventType,
        words: str,
        *,
        when: str | None = None,
        where: tuple[Place, ...] = (),
        realis: Realis = Realis.ACTUAL,
    ) -> Told:
        """Add a mention of an event, with `words` as its trigger."""
        self.mentions.append(
            EventMention(
                id=f"{self.report.id}#{len(self.mentions) + 1}",
                report=self.report.id,
                type=kind,
                modes=(),
                realis=realis,
                when=DaySet.from_edtf(when) if when else None,
                where=where,
                triggers=(Trigger(self._span(words), "test.trigger"),),
            )
        )
        return self

    def claim(
        self,
        about: Field,
        value: Value,
        words: str,
        *,
        by: tuple[Actor, str] | None = None,
        stance: Stance = Stance.ASSERT,
    ) -> Told:
        """Add a claim on the last event; `by` is who says it and the words that name it."""
        self.claims.append(
            Claim(
                id=f"c{self.report.id}{len(self.claims) + 1}",
                mention=self.mentions[-1].id,
                report=self.report.id,
                field=about,
                value=value,
                sources=(by[0],) if by else (),
                stance=stance,
                span=self._span(words),
                rule=f"test.{about}",
                source_rule="test.volgens" if by else "",
                source_span=self._span(by[1]) if by else None,
            )
        )
        return self

    def reading(self) -> Reading:
        """Return all that was collected."""
        return Reading(self.report.id, tuple(self.mentions), tuple(self.claims))

    def _span(self, words: str) -> Span:
        return builders.span_of(self.report, words)


def harbour_raid() -> list[tuple[Report, Reading]]:
    """Return the reports of the raid on the harbour, each with its reading."""
    first = report(
        "wb1",
        "2021-03-05T18:30:00+01:00",
        "Bij een aanval op de haven van Sohar zijn donderdag volgens Teheran acht doden gevallen. "
        "Het dorp bleef leeg.",
        outlet="De Waddenbode",
        title="Aanval op haven",
    )
    told = Told(first).event(
        EventType.ASSAULT, "aanval", when="2021-03-04", where=(SOHAR, OMAN_LAND)
    )
    told.claim(Field.KILLED, Quantity(8, 8), "acht doden", by=(IRAN, "volgens Teheran"))
    told.claim(Field.RECIPIENT, Actor("haven van Sohar", kind=ActorKind.THING), "haven van Sohar")
    second = report(
        "pk2",
        "2021-03-06",
        "Oman spreekt tegen dat er doden zijn bij de aanval van donderdag in Sohar. "
        "De ministers overlegden erover. Een betoging is aangekondigd.",
        outlet="Poldercourant",
    )
    denied = Told(second).event(
        EventType.ASSAULT, "aanval van donderdag", when="2021-03-04", where=(SOHAR,)
    )
    denied.claim(Field.KILLED, Quantity(0, 0), "doden", by=(OMAN, "Oman"))
    denied.event(EventType.CONSULT, "overlegden")
    denied.event(EventType.PROTEST, "betoging", realis=Realis.PLANNED)
    third = report("maand", "2021-03", "Vorig jaar trok het leger zich terug uit Salalah.")
    gone = Told(third).event(EventType.RETREAT, "trok", when="2020")
    return [(told.report, told.reading()) for told in (told, denied, gone)]
