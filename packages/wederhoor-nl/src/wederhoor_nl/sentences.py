"""Sentence starts: what the trained tagger says, corrected where writing conventions decide.

A newline always ends a sentence (headings, captions and paragraphs stand on lines of their own).
A closing quote or bracket belongs to the sentence it closes. A word in lower case does not start
a sentence on the same line.

Example:
    In "‘Wat nu?’ vroeg hij. „Niets.” Hij ging." the sentences start at ‘, „ and Hij.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc, Token

_FINAL = frozenset({".", "!", "?", "…", "...", "..", "?!", "!?", "!!", "??", "!!!"})
_CLOSERS = frozenset({"”", "’", "»", "''", ")", "]", '"', "'", "“", "’’"})
_OPENERS = frozenset({"„", "“", "‘", "«", "(", "[", '"', "'", ",,", "’", "”", "``", "-", "–"})
_NEVER_BEFORE = frozenset({",", ";", ":", "(", "„", "‘", "«", "-", "–"})
#: "Z.", "gen.", "dhr.", "J.P.": a full stop that abbreviates before a name.
_TITLE = re.compile(
    r"(?:[A-Z]|(?:[A-Z]\.)+[A-Z]|gen|kol|maj|kapt|lt|sgt|dhr|mevr|mw|dr|drs|mr|ir|ing|prof|ds|st|vs|ca|nr|art|jl|o\.l\.v)\.",
)


class SentenceStarts:
    """The spaCy component between the trained sentence starts and the parser."""

    def __call__(self, doc: Doc) -> Doc:
        """Correct `token.is_sent_start` in `doc`, which must not be parsed yet."""
        texts = [token.text for token in doc]
        moved = False
        for i in range(len(texts)):
            token = doc[i]
            said = moved or bool(token.is_sent_start)
            starts, moved = _decide(doc, texts, i, said=said)
            if starts != bool(token.is_sent_start) or i == 0:
                token.is_sent_start = starts
        return doc


def _decide(doc: Doc, texts: list[str], i: int, *, said: bool) -> tuple[bool, bool]:
    """Return whether token `i` starts a sentence, and whether the start moves to the next one."""
    if i == 0:
        return True, texts[0].isspace()
    if texts[i].isspace():
        return False, said
    if "\n" in texts[i - 1]:
        return True, False
    if texts[i - 1] in _OPENERS and not _space_before(doc, i) and _space_before(doc, i - 1):
        return False, False
    if texts[i] in _CLOSERS and not _space_before(doc, i):
        return False, said
    ends = _after_final(doc, texts, i)
    starts = _may_start(texts, i, ends=ends) if said else ends and _must_start(texts, i)
    return starts, False


def _space_before(doc: Doc, i: int) -> bool:
    if i == 0:
        return True
    before: Token = doc[i - 1]
    return bool(before.whitespace_) or before.text.isspace()


def _after_final(doc: Doc, texts: list[str], i: int) -> bool:
    """Say whether a final mark, with its closing quotes and a space, stands before token `i`."""
    if not _space_before(doc, i):
        return False
    k = i - 1
    while k > 0 and (texts[k].isspace() or (texts[k] in _CLOSERS and not _space_before(doc, k))):
        k -= 1
    return texts[k] in _FINAL


def _may_start(texts: list[str], i: int, *, ends: bool) -> bool:
    """Say whether the trained start at token `i` can stand."""
    if texts[i - 1] in _NEVER_BEFORE:
        return False
    if texts[i][0].islower():
        return False
    return ends or not _TITLE.fullmatch(texts[i - 1])


def _must_start(texts: list[str], i: int) -> bool:
    """Say whether token `i`, after a final mark, starts a sentence whatever the model says."""
    if texts[i] in _OPENERS:
        following = texts[i + 1] if i + 1 < len(texts) else ""
        return following[:1].isupper()
    return texts[i][0].isupper()


@Language.factory("dutch_sentence_starts", assigns=["token.is_sent_start"])
def create_sentence_starts(nlp: Language, name: str) -> Callable[[Doc], Doc]:  # noqa: ARG001 - spaCy passes both
    """Return the component; it has no settings."""
    return SentenceStarts()
