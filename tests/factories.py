"""Model objects for tests, made without a trained pipeline.

Example:
    `simple_analysis("Iran vuurde raketten af.")` has five tokens in one sentence.
"""

from __future__ import annotations

import re
from datetime import date

from wederhoor.model import Analysis, DaySet, Sentence, Token

_TOKEN = re.compile(
    r"""
    ['’](?:[snt](?=\s)|\d\d\b)       # 's ochtends, 't, '90
    | \d+[-/][a-z]+[-/]\d+            # 5-aug-2016
    | \d+(?:[.,:/-]\d+)*(?:[a-z]+\b)? # 19.00, 6-2-2024, 1e
    | \w+(?:[-'’]\w+)*                # Noord-Irak, Houthi's
    | [^\w\s]                         # marks, one by one
    """,
    re.VERBOSE,
)
_END = frozenset(".!?")


def simple_analysis(text: str) -> Analysis:
    """Read a text with nothing but its characters: words, marks, sentences, paragraphs.

    A sentence ends at ".", "!", "?" or the end of a line. Every token hangs from the first of its
    sentence, its lemma is its lower-case form and its part of speech "X": what a rule finds in this, it
    finds without any help of a parser.
    """
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    first, paragraph = 0, 0
    previous_end = 0
    for match in _TOKEN.finditer(text):
        gap = text[previous_end : match.start()]
        ended = bool(tokens) and tokens[-1].text in _END and match.group() not in _END
        if len(tokens) > first and ("\n" in gap or ended):
            sentences.append(Sentence(first, len(tokens), paragraph))
            first = len(tokens)
        if tokens and gap.count("\n") > 1:
            paragraph += 1
        tokens.append(_token(match, len(tokens), first, len(sentences)))
        previous_end = match.end()
    if len(tokens) > first:
        sentences.append(Sentence(first, len(tokens), paragraph))
    return Analysis(text, tuple(tokens), tuple(sentences))


def _token(match: re.Match[str], i: int, head: int, sent: int) -> Token:
    word = match.group()
    return Token(
        i=i,
        start=match.start(),
        text=word,
        lower=word.lower(),
        lemma=word.lower(),
        upos="X",
        feats="",
        dep="root" if i == head else "dep",
        head=head,
        sent=sent,
    )


def published(edtf: str) -> DaySet:
    """Return the publication days that an EDTF string or a `date`'s ISO form names."""
    return DaySet.from_edtf(edtf)


def day(text: str) -> DaySet:
    """Return the set of one ISO day: `day("2024-07-26")`."""
    return DaySet.day(date.fromisoformat(text))
