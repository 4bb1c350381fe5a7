"""Which words a verb of saying reports.

Example:
    In "Bij de aanval vielen tien doden, meldt Oman, dat de haven sloot" it is all before the verb; in "Oman
    meldt dat tien mensen zijn gedood" all from "dat" on; in "Dat meldt Oman" the sentence before.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wederhoor.attribution.cues import Saying
from wederhoor.attribution.quotes import Quote, quote_before
from wederhoor.attribution.statement import quoted_by
from wederhoor.model import Analysis, Token

_SAID = frozenset({"ccomp", "xcomp", "parataxis", "csubj"})
_POINTING = frozenset({"dat", "dit", "zo", "daarover"})
_BACK = 3  # sentences that a closing "Dat zegt ..." covers
_MARKS = frozenset({",", "”", '"', "’", "'", "“", "–", "»", "''", "-"})
_DEFINITE = frozenset({"de", "het", "die", "deze", "dat", "dit", "zijn", "haar", "hun"})
_PERSONS = frozenset({"hij", "zij", "ze", "iemand"})
_OPENING = frozenset({"DET", "NOUN", "PROPN", "ADJ", "NUM"})
_OTHER = frozenset({"conj", "parataxis"})


@dataclass(frozen=True, slots=True)
class Reported:
    """A verb of saying in its sentence, asked for the words that it reports."""

    analysis: Analysis
    verb: Token
    saying: Saying
    quotes: tuple[Quote, ...]

    def scope(self) -> frozenset[int]:
        """Return the tokens that the speaker answers for."""
        quoted = quoted_by(self.analysis, self.verb.i, self.quotes)
        if self.saying.quotes_only:
            other = any(self._dep(c) in {"xcomp", "ccomp"} for c in self._children())
            return frozenset() if other else quoted or self._next_quote()
        if self.points_back():
            return quoted or _sentences_before(self.analysis, self.verb.i)
        if self.is_inserted():
            return self._around(quoted)
        own = self._that_clause() or self._below()
        if self.saying.stance.value != "deny":
            own |= self.after_colon()
        return own | quoted

    def _next_quote(self) -> frozenset[int]:
        """Return the quote that follows the sentence: "Harthy reageerde fel. „...”"."""
        sentence = self.analysis.sentence(self.verb.i)
        nexts = (q for q in self.quotes if q.first == sentence.stop)
        quote = next(nexts, None)
        if quote is None or self.analysis.sentence(quote.first).paragraph != sentence.paragraph:
            return frozenset()
        return frozenset(range(quote.first, quote.stop))

    def about(self) -> frozenset[int]:
        """Return the object that is known already, of which something is said: "noemt de aanval laf"."""
        if self.points_back() or self.is_inserted():
            return frozenset()
        known = (c for c in self._children() if self._dep(c) == "obj" and self._known_thing(c))
        return frozenset(i for child in known for i in self.analysis.subtree(child))

    def is_clause(self) -> bool:
        """Tell whether what is said is a clause, not a thing or a quote."""
        return bool(self._that_clause()) or any(self._dep(c) in _SAID for c in self._children())

    def after_colon(self) -> frozenset[int]:
        """Return what follows a colon behind the verb in its sentence."""
        stop = self.analysis.sentence(self.verb.i).stop
        tokens = self.analysis.tokens
        colon = next((i for i in range(self.verb.i, stop) if tokens[i].text == ":"), stop)
        return frozenset(range(colon, stop))

    def instead(self) -> frozenset[int]:
        """Return what is said instead: "ontkent dat zij zo omkwamen, zij zouden zijn getroffen door ..."."""
        deps = {self.analysis.tokens[c].dep: c for c in self.analysis.children(self.verb.i)}
        denied, instead = deps.get("ccomp"), deps.get("parataxis")
        if denied is None or instead is None or not self.verb.i < denied < instead:
            return frozenset()
        return frozenset(self.analysis.subtree(instead))

    def points_back(self) -> bool:
        """Tell whether "Dat zegt ..." or "Dat heeft ... verklaard" closes what was told before."""
        sentence = self.analysis.sentence(self.verb.i)
        opening = self.analysis.tokens[sentence.first]
        if opening.lower not in _POINTING or opening.head != self.verb.i or opening.dep == "mark":
            return False
        return not any(self._dep(c) == "ccomp" for c in self._children())

    def inverted(self) -> bool:
        """Tell whether a finite verb stands behind a mark with its speaker right after it."""
        sentence = self.analysis.sentence(self.verb.i)
        finite = self.finite()
        if finite is None:
            return False
        if finite == sentence.first:
            return quote_before(self.analysis, finite, self.quotes) is not None
        before = finite - 1
        if self.analysis.tokens[before].lower == "zo":
            before -= 1
        if before < sentence.first or self.analysis.tokens[before].text not in _MARKS:
            return False
        behind = finite + 1
        if behind < sentence.stop and self.analysis.tokens[behind].lower == "ook":
            behind += 1
        if behind >= sentence.stop:
            return False
        token = self.analysis.tokens[behind]
        return token.upos in _OPENING or token.lower in _PERSONS

    def finite(self) -> int | None:
        """Return the finite verb: this one, or the "heeft" of "..., heeft Harthy bekendgemaakt"."""
        if "VerbForm=Fin" in self.verb.feats:
            return self.verb.i
        tokens = self.analysis.tokens
        for child in self._children():
            if tokens[child].lemma == "hebben" and "VerbForm=Fin" in tokens[child].feats:
                return child if child < self.verb.i else None
        return None

    def is_inserted(self) -> bool:
        """Tell whether the verb stands after or amid what is said: "..., meldt de politie"."""
        if not self.inverted() and not self._is_parataxis():
            return False
        marks = (
            self.analysis.tokens[child]
            for child in (*self._children(), *self._complement_marks())
            if child > self.verb.i
        )
        return not any(mark.dep == "mark" and mark.lower in {"dat", "of"} for mark in marks)

    def _is_parataxis(self) -> bool:
        sentence = self.analysis.sentence(self.verb.i)
        return (
            self.verb.dep == "parataxis"
            and self.verb.i > sentence.first
            and "VerbForm=Fin" in self.verb.feats
            and self.analysis.tokens[self.verb.i - 1].text in _MARKS
        )

    def _complement_marks(self) -> Iterator[int]:
        for child in self._children():
            if self._dep(child) == "ccomp":
                yield from self.analysis.children(child)

    def _around(self, quoted: frozenset[int]) -> frozenset[int]:
        """Return the sentence around an inserted "meldt de politie", whatever the tree makes of it."""
        sentence = self.analysis.sentence(self.verb.i)
        before = quote_before(self.analysis, self.finite() or self.verb.i, self.quotes)
        if before is not None:
            first = max(sentence.first, before.first)
            lead = range(sentence.first, first) if before.first > sentence.first else range(0)
            return frozenset(lead) | quoted
        tokens = self.analysis.tokens
        speaker = {i for c in self._children() if c > self.verb.i for i in self._apposed(c)}
        commas = (i for i in range(self.verb.i, sentence.stop) if tokens[i].text == ",")
        goes_on = next(commas, sentence.stop)
        after = (i for i in range(goes_on, sentence.stop) if i not in speaker)
        finite = self.finite()
        stop = self.verb.i if finite is None else finite
        stop -= self.analysis.tokens[stop - 1].lower == "zo"
        return frozenset((*range(sentence.first, stop), *after)) | quoted

    def _apposed(self, child: int) -> Iterator[int]:
        """Yield the words that describe the speaker: "meldt Oman, dat de haven sloot"."""
        return self.analysis.subtree(child) if "subj" in self._dep(child) else iter(())

    def _below(self) -> frozenset[int]:
        """Return the complements of the verb, not its subject."""
        found: set[int] = set()
        children = self._children()
        small = any(self._dep(c) in {"xcomp", "ccomp"} for c in children)
        for child in children:
            dep = self._dep(child)
            thing = dep == "obj" and (self.saying.takes_object or small)
            said = dep in _SAID and not self._is_question(child) and not self._is_other(child)
            if said or (thing and not self._known_thing(child)):
                found.update(self.analysis.subtree(child))
        return frozenset(found) or self._through()

    def _is_question(self, clause: int) -> bool:
        """Tell whether a clause asks: "bekendmaken of er doden zijn"."""
        children = self.analysis.children(clause)
        return any(
            self.analysis.tokens[c].lower == "of" and self._dep(c) == "mark" for c in children
        )

    def _is_other(self, clause: int) -> bool:
        """Tell whether a clause put beside the verb is another one's saying: "..., zegt Harthy"."""
        before = self.analysis.tokens[clause - 1].text if clause else ""
        return self._dep(clause) == "parataxis" and before in _MARKS

    def _through(self) -> frozenset[int]:
        """Return what stands behind the preposition of the verb: "spreekt van tien doden"."""
        if not self.saying.through:
            return frozenset()
        sentence = self.analysis.sentence(self.verb.i)
        tokens = self.analysis.tokens
        for i in range(self.verb.i + 1, sentence.stop):
            if tokens[i].lower == self.saying.through and self._opens_thing(i + 1, sentence.stop):
                head = tokens[i].head
                inside = self.analysis.subtree(head) if head > i else iter(range(i, sentence.stop))
                return frozenset(at for at in inside if at > i)
        return frozenset()

    def _opens_thing(self, i: int, stop: int) -> bool:
        """Tell whether something new follows: "van een aanslag", not "in de marge van de top"."""
        return i < stop and self.analysis.tokens[i].lower not in _DEFINITE

    def _known_thing(self, i: int) -> bool:
        """Tell whether an object is known: "bevestigde de aanvallen" says nothing new of them."""
        tokens = self.analysis.tokens
        if self._dep(i) != "obj":
            return False
        return any(tokens[c].lower in _DEFINITE for c in self.analysis.children(i))

    def _that_clause(self) -> frozenset[int]:
        """Return everything from a "dat" behind the verb on, but what is joined to the verb itself."""
        sentence = self.analysis.sentence(self.verb.i)
        tokens = self.analysis.tokens
        for i in range(self.verb.i + 1, sentence.stop):
            if tokens[i].lower == "dat" and tokens[i].upos == "SCONJ" and self._governs(i):
                other = {
                    at
                    for child in self._children()
                    if child > i and self._dep(child) in _OTHER
                    for at in self.analysis.subtree(child)
                }
                return frozenset(range(i, sentence.stop)) - other
        return frozenset()

    def _governs(self, that: int) -> bool:
        """Tell whether a "dat" opens what this verb says, not what another verb between them does."""
        tokens = self.analysis.tokens
        between = (tokens[i] for i in range(self.verb.i + 1, that) if tokens[i].upos == "VERB")
        return not any(token.head != self.verb.i or token.dep in _OTHER for token in between)

    def _children(self) -> tuple[int, ...]:
        return self.analysis.children(self.verb.i)

    def _dep(self, i: int) -> str:
        return self.analysis.tokens[i].dep


def _sentences_before(analysis: Analysis, i: int) -> frozenset[int]:
    number = analysis.tokens[i].sent
    here = analysis.sentences[number]
    found: set[int] = set()
    for back in range(1, _BACK + 1):
        if number - back < 0:
            break
        sentence = analysis.sentences[number - back]
        if sentence.paragraph != here.paragraph and (
            found or sentence.paragraph < here.paragraph - 1
        ):
            break
        if sentence.paragraph == 0 and here.paragraph > 0:
            break
        found.update(range(sentence.first, sentence.stop))
        if sentence.paragraph != here.paragraph:
            break
    return frozenset(found)
