"""How well a trigger fits an event that the report told before.

Example:
    "De aanslag" after "een aanslag op een markt" fits by its article and its word.
"""

from __future__ import annotations

from collections.abc import Iterable

from wederhoor.extract.events import tree
from wederhoor.extract.events.clashes import RELATED, TOLD
from wederhoor.extract.events.groups import Group
from wederhoor.extract.events.kinds import STORY
from wederhoor.extract.events.lexicon import word_test
from wederhoor.extract.events.occurrences import Occurrence
from wederhoor.extract.events.order import order_word
from wederhoor.extract.events.roles import Role
from wederhoor.model import ActorKind, Analysis, DaySet, EventType, Realis, Relation
from wederhoor.resources.phrases import is_killing

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
_MEANS = (
    frozenset({"aerial", "heavy-weapons", "drone"}),
    frozenset({"explosives", "suicide-attack"}),
    frozenset({"firearms"}),
    frozenset({"primitive", "beat"}),
)
_WEAPONS = ("lucht", "raket", "drone", "mortier", "artillerie", "granaat")
_ANSWERS = frozenset({"woede", "wraak", "vergelding", "represaille", "antwoord", "reactie"})
_TOLLS = frozenset({"assault.doden", "assault.getroffen"})
_DENIALS = frozenset({"ontkennen", "tegenspreken", "weerspreken", "weerleggen", "bestrijden"})
_STEM = 6  # letters that make a noun and a verb one word
_TELLING = 5  # letters; shorter words are mostly articles and prepositions


def story_score(analysis: Analysis, known: Group, occurrence: Occurrence) -> float:
    """Score a deed against an event of its type: it belongs unless something sets it apart."""
    score = 1.0
    if _set_apart(analysis, occurrence) or _answered_by_another(analysis, known, occurrence):
        score -= 3.0
    score += 1.0 * _is_definite(analysis, occurrence)
    score += 1.0 * _same_word(analysis, known, occurrence)
    score += 1.5 * _share(known.recipients(), occurrence.roles.recipients)
    score += 1.0 * _share(known.actors(), occurrence.roles.actors)
    if _other_targets(known, occurrence):
        score -= 1.0
    if _other_means(known, occurrence) or _other_weapon(analysis, known, occurrence):
        score -= 2.0
    score += 0.5 * _in_one_sentence(analysis, known, occurrence)
    return score + 1.0 * _both_in_lead(analysis, known, occurrence)


def _in_one_sentence(analysis: Analysis, known: Group, occurrence: Occurrence) -> bool:
    sent = analysis.tokens[occurrence.candidate.token].sent
    return analysis.tokens[known.occurrences[-1].candidate.token].sent == sent


def takes_up_headline(analysis: Analysis, known: Group, occurrence: Occurrence) -> bool:
    """Tell whether the first sentence of the text takes up what only its headline told so far."""
    lead = tree.lead_paragraph(analysis)
    opening = next(s.first for s in analysis.sentences if s.paragraph == lead)
    sentences = [analysis.sentence(item.candidate.token) for item in known.occurrences]
    own = analysis.sentence(occurrence.candidate.token)
    told = occurrence.realis in TOLD and known.realis in TOLD
    return told and own.first == opening and all(s.paragraph < lead for s in sentences)


def looks_back_with_headline(analysis: Analysis, known: Group, occurrence: Occurrence) -> bool:
    """Tell whether the lead names the deed of the headline as one that is known: both look back to it.

    Example:
        "Rapport: bombardement op theater was misdaad" and "De aanval op het theater in maart was ...".
    """
    targets = _share(known.recipients(), occurrence.roles.recipients)
    return (
        targets
        and _is_definite(analysis, occurrence)
        and takes_up_headline(analysis, known, occurrence)
    )


def looks_back_further_on(analysis: Analysis, known: Group, occurrence: Occurrence) -> bool:
    """Tell whether the report opens with a deed that it takes for known, and may tell its day further on.

    Protests are held again and again, so of them a day stands for itself.

    Example:
        "Cel voor filmen aanslag Wenen", "Een man kreeg straf voor beelden van de aanslag", "die in maart vier mensen doodde".
    """
    if known.first.type is EventType.PROTEST:
        return False
    lead = tree.lead_paragraph(analysis)
    body = [
        item
        for item in known.occurrences
        if analysis.sentence(item.candidate.token).paragraph >= lead
    ]
    nouns = all(item.candidate.noun for item in known.occurrences)
    other = occurrence.candidate.noun and not _same_word(analysis, known, occurrence)
    return nouns and bool(body) and not other and all(_is_definite(analysis, i) for i in body)


