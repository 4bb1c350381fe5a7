"""Names that the lists make certain take the place of what the tagger guessed."""

from __future__ import annotations

from wederhoor_nl.features import by_first_word
from wederhoor_nl.known import settle

_NAMES = by_first_word(
    [(("Iran",), "land"), (("Buitenlandse", "Zaken"), "org"), (("Trouw",), "org")]
)


def test_a_country_is_a_place_whatever_the_tagger_says() -> None:
    assert settle(["Dat", "meldt", "Iran"], [(2, 3, "PER")], _NAMES) == [(2, 3, "LOC")]


def test_a_ministry_is_one_organisation_and_not_two_names() -> None:
    words = ["volgens", "Buitenlandse", "Zaken"]
    assert settle(words, [(1, 2, "MISC"), (2, 3, "LOC")], _NAMES) == [(1, 3, "ORG")]


def test_a_longer_name_keeps_the_certain_one_that_it_holds() -> None:
    words = ["de", "Bank", "van", "Iran"]
    assert settle(words, [(1, 4, "ORG")], _NAMES) == [(1, 4, "ORG")]


def test_one_ordinary_word_is_never_certain_to_be_an_organisation() -> None:
    assert settle(["Trouw", "blijven"], [], _NAMES) == []


def test_in_a_line_of_capitals_nothing_is_certain() -> None:
    assert settle(["BUITENLANDSE", "ZAKEN"], [], by_first_word([(("ZAKEN",), "org")])) == []
