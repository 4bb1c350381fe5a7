"""When a report says that what it tells happened, and where it leaves that open."""

from __future__ import annotations

import pytest
from tests.told import Tell

from wederhoor.model import EventType, Reading


def _whens(read: Reading, kind: EventType) -> list[str | None]:
    return [m.when.edtf() if m.when else None for m in read.mentions if m.type is kind]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Rebellen hebben zondag een konvooi aangevallen.", "2021-05-09"),
        ("Bij een aanval op een konvooi vielen zondag zes doden.", "2021-05-09"),
        ("Bij een aanval in april vielen zes doden.", "2021-04"),
        ("Militairen hebben een bus beschoten. Dat gebeurde zondagavond bij Homs.", "2021-05-09"),
        ("Militairen vielen een bus aan. Het incident vond dinsdag plaats.", "2021-05-11"),
    ],
)
def test_the_time_of_its_clause_dates_an_attack(tell: Tell, text: str, when: str) -> None:
    assert _whens(tell(text, published="2021-05-12"), EventType.ASSAULT) == [when]


@pytest.mark.parametrize(
    "text",
    [
        "Het leger stelde dinsdag het aantal doden van de aanval op Aden bij naar zes.",
        "De minister veroordeelde dinsdag de aanval op een konvooi bij Aden.",
        "De rebellen filmden dinsdag de aanval op een konvooi bij Aden.",
        "De man heeft de moord dinsdag bekend.",
        "Een woordvoerder zei dinsdag dat rebellen een konvooi hebben aangevallen.",
        "Rebellen hebben een konvooi aangevallen. Dat zei een woordvoerder dinsdag.",
        "Dinsdag werd ook bekend dat rebellen een konvooi hebben aangevallen.",
        "Rebellen hebben een konvooi aangevallen. Het werd dinsdag bekend.",
    ],
)
def test_the_time_of_telling_does_not_date_what_is_told(tell: Tell, text: str) -> None:
    read = tell(text, published="2021-05-12", title="Nieuws over het leger")
    assert _whens(read, EventType.ASSAULT) == [None]


def test_the_place_told_after_is_where_it_happened(tell: Tell) -> None:
    read = tell("Militairen hebben een bus beschoten. Dat gebeurde zondag in Homs.")
    assert [place.name for m in read.mentions for place in m.where] == ["Homs"]


@pytest.mark.parametrize(
    ("text", "kind", "when"),
    [
        (  # what is joined by "en" shares the time, also after an act of speech
            "Noorland zegde in mei vorig jaar het verdrag met Zuidland op en stelde sancties in.",
            EventType.SANCTION,
            "2020-05",
        ),
        (  # of "sinds" what "toen" takes up is the beginning
            "De spanning is sinds vorig jaar toegenomen, toen Turkije sancties oplegde aan Syrië.",
            EventType.SANCTION,
            "2020",
        ),
        (
            "Bij de aanval die zondag op Aden werd gepleegd, vielen zes doden.",
            EventType.ASSAULT,
            "2021-05-09",
        ),
        (
            "De derde ronde van gesprekken tussen Iran en Turkije was zondag begonnen.",
            EventType.CONSULT,
            "2021-05-09",
        ),
        (
            "In april kwamen rebellen naar Aden. De rebellen bestormden toen een kazerne.",
            EventType.ASSAULT,
            "2021-04",
        ),
    ],
)
def test_a_time_bears_on_what_goes_on_with_its_clause(
    tell: Tell, text: str, kind: EventType, when: str
) -> None:
    assert when in _whens(tell(text, published="2021-05-12"), kind)


def test_a_feast_that_was_kept_on_the_spot_dates_the_attack(tell: Tell) -> None:
    text = "Er waren aanslagen op kerken waar gelovigen het paasfeest vierden."
    assert _whens(tell(text, published="2021-04-05"), EventType.ASSAULT) == [
        "2021-04-04/2021-04-05"
    ]


