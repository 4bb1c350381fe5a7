"""What ties a trigger to an event that the report told before, or makes it another, by how it is told.

What comes in: an event of the report and a trigger further on. What goes out: a yes or no to one question a function;
`grouping` says which of them decide.

Example:
    "Daarbij werden vier huizen beschoten" goes on about the attack just told; "uit woede over de luchtaanval van
    zondag" names another.
"""

from __future__ import annotations

from wederhoor.extract.events import tree
from wederhoor.extract.events.clashes import TOLD, kinds_clash
from wederhoor.extract.events.groups import Group
from wederhoor.extract.events.kinds import STORY
from wederhoor.extract.events.lexicon import word_test
from wederhoor.extract.events.likeness import (
    APART,
    is_definite,
    is_indefinite,
    same_word,
    set_apart,
    share,
)
from wederhoor.extract.events.occurrences import Occurrence
from wederhoor.model import (
    ActorKind,
    Analysis,
    DaySet,
    EventType,
    Realis,
    Relation,
    Token,
)
from wederhoor.resources.phrases import is_campaign, is_common_deed, is_killing

_POINTING = frozenset({"die", "deze", "dat", "dit"})
_ANSWERS = frozenset({"woede", "wraak", "vergelding", "represaille", "antwoord", "reactie"})
_TOLLS = frozenset({"assault.doden", "assault.getroffen"})
_DENIALS = frozenset({"ontkennen", "tegenspreken", "weerspreken", "weerleggen", "bestrijden"})
_THEREBY = frozenset({"daarbij", "hierbij", "waarbij"})
_OVERALL = frozenset({"geweld"})
_JUST = 3  # sentences within which "het geweld" is that just told


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
    targets = share(known.recipients(), occurrence.roles.recipients)
    return (
        (
            targets
            or (same_word(analysis, known, occurrence) and not _is_repeated(analysis, occurrence))
        )
        and is_definite(analysis, occurrence)
        and takes_up_headline(analysis, known, occurrence)
    )


def _is_repeated(analysis: Analysis, occurrence: Occurrence) -> bool:
    """Tell whether its sentence tells another one: "Na de aanslag van maart is er opnieuw een aanslag gepleegd"."""
    sentence = analysis.sentence(occurrence.candidate.token)
    return any(t.lower in APART for t in analysis.tokens[sentence.first : sentence.stop])


def looks_back_further_on(
    analysis: Analysis, known: Group, occurrence: Occurrence, *, past: bool
) -> bool:
    """Tell whether the report opens with a deed that it takes for known, and may tell its day further on.

    It is known where every mention has an article that says so, or, of one that is `past`, where a court has to do with
    it. Protests are held again and again, so of them a day stands for itself.

    Example:
        "Cel voor filmen aanslag Wenen", "Een man kreeg straf voor beelden van de aanslag", "die in maart vier mensen doodde".
    """
    if known.first.type is EventType.PROTEST or not _fits_words(analysis, known, occurrence):
        return False
    lead = tree.lead_paragraph(analysis)
    body = [
        item
        for item in known.occurrences
        if analysis.sentence(item.candidate.token).paragraph >= lead
    ]
    told = all(item.candidate.noun or is_definite(analysis, item) for item in known.occurrences)
    first = occurrence.candidate.noun and is_indefinite(analysis, occurrence)
    if told and body and not first and all(is_definite(analysis, item) for item in body):
        return True
    tried = past and known.first.type is EventType.ASSAULT  # every arrest is of a suspect
    return tried and all(_is_in_court(analysis, i.candidate.token) for i in known.occurrences)


def _fits_words(analysis: Analysis, known: Group, occurrence: Occurrence) -> bool:
    """Tell whether two words may be of one deed: of one killing, or words that fit nearly all deeds.

    Example:
        "de aanslag" and "doodgeschoten" or "de schietpartij" may, "de mishandeling" and "vermoord" or "het conflict" and
        "de oorlog" may not.
    """
    first, second = (analysis.tokens[i.candidate.token] for i in (known.first, occurrence))
    if is_campaign(first.lemma) or is_campaign(first.text):
        return False
    if same_word(analysis, known, occurrence):
        return True
    killing = [is_killing(word.text) or is_killing(word.lemma) for word in (first, second)]
    if all(killing):
        return True
    if occurrence.candidate.noun:
        return is_common_deed(first.text) or is_common_deed(second.text)
    return not killing[1] or is_common_deed(first.text)


def _is_in_court(analysis: Analysis, i: int) -> bool:
    """Tell whether a sentence is about the trial of a deed: "moet voor de rechter om een aanslag"."""
    sentence = analysis.sentence(i)
    words = analysis.tokens[sentence.first : sentence.stop]
    return any(word_test("court")(token.lemma) for token in words)


