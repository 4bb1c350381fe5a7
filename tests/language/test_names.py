"""Names of persons, organisations and places."""

from __future__ import annotations

import pytest

from wederhoor.language import Pipeline


def names(nl: Pipeline, text: str) -> list[tuple[str, str]]:
    read = nl.analyse(text)
    spans = [(read.span(name.first, name.stop), name.label) for name in read.entities]
    return [(text[span.start : span.end], label) for span, label in spans]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "President Emmanuel Macron sprak maandag in Parijs.",
            [("Emmanuel Macron", "PER"), ("Parijs", "LOC")],
        ),
        (
            "Volgens Amnesty International is er gevochten in Soedan.",
            [("Amnesty International", "ORG"), ("Soedan", "LOC")],
        ),
        ("Het Pentagon en de NAVO zwijgen.", [("Pentagon", "ORG"), ("NAVO", "ORG")]),
        (
            "De Verenigde Staten stuurden schepen naar Jemen.",
            [("Verenigde Staten", "LOC"), ("Jemen", "LOC")],
        ),
    ],
)
def test_names_have_their_kind(nl: Pipeline, text: str, expected: list[tuple[str, str]]) -> None:
    assert names(nl, text) == expected


def test_a_family_name_later_in_the_text_is_the_same_person(nl: Pipeline) -> None:
    text = "Premier Pedro Sánchez kwam aan. Volgens Sánchez is alles rustig."
    assert names(nl, text) == [("Pedro Sánchez", "PER"), ("Sánchez", "PER")]
