"""How many independent origins a position has: copies of one text count once."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import POLICE, count, event_of, report, said, told

from wederhoor.model import Actor, ActorKind, Field, WeighedEvent
from wederhoor.resources.loader import Entry, load_entries
from wederhoor.weighing import weigh
from wederhoor.weighing.agencies import agencies_among, agency_tags
from wederhoor.weighing.origins import _comparable, _near

AGENCY = "Bij de aanval op de haven zijn volgens de politie twaalf mensen gedood."


def positions_of(*texts: tuple[str, str]) -> WeighedEvent:
    claims, reports = [], {}
    for number, (outlet, text) in enumerate(texts):
        source = report(f"r{number}", text, "2020-01-08", outlet)
        reports[source.id] = source
        claims.append(said(told(source, "aanval"), source, Field.KILLED, count(12), by=POLICE))
    return weigh(event_of(claims), reports)


def test_one_agency_sentence_in_three_papers_is_one_origin() -> None:
    (position,) = positions_of(
        ("Bode", AGENCY),
        ("Courant", f"{AGENCY} De haven is gesloten."),
        ("Dagblad", AGENCY.replace("zijn", "Zijn")),
    ).positions
    assert position.origins == 1
    assert len(position.outlets) == 3


def test_a_report_in_its_own_words_is_an_origin_of_its_own() -> None:
    own = "Twaalf doden telde onze verslaggever ter plaatse na de zware aanval van gisteren."
    (position,) = positions_of(("Bode", AGENCY), ("Courant", AGENCY), ("Dagblad", own)).positions
    assert position.origins == 2


def test_a_short_sentence_may_be_written_twice_by_chance() -> None:
    (position,) = positions_of(("Bode", "Een aanval."), ("Courant", "Een aanval.")).positions
    assert position.origins == 2


def test_an_outlet_that_repeats_itself_is_one_origin() -> None:
    (position,) = positions_of(("Bode", "Een aanval."), ("Bode", "Een aanval.")).positions
    assert position.origins == 1


# ---------------------------------------------------------------- news agencies
def test_two_papers_with_one_agency_are_one_origin_in_whatever_words() -> None:
    (position,) = positions_of(
        ("Bode", "SOHAR (ANP) - Twaalf doden na een aanval op de haven van de stad."),
        ("Courant", "Een aanval kostte gisteren in Sohar aan twaalf mensen het leven. Bron: ANP"),
        (
            "Dagblad",
            "Twaalf doden telde onze verslaggever ter plaatse na de zware aanval van gisteren.",
        ),
    ).positions
    assert position.origins == 2


def test_an_agency_that_two_papers_quote_is_one_origin() -> None:
    agency = Actor("persbureau Reuters", "Q130879", ActorKind.MEDIA)
    assert list(agencies_among((Actor("Reuters", kind=ActorKind.MEDIA), POLICE))) == ["reuters"]
    assert list(agencies_among((POLICE,))) == []
    assert list(agencies_among((agency,))) == ["reuters"]


@pytest.mark.parametrize(
    "entry", load_entries("nl/agencies.yaml", frozenset({"names"}), frozenset({"same"}))
)
def test_tags_of_agencies_are_found_in_the_examples_and_not_beside_them(entry: Entry) -> None:
    for example in entry.examples:
        assert agency_tags(example["text"]) == set(example["names"])
    for text in entry.counterexamples:
        assert not agency_tags(text)


@given(st.integers(0, 2**32 - 1))
def test_no_pair_of_near_texts_is_missed(seed: int) -> None:
    chosen = random.Random(seed)  # noqa: S311 - hypothesis chose the seed
    base = [(f"w{n}", "x", "y") for n in range(40)]
    texts = [frozenset(chosen.sample(base, chosen.randint(30, 40))) for _ in range(8)]
    texts = list(dict.fromkeys(texts))
    near = {frozenset((a, b)) for a in texts for b in texts if a != b and _near(a, b)}
    assert near <= {frozenset(pair) for pair in _comparable(texts)}
