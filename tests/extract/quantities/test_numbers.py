"""Dutch number words, against a generator of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wederhoor.extract.quantities.numbers import read_cardinal, read_scaled

UNITS = [
    "nul",
    "een",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
    "dertien",
    "veertien",
    "vijftien",
    "zestien",
    "zeventien",
    "achttien",
    "negentien",
]
TENS = ["twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"]


def spelled(number: int) -> str:
    """Spell a number below a million, with the trema that the spelling rules ask for."""
    if number >= 1000:
        many, rest = divmod(number, 1000)
        head = "" if many == 1 else spelled(many)
        return f"{head}duizend{spelled(rest) if rest else ''}"
    if number >= 100:
        many, rest = divmod(number, 100)
        head = "" if many == 1 else UNITS[many]
        return f"{head}honderd{spelled(rest) if rest else ''}"
    if number < 20:
        return UNITS[number]
    ten, unit = divmod(number, 10)
    if not unit:
        return TENS[ten - 2]
    joint = "ën" if UNITS[unit].endswith("e") else "en"
    return f"{UNITS[unit]}{joint}{TENS[ten - 2]}"


@given(st.integers(min_value=0, max_value=999_999))
def test_a_spelled_number_below_a_million_is_read_back(number: int) -> None:
    assert read_cardinal(spelled(number)) == number


@given(st.integers(min_value=0, max_value=999_999))
def test_digits_with_or_without_points_are_read_back(number: int) -> None:
    assert read_cardinal(str(number)) == number
    assert read_cardinal(f"{number:,}".replace(",", ".")) == number


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("één", 1),
        ("honderdvijftig", 150),
        ("honderdeneen", 101),
        ("vijftienhonderd", 1500),
        ("tweeëntwintig", 22),
        ("driehonderdduizend", 300_000),
    ],
)
def test_compounds_of_news_are_read(word: str, number: int) -> None:
    assert read_cardinal(word) == number


@pytest.mark.parametrize("word", ["derde", "06", "16.30", "1.20", "tien.", "eenheid", "", "zesde"])
def test_ordinals_hours_and_other_words_are_no_cardinals(word: str) -> None:
    assert read_cardinal(word) is None


@pytest.mark.parametrize(
    ("word", "scale", "number"),
    [
        ("3,5", "miljoen", 3_500_000),
        ("anderhalf", "miljoen", 1_500_000),
        ("twee", "miljard", 2_000_000_000),
        ("10", "duizend", 10_000),
    ],
)
def test_a_scale_multiplies_what_stands_before_it(word: str, scale: str, number: int) -> None:
    assert read_scaled(word, scale) == number


def test_a_scale_after_no_number_or_too_fine_a_decimal_gives_nothing() -> None:
    assert read_scaled("veel", "miljoen") is None
    assert read_scaled("3", "euro") is None
    assert read_scaled("1,234", "honderd") is None
