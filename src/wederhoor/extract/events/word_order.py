"""What the order of words says where the tree does not: the way out of event reading.

A parser hangs "op Saudische olie-installaties" from "week" or from the verb, takes "Tripoli" for a part
of "april", and the second target of a list for a new clause. Dutch word order still tells what belongs
together: a phrase follows its noun with nothing but time, place and adverbs between, an object stands
right before "te" and its infinitive, and the members of a list look alike.

Example:
    In "een drone-aanval eerder deze week op een raffinaderij" `phrase_after` the attack with "op" is
    "raffinaderij".
"""

from __future__ import annotations

from collections.abc import Iterator

from wederhoor.extract.events.lexicon import word_test
from wederhoor.model import Analysis

_REACH = 9  # tokens between a noun and its phrase
_PHRASE = 6  # tokens from a preposition to the noun that it governs
_BETWEEN = frozenset({"ADV", "ADJ", "DET", "NUM", "NOUN", "PROPN", "ADP"})
_ALIKE = ("site", "person", "force")


def phrase_after(analysis: Analysis, noun: int, preposition: str) -> Iterator[int]:
    """Yield the head of the first phrase with this preposition close behind a noun of its sentence.

    Verbs, commas, "en" and any noun that may itself have the phrase ("een klopjacht op de dader") end
    the search.
    """
    stop = min(analysis.sentence(noun).stop, noun + 1 + _REACH)
    for i in range(noun + 1, stop):
        token = analysis.tokens[i]
        if token.upos == "ADP" and token.lower == preposition:
            head = _governed(analysis, i)
            if head is not None and _may_belong(analysis, noun, head):
                yield head
            return
        if token.upos not in _BETWEEN or (token.upos == "NOUN" and not _is_aside(analysis, i)):
            return


def _is_aside(analysis: Analysis, i: int) -> bool:
    """Tell whether a noun between says when, where, by whom or with what: it has no target of its own."""
    cased = any(analysis.tokens[c].dep == "case" for c in analysis.children(i))
    return cased or analysis.tokens[i].dep in {"obl", "nmod", "flat", "compound", "appos"}


def _may_belong(analysis: Analysis, noun: int, head: int) -> bool:
    """Tell whether the tree leaves room: a phrase of a noun in between belongs to that noun."""
    above = analysis.tokens[analysis.tokens[head].head]
    if not noun < above.i < head or above.upos == "PROPN":
        return True
    if any(analysis.tokens[c].lower == "van" for c in analysis.children(above.i)):
        return True  # "het neerschieten van een drone door rebellen"
    means = word_test("instrument")(above.lemma) or word_test("force")(above.lemma)
    return means or above.dep == "obl"


def _governed(analysis: Analysis, adposition: int) -> int | None:
    """Return the noun that a preposition governs."""
    head = analysis.tokens[adposition].head
    named = analysis.tokens[head].upos in {"NOUN", "PROPN", "NUM", "PRON"}
    near = adposition < head <= adposition + _PHRASE
    return head if named and near and analysis.tokens[adposition].dep == "case" else None


def object_before(analysis: Analysis, verb: int) -> int | None:
    """Return the noun right before "te" and an infinitive: "probeert sinds april Tripoli te veroveren"."""
    marks = [c for c in analysis.children(verb) if analysis.tokens[c].lower == "te"]
    if not marks or marks[0] != verb - 1:
        return None
    i = marks[0] - 1
    if i > 0 and analysis.tokens[i].dep == "compound:prt":
        i -= 1
    token = analysis.tokens[i]
    if i < analysis.sentence(verb).first or token.upos not in {"NOUN", "PROPN"}:
        return None
    return i


def list_mates(analysis: Analysis, head: int) -> Iterator[int]:
    """Yield the nouns listed beside a target that the tree hangs elsewhere.

    Example:
        "op drie hotels in de hoofdstad en twee kerken": the churches are no second capital.
    """
    kinds = [name for name in _ALIKE if word_test(name)(analysis.tokens[head].lemma)]
    if not kinds:
        return
    seen = {head}
    here = head
    while True:
        mate = next((i for i in _listed_after(analysis, here, kinds) if i not in seen), None)
        if mate is None:
            return
        seen.add(mate)
        yield mate
        here = mate


def _listed_after(analysis: Analysis, head: int, kinds: list[str]) -> Iterator[int]:
    """Yield the first noun of the same kind behind a comma or "en", past the phrases of `head`."""
    stop = min(analysis.sentence(head).stop, head + 1 + _REACH)
    joined = False
    for i in range(head + 1, stop):
        token = analysis.tokens[i]
        if token.text == "," or token.lower in {"en", "of"}:
            joined = True
            continue
        if token.upos not in _BETWEEN:
            return
        if token.upos == "NOUN" and joined:
            alike = any(word_test(name)(token.lemma) for name in kinds)
            if alike and token.dep in {"conj", "parataxis", "appos", "nmod", "obl"}:
                yield i
            return
