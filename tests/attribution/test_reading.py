"""Source, cue and content of every attribution, as words of the text."""

from __future__ import annotations

import pytest
from tests.extract.events.examples import Example, cases
from tests.told import Tell, said

from wederhoor.attribution import Attribution, read_attributions
from wederhoor.extract.actors import read_actors
from wederhoor.language import Pipeline
from wederhoor.model import Field, Span, Stance

Told = tuple[str, str, str]


def read(pipeline: Pipeline, text: str) -> tuple[Attribution, ...]:
    analysis = pipeline.analyse(text)
    return read_attributions(analysis, read_actors(analysis))


def told(pipeline: Pipeline, text: str) -> set[Told]:
    """Return source, cue and content of a text's attributions, "" for what is not there."""

    def words(span: Span | None) -> str:
        return span.of(text) if span else ""

    return {
        (words(one.source_span), words(one.cue), " // ".join(map(words, one.content)))
        for one in read(pipeline, text)
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oman meldt dat de haven is geraakt.", ("Oman", "meldt", "de haven is geraakt")),
        ("De haven is geraakt, aldus de politie.", ("de politie", "aldus", "De haven is geraakt")),
        (
            "De haven is volgens het ministerie van Defensie geraakt.",
            ("het ministerie van Defensie", "volgens", "De haven is // geraakt"),
        ),
        (
            "„Wij hebben de haven niet geraakt”, zei een woordvoerder van het leger.",
            ("een woordvoerder van het leger", "zei", "Wij hebben de haven niet geraakt"),
        ),
        (
            "„Wij geven de haven nooit op”, bromde generaal Harthy.",
            ("generaal Harthy", "bromde", "Wij geven de haven nooit op"),
        ),
        ("Naar verluidt is de haven geraakt.", ("", "Naar verluidt", "is de haven geraakt")),
        ("Er werd gemeld dat de haven is geraakt.", ("", "gemeld", "de haven is geraakt")),
        (
            "De haven is geraakt, heeft het leger gemeld.",
            ("het leger", "gemeld", "De haven is geraakt"),
        ),
        (
            "„Wij geven de haven nooit op”, zo keek generaal Harthy terug.",
            ("generaal Harthy", "keek", "Wij geven de haven nooit op"),
        ),
        (
            "De haven moet open blijven, vindt ook generaal Harthy.",
            ("generaal Harthy", "vindt", "De haven moet open blijven"),
        ),
        (
            "De claim van Oman dat de haven is geraakt, overtuigt niemand.",
            ("Oman", "claim", "de haven is geraakt"),
        ),
        (
            "Er zijn berichten dat de haven is geraakt.",
            ("", "berichten", "de haven is geraakt"),
        ),
        (
            "Jemen kwam met de melding dat de haven is geraakt.",
            ("Jemen", "melding", "de haven is geraakt"),
        ),
        (
            "Bronnen binnen het leger van Oman melden dat de haven is geraakt.",
            ("Bronnen binnen het leger van Oman", "melden", "de haven is geraakt"),
        ),
        (
            "De rebellen spreken dat tegen en zeggen dat de haven is geraakt.",
            ("De rebellen", "zeggen", "de haven is geraakt"),
        ),
        (
            "Een van de soldaten zegt dat de haven is geraakt.",
            ("Een van de soldaten", "zegt", "de haven is geraakt"),
        ),
    ],
)
def test_an_attribution_has_source_cue_and_content(
    pipeline: Pipeline, text: str, expected: Told
) -> None:
    assert expected in told(pipeline, text)


def test_a_chain_names_every_link(pipeline: Pipeline) -> None:
    text = "Een arts zei tegen persbureau AFP dat er tien doden zijn."
    sources = {(source, cue) for source, cue, _ in told(pipeline, text)}
    assert {("Een arts", "zei"), ("persbureau AFP", "tegen")} <= sources


def test_a_quote_goes_on_with_its_speaker(pipeline: Pipeline) -> None:
    text = "„De haven is dicht”, zegt minister Harthy. „Er zijn vier schepen geraakt in de baai.”"
    assert ("minister Harthy", "", "Er zijn vier schepen geraakt in de baai") in told(
        pipeline, text
    )


def test_whom_a_sentence_is_about_speaks_the_quote_behind_it(pipeline: Pipeline) -> None:
    text = (
        "Minister Salim Harthy is blij met het akkoord. "
        "„Er is nog veel werk aan de winkel, maar we kunnen beginnen.”"
    )
    (one,) = read(pipeline, text)
    assert one.source is not None
    assert "Harthy" in one.source.name


