"""Which predicate is about a count: by the tree where it is clear, else by word order."""

from __future__ import annotations

from wederhoor.extract.quantities.evidence import Evidence
from wederhoor.extract.quantities.lexicon import lexicon
from wederhoor.extract.quantities.situation import Count, Situation

_SUBJECT = frozenset({"nsubj", "nsubj:pass"})
_NOT_PART = frozenset(
    {
        "advcl",
        "conj",
        "nsubj",
        "nsubj:pass",
        "acl",
        "acl:relcl",
        "ccomp",
        "nmod",
        "parataxis",
        "dep",
    }
)
_FAR = 25  # tokens between a count and its verb
_LIST_GAP = 3
_BETWEEN = frozenset({",", "en", "of", "ook", "de", "alsmede", "evenals", "plus"})


def predicate_of(situation: Situation, count: Count) -> Evidence | None:
    """Return the predicate whose patient is the count, None when none clearly is.

    Example:
        In "Twee mannen zijn opgepakt nadat zij een agent verwondden" that of "Twee mannen" is "opgepakt".
    """
    if situation.is_governed(count):
        return None
    fits = [found for found in situation.evidence if _takes(found, count)]
    refused: set[int] = set()
    for found in fits:
        said = _by_tree(situation, count, found)
        if said:
            return found
        if said is False:
            refused.add(found.first)
    left = [found for found in fits if found.first not in refused]
    return _in_relative_clause(situation, count, left) or _by_order(situation, count, left)


def _takes(found: Evidence, count: Count) -> bool:
    """Tell whether the predicate can be about such a noun."""
    noun = count.counted
    wanted = found.form.of
    if found.form.of in {"targets", "aims"}:
        return wanted in count.classes and not count.number.article
    if noun is None:
        return True
    if noun.noun.field is not None or count.classes & {"targets", "units"}:
        return False
    return is_person(count)


def is_person(count: Count) -> bool:
    """Tell whether persons are counted: by the noun, or by a name of a people ("160 Fulani")."""
    if count.counted is None:
        return True
    named = count.counted.named and not count.number.article
    return named or bool(count.classes & {"persons", "victims"})


def _by_tree(situation: Situation, count: Count, found: Evidence) -> bool | None:
    """Return what the tree says: patient, something else, or nothing (None)."""
    tokens = situation.analysis.tokens
    head = count.counted.head if count.counted else count.number.stop - 1
    for _ in range(len(situation.counts)):
        if tokens[head].dep != "conj" or not _is_nominal(situation, tokens[head].head):
            break
        head = tokens[head].head
    verb, relation = tokens[head].head, tokens[head].dep
    if relation not in _SUBJECT | {"obj"} or not _belongs(situation, found, verb):
        return None
    if not found.form.object:
        return relation in _SUBJECT or None
    if relation in {"obj", "nsubj:pass"}:
        return True
    return _is_headline(situation, verb, found)


def _is_nominal(situation: Situation, i: int) -> bool:
    return situation.analysis.tokens[i].upos in {"NOUN", "PROPN", "NUM", "PRON"}


def _is_headline(situation: Situation, verb: int, found: Evidence) -> bool | None:
    """Tell whether a participle with a subject is a clipped passive ("Twee mannen opgepakt")."""
    analysis = situation.analysis
    below = [analysis.tokens[i] for i in analysis.children(verb)]
    active = found.form.shape != "participle" or any(
        token.lower in lexicon().words_of("have") or token.dep == "obj" for token in below
    )
    return False if active else None


def _belongs(situation: Situation, found: Evidence, verb: int) -> bool:
    tokens = situation.analysis.tokens
    if found.verb == verb:
        return True
    return any(
        i == verb or (tokens[i].head == verb and tokens[i].dep not in _NOT_PART)
        for i in range(found.first, found.stop)
    )


def _in_relative_clause(
    situation: Situation, count: Count, evidence: list[Evidence]
) -> Evidence | None:
    """Read "drie soldaten die zijn omgekomen"."""
    i = count.stop
    if situation.word(i) == ",":
        i += 1
    if situation.word(i) not in {"die", "dat"}:
        return None
    clause = situation.clause(i)
    words = set(situation.words_of_clause(i))
    if count.counted is None or words & lexicon().words_of("have"):
        return None
    for found in evidence:
        if situation.clause(found.first) == clause and found.first > i:
            passive = found.form.shape in {"participle", "phrase"}
            return found if passive or not found.form.object else None
    return None


def _by_order(situation: Situation, count: Count, evidence: list[Evidence]) -> Evidence | None:
    clause = situation.clause(count.number.stop - 1)
    near = [
        found
        for found in evidence
        if situation.clause(found.first) == clause and -_FAR < found.first - count.first < _FAR
    ]
    for found in near:
        if found.first >= count.stop:
            if _right(situation, count, found) and _is_nearest(situation, count, found):
                return found
            return None
    for found in reversed(near):
        if found.stop <= count.first:
            return found if _left(situation, count, found) else None
    return None


def _right(situation: Situation, count: Count, found: Evidence) -> bool:
    """Tell whether a predicate to the right can be about the count."""
    form = found.form
    if not form.object:
        return True
    if found.verb is not None:
        return found.verb < count.first
    if form.shape == "finite":
        start = situation.tokens_of_clause(found.first)[0]
        words = {situation.word(start), situation.word(start + 1)}
        return bool(words & lexicon().words_of("breaks"))
    have = [
        i
        for i in situation.tokens_of_clause(found.first)
        if situation.word(i) in lexicon().words_of("have")
    ]
    if not have:
        return True
    final = any(i in (found.first - 1, found.stop) for i in have)
    return final or have[0] < count.first


def _left(situation: Situation, count: Count, found: Evidence) -> bool:
    """Tell whether a predicate to the left can be about the count."""
    if found.form.shape == "finite":
        others = (other for other in situation.counts if found.stop <= other.first < count.first)
        return all(is_listed(situation, other, count) for other in others)
    if found.verb is not None:
        return False
    return situation.word(found.stop) in lexicon().words_of("verb-after") and (
        found.stop + 4 > count.first
    )


def _is_nearest(situation: Situation, count: Count, found: Evidence) -> bool:
    """Tell whether no other count stands between this one and the predicate, lists apart."""
    previous = count
    for other in situation.counts:
        if not count.stop <= other.first < found.first:
            continue
        if situation.clause(other.first) != situation.clause(count.first):
            continue
        if situation.is_governed(other) or "units" in other.classes:
            continue
        if not is_listed(situation, previous, other):
            return False
        previous = other
    return True


def is_listed(situation: Situation, first: Count, second: Count) -> bool:
    """Tell whether nothing but ", en ook" stands between two counts that follow one another."""
    between = [situation.word(i) for i in range(first.stop, second.first)]
    if 0 < len(between) <= _LIST_GAP and all(word in _BETWEEN for word in between):
        return True
    described = bool(between) and between[0] in {"van", "uit", "in", "met"}
    return described and len(between) <= _FAR // 2 and between[-1] in {"en", ","}
