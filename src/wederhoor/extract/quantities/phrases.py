"""Number phrases: a number, word or digits, with the bounds around it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from wederhoor.extract.quantities.lexicon import Phrase, lexicon
from wederhoor.extract.quantities.numbers import HALVES, SCALES, read_cardinal, read_scaled
from wederhoor.extract.quantities.numerals import begins_numeral, numeral_at
from wederhoor.model import Analysis

_TO = frozenset({"tot", "à", "of", "-", "–", "a"})
_JOINED = frozenset({"-", "–", "/", ":", ".", ",", "+"})
_ONE = frozenset({"een", "één", "eén", "'n", "’n"})
_LEAST_ROUND = 10  # "rond de tien" is about ten, "rond de drie" is around those three
_ARTICLES = frozenset({"een", "'n", "’n"})
_EXACT = "count.number"
_ARTICLE = "count.article"
_YEARS = range(1900, 2101)
_YEAR_DIGITS = 4
_LONGEST = 8  # words of a numeral


@dataclass(frozen=True, slots=True)
class Number:
    """A number phrase.

    Attributes:
        first: first token, bounds included.
        stop: token after the last.
        low: the least.
        high: the most; None when open.
        rule: id of the rule of its bound or range, "count.number" for a plain number.
        approximate: said to be about.
        loose: a count only when something next to it decides the field.
        article: "een", which may be the article.
        plain: one or more tokens of plain digits or a number word, without any bound.
    """

    first: int
    stop: int
    low: int
    high: int | None
    rule: str = _EXACT
    approximate: bool = False
    loose: bool = False
    article: bool = False
    plain: bool = False


def number_at(analysis: Analysis, i: int, stop: int) -> Number | None:
    """Return the number phrase that begins at token `i`, None when none does.

    Example:
        At "meer" in "meer dan tien raketten" the phrase has low 11 and no high.
    """
    start = i
    bounds: list[Phrase] = []
    while phrase := _phrase_at(analysis, i, stop, ranges=False):
        if not bounds and phrase.means == "total":
            return None  # "al zeker 20" begins at "zeker"
        bounds.append(phrase)
        i += len(phrase.words)
    core = _between(analysis, start, stop) if not bounds else None
    core = core or _core_at(analysis, i, stop)
    if core is None:
        return None
    if any(_is_place(bound) for bound in bounds) and core.low < _LEAST_ROUND:
        return None
    core = replace(core, first=start)
    for bound in reversed(bounds):
        core = _bounded(core, bound)
    return _or_more(analysis, core, stop)


def _is_place(bound: Phrase) -> bool:
    """Tell whether a bound is a preposition as well ("rond de drie slachtoffers")."""
    return bound.words[-1] == "de" or bound.words[0] in {"rond", "over", "onder"}


def _phrase_at(analysis: Analysis, i: int, stop: int, *, ranges: bool) -> Phrase | None:
    if i >= stop:
        return None
    tokens = analysis.tokens
    for phrase in lexicon().phrases.get(tokens[i].lower, ()):
        end = i + len(phrase.words)
        if (phrase.means == "range") is not ranges or end > stop:
            continue
        if all(tokens[i + k].lower == word for k, word in enumerate(phrase.words)):
            return phrase
    return None


def _core_at(analysis: Analysis, i: int, stop: int) -> Number | None:
    phrase = _phrase_at(analysis, i, stop, ranges=True)
    if phrase is not None:
        end = i + len(phrase.words)
        return Number(
            i, end, phrase.low, phrase.high, phrase.rule, phrase.approximate, phrase.loose
        )
    if i >= stop:
        return None
    if analysis.tokens[i].lower in _ONE:
        return _one_at(analysis, i, stop)
    return _written_at(analysis, i, stop) if _stands_alone(analysis, i, stop) else None


def _written_at(analysis: Analysis, i: int, stop: int) -> Number | None:
    """Read a number word or digits, and the range that it may begin."""
    word = analysis.tokens[i].lower
    if word.endswith("-") and len(word) > 1:
        return _truncated(analysis, i, i + 1, stop)
    after = analysis.tokens[i + 1] if i + 1 < stop else None
    if after is not None and after.text == "-" and after.start == analysis.tokens[i].end:
        return _truncated(analysis, i, i + 2, stop)
    if "-" in word or "–" in word:
        return _hyphened(analysis, i)
    value, end = _value_at(analysis, i, stop)
    if value is None:
        return None
    return _range(analysis, Number(i, end, value, value, plain=True), stop)


def _value_at(analysis: Analysis, i: int, stop: int) -> tuple[int | None, int]:
    """Return the number written at token `i` and the token after it."""
    tokens = analysis.tokens
    if i >= stop:
        return None, i
    if not begins_numeral(tokens[i].lower):
        return None, i
    words = [token.lower for token in tokens[i : min(stop, i + _LONGEST)]]
    found = numeral_at(words, 0)
    if found is not None and found.value.denominator == 1:
        return found.value.numerator, i + found.stop
    # "een op de drie" is a share, "een van de drie mannen" is one man
    return (1, i + 1) if words[0] in _ONE | {"1"} else (None, i)


def share_at(analysis: Analysis, i: int, stop: int) -> int | None:
    """Return the token after a share ("een op de tien") that begins at `i`, None when none does."""
    tokens = analysis.tokens
    if tokens[i].lower not in _ONE | {"1"} or i + 1 >= stop or tokens[i + 1].lower != "op":
        return None
    found = numeral_at([token.lower for token in tokens[i : min(stop, i + _LONGEST)]], 0)
    return i + found.stop if found and found.value.denominator > 1 else None


def _one_at(analysis: Analysis, i: int, stop: int) -> Number | None:
    """Read "een" and what makes it a number: "een miljoen", "een half miljoen", "een tiental"."""
    tokens = analysis.tokens
    after = tokens[i + 1].lower if i + 1 < stop else ""
    if after in HALVES and i + 2 < stop:
        scaled = read_scaled(after, tokens[i + 2].lower)
        return None if scaled is None else Number(i, i + 3, scaled, scaled)
    if after in SCALES:
        value, end = _value_at(analysis, i, stop)
        return None if value is None else Number(i, end, value, value)
    if after == "of" and i + 2 < stop and tokens[i + 2].lower == "twee":
        return Number(i, i + 3, 1, 2)
    if after.endswith("tal") and (value := read_cardinal(after[:-3])) is not None:
        return Number(i, i + 2, value, value, approximate=True)
    article = tokens[i].lower in _ARTICLES
    rule = _ARTICLE if article else _EXACT
    return Number(i, i + 1, 1, 1, rule, article=article, plain=not article)


def _stands_alone(analysis: Analysis, i: int, stop: int) -> bool:
    """Tell whether token `i` is not glued to a mark as in "F-16", "6-1", "16:30" or "€20"."""
    tokens = analysis.tokens
    token = tokens[i]
    before = tokens[i - 1] if i and tokens[i - 1].sent == token.sent else None
    if before is not None and before.lower in lexicon().words_of("labels"):
        return False
    if not token.lower[0].isdigit():
        return True
    if (
        before is not None
        and before.end == token.start
        and before.text in _JOINED | {"€", "$", "£"}
    ):
        return False
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if after is None or after.start != token.end or after.text not in _JOINED:
        return True
    last = tokens[i + 2] if i + 2 < stop else None
    return not (last is not None and last.start == after.end and last.text[0].isdigit())


def _range(analysis: Analysis, number: Number, stop: int) -> Number:
    """Widen "tien" to "tien tot vijftien" when such a second number follows."""
    tokens = analysis.tokens
    i = number.stop
    if i + 1 >= stop or tokens[i].lower not in _TO:
        return number
    value, end = _value_at(analysis, i + 1, stop)
    if value is None or tokens[i + 1].lower in _ONE or not _stands_alone(analysis, i + 1, stop):
        return number
    low = number.low
    scale = tokens[end - 1].lower
    if end == i + 3 and scale in SCALES and low < SCALES[scale]:
        low *= SCALES[scale]  # "2 tot 3 miljoen"
    if low >= value:
        return number
    return replace(number, low=low, high=value, stop=end, plain=False)


def _truncated(analysis: Analysis, i: int, to: int, stop: int) -> Number | None:
    """Read "twee- tot driehonderd", where the second number lends its last part."""
    tokens = analysis.tokens
    if to + 1 >= stop or tokens[to].lower not in _TO | {"en"}:
        return None
    whole = tokens[to + 1].lower
    high = read_cardinal(whole)
    stem = tokens[i].lower.rstrip("-")
    for scale in ("duizend", "honderd"):
        if whole.endswith(scale) and high is not None:
            low = read_scaled(stem, scale)
            return Number(i, to + 2, low, high) if low is not None and low < high else None
    return None


def _hyphened(analysis: Analysis, i: int) -> Number | None:
    """Read "10-15" written as one token; whether something is counted is for the noun to say."""
    low, _, high = analysis.tokens[i].lower.replace("–", "-").partition("-")
    first, last = read_cardinal(low), read_cardinal(high)
    if first is None or last is None or first >= last:
        return None
    return Number(i, i + 1, first, last, plain=True)


def _between(analysis: Analysis, i: int, stop: int) -> Number | None:
    """Read "tussen de 20 en (de) 30"."""
    tokens = analysis.tokens
    if tokens[i].lower != "tussen":
        return None
    i += 1
    if i < stop and tokens[i].lower == "de":
        i += 1
    low, end = _value_at(analysis, i, stop)
    if low is None or end + 1 >= stop or tokens[end].lower != "en":
        return None
    second = end + 2 if tokens[end + 1].lower == "de" else end + 1
    high, end = _value_at(analysis, second, stop)
    if high is None:
        return None
    scale = tokens[end - 1].lower
    if end == second + 2 and low < SCALES.get(scale, 0):
        low *= SCALES[scale]
    return Number(i, end, low, high, "count.bound.between") if low < high else None


def _bounded(core: Number, bound: Phrase) -> Number:
    """Apply one bound to a number."""
    rule = bound.rule
    match bound.means:
        case "at-least":
            return replace(core, high=None, rule=rule, plain=False)
        case "more-than":
            return replace(
                core, low=core.low + 1, high=None, approximate=False, rule=rule, plain=False
            )
        case "about":
            return replace(core, approximate=True, rule=rule, plain=False)
        case "at-most":
            return replace(core, low=0, rule=rule, plain=False)
        case "less-than":
            top = None if core.high is None else max(core.high - 1, 0)
            return replace(core, low=0, high=top, rule=rule, plain=False)
    return core


def _or_more(analysis: Analysis, core: Number, stop: int) -> Number:
    """Open the range of "20 of meer"."""
    tokens = analysis.tokens
    i = core.stop
    if i + 1 < stop and tokens[i].lower == "of" and tokens[i + 1].lower in {"meer", "meerdere"}:
        return replace(core, high=None, stop=i + 2, rule="count.bound.at-least", plain=False)
    return core


def is_year(analysis: Analysis, number: Number) -> bool:
    """Tell whether a plain number is written as a year ("in 2019", "2019").

    Example:
        "in 2012" is a year; "2500 militairen" is not.
    """
    token = analysis.tokens[number.first]
    if not number.plain or number.low not in _YEARS or len(token.text) != _YEAR_DIGITS:
        return False
    before = analysis.tokens[number.first - 1].lower if number.first else ""
    return before in lexicon().words_of("year-cues")
