"""From treebank sentences to spaCy examples: grouped into texts, with today's typography.

Older newspaper text writes quotes as ,, and '' where the web writes „ ” ‘ ’ " « »; headings there
end in a newline without a full stop. Both are imitated, with a fixed seed, so that the model has
seen them.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from training.renaming import Name, renamed
from training.ud import Sentence, Word

_OPENING = frozenset({",,", "``", "„", "“", "«", "‘"})
_CLOSING = frozenset({"''", "”", "»", "’"})
_STYLES = (("„", "”"), ("“", "”"), ("‘", "’"), ("’", "’"), ('"', '"'), ("'", "'"), ("«", "»"),
           (",,", "''"))  # fmt: skip

#: Chances: quotes in another style, a sentence in capitals, a whole sentence between quotes.
_REQUOTED, _UPPER, _QUOTED = 0.75, 0.02, 0.03
_SHORT = 4
#: Neighbouring sentences in one text: mostly few, since the time of a step grows with its square.
_SIZES = (1, 1, 1, 1, 2, 2, 2, 3, 4, 6)


def grouped(sentences: list[Sentence], rng: random.Random) -> Iterator[list[Sentence]]:
    """Yield runs of one to six neighbouring sentences, as a text would have them."""
    i = 0
    while i < len(sentences):
        size = rng.choice(_SIZES)
        yield sentences[i : i + size]
        i += size


def varied(sentence: Sentence, rng: random.Random) -> Sentence:
    """Return the sentence in another typography: quotes of today, now and then a heading."""
    words = list(sentence.words)
    if rng.random() < _REQUOTED:
        words = _requoted(words, rng.choice(_STYLES))
    if rng.random() < _UPPER:
        words = [replace(word, form=word.form.upper()) for word in words]
    elif rng.random() < _QUOTED and len(words) > _SHORT:
        words = _quoted(words, rng.choice(_STYLES))
    return replace(sentence, words=tuple(words))


def _requoted(words: list[Word], style: tuple[str, str]) -> list[Word]:
    inside = False
    result = []
    for word in words:
        form = word.form
        if form in _OPENING or (form in {'"', "'"} and not inside):
            form, inside = style[0], True
        elif inside and (form in _CLOSING or form in {'"', "'"}):
            form, inside = style[1], False
        result.append(replace(word, form=form))
    return result


def _quoted(words: list[Word], style: tuple[str, str]) -> list[Word]:
    """Put the whole sentence between quotes: „Dat is waar.”, for one."""
    if any(word.form in _OPENING | _CLOSING | {'"', "'"} for word in words):
        return words
    moved = [replace(word, head=word.head + 1) for word in words]
    roots = [i for i, word in enumerate(words) if word.head == i]
    if len(roots) != 1:
        return words
    mark = Word(style[0], style[0], "PUNCT", "", roots[0] + 1, "punct", space=False)
    last_space = moved[-1].space
    moved[-1] = replace(moved[-1], space=False)
    return [mark, *moved, replace(mark, form=style[1], lemma=style[1], space=last_space)]


def gold_doc(nlp: Language, sentences: list[Sentence], gaps: list[str]) -> Doc:
    """Return the reference document: gold words, with `gaps` (" ", newlines) between sentences."""
    rows: list[tuple[str, bool, int, str, str, str, str]] = []
    for sentence, gap in zip(sentences, gaps, strict=True):
        base = len(rows)
        for i, word in enumerate(sentence.words):
            space = gap == " " if i == len(sentence.words) - 1 else word.space
            dep = "ROOT" if word.dep == "root" else word.dep
            rows.append(
                (word.form, space, base + word.head, dep, word.upos, word.feats, word.lemma)
            )
        if gap.strip(" "):
            rows.append((gap, False, len(rows) - 1, "dep", "SPACE", "", gap))
    words, spaces, heads, deps, pos, morphs, lemmas = (
        list(column) for column in zip(*rows, strict=True)
    )
    return Doc(nlp.vocab, words=words, spaces=spaces, pos=pos, morphs=morphs, lemmas=lemmas,
               heads=heads, deps=deps)  # fmt: skip


def examples(
    nlp: Language, sentences: list[Sentence], rng: random.Random, names: Sequence[Name] = ()
) -> list[Example]:
    """Return training examples for one pass over the sentences, in random groups and typography.

    Some names are replaced by one of `names`.
    """
    found = []
    for group in grouped(sentences, rng):
        gaps = [rng.choice((" ",) * 8 + ("\n", "\n\n")) for _ in group]
        gaps[-1] = ""
        reference = gold_doc(nlp, [varied(renamed(s, names, rng), rng) for s in group], gaps)
        found.append(Example(nlp.make_doc(reference.text), reference))
    rng.shuffle(found)
    return found
