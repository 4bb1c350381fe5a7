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
from dataclasses import dataclass, field

from wederhoor.extract.events import tree
from wederhoor.extract.events.lexicon import word_test
from wederhoor.extract.events.occurrences import Occurrence
from wederhoor.extract.events.roles import Role
from wederhoor.model import (
    Analysis,
    Anchor,
    DaySet,
    EventType,
    Place,
    Precision,
    Realis,
    Relation,
)

_STORY = frozenset({EventType.ASSAULT, EventType.PROTEST, EventType.COERCE, EventType.MOBILIZE})
_BY_MODE = frozenset({EventType.COERCE, EventType.RETREAT, EventType.SANCTION, EventType.MOBILIZE})
_APART = frozenset(
    [
        "ander",
        "andere",
        "nieuw",
        "nieuwe",
        "tweede",
        "derde",
        "eerder",
        "eerdere",
        "vorig",
        "vorige",
        "verder",
        "verdere",
        "opnieuw",
        "volgend",
        "volgende",
        "voormalig",
    ]
)
_POINTING = frozenset({"die", "deze", "dat", "dit"})
_DEFINITE = frozenset({"de", "het", *_POINTING, "zijn", "haar", "hun"})
_FINE = frozenset({Precision.SITE, Precision.SETTLEMENT, Precision.REGION, Precision.COUNTRY})
_TEXT = 18  # tokens from which a paragraph is text
_TIED = 5.0  # outweighs whatever else speaks for another event
_TAKEN_UP = 6.0  # "die aanval" right after it was told
_FRESH = 7  # days before publication from which a dated event is not the news itself
_RELATED = frozenset({Relation.SAME, Relation.NARROWER, Relation.WIDER})
_OWN_KIND = ({"abduct"}, {"crowd-control"}, {"sexual"}, {"torture"})
_MEANS = (
    frozenset({"aerial", "heavy-weapons", "drone"}),
    frozenset({"explosives", "suicide-attack"}),
    frozenset({"firearms"}),
    frozenset({"primitive", "beat"}),
)


@dataclass(slots=True)
class Group:
    """The occurrences of one event, and what they say of its days together."""

    occurrences: list[Occurrence]
    when: DaySet | None = None
    probe: DaySet | None = None
    places: dict[str, Place] = field(default_factory=dict)

    @property
    def first(self) -> Occurrence:
        """The occurrence that opened the group."""
        return self.occurrences[0]

    @property
    def realis(self) -> Realis:
        """Actual if any occurrence is, else what the first says."""
        if any(item.realis is Realis.ACTUAL for item in self.occurrences):
            return Realis.ACTUAL
        return self.first.realis

    @property
    def modes(self) -> frozenset[str]:
        """The modes of all occurrences."""
        return frozenset(mode for item in self.occurrences for mode in item.modes)

    def actors(self) -> list[Role]:
        """Return the actors of all occurrences."""
        return [role for item in self.occurrences for role in item.roles.actors]

    def recipients(self) -> list[Role]:
        """Return the recipients of all occurrences."""
        return [role for item in self.occurrences for role in item.roles.recipients]


def group(analysis: Analysis, occurrences: Iterable[Occurrence], published: DaySet) -> list[Group]:
    """Return the events of a report, each with its occurrences, in order of first mention."""
    stale = published.ranges[0][0] - _FRESH
    lead = lead_paragraph(analysis)
    groups: list[Group] = []
    last_when: DaySet | None = None
    for occurrence in occurrences:
        when = _days(occurrence, last_when)
        open_to = [known for known in groups if not _is_older(analysis, known, when, stale, lead)]
        chosen = _choose(analysis, open_to, occurrence, when)
        if chosen is None:
            chosen = Group([])
            groups.append(chosen)
        _take(chosen, occurrence, when)
        last_when = chosen.when or last_when
    return groups


