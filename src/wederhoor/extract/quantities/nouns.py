"""The counted noun: which word a number counts, and the adjectives between the two."""

from __future__ import annotations

from dataclasses import dataclass

from wederhoor.extract.quantities.lexicon import Noun, lexicon, noun_of
from wederhoor.model import Analysis

_MOST_MODIFIERS = 4
_ADJECTIVE_ENDINGS = ("se", "sche", "ige", "ijke", "ende", "de", "te", "ele", "ale", "aire", "ieve")
_NO_NOUN = frozenset({"VERB", "AUX", "ADP", "PRON", "DET", "CCONJ", "SCONJ", "PUNCT", "ADV", "SYM"})
_FALLEN = frozenset({"gevallen"})  # "is een gewonde gevallen", which a tagger may read as a noun
_OTHERS = frozenset({"andere", "nieuwe", "extra", "verdere", "overige", "jonge", "oude"})


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted.

    Attributes:
        first: first token of the noun phrase, its adjectives included.
        head: token of the noun.
        stop: token after the last.
        noun: what the noun is in the rule files.
        named: written with a capital, as peoples and supporters are.
    """

    first: int
    head: int
    stop: int
    noun: Noun
    named: bool = False


def counted_after(analysis: Analysis, i: int, stop: int) -> Counted | None:
    """Return the noun phrase that a number ending before token `i` counts, None when there is none.

    The words decide, with the part of speech where the language step gives one; the tree is not asked, so
    that a wrong tree does no harm.

    Example:
        After "2500" in "2500 Amerikaanse militairen" it is "Amerikaanse militairen".
    """
    tokens = analysis.tokens
    first = i = _without_determiner(analysis, i, stop)
    function = lexicon().words_of("function")
    while i < stop and i - first <= _MOST_MODIFIERS:
        token = tokens[i]
        noun = noun_of(token.lower)
        if not _can_stand(token.lower) or token.lower in function:
            break
        if _is_modifier(analysis, i, stop, noun):
            i += 1
            continue
        if token.upos in _NO_NOUN and not (noun.field or noun.classes):
            break
        named = token.text[0].isupper()
        return Counted(first, i, _measure_stop(analysis, i, stop), noun, named)
    return _nominal_adjective(analysis, first, i)


def _without_determiner(analysis: Analysis, i: int, stop: int) -> int:
    """Step over "de" in "alle vijf de aanvallers"."""
    tokens = analysis.tokens
    all_of = i < stop and tokens[i].lower == "de" and tokens[max(i - 2, 0)].lower == "alle"
    return i + 1 if all_of else i


def _can_stand(word: str) -> bool:
    return word[0].isalnum() or word in {"%", "€", "$", "°"}


def _is_modifier(analysis: Analysis, i: int, stop: int, noun: Noun) -> bool:
    """Tell whether token `i` describes a noun that still follows."""
    tokens = analysis.tokens
    token = tokens[i]
    if i + 1 >= stop:
        return False
    after = tokens[i + 1]
    follows = noun_of(after.lower)
    goes_on = _can_stand(after.lower) and after.lower not in lexicon().words_of("function")
    if not goes_on or token.lower in _OTHERS:
        return goes_on
    if token.lower in lexicon().attributes and after.lower not in _FALLEN:
        return bool(follows.classes or follows.field) or after.upos == "NOUN"
    if noun.classes - {"persons"} or noun.field:
        return False
    if token.upos in {"ADJ", "NUM"} or token.lower.endswith("jarige"):
        return after.upos not in _NO_NOUN or bool(follows.classes or follows.field)
    looks = token.lower.endswith(_ADJECTIVE_ENDINGS) and token.upos not in {"NOUN", "PROPN"}
    return looks and (after.upos == "NOUN" or bool(follows.classes or follows.field))


def _measure_stop(analysis: Analysis, i: int, stop: int) -> int:
    """Include the weapon in "twee squadrons bommenwerpers"."""
    if i + 1 < stop and noun_of(analysis.tokens[i + 1].lower).bare:
        return i + 2
    return i + 1


def _nominal_adjective(analysis: Analysis, first: int, i: int) -> Counted | None:
    """Read the last adjective as the noun ("een Nederlandse") when nothing follows it."""
    if i <= first:
        return None
    head = i - 1
    token = analysis.tokens[head]
    noun = noun_of(token.lower)
    person = token.text[0].isupper() or token.lower.endswith(("n", "jarige"))
    if not person or token.lower in lexicon().forms:
        return None
    classes = noun.classes | {"persons"}
    return Counted(
        first, head, i, Noun(noun.field, noun.rule, noun.one, noun.bare, classes=classes)
    )
