"""Whatever the text, every token says exactly where it stands, and the trees are sound."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wederhoor.language import Pipeline
from wederhoor.model.analysis import Analysis

_WORDS = st.sampled_from(
    ["De", "minister", "zei", "‘", "’", "„", "”", '"', "'s", "20.000", "(", ")", ".", "!", "?", ",",
     "Iran", "VS", "\n", "\n\n", " ", "  ", "\t", "\u00a0", "\u2028", "\r\n", "\x00", "\x1f", "é",
     "e\u0301", "😀", "\ud800", "\u200b", "\ufeff", "Z.", "gen."]
)  # fmt: skip
_TEXTS = st.one_of(
    st.text(st.characters(codec=None), max_size=60),
    st.lists(_WORDS, max_size=40).map(" ".join),
    st.lists(_WORDS, max_size=40).map("".join),
)


def check(text: str, read: Analysis) -> None:
    assert read.text == text
    assert all(text[token.start : token.end] == token.text for token in read.tokens)
    assert all(token.text.strip() for token in read.tokens)
    assert [token.i for token in read.tokens] == list(range(len(read.tokens)))
    starts = [token.start for token in read.tokens]
    assert starts == sorted(set(starts))
    outside = "".join(
        text[before:after]
        for before, after in zip(
            [0, *(token.end for token in read.tokens)], [*starts, len(text)], strict=True
        )
    )
    assert not outside.strip()
    covered = [i for sentence in read.sentences for i in range(sentence.first, sentence.stop)]
    assert covered == list(range(len(read.tokens)))
    for token in read.tokens:
        assert read.sentences[token.sent].first <= token.i < read.sentences[token.sent].stop
        assert read.tokens[token.head].sent == token.sent
        assert (token.dep == "root") == (token.head == token.i)
    for sentence in read.sentences:
        tops = {
            next(reversed([i, *read.ancestors(i)])) for i in range(sentence.first, sentence.stop)
        }
        assert all(read.tokens[top].head == top for top in tops)
    for name in read.entities:
        assert name.label in {"PER", "ORG", "LOC", "MISC"}
        assert 0 <= name.first < name.stop <= len(read.tokens)
        assert read.tokens[name.first].sent == read.tokens[name.stop - 1].sent


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=_TEXTS)
def test_offsets_are_exact_in_any_text(nl: Pipeline, text: str) -> None:
    check(text, nl.analyse(text))


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(texts=st.lists(_TEXTS, max_size=6))
def test_a_batch_gives_what_one_at_a_time_gives(nl: Pipeline, texts: list[str]) -> None:
    together = list(nl.analyse_many(texts))
    assert [read.text for read in together] == texts
    for text, read in zip(texts, together, strict=True):
        alone = nl.analyse(text)
        assert [token.text for token in read.tokens] == [token.text for token in alone.tokens]
        assert read.sentences == alone.sentences


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \t\n ",
        "De brug is dicht. " * 3000,
        "x" * 50_000,
        "('" * 5000,
        "\n".join(["Kop"] * 500),
    ],
    ids=["empty", "whitespace", "long line", "endless word", "marks only", "many lines"],
)
def test_texts_of_odd_shape_are_read_whole(nl: Pipeline, text: str) -> None:
    check(text, nl.analyse(text))


@pytest.mark.slow
def test_a_line_of_a_megabyte_is_read_whole(nl: Pipeline) -> None:
    text = "Het leger meldt dat de brug over de rivier is vernield. " * 18_000
    read = nl.analyse(text)
    assert read.text[read.tokens[-1].start : read.tokens[-1].end] == "."
    assert len(read.sentences) == 18_000
