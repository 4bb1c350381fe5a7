"""Whether a trigger tells something that happened.

Source of the scheme: the realis values of `wederhoor.model.Realis`; rules in `resources/nl/realis.yaml`.

Example:
    "Netanyahu heeft aanvallen op de stad aangekondigd" is planned; "Bewakers schoten mogelijk op
    migranten" is possible; the reportative "zou" is for attribution and changes nothing here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from wederhoor.extract.events import tree
from wederhoor.extract.events.kinds import SPEECH
from wederhoor.extract.events.lexicon import word_test
from wederhoor.extract.events.supposing import is_infinitive, is_known, is_supposed
from wederhoor.extract.events.triggers import Candidate
from wederhoor.model import Analysis, Realis, Token
from wederhoor.resources.loader import load_entries

_NEAR = 3  # tokens between an adverb of doubt and the trigger
_HABIT = frozenset({"vaak", "regelmatig", "altijd", "dagelijks", "geregeld", "soms", "steeds"})
_FEARS = frozenset(
    [
        "risico",
        "gevaar",
        "angst",
        "dreiging",
        "vrees",
        "kans",
        "waarschuwing",
        "waarschuwen",
        "vrezen",
        "voorkomen",
        "afwenden",
        "vermijden",
        "duchten",
        "bang",
        "beducht",
        "bevreesd",
    ]
)
_MORE = frozenset({"meer", "nieuwe", "verdere", "volgende", "toekomstige"})
_TRENDS = frozenset({"toenemen", "afnemen", "stijgen", "dalen", "passen", "horen"})
_AFTER_IT = frozenset({"na", "sinds", "tijdens", "wegens", "vanwege", "ondanks"})


@dataclass(frozen=True, slots=True)
class _Rule:
    id: str
    realis: Realis
    lemmas: frozenset[str]
    aux: frozenset[str]
    adverbs: frozenset[str]
    adjectives: frozenset[str]
    phrases: tuple[str, ...]
    marks: frozenset[str]


@cache
def _rules() -> tuple[_Rule, ...]:
    keys = frozenset({"lemmas", "aux", "adverbs", "adjectives", "phrases", "marks"})
    return tuple(
        _Rule(
            entry.id,
            Realis(entry.data["realis"]),
            frozenset(entry.data.get("lemmas", ())),
            frozenset(entry.data.get("aux", ())),
            frozenset(entry.data.get("adverbs", ())),
            frozenset(entry.data.get("adjectives", ())),
            tuple(entry.data.get("phrases", ())),
            frozenset(entry.data.get("marks", ())),
        )
        for entry in load_entries("nl/realis.yaml", frozenset({"realis"}), keys)
    )


def find_realis(analysis: Analysis, candidate: Candidate) -> Realis | None:
    """Return the realis of a trigger; None when it tells a habit or denies in the outlet's voice."""
    token = analysis.tokens[candidate.token]
    if _tells_nothing(analysis, candidate, token):
        return None
    if not candidate.noun and _governed_by(analysis, token) == "ontkennen":
        return Realis.DENIED
    if _is_negated(analysis, candidate):
        return Realis.DENIED if _is_said(analysis, token) else None
    return _from_rules(analysis, candidate, token)


def _tells_nothing(analysis: Analysis, candidate: Candidate, token: Token) -> bool:
    """Tell whether the words speak of no single event: a habit, a kind of event, a purpose."""
    if _is_habit(analysis, token) or _is_kind(analysis, token, candidate):
        return True
    if candidate.noun:
        return False
    if _is_unsure(analysis, token):
        return True
    return _is_purpose(analysis, token) or _governed_by(analysis, token) == "weigeren"


def _is_unsure(analysis: Analysis, token: Token) -> bool:
    """Tell whether nobody knows that it was: "het is onduidelijk of er mensen zijn gearresteerd"."""
    clause = tree.clause_head(analysis, token.i)
    whether = any(
        analysis.tokens[c].lower == "of" and analysis.tokens[c].dep == "mark"
        for c in analysis.children(clause)
    )
    return whether and word_test("unsure")(analysis.tokens[analysis.tokens[clause].head].lemma)


def _governed_by(analysis: Analysis, token: Token) -> str:
    """Return the lemma of the verb that an infinitive completes: "ontkent de rebellen te steunen"."""
    above = analysis.tokens[token.head]
    completes = token.dep in {"xcomp", "ccomp", "obj"} and above.upos == "VERB"
    return above.lemma if completes and "VerbForm=Inf" in token.feats else ""


