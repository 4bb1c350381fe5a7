"""Cutting a text where evidence begins and ends."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from wederhoor.model import Claim, Field, Quantity, Span, Stance
from wederhoor.web.view.highlight import cut, paragraphs


def claim(name: str, start: int, end: int, source: Span | None = None) -> Claim:
    value = Quantity(1, 1)
    span = Span(start, end)
    return Claim(
        name, "m", "r", Field.KILLED, value, (), Stance.ASSERT, span, "rule", source_span=source
    )


def whole(text: str) -> Span:
    return Span(0, len(text))


def test_overlapping_evidence_is_cut_into_pieces_that_know_all_their_claims() -> None:
    text = "80 doden bij Bagdad, zegt Iran"
    found = [claim("wide", 0, 19, Span(26, 30)), claim("narrow", 0, 8)]
    pieces = list(cut(text, whole(text), found))
    assert [(p.text, [c.id for c in p.claims], p.speaks) for p in pieces] == [
        ("80 doden", ["narrow", "wide"], False),
        (" bij Bagdad", ["wide"], False),
        (", zegt ", [], False),
        ("Iran", [], True),
    ]
    assert [[c.id for c in p.closes] for p in pieces] == [["narrow"], ["wide"], [], []]


def test_evidence_that_crosses_the_end_of_a_paragraph_shows_in_both() -> None:
    text = "Het vuur.\n\nDe rook."
    parts = list(paragraphs(text))
    marked = [
        [piece.text for piece in cut(text, part, [claim("c", 4, 13)]) if piece.claims]
        for part in parts
    ]
    assert marked == [["vuur."], ["De"]]


def test_a_line_of_spaces_parts_paragraphs_and_a_single_break_does_not() -> None:
    text = "\n Een\nregel.\n \t\nTwee.\n"
    assert [part.of(text) for part in paragraphs(text)] == ["Een\nregel.", "Twee."]


@given(
    st.text(alphabet="ab \n", min_size=1, max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=8),
)
def test_the_pieces_joined_are_the_text_and_each_lies_under_one_set_of_claims(
    text: str, bounds: list[tuple[int, int]]
) -> None:
    claims = []
    for number, (a, b) in enumerate(bounds):
        start, end = sorted((min(a, len(text)), min(b, len(text))))
        claims.append(claim(str(number), start, end))
    pieces = list(cut(text, whole(text), claims))
    assert "".join(piece.text for piece in pieces) == text
    at = 0
    for piece in pieces:
        for place in range(at, at + len(piece.text)):
            over = {c.id for c in claims if c.span.start <= place < c.span.end}
            assert over == {c.id for c in piece.claims}
        at += len(piece.text)
    opened = [c.id for piece in pieces for c in piece.opens]
    closed = [c.id for piece in pieces for c in piece.closes]
    assert (
        sorted(opened)
        == sorted(closed)
        == sorted(c.id for c in claims if c.span.start < c.span.end)
    )


@given(st.text(alphabet="ab \t\n", max_size=40))
def test_no_letter_of_a_text_falls_outside_its_paragraphs(text: str) -> None:
    parts = list(paragraphs(text))
    kept = "".join(part.of(text) for part in parts)
    assert "".join(kept.split()) == "".join(text.split())
    assert all("\n\n" not in part.of(text) for part in parts)
