"""No state falls through a rule because of how its name is spelt: "Rusland" ends in "land"."""

from __future__ import annotations

import pytest
from tests.told import Tell, values

from wederhoor.extract.actors.countries import countries
from wederhoor.model import Field

STATES = sorted(country.state.name for country in countries().values())
TITLE = "Nieuws over het leger"
_FEW = 4  # names that the tagger does not know after "dat"; they cost recall, nothing is invented


def _missed(tell: Tell, text: str, about: Field) -> list[str]:
    read = {state: tell(text.format(state), title=TITLE) for state in STATES}
    return [state for state, told in read.items() if state not in values(told, about)]


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("De haven is gebombardeerd door {}.", Field.ACTOR),
        ("De EU heeft sancties ingesteld tegen {}.", Field.RECIPIENT),
    ],
)
def test_every_state_can_be_a_party(tell: Tell, text: str, about: Field) -> None:
    assert _missed(tell, text, about) == []


def test_every_state_can_be_the_subject_of_an_attack(tell: Tell) -> None:
    text = "Minister Blok zei dat {} de haven heeft gebombardeerd."
    assert len(_missed(tell, text, Field.ACTOR)) <= _FEW


def test_every_state_can_be_a_source(tell: Tell) -> None:
    for state in STATES:
        read = tell(f"Volgens {state} zijn bij de aanval tien soldaten gedood.", title=TITLE)
        sources = {s.name for claim in read.claims for s in claim.sources}
        assert state in sources


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Strijders uit Syrië hebben in Libië een basis aangevallen.", ["Libië"]),
        ("Een vliegtuig, dat op weg was naar Oman, werd boven Jemen neergehaald.", ["Jemen"]),
        ("Het leger van Soedan heeft in Tsjaad een dorp aangevallen.", ["Tsjaad"]),
        ("Reizigers gingen naar het door aanslagen getroffen Sri Lanka.", ["Sri Lanka"]),
        ("Het door oorlog verscheurde Jemen rouwt na een aanval op een haven.", ["Jemen"]),
    ],
)
def test_where_a_party_comes_from_or_goes_to_is_not_where_it_happened(
    tell: Tell, text: str, where: list[str]
) -> None:
    read = tell(text, title=TITLE)
    assert [place.name for m in read.mentions for place in m.where] == where
