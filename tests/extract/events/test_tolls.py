"""Which counts are parts of a toll told before."""

from __future__ import annotations

from tests.factories import simple_analysis
from tests.told import Tell

from wederhoor.extract.events.tolls import whole_of
from wederhoor.extract.quantities import read_quantities
from wederhoor.model import Field, Quantity


def _parts(text: str) -> dict[str, str]:
    """Return for each part what it is a part of, both in the words of the text."""
    analysis = simple_analysis(text)
    mentions = read_quantities(analysis)
    words = [analysis.span(one.first, one.stop).of(text) for one in mentions]
    return {words[part]: words[whole] for part, whole in whole_of(analysis, mentions).items()}


def test_counts_that_add_up_to_the_toll_before_are_its_parts() -> None:
    text = "In Tripoli zijn zeven mensen gedood. Zes burgers kwamen om en één agent werd gedood."
    assert _parts(text) == {"Zes burgers": "zeven mensen", "één agent": "zeven mensen"}


def test_other_counts_are_not() -> None:
    text = "In Tripoli zijn acht mensen gedood. Zes burgers kwamen om en één agent werd gedood."
    assert _parts(text) == {}


def test_those_among_the_dead_are_part_of_the_toll() -> None:
    text = "In Tripoli zijn acht mensen gedood. Onder de doden zijn drie kinderen."
    assert _parts(text) == {"drie kinderen": "acht mensen"}


def test_what_is_intercepted_is_a_part_of_what_was_fired(tell: Tell) -> None:
    text = "Rebellen vuurden vijftig drones af op Homs. Daarvan werden er veertig onderschept."
    claims = [c for c in tell(text).claims if c.field is Field.WEAPONS]
    told = [(c.value.low, c.part) for c in claims if isinstance(c.value, Quantity)]
    assert told == [(50, ""), (40, "onderschept")]
