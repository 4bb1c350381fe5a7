"""A trigger with all that its own sentence says: parties, realis, modes, days, places.

What comes in: the `Analysis` and what the readers of times, places and actors found. What goes out:
`Occurrence`s in text order, one a trigger; the next step groups them into events.

Example:
    "Vrijdag viel een drone de basis in Noord-Irak aan" gives one occurrence on a Friday, in Noord-Irak.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from wederhoor.extract.events import tree
from wederhoor.extract.events.lexicon import WordTest, word_test
from wederhoor.extract.events.parties import Parties
from wederhoor.extract.events.realis import find_realis
from wederhoor.extract.events.roles import Role, Roles, find_roles
from wederhoor.extract.events.triggers import Candidate
from wederhoor.model import (
    ActorKind,
    Analysis,
    Anchor,
    DaySet,
    EventType,
    Place,
    PlaceMention,
    Realis,
    TimeMention,
)
from wederhoor.resources.loader import load_entries

_SPEECH = frozenset(
    {
        EventType.REQUEST,
        EventType.ACCUSE,
        EventType.THREATEN,
        EventType.REJECT,
        EventType.SUPPORT,
        EventType.AGREE,
        EventType.CONCEDE,
    }
)
_SAYING = frozenset(
    [
        "zeggen",
        "melden",
        "verklaren",
        "laten",
        "stellen",
        "meedelen",
        "bekendmaken",
        "bevestigen",
        "berichten",
    ]
)
_PUBLIC = frozenset(ActorKind) - {
    ActorKind.PERSON,
    ActorKind.PEOPLE,
    ActorKind.THING,
    ActorKind.UNKNOWN,
    ActorKind.ORGANISATION,
    ActorKind.MEDIA,
    ActorKind.POLICE,
}
_TAKES_UP = frozenset({"toen", "daar", "daarbij", "hierbij"})
_FROM = frozenset({"vanuit", "vanaf"})
_SHORT = 9  # tokens in a sentence that does no more than say when
_FAR = 25  # tokens between a place and its trigger within one sentence


@dataclass(frozen=True, slots=True)
class Times:
    """The times of a report, and the same read as if it came out on one day (none: it did)."""

    told: tuple[TimeMention, ...]
    probed: tuple[TimeMention, ...] = ()

    def probe(self, time: TimeMention | None) -> DaySet | None:
        """Return the days of a time expression on the probing day of publication."""
        if time is None or not self.probed:
            return time.days if time else None
        same = (other for other in self.probed if other.first == time.first)
        return next((other.days for other in same), time.days)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One trigger, read in its sentence.

    `probe` holds its days as they would be had the report come out in the middle of the days on which
    it can have come out; two events of a report dated to the month are told apart by it.
    """

    candidate: Candidate
    roles: Roles
    realis: Realis
    modes: tuple[str, ...]
    when: TimeMention | None
    places: tuple[Place, ...]
    origin: Place | None = None
    probe: DaySet | None = None

    @property
    def type(self) -> EventType:
        """The PLOVER type of the trigger's rule."""
        return self.candidate.rule.type


def find_occurrences(
    analysis: Analysis,
    candidates: Iterable[Candidate],
    parties: Parties,
    times: Times,
    places: Iterable[PlaceMention],
) -> tuple[Occurrence, ...]:
    """Read every trigger in its sentence; drop those that tell a habit or that no party gates."""
    kept = tuple(candidates)
    by_token = {candidate.token: candidate for candidate in kept}
    when = _dates(analysis, by_token, times.told)
    where = tuple(places)
    found = []
    for candidate in kept:
        realis = find_realis(analysis, candidate)
        if realis is None or _blames_known_event(analysis, candidate, by_token):
            continue
        roles = find_roles(analysis, candidate, parties)
        if candidate.rule.gate and not _passes_gate(analysis, candidate, roles):
            continue
        found.append(
            Occurrence(
                candidate,
                roles,
                realis,
                _modes(analysis, candidate),
                when.get(candidate.token),
                _places(analysis, candidate, by_token, where),
                _origin(analysis, candidate, where),
                times.probe(when.get(candidate.token)),
            )
        )
    return tuple(found)


