"""Silver trees: sentences of the stream that two networks parse nearly alike, for a third to learn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc, Token

from training.silver import UNKNOWN, Tagged
from training.ud import Sentence, Word, spaced

#: The least share of words on whose head and label both agree.
_ALIKE = 0.9
_STOPS = frozenset(".!?")


def silver_trees(
    first: Language, second: Language, sentences: Sequence[Tagged]
) -> Iterator[Sentence]:
    """Yield the sentences on which both agree, with the trees of `first`.

    Tags are Frog's where it is sure, else what both networks say; where they differ, none.
    """
    whole = [sentence for sentence in sentences if sentence[-1][0] in _STOPS]
    for tagged, one, other in zip(
        whole, _parsed(first, whole), _parsed(second, whole), strict=True
    ):
        pairs = list(zip(one, other, strict=True))
        alike = sum(a.head.i == b.head.i and a.dep == b.dep for a, b in pairs)
        if alike >= _ALIKE * len(pairs) and sum(token.head.i == token.i for token in one) == 1:
            yield Sentence("", tuple(spaced(_words(tagged, pairs))))


def _parsed(nlp: Language, sentences: Iterable[Tagged]) -> Iterator[Doc]:
    docs = (
        Doc(
            nlp.vocab,
            words=[word for word, _, _ in sentence],
            sent_starts=[i == 0 for i in range(len(sentence))],
        )
        for sentence in sentences
    )
    with nlp.select_pipes(enable=["tok2vec", "morphologizer", "parser"]):
        yield from nlp.pipe(docs)


def _words(tagged: Tagged, pairs: Iterable[tuple[Token, Token]]) -> list[Word]:
    words = []
    for (form, upos, feats), (one, other) in zip(tagged, pairs, strict=True):
        tag = (upos, feats)
        if tag == UNKNOWN and one.pos == other.pos and one.morph == other.morph:
            tag = (one.pos_, str(one.morph))
        dep = "root" if one.dep_ == "ROOT" else one.dep_
        words.append(Word(form, form, *tag, one.head.i, dep, space=True))
    return words
