"""Clean the names that Frog found: one string, one kind; known names first; whole names teach parts.

Frog's guidelines are SoNaR's: an adjective of a place is a place, a firm is a place as often as
not. What is done here takes its labels nearer to CoNLL's and makes them agree with one another.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from training.bio import Named
from wederhoor_nl.known import Names, Span, settle
from wederhoor_nl.names import spans

Known = Mapping[tuple[str, ...], str]

#: Words in lower case that may stand inside a name but not end it.
_INNER_WORDS = "van de den der het 't ten ter te en voor in of op al el bin di da du von la le"
_INNER = frozenset(_INNER_WORDS.split())
_SEEN, _SHARE = 3, 0.6
#: Sentences that a family name is remembered for: about one report.
_MEMORY = 25


def cleaned(sentences: Sequence[Named], names: Names) -> list[Named]:
    """Return the sentences with trimmed, agreeing labels.

    Args:
        sentences: the silver sentences in the order of the stream.
        names: the lists of names, by first word.
    """
    trimmed = [
        _relabelled(s, [_trimmed(s, span) for span in spans(list(s.labels))]) for s in sentences
    ]
    majority = _majority(trimmed)
    result: list[Named] = []
    recent: list[set[str]] = []
    for sentence in trimmed:
        family = set().union(*recent[-_MEMORY:]) if recent else set()
        found = [_kind(sentence, span, majority, family) for span in spans(list(sentence.labels))]
        found = settle(sentence.words, _with_common(sentence, found, majority), names)
        recent.append(_families(sentence, found))
        result.append(_relabelled(sentence, found))
    return result


def _relabelled(sentence: Named, found: Iterable[Span]) -> Named:
    labels = ["O"] * len(sentence.words)
    for first, stop, kind in found:
        if first < stop:
            labels[first:stop] = ["B-" + kind, *["I-" + kind] * (stop - first - 1)]
    return replace(sentence, labels=tuple(labels))


def _trimmed(sentence: Named, span: Span) -> Span:
    """Take words in lower case, quotes and titles off both ends: "president Trump" -> "Trump"."""
    first, stop, kind = span
    words = sentence.words
    while first < stop and not words[first][0].isupper() and not words[first][0].isdigit():
        if words[first] in {"van", "de", "het", "al", "'t", "el"} and kind in {"PER", "ORG"}:
            break
        first += 1
    while stop > first and not any(c.isupper() or c.isdigit() for c in words[stop - 1]):
        stop -= 1
    if all(words[i].lower() in _INNER for i in range(first, stop)):
        return first, first, kind
    return first, stop, kind


def _words(sentence: Named, span: Span) -> tuple[str, ...]:
    return tuple(sentence.words[span[0] : span[1]])


def _majority(sentences: Sequence[Named]) -> dict[tuple[str, ...], str]:
    """Return the kind of every string that nearly always has one.

    A single word must also be labelled nearly whenever it is written, which "Ik" and "Een" are not.
    """
    written = Counter(word for sentence in sentences for word in sentence.words)
    counts: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for span in spans(list(sentence.labels)):
            counts[_words(sentence, span)][span[2]] += 1
    return {
        name: kinds.most_common(1)[0][0]
        for name, kinds in counts.items()
        if kinds.total() >= _SEEN
        and kinds.most_common(1)[0][1] / kinds.total() >= _SHARE
        and (len(name) > 1 or kinds.total() >= 0.3 * written[name[0]])
    }


def _kind(sentence: Named, span: Span, majority: Known, family: set[str]) -> Span:
    name = _words(sentence, span)
    if len(name) == 1 and sentence.words[span[0]] in family and majority.get(name, "PER") != "LOC":
        return span[0], span[1], "PER"
    if len(name) == 1 and "-" in name[0] and name[0].rsplit("-", 1)[1].islower():
        return span[0], span[1], "MISC"
    return span[0], span[1], majority.get(name, span[2])


def _with_common(sentence: Named, found: list[Span], majority: Known) -> list[Span]:
    """Add the common names that Frog passed over: up to four words with capitals."""
    taken = {i for first, stop, _ in found for i in range(first, stop)}
    words = sentence.words
    added = list(found)
    for size in (4, 3, 2, 1):
        for i in range(len(words) - size + 1):
            if taken.intersection(range(i, i + size)):
                continue
            kind = None
            if words[i][0].isupper() and words[i + size - 1][0].isupper():
                kind = majority.get(words[i : i + size])
            if kind is not None:
                added.append((i, i + size, kind))
                taken.update(range(i, i + size))
    return added


def _families(sentence: Named, found: Iterable[Span]) -> set[str]:
    """Return the last words of the persons with two names: "Donald Trump" -> {"Trump"}."""
    return {
        sentence.words[stop - 1]
        for first, stop, kind in found
        if kind == "PER" and stop - first > 1
    }
