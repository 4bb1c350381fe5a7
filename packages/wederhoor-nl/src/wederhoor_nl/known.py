"""Names whose kind is certain: countries, inhabitants and organisations of the lists by hand.

Example:
    "Buitenlandse Zaken" is one organisation, whatever the tagger makes of its two words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

Span = tuple[int, int, str]
Names = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]

_KINDS = {"org": "ORG", "land": "LOC", "dem": "MISC"}


def settle(words: Sequence[str], found: Iterable[Span], names: Names) -> list[Span]:
    """Return the names of a sentence with the certain ones put right.

    A firm of one word ("Sabena") is certain where the tagger saw a name. A certain name takes the place of what overlaps it, unless a longer name holds it ("Bank of
    China"). In a line of capitals only, nothing is certain.

    Args:
        words: the words of the sentence.
        found: names as first word, the word after the last, and kind.
        names: the lists, by first word.
    """
    spans = list(found)
    if all(word == word.upper() for word in words):
        return spans
    for first, stop, kind in _certain(words, spans, names):
        if any(a <= first and stop <= b and b - a > stop - first for a, b, _ in spans):
            continue
        spans = [span for span in spans if span[1] <= first or stop <= span[0]]
        spans.append((first, stop, kind))
    return sorted(spans)


def _certain(words: Sequence[str], spans: Sequence[Span], names: Names) -> list[Span]:
    found = {(first, end) for first, end, _ in spans}
    matches: list[Span] = []
    stop = 0
    for i, word in enumerate(words):
        for name, kind in names.get(word, ()) if i >= stop else ():
            if tuple(words[i : i + len(name)]) == name:
                stop = i + len(name)
                if _is_certain(name, kind) or (kind == "org" and (i, stop) in found):
                    matches.append((i, stop, _KINDS[kind]))
                break
    return matches


def _is_certain(name: tuple[str, ...], kind: str) -> bool:
    """Say whether the list alone decides: one word may be another name too, capitals are not."""
    if kind == "org":
        return len(name) > 1 or (name[0].isupper() and len(name[0]) > 1)
    return kind in _KINDS
