"""The verbs and states in a sentence that say what happened to what is counted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wederhoor.extract.quantities.lexicon import Form, lexicon
from wederhoor.model import Analysis, Sentence

_NEGATION = frozenset({"niet", "nooit", "nergens", "evenmin", "te"})
_AFTER_PARTICLE = frozenset(
    [
        ".",
        ",",
        ";",
        ":",
        "!",
        "?",
        ")",
        "en",
        "bij",
        "door",
        "na",
        "in",
        "tijdens",
        "toen",
        "nadat",
        "maar",
        "op",
        "met",
        "omdat",
        "vanwege",
        "terwijl",
        "die",
    ]
)
_FAR = 20  # tokens between a verb and its particle


@dataclass(frozen=True, slots=True)
class Evidence:
    """One predicate in the text.

    Attributes:
        first: first token.
        stop: token after the last.
        form: the form that was seen.
        verb: for verb plus particle, the token of the finite verb, else None.
    """

    first: int
    stop: int
    form: Form
    verb: int | None = None


def evidence_in(
    analysis: Analysis, sentence: Sentence, inside: frozenset[int]
) -> tuple[Evidence, ...]:
    """Return the predicates of a sentence from left to right.

    Args:
        analysis: the report, read.
        sentence: the sentence to look in.
        inside: tokens of counted noun phrases, where a participle is an adjective.

    Example:
        "Er werden drie mannen opgepakt en twee raakten gewond" holds "opgepakt" and "gewond".
    """
    found: list[Evidence] = []
    i = sentence.first
    while i < sentence.stop:
        hits = () if i in inside else tuple(_forms_at(analysis, sentence, i))
        found.extend(hits)
        i = max((hit.stop for hit in hits), default=i + 1)
    return tuple(found)


def _forms_at(analysis: Analysis, sentence: Sentence, i: int) -> Iterator[Evidence]:
    tokens = analysis.tokens
    longest = 0
    for form in lexicon().forms.get(tokens[i].lower, ()):
        size = len(form.words)
        if size < longest or i + size > sentence.stop:
            continue
        if any(tokens[i + k].lower != word for k, word in enumerate(form.words)):
            continue
        if form.shape == "particle":
            verb = _verb_of(analysis, sentence, i, form)
            if verb is not None:
                longest = size
                yield Evidence(i, i + size, form, verb)
        elif not _is_denied(analysis, sentence, i) and not _is_adjective(
            analysis, sentence, i, form
        ):
            longest = size
            yield Evidence(i, i + size, form)


def _verb_of(analysis: Analysis, sentence: Sentence, i: int, form: Form) -> int | None:
    """Return the finite verb that the particle at `i` belongs to, None when there is none."""
    tokens = analysis.tokens
    end = i + len(form.words)
    if end < sentence.stop and tokens[end].lower not in _AFTER_PARTICLE:
        return None
    for j in range(i - 1, max(sentence.first, i - _FAR) - 1, -1):
        if tokens[j].lower in form.finite:
            return j
        if tokens[j].text in {";", ":"}:
            return None
    return None


def _is_denied(analysis: Analysis, sentence: Sentence, i: int) -> bool:
    return i > sentence.first and analysis.tokens[i - 1].lower in _NEGATION


def _is_adjective(analysis: Analysis, sentence: Sentence, i: int, form: Form) -> bool:
    """Tell whether the word describes a noun ("de omgekomen soldaten") or is one ("de dood")."""
    if form.shape == "finite" or len(form.words) > 1 or i == sentence.first:
        return False
    before = analysis.tokens[i - 1].lower
    if before == "zijn":
        return False
    return before in lexicon().words_of("determiners") or before in {"een", "hen", "van"}