def lead_paragraph(analysis: Analysis) -> int:
    """Return the number of the first paragraph that is text, not headline, caption or byline."""
    sizes: dict[int, int] = {}
    for sentence in analysis.sentences:
        sizes[sentence.paragraph] = (
            sizes.get(sentence.paragraph, 0) + sentence.stop - sentence.first
        )
    return next((number for number, size in sorted(sizes.items()) if size >= _TEXT), 0)


def _is_older(analysis: Analysis, known: Group, when: DaySet | None, stale: int, lead: int) -> bool:
    """Tell whether the day is too long ago for the undated event that the report opens with."""
    if when is None or known.when is not None or when.ranges[-1][1] >= stale:
        return False
    if known.first.candidate.rule.state:
        return False  # a war or an offensive may well have begun that long ago
    opening = analysis.tokens[known.first.candidate.token].sent
    return analysis.sentences[opening].paragraph <= lead


def _days(occurrence: Occurrence, before: DaySet | None) -> DaySet | None:
    time = occurrence.when
    if time is None:
        return None
    if time.anchor is Anchor.EVENT and time.offset is not None:
        return before.shift(*time.offset) if before else None
    return time.days


def _take(chosen: Group, occurrence: Occurrence, when: DaySet | None) -> None:
    chosen.occurrences.append(occurrence)
    if when:
        chosen.when = (chosen.when.intersect(when) or chosen.when) if chosen.when else when
    if occurrence.probe:
        both = chosen.probe.intersect(occurrence.probe) if chosen.probe else occurrence.probe
        chosen.probe = both or chosen.probe
    for place in occurrence.places:
        chosen.places.setdefault(place.key, place)


def _choose(
    analysis: Analysis, groups: list[Group], occurrence: Occurrence, when: DaySet | None
) -> Group | None:
    best: tuple[float, int] = (0.0, -1)
    for number, candidate in enumerate(groups):
        score = _fit(analysis, candidate, occurrence, when)
        if score is not None and score > best[0]:
            best = (score, number)  # a tie goes to the event told first: the report's own news
    return groups[best[1]] if best[1] >= 0 else None


def _fit(
    analysis: Analysis, known: Group, occurrence: Occurrence, when: DaySet | None
) -> float | None:
    """Score how well an occurrence fits an event; None when something contradicts it."""
    same_type = occurrence.type is known.first.type
    if not same_type:
        return _TAKEN_UP if _points_back(analysis, known, occurrence) else None
    if _points_back(analysis, known, occurrence):
        return _TAKEN_UP
    if occurrence.type in _STORY and _one_clause(analysis, known, occurrence):
        return _TIED  # "werd gedood bij een luchtaanval"
    if _contradicts(known, occurrence, when):
        return None
    if occurrence.type in _STORY:
        score = _story_score(analysis, known, occurrence)
        return score - 1.0 * _opens_background(analysis, known, occurrence, when)
    return _speech_score(analysis, known, occurrence)


def _contradicts(known: Group, occurrence: Occurrence, when: DaySet | None) -> bool:
    if known.when and when and known.when.relation_to(when) is Relation.CONFLICTS:
        return True
    if known.probe and occurrence.probe and not known.probe.intersect(occurrence.probe):
        return True
    if (known.realis is Realis.ACTUAL) != (occurrence.realis is Realis.ACTUAL):
        return True
    if known.first.candidate.rule.frame.both != occurrence.candidate.rule.frame.both:
        return True
    if known.first.candidate.rule.state != occurrence.candidate.rule.state:
        return True
    modes = frozenset(occurrence.modes)
    if occurrence.type in _BY_MODE and modes and known.modes and not modes & known.modes:
        return True
    if any(bool(modes & kind) != bool(known.modes & kind) for kind in _OWN_KIND):
        return True
    if _places_clash(known, occurrence) or _parties_clash(known, occurrence):
        return True
    return _origin_clash(known, occurrence)