def _passes_gate(analysis: Analysis, candidate: Candidate, roles: Roles) -> bool:
    """Tell whether a public party takes part: a state, a body, an armed group, a leader, a crowd."""
    public = word_test("gate-party")
    return any(map(_is_public, (*roles.actors, *roles.recipients))) or any(
        public(analysis.tokens[i].lemma) for i in analysis.children(candidate.token)
    )


def _is_public(role: Role) -> bool:
    actor = role.actor
    if actor.kind in _PUBLIC or (actor.kind is ActorKind.PERSON and (actor.id or actor.country)):
        return True
    return word_test("gate-party").any(actor.name.lower().split())


def _blames_known_event(
    analysis: Analysis, candidate: Candidate, by_token: Mapping[int, Candidate]
) -> bool:
    """Tell whether an accusation is about who did another event: then it is a claim, no event."""
    if candidate.rule.id != "accuse.beschuldigen":
        return False
    sentence = analysis.sentence(candidate.token)
    others = (
        other
        for i, other in by_token.items()
        if sentence.first <= i < sentence.stop and other.rule.type not in _SPEECH
    )
    return any(other.token != candidate.token for other in others)


def _origin(
    analysis: Analysis, candidate: Candidate, places: Iterable[PlaceMention]
) -> Place | None:
    """Return where it was launched from: the place behind "vanuit" or "vanaf" in its sentence."""
    sent = analysis.tokens[candidate.token].sent
    for mention in places:
        if analysis.tokens[mention.first].sent == sent and launched_from(analysis, mention):
            return mention.place
    return None


def launched_from(analysis: Analysis, mention: PlaceMention) -> str:
    """Return the "vanuit" or "vanaf" before a place, past an article or adjective; "" without one."""
    before = mention.first - 1
    while before >= 0 and analysis.tokens[before].upos in {"DET", "ADJ"}:
        before -= 1
    word = analysis.tokens[before].lower if before >= 0 else ""
    return word if word in _FROM else ""


# ---------------------------------------------------------------- modes
@cache
def _mode_rules() -> tuple[tuple[str, frozenset[str], WordTest], ...]:
    entries = load_entries("nl/modes.yaml", frozenset({"mode", "types", "words"}))
    return tuple(
        (entry.data["mode"], frozenset(entry.data["types"]), WordTest(entry.data["words"]))
        for entry in entries
    )


def _modes(analysis: Analysis, candidate: Candidate) -> tuple[str, ...]:
    clause = tree.clause_head(analysis, candidate.token)
    sentence = analysis.sentence(candidate.token)
    lemmas = {
        analysis.tokens[i].lemma
        for i in range(sentence.first, sentence.stop)
        if i == candidate.token
        or (analysis.tokens[i].upos == "NOUN" and tree.clause_head(analysis, i) == clause)
    }
    seen = [
        mode
        for mode, types, test in _mode_rules()
        if candidate.rule.type.value in types and test.any(lemmas)
    ]
    return tuple(sorted({*candidate.rule.modes, *seen}))


# ---------------------------------------------------------------- days
def _dates(
    analysis: Analysis, by_token: Mapping[int, Candidate], times: Iterable[TimeMention]
) -> dict[int, TimeMention]:
    """Give each time expression to the trigger it hangs from, and to those in the same clause."""
    dates: dict[int, TimeMention] = {}
    inherited: dict[int, TimeMention] = {}
    known = tuple(times)
    for i in by_token:
        taken_up = _taken_up(analysis, i, known)
        if taken_up:
            inherited[i] = taken_up
    for time in known:
        own = _owner(analysis, time, by_token)
        if own is not None:
            _keep_finer(dates, own, time)
            if by_token[own].noun or by_token[own].rule.type in _SPEECH:
                continue
        for i in by_token:
            if i != own and _reaches(analysis, time, i, by_token):
                _keep_finer(inherited, i, time)
    return _frames(analysis, by_token, known) | inherited | dates


def _frames(
    analysis: Analysis, by_token: Mapping[int, Candidate], times: tuple[TimeMention, ...]
) -> dict[int, TimeMention]:
    """Let a short sentence that only says when ("Vrijdag was het ook al raak.") date its paragraph."""
    busy = {analysis.tokens[i].sent for i in by_token}
    dated: dict[int, TimeMention] = {}
    for time in times:
        number = analysis.tokens[time.first].sent
        frame = analysis.sentences[number]
        if number in busy or time.days is None or frame.stop - frame.first > _SHORT:
            continue
        for i in by_token:
            at = analysis.tokens[i].sent
            if at > number and analysis.sentences[at].paragraph == frame.paragraph:
                dated[i] = time
    return dated


