"""Every feature is described, fair to both mentions, and blocks miss no pair that they should hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations

import pytest
from tests.builders import BAGHDAD, BASE, IRAN, IRAQ, US, count, days, report, said, told

from wederhoor.linking.blocking import candidates, keys
from wederhoor.linking.families import FAMILY, same_means
from wederhoor.linking.features import FEATURES, Feature
from wederhoor.linking.persons import ages, person_keys
from wederhoor.linking.profile import Profile, profiles_of
from wederhoor.model import (
    Actor,
    ActorKind,
    EventType,
    Field,
    Place,
    Reading,
    Value,
)
from wederhoor.resources.everywhere import is_everywhere
from wederhoor.resources.loader import Entry, load_entries
from wederhoor.resources.phrases import (
    content_words,
    head,
    is_armed,
    is_beside_arrests,
    is_campaign,
    is_common_deed,
    is_generic,
    is_home,
    is_killing,
    is_of_state,
    is_plural,
    is_reference,
    is_vague,
    opens_reference,
    same_head,
    sentence_span,
    starts_anew,
    tells_first,
)


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
    yesterday = profile("b", "2020-02-09", published="2020-02-10")
    assert time(undated, yesterday) > 0 > time(undated, profile("c", "2020-01-01"))


def test_a_day_after_the_report_that_tells_it_as_done_is_not_believed() -> None:
    late = profile("a", "2020-02-09", published="2020-01-08")
    assert late.when is None
    assert late.days is None
    assert profile("b", "2020-01-09", published="2020-01-08").days is not None


def spoken(name: str, text: str, trigger: str, *claims: tuple[Field, Value]) -> Profile:
    source = report(name, text)
    mention = told(source, trigger, when=days("2020-01-08"))
    (made,) = profiles_of(
        Reading(name, (mention,), tuple(said(mention, source, *claim) for claim in claims)), source
    )
    return made


def test_one_party_on_one_day_is_too_little_in_common() -> None:
    busy = dict(FEATURES)["busy"]
    first = spoken("a", "Iran schoot raketten af.", "schoot", (Field.ACTOR, IRAN))
    second = spoken("b", "Het toestel werd door Iran geraakt.", "geraakt", (Field.ACTOR, IRAN))
    assert busy(first, second) < 0
    assert busy(first, first) == 0


def arrest(name: str, text: str, *where: Place) -> Profile:
    source = report(name, text)
    mention = told(
        source,
        "aangehouden",
        type=EventType.COERCE,
        modes=("arrest",),
        when=days("2020-01-08"),
        where=where,
    )
    (made,) = profiles_of(Reading(name, (mention,), ()), source)
    return made


def test_arrests_of_one_day_need_more_in_common_than_a_country() -> None:
    routine = dict(FEATURES)["routine"]
    thief = arrest("a", "Een man is om inbraak aangehouden.", BAGHDAD)
    other = arrest("b", "Twee verdachten zijn aangehouden na een steekpartij.", IRAQ)
    again = arrest("c", "Nog een verdachte is om inbraak aangehouden.", BAGHDAD)
    assert routine(thief, other) < 0
    assert routine(thief, again) == 0


def test_two_towns_side_by_side_are_not_one_place() -> None:
    place = dict(FEATURES)["place"]
    suburb = replace(BAGHDAD, name="Sadr", id="x9", lat=33.39, lon=44.46)
    near = arrest("a", "Een man is aangehouden.", suburb)
    there = arrest("b", "Een man is aangehouden.", BAGHDAD)
    assert place(near, there) == 0 < place(there, there)


def test_a_vague_target_is_no_other_target() -> None:
    recipients = dict(FEATURES)["recipients"]
    ships, tankers, churches = (
        spoken(word, f"Een aanval op {word}.", "aanval", (Field.RECIPIENT, Actor(word)))
        for word in ("schepen", "tankers", "kerken")
    )
    assert recipients(ships, tankers) == 0 > recipients(churches, tankers)


def test_news_of_the_same_days_about_the_same_names_is_near() -> None:
    about = dict(FEATURES)["about"]
    text = "Arrestaties na de rellen in Batavia en Den Helder."
    first, second = (spoken(name, text, "Arrestaties") for name in "ab")
    other = spoken("c", "Arrestaties na de rellen in Luik en Namen.", "Arrestaties")
    assert about(first, second) > 0 > about(first, other)


def person(name: str) -> Actor:
    return Actor(name, kind=ActorKind.PERSON)


def killed(name: str, text: str, trigger: str, victim: str) -> Profile:
    return spoken(name, text, trigger, (Field.RECIPIENT, person(victim)))


def test_nobody_is_killed_twice() -> None:
    persons = dict(FEATURES)["persons"]
    news = killed("a", "Wethouder Jan Bakker is doodgeschoten.", "doodgeschoten", "Jan Bakker")
    later = killed("b", "De moord op Bakker blijft onopgelost.", "moord", "Bakker")
    hurt = killed("c", "Bakker werd eerder aangevallen.", "aangevallen", "Bakker")
    other = killed("d", "Piet Visser is doodgeschoten.", "doodgeschoten", "Piet Visser")
    assert persons(news, later) > persons(news, hurt) > 0 > persons(news, other)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Jan Bakker", "Bakker", True),
        ("Jan Bakker", "Jan B.", True),
        ("Jan de Bakker", "Jan B.", True),
        ("Jan Bakker", "Piet B.", False),
        ("Bakker", "Jan B.", False),
        ("Duitse bakker", "Belgische bakker", False),
        ("SP-bakker", "PvdA-bakker", False),
    ],
)
def test_a_person_goes_by_several_names(one: str, other: str, *, same: bool) -> None:
    assert bool(person_keys([person(one)]) & person_keys([person(other)])) is same


def test_the_age_of_a_person_is_told_in_two_ways() -> None:
    assert ages(["Een 45-jarige man.", "Jan B. (45) zweeg."]) == {"45"}
    assert not ages(["Het duurde 45 jaar (45)."])


def test_an_offensive_is_no_shelling_and_words_for_fighting_are_one() -> None:
    extent = dict(FEATURES)["extent"]
    source = "Het {} bij Bagdad duurt voort."
    one, two, strike = (
        arrest_free(name, source.format(word), word)
        for name, word in (("a", "offensief"), ("b", "gevecht"), ("c", "bombardement"))
    )
    assert extent(one, two) > 0 > extent(one, strike)
    assert extent(strike, strike) == 0


def arrest_free(name: str, text: str, trigger: str) -> Profile:
    source = report(name, text)
    mention = told(source, trigger, where=(BAGHDAD,))
    (made,) = profiles_of(Reading(name, (mention,), ()), source)
    return made


def test_reports_that_name_the_same_persons_tell_one_story() -> None:
    story = dict(FEATURES)["story"]
    text = "Ook wethouder {} van {} was bij de aanslag."
    first = spoken("a", text.format("Bakker", "Mosul"), "aanslag")
    again = spoken("b", text.format("Bakker", "Quito"), "aanslag")
    other = spoken("c", text.format("Visser", "Almelo"), "aanslag")
    assert story(first, first) > story(first, again) > 0 == story(first, other)


def test_who_strikes_in_one_is_not_struck_in_it() -> None:
    direction = dict(FEATURES)["direction"]
    strike = spoken(
        "a", "Iran schoot raketten af.", "schoot", (Field.ACTOR, IRAN), (Field.RECIPIENT, US)
    )
    answer = spoken(
        "b", "De VS troffen Iran.", "troffen", (Field.ACTOR, US), (Field.RECIPIENT, IRAN)
    )
    half = spoken("c", "Iran werd getroffen.", "getroffen", (Field.RECIPIENT, IRAN))
    assert direction(strike, answer) < direction(strike, half) < 0
    assert direction(strike, strike) == 0


def test_the_means_that_outlets_mix_up_do_not_set_mentions_apart() -> None:
    assert same_means(frozenset({"suicide-attack"}), frozenset({"explosives"}))
    assert same_means(frozenset({"destroy"}), frozenset({"firearms"}))
    assert not same_means(frozenset({"drone"}), frozenset({"firearms"}))


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


KINDS: dict[str, Callable[[str], bool]] = {
    "generic": is_generic,
    "vague": is_vague,
    "common": is_common_deed,
    "state": is_of_state,
    "plural": is_plural,
    "armed": is_armed,
    "reference": is_reference,
    "opens": opens_reference,
    "anew": starts_anew,
    "first": tells_first,
    "home": is_home,
    "campaign": is_campaign,
    "killing": is_killing,
    "arrest": is_beside_arrests,
    "everywhere": is_everywhere,
}
PHRASES = load_entries("nl/phrases.yaml", frozenset({"words"}))


@pytest.mark.parametrize("entry", PHRASES, ids=[entry.id for entry in PHRASES])
def test_the_examples_of_the_phrase_lists_hold(entry: Entry) -> None:
    assert entry.examples
    for example in entry.examples:
        if "words" in example:
            assert list(content_words(example["text"])) == example["words"]
        if "head" in example:
            assert head(example["text"]) == example["head"]
        for kind in KINDS.keys() & example.keys():
            assert KINDS[kind](example["text"]) is example[kind]
    for text in entry.counterexamples:
        assert not any(
            KINDS[kind](text) for example in entry.examples for kind in example if kind in KINDS
        )


def test_head_words_match_over_number_and_compound() -> None:
    assert same_head("olietankers", "tanker")
    assert same_head("drone", "drones")
    assert same_head("kerken", "kerk")
    assert same_head("ambassadecomplex", "ambassade")
    assert not same_head("legerbasis", "legertrucks")
    assert not same_head("kerken", "hotels")
    assert not same_head("", "")


def test_the_sentence_around_evidence_ends_at_marks_and_lines_not_within_numbers() -> None:
    text = "Kop\n\nEr vielen 1.200 doden. Later meer."
    at = text.index("1.200")
    source = report("x", text)
    span = told(source, "1.200").triggers[0].span
    assert span.start == at
    assert sentence_span(text, span).of(text) == "Er vielen 1.200 doden."


def test_a_protest_of_tomorrow_may_be_another_one() -> None:
    time = dict(FEATURES)["time"]

    def marched(name: str, published: str) -> Profile:
        source = report(name, "Duizenden mensen hebben betoogd.", published)
        mention = told(source, "betoogd", type=EventType.PROTEST, where=(BAGHDAD,))
        (made,) = profiles_of(Reading(name, (mention,), ()), source)
        return made

    today, tomorrow = marched("a", "2020-01-08"), marched("b", "2020-01-09")
    assert time(today, marched("c", "2020-01-08")) > time(today, tomorrow) > 0


def test_a_report_of_an_unknown_day_of_a_year_is_not_in_the_blocks_of_every_week() -> None:
    source = report("x", "Raketten vielen neer.", "2020")
    bare = told(source, "Raketten", where=(BAGHDAD,))
    (vague,) = profiles_of(Reading("x", (bare,), ()), source)
    assert not any(key[-1].startswith("d") for key in keys(vague) if "sentence" not in key)


def test_an_old_event_told_today_meets_what_looks_back_today() -> None:
    old, today = profile("a", "2014-07-17", "2020-01-08"), profile("b", published="2020-01-09")
    assert keys(old) & keys(today)


def test_a_deed_of_uncertain_days_meets_the_news_of_its_own_days() -> None:
    vague = profile("a", "2019-06/2020-01", "2020-01-08")
    assert keys(vague) & keys(profile("b", published="2020-01-09"))
