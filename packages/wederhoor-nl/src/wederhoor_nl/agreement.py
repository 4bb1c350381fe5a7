"""Make the names of one text agree: a family name is a person, and a name has one kind.

Krishnan and Manning (2006) showed how much the other places of a name in the same text tell.

Example:
    After "Hassan Rohani", a lone "Rohani" that was taken for a place is a person.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

Span = tuple[int, int, str]

_ARTICLE = re.compile("(?:al|el|ad|an|ar|as|az|ul)-[A-ZÀ-Þ]")

#: A lone name is found elsewhere in a text when it was labelled this often.
_OFTEN = 2


def agree(words: Sequence[str], found: Iterable[Span]) -> list[Span]:
    """Return the names of a text with lone words brought into line, in order.

    Args:
        words: all tokens of the text.
        found: names as first token, the token after the last, and kind.
    """
    names = _with_article(words, found)
    family = _family_names(words, names)
    kinds = _kinds(words, names)
    agreed = [
        (first, stop, _one_kind(words[first], kind, family, kinds) if stop - first == 1 else kind)
        for first, stop, kind in names
    ]
    taken = {i for first, stop, _ in names for i in range(first, stop)}
    for i, word in enumerate(words):
        if i in taken or not word[:1].isupper():
            continue
        if word in family:
            agreed.append((i, i + 1, "PER"))
        elif word in kinds and kinds[word].total() >= _OFTEN and len(kinds[word]) == 1:
            agreed.append((i, i + 1, next(iter(kinds[word]))))
    return sorted(agreed)


def _with_article(words: Sequence[str], found: Iterable[Span]) -> list[Span]:
    """Let a name go on over an Arabic article: "Ain" + "al-Asad" is one place."""
    names: list[Span] = []
    for first, end, kind in sorted(found):
        stop = end
        while stop < len(words) and _ARTICLE.match(words[stop]):
            stop += 1
        if not names or names[-1][1] <= first:
            names.append((first, stop, kind))
    return names


def _family_names(words: Sequence[str], names: Iterable[Span]) -> set[str]:
    """Return the last words of persons of two names or more, and never of anything else."""
    family: set[str] = set()
    others: set[str] = set()
    for first, stop, kind in names:
        if stop - first > 1:
            (family if kind == "PER" else others).add(words[stop - 1])
    return {word for word in family - others if len(word) > 1 and word[0].isupper()}


def _kinds(words: Sequence[str], names: Iterable[Span]) -> dict[str, Counter[str]]:
    counts: dict[str, Counter[str]] = {}
    for first, stop, kind in names:
        if stop - first == 1:
            counts.setdefault(words[first], Counter())[kind] += 1
    return counts


def _one_kind(word: str, kind: str, family: set[str], kinds: dict[str, Counter[str]]) -> str:
    if word in family:
        return "PER"
    best, seen = kinds[word].most_common(1)[0]
    return best if seen > kinds[word].total() / 2 else kind
