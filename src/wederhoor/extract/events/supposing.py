"""Whether a trigger is only supposed: told under a condition, as what can be, or as what looms.

What comes in: a trigger in its sentence, and the words of conditions. What goes out: yes or no.

Example:
    "Als het land aanvalt, volgt een reactie" and "er dreigt een burgeroorlog" suppose; "de dader kon worden opgepakt" and "als
    je deze aanslagen neemt" tell what was.
"""

from __future__ import annotations

from typing import Protocol

from wederhoor.extract.events import tree
from wederhoor.extract.events.triggers import Candidate
from wederhoor.model import Analysis, EventType

_DEFINITE = frozenset({"de", "het", "die", "deze", "dat", "dit"})
_BEFORE_IT = frozenset({"voordat", "zodat", "opdat", "voor"})
_EVEN = frozenset({"zelfs", "ook", "alleen", "en", "maar", "pas"})
_ANY = frozenset({"een", "elk", "elke", "ieder", "iedere", "zo'n"})
_ALLOWS = frozenset({"maken"})
_DEEP = 3  # clauses, one completing the other


class Conditional(Protocol):
    """The words of conditions, as a rule of `resources/nl/realis.yaml` lists them."""

    @property
    def aux(self) -> frozenset[str]:
        """Lemmas of the auxiliary verbs."""

    @property
    def marks(self) -> frozenset[str]:
        """Words that open a condition."""


def is_supposed(
    analysis: Analysis, candidate: Candidate, words: Conditional, auxiliaries: frozenset[str]
) -> bool:
    """Tell whether a trigger tells what may be, would be or could be, and not what was.

    Args:
        analysis: the report.
        candidate: the trigger.
        words: the words of conditions.
        auxiliaries: lemmas of the auxiliary verbs of its clause.
    """
    if not candidate.noun and words.aux & auxiliaries:
        infinitive = is_infinitive(analysis, candidate.token)
        return infinitive and not _was_able(analysis, candidate, words)
    told = (_is_of_whoever, _looms, _is_made_possible)
    if any(test(analysis, candidate) for test in told):
        return True
    if _is_taken_for_known(analysis, candidate):
        return False
    if _is_aim(analysis, candidate, words):
        return True
    return _opens_conditionally(analysis, candidate.token, words) or _is_in_condition(
        analysis, candidate.token, words
    )


def _is_in_condition(analysis: Analysis, i: int, words: Conditional) -> bool:
    """Tell whether its clause, or one that it completes, is a condition: "als zij besluiten terug te keren"."""
    clause = tree.clause_head(analysis, i)
    for _ in range(_DEEP):
        head = analysis.tokens[clause]
        if head.upos not in {"VERB", "AUX"}:
            return False
        opening = (analysis.tokens[c] for c in analysis.children(clause))
        if any(t.dep == "mark" and t.lower in words.marks for t in opening):
            return True
        if head.dep not in {"xcomp", "ccomp", "advcl"} or "VerbForm=Inf" not in head.feats:
            return False
        clause = tree.clause_head(analysis, head.head)
    return False


def _is_made_possible(analysis: Analysis, candidate: Candidate) -> bool:
    """Tell whether it is what a law or a means allows: "een wet die uitlevering mogelijk maakt"."""
    token = analysis.tokens[candidate.token]
    verb = analysis.tokens[token.head]
    beside = {analysis.tokens[c].lower for c in analysis.children(verb.i)}
    return token.dep in {"obj", "xcomp"} and verb.lemma in _ALLOWS and "mogelijk" in beside


def _is_aim(analysis: Analysis, candidate: Candidate, words: Conditional) -> bool:
    """Tell whether an event of no article is what something can be for, or what can do something.

    Example:
        "kan een basis zijn voor aanvallen", "zelfs een beperkte aanval kan een reactie opleveren".
    """
    token = analysis.tokens[candidate.token]
    if not candidate.noun or is_known(analysis, candidate):
        return False
    subject = token.dep.startswith("nsubj") and _is_any(analysis, token.i)
    if not subject and tree.case_of(analysis, token.i) not in {"voor", "tot"}:
        return False
    around = [c for i in analysis.ancestors(token.i) for c in (i, *analysis.children(i))]
    can = (analysis.tokens[i] for i in around if analysis.tokens[i].lemma in words.aux)
    return any("Tense=Past" not in verb.feats for verb in can)


