"""Which event of a report happened where a phrase for territory says.

What comes in: the `Group`s of a report and the head of such a phrase. What goes out: the number of the event:
that whose trigger the phrase hangs from, or which struck the vehicle that is said to have been there; None
where no event is near.

Example:
    In "Iran schoot een drone neer. Volgens de VS was het toestel boven zee." it is the shooting down.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from wederhoor.extract.events import tree
from wederhoor.extract.events.groups import Group
from wederhoor.extract.events.lexicon import WordTest
from wederhoor.model import Analysis, EventType, Realis
from wederhoor.resources.loader import Entry, load_entries

_DEEDS = frozenset({EventType.ASSAULT, EventType.COERCE})
_DONE = frozenset({Realis.ACTUAL, Realis.POSSIBLE, Realis.DENIED})
_ARREST = frozenset({"arrest"})
_BACK = 6  # sentences from an event to what is told of it
_AHEAD = 2  # sentences from a headline to its event
_IT = frozenset({"dat", "dit", "die", "deze"})
_PRONOUNS = frozenset({"die", "dat", "deze", "dit", "hij", "zij", "ze", "het"})
_ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj"})


@dataclass(frozen=True, slots=True)
class Areas:
    """Nouns for territory, with the prepositions `before` them and before the country that they are `of`."""

    id: str
    before: frozenset[str]
    of: frozenset[str]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of `territories.yaml`, by what they are for."""

    areas: dict[str, Areas]
    vehicles: Mapping[str, WordTest]
    tests: Mapping[str, WordTest]

    def international(self, word: str) -> bool:
        """Tell whether an adjective says that an area is of no state."""
        return self.tests["international"](word.removesuffix("e").replace("ional", "ionaal")) or (
            self.tests["international"](word)
        )

    def vehicle(self, lemma: str) -> str:
        """Return the id of the entry of a vehicle; "" for another word."""
        return next((name for name, test in self.vehicles.items() if test(lemma)), "")


@cache
def territory_words() -> Words:
    """Return the words of `territories.yaml`."""
    entries = load_entries(
        "nl/territories.yaml", frozenset({"kind", "words"}), frozenset({"in", "of"})
    )
    return Words(
        {word: _areas(e) for e in entries if e.data["kind"] == "area" for word in e.data["words"]},
        {e.id: WordTest(e.data["words"]) for e in entries if e.data["kind"] == "vehicle"},
        {e.data["kind"]: WordTest(e.data["words"]) for e in entries},
    )


def _areas(entry: Entry) -> Areas:
    return Areas(entry.id, frozenset(entry.data["in"]), frozenset(entry.data["of"]))


