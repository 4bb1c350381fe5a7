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
from wederhoor.extract.events.dating import Dating, find_dates
from wederhoor.extract.events.kinds import SPEECH
from wederhoor.extract.events.lexicon import WordTest, word_test
from wederhoor.extract.events.parties import Parties
from wederhoor.extract.events.placing import find_origin, find_places
from wederhoor.extract.events.realis import find_realis
from wederhoor.extract.events.roles import Role, Roles, find_roles
from wederhoor.extract.events.triggers import Candidate
from wederhoor.model import (
    ActorKind,
    Analysis,
    EventType,
    Place,
    PlaceMention,
    Realis,
    TimeMention,
)
from wederhoor.resources.loader import load_entries

_HAPPENED = frozenset({Realis.ACTUAL, Realis.POSSIBLE, Realis.DENIED})
_BLAMED = frozenset(
    {EventType.ASSAULT, EventType.COERCE, EventType.PROTEST, EventType.MOBILIZE}
)  # deeds that one accuses another of having done
_WHEN = frozenset({"na", "tijdens"})  # "na de luchtaanval schoten zij" is no shooting from the air
_PUBLIC = frozenset(ActorKind) - {
    ActorKind.PERSON,
    ActorKind.PEOPLE,
    ActorKind.THING,
    ActorKind.UNKNOWN,
    ActorKind.ORGANISATION,
    ActorKind.MEDIA,
    ActorKind.POLICE,
}


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One trigger, read in its sentence."""

    candidate: Candidate
    roles: Roles
    realis: Realis
    modes: tuple[str, ...]
    dating: Dating | None
    places: tuple[Place, ...]
    origin: Place | None = None

    @property
    def when(self) -> TimeMention | None:
        """The time that words say dates it, if any."""
        return self.dating.time if self.dating and self.dating.told else None

    @property
    def type(self) -> EventType:
        """The PLOVER type of the trigger's rule."""
        return self.candidate.rule.type


def find_occurrences(
    analysis: Analysis,
    candidates: Iterable[Candidate],
    parties: Parties,
    times: Iterable[TimeMention],
    places: Iterable[PlaceMention],
) -> tuple[Occurrence, ...]:
    """Read every trigger in its sentence; drop those that tell a habit or that no party gates."""
    kept = tuple(candidates)
    by_token = {candidate.token: candidate for candidate in kept}
    when = find_dates(analysis, by_token, times)
    where = tuple(places)
    found = []
    for candidate in kept:
        realis = find_realis(analysis, candidate)
        if realis is None or _blames_known_event(analysis, candidate, by_token):
            continue
        if _is_what_is_asked(analysis, candidate, realis, by_token):
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
                _believable(when.get(candidate.token), realis),
                find_places(analysis, candidate, by_token, where),
                find_origin(analysis, candidate, where),
            )
        )
    return tuple(found)


def _believable(dating: Dating | None, realis: Realis) -> Dating | None:
    """Leave out a time from another sentence for what is not told as having happened."""
    return dating if dating and (dating.by == "clause" or realis in _HAPPENED) else None


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


def _is_what_is_asked(
    analysis: Analysis, candidate: Candidate, realis: Realis, by_token: Mapping[int, Candidate]
) -> bool:
    """Tell whether a demand or a threat names the deed: one act of speech, and no event beside it."""
    above = by_token.get(analysis.tokens[candidate.token].head)
    threat = above is not None and above.rule.type is EventType.THREATEN
    asked = realis in {Realis.CALLED_FOR, Realis.THREATENED} or (
        threat and realis is Realis.PLANNED
    )
    own = candidate.rule.type is EventType.PROTEST  # "roept op tot een betoging" announces one
    return asked and not own and above is not None and above.rule.type in SPEECH


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
        if sentence.first <= i < sentence.stop and other.rule.type in _BLAMED
    )
    return any(other.token != candidate.token for other in others)


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
        or (
            analysis.tokens[i].upos == "NOUN"
            and tree.clause_head(analysis, i) == clause
            and tree.case_of(analysis, i) not in _WHEN
        )
    }
    seen = [
        mode
        for mode, types, test in _mode_rules()
        if candidate.rule.type.value in types and test.any(lemmas)
    ]
    return tuple(sorted({*candidate.rule.modes, *seen}))
