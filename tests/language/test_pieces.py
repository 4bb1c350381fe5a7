"""A text of any shape is cut into bounded pieces without losing a character."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from wederhoor.language.pieces import LONGEST_PIECE, LONGEST_WORD, pieces

_MIXED = st.lists(
    st.one_of(
        st.text(max_size=30),
        st.integers(1, 2 * LONGEST_PIECE).map(lambda n: "x" * n),
        st.integers(1, LONGEST_PIECE).map(lambda n: "ja. " * n),
    ),
    max_size=4,
).map("".join)


@given(_MIXED)
def test_the_pieces_joined_are_the_text_and_each_knows_its_place(text: str) -> None:
    cut = list(pieces(text))
    assert "".join(piece for _, piece in cut) == text
    assert all(text[start : start + len(piece)] == piece for start, piece in cut)
    assert all(0 < len(piece) <= LONGEST_PIECE for _, piece in cut)


def test_a_long_text_is_cut_between_paragraphs_rather_than_in_one() -> None:
    paragraph = "De brug is dicht. " * 200
    cut = [piece for _, piece in pieces("\n\n".join([paragraph] * 8))]
    assert len(cut) > 1
    assert all(piece.endswith("\n\n") for piece in cut[:-1])


def test_a_word_without_end_is_cut_so_that_no_token_is_longer_than_a_word_can_be() -> None:
    assert max(len(piece) for _, piece in pieces("x" * 5000)) == LONGEST_WORD


def test_an_empty_text_has_no_pieces() -> None:
    assert list(pieces("")) == []