def test_a_pronoun_speaks_for_whom_spoke_last(pipeline: Pipeline) -> None:
    text = (
        "Burgemeester Salim Harthy zegt dat de haven is geraakt. "
        "Volgens hem zijn er vier schepen gezonken. Hij denkt dat de schade groot is."
    )
    sources = [one.source for one in read(pipeline, text)]
    assert all(source is not None and "Harthy" in source.name for source in sources)
    assert len(sources) == 3


def test_words_borrowed_in_a_sentence_of_the_outlet_have_no_speaker(pipeline: Pipeline) -> None:
    text = "Oman meldt een aanval. De „operatie tegen de rebellen in de bergen” duurde drie dagen."
    assert not any(one.rule == "quote.continued" for one in read(pipeline, text))


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("De politie kan niet bevestigen dat er doden zijn.", Stance.UNKNOWN),
        ("De politie denkt niet dat er doden zijn.", Stance.DENY),
        ("De politie sluit niet uit dat er doden zijn.", Stance.POSSIBLE),
        ("De politie vermoedt dat er doden zijn.", Stance.POSSIBLE),
        ("De politie ontkent dat er doden zijn.", Stance.DENY),
        ("De politie erkent dat er doden zijn.", Stance.ASSERT),
    ],
)
def test_the_verb_and_its_negation_give_the_stance(
    pipeline: Pipeline, text: str, stance: Stance
) -> None:
    assert [one.stance for one in read(pipeline, text)] == [stance]


@pytest.mark.parametrize(
    "text",
    [
        "De schutter meldde zich bij de politie.",
        "Het leger stelt tien voertuigen ter beschikking.",
        "De politie wil niet bekendmaken of er doden zijn.",
        "De minister sprak in de marge van de top met zijn ambtgenoot.",
    ],
)
def test_what_only_looks_like_saying_attributes_nothing(pipeline: Pipeline, text: str) -> None:
    assert read(pipeline, text) == ()


@pytest.mark.parametrize("example", cases("speakers"))
def test_a_list_of_speakers_shows_who_speaks(example: Example, pipeline: Pipeline) -> None:
    rules = {
        "speaker.medium": "by.carrier",
        "speaker.informant": "by.authority",
        "speaker.headline": "by.headline",
        "speaker.never": "none",
    }
    text = f"{example.text}\n\nDe haven is dicht." if "headline" in example.rule else example.text
    example.check(rules.get(example.rule, example.rule), {o.rule for o in read(pipeline, text)})


@pytest.mark.parametrize(
    "text",
    [
        "Het feit dat de haven is geraakt, verandert niets.",
        "„Dat heb ik ook gemeld aan het leger”, staat er in de brief.",
        "Het leger heeft de haven heroverd. Dat is nog niet bevestigd door het ministerie.",
        "Dat Salim Harthy zijn verhaal vertelt, is niet vanzelfsprekend.",
    ],
)
def test_not_every_word_of_saying_makes_a_source(pipeline: Pipeline, text: str) -> None:
    assert {source for source, _, _ in told(pipeline, text)} <= {""}


def test_a_medium_that_is_told_carries_the_words(pipeline: Pipeline) -> None:
    found = told(pipeline, "Bewoners vertelden persbureau AFP dat de haven is geraakt.")
    assert {source for source, _, _ in found} == {"Bewoners", "persbureau AFP"}


def test_who_denies_a_claim_is_no_source_of_it(tell: Tell) -> None:
    read = tell(
        "Jemen verwierp de beschuldiging van Oman dat bij de aanval vier matrozen zijn gedood."
    )
    assert said(read, Field.KILLED) == {("4", "Oman", "assert"), ("4", "Jemen", "deny")}


@pytest.mark.parametrize(
    "text",
    [
        "Generaal Harthy kwam langs: „Wij geven de haven nooit meer op.”",
        "Volgens Salim Harthy is de haven van belang: „Zonder de haven is er geen brandstof.”",
        "De haven is geopend door Salim Harthy. „Het heeft ons drie jaar werk gekost.”",
    ],
)
def test_a_quote_is_of_the_one_person_who_acts_just_before_it(
    pipeline: Pipeline, text: str
) -> None:
    quote = text.index("„") + 1
    speakers = {
        one.source.name.split()[-1]
        for one in read(pipeline, text)
        if one.source and any(span.start <= quote < span.end for span in one.content)
    }
    assert speakers == {"Harthy"}
