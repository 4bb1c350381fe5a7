"""How well a trigger fits an event that the report told before.

Example:
    "De aanslag" after "een aanslag op een markt" fits by its article and its word.
"""

from __future__ import annotations

from collections.abc import Iterable

from wederhoor.extract.events import tree
from wederhoor.extract.events.clashes import RELATED
from wederhoor.extract.events.groups import Group
from wederhoor.extract.events.lexicon import word_test
from wederhoor.extract.events.occurrences import Occurrence
from wederhoor.extract.events.order import order_word
from wederhoor.extract.events.roles import Role
from wederhoor.model import ActorKind, Analysis, DaySet, EventType
from wederhoor.resources.phrases import is_vague

APART = frozenset(
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
"""Words that make a deed another one than that told before."""
_DEFINITE = frozenset({"de", "het", "die", "deze", "dat", "dit", "zijn", "haar", "hun"})
_MEANS = (
    frozenset({"aerial", "heavy-weapons", "drone"}),
    frozenset({"explosives", "suicide-attack"}),
    frozenset({"firearms"}),
    frozenset({"primitive", "beat"}),
)
_WEAPONS = ("lucht", "raket", "drone", "mortier", "artillerie", "granaat")
_STEM = 6  # letters that make a noun and a verb one word
_TELLING = 5  # letters; shorter words are mostly articles and prepositions


def story_score(analysis: Analysis, known: Group, occurrence: Occurrence) -> float:
    """Score a deed against an event of its type: it belongs unless something sets it apart."""
    score = 1.0
    if set_apart(analysis, occurrence) or _answered_by_another(analysis, known, occurrence):
        score -= 3.0
    score += 1.0 * is_definite(analysis, occurrence)
    score += 1.0 * same_word(analysis, known, occurrence)
    score += 1.5 * share(known.recipients(), occurrence.roles.recipients)
    score += 1.0 * share(known.actors(), occurrence.roles.actors)
    if _other_targets(known, occurrence):
        score -= 1.0
    if _other_means(known, occurrence) or _other_weapon(analysis, known, occurrence):
        score -= 2.0
    score += 0.5 * _in_one_sentence(analysis, known, occurrence)
    return score + 1.0 * _both_in_lead(analysis, known, occurrence)


def _in_one_sentence(analysis: Analysis, known: Group, occurrence: Occurrence) -> bool:
    sent = analysis.tokens[occurrence.candidate.token].sent
    return analysis.tokens[known.occurrences[-1].candidate.token].sent == sent


def _both_in_lead(analysis: Analysis, known: Group, occurrence: Occurrence) -> bool:
    """Tell whether headline and first paragraph speak: together they tell one story."""
    places = (known.first.candidate.token, occurrence.candidate.token)
    lead = tree.lead_paragraph(analysis)
    return all(analysis.sentences[analysis.tokens[i].sent].paragraph <= lead for i in places)


def opens_background(
    analysis: Analysis, known: Group, occurrence: Occurrence, when: DaySet | None, fresh: int
) -> bool:
    """Tell whether a dated trigger past the lead starts on another story: "Op 6 juni schoten ...".

    What is of the day of the report is its news told in full ("Vanochtend gingen bommen af"), but for protests, of which
    there are more.
    """
    news = when is not None and when.ranges[0][0] >= fresh
    if when is None or known.when or (news and known.first.type is not EventType.PROTEST):
        return False
    token = analysis.tokens[occurrence.candidate.token]
    return analysis.sentences[token.sent].paragraph > tree.lead_paragraph(analysis)


def _other_means(known: Group, occurrence: Occurrence) -> bool:
    """Tell whether both say by what means, and by other means: bombs here, knives there."""
    ours = {i for i, kind in enumerate(_MEANS) if kind & set(occurrence.modes)}
    theirs = {i for i, kind in enumerate(_MEANS) if kind & known.modes}
    return bool(ours and theirs) and not ours & theirs


def _other_weapon(analysis: Analysis, known: Group, occurrence: Occurrence) -> bool:
    """Tell whether the nouns name other weapons: "raketaanvallen" here, "luchtaanvallen" there."""
    ours = _weapon(analysis, occurrence)
    theirs = {_weapon(analysis, item) for item in known.occurrences} - {""}
    return bool(ours and theirs) and ours not in theirs


def _weapon(analysis: Analysis, occurrence: Occurrence) -> str:
    lemma = analysis.tokens[occurrence.candidate.token].lemma
    return next((w for w in _WEAPONS if lemma.startswith(w) and lemma != w), "")


def speech_score(analysis: Analysis, known: Group, occurrence: Occurrence) -> float | None:
    """Score an act of speech against one told before: it needs the same speaker; None without."""
    ours, theirs = occurrence.roles.actors, known.actors()
    if ours and theirs and not share(theirs, ours):
        return None
    if set_apart(analysis, occurrence):
        return None
    apart = (
        analysis.tokens[occurrence.candidate.token].sent
        - analysis.tokens[known.occurrences[-1].candidate.token].sent
    )
    score = 1.5 if ours and theirs else 0.0
    score += 1.0 * is_definite(analysis, occurrence) + 0.5 * (apart <= 1)
    score += 0.5 * same_word(analysis, known, occurrence)
    score += 0.75 * share(known.recipients(), occurrence.roles.recipients)
    score += 0.75 * _both_in_lead(analysis, known, occurrence)
    return score if score > 1.0 else None


def is_definite(analysis: Analysis, occurrence: Occurrence) -> bool:
    """Tell whether a noun has an article that says which: "de aanslag", "het neerschieten van de drone"."""
    token = analysis.tokens[occurrence.candidate.token]
    if not occurrence.candidate.noun and "VerbForm=Inf" not in token.feats:
        return False
    found = (analysis.tokens[child] for child in analysis.children(token.i))
    return any(
        child.lower in _DEFINITE and (occurrence.candidate.noun or child.dep == "det")
        for child in found
    )


def is_indefinite(analysis: Analysis, occurrence: Occurrence) -> bool:
    """Tell whether "een" makes it told for the first time: "een aanslag op een rechtbank"."""
    children = analysis.children(occurrence.candidate.token)
    return any(analysis.tokens[child].lower == "een" for child in children)


def set_apart(analysis: Analysis, occurrence: Occurrence) -> bool:
    """Tell whether the words make it another deed: "een nieuwe aanval", "eerder werd al een kamp bestookt"."""
    if occurrence.candidate.noun:
        noun = occurrence.candidate.token
        near = {analysis.tokens[child].lower for child in analysis.children(noun)}
        return bool(near & APART) or ("een" in near and _came_before(analysis, noun))
    verb = occurrence.candidate.token
    if any(analysis.tokens[c].lower in {"eerder", "opnieuw"} for c in analysis.children(verb)):
        return True
    return any(
        analysis.tokens[word].lower in {"ander", "andere"}
        for target in tree.direct_objects(analysis, verb)
        for word in analysis.children(target)
    )


def _answered_by_another(analysis: Analysis, known: Group, occurrence: Occurrence) -> bool:
    """Tell whether another party acted next: "Daarna bombardeerde het leger een kamp"."""
    ours, theirs = occurrence.roles.actors, known.actors()
    if occurrence.candidate.noun or not (ours and theirs) or share(theirs, ours):
        return False
    return order_word(analysis, occurrence.candidate.token) is not None


def _came_before(analysis: Analysis, noun: int) -> bool:
    """Tell whether the clause says "was er al een aanval": one that is not the news."""
    clause = tree.clause_head(analysis, noun)
    words = {analysis.tokens[c].lower for c in (clause, *analysis.children(clause))}
    return bool(words & {"al", "eerder"})


def same_word(analysis: Analysis, known: Group, occurrence: Occurrence) -> bool:
    """Tell whether one of the words for the event is that of the trigger: "aanslag", "bomaanslag"."""
    lemma = analysis.tokens[occurrence.candidate.token].lemma
    others = {analysis.tokens[item.candidate.token].lemma for item in known.occurrences}
    return any(
        lemma.endswith(other) or other.endswith(lemma) or _one_stem(lemma, other)
        for other in others
    )


def _one_stem(first: str, second: str) -> bool:
    """Tell whether noun and verb are of one stem: "bestorming" and "bestormen"."""
    return first[:_STEM] == second[:_STEM] and abs(len(first) - len(second)) < _STEM


def share(first: Iterable[Role], second: Iterable[Role]) -> bool:
    """Tell whether a party of the one is, belongs to, or has the same head word as one of the other."""
    return any(
        a.actor.relation_to(b.actor) in RELATED or bool(_words(a) & _words(b))
        for a in first
        for b in tuple(second)
    )


def _words(role: Role) -> frozenset[str]:
    """Return the words that tell a party: the last, and every word for a thing that was struck."""
    surface = role.actor.surface.lower().split()
    struck = surface if role.actor.kind is ActorKind.THING else ()
    return frozenset({_head(role), *(word for word in struck if len(word) >= _TELLING)})


def _head(role: Role) -> str:
    words = role.actor.name.lower().split()
    return words[-1] if words else ""


def _other_targets(known: Group, occurrence: Occurrence) -> bool:
    ours = [r for r in occurrence.roles.recipients if not _is_person(r)]
    theirs = [r for r in known.recipients() if not _is_person(r)]
    if any(is_vague(_head(role)) for role in ours):
        return False  # "het toestel" after "een drone"
    return bool(ours and theirs) and not share(theirs, ours)


def _is_person(role: Role) -> bool:
    people = role.actor.kind in {ActorKind.PEOPLE, ActorKind.PERSON}
    return people or word_test("person")(_head(role))