def test_a_time_beside_a_noun_is_of_that_noun_alone(tell: Tell) -> None:
    text = "De aanval was een vergelding voor een drone-aanval eerder deze week op olietanks."
    assert _whens(tell(text, published="2021-05-12"), EventType.ASSAULT) == [
        None,
        "2021-05-10/2021-05-11",
    ]


def test_an_opening_time_holds_for_the_next_sentence_that_tells_on(tell: Tell) -> None:
    text = "Zondag vielen rebellen een dorp bij Aden aan. Andere rebellen plunderden een school."
    whens = _whens(tell(text, published="2021-05-12"), EventType.ASSAULT)
    assert set(whens) == {"2021-05-09"}


@pytest.mark.parametrize(
    "text",
    [
        "Zondag sprak de koning over het land. Rebellen vielen een dorp bij Aden aan.",
        "Zondag vielen betogers een kantoor aan. De minister veroordeelt het geweld in Aden.",
        "Zondag was er een herdenking in Aden. De politie heeft een man opgepakt.",
    ],
)
def test_an_opening_time_holds_for_nothing_that_is_told_otherwise(tell: Tell, text: str) -> None:
    read = tell(text, published="2021-05-12")
    last = max(read.mentions, key=lambda mention: mention.triggers[0].span.start)
    assert last.when is None


@pytest.mark.parametrize(
    ("text", "kind", "when"),
    [
        (  # an answer that comes at once is of the same day
            "Rebellen hebben zondag raketten afgevuurd op Turkije. Turkije reageerde meteen met aanvallen.",
            EventType.ASSAULT,
            ["2021-05-09", "2021-05-09"],
        ),
        (  # one speaks on leaving the talks
            "De minister zei zondag na een gesprek met de Noorse president dat er hoop is.",
            EventType.CONSULT,
            ["2021-05-09"],
        ),
        (
            "Betogers die al drie dagen demonstreren, kwamen naar het paleis.",
            EventType.PROTEST,
            ["2021-05-09/2021-05-12"],
        ),
        (  # what follows from a vague day is vague
            "Een jaar geleden stapte Noorland uit het verdrag. Daarna legde Zuidland sancties op.",
            EventType.SANCTION,
            ["2020-05-01/2021-05-12~"],
        ),
    ],
)
def test_order_and_duration_leave_the_days_they_tell(
    tell: Tell, text: str, kind: EventType, when: list[str]
) -> None:
    assert _whens(tell(text, published="2021-05-12"), kind) == when


def test_a_count_from_another_day_stops_a_few_sentences_on(tell: Tell) -> None:
    between = "Het regende in de stad. De winkels waren dicht. De markt ging niet door. "
    text = f"Rebellen vielen in 2011 Homs aan. {between}Een dag later betoogden duizenden."
    assert _whens(tell(text, published="2021-05-12"), EventType.PROTEST) == [None]


def test_a_date_behind_its_noun_is_of_that_noun(tell: Tell) -> None:
    text = "Het aantal doden van de aanslag op 3 mei 2021 komt daarmee op twaalf."
    assert _whens(tell(text, published="2021-05-08"), EventType.ASSAULT) == ["2021-05-03"]


@pytest.mark.parametrize(
    "text",
    [
        "De afgezette president is gisteravond overgebracht naar de gevangenis.",
        "De president wordt al jaren gezocht voor oorlogsmisdaden en genocide.",
    ],
)
def test_the_time_of_a_clause_is_not_that_of_what_it_mentions_in_passing(
    tell: Tell, text: str
) -> None:
    read = tell(text, published="2021-05-12", title="Nieuws over het leger")
    assert {m.when for m in read.mentions} <= {None}


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("De verdachte van de aanslag kon dinsdag worden gearresteerd in Homs.", "2021-06-29"),
        ("De rebellen moesten in april worden vrijgelaten.", "2021-04"),
    ],
)
def test_what_could_be_done_was_done_before_its_report(tell: Tell, text: str, when: str) -> None:
    found = tell(text, title="Nieuws over het leger", published="2021-06-30").mentions
    assert when in {mention.when.edtf() for mention in found if mention.when}
