"""Whose "zijn luchtruim" is: the one country whose voice or deed the words are in, else nobody's.

Example:
    "Iran claimt dat de drone in zijn luchtruim vloog" is Iran's; of "Iran en Irak zeggen dat ..." nothing
    can be told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wederhoor.extract.events import tree
from wederhoor.extract.events.incidents import Words
from wederhoor.model import ActorKind, ActorMention, Analysis

_NO_PARTY = frozenset({ActorKind.THING, ActorKind.UNKNOWN})
_SPEAKER = frozenset({"volgens", "aldus"})
_OURS = frozenset({"ons", "onze"})
_SAID = frozenset({"ccomp", "parataxis", "root"})
_CUES = 4  # tokens from "volgens" to the head of who is named


class Owners:
    """Who can own what a report calls "zijn", by the actors found in it."""

    def __init__(self, analysis: Analysis, actors: Iterable[ActorMention], words: Words) -> None:
        """Index the actors by token."""
        self._analysis = analysis
        self._words = words
        self._countries: dict[int, frozenset[str | None]] = {}
        for mention in actors:
            if mention.actor.kind in _NO_PARTY:
                continue
            found = frozenset(one.country for one in (mention.actor, *mention.others))
            self._countries.update(dict.fromkeys(range(mention.first, mention.stop), found))

    def of(self, token: int) -> str | None:
        """Return the code of the country that a possessive at a token is of; None when in doubt."""
        ours = self._analysis.tokens[token].lower in _OURS
        found: set[str | None] = set()
        for head in (*self._subjects(token, ours=ours), *self._named(token)):
            if self._words.vehicle(self._analysis.tokens[head].lemma):
                continue
            found |= self._at(head)
        return found.pop() if len(found) == 1 else None

    def _at(self, head: int) -> frozenset[str | None]:
        codes = {
            code
            for one in tree.conjuncts(self._analysis, head)
            for code in self._countries.get(one, (None,))
        }
        return frozenset(codes) if self._analysis.tokens[head].upos != "PRON" else frozenset()

    def _subjects(self, token: int, *, ours: bool) -> Iterator[int]:
        """Yield the subjects of the clauses around: for "ons" only of those that say something."""
        own = tree.clause_head(self._analysis, token)
        around = (here for here in (own, *self._analysis.ancestors(own)))
        for clause in around:
            verb = self._analysis.tokens[clause].upos in {"VERB", "AUX"} or clause == own
            subject = tree.subject(self._analysis, clause) if verb else None
            if subject is not None and not (ours and clause == own):
                yield subject
        root = next(reversed([own, *self._analysis.ancestors(own)]))
        for child in self._analysis.children(root):
            if self._analysis.tokens[child].dep == "parataxis":
                subject = tree.subject(self._analysis, child)
                if subject is not None:
                    yield subject

    def _named(self, token: int) -> Iterator[int]:
        """Yield whom "volgens" or "aldus" names in the sentence."""
        sentence = self._analysis.sentence(token)
        for i in range(sentence.first, sentence.stop):
            if self._analysis.tokens[i].lower in _SPEAKER:
                head = self._analysis.tokens[i].head
                yield head if i < head <= i + _CUES else min(i + 1, sentence.stop - 1)
