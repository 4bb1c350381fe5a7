"""Laws of reading times: any text, any words of time in any order, any publication."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factories import simple_analysis
from tests.strategies import day_sets

from wederhoor.extract.times import read_expressions, read_times
from wederhoor.extract.times.grammar import rules, spelled_out
from wederhoor.extract.times.words import classes
from wederhoor.model import Anchor, DaySet

_DIGITS = [
    "3",
    "31",
    "12",
    "2018",
    "2100",
    "6-2-2024",
    "31-2-2024",
    "1e",
    "'24",
    "19.00",
    "2011-2014",
]
_LITERALS = sorted(
    {
        word
        for entry in rules()
        for pattern in entry.data["pattern"]
        for slot in str(pattern).split()
        for word in slot.rstrip("?").split("|")
        if word and "<" not in word
    }
)
_WORDS = sorted({word for words in classes().values() for word in words}) + _LITERALS + _DIGITS
_time_texts = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=9).map(" ".join)


_NUMBERS = {
    "daynum": ["3", "31"],
    "monthnum": ["2", "12"],
    "year": ["2019", "1900"],
    "yr": ["2019", "vorig jaar"],
    "shortyear": ["'24"],
    "clock": ["19.00", "11:36"],
    "clockhour": ["7"],
    "fulldate": ["6-2-2024"],
    "years": ["2011-2014"],
    "daymonth": ["22-4"],
    "surely": ["22/04", "2/okt"],
    "monthyear": ["11-2016", "dec-2018"],
    "slashed": ["22/4"],
    "weeknum": ["7", "53"],
    "days": ["18-19"],
    "months": ["jan-feb", "nov-feb"],
    "time": ["zondag", "mei", "2019", "3 maart", "vorige week", "een dag later", "begin april"],
}


@st.composite
def _rule_texts(draw: st.DrawFn) -> str:
    """Draw a text that one pattern of the grammar fits."""
    entry = draw(st.sampled_from(rules()))
    pattern = draw(st.sampled_from(entry.data["pattern"]))
    slots = draw(st.sampled_from(list(spelled_out(str(pattern), entry))))
    words = []
    for slot in slots:
        kind = slot[1:-1] if slot.startswith("<") else None
        options = [slot] if kind is None else _NUMBERS.get(kind) or sorted(classes()[kind])
        words.append(draw(st.sampled_from(options)))
    return " ".join(words)


@given(
    _rule_texts(), st.sampled_from(["", "Zij vertrokken ", "Zij gaan ", "in ", "sinds "]), day_sets
)
@settings(max_examples=500)
def test_whatever_fits_a_pattern_can_be_told(text: str, before: str, published: DaySet) -> None:
    for mention in read_times(simple_analysis(before + text), published):
        assert mention.days is None or DaySet.from_edtf(mention.days.edtf()) == mention.days


@given(_time_texts | st.text(max_size=80), day_sets)
def test_no_text_is_too_odd_to_read(text: str, published: DaySet) -> None:
    mentions = read_expressions(simple_analysis(text), published)

    assert all(mention.first < mention.stop for mention in mentions)
    assert all(earlier.stop <= later.first for earlier, later in pairwise(mentions))


@given(_time_texts, st.dates(date(1950, 1, 1), date(2080, 1, 1)))
def test_a_mention_has_days_or_an_offset_and_never_both(text: str, day: date) -> None:
    for mention in read_times(simple_analysis(text), DaySet.day(day)):
        assert (mention.days is None) == (mention.anchor is Anchor.EVENT)
        assert (mention.offset is None) == (mention.anchor is not Anchor.EVENT)


@given(_time_texts, st.dates(date(1950, 1, 1), date(2080, 1, 1)))
def test_knowing_the_day_of_publication_never_adds_days(text: str, day: date) -> None:
    month = DaySet.month(day.year, day.month)

    exact = read_times(simple_analysis(text), DaySet.day(day))
    vague = {mention.first: mention for mention in read_times(simple_analysis(text), month)}

    for mention in exact:
        if mention.days is not None:
            wider = vague[mention.first].days
            assert wider is not None
            assert set(mention.days) <= set(wider)
