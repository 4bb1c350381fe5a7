"""Known names hang together in the tree, whatever the parser made of them."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.factories import simple_analysis

from wederhoor.extract import mend
from wederhoor.model import Analysis, Entity

WORDS = ("Bij", "een", "aanval", "op", "Ain", "al-Asad", "raakten", "vijf", "soldaten", "gewond")


def analysis(heads: tuple[int, ...], tags: tuple[str, ...], *names: tuple[int, int]) -> Analysis:
    """Return a sentence of ten words with this tree, these tags and these names."""
    bare = simple_analysis(" ".join(WORDS))
    tokens = tuple(
        replace(token, head=head, upos=tag, dep="root" if head == token.i else "dep")
        for token, head, tag in zip(bare.tokens, heads, tags, strict=True)
    )
    entities = tuple(Entity(first, stop, "LOC") for first, stop in names)
    return Analysis(bare.text, tokens, bare.sentences, entities)


def test_a_name_taken_for_a_verb_gives_its_clause_back_to_the_real_one() -> None:
    heads = (2, 2, 5, 4, 5, 5, 5, 8, 6, 6)  # "al-Asad" as root, the attack hanging from it
    tags = ("ADP", "DET", "NOUN", "ADP", "PROPN", "VERB", "VERB", "NUM", "NOUN", "ADJ")
    mended = mend(analysis(heads, tags, (4, 6)))
    assert mended.tokens[5].head == 4
    assert mended.tokens[5].dep == "flat"
    assert mended.tokens[6].dep == "root"
    assert mended.tokens[2].head == 6


def test_a_tree_without_broken_names_stays_as_it_is() -> None:
    heads = (2, 2, 6, 4, 2, 4, 6, 8, 6, 6)
    tags = ("ADP", "DET", "NOUN", "ADP", "PROPN", "PROPN", "VERB", "NUM", "NOUN", "ADJ")
    whole = analysis(heads, tags, (4, 6))
    assert mend(whole) is whole


@given(
    heads=st.lists(st.integers(0, 9), min_size=10, max_size=10),
    tags=st.lists(st.sampled_from(["NOUN", "VERB", "PROPN", "ADP"]), min_size=10, max_size=10),
    first=st.integers(0, 8),
    size=st.integers(1, 4),
)
def test_any_tree_keeps_its_words_and_every_head_within_the_sentence(
    heads: list[int], tags: list[str], first: int, size: int
) -> None:
    given_tree = analysis(tuple(heads), tuple(tags), (first, min(10, first + size)))
    mended = mend(given_tree)
    assert [token.text for token in mended.tokens] == list(WORDS)
    assert all(0 <= token.head < len(WORDS) for token in mended.tokens)
    for token in mended.tokens:
        assert len(list(mended.ancestors(token.i))) < len(WORDS)
