"""Which event of its report a verb of blame, denial or claim is about.

What comes in: the events of a report with their triggers. What goes out: the number of one of them.

Example:
    In "De politie pakte elf mensen op. Iran ontkent betrokkenheid" it is the attack told before, not the arrests.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wederhoor.model import Analysis, EventMention, EventType, Realis, Token

_ARREST = frozenset({"arrest"})  # what police do about a deed; no one is blamed for it in passing
_THEREOF = frozenset({"ervan", "daarvan", "hiervan", "ervoor"})
_POINTING = frozenset({"erachter", "hierachter", "daarachter", "hiervoor", "ervoor"})
_DONE = frozenset({Realis.ACTUAL, Realis.POSSIBLE})
_DEEDS = frozenset({EventType.ASSAULT, EventType.PROTEST, EventType.COERCE, EventType.SANCTION})
_BACK = 6  # sentences between a denial and the event that it is about


class Deeds:
    """The events of a report that someone can be blamed for; `triggers` are their tokens and numbers."""

    def __init__(self, analysis: Analysis, mentions: Sequence[EventMention]) -> None:
        """Index the triggers of the events."""
        self._analysis = analysis
        self._mentions = mentions
        self.triggers = sorted(_triggers(analysis, mentions))

    def meant(self, token: Token, blamed: int | None = None) -> int | None:
        """Return the event that words are about: in the sentence, just blamed, or told last.

        Args:
            token: the verb that blames, denies or claims.
            blamed: the event that someone was blamed for just before; None when there is none.
        """
        sentence = self._analysis.sentence(token.i)
        here = [
            mention
            for i, mention in self.triggers
            if sentence.first <= i < sentence.stop and self._mentions[mention].type in _DEEDS
        ]
        if here:
            return here[0]
        if blamed is not None:
            return blamed
        before = [
            mention
            for i, mention in self.triggers
            if i < sentence.first
            and self._mentions[mention].type in _DEEDS
            and self._mentions[mention].realis in _DONE
            and not _ARREST & set(self._mentions[mention].modes)
            and self._analysis.tokens[i].sent >= token.sent - _BACK
        ]
        return before[-1] if before else None

    def about_deed(self, token: Token) -> bool:
        """Tell whether "achter" or "voor" here governs a deed, not a plan, a desk or a crisis."""
        sentence = self._analysis.sentence(token.i)
        words = self._analysis.tokens[sentence.first : sentence.stop]
        if any(t.lower in _POINTING for t in words):
            return True
        if token.lemma != "verantwoordelijk":
            return any(sentence.first <= i < sentence.stop for i, _ in self.triggers)
        behind = [t for t in words if t.lower == "voor"]
        return not behind or any(self._governs_deed(t) for t in behind)

    def _governs_deed(self, preposition: Token) -> bool:
        """Tell whether the noun behind a preposition, or one joined to it, is a trigger."""
        head = preposition.head
        nouns = {head, *self._analysis.children(head)}
        return any(i in nouns for i, _ in self.triggers)

    def about_event(self, token: Token) -> bool:
        """Tell whether the sentence names an event, or points to one with "ervan".

        In "beschuldigde hem ervan geen oog te hebben voor wie bij de aanslag hielp" the clause is what he is blamed for.
        """
        clauses = self._children(token, {"ccomp", "xcomp"})
        if clauses:
            return self._blamed_for(clauses)
        sentence = self._analysis.sentence(token.i)
        named = any(
            sentence.first <= i < sentence.stop and self._mentions[mention].type in _DEEDS
            for i, mention in self.triggers
        )
        words = self._words(token)
        points = [i for i, word in enumerate(words) if word in _THEREOF]
        ahead = any("te" in words[i:] or "dat" in words[i:] for i in points)
        return named or (bool(points) and not ahead)  # "ervan te hebben geprofiteerd" points ahead

    def _blamed_for(self, clauses: Sequence[int]) -> bool:
        """Tell whether a clause says in its verb or object what deed someone is blamed for."""
        deeds = {i for i, mention in self.triggers if self._mentions[mention].type in _DEEDS}
        objects = (
            o for c in clauses for o in self._children(self._analysis.tokens[c], {"obj", "xcomp"})
        )
        return not deeds.isdisjoint({*clauses, *objects})

    def _children(self, token: Token, deps: set[str]) -> list[int]:
        tokens = self._analysis.tokens
        return [c for c in self._analysis.children(token.i) if tokens[c].dep in deps]

    def _words(self, token: Token) -> list[str]:
        sentence = self._analysis.sentence(token.i)
        return [t.lower for t in self._analysis.tokens[sentence.first : sentence.stop]]


def _triggers(analysis: Analysis, mentions: Sequence[EventMention]) -> Iterator[tuple[int, int]]:
    """Yield the tokens of every trigger with the number of its mention."""
    for number, mention in enumerate(mentions):
        for trigger in mention.triggers:
            for token in analysis.tokens:
                if trigger.span.start <= token.start < trigger.span.end:
                    yield token.i, number