def _from_rules(analysis: Analysis, candidate: Candidate, token: Token) -> Realis | None:
    speech = candidate.rule.type in SPEECH
    governors = frozenset(_governors(analysis, candidate))
    auxiliaries = frozenset(tree.auxiliaries(analysis, _verb(analysis, candidate)))
    around = _around(analysis, token)
    beside = {analysis.tokens[c].lower for c in analysis.children(token.i)}
    for rule in _rules():
        if rule.realis is Realis.HYPOTHETICAL:
            if is_supposed(analysis, candidate, rule, auxiliaries):
                return None if speech else rule.realis
            continue
        if _is_idle(analysis, candidate, rule):
            continue
        if rule.lemmas & governors or around & rule.adverbs or beside & rule.adjectives:
            return _to_come(analysis, candidate, rule) or rule.realis
        if _is_verbal(analysis, candidate, rule) and _says(analysis, token, rule.phrases):
            return rule.realis
        if rule.realis is Realis.PLANNED and _is_future(analysis, candidate, rule, auxiliaries):
            return rule.realis
    return Realis.ACTUAL


def _to_come(analysis: Analysis, candidate: Candidate, rule: _Rule) -> Realis | None:
    """Return that "mogelijk nieuwe aanslagen" are none that were; None for any other doubt or plan."""
    if not candidate.noun or rule.realis is not Realis.POSSIBLE:
        return None
    more = {analysis.tokens[c].lower for c in analysis.children(candidate.token)} & _MORE
    verb = analysis.tokens[tree.clause_head(analysis, candidate.token)]
    return Realis.HYPOTHETICAL if more and verb.upos == "NOUN" else None


def _is_verbal(analysis: Analysis, candidate: Candidate, rule: _Rule) -> bool:
    """Tell whether what stands before speaks of the trigger: "van plan met een aanslag ... te".

    Of a plan only what is to be done: "hij stond op het punt te vertrekken, toen hij werd opgepakt".
    """
    if not candidate.noun:
        return rule.realis is not Realis.PLANNED or is_infinitive(analysis, candidate.token)
    clause = analysis.tokens[tree.clause_head(analysis, candidate.token)]
    return "VerbForm=Inf" in clause.feats and not is_known(analysis, candidate)


def _says(analysis: Analysis, token: Token, phrases: tuple[str, ...]) -> bool:
    """Tell whether one of the phrases stands before the trigger in its sentence: "van plan"."""
    sentence = analysis.sentence(token.i)
    words = " ".join(found.lower for found in analysis.tokens[sentence.first : token.i])
    return any(f" {phrase} " in f" {words} " for phrase in phrases)


def _is_idle(analysis: Analysis, candidate: Candidate, rule: _Rule) -> bool:
    """Tell whether a rule has no say: speech is done by saying it, and "de aanval" is no doubt."""
    if rule.realis is Realis.POSSIBLE:
        return is_known(analysis, candidate)
    return candidate.rule.type in SPEECH


def _verb(analysis: Analysis, candidate: Candidate) -> int:
    if not candidate.noun:
        return candidate.token
    return tree.clause_head(analysis, candidate.token)


def _is_future(
    analysis: Analysis, candidate: Candidate, rule: _Rule, auxiliaries: frozenset[str]
) -> bool:
    verb = analysis.tokens[candidate.token]
    if candidate.noun:
        verb = analysis.tokens[verb.head]
        if not word_test("taking-place")(verb.lemma) or is_known(analysis, candidate):
            return False
        auxiliaries = frozenset(tree.auxiliaries(analysis, verb.i))
    conditional = any(
        analysis.tokens[c].lower in {"zou", "zouden"} for c in analysis.children(verb.i)
    )
    past = "VerbForm=Part" in verb.feats
    return bool(rule.aux & auxiliaries) and not conditional and not past


def _is_negated(analysis: Analysis, candidate: Candidate) -> bool:
    if candidate.rule.negated:
        return False  # "zal niet aarzelen" is what the rule is about
    if tree.negated(analysis, candidate.token):
        return True
    if not candidate.noun:
        targets = tree.direct_objects(analysis, candidate.token)
        return any(tree.negated(analysis, target) for target in targets)
    if candidate.noun:
        clause = tree.clause_head(analysis, candidate.token)
        told = analysis.tokens[clause].lemma in {"zijn", "sprake", "plaatsvinden", "komen"}
        return told and tree.negated(analysis, clause)
    return False