def tells_its_planning(analysis: Analysis, known: Group, occurrence: Occurrence) -> bool:
    """Tell whether "de aanslagen", of which it is said who planned them, are those that were told.

    Example:
        "Bij aanslagen op kerken vielen doden. De aanslagen zouden zijn gepland in Jakarta."
    """
    planned = occurrence.realis is Realis.PLANNED and known.realis is Realis.ACTUAL
    past = known.first.type in STORY and _is_definite(analysis, occurrence)
    return planned and past and _same_word(analysis, known, occurrence)


def _both_in_lead(analysis: Analysis, known: Group, occurrence: Occurrence) -> bool:
    """Tell whether headline and first paragraph speak: together they tell one story."""
    places = (known.first.candidate.token, occurrence.candidate.token)
    lead = tree.lead_paragraph(analysis)
    return all(analysis.sentences[analysis.tokens[i].sent].paragraph <= lead for i in places)


def opens_background(
    analysis: Analysis, known: Group, occurrence: Occurrence, when: DaySet | None
) -> bool:
    """Tell whether a dated trigger past the lead starts on another story: "Op 6 juni schoten ..."."""
    if when is None or known.when is not None:
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
    score += 0.75 * _share(known.recipients(), occurrence.roles.recipients)
    score += 0.75 * _both_in_lead(analysis, known, occurrence)
    return score if score > 1.0 else None


def points_back(analysis: Analysis, known: Group, occurrence: Occurrence) -> bool:
    """Tell whether "die aanval" takes up the storming of a building that was just told."""
    token = analysis.tokens[occurrence.candidate.token]
    pointing = any(
        analysis.tokens[c].lower in _POINTING and analysis.tokens[c].dep == "det"
        for c in analysis.children(token.i)
    )
    if not (occurrence.candidate.noun and pointing):
        return False
    last = analysis.tokens[known.occurrences[-1].candidate.token].sent
    return known.first.type in STORY and 0 <= token.sent - last <= 1


def kills_the_same(
    analysis: Analysis, known: Group, occurrence: Occurrence, when: DaySet | None
) -> bool:
    """Tell whether both say that one named person was killed, which happens once.

    A plan, or a deed of another day, may have failed, and is not taken for it.

    Example:
        "De moord op Jan Bakker" and, further on, "Bakker werd in mei doodgeschoten".
    """
    if not {known.realis, occurrence.realis} <= TOLD:
        return False
    if known.when and when and known.when.relation_to(when) is Relation.CONFLICTS:
        return False
    ours = [r.actor for r in occurrence.roles.recipients if r.actor.kind is ActorKind.PERSON]
    theirs = [r.actor for r in known.recipients() if r.actor.kind is ActorKind.PERSON]
    if not any(a.named and a.relation_to(b) is Relation.SAME for a in ours for b in theirs):
        return False
    tokens = (analysis.tokens[item.candidate.token] for item in (known.first, occurrence))
    return all(is_killing(token.text) or is_killing(token.lemma) for token in tokens)


def accounts_for(analysis: Analysis, known: Group, occurrence: Occurrence) -> bool:
    """Tell whether someone says what the event just told was, or says another did it.

    Example:
        After "een explosie": "Hamas spreekt van een luchtaanval. Het leger ontkent dat en zegt dat een raket viel."
    """
    token = analysis.tokens[occurrence.candidate.token]
    last = analysis.tokens[known.occurrences[-1].candidate.token].sent
    if known.first.type not in STORY or token.sent - last != 1:
        return False
    named = tree.case_of(analysis, token.i) == "van"
    if named and analysis.tokens[token.head].lemma == "spreken":
        return True
    clause = analysis.tokens[tree.clause_head(analysis, token.i)]
    return clause.dep == "ccomp" and _denies_what_was_told(analysis, clause.head)


def _denies_what_was_told(analysis: Analysis, verb: int) -> bool:
    """Tell whether a verb goes on with "ontkent dat en ...", where "dat" is the event before."""
    denial = analysis.tokens[analysis.tokens[verb].head]
    if analysis.tokens[verb].dep != "conj" or denial.lemma not in _DENIALS:
        return False
    said = (analysis.tokens[c] for c in analysis.children(denial.i))
    return any(word.lower in {"dat", "dit"} and word.upos == "PRON" for word in said)


def one_clause(analysis: Analysis, known: Group, occurrence: Occurrence) -> bool:
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


def is_disowned(analysis: Analysis, known: Group, occurrence: Occurrence) -> bool:
    """Tell whether the event told before is one that somebody denies, and this is told as plain.

    Example:
        "Israël spreekt tegen dat zij omkwamen door een Israëlische beschieting. Israël voerde aanvallen
        uit." tells two events; "de beschieting" would take up the first.
    """
    if not _is_denied(analysis, known.first.candidate.token):
        return False
    denied = _is_denied(analysis, occurrence.candidate.token)
    return not denied and not _is_definite(analysis, occurrence)