def _is_any(analysis: Analysis, noun: int) -> bool:
    return any(analysis.tokens[c].lower in _ANY for c in analysis.children(noun))


def _was_able(analysis: Analysis, candidate: Candidate, words: Conditional) -> bool:
    """Tell whether "kon" says that it was done: "De verdachte kon dezelfde avond worden opgepakt".

    Source: so news tells deeds that succeeded; 80 sentences of a stream, drawn by chance, did but for those of sport, with
    "niet" or behind "voordat". What one says could happen ("dat het leger de stad kon innemen") and what could befall one ("wij
    konden worden aangevallen") is left open.
    """
    verb = candidate.token
    clause = analysis.tokens[tree.clause_head(analysis, verb)]
    befalls = candidate.rule.type is EventType.ASSAULT and tree.passive(analysis, verb)
    if clause.dep == "ccomp" or befalls:
        return False
    around = {verb, clause.i, analysis.tokens[verb].head}
    near = [analysis.tokens[c] for i in around for c in (i, *analysis.children(i))]
    if any(t.dep == "mark" and t.lower in {*words.marks, *_BEFORE_IT} for t in near):
        return False
    return any(t.lemma in words.aux and "Tense=Past" in t.feats for t in near)


def _is_taken_for_known(analysis: Analysis, candidate: Candidate) -> bool:
    """Tell whether a noun names what was, whatever a condition says of it: "als je deze aanslagen neemt".

    Not where it is what may come: "als de aanval doorgaat".
    """
    subject = analysis.tokens[candidate.token].dep.startswith("nsubj")
    return is_known(analysis, candidate) and not subject


def is_infinitive(analysis: Analysis, verb: int) -> bool:
    """Tell whether the verb, or the "worden" of its passive, is an infinitive: "kan worden opgepakt"."""
    passive = (
        c
        for c in analysis.children(verb)
        if analysis.tokens[c].lemma == "worden" and analysis.tokens[c].dep.startswith("aux")
    )
    return any("VerbForm=Inf" in analysis.tokens[i].feats for i in (verb, *passive))


def _opens_conditionally(analysis: Analysis, i: int, words: Conditional) -> bool:
    """Tell whether a sentence in the present tense opens with "als": its condition and what follows.

    "Als vergelding vuurde het leger" opens with a preposition, and its tense is past; "als zij zouden besluiten" is none.
    """
    sentence = analysis.sentence(i)
    told = analysis.tokens[sentence.first : sentence.stop]
    opening = told[1] if told[0].lower in _EVEN and len(told) > 1 else told[0]
    if opening.dep != "mark" or opening.lower not in words.marks:
        return False
    return not any("Tense=Past" in t.feats and t.lemma != "zullen" for t in told)


def _is_of_whoever(analysis: Analysis, candidate: Candidate) -> bool:
    """Tell whether it is said of whoever does it: "landen die bij de aanval helpen, zullen boeten".

    "De landen die hielpen" are known ones, and so is what they did.
    """
    clause = analysis.tokens[tree.clause_head(analysis, candidate.token)]
    past = "Tense=Past" in clause.feats or "VerbForm=Part" in clause.feats
    if clause.dep != "acl:relcl" or past:
        return False
    known = any(analysis.tokens[c].dep == "det" for c in analysis.children(clause.head))
    main = tree.clause_head(analysis, clause.head)
    to_come = any(analysis.tokens[c].lower in {"zal", "zullen"} for c in analysis.children(main))
    return to_come and not known


def _looms(analysis: Analysis, candidate: Candidate) -> bool:
    """Tell whether it is what threatens to come: "er dreigt een burgeroorlog"; not who threatens."""
    token = analysis.tokens[candidate.token]
    verb = analysis.tokens[token.head]
    looming = candidate.noun and token.dep == "nsubj" and verb.lemma == "dreigen"
    return looming and not any(
        analysis.tokens[c].dep in {"obj", "xcomp", "ccomp", "obl:arg"}
        for c in analysis.children(verb.i)
    )


def is_known(analysis: Analysis, candidate: Candidate) -> bool:
    """Tell whether a noun has "de" or "die": then the doubt is about something else than the event."""
    children = analysis.children(candidate.token)
    return candidate.noun and any(analysis.tokens[c].lower in _DEFINITE for c in children)
