"""Mentions that only refer to what readers know already: "na de aanslagen", "de bomaanslagen van zondag"."""

from __future__ import annotations

import pytest
from tests.builders import BASE, IRAQ, days, read, report, told

from wederhoor.linking import link
from wederhoor.linking.features.story import reference
from wederhoor.linking.features.when import time
from wederhoor.linking.profile import Profile, profiles_of
from wederhoor.linking.reference import refers_back
from wederhoor.model import Place, Precision, Span

GENT = Place("Gent", "2797656", 51.05, 3.72, Precision.SETTLEMENT, "BE")
NEWS = "De politie van Irak meldt aanslagen op de basis van Erbil door de militie van Qadir."
VIGIL = "Vandaag herdenkt men in Irak en in Erbil {words} bij de moskee van Qadir."


def refers(text: str, word: str, title: int = 0) -> bool:
    start = text.index(word)
    return refers_back(text, title, [Span(start, start + len(word))])


@pytest.mark.parametrize(
    "text",
    [
        "Er is rouw na de aanslagen.",
        "Er is rouw na die vreselijke bomaanslagen.",
        "Er is rouw na de reeks aanslagen.",
    ],
)
def test_a_noun_with_an_article_refers_back(text: str) -> None:
    assert refers(text, text.rsplit(maxsplit=1)[-1].rstrip("."))


@pytest.mark.parametrize(
    "text",
    [
        "Er is angst voor nieuwe aanslagen.",
        "Er is angst voor de volgende aanslagen.",
        "Er vielen doden bij aanslagen.",
        "Dat zegt de leider, aanslagen bleven uit.",
    ],
)
def test_another_deed_is_not_referred_to(text: str) -> None:
    assert not refers(text, "aanslagen")


def test_a_bare_noun_in_a_headline_refers_back() -> None:
    assert refers("Rouw na aanslagen\n\nEr is rouw.", "aanslagen", title=17)


def test_a_verb_refers_to_nothing() -> None:
    assert not refers("De man werd neergeschoten.", "neergeschoten")


def deed() -> Profile:
    source = report("a", NEWS, "2020-01-08")
    mention = told(source, "aanslagen", when=days("2020-01-08"), where=(BASE, IRAQ))
    return next(iter(profiles_of(read([mention]), source)))


def vigil(words: str, published: str = "2020-01-10") -> Profile:
    source = report("b", VIGIL.format(words=words), published, "Gids")
    return next(iter(profiles_of(read([told(source, "aanslagen", where=(IRAQ,))]), source)))


def test_what_refers_back_is_of_the_event_that_the_news_is_about() -> None:
    assert reference(deed(), vigil("de aanslagen")) > 0


def test_a_deed_told_for_the_first_time_is_not() -> None:
    assert reference(deed(), vigil("drie aanslagen")) == 0


def test_one_may_refer_to_what_was_long_ago_but_news_of_then_is_not_news_of_now() -> None:
    late = vigil("de aanslagen", published="2020-03-10")
    assert reference(deed(), late) > 0
    assert time(deed(), late) > time(deed(), vigil("drie aanslagen", published="2020-03-10"))


def test_what_is_new_is_not_what_others_refer_to() -> None:
    assert reference(vigil("de aanslagen"), vigil("nieuwe aanslagen")) < 0
    assert reference(vigil("de aanslagen"), vigil("een van de aanslagen")) >= 0


def test_a_place_of_the_report_is_not_that_of_the_deed_in_another_country() -> None:
    first = report("a", NEWS, "2020-01-08")
    second = report("b", VIGIL.format(words="de aanslagen"), "2020-01-10", "Gids")
    one = told(first, "aanslagen", when=days("2020-01-08"), where=(BASE, IRAQ))
    other = told(second, "aanslagen", where=(GENT, IRAQ))
    assert len(link([read([one]), read([other])], {"a": first, "b": second})) == 1


def test_a_blast_that_opens_a_headline_is_news() -> None:
    assert not refers("Explosie bij kerk\n\nEr is rouw.", "Explosie", title=17)


def test_what_was_known_yesterday_is_not_what_is_new_today() -> None:
    new = vigil("nieuwe aanslagen", published="2020-01-10")
    assert reference(vigil("drie aanslagen", published="2020-01-09"), new) < 0
    assert reference(vigil("drie aanslagen", published="2020-01-10"), new) == 0
