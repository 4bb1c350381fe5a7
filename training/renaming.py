"""Other names in the place of those of the treebanks: what a name does, not which name it is.

The newspapers of the treebanks know few names with "al-" or "bin"; a parser that never saw
"Deir al-Zor" takes it for a verb. In a few sentences a name therefore becomes a place name of the
regions that today's reports are about, now and then built up further.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from training.bio import Named
from training.ud import Sentence, Word
from wederhoor_nl.names import spans

Name = tuple[str, ...]

_ARTICLES = ("al-", "al-", "Al-", "el-", "el-", "El-", "as-", "ash-", "ez-", "an-", "ad-")
_BETWEEN = ("bin", "ibn", "Abu", "al", "el", "Al", "van", "de", "von", "Ould", "ben", "ul", "Haj")
#: A longer name is a title or the like, and stays.
_LONGEST = 3
#: Chances: a sentence gets other names, a name gets an article, a word between, hyphens.
_RENAMED, _ARTICLE, _LINKED, _HYPHENS = 0.12, 0.25, 0.15, 0.1
#: The chance that a sentence for the name tagger, which has a place or a person, gets another one.
_OTHERWISE = 0.1


def renamed(sentence: Sentence, names: Sequence[Name], rng: random.Random) -> Sentence:
    """Return the sentence, by chance with one of its names replaced; the tree stays as it is.

    Example:
        "Hij vloog naar Bonn." may become "Hij vloog naar Deir al-Zor.": "al-Zor" is `flat` under
        "Deir", which stands where "Bonn" stood.
    """
    if not names or rng.random() >= _RENAMED:
        return sentence
    runs = _runs(sentence.words)
    if not runs:
        return sentence
    first, stop = rng.choice(runs)
    return replace(sentence, words=_replaced(sentence.words, first, stop, _made(names, rng)))


def _runs(words: Sequence[Word]) -> list[tuple[int, int]]:
    """Return the names: a word with a capital, and what is flat under it right after it."""
    found = []
    i = 0
    while i < len(words):
        stop = i + 1
        if words[i].upos == "PROPN" and words[i].form[0].isupper() and words[i].dep != "flat":
            while stop < len(words) and words[stop].dep == "flat" and words[stop].head == i:
                stop += 1
            if stop - i <= _LONGEST:
                found.append((i, stop))
        i = stop
    return found


def _made(names: Sequence[Name], rng: random.Random) -> Name:
    """Build one name: as it is, with an article, as a person's with "bin", or with hyphens."""
    name = rng.choice(names)
    turn = rng.random()
    if turn < _ARTICLE:
        return (*name[:-1], rng.choice(_ARTICLES) + name[-1].replace("-", ""))
    if turn < _ARTICLE + _LINKED:
        return (name[0], rng.choice(_BETWEEN), rng.choice(names)[-1])
    if turn < _ARTICLE + _LINKED + _HYPHENS:
        return (name[0] + rng.choice(("-", "-al-", "-el-")) + rng.choice(names)[-1],)
    return name


def _replaced(words: Sequence[Word], first: int, stop: int, name: Name) -> tuple[Word, ...]:
    """Put `name` in the place of the words from `first` to `stop`; heads follow."""
    longer = len(name) - (stop - first)

    def moved(i: int) -> int:
        if i < first:
            return i
        return first if i < stop else i + longer

    head = words[first]
    feats = head.feats if stop - first == len(name) == 1 else ""
    top = replace(head, form=name[0], lemma=name[0], feats=feats, head=moved(head.head),
                  space=len(name) > 1 or words[stop - 1].space)  # fmt: skip
    if head.head == first:
        top = replace(top, head=first)
    flat = [
        Word(form, form, "PROPN", "", first, "flat", k < len(name) - 1 or words[stop - 1].space)
        for k, form in enumerate(name)
    ][1:]
    before = [replace(word, head=moved(word.head)) for word in words[:first]]
    after = [replace(word, head=moved(word.head)) for word in words[stop:]]
    return (*before, top, *flat, *after)


def otherwise_named(
    sentences: Iterable[Named],
    first_names: Sequence[str],
    places: Sequence[Name],
    rng: random.Random,
) -> Iterator[Named]:
    """Yield the sentences, in some of which one person or place has got another name.

    Args:
        sentences: with a label per word; those that change lose their `tags`.
        first_names: of persons, in any order.
        places: what `wordtables.foreign_names` returns.
        rng: what is drawn from.

    Example:
        "Jan Jansen sprak." may become "Ahmed al-Zawiya sprak.", still a person.
    """
    for sentence in sentences:
        spots = [
            spot
            for spot in spans(list(sentence.labels))
            if spot[2] == "LOC" or (spot[2] == "PER" and spot[1] - spot[0] > 1)
        ]
        if not spots or rng.random() >= _OTHERWISE:
            yield sentence
            continue
        first, stop, kind = rng.choice(spots)
        name = _person(first_names, places, rng) if kind == "PER" else _place(places, rng)
        labels = [f"B-{kind}", *[f"I-{kind}"] * (len(name) - 1)]
        yield replace(
            sentence,
            words=(*sentence.words[:first], *name, *sentence.words[stop:]),
            labels=(*sentence.labels[:first], *labels, *sentence.labels[stop:]),
            tags=(),
        )


def _person(first_names: Sequence[str], places: Sequence[Name], rng: random.Random) -> Name:
    """Build a person's name: after a town, after an ancestor, after a child."""
    first, second = rng.choice(first_names), rng.choice(first_names)
    town = rng.choice(places)[-1]
    after_town = rng.choice(_ARTICLES) + town.replace("-", "")
    return rng.choice(
        (
            (first, after_town),
            (first, second, after_town),
            (first, rng.choice(("bin", "ibn", "ben", "Abu", "Haj")), second),
            ("Abu", first, after_town),
            (first, town),
        )
    )


def _place(places: Sequence[Name], rng: random.Random) -> Name:
    """Build a place's name: as it is, or its last word with an article."""
    name = rng.choice(places)
    if rng.random() < _ARTICLE:
        return (*name[:-1], rng.choice(_ARTICLES) + name[-1].replace("-", ""))
    return name
