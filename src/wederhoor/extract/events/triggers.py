"""Which words mention an event, and of which type.

What comes in: the `Analysis` of a report. What goes out: `Candidate`s in text order, at most one a token.

Example:
    "Bij een raketaanval op de haven werden drie agenten gedood" gives `assault.aanvallen` at
    "raketaanval" and `assault.doden` at "gedood".
"""

from __future__ import annotations

from dataclasses import dataclass

from wederhoor.extract.events import tree
from wederhoor.extract.events.lexicon import EventRule, Lexicon, load_lexicon, word_test
from wederhoor.model import Analysis, Token

_FILLER = frozenset({"DET", "PUNCT", "ADP", "SCONJ", "CCONJ", "AUX", "PRON", "NUM", "SYM"})
_REACH = 7  # tokens between a verb and the words that it needs beside it
_DOMAIN_WORDS = 4  # so many different words of sport make a report one about sport


@dataclass(frozen=True, slots=True)
class Candidate:
    """A trigger: the token that heads it, the tokens it spans, and its rule."""

    token: int
    first: int
    stop: int
    rule: EventRule
    noun: bool


def find_candidates(analysis: Analysis, lexicon: Lexicon | None = None) -> tuple[Candidate, ...]:
    """Return the event triggers of a report, in text order; none in a report about sport."""
    rules = lexicon or load_lexicon()
    if _is_about(analysis, "sport") or _is_about(analysis, "showbiz"):
        return ()
    story = frozenset(word for token in analysis.tokens for word in (token.lemma, token.lower))
    violent = word_test("violence").any(story)
    found: list[Candidate] = []
    words: tuple[str, ...] = ()
    sentence = -1
    for token in analysis.tokens:
        options, noun = _options(rules, token)
        options = tuple(rule for rule in options if _suits(rule, story, violent=violent))
        if not options:
            continue
        if token.sent != sentence:
            sentence = token.sent
            words = _content(analysis, sentence)
        candidate = _best(analysis, token, options, words, noun=noun)
        if candidate:
            found.append(candidate)
    return tuple(found)


def _suits(rule: EventRule, story: frozenset[str], *, violent: bool) -> bool:
    """Tell whether the report as a whole is one in which the rule may speak."""
    if rule.violence and not violent:
        return False
    return not rule.report or rule.report.any(story)


def _is_about(analysis: Analysis, domain: str) -> bool:
    test = word_test(domain)
    cues = {token.lemma for token in analysis.tokens if token.upos == "NOUN" and test(token.lemma)}
    violent = word_test("weapon")
    armed = sum(1 for token in analysis.tokens if token.upos == "NOUN" and violent(token.lemma))
    return len(cues) >= _DOMAIN_WORDS and armed < len(cues)


def _options(lexicon: Lexicon, token: Token) -> tuple[tuple[EventRule, ...], bool]:
    if token.dep == "amod" and token.lower.endswith(("ende", "end")):
        return (), False  # "een verwoestende oorlog"
    if token.upos == "VERB" or (token.upos in {"ADJ", "AUX"} and lexicon.verbs(token.lemma)):
        return lexicon.verbs(token.lemma), False
    if token.upos in {"NOUN", "PROPN"}:
        return lexicon.nouns(token.lemma) or lexicon.nouns(token.lower), True
    return (), False


def _content(analysis: Analysis, number: int) -> tuple[str, ...]:
    sentence = analysis.sentences[number]
    tokens = analysis.tokens[sentence.first : sentence.stop]
    kept = {token.lemma for token in tokens if token.upos not in _FILLER}
    return tuple(kept | {token.lower for token in tokens if token.upos not in _FILLER})


def _best(
    analysis: Analysis,
    token: Token,
    options: tuple[EventRule, ...],
    words: tuple[str, ...],
    *,
    noun: bool,
) -> Candidate | None:
    """Return the candidate of the rule with the most fulfilled conditions; ties go to file order."""
    best: tuple[int, int] | None = None
    chosen: Candidate | None = None
    for rule in options:
        first = _first_token(analysis, token, rule, noun=noun)
        if first is None or not _allowed(analysis, token, rule, words, noun=noun):
            continue
        met = (
            bool(rule.near)
            + bool(rule.report)
            + bool(rule.object and not noun)
            + bool(rule.beside and not noun)
        )
        rank = (-met, rule.rank)
        if best is None or rank < best:
            best = rank
            low = min(first, token.i)
            high = max(first, token.i, _particle(analysis, token.i))
            near = high - low <= _REACH
            span = (low, high + 1) if near else (token.i, token.i + 1)
            chosen = Candidate(token.i, *span, rule, noun)
    return chosen


def _particle(analysis: Analysis, verb: int) -> int:
    """Return the token of the verb's separated particle: "roept de partijen op"."""
    for child in analysis.children(verb):
        if analysis.tokens[child].dep == "compound:prt":
            return child
    return verb


def _allowed(
    analysis: Analysis, token: Token, rule: EventRule, words: tuple[str, ...], *, noun: bool
) -> bool:
    if rule.not_near and rule.not_near.any(word for word in words if word != token.lemma):
        return False
    if rule.near and not rule.near.any(word for word in words if word != token.lemma):
        return False
    if noun:
        return True
    if rule.plain and any(
        analysis.tokens[c].dep in {"ccomp", "parataxis"} for c in analysis.children(token.i)
    ):
        return False
    if rule.transitive and not any(True for _ in tree.direct_objects(analysis, token.i)):
        return False
    return _object_fits(analysis, token.i, rule)


def _object_fits(analysis: Analysis, verb: int, rule: EventRule) -> bool:
    if not (rule.object or rule.not_object):
        return True
    heads = [
        i for head in tree.direct_objects(analysis, verb) for i in tree.conjuncts(analysis, head)
    ]
    lemmas = [analysis.tokens[i].lemma for i in heads]
    lemmas += [analysis.tokens[i].lower for i in heads]
    if rule.not_object and rule.not_object.any(lemmas):
        return False
    if not rule.object:
        return True
    if not lemmas:
        sentence = analysis.sentence(verb)
        around = analysis.tokens[sentence.first : sentence.stop]
        lemmas = [token.lemma for token in around if token.upos in {"NOUN", "PROPN"}]
    return rule.object.any(lemmas)


def _first_token(analysis: Analysis, token: Token, rule: EventRule, *, noun: bool) -> int | None:
    """Return the token where the words begin that the verb needs beside it, or the verb itself."""
    if noun or not rule.beside:
        return token.i
    sentence = analysis.sentence(token.i)
    lowers = [found.lower for found in analysis.tokens[sentence.first : sentence.stop]]
    for phrase in rule.beside:
        for at in range(len(lowers) - len(phrase) + 1):
            if tuple(lowers[at : at + len(phrase)]) == phrase:
                return sentence.first + at
    return None
