"""Whom "hij", "ze" and "volgens haar" stand for where they are said to speak.

Who spoke last, or of whom the sentence before tells, speaks on. What cannot be settled so stays a
statement without a named source.

Example:
    In "Minister Harthy bezocht de haven. Volgens hem is de schade groot." it is Harthy who says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from wederhoor.attribution.cues import sayings
from wederhoor.attribution.speakers import PRONOUNS, Speakers
from wederhoor.attribution.statement import Statement
from wederhoor.model import Actor, ActorKind, Analysis, Span, Token

_BACK = 3  # sentences to look back for whom a pronoun stands for
_EITHER = frozenset({"zij", "ze", "zijzelf"})
_MANY = frozenset({"hen"})
_COLLECTIVE = frozenset(ActorKind) - {ActorKind.PERSON, ActorKind.UNKNOWN}
_SUBJECTS = frozenset({"nsubj", "root"})
_ACTING = frozenset({"nsubj", "obl:agent", "root"})


class Pronouns:
    """Settles the pronouns of one report."""

    def __init__(self, analysis: Analysis, speakers: Speakers) -> None:
        self._analysis = analysis
        self._speakers = speakers
        self._tokens = {token.start: token for token in analysis.tokens}

    def resolved(self, found: Iterable[Statement]) -> list[Statement]:
        """Return the statements with every pronoun replaced by whom it stands for."""
        settled: list[Statement] = []
        for said in sorted(found, key=lambda said: said.cue):
            if said.source is None or said.span is None or said.source.name not in PRONOUNS:
                settled.append(said)
                continue
            token = self._tokens[said.span.start]
            source = self._antecedent(token, said, settled)
            settled.append(replace(said, source=source))
        return settled

    def subject_of(
        self, number: int, stop: int, settled: Sequence[Statement]
    ) -> tuple[Actor | None, Span] | None:
        """Return who a sentence is about when they can speak: its subject before token `stop`."""
        sentence = self._analysis.sentences[number]
        for i in range(sentence.first, min(sentence.stop, stop)):
            token = self._analysis.tokens[i]
            if token.dep != "nsubj" or self._analysis.tokens[token.head].dep not in _SUBJECTS:
                continue
            found = self._speakers.at(i)
            if found is not None and found[0].name in PRONOUNS:
                return self._antecedent(token, None, settled), found[1]
            person = self._person_below(i)
            speaks = (
                self._speakers.can_speak(i) or self._analysis.tokens[token.head].lemma in sayings()
            )
            if person is not None or (found is not None and speaks):
                return person or found
        return None

    def person_in(self, number: int, stop: int) -> tuple[Actor, Span] | None:
        """Return the one person that acts in a sentence before token `stop`; None if there are more."""
        sentence = self._analysis.sentences[number]
        found = {
            mention.actor.key: mention
            for mention in self._speakers.mentions_in(sentence.first, min(sentence.stop, stop))
            if mention.actor.kind is ActorKind.PERSON and self._acts(mention.head)
        }
        if len(found) != 1:
            return None
        mention = next(iter(found.values()))
        return mention.actor, self._analysis.span(mention.first, mention.stop)

    def party_in(self, number: int, stop: int) -> tuple[Actor, Span] | None:
        """Return the first party or person that a sentence names before token `stop`."""
        sentence = self._analysis.sentences[number]
        return next(self._speakers.named_in(sentence.first, min(sentence.stop, stop)), None)

    def _acts(self, head: int) -> bool:
        token = self._analysis.tokens[head]
        if token.dep == "appos":
            token = self._analysis.tokens[token.head]
        return token.dep in _ACTING

    def _person_below(self, i: int) -> tuple[Actor, Span] | None:
        """Return the person in a phrase: the Harthy of "De burgemeester, Salim Harthy"."""
        below = sorted(self._analysis.subtree(i))
        mentions = self._speakers.mentions_in(below[0], below[-1] + 1)
        near = (m for m in mentions if m.head in below and m.actor.kind is ActorKind.PERSON)
        mention = next(near, None)
        if mention is None:
            return None
        return mention.actor, self._analysis.span(mention.first, mention.stop)

    def _antecedent(
        self, token: Token, said: Statement | None, settled: Sequence[Statement]
    ) -> Actor | None:
        many = self._is_many(token)
        for number in range(token.sent, max(-1, token.sent - _BACK - 1), -1):
            here = [
                before.source
                for before in settled
                if before.source is not None
                and self._analysis.tokens[before.cue].sent == number
                and before.cue < token.i
                and (said is None or before.cue not in said.scope)
                and _agrees(before.source, many=many)
            ]
            if here:
                return here[-1]
            subject = next(self._persons(number, token, said, many=many), None)
            if subject is not None:
                return subject
        found = self._speakers.last_person(token)
        return found[0] if found else None

    def _persons(
        self, number: int, token: Token, said: Statement | None, *, many: bool | None
    ) -> Iterator[Actor]:
        """Yield the subjects of a sentence that the pronoun may stand for."""
        sentence = self._analysis.sentences[number]
        for mention in self._speakers.mentions_in(sentence.first, min(sentence.stop, token.i)):
            head = self._analysis.tokens[mention.head]
            inside = said is not None and mention.head in said.scope and number == token.sent
            fits = mention.actor.kind is ActorKind.PERSON if many is False else True
            if many is False and "Number=Plur" in head.feats:
                continue
            if head.dep == "nsubj" and not inside and fits and _agrees(mention.actor, many=many):
                yield mention.actor

    def _is_many(self, token: Token) -> bool | None:
        """Tell whether a pronoun stands for several; None when it may be one or several."""
        if token.lower in _MANY:
            return True
        if token.lower not in _EITHER:
            return False
        head = self._analysis.tokens[token.head]
        around = [head, *(self._analysis.tokens[c] for c in self._analysis.children(head.i))]
        finite = [t for t in around if "VerbForm=Fin" in t.feats]
        return any("Number=Plur" in t.feats for t in finite) if finite else None


def _agrees(actor: Actor, *, many: bool | None) -> bool:
    if many is None:
        return True
    if many:
        return actor.kind is not ActorKind.PERSON
    return actor.kind not in _COLLECTIVE or actor.kind is ActorKind.PEOPLE
