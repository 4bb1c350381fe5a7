"""One sentence with all that is needed to decide what its numbers count."""

from __future__ import annotations

from dataclasses import dataclass

from wederhoor.extract.quantities.clauses import clauses_of
from wederhoor.extract.quantities.evidence import Evidence, evidence_in
from wederhoor.extract.quantities.lexicon import lexicon
from wederhoor.extract.quantities.nouns import Counted, counted_after
from wederhoor.extract.quantities.phrases import Number, is_year, number_at, share_at
from wederhoor.model import Analysis, Sentence


@dataclass(frozen=True, slots=True)
class Count:
    """A number in the text and the noun phrase that it counts, if there is one."""

    number: Number
    counted: Counted | None

    @property
    def first(self) -> int:
        """The first token, bounds included."""
        return self.number.first

    @property
    def stop(self) -> int:
        """The token after the last, the counted noun included."""
        return self.counted.stop if self.counted else self.number.stop

    @property
    def classes(self) -> frozenset[str]:
        """The noun classes of what is counted."""
        return self.counted.noun.classes if self.counted else frozenset()


@dataclass(frozen=True, slots=True)
class Situation:
    """A sentence, its numbers, its predicates and its clauses.

    Attributes:
        analysis: the report, read.
        sentence: the sentence.
        counts: the numbers, from left to right.
        evidence: the predicates, from left to right.
        clauses: for each token of the sentence the number of its clause.
    """

    analysis: Analysis
    sentence: Sentence
    counts: tuple[Count, ...]
    evidence: tuple[Evidence, ...]
    clauses: tuple[int, ...]

    def clause(self, i: int) -> int:
        """Return the number of the clause of token `i`."""
        return self.clauses[min(i, self.sentence.stop - 1) - self.sentence.first]

    def word(self, i: int) -> str:
        """Return token `i` in lower case, "" outside the sentence."""
        inside = self.sentence.first <= i < self.sentence.stop
        return self.analysis.tokens[i].lower if inside else ""

    def tokens_of_clause(self, i: int) -> tuple[int, ...]:
        """Return the tokens in the clause of token `i`."""
        clause = self.clause(i)
        first = self.sentence.first
        return tuple(first + k for k, part in enumerate(self.clauses) if part == clause)

    def words_of_clause(self, i: int) -> tuple[str, ...]:
        """Return the lower-case words in the clause of token `i`."""
        return tuple(self.analysis.tokens[k].lower for k in self.tokens_of_clause(i))

    def before(self, count: Count) -> int:
        """Return the token before a count, over articles and possessives ("bij de drie ...")."""
        i = count.first - 1
        while i >= self.sentence.first and self.word(i) in _SKIPPED:
            i -= 1
        return i

    def is_governed(self, count: Count) -> bool:
        """Tell whether a preposition stands before the count, so that no verb is about it."""
        before = self.before(count)
        if self.word(before) != "en":
            return self.word(before) in lexicon().words_of("prepositions")
        last = next((one for one in self.counts if one.stop == before), None)
        return last is not None and self.is_governed(last)


_COMPARED = frozenset({"minder", "meer", "lager", "hoger", "groter", "kleiner"})
_SKIPPED = frozenset(
    [
        "de",
        "het",
        "die",
        "deze",
        "alle",
        "hun",
        "haar",
        "onze",
        "al",
        "nog",
        "ook",
        "er",
        "in-totaal",
        "inmiddels",
        "eerder",
    ]
)


def situation_of(analysis: Analysis, sentence: Sentence) -> Situation:
    """Return the sentence with its numbers, predicates and clauses."""
    counts = tuple(_counts(analysis, sentence))
    nouns = frozenset(
        i for count in counts if count.counted for i in range(count.number.stop, count.stop)
    )
    evidence = evidence_in(analysis, sentence, nouns)
    clauses = clauses_of(analysis, sentence, (count.first for count in counts), evidence)
    return Situation(analysis, sentence, counts, evidence, clauses)


def _counts(analysis: Analysis, sentence: Sentence) -> list[Count]:
    found: list[Count] = []
    i = sentence.first
    while i < sentence.stop:
        if share := share_at(analysis, i, sentence.stop):
            i = share
            continue
        number = number_at(analysis, i, sentence.stop)
        if number is None:
            i += 1
            continue
        i = number.stop
        if is_year(analysis, number):
            continue
        counted = _partitive(analysis, number, sentence) or counted_after(
            analysis, number.stop, sentence.stop
        )
        if counted is not None and number.article and _is_other_number(analysis, counted):
            counted = None
        if counted is not None and _is_name(analysis, number, counted):
            continue
        count = Count(number, counted)
        if _is_difference(analysis, count, sentence):
            i = count.stop
            continue
        found.append(count)
        i = max(i, count.stop) if counted else i
    return found


def _is_difference(analysis: Analysis, count: Count, sentence: Sentence) -> bool:
    """Tell whether a number only says how far two others lie apart: "100 minder dan gemeld"."""
    after = analysis.tokens[count.stop : min(count.stop + 2, sentence.stop)]
    words = [token.lower for token in after]
    return len(words) > 1 and words[0] in _COMPARED and words[1] == "dan"


def _is_name(analysis: Analysis, number: Number, counted: Counted) -> bool:
    """Tell whether the number is part of a name ("Break 4 Kids", "27 Club")."""
    token = analysis.tokens[counted.head]
    if not number.plain or not counted.named or counted.noun.classes or counted.noun.field:
        return token.text.endswith("-")
    before = analysis.tokens[number.first - 1] if number.first else None
    titled = before is not None and before.text[0].isupper() and before.upos == "PROPN"
    return titled or not token.lower.endswith(("n", "s", "i"))


def _is_other_number(analysis: Analysis, counted: Counted) -> bool:
    return analysis.tokens[counted.head].lower in {
        "aantal",
        "groep",
        "paar",
        "deel",
        "keer",
        "maal",
    }


def _partitive(analysis: Analysis, number: Number, sentence: Sentence) -> Counted | None:
    """Read "een van de drie mannen": the noun of the whole is what is counted."""
    tokens = analysis.tokens
    i = number.stop
    if (
        i + 2 >= sentence.stop
        or tokens[i].lower != "van"
        or tokens[i + 1].lower not in {"de", "hun"}
    ):
        return None
    inner = number_at(analysis, i + 2, sentence.stop)
    start = inner.stop if inner and not inner.article else i + 2
    return counted_after(analysis, start, sentence.stop)
