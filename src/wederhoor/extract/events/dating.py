"""When each trigger of a report happened, by the time expression that reaches it.

A time dates the trigger that it hangs from, the others of its clause, and the clauses that go on with
it; "zei gisteren dat ..." dates the saying only.

Example:
    "Vrijdag was het ook al raak. Toen kwamen twee agenten om bij een aanval." dates the attack Friday.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from wederhoor.extract.events import discourse, tree
from wederhoor.extract.events.discourse import SAYING
from wederhoor.extract.events.kinds import SPEECH, STORY
from wederhoor.extract.events.lexicon import word_test
from wederhoor.extract.events.triggers import Candidate
from wederhoor.model import Analysis, Anchor, EventType, TimeMention

_AT_THE_TIME = frozenset({"bij", "tijdens", "door", "in", "met", "tot", "", "aan"})
_POINT = frozenset({"moment", "tijd", "tijdstip"})  # "op het moment van de aanslagen"
_PER_DIRECT = (("per", "direct"), ("per", "onmiddellijk"), ("met", "onmiddellijke", "ingang"))
_MOVES_ON = frozenset({"daarna", "later", "vervolgens", "sindsdien", "nadien", "nu", "inmiddels"})
_KNOWN = frozenset({("bekend", "dat"), ("duidelijk", "dat")})
_KNOWN_BY = frozenset({"de", "die", "deze", "het", "dat", "dit"})
# what no deed does, whatever the tree makes its subject: "heeft de moord deze week bekend"
_OF_PERSONS = frozenset({"opeisen", "claimen", "veroordelen", "herdenken", "bekennen", "bekend"})
_SINCE = frozenset({"sinds", "sedert"})
_FEAST = "time.feast"


_LOOSE = frozenset({"goes-on", "fills-in"})


@dataclass(frozen=True, slots=True)
class Dating:
    """A time and how it came to a trigger: by the grammar of its clause, or by a convention of telling."""

    time: TimeMention
    by: str = "clause"

    @property
    def told(self) -> bool:
        """Whether words say so: those of the clause, or of a sentence that points at the other."""
        return self.by not in _LOOSE


_ACROSS = (
    ("then", discourse.then),
    ("told-after", discourse.told_after),
    ("said-after", discourse.said_after),
    ("frame", discourse.frames),
    ("goes-on", discourse.goes_on),
    ("fills-in", discourse.fills_in),
)
"""Conventions that carry a time from one sentence to another, the firmest first."""


def find_dates(
    analysis: Analysis, by_token: Mapping[int, Candidate], times: Iterable[TimeMention]
) -> dict[int, Dating]:
    """Give each time to the trigger it hangs from, to those of its clause, then to other sentences."""
    known = tuple(times)
    found = {i: Dating(time) for i, time in _in_clauses(analysis, by_token, known).items()}
    for name, carry in _ACROSS:
        carried = {i: Dating(time, name) for i, time in carry(analysis, by_token, known)}
        found = carried | found
    return found


def _in_clauses(
    analysis: Analysis, by_token: Mapping[int, Candidate], known: tuple[TimeMention, ...]
) -> dict[int, TimeMention]:
    dates: dict[int, TimeMention] = {}
    inherited: dict[int, TimeMention] = {}
    for time in known:
        own = _owner(analysis, time, by_token)
        if own is not None:
            _keep_finer(dates, own, time)
            if by_token[own].noun:
                continue
        reached = [i for i in by_token if i != own and _reaches(analysis, time, i, by_token)]
        if own is not None and by_token[own].rule.type in SPEECH:
            said = tree.clause_head(
                analysis, own
            )  # "zegde gisteren het verdrag op en legde ... op"
            reached = [i for i in reached if _joined(analysis, i, said)]
        nouns = [i for i in reached if _is_nominal(analysis, by_token[i])]
        if own is None and nouns == reached and len(nouns) > 1:
            reached = [min(nouns, key=lambda i: abs(i - time.first))]  # "het doden van X, in mei"
        for i in reached:
            _keep_finer(inherited, i, _as_told(analysis, time, i))
    return inherited | dates


def _is_nominal(analysis: Analysis, candidate: Candidate) -> bool:
    """Tell whether a trigger is a noun, or an infinitive used as one: "het doden van"."""
    if candidate.noun:
        return True
    children = analysis.children(candidate.token)
    return any(analysis.tokens[c].dep == "det" for c in children)


def _reaches(
    analysis: Analysis, time: TimeMention, i: int, by_token: Mapping[int, Candidate]
) -> bool:
    """Tell whether a time bears on a trigger: in one clause, or on a noun that the trigger fills in.

    "hun poging van gisteren om het gebouw te bestormen" dates the storming; "zei gisteren dat ..." and
    "veroordeelde gisteren de aanslag" date the saying only.
    """
    apart = analysis.tokens[i].sent != analysis.tokens[time.first].sent
    if apart or (by_token[i].noun and tree.counts_from_next(analysis, time)):
        return False
    clause = _clause_of(analysis, time)
    own = tree.clause_head(analysis, i)
    return _at_once(analysis, clause, own, by_token) or _of_clause(analysis, time, i, by_token)


def _of_clause(
    analysis: Analysis, time: TimeMention, i: int, by_token: Mapping[int, Candidate]
) -> bool:
    """Tell whether the time of a clause is that of a trigger of its sentence."""
    clause, own = _clause_of(analysis, time), tree.clause_head(analysis, i)
    if analysis.tokens[clause].lemma in SAYING:
        return own == clause and _after_talks(analysis, by_token[i])
    since = _since(analysis, time)
    if by_token[i].noun:
        part = _takes_part(analysis, i) and not _is_spoken_of(analysis, by_token[i])
    else:
        part = analysis.tokens[i].dep != "amod"
    if since is not None and part and since < i:
        return time.first < i < _stop_of_clause(analysis, time)
    if since is not None or _made_known(analysis, time, i):
        return False
    if own == clause or _goes_on(analysis, own, clause):
        return part
    return (
        _tells_of(analysis, clause, i)
        or _at_the_moment(analysis, clause, i)
        or _celebrated(analysis, time, clause, own)
        or _fills_in(analysis, time, i, by_token)
    )


def _made_known(analysis: Analysis, time: TimeMention, i: int) -> bool:
    """Tell whether a time says when it became known: "Vandaag werd bekend dat er een man is opgepakt"."""
    words = [token.lower for token in analysis.tokens[time.stop : i]]
    return any(pair in _KNOWN for pair in itertools.pairwise(words))


def _after_talks(analysis: Analysis, candidate: Candidate) -> bool:
    """Tell whether one speaks on leaving talks: "zei hij zondag na (afloop van) een gesprek met de president"."""
    if not candidate.noun or candidate.rule.type is not EventType.CONSULT:
        return False
    head = analysis.tokens[analysis.tokens[candidate.token].head]
    whole = head.i if head.lemma == "afloop" else candidate.token
    return tree.case_of(analysis, whole) == "na"


def _fills_in(
    analysis: Analysis, time: TimeMention, i: int, by_token: Mapping[int, Candidate]
) -> bool:
    """Tell whether a time is of a noun that the trigger hangs from: "hun poging van gisteren om ..."."""
    clause = _clause_of(analysis, time)
    head = next(
        (a for a in analysis.ancestors(time.first) if not time.first <= a < time.stop), clause
    )
    speech = head in by_token and by_token[head].rule.type in SPEECH
    told = analysis.tokens[head].upos == "NOUN" and head in set(analysis.ancestors(i))
    return told and not speech


def _since(analysis: Analysis, time: TimeMention) -> int | None:
    """Return the "sinds" of "is onrustig sinds de president in april werd afgezet", which parts the clauses.

    The words before it are not of the time after it, however the tree is drawn.
    """
    sentence = analysis.sentence(time.first)
    before = range(sentence.first + 1, time.first)
    return next((i for i in reversed(before) if analysis.tokens[i].lower in _SINCE), None)


def _stop_of_clause(analysis: Analysis, time: TimeMention) -> int:
    """Return the end of the words that "sinds" opens: the next conjunction, or the end of the sentence."""
    sentence = analysis.sentence(time.first)
    after = range(time.stop, sentence.stop)
    return next((i for i in after if analysis.tokens[i].dep == "cc"), sentence.stop)


def _tells_of(analysis: Analysis, clause: int, noun: int) -> bool:
    """Tell whether a relative clause says that its noun took place: "het geweld dat zondag uitbrak"."""
    token = analysis.tokens[clause]
    if not token.dep.startswith("acl") or not word_test("taking-place")(token.lemma):
        return False
    return noun == token.head or _whole_of(analysis, noun) == token.head


def _celebrated(analysis: Analysis, time: TimeMention, clause: int, own: int) -> bool:
    """Tell whether a feast is being kept where it happens: "in kerken waar gelovigen Pasen vierden"."""
    kept = analysis.tokens[clause].lemma == "vieren" and time.rule == _FEAST
    return kept and analysis.tokens[clause].dep != "root" and own in analysis.ancestors(clause)


def _at_the_moment(analysis: Analysis, clause: int, noun: int) -> bool:
    """Tell whether a clause is told as of "het moment van de aanslagen"."""
    whole = _whole_of(analysis, noun)
    return (
        whole is not None
        and analysis.tokens[whole].lemma in _POINT
        and clause in analysis.ancestors(noun)
    )


def _at_once(analysis: Analysis, clause: int, own: int, by_token: Mapping[int, Candidate]) -> bool:
    """Tell whether what is announced begins at once: "maakte gisteren bekend dat hij per direct troepen stuurt"."""
    if analysis.tokens[own].head != clause or clause in by_token:
        return False
    last = max(analysis.children(own), default=own)
    words = [token.lower for token in analysis.tokens[min(clause, own) : max(last, own) + 1]]
    return any(
        tuple(words[i : i + len(said)]) == said for said in _PER_DIRECT for i in range(len(words))
    )


def _whole_of(analysis: Analysis, noun: int) -> int | None:
    """Return the "ronde" of "een ronde van gesprekken": what stands for the event in its clause."""
    token = analysis.tokens[noun]
    head = analysis.tokens[token.head]
    part = token.dep == "nmod" and tree.case_of(analysis, noun) in {"van", ""}
    return head.i if part and head.i != noun and word_test("whole-of")(head.lemma) else None


def _joined(analysis: Analysis, i: int, clause: int) -> bool:
    return _goes_on(analysis, tree.clause_head(analysis, i), clause)


def _as_told(analysis: Analysis, time: TimeMention, i: int) -> TimeMention:
    """Return the time as it bears on a trigger: of "sinds vorig jaar, toen ..." only "vorig jaar"."""
    own = tree.clause_head(analysis, i)
    marks = {analysis.tokens[c].lower for c in analysis.children(own)}
    head = own
    while analysis.tokens[head].dep == "conj":
        head = analysis.tokens[head].head
        marks |= {analysis.tokens[c].lower for c in analysis.children(head)}
    if time.begins is None or "toen" not in marks or own == tree.clause_head(analysis, time.first):
        return time
    return replace(time, days=time.begins, each=())


def _clause_of(analysis: Analysis, time: TimeMention) -> int:
    """Return the head of the clause of a time: of "zei", not of what follows, in "zei dinsdag dat"."""
    clause = tree.clause_head(analysis, time.first)
    above = analysis.tokens[clause].head
    if not _before_dat(analysis, time) or not above < time.first < clause:
        return clause
    return tree.clause_head(analysis, above)


def _before_dat(analysis: Analysis, time: TimeMention) -> bool:
    after = analysis.tokens[time.stop : time.stop + 1]
    return any(token.lower == "dat" for token in after)


def _takes_part(analysis: Analysis, noun: int) -> bool:
    """Tell whether a noun stands in its clause itself, so that the time of the clause is its own.

    "Zondag vielen doden bij een aanval" dates the attack; "stelde zondag het aantal doden van de aanval
    bij" and "sprak zondag over de aanval" do not.
    """
    token = analysis.tokens[noun]
    whole = _whole_of(analysis, noun)
    if whole is not None:
        return analysis.tokens[whole].lemma in _POINT or _takes_part(analysis, whole)
    if token.dep == "conj" and token.head != noun:
        return _takes_part(analysis, token.head)
    if token.dep == "obl":
        return tree.case_of(analysis, noun) in _AT_THE_TIME
    return token.dep != "nmod"


def _is_spoken_of(analysis: Analysis, candidate: Candidate) -> bool:
    """Tell whether a clause does something with a deed of before: "IS eiste dinsdag de aanslagen op"."""
    token = analysis.tokens[candidate.token]
    verb = analysis.tokens[token.head].lemma
    if candidate.rule.type not in STORY or token.dep not in {"obj", "nsubj"}:
        return False
    if token.dep == "nsubj" and verb not in _OF_PERSONS:
        return False
    known = any(analysis.tokens[c].lower in _KNOWN_BY for c in analysis.children(token.i))
    return known and not word_test("taking-place")(verb) and not word_test("bringing-about")(verb)


def _goes_on(analysis: Analysis, own: int, clause: int) -> bool:
    """Tell whether a clause shares the time of another: joined by "en", or opened by "toen"."""
    head = analysis.tokens[own]
    if head.dep == "conj" and head.head not in (clause, own):
        return _goes_on(analysis, tree.clause_head(analysis, head.head), clause)
    if head.head != clause:
        return False
    marks = {analysis.tokens[c].lower for c in analysis.children(own)}
    if marks & _MOVES_ON:
        return False
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
    if _before_dat(analysis, time):
        above = _clause_of(analysis, time)
        return above if above in by_token else None
    beside = _beside(analysis, time, by_token)
    if beside is not None:
        return beside
    counts = tree.counts_from_next(analysis, time)
    for token in range(time.first, time.stop):
        for i in analysis.ancestors(token):
            if time.first <= i < time.stop or (counts and i in by_token and by_token[i].noun):
                continue  # "twee dagen na de aanslag" is not the time of that attack
            if i in by_token:
                other = _made_known(analysis, time, i) or _may_be_of_the_verb(analysis, time, i)
                return None if other else i
            if analysis.tokens[i].dep in tree.CLAUSES:
                break
    return None


def _may_be_of_the_verb(analysis: Analysis, time: TimeMention, noun: int) -> bool:
    """Tell whether a bare time behind a noun is as well that of the verb: "heeft de moord dinsdag bekend"."""
    words = analysis.tokens[time.first - 1 : time.stop]
    bare = all(token.upos != "ADP" for token in words)
    return bare and analysis.tokens[analysis.tokens[noun].head].lemma in _OF_PERSONS


def _beside(analysis: Analysis, time: TimeMention, by_token: Mapping[int, Candidate]) -> int | None:
    """Return the noun right before a time where no verb stands between the two to claim it.

    "was een antwoord op een aanval eerder deze week op olietanks" dates that attack, and "het aantal
    slachtoffers van de aanval op 13 mei komt op 131" too, whatever noun the tree hangs the time from.
    """
    noun = time.first - 1
    if noun > 0 and analysis.tokens[noun].upos == "ADP":
        noun -= 1
    if noun not in by_token or not by_token[noun].noun:
        return None
    clause = analysis.tokens[tree.clause_head(analysis, noun)]
    if clause.lemma in _OF_PERSONS:
        return None
    above = analysis.tokens[analysis.tokens[time.first].head]
    within = above.upos == "NOUN" and above.i in set(analysis.ancestors(noun))
    beside = noun == time.first - 1 and clause.upos not in {"VERB", "AUX"}
    return noun if within or beside else None
