"""Lemmas, and separable verbs put together again."""

from __future__ import annotations

import pytest

from wederhoor.language import Pipeline


def lemma(nl: Pipeline, text: str, word: str) -> str:
    return next(token.lemma for token in nl.analyse(text).tokens if token.text == word)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Het leger vuurde gisteren drie raketten af.", "vuurde", "afvuren"),
        ("Het leger heeft drie raketten afgevuurd.", "afgevuurd", "afvuren"),
        ("De troepen dreigden raketten af te vuren.", "vuren", "afvuren"),
        ("De luchtafweer schoot twee drones neer.", "schoot", "neerschieten"),
        ("De rebellen namen de stad in.", "namen", "innemen"),
        ("Zij probeerden de stad in te nemen.", "nemen", "innemen"),
        ("De aanslag vond plaats in Lyon.", "vond", "plaatsvinden"),
        ("De minister trad maandag af.", "trad", "aftreden"),
        ("De minister legde een verklaring af.", "legde", "afleggen"),
        ("De regering wees de beschuldiging van de hand.", "wees", "wijzen"),
        ("De doden werden begraven.", "werden", "worden"),
        ("De raketaanvallen gingen door.", "raketaanvallen", "raketaanval"),
        ("De droneaanvallen waren hevig.", "droneaanvallen", "droneaanval"),
        ("Het leger zette drones in.", "drones", "drone"),
        ("De ontploffingen waren ver te horen.", "ontploffingen", "ontploffing"),
        ("De Amerikaanse soldaten vertrokken.", "vertrokken", "vertrekken"),
    ],
)
def test_the_lemma_is_the_dictionary_form(
    nl: Pipeline, text: str, word: str, expected: str
) -> None:
    assert lemma(nl, text, word) == expected
