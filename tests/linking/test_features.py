"""Every feature is described, fair to both mentions, and blocks miss no pair that they should hold."""

from __future__ import annotations

from itertools import combinations

import pytest
from tests.builders import BAGHDAD, BASE, IRAN, IRAQ, US, count, days, report, said, told

from wederhoor.linking.blocking import candidates, keys
from wederhoor.linking.families import FAMILY
from wederhoor.linking.features import FEATURES, Feature
from wederhoor.linking.profile import Profile, profiles_of
from wederhoor.model import EventType, Field, Reading
from wederhoor.resources.loader import Entry, load_entries
from wederhoor.resources.phrases import content_words, head, is_generic, same_head, sentence_span


def profile(
    name: str, day: str | None = None, published: str = "2020-01-08", toll: int = 0
) -> Profile:
    source = report(name, "Een zware raketaanval trof de legerbasis bij zonsopgang.", published)
    mention = told(source, "raketaanval", when=days(day) if day else None, where=(BASE, IRAQ))
    claims = [said(mention, source, Field.ACTOR, IRAN), said(mention, source, Field.RECIPIENT, US)]
    if toll:
        claims.append(said(mention, source, Field.KILLED, count(toll)))
    (made,) = profiles_of(Reading(name, (mention,), tuple(claims)), source)
    return made


PROFILES = [
    profile("a", "2020-01-08"),
    profile("b", published="2020-01-09", toll=12),
    profile("c", "2020-01", toll=30),
    profile("d", "2019", published="2020-03-01"),
    profile("e", "2020-01-08~", toll=12),
]


@pytest.mark.parametrize(("name", "feature"), FEATURES)
def test_every_feature_is_described_and_the_same_from_both_sides(
    name: str, feature: Feature
) -> None:
    assert feature.__name__ == name
    assert feature.__doc__
    for one, other in combinations(PROFILES, 2):
        assert feature(one, other) == feature(other, one)


def test_every_event_type_has_a_family() -> None:
    assert set(FAMILY) == set(EventType)


def test_a_shared_day_says_more_than_a_shared_month() -> None:
    time = dict(FEATURES)["time"]
    exact, also, month = (
        profile("a", "2020-01-08"),
        profile("b", "2020-01-08"),
        profile("c", "2020-01"),
    )
    assert time(exact, also) > time(exact, month) > 0


def test_news_without_a_day_is_nearer_to_yesterday_than_to_last_month() -> None:
    time = dict(FEATURES)["time"]
    undated = profile("a", published="2020-02-10")
    assert time(undated, profile("b", "2020-02-09")) > 0 > time(undated, profile("c", "2020-01-01"))


def test_mentions_with_a_place_and_mentions_with_only_parties_share_a_block() -> None:
    source = report("x", "Raketten vielen neer.")
    bare = told(source, "Raketten")
    claims = (said(bare, source, Field.ACTOR, IRAN),)
    (placeless,) = profiles_of(Reading("x", (bare,), claims), source)
    assert keys(placeless) & keys(PROFILES[0])


def test_a_crowded_block_costs_no_square() -> None:
    crowd = [profile(f"r{number:03}", "2020-01-08") for number in range(300)]
    assert len(list(candidates(crowd))) < 300 * 60


def test_a_pair_is_proposed_once_and_never_within_a_report() -> None:
    pairs = list(candidates(PROFILES))
    assert len(pairs) == len(set(pairs))
    assert all(one < other for one, other in pairs)
    source = report("x", "Een raketaanval op Bagdad, toen nog een raketaanval.")
    twice = tuple(told(source, "raketaanval", number=number, where=(BAGHDAD,)) for number in (0, 1))
    assert not list(candidates(list(profiles_of(Reading("x", twice, ()), source))))


PHRASES = load_entries("nl/phrases.yaml", frozenset({"words"}))


@pytest.mark.parametrize("entry", PHRASES, ids=[entry.id for entry in PHRASES])
def test_the_examples_of_the_phrase_lists_hold(entry: Entry) -> None:
    assert entry.examples
    for example in entry.examples:
        if "words" in example:
            assert list(content_words(example["text"])) == example["words"]
        if "head" in example:
            assert head(example["text"]) == example["head"]
        if "generic" in example:
            assert is_generic(example["text"]) is example["generic"]
    for text in entry.counterexamples:
        assert not is_generic(text)


def test_head_words_match_over_number_and_compound() -> None:
    assert same_head("olietankers", "tanker")
    assert same_head("drone", "drones")
    assert same_head("kerken", "kerk")
    assert not same_head("kerken", "hotels")
    assert not same_head("", "")


def test_the_sentence_around_evidence_ends_at_marks_and_lines_not_within_numbers() -> None:
    text = "Kop\n\nEr vielen 1.200 doden. Later meer."
    at = text.index("1.200")
    source = report("x", text)
    span = told(source, "1.200").triggers[0].span
    assert span.start == at
    assert sentence_span(text, span).of(text) == "Er vielen 1.200 doden."
