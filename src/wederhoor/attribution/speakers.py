"""Who stands at a token as a speaker: a named party, or the description that the report gives.

Example:
    In "Volgens een woordvoerder van het leger" the token "woordvoerder" gives the description
    "woordvoerder van het leger".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from wederhoor.attribution.cues import speaker_words
from wederhoor.model import Actor, ActorKind, ActorMention, Analysis, Span, Token

PRONOUNS = frozenset({"hij", "zij", "ze", "hijzelf", "zijzelf", "hem", "haar", "hen"})
"""Words that stand for a speaker named elsewhere."""

_ONE = frozenset({"een", "één", "eén"})
_ANYONE = frozenset({"iemand", "velen", "sommigen", "beiden", "anderen", "ander", "enkelen"})
_NO_ONE = frozenset(
    {
        "dit",
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
    }
)
FIRST_PERSON = frozenset({"we", "wij", "ik", "je", "jij", "u"})
_HEAD, _TAIL = 3, 4  # letters that both parts of a compound must have for the last to tell
_AFTER = frozenset({"nmod", "flat", "appos", "amod", "compound"})
_WITHIN = frozenset({"binnen", "rond", "bij", "uit", "in"})
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
            if self._within(mention.head, len(self._analysis.tokens)) > mention.stop:
                return self._described(mention.head)
            return mention.actor, self._analysis.span(mention.first, mention.stop)
        return self._by_word(token)

    def _by_word(self, token: Token) -> tuple[Actor, Span] | None:
        """Return who speaks by a pronoun, "iemand", "dat land" or a description."""
        i = token.i
        if _is_pronoun(token):
            return self.pronoun(i)
        if token.lower in _ANYONE:
            return Actor(token.text), self._analysis.span(*self._phrase(i))
        if token.lemma == "land" and token.upos == "NOUN":
            return self._last_state(token)
        first, stop = self._phrase(i)
        one_of = token.lower in _ONE and stop > first + 2  # "een van de soldaten"
        noun = token.upos in {"NOUN", "PROPN"} and _may_speak(token.lemma)
        return self._described(i) if one_of or noun else None

    def _described(self, head: int) -> tuple[Actor, Span]:
        """Return a speaker by the words of the report: "woordvoerder van het leger"."""
        span = self._analysis.span(*self._phrase(head))
        return Actor(" ".join(span.of(self._analysis.text).split())), span

    def pronoun(self, i: int) -> tuple[Actor, Span]:
        """Return a pronoun as it stands; who it is, is settled once all statements are known."""
        token = self._analysis.tokens[i]
        return Actor(token.lower), Span(token.start, token.end)

    def first_in(self, first: int, stop: int) -> tuple[Actor, Span] | None:
        """Return the first speaker among tokens `first` up to `stop`: the word-order way out."""
        for i in range(first, stop):
            token = self._analysis.tokens[i]
            known = i in self._by_token or _is_pronoun(token) or token.lower in _ANYONE
            if known or token.upos in {"NOUN", "PROPN"}:
                found = self._described_at(i, stop) or self.at(i)
                if found:
                    return found
                if token.upos == "NOUN":
                    return None
        return None

    def settled(self, found: tuple[Actor, Span] | None) -> tuple[Actor, Span] | None:
        """Return a speaker that is named: for a pronoun the person named last, if any."""
        if found is None or found[0].name not in PRONOUNS:
            return found
        i = next(t.i for t in self._analysis.tokens if t.start == found[1].start)
        return self.last_person(self._analysis.tokens[i])

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
            if not _may_speak(head.lemma):
                continue
            if first <= mention.first < stop and mention.actor.kind in _PARTIES:
                yield mention.actor, self._analysis.span(mention.first, mention.stop)

    def mentions_in(self, first: int, stop: int) -> Iterator[ActorMention]:
        """Yield the actor mentions among the tokens, in text order."""
        return (mention for mention in self._ordered if first <= mention.first < stop)

    def can_speak(self, i: int) -> bool:
        """Tell whether the words at token `i` are known to be a party or a person."""
        mention = self._by_token.get(i)
        return mention is not None and mention.actor.kind in _SPEAKING - {ActorKind.UNKNOWN}

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
        return first, stop if stop > head + 1 else self._within(head, limit)

    def _within(self, head: int, limit: int) -> int:
        """Return where "bronnen binnen het leger" ends, whatever the tree hangs it from."""
        tokens = self._analysis.tokens
        informant = tokens[head].lower in speaker_words("speaker.informant")
        if not informant or head + 1 >= limit or tokens[head + 1].lower not in _WITHIN:
            return head + 1
        for i in range(head + 2, min(head + 6, limit)):
            mention = self._by_token.get(i)
            if mention is not None:
                return mention.stop
            if tokens[i].upos not in {"DET", "ADJ"}:
                break
        return head + 1

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

    def last_person(self, token: Token) -> tuple[Actor, Span] | None:
        """Return whom a pronoun stands for, by nearness and place in the sentence alone."""
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


@lru_cache(maxsize=65536)
def _may_speak(lemma: str) -> bool:
    """Tell whether a noun can stand for a speaker at all."""
    if lemma in _NO_ONE or lemma in FIRST_PERSON:
        return False
    never = speaker_words("speaker.never")
    tails = (lemma[at:] for at in range(_HEAD, len(lemma) - _TAIL + 1))
    return lemma not in never and not any(tail in never for tail in tails)


def _is_pronoun(token: Token) -> bool:
    """Tell whether a token stands for a person by itself: "haar", not the "haar" of "haar advocaat"."""
    if token.lower not in PRONOUNS:
        return False
    return token.lower != "haar" or token.dep not in {"nmod:poss", "det"}