def tells_its_planning(analysis: Analysis, known: Group, occurrence: Occurrence) -> bool:
    """Tell whether "de aanslagen", of which it is said who planned them, are those that were told.

    Example:
        "Bij aanslagen op kerken vielen doden. De aanslagen zouden zijn gepland in Jakarta."
    """
    planned = occurrence.realis is Realis.PLANNED and known.realis is Realis.ACTUAL
    past = known.first.type in STORY and is_definite(analysis, occurrence)
    return planned and past and same_word(analysis, known, occurrence)


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


def goes_on(analysis: Analysis, known: Group, occurrence: Occurrence) -> bool:
    """Tell whether a trigger goes on about the deed told right before: "daarbij", or with what was hit still in mind.

    Example:
        "De politie werd beschoten en bekogeld" and "Zij ontruimden kampen en doodden daarbij dertig mensen" tell one
        deed each; "Zij ontruimden een kamp en doodden later een agent" two.
    """
    if known.first.type not in STORY or occurrence.candidate.noun:
        return False
    token = analysis.tokens[occurrence.candidate.token]
    before = analysis.tokens[known.occurrences[-1].candidate.token]
    if any(analysis.tokens[c].lower in _THEREBY for c in analysis.children(token.i)):
        alike = is_killing(token.text) or not kinds_clash(known, occurrence)
        return alike and 0 <= token.sent - before.sent <= 1
    return _hits_the_same(analysis, before, token) and not kinds_clash(known, occurrence)


def _hits_the_same(analysis: Analysis, before: Token, token: Token) -> bool:
    """Tell whether "en" joins two passives of one subject: "werd beschoten en bekogeld"."""
    if token.dep != "conj" or token.head != before.i or "VerbForm=Part" not in token.feats:
        return False
    subject = (analysis.tokens[c].dep for c in analysis.children(before.i))
    below = [analysis.tokens[c] for c in analysis.children(token.i)]
    own, joined = {word.dep for word in below}, {word.lower for word in below if word.dep == "cc"}
    return (
        "nsubj:pass" in subject
        and joined == {"en"}
        and not own & {"nsubj", "nsubj:pass", "obj", "advmod", "aux"}
    )


def sums_up(analysis: Analysis, known: Group, occurrence: Occurrence) -> bool:
    """Tell whether "het geweld" is that which was just told, or "de gevechten" are the offensive of the report.

    Example:
        "Een schutter opende het vuur. Door het geweld raakten zes mensen gewond."
    """
    if not (occurrence.candidate.noun and is_definite(analysis, occurrence)):
        return False
    token = analysis.tokens[occurrence.candidate.token]
    words = [analysis.tokens[item.candidate.token] for item in (known.first, occurrence)]
    if all(is_campaign(word.lemma) or is_campaign(word.text) for word in words):
        return next(tree.phrases(analysis, token.i, "tegen"), None) is None
    before = analysis.tokens[known.occurrences[-1].candidate.token]
    bare = all(analysis.tokens[c].dep != "nmod" for c in analysis.children(token.i))
    return token.lemma in _OVERALL and bare and 0 <= token.sent - before.sent <= _JUST


def headline_of(analysis: Analysis, known: Group, occurrence: Occurrence) -> bool:
    """Tell whether the lead says in full what the headline said in short, of a speaker by another description.

    Example:
        "Oppositie weigert overleg" and "De coalitie van partijen heeft het aanbod afgewezen"; "Duitsland eist" and "De
        Duitse minister Heiko Maas heeft gevraagd".
    """
    if not takes_up_headline(analysis, known, occurrence):
        return False
    ours = [role.actor for role in occurrence.roles.actors]
    theirs = [role.actor for role in known.actors()]
    described = not all(actor.named for actor in ours) or not all(a.named for a in theirs)
    countries = {a.country for a in ours if a.country} & {a.country for a in theirs if a.country}
    return bool(ours and theirs) and (described or bool(countries))


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
    return not denied and not is_definite(analysis, occurrence)


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
    head = analysis.tokens[analysis.tokens[noun].head]
    if tree.case_of(analysis, noun) == "over" and not word_test("speaking")(head.lemma):
        return True  # "luchtten hun woede over", not "had informatie over"
    return head.i != noun and head.lemma in _ANSWERS


def is_one_more(analysis: Analysis, known: Group, occurrence: Occurrence) -> bool:
    """Tell whether the event told before is one more after those of which this tells.

    Example:
        "Nieuwe explosie bij kerk" and "de aanslagen van zondag"; a "nieuwe explosie" may be "de explosie" further on.
    """
    first = known.first
    nouns = first.candidate.noun and occurrence.candidate.noun and first.type in STORY
    if not nouns or not set_apart(analysis, first):
        return False
    one, other = (analysis.tokens[item.candidate.token].feats for item in (first, occurrence))
    return "Number=Sing" in one and "Number=Plur" in other