def _is_kind(analysis: Analysis, token: Token, candidate: Candidate) -> bool:
    """Tell whether the words speak of a kind of event: "dit soort aanvallen", "aanvallen nemen toe"."""
    head = analysis.tokens[token.head]
    if token.upos == "NOUN" and token.dep == "nsubj" and head.lemma in _TRENDS:
        return True
    if candidate.noun and _is_feared(analysis, candidate):
        return True
    if token.dep == "acl:relcl" and candidate.rule.state and "Tense=Pres" in token.feats:
        return True  # "de coalitie die tegen IS vecht"
    before = analysis.tokens[max(0, token.i - 2) : token.i]
    return any(found.lower in {"soort", "soorten", "dergelijke", "zulke"} for found in before)


def _is_said(analysis: Analysis, token: Token) -> bool:
    """Tell whether the clause is what someone says: then "geen aanval" is a denial worth keeping."""
    clause = tree.clause_head(analysis, token.i)
    return analysis.tokens[clause].dep == "ccomp"


def _is_feared(analysis: Analysis, candidate: Candidate) -> bool:
    """Tell whether an event is only feared, risked or prevented: "het risico op aanslagen"."""
    token = analysis.tokens[candidate.token]
    head = analysis.tokens[token.head]
    governed = token.dep in {"nmod", "obl", "obl:arg", "obj"} and head.lemma in _FEARS
    start, before = analysis.sentence(token.i).first, token.i - 1
    while before >= start and analysis.tokens[before].upos == "ADJ":
        before -= 1
    headline = (
        before >= start and analysis.tokens[before].lower in _FEARS
    )  # "Risico nieuwe aanslagen"
    return (governed or headline) and not is_known(analysis, candidate)


def _is_habit(analysis: Analysis, token: Token) -> bool:
    """Tell whether it is said to happen often; "nog steeds" says only that it goes on."""
    clause = tree.clause_head(analysis, token.i)
    often = (
        child
        for i in {token.i, clause}
        for child in analysis.children(i)
        if analysis.tokens[child].lower in _HABIT
    )
    return any(child == 0 or analysis.tokens[child - 1].lower != "nog" for child in often)


def _is_purpose(analysis: Analysis, token: Token) -> bool:
    """Tell whether "te" with an infinitive only says what for: "bevoegdheden om mensen op te pakken".

    After words of trying, saying or planning ("probeerde", "ontkent", "van plan") it tells more.
    """
    marked = any(analysis.tokens[c].lower == "te" for c in analysis.children(token.i))
    if "VerbForm=Inf" not in token.feats or not marked:
        return False
    if token.dep not in {"acl", "advcl", "xcomp", "ccomp", "obl", "nmod"}:
        return False
    head = analysis.tokens[token.head]
    around = {head.lemma, *(analysis.tokens[c].lemma for c in analysis.children(head.i))}
    return not any(word_test(name).any(around) for name in ("attempt", "intention"))


def _governors(analysis: Analysis, candidate: Candidate) -> Iterator[str]:
    """Yield the lemmas of what the trigger directly hangs from: "kondigde aanvallen aan".

    In a headline also what stands right before it: "Vast voor beramen aanslag".
    """
    token = analysis.tokens[candidate.token]
    sentence = analysis.sentence(token.i)
    headline = sentence.paragraph < tree.lead_paragraph(analysis)
    if candidate.noun and headline and token.i > sentence.first:
        before = analysis.tokens[token.i - 1]
        yield from (before.lemma, before.lower)  # "beramen" is easily taken for a noun
    governed = {"obj", "obl:arg", "xcomp", "ccomp", "nsubj:pass", "obl", "advcl", "nmod", "acl"}
    after = candidate.noun and tree.case_of(analysis, token.i) in _AFTER_IT
    if token.dep in governed and not after:
        yield analysis.tokens[token.head].lemma


def _around(analysis: Analysis, token: Token) -> frozenset[str]:
    sentence = analysis.sentence(token.i)
    clause = tree.clause_head(analysis, token.i)
    near = range(max(sentence.first, token.i - _NEAR), min(sentence.stop, token.i + _NEAR + 1))
    return frozenset(
        analysis.tokens[i].lower
        for i in (*near, *analysis.children(token.i), *analysis.children(clause))
        if not _is_manner(analysis, i)
    )


def _is_manner(analysis: Analysis, i: int) -> bool:
    """Tell whether "mogelijk" says how, or what is allowed: "zo snel mogelijk", "maakt uitlevering mogelijk"."""
    token = analysis.tokens[i]
    before = {found.lower for found in analysis.tokens[max(0, i - 2) : i]}
    allowed = token.dep == "xcomp" and analysis.tokens[token.head].lemma == "maken"
    return token.lower == "mogelijk" and ("zo" in before or allowed)
