"""A party as a page: what it claimed, denied and took back, where others contradict it, and its counts beside theirs.

Example:
    Of Iran: "80 doden (Amerikanen)" where the Pentagon says none, its denial of a hand in the attack on two
    tankers, and the airliner that it first denied and later admitted to have shot down.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from wederhoor.model import Position, Quantity, Stance, WeighedEvent
from wederhoor.query import (
    Catalogue,
    Differing,
    Party,
    PartyRecord,
    Statement,
    days_in_words,
    place_in_time,
)
from wederhoor.resources.labels import Labels
from wederhoor.web.links import Links
from wederhoor.web.view.words import claimed_words, heading, outlet_words
from wederhoor.weighing import position_words, sentence, speaker

_ALIASES = 3
MOST = 60  # lines of a list on the page of a party


@dataclass(frozen=True, slots=True)
class PartyRow:
    """A line of the list of parties."""

    href: str
    name: str
    kind: str
    says: int
    disputed: int
    acts: int
    undergoes: int


@dataclass(frozen=True, slots=True)
class Said:
    """One thing said, and the event that it is about."""

    words: str
    outlets: str
    href: str
    event: str
    days: str
    evidence: str


@dataclass(frozen=True, slots=True)
class SaidList:
    """A list of the page: its label, its first lines, and how many there are besides."""

    key: str
    rows: tuple[Said, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Beside:
    """A count by this party beside the counts of the same by others."""

    href: str
    event: str
    days: str
    field: str
    own: str
    others: tuple[str, ...]
    disputed: bool


@dataclass(frozen=True, slots=True)
class PartyPage:
    """All that the page of a party shows."""

    key: str
    name: str
    aliases: str
    row: PartyRow
    lists: tuple[SaidList, ...]
    counts: tuple[Beside, ...]


def party_row(party: Party, links: Links, labels: Labels) -> PartyRow:
    """Return what the list of parties says of one."""
    return PartyRow(
        href=links.party(party.key),
        name=party.actor.name,
        kind=labels[f"web.kind.{party.actor.kind}"],
        says=party.says,
        disputed=party.disputed,
        acts=party.acts,
        undergoes=party.undergoes,
    )


def party_page(key: str, catalogue: Catalogue, links: Links, labels: Labels) -> PartyPage:
    """Return the page of a party.

    Raises:
        QueryError: nobody in the record has that key.
    """
    found = catalogue.party_record(key)
    maker = _Party(found, catalogue, links, labels)
    return PartyPage(
        key=key,
        name=found.party.actor.name,
        aliases=", ".join(found.party.actor.aliases[:_ALIASES]),
        row=party_row(found.party, links, labels),
        lists=tuple(maker.lists()),
        counts=tuple(maker.counts())[:MOST],
    )


@dataclass(frozen=True, slots=True)
class _Party:
    found: PartyRecord
    catalogue: Catalogue
    links: Links
    labels: Labels

    def lists(self) -> Iterator[SaidList]:
        found = self.found
        yield from _full("disputes", [self._differing(one) for one in found.disputes])
        yield from _full("conceded", [self._differing(one) for one in found.conceded])
        yield from _full("denied", [self._said(one) for one in found.denied])
        yield from _full("asserted", [self._said(one) for one in found.asserted])
        yield from _full("unknown", [self._said(one) for one in found.unknown])
        yield from _full("as_actor", [self._of_it(one) for one in found.as_actor])
        yield from _full("as_recipient", [self._of_it(one) for one in found.as_recipient])

    def counts(self) -> Iterator[Beside]:
        """Yield each count that it gave where others gave one of the same too."""
        for told in self.found.asserted:
            position = told.position
            if not isinstance(position.value, Quantity):
                continue
            others = [p for p in told.weighed.positions if self._beside(p, position)]
            if others:
                yield Beside(
                    **self._event(told.weighed),
                    field=self.labels[f"field.{position.field}"],
                    own=position_words(position, self.labels),
                    others=tuple(dict.fromkeys(self._by(p) for p in others)),
                    disputed=any(
                        position in (d.first, d.second)
                        for one in self.found.disputes
                        for d in [one.dispute]
                    ),
                )

    def _beside(self, other: Position, own: Position) -> bool:
        return (
            other.field is own.field
            and isinstance(other.value, Quantity)
            and (other.source is None or other.source.key != self.found.party.key)
            and other.claims[0].part == own.claims[0].part
        )

    def _by(self, position: Position) -> str:
        return f"{position_words(position, self.labels)} ({speaker(position, self.labels)})"

    def _said(self, told: Statement) -> Said:
        return self._line(told.weighed, claimed_words(told.position, self.labels), told.position)

    def _of_it(self, told: Statement) -> Said:
        stance = f"web.of_it.{'denied' if told.position.stance is Stance.DENY else 'said'}"
        words = self.labels.fill(stance, who=speaker(told.position, self.labels))
        return self._line(told.weighed, words, told.position)

    def _differing(self, told: Differing) -> Said:
        return self._line(told.weighed, sentence(told.dispute, self.labels), told.dispute.second)

    def _line(self, weighed: WeighedEvent, words: str, position: Position) -> Said:
        return Said(
            words=words,
            outlets=outlet_words(position.outlets, self.labels),
            evidence=self.links.claim(position.claims[0]),
            **self._event(weighed),
        )

    def _event(self, weighed: WeighedEvent) -> dict[str, str]:
        reports = self.catalogue.record.reports
        return {
            "href": self.links.event(weighed.event.id),
            "event": heading(weighed.event, reports, self.labels),
            "days": days_in_words(place_in_time(weighed.event, reports).days, self.labels),
        }


def _full(key: str, rows: Sequence[Said]) -> Iterable[SaidList]:
    if rows:
        yield SaidList(key, tuple(rows[:MOST]), len(rows[MOST:]))
