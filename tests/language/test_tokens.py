"""Dutch tokens: apostrophes, hyphens, numbers, quotes, abbreviations."""

from __future__ import annotations

import pytest

from wederhoor.language import Pipeline


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Houthi's en foto’s", ["Houthi's", "en", "foto’s"]),
        ("'s ochtends was zo’n AD’er er", ["'s", "ochtends", "was", "zo’n", "AD’er", "er"]),
        ("20.000 of 1.200 man", ["20.000", "of", "1.200", "man"]),
        ("3,5 miljoen om 11.36 uur", ["3,5", "miljoen", "om", "11.36", "uur"]),
        ("VS-troepen en EU-leiders", ["VS-troepen", "en", "EU-leiders"]),
        ("’Geen doden’, zei hij", ["’", "Geen", "doden", "’", ",", "zei", "hij"]),
        ("„Ja”, aldus (ANP)", ["„", "Ja", "”", ",", "aldus", "(", "ANP", ")"]),
        ("gen. Z. vs. de VS.", ["gen.", "Z.", "vs.", "de", "VS", "."]),
        ("Zij wist dat.", ["Zij", "wist", "dat", "."]),
        ("de jaren '80", ["de", "jaren", "'80"]),
        ("€5 miljoen (Iran):", ["€", "5", "miljoen", "(", "Iran", ")", ":"]),
    ],
)
def test_words_are_split_as_dutch_writes_them(nl: Pipeline, text: str, expected: list[str]) -> None:
    assert [token.text for token in nl.analyse(text).tokens] == expected
