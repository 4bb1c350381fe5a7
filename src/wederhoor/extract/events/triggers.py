"""Which words mention an event, and of which type.

What comes in: the `Analysis` of a report. What goes out: `Candidate`s in text order, at most one a token.

Example:
    "Bij een raketaanval op de haven werden drie agenten gedood" gives `assault.aanvallen` at
    "raketaanval" and `assault.doden` at "gedood".
"""

from __future__ import annotations

from dataclasses import dataclass

from wederhoor.extract.events import tree
from wederhoor.extract.events.lexicon import EventRule, Lexicon, WordTest, load_lexicon, word_test
from wederhoor.model import Analysis, Token

_FILLER = frozenset({"DET", "PUNCT", "ADP", "SCONJ", "CCONJ", "AUX", "PRON", "NUM", "SYM"})
_REACH = 7  # tokens between a verb and the words that it needs beside it
_PRONOUNS = frozenset({"hij", "hem", "ze", "zij", "hen", "deze", "die"})
_ASKED = frozenset({"xcomp", "ccomp", "advcl", "obj"})
_REFERENTS = ("person", "gate-party", "site", "troops")
_BACK = 40  # tokens before a sentence in which a pronoun finds its noun
_A_NAME = "@name"  # stands in a list of words for any name
_NO_OBJECTS = ("time", "crowd", "person")
_CLOSING = frozenset({",", "”", "’", '"', "'"})
_NAMING = frozenset({"NOUN", "PROPN", "ADJ"})
_PUBLIC_WORDS = 2  # so many different words of public life, one in a short report
_PER_PUBLIC_WORD = 50  # tokens
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
    if any(_is_about(analysis, domain) for domain in ("sport", "showbiz", "economy")):
        return ()
    story = frozenset(word for token in analysis.tokens for word in (token.lemma, token.lower))
    violent = word_test("violence").any(story)
    public = _is_public(analysis)
    found: list[Candidate] = []
    words: tuple[str, ...] = ()
    sentence = -1
    for token in analysis.tokens:
        options, noun = _options(rules, token)
        options = tuple(
            rule for rule in options if _suits(rule, story, violent=violent, public=public)
        )
        if not options:
            continue
        if token.sent != sentence:
            sentence = token.sent
            words = _content(analysis, sentence)
        candidate = _best(analysis, token, options, words, noun=noun)
        if candidate:
            found.append(candidate)
    return tuple(found)


def _suits(rule: EventRule, story: frozenset[str], *, violent: bool, public: bool) -> bool:
    """Tell whether the report as a whole is one in which the rule may speak."""
    if (rule.violence and not violent) or ((rule.public or rule.gate) and not public):
        return False
    return not rule.report or rule.report.any(story)