def names_other_doer(analysis: Analysis, known: Group, occurrence: Occurrence) -> bool:
    """Tell whether who denies a deed says in the same breath by whom it was done instead.

    Example:
        "Het leger ontkent dat zij omkwamen door een beschieting, zij zouden zijn geraakt door rebellen."
    """
    i, other = known.first.candidate.token, occurrence.candidate.token
    clause = analysis.tokens[tree.clause_head(analysis, other)]
    denial = analysis.tokens[tree.clause_head(analysis, i)].head
    beside = clause.dep in {"parataxis", "conj"} and clause.head == denial
    return occurrence.type is known.first.type and _is_denied(analysis, i) and beside


def _is_denied(analysis: Analysis, i: int) -> bool:
    clause = analysis.tokens[tree.clause_head(analysis, i)]
    return clause.dep == "ccomp" and analysis.tokens[clause.head].lemma in _DENIALS


def only_dates(analysis: Analysis, known: Group, occurrence: Occurrence) -> bool:
    """Tell whether one only says when the other was: "tijdens de luchtaanval schoten bewakers"."""
    sent = analysis.tokens[occurrence.candidate.token].sent
    return any(
        _merely_at_the_time(analysis, item, occurrence)
        for item in known.occurrences
        if analysis.tokens[item.candidate.token].sent == sent
    )


def _merely_at_the_time(analysis: Analysis, first: Occurrence, second: Occurrence) -> bool:
    """Tell whether one trigger only dates the other: "na de explosie drongen mannen het hotel binnen"."""
    noun, verb = (first, second) if first.candidate.noun else (second, first)
    if not noun.candidate.noun or verb.candidate.noun or verb.candidate.rule.id in _TOLLS:
        return False
    i = noun.candidate.token
    dated = tree.case_of(analysis, i) in {"na", "tijdens"}
    tied = analysis.tokens[i].head == verb.candidate.token
    return dated and tied and bool(verb.roles.actors)


def answers_to(analysis: Analysis, known: Group, occurrence: Occurrence) -> bool:
    """Tell whether the sentence tells the event as an answer to this one, so that they are two.

    Example:
        "Betogers gooiden stenen uit woede over de luchtaanval van zondag."
    """
    noun = occurrence.candidate.token
    if not occurrence.candidate.noun:
        return False
    sent = analysis.tokens[noun].sent
    if all(analysis.tokens[item.candidate.token].sent != sent for item in known.occurrences):
        return False
    if tree.case_of(analysis, noun) == "over":
        return True
    head = analysis.tokens[analysis.tokens[noun].head]
    return head.i != noun and head.lemma in _ANSWERS


def is_one_more(analysis: Analysis, known: Group, occurrence: Occurrence) -> bool:
    """Tell whether the event told before is one more after those of which this tells.

    Example:
        "Nieuwe explosie bij kerk" and "de aanslagen van zondag"; a "nieuwe explosie" may be "de explosie" further on.
    """
    first = known.first
    nouns = first.candidate.noun and occurrence.candidate.noun and first.type in STORY
    if not nouns or not _set_apart(analysis, first):
        return False
    one, other = (analysis.tokens[item.candidate.token].feats for item in (first, occurrence))
    return "Number=Sing" in one and "Number=Plur" in other


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


def _answered_by_another(analysis: Analysis, known: Group, occurrence: Occurrence) -> bool:
    """Tell whether another party acted next: "Daarna bombardeerde het leger een kamp"."""
    ours, theirs = occurrence.roles.actors, known.actors()
    if occurrence.candidate.noun or not (ours and theirs) or _share(theirs, ours):
        return False
    return order_word(analysis, occurrence.candidate.token) is not None


def _came_before(analysis: Analysis, noun: int) -> bool:
    """Tell whether the clause says "was er al een aanval": one that is not the news."""
    clause = tree.clause_head(analysis, noun)
    words = {analysis.tokens[c].lower for c in (clause, *analysis.children(clause))}
    return bool(words & {"al", "eerder"})


def _same_word(analysis: Analysis, known: Group, occurrence: Occurrence) -> bool:
    lemma = analysis.tokens[occurrence.candidate.token].lemma
    others = {analysis.tokens[item.candidate.token].lemma for item in known.occurrences}
    return any(
        lemma.endswith(other) or other.endswith(lemma) or _one_stem(lemma, other)
        for other in others
    )


def _one_stem(first: str, second: str) -> bool:
    """Tell whether noun and verb are of one stem: "bestorming" and "bestormen"."""
    return first[:_STEM] == second[:_STEM] and abs(len(first) - len(second)) < _STEM


def _share(first: Iterable[Role], second: Iterable[Role]) -> bool:
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
    return bool(ours and theirs) and not _share(theirs, ours)


def _is_person(role: Role) -> bool:
    people = role.actor.kind in {ActorKind.PEOPLE, ActorKind.PERSON}
    return people or word_test("person")(_head(role))
