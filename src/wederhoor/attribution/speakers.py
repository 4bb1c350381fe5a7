"""Who stands at a token as a speaker: a named party, or the description that the report gives.

Example:
    In "Volgens een woordvoerder van het leger" the token "woordvoerder" gives the description
    "woordvoerder van het leger".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wederhoor.model import Actor, ActorKind, ActorMention, Analysis, Span, Token

_PERSONAL = frozenset({"hij", "zij", "ze", "hijzelf"})
_NOT_SPEAKERS = frozenset(
    [
        "aanval",
        "aanslag",
        "explosie",
        "geweld",
        "oorlog",
        "dag",
        "week",
        "jaar",
        "keer",
        "aantal",
        "doden",
        "dode",
        "reden",
        "feit",
        "situatie",
        "dit",
        "rectificatie",
        "correctie",
        "update",
        "foto",
        "video",
        "column",
        "land",
        "dat",
        "er",
        "niemand",
        "men",
        "wie",
        "wat",
        "die",
        "het",
        "daar",
        "hier",
        "niets",
        "iets",
        "we",
        "wij",
        "ik",
        "je",
    ]
)
_AFTER = frozenset({"nmod", "flat", "appos", "amod", "compound"})
_LONGEST = 9  # tokens in a speaker's description
_PARTIES = frozenset(ActorKind) - {ActorKind.THING, ActorKind.UNKNOWN, ActorKind.MEDIA}
_SPEAKING = frozenset(ActorKind) - {ActorKind.THING}


class Speakers:
    """The possible speakers of one report, by token."""

    def __init__(self, analysis: Analysis, actors: Iterable[ActorMention]) -> None:
        self._analysis = analysis
        self._ordered = tuple(actors)
        self._by_token: dict[int, ActorMention] = {}
        for mention in self._ordered:
            self._by_token.update(dict.fromkeys(range(mention.first, mention.stop), mention))

    def at(self, i: int) -> tuple[Actor, Span] | None:
        """Return the speaker named at token `i` and the words; None when no one can speak there."""
        token = self._analysis.tokens[i]
        mention = self._by_token.get(i)
        if mention and mention.actor.kind in _SPEAKING:
            return mention.actor, self._analysis.span(mention.first, mention.stop)
        if token.upos == "PRON" or token.lower in _PERSONAL:
            return self._last_person(token)
        if token.lemma == "land" and token.upos == "NOUN":
            return self._last_state(token)
        if token.upos not in {"NOUN", "PROPN"} or token.lemma in _NOT_SPEAKERS:
            return None
        first, stop = self._phrase(i)
        span = self._analysis.span(first, stop)
        return Actor(" ".join(span.of(self._analysis.text).split())), span

    def first_in(self, first: int, stop: int) -> tuple[Actor, Span] | None:
        """Return the first speaker among tokens `first` up to `stop`: the word-order way out."""
        for i in range(first, stop):
            token = self._analysis.tokens[i]
            if i in self._by_token or token.upos in {"NOUN", "PROPN"} or token.lower in _PERSONAL:
                found = self._described_at(i, stop) or self.at(i)
                if found:
                    return found
                if token.upos == "NOUN":
                    return None
        return None

    def _described_at(self, i: int, stop: int) -> tuple[Actor, Span] | None:
        """Return who an adjective of origin describes: the "artsen" of "Syrische artsen"."""
        token = self._analysis.tokens[i]
        if token.dep != "amod" or not i < token.head < stop:
            return None
        return self.at(token.head)

    def named_in(self, first: int, stop: int) -> Iterator[tuple[Actor, Span]]:
        """Yield the known parties and persons among the tokens, in text order."""
        for mention in self._ordered:
            head = self._analysis.tokens[mention.head]
            if head.lemma in _NOT_SPEAKERS:
                continue
            if first <= mention.first < stop and mention.actor.kind in _PARTIES:
                yield mention.actor, self._analysis.span(mention.first, mention.stop)

    def _phrase(self, head: int) -> tuple[int, int]:
        tokens = self._analysis.tokens
        first = head
        while first - 1 >= 0 and tokens[first - 1].head == head and tokens[first - 1].dep == "amod":
            first -= 1
        stop = head + 1
        limit = min(self._analysis.sentence(head).stop, head + _LONGEST)
        inside = set(self._complement(head))
        while stop < limit and stop in inside:
            stop += 1
        while stop > head + 1 and tokens[stop - 1].upos in {"PUNCT", "ADP", "DET", "CCONJ"}:
            stop -= 1
        return first, stop

    def _complement(self, head: int) -> Iterator[int]:
        """Yield what belongs to a description after its head: "van het leger", a name."""
        tokens = self._analysis.tokens
        for child in self._analysis.children(head):
            if child > head and tokens[child].dep in _AFTER and tokens[child].upos != "VERB":
                yield from self._analysis.subtree(child)

    def _last_state(self, token: Token) -> tuple[Actor, Span] | None:
        """Return the state that "dat land" takes up: the one named last."""
        before = [m for m in self._ordered if m.stop <= token.i and m.actor.kind is ActorKind.STATE]
        return (before[-1].actor, Span(token.start, token.end)) if before else None

    def _last_person(self, token: Token) -> tuple[Actor, Span] | None:
        if token.lower not in _PERSONAL:
            return None
        kinds = {ActorKind.PERSON}
        if token.lower in {"zij", "ze"}:
            kinds |= {ActorKind.PEOPLE, ActorKind.ORGANISATION, ActorKind.INTERNATIONAL}
        fallback: ActorMention | None = None
        for mention in reversed(self._ordered):
            head = self._analysis.tokens[mention.head]
            if mention.first >= token.i or head.sent < token.sent - 3:
                continue
            if mention.actor.kind not in kinds:
                continue
            if head.dep.startswith("nsubj") or head.dep == "root":
                return mention.actor, Span(token.start, token.end)
            fallback = fallback or mention
        if fallback:
            return fallback.actor, Span(token.start, token.end)
        return None