def _origin_clash(known: Group, occurrence: Occurrence) -> bool:
    """Tell whether one was launched from a country that the doer of the other does not belong to."""
    ours = {role.actor.country for role in occurrence.roles.actors} - {None}
    theirs = {role.actor.country for role in known.actors()} - {None}
    from_ours = {occurrence.origin.country} - {None} if occurrence.origin else set()
    from_theirs = {item.origin.country for item in known.occurrences if item.origin} - {None}
    if from_ours and from_theirs:
        return not from_ours & from_theirs
    return bool(from_ours and theirs and not from_ours & theirs) or bool(
        from_theirs and ours and not from_theirs & ours
    )


def _places_clash(known: Group, occurrence: Occurrence) -> bool:
    ours = [place for place in occurrence.places if place.precision in _FINE]
    theirs = [place for place in known.places.values() if place.precision in _FINE]
    relations = {a.relation_to(b) for a in ours for b in theirs}
    return bool(relations) and relations <= {Relation.CONFLICTS}


def _parties_clash(known: Group, occurrence: Occurrence) -> bool:
    """Tell whether other named parties did it (to others): an answer is an event of its own."""
    ours = [role.actor for role in occurrence.roles.actors if role.actor.named]
    theirs = [role.actor for role in known.actors() if role.actor.named]
    struck = [role.actor for role in known.recipients() if role.actor.named]
    if any(a.relation_to(b) in _RELATED for a in ours for b in struck):
        return True
    hit = [role.actor for role in occurrence.roles.recipients if role.actor.named]
    if any(a.relation_to(b) in _RELATED for a in theirs for b in hit):
        return True
    relations = {a.relation_to(b) for a in ours for b in theirs}
    if not relations or relations & _RELATED:
        return False
    shared = {a.country for a in ours if a.country} & {b.country for b in theirs if b.country}
    return not shared


def _story_score(analysis: Analysis, known: Group, occurrence: Occurrence) -> float:
    score = 1.0
    if _set_apart(analysis, occurrence):
        score -= 3.0
    score += 1.0 * _is_definite(analysis, occurrence)
    score += 1.0 * _same_word(analysis, known, occurrence)
    score += 1.5 * _share(known.recipients(), occurrence.roles.recipients)
    score += 1.0 * _share(known.actors(), occurrence.roles.actors)
    if _other_targets(known, occurrence):
        score -= 1.0
    if _other_means(known, occurrence):
        score -= 2.0
    return score + 1.0 * _both_in_lead(analysis, known, occurrence)


def _both_in_lead(analysis: Analysis, known: Group, occurrence: Occurrence) -> bool:
    """Tell whether headline and first paragraph speak: together they tell one story."""
    places = (known.first.candidate.token, occurrence.candidate.token)
    lead = lead_paragraph(analysis)
    return all(analysis.sentences[analysis.tokens[i].sent].paragraph <= lead for i in places)


def _opens_background(
    analysis: Analysis, known: Group, occurrence: Occurrence, when: DaySet | None
) -> bool:
    """Tell whether a dated trigger past the lead starts on another story: "Op 6 juni schoten ..."."""
    if when is None or known.when is not None:
        return False
    token = analysis.tokens[occurrence.candidate.token]
    return analysis.sentences[token.sent].paragraph > lead_paragraph(analysis)


def _other_means(known: Group, occurrence: Occurrence) -> bool:
    """Tell whether both say by what means, and by other means: bombs here, knives there."""
    ours = {i for i, kind in enumerate(_MEANS) if kind & set(occurrence.modes)}
    theirs = {i for i, kind in enumerate(_MEANS) if kind & known.modes}
    return bool(ours and theirs) and not ours & theirs