def _is_public(analysis: Analysis) -> bool:
    """Tell whether a report speaks of public life: states, forces, protest, terror.

    One that does not tells of a singer's arrest, a burglary or a quarrel between neighbours. One word
    is enough where it is an attack or a crowd; of a headline or a single sentence none is asked.
    """
    asked = min(_PUBLIC_WORDS, len(analysis.tokens) // _PER_PUBLIC_WORD)
    public, attack = word_test("public-life"), word_test("public-attack")
    named = {token.lemma for token in analysis.tokens if token.upos in _NAMING}
    return asked == 0 or sum(map(public, named)) >= asked or attack.any(named)


def _is_about(analysis: Analysis, domain: str) -> bool:
    test = word_test(domain)
    cues = {word for t in analysis.tokens if t.upos in _NAMING and test(word := t.lemma.lower())}
    violent = word_test("weapon")
    armed = sum(1 for token in analysis.tokens if token.upos == "NOUN" and violent(token.lemma))
    return len(cues) >= _DOMAIN_WORDS and armed < len(cues)


def _options(lexicon: Lexicon, token: Token) -> tuple[tuple[EventRule, ...], bool]:
    if token.dep == "amod" and token.lower.endswith(("ende", "end")):
        return (), False  # "een verwoestende oorlog"
    if _is_deed_noun(token):
        named = tuple(rule for rule in lexicon.verbs(token.lemma) if _stands_alone(rule))
        if named:
            return named, True
    if token.upos == "VERB" or (token.upos in {"ADJ", "AUX"} and lexicon.verbs(token.lemma)):
        return lexicon.verbs(token.lemma), False
    if token.upos in {"NOUN", "PROPN"}:
        return lexicon.nouns(token.lemma) or lexicon.nouns(token.lower), True
    return (), False


def _is_deed_noun(token: Token) -> bool:
    """Tell whether an infinitive stands where a noun stands: "voerde aanvallen uit"."""
    bare = token.upos == "VERB" and "VerbForm=Inf" in token.feats
    return bare and token.dep in {"obj", "nsubj", "nsubj:pass", "obl"}


def _stands_alone(rule: EventRule) -> bool:
    """Tell whether the noun of the deed needs no other word to be one."""
    return bool(rule.nouns) and not (rule.beside or rule.object)


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
            high = max(first, token.i, _particle(analysis, token.i), _told(analysis, token, rule))
            near = high - low <= _REACH + _REACH * rule.telling
            span = (low, high + 1) if near else (token.i, token.i + 1)
            chosen = Candidate(token.i, *span, rule, noun)
    return chosen


def _told(analysis: Analysis, token: Token, rule: EventRule) -> int:
    """Return the token of the word that tells what is said: "noemde de aanval onaanvaardbaar"."""
    if not rule.telling or token.upos == "NOUN":
        return token.i
    stop = min(analysis.sentence(token.i).stop, token.i + 2 * _REACH)
    after = range(token.i + 1, stop)
    return next((i for i in after if rule.near(analysis.tokens[i].lemma)), token.i)


def _particle(analysis: Analysis, verb: int) -> int:
    """Return the token of the verb's separated particle: "roept de partijen op"."""
    for child in analysis.children(verb):
        if analysis.tokens[child].dep == "compound:prt":
            return child
    return verb


def _allowed(
    analysis: Analysis, token: Token, rule: EventRule, words: tuple[str, ...], *, noun: bool
) -> bool:
    others = [word for word in words if word != token.lemma]
    if rule.not_near and rule.not_near.any(others):
        return False
    if rule.near and not rule.near.any(others):
        return False
    if rule.sided and not _names_sides(analysis, token):
        return False
    return _words_fit(analysis, token, rule) and (noun or _verb_fits(analysis, token, rule))


def _names_sides(analysis: Analysis, token: Token) -> bool:
    """Tell whether fighting names its two sides: "de oorlog tussen Ethiopië en Eritrea"."""
    return any(
        analysis.tokens[i].upos == "PROPN" for i in tree.phrases(analysis, token.i, "tussen")
    )


def _words_fit(analysis: Analysis, token: Token, rule: EventRule) -> bool:
    """Tell whether the words right around the trigger are those that the rule asks for."""
    if rule.negated and not tree.negated(analysis, token.i):
        return False
    if any(_is_part_of(analysis, token, phrase) for phrase in rule.not_within):
        return False
    return not rule.within or any(_is_part_of(analysis, token, phrase) for phrase in rule.within)


def _is_part_of(analysis: Analysis, token: Token, phrase: tuple[str, ...]) -> bool:
    """Tell whether the trigger is one word of a fixed group: "strijd" of "in strijd met"."""
    if token.lower not in phrase:
        return False
    first = token.i - phrase.index(token.lower)
    here = analysis.tokens[max(0, first) : first + len(phrase)]
    return tuple(found.lower for found in here) == phrase


def _verb_fits(analysis: Analysis, token: Token, rule: EventRule) -> bool:
    if rule.asks and not _has_infinitive(analysis, token.i):
        return False
    if rule.subject and not _subject_fits(analysis, token.i, rule.subject):
        return False
    if rule.clause and token.dep in {"amod", "acl", "acl:relcl"}:
        return False
    if rule.plain and _says_so(analysis, token):
        return False
    return _takes_object(analysis, token.i, rule) and _object_fits(analysis, token.i, rule)


def _takes_object(analysis: Analysis, verb: int, rule: EventRule) -> bool:
    if rule.intransitive and _has_object(analysis, verb):
        return False
    return not rule.transitive or any(True for _ in tree.direct_objects(analysis, verb))


def _says_so(analysis: Analysis, token: Token) -> bool:
    """Tell whether a verb has what is said beside it: "betoogt dat ...", "..., betoogt de minister"."""
    said = (analysis.tokens[c].dep for c in analysis.children(token.i))
    if token.dep == "parataxis" or any(dep in {"ccomp", "parataxis"} for dep in said):
        return True
    before = analysis.tokens[max(0, token.i - 1) : token.i]
    return any(found.text in _CLOSING for found in before)


def _has_object(analysis: Analysis, verb: int) -> bool:
    """Tell whether something undergoes it; "een dag" says how long, and people are who does it."""
    return any(
        analysis.tokens[i].upos in {"NOUN", "PROPN"}
        and not any(word_test(name)(analysis.tokens[i].lemma) for name in _NO_OBJECTS)
        for i in tree.direct_objects(analysis, verb)
        if tree.passive(analysis, verb) or tree.subject(analysis, verb) not in {None, i}
    )


def _has_infinitive(analysis: Analysis, verb: int) -> bool:
    """Tell whether "te" with an infinitive says what is asked."""
    below = (c for c in analysis.children(verb) if analysis.tokens[c].dep in _ASKED)
    return any(
        "VerbForm=Inf" in analysis.tokens[i].feats
        and any(analysis.tokens[c].lower == "te" for c in analysis.children(i))
        for i in below
    )


def _subject_fits(analysis: Analysis, verb: int, wanted: WordTest) -> bool:
    head = tree.subject(analysis, verb)
    if head is None:
        return False
    heads = tuple(tree.conjuncts(analysis, head))
    named = any(analysis.tokens[i].upos == "PROPN" for i in heads)
    return wanted.any(analysis.tokens[i].lemma for i in heads) or (named and wanted(_A_NAME))


def _object_fits(analysis: Analysis, verb: int, rule: EventRule) -> bool:
    if not (rule.object or rule.not_object):
        return True
    heads = [
        i for head in tree.direct_objects(analysis, verb) for i in tree.conjuncts(analysis, head)
    ]
    lemmas = [analysis.tokens[i].lemma for i in heads]
    lemmas += [analysis.tokens[i].lower for i in heads]
    lemmas += [analysis.tokens[c].lemma for i in heads for c in _titles(analysis, i)]
    if heads and all(analysis.tokens[i].lower in _PRONOUNS for i in heads) and rule.object:
        return _stands_for(analysis, heads[0], rule.object)
    if rule.not_object and rule.not_object.any(lemmas):
        return False
    if not rule.object:
        return True
    if not lemmas:
        sentence = analysis.sentence(verb)
        around = analysis.tokens[sentence.first : sentence.stop]
        lemmas = [token.lemma for token in around if token.upos in {"NOUN", "PROPN"}]
    return rule.object.any(lemmas)


def _titles(analysis: Analysis, head: int) -> list[int]:
    """Return the nouns that say what a name is: "president" of "president Bashir"."""
    if analysis.tokens[head].upos != "PROPN":
        return []
    return [
        c
        for c in analysis.children(head)
        if analysis.tokens[c].upos == "NOUN" and not tree.case_of(analysis, c)
    ]


def _stands_for(analysis: Analysis, pronoun: int, wanted: WordTest) -> bool:
    """Tell whether the last thing or person that "hij" can stand for is of the kind wanted."""
    plural = analysis.tokens[pronoun].lower in {"ze", "zij", "hen"}
    for i in range(pronoun - 1, max(-1, pronoun - _BACK), -1):
        token = analysis.tokens[i]
        if token.upos != "NOUN" or ("Number=Plur" in token.feats) != plural:
            continue
        if any(word_test(name)(token.lemma) for name in _REFERENTS):
            return wanted(token.lemma)
    return False


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
