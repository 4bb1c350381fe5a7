"""Sentences and paragraphs: headings, quotes, abbreviations, agency tags."""

from __future__ import annotations

import pytest

from wederhoor.language import Pipeline


def sentences(nl: Pipeline, text: str) -> list[str]:
    read = nl.analyse(text)
    spans = [read.span(sentence.first, sentence.stop) for sentence in read.sentences]
    return [text[span.start : span.end] for span in spans]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Brug bij Arnhem vernield\n\nDe brug is vernield.",
            ["Brug bij Arnhem vernield", "De brug is vernield."],
        ),
        (
            "Minister treedt af\nZij maakte dat vrijdag bekend.",
            ["Minister treedt af", "Zij maakte dat vrijdag bekend."],
        ),
        (
            "„Wij wisten van niets.” Daarna zweeg de woordvoerder.",
            ["„Wij wisten van niets.”", "Daarna zweeg de woordvoerder."],
        ),
        (
            "‘Wat moeten we nu doen?’ vroeg de burgemeester. Niemand wist het.",
            ["‘Wat moeten we nu doen?’ vroeg de burgemeester.", "Niemand wist het."],
        ),
        (
            '"Er vielen geen doden", zei hij. "Wel gewonden."',
            ['"Er vielen geen doden", zei hij.', '"Wel gewonden."'],
        ),
        (
            "«Het is voorbij.» De generaal vertrok.",
            ["«Het is voorbij.»", "De generaal vertrok."],
        ),
        (
            "Hij zei het. ’Geen mens heeft het gezien.’ Toen ging hij weg.",
            ["Hij zei het.", "’Geen mens heeft het gezien.’", "Toen ging hij weg."],
        ),
        (
            "Dat verklaarde gen. Z. Jansen. Hij vertrok om 11.36 uur.",
            ["Dat verklaarde gen. Z. Jansen.", "Hij vertrok om 11.36 uur."],
        ),
        (
            "Hij wist dat. Zij wist het ook.",
            ["Hij wist dat.", "Zij wist het ook."],
        ),
        ("De troepen trokken zich terug. (ANP)", ["De troepen trokken zich terug.", "(ANP)"]),
    ],
)
def test_a_sentence_starts_where_a_reader_says_so(
    nl: Pipeline, text: str, expected: list[str]
) -> None:
    assert sentences(nl, text) == expected


def test_paragraphs_count_blank_lines_from_the_title(nl: Pipeline) -> None:
    text = (
        "\n\nKop van het bericht\n\nEerste alinea. Nog een zin.\n \nTweede alinea.\nZelfde alinea."
    )
    assert [sentence.paragraph for sentence in nl.analyse(text).sentences] == [0, 1, 1, 2, 2]


def test_windows_line_ends_make_paragraphs_too(nl: Pipeline) -> None:
    read = nl.analyse("Kop\r\n\r\nTekst van het bericht.\r\nNog een regel.")
    assert [sentence.paragraph for sentence in read.sentences] == [0, 1, 1]