def _speech_score(analysis: Analysis, known: Group, occurrence: Occurrence) -> float | None:
    ours, theirs = occurrence.roles.actors, known.actors()
    if ours and theirs and not _share(theirs, ours):
        return None
    if _set_apart(analysis, occurrence):
        return None
    apart = (
        analysis.tokens[occurrence.candidate.token].sent
        - analysis.tokens[known.occurrences[-1].candidate.token].sent
    )
    score = 1.5 if ours and theirs else 0.0
    score += 1.0 * _is_definite(analysis, occurrence) + 0.5 * (apart <= 1)
    score += 0.5 * _same_word(analysis, known, occurrence)
    return score if score > 1.0 else None


def _points_back(analysis: Analysis, known: Group, occurrence: Occurrence) -> bool:
    """Tell whether "die aanval" takes up the storming of a building that was just told."""
    token = analysis.tokens[occurrence.candidate.token]
    pointing = any(
        analysis.tokens[c].lower in _POINTING and analysis.tokens[c].dep == "det"
        for c in analysis.children(token.i)
    )
    if not (occurrence.candidate.noun and pointing):
        return False
    last = analysis.tokens[known.occurrences[-1].candidate.token].sent
    return known.first.type in _STORY and 0 <= token.sent - last <= 1


def _one_clause(analysis: Analysis, known: Group, occurrence: Occurrence) -> bool:
    """Tell whether a trigger hangs directly from one of the event's, or the other way round."""
    i = occurrence.candidate.token
    for item in known.occurrences:
        other = item.candidate.token
        if analysis.tokens[i].sent != analysis.tokens[other].sent:
            continue
        tied = analysis.tokens[i].head == other or analysis.tokens[other].head == i
        joined = "conj" in {analysis.tokens[i].dep, analysis.tokens[other].dep}
        if tied and not joined:
            return True
    return False


def _is_definite(analysis: Analysis, occurrence: Occurrence) -> bool:
    if not occurrence.candidate.noun:
        return False
    children = analysis.children(occurrence.candidate.token)
    return any(analysis.tokens[child].lower in _DEFINITE for child in children)


def _set_apart(analysis: Analysis, occurrence: Occurrence) -> bool:
    if occurrence.candidate.noun:
        noun = occurrence.candidate.token
        near = {analysis.tokens[child].lower for child in analysis.children(noun)}
        return bool(near & _APART) or ("een" in near and _came_before(analysis, noun))
    verb = occurrence.candidate.token
    if any(analysis.tokens[c].lower in {"eerder", "opnieuw"} for c in analysis.children(verb)):
        return True
    return any(
        analysis.tokens[word].lower in {"ander", "andere"}
        for target in tree.direct_objects(analysis, verb)
        for word in analysis.children(target)
    )


def _came_before(analysis: Analysis, noun: int) -> bool:
    """Tell whether the clause says "was er al een aanval": one that is not the news."""
    clause = tree.clause_head(analysis, noun)
    words = {analysis.tokens[c].lower for c in (clause, *analysis.children(clause))}
    return bool(words & {"al", "eerder"})


def _same_word(analysis: Analysis, known: Group, occurrence: Occurrence) -> bool:
    lemma = analysis.tokens[occurrence.candidate.token].lemma
    others = {analysis.tokens[item.candidate.token].lemma for item in known.occurrences}
    return any(lemma.endswith(other) or other.endswith(lemma) for other in others)


def _share(first: Iterable[Role], second: Iterable[Role]) -> bool:
    """Tell whether a party of the one is, belongs to, or has the same head word as one of the other."""
    return any(
        a.actor.relation_to(b.actor) in _RELATED or _head(a) == _head(b)
        for a in first
        for b in tuple(second)
    )


def _head(role: Role) -> str:
    words = role.actor.name.lower().split()
    return words[-1] if words else ""


def _other_targets(known: Group, occurrence: Occurrence) -> bool:
    ours = [r for r in occurrence.roles.recipients if not _is_person(r)]
    theirs = [r for r in known.recipients() if not _is_person(r)]
    return bool(ours and theirs) and not _share(theirs, ours)


def _is_person(role: Role) -> bool:
    return word_test("person")(_head(role))