class Incidents:
    """The deeds of a report, by their triggers and by the vehicles that they struck."""

    def __init__(self, analysis: Analysis, groups: Sequence[Group], words: Words) -> None:
        """Index the triggers of deeds that are told as done."""
        self._analysis = analysis
        self._words = words
        self._deeds = {
            occurrence.candidate.token: number
            for number, group in enumerate(groups)
            for occurrence in group.occurrences
            if occurrence.type in _DEEDS and occurrence.realis in _DONE
        }
        arrests = {n for n, group in enumerate(groups) if group.modes & _ARREST}
        self._struck = {t: n for t, n in self._deeds.items() if n not in arrests}
        self._kinds: dict[int, set[str]] = {}
        for trigger, number in self._struck.items():
            self._kinds.setdefault(number, set()).update(self._involved(trigger))

    def about(self, head: int, *, inside: bool) -> int | None:
        """Return the number of the event that happened in the area headed by a token.

        Args:
            head: the noun for the area.
            inside: whether a preposition puts something in it; else it must be entered.
        """
        entering = self._is_entered(head)
        clause = tree.clause_head(self._analysis, head)
        if not inside and not entering:
            return None
        if self._test("happen", clause) and inside:
            return self._told_last(clause, head)
        if entering or clause == head or self._test("be", clause):
            kind = self._vehicle(clause, head)
            if kind:
                return self._nearest(kind, head)
        return self._governing(head) if inside else None

    def _test(self, kind: str, token: int) -> bool:
        return self._words.tests[kind](self._analysis.tokens[token].lemma)

    def _is_entered(self, head: int) -> bool:
        """Tell whether the area is entered: "schond het luchtruim", "schending van het luchtruim"."""
        above = self._analysis.tokens[head].head
        return self._test("enter", above) or self._test("entering", above)

    # ------------------------------------------------------------ by the trigger
    def _governing(self, head: int) -> int | None:
        """Return the deed that the phrase hangs from, or that its clause tells."""
        clause = tree.clause_head(self._analysis, head)
        for here in self._analysis.ancestors(head):
            if here in self._deeds:
                return self._deeds[here]
            if here == clause:
                break
        for child in self._analysis.children(clause):
            if child in self._deeds and self._analysis.tokens[child].dep in _ARGUMENTS:
                return self._deeds[child]
        return None

    # ------------------------------------------------------------ by what is told of it
    def _told_last(self, clause: int, head: int) -> int | None:
        """Return the deed that "dat gebeurde in ..." takes up: the nearest before, here or just before."""
        subject = tree.subject(self._analysis, clause)
        if subject is None:
            return None
        if subject in self._deeds:
            return self._deeds[subject]
        token = self._analysis.tokens[subject]
        if token.lower not in _IT and not self._test("event", subject):
            return None
        before = [t for t in self._struck if t < head and self._sent(t) >= token.sent - 1]
        return self._struck[max(before)] if before else None

    def _vehicle(self, clause: int, head: int) -> str:
        """Return what kind of vehicle is said to be there; "" where that cannot be told."""
        subject = tree.subject(self._analysis, clause)
        for i in () if subject is None else tree.conjuncts(self._analysis, subject):
            kind = self._words.vehicle(self._analysis.tokens[i].lemma)
            if kind:
                return kind
        word = self._analysis.tokens[subject] if subject is not None else None
        taken = self._analysis.tokens[head].head == clause and subject == head
        if word is None or taken or word.lower in _PRONOUNS or self._test("enter", clause):
            return self._before(head)
        return self._before(head) if self._test("entering", self._head(head)) else ""

    def _before(self, head: int) -> str:
        """Return the kind of the vehicle named last before, in this sentence or the one before."""
        number = self._sent(head)
        first = self._analysis.sentences[max(0, number - 1)].first
        for i in range(head - 1, first - 1, -1):
            kind = self._words.vehicle(self._analysis.tokens[i].lemma)
            if kind and self._analysis.tokens[i].upos in {"NOUN", "PROPN"}:
                return kind
        return ""

    def _nearest(self, kind: str, head: int) -> int | None:
        """Return the deed nearest to the phrase that struck such a vehicle: here, before, or just after."""
        here = self._sent(head)
        ranked = []
        for trigger, number in self._struck.items():
            apart = self._sent(trigger) - here
            if kind in self._kinds[number] and -_BACK <= apart <= _AHEAD:
                side = 0 if not apart else 1 if apart < 0 else 2
                ranked.append((side, abs(apart), abs(trigger - head), number))
        return min(ranked)[-1] if ranked else None

    def _involved(self, trigger: int) -> Iterator[str]:
        """Yield the kinds of vehicle that a trigger's clause names as its object or subject."""
        below = self._analysis.children(trigger)
        nested = (
            c for i in below for c in self._analysis.children(i)
        )  # "een Turks schip", misread
        found = {*tree.direct_objects(self._analysis, trigger), *below}
        found.update(c for c in nested if not tree.case_of(self._analysis, c))
        subject = tree.subject(self._analysis, trigger)
        for i in found | ({subject} if subject is not None else set()):
            if self._analysis.tokens[i].lower in _PRONOUNS:
                yield self._before(i)
            for one in tree.conjuncts(self._analysis, i):
                yield self._words.vehicle(self._analysis.tokens[one].lemma)

    def _sent(self, token: int) -> int:
        return self._analysis.tokens[token].sent

    def _head(self, token: int) -> int:
        return self._analysis.tokens[token].head