def _reaches(
    analysis: Analysis, time: TimeMention, i: int, by_token: Mapping[int, Candidate]
) -> bool:
    """Tell whether a time bears on a trigger: in one clause, or on a noun that the trigger fills in.

    "hun poging van gisteren om het gebouw te bestormen" dates the storming; "zei gisteren dat ..." and
    "veroordeelde gisteren de aanslag" date the saying only.
    """
    if analysis.tokens[i].sent != analysis.tokens[time.first].sent:
        return False
    clause = tree.clause_head(analysis, time.first)
    if analysis.tokens[clause].lemma in _SAYING:
        return False
    own = tree.clause_head(analysis, i)
    if own == clause or _goes_on(analysis, own, clause):
        return True
    head = next(
        (a for a in analysis.ancestors(time.first) if not time.first <= a < time.stop), clause
    )
    speech = head in by_token and by_token[head].rule.type in _SPEECH
    told = analysis.tokens[head].upos == "NOUN" and head in set(analysis.ancestors(i))
    return told and not speech


def _taken_up(analysis: Analysis, i: int, times: tuple[TimeMention, ...]) -> TimeMention | None:
    """Return the time of the sentence before when this one opens with "Toen"."""
    number = analysis.tokens[i].sent
    if number == 0 or analysis.tokens[analysis.sentences[number].first].lower != "toen":
        return None
    before = analysis.sentences[number - 1]
    found = [time for time in times if before.first <= time.first < before.stop]
    return found[-1] if found else None


def _goes_on(analysis: Analysis, own: int, clause: int) -> bool:
    """Tell whether a clause shares the time of another: joined by "en", or opened by "toen"."""
    head = analysis.tokens[own]
    if head.head != clause:
        return False
    marks = {analysis.tokens[c].lower for c in analysis.children(own)}
    return head.dep == "conj" or (head.dep == "advcl" and "toen" in marks)


def _keep_finer(dates: dict[int, TimeMention], i: int, time: TimeMention) -> None:
    known = dates.get(i)
    if (
        known is None
        or (known.anchor is Anchor.EVENT and time.anchor is not Anchor.EVENT)
        or (known.days and time.days and len(time.days) < len(known.days))
    ):
        dates[i] = time


def _owner(analysis: Analysis, time: TimeMention, by_token: Mapping[int, Candidate]) -> int | None:
    for token in range(time.first, time.stop):
        for i in analysis.ancestors(token):
            if time.first <= i < time.stop:
                continue
            if i in by_token:
                return i
            if analysis.tokens[i].dep in tree.CLAUSES:
                break
    return None


# ---------------------------------------------------------------- places
def _places(
    analysis: Analysis,
    candidate: Candidate,
    by_token: Mapping[int, Candidate],
    places: Iterable[PlaceMention],
) -> tuple[Place, ...]:
    """Return the places of the trigger's sentence that no other trigger is nearer to."""
    sent = analysis.tokens[candidate.token].sent
    clause = tree.clause_head(analysis, candidate.token)
    opening = analysis.tokens[analysis.sentences[sent].first].lower
    found: dict[str, Place] = {}
    for mention in places:
        if opening in _TAKES_UP and analysis.tokens[mention.first].sent == sent - 1:
            found.setdefault(mention.place.key, mention.place)
            continue
        if analysis.tokens[mention.first].sent != sent or launched_from(analysis, mention):
            continue
        if _owned_by_other(analysis, mention.first, candidate.token, by_token):
            continue
        same = tree.clause_head(analysis, mention.first) == clause
        if same or abs(mention.first - candidate.token) <= _FAR // 3:
            found.setdefault(mention.place.key, mention.place)
    return tuple(sorted(found.values(), key=lambda place: place.rank))


def _owned_by_other(
    analysis: Analysis, place: int, trigger: int, by_token: Mapping[int, Candidate]
) -> bool:
    for i in analysis.ancestors(place):
        if i == trigger:
            return False
        if i in by_token:
            return i not in set(analysis.ancestors(trigger))
    return False
