"""Who stands at a token: the actor, place or thing that its words name.

What comes in: the `Analysis` and the actor and place mentions found in it. What goes out: an `Actor` for
a token, or None when the words there cannot be a party.

Example:
    In "Het Israëlische leger bestookte doelen van Hamas" the token "leger" gives "Israëlische leger".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from wederhoor.extract.events.lexicon import word_sets, word_test
from wederhoor.extract.events.word_order import list_mates
from wederhoor.model import (
    Actor,
    ActorKind,
    ActorMention,
    Analysis,
    PlaceMention,
    Precision,
    Span,
    Token,
)

_KEPT_BEFORE = frozenset({"amod", "compound", "nmod", "flat", "nmod:poss", "appos", "advmod"})
_SINGULAR = frozenset({"hij", "zij", "ze", "deze", "die", "hem", "haar"})
_NEUTER = frozenset({"het", "dat", "dit"})
_PLURAL = frozenset({"ze", "zij", "hen", "hun", "deze", "die"})
_SALIENT = ("nsubj", "root", "obl:agent")
_OTHERS = frozenset({"door", "tijdens", "na", "sinds", "wegens", "vanwege", "om", "als"})
_LONGEST = 8  # tokens in a description


class Parties:
    """The parties of one report, by token."""

    def __init__(
        self,
        analysis: Analysis,
        actors: Iterable[ActorMention],
        places: Iterable[PlaceMention],
        taken: frozenset[int] = frozenset(),
    ) -> None:
        """Index the mentions; `taken` are tokens that say something else, such as when."""
        self._analysis = analysis
        self._taken = taken
        self._actors: dict[int, ActorMention] = {}
        self._places: dict[int, PlaceMention] = {}
        for place in places:
            self._places.update(dict.fromkeys(range(place.first, place.stop), place))
        self._ordered = sorted(actors, key=lambda mention: mention.first)
        for actor in self._ordered:
            self._actors.update(dict.fromkeys(range(actor.first, actor.stop), actor))

    @property
    def mentions(self) -> list[ActorMention]:
        """All actor mentions, in text order."""
        return self._ordered

    def is_person_at(self, i: int) -> bool:
        """Tell whether the mention at a token is a person with a name."""
        mention = self.mention_at(i)
        return mention is not None and mention.actor.kind is ActorKind.PERSON

    def mention_at(self, i: int) -> ActorMention | None:
        """Return the actor mention that token `i` is part of."""
        return self._actors.get(i)

    def at(self, i: int, *, acting: bool) -> tuple[Actor, Span] | None:
        """Return the party named at token `i` and its words; None when there is none.

        Args:
            i: the token that heads the phrase.
            acting: whether the party must be able to act (a rocket cannot, a hotel neither).
        """
        token = self._analysis.tokens[i]
        if i in self._taken:
            return None
        if token.upos == "PRON":
            return self._referent(token) or self._only_person(token)
        if token.lower == "land" and self._is_taken_up(i):
            return self._state_before(token)
        named = self._named_beside(i)
        mention = self._actors.get(named)
        if mention:
            return self._known(mention, token, acting=acting)
        place = self._places.get(named)
        if place:
            return None if acting else self._struck(place)
        return self._described(token, acting=acting)

    def _named_beside(self, i: int) -> int:
        """Return the token of the name in "de stad Homs"; token `i` itself when it is known, or no name follows."""
        if i in self._actors or i in self._places:
            return i
        known = i + 1 in self._actors or i + 1 in self._places
        after = self._analysis.tokens[i + 1] if known else None
        beside = after is not None and after.head == i and after.dep in {"appos", "flat"}
        return i + 1 if beside else i

    def _known(
        self, mention: ActorMention, token: Token, *, acting: bool
    ) -> tuple[Actor, Span] | None:
        kind = mention.actor.kind
        idle = kind is ActorKind.THING and not _acts(token) if acting else kind is ActorKind.MEDIA
        if not _is_clean(mention.actor.surface or mention.actor.name):
            return None
        bare = not mention.actor.named or mention.actor.name.casefold() == token.lower
        if idle or (bare and not mention.actor.id and _is_generic(token)):
            return None
        return self._with_complement(mention), self._analysis.span(mention.first, mention.stop)

    def _struck(self, mention: PlaceMention) -> tuple[Actor, Span]:
        """Return a place as what was struck: "de aanval op Tripoli"."""
        place = mention.place
        actor = Actor(place.name, kind=ActorKind.THING, surface=place.surface)
        return actor, self._analysis.span(mention.first, mention.stop)

    def _with_complement(self, mention: ActorMention) -> Actor:
        """Return a described party with all its words: "bases in Camp Taji", "doelen van Hamas"."""
        actor = mention.actor
        if actor.named or actor.id:
            return actor
        site = self._site_in(mention)
        if site:
            return site
        tokens = self._analysis.tokens
        limit = min(self._analysis.sentence(mention.head).stop, mention.stop + _LONGEST)
        limit = min([limit, *list_mates(self._analysis, mention.head)])
        inside = {
            i
            for child in self._analysis.children(mention.head)
            if tokens[child].dep == "nmod" and child >= mention.stop
            for i in self._analysis.subtree(child)
            if i >= mention.stop
        }
        stop = mention.stop
        while (
            stop < limit
            and stop in inside
            and tokens[stop].upos not in {"VERB", "PUNCT", "SCONJ"}
            and tokens[stop].lower not in _OTHERS
            and tokens[stop + 1].lemma != "reactie"
        ):
            stop += 1
        while stop > mention.stop and tokens[stop - 1].upos not in {"NOUN", "PROPN"}:
            stop -= 1
        if stop == mention.stop:
            return actor
        surface = self._analysis.span(mention.first, stop).of(self._analysis.text)
        return replace(actor, surface=" ".join(surface.split()))

    def _site_in(self, mention: ActorMention) -> Actor | None:
        """Return the site that a thing is called by: "de Iraakse basis Ain al-Asad"."""
        for i in range(mention.first, mention.stop):
            place = self._places.get(i)
            if place and place.place.precision is Precision.SITE:
                words = self._analysis.span(mention.first, max(mention.stop, place.stop))
                surface = " ".join(words.of(self._analysis.text).split())
                return Actor(place.place.name, kind=ActorKind.THING, surface=surface)
        return None

    def _described(self, token: Token, *, acting: bool) -> tuple[Actor, Span] | None:
        if token.upos not in {"NOUN", "PROPN", "ADJ"}:
            return None
        if token.upos != "PROPN" and not _can_be_party(token, acting=acting):
            return None
        first, stop = self._phrase(token.i)
        span = self._analysis.span(first, stop)
        name = " ".join(span.of(self._analysis.text).split())
        kind = ActorKind.UNKNOWN if token.upos == "PROPN" else _described_kind(token)
        return Actor(name, kind=kind), span

    def _phrase(self, head: int) -> tuple[int, int]:
        """Return the contiguous words of a description, without article and number."""
        tokens = self._analysis.tokens
        first = head
        while first - 1 >= max(0, head - _LONGEST):
            before = tokens[first - 1]
            if (
                before.head != head
                or before.dep not in _KEPT_BEFORE
                or before.upos in {"ADV", "PRON"}
            ):
                break
            first -= 1
        stop = head + 1
        while stop < len(tokens) and tokens[stop].head == head and tokens[stop].dep == "flat":
            stop += 1
        return first, stop

    def _referent(self, token: Token) -> tuple[Actor, Span] | None:
        """Return whom a pronoun stands for: the last fitting party before it, close by."""
        wanted = _wanted_kinds(token)
        if not wanted:
            return None
        for mention in reversed(self._before(token.i)):
            near = self._analysis.tokens[mention.first].sent >= token.sent - 2
            if not near:
                return None
            head = self._analysis.tokens[mention.head]
            counted = self._analysis.tokens[head.head].upos == "NUM"
            above = self._analysis.tokens[head.head] if counted else head
            if mention.actor.kind in wanted and above.dep.startswith(_SALIENT):
                return mention.actor, Span(token.start, token.end)
        return None

    def _only_person(self, token: Token) -> tuple[Actor, Span] | None:
        """Return the one person that its sentence names before a pronoun, whatever the role there."""
        persons = {
            mention.actor.key: mention.actor
            for mention in self._before(token.i)
            if mention.actor.kind is ActorKind.PERSON
            and self._analysis.tokens[mention.first].sent == token.sent
        }
        if len(persons) != 1 or token.lower not in {"hij", "hem"}:
            return None
        return next(iter(persons.values())), Span(token.start, token.end)

    def _is_taken_up(self, i: int) -> bool:
        """Tell whether it is "het land" or "dat land", and nothing more: one that was named before."""
        dependents = [self._analysis.tokens[c].lower for c in self._analysis.children(i)]
        before = self._analysis.tokens[i - 1].lower if i else ""
        after = self._analysis.tokens[i + 1 : i + 2]
        if after and after[0].lower.startswith("uit"):
            return False  # "het land uit"
        tied = any(
            self._analysis.tokens[c].dep in {"nmod", "acl:relcl", "amod"}
            for c in self._analysis.children(i)
        )
        return before in {"het", "dat", "dit"} and before in dependents and not tied

    def _state_before(self, token: Token) -> tuple[Actor, Span] | None:
        """Return the state that was named last, in this sentence or the one before it.

        None where that was named as a place only: "in Rusland, ondanks de sancties tegen dat land".
        """
        for i in range(token.i - 1, -1, -1):
            if self._analysis.tokens[i].sent < token.sent - 1:
                return None
            mention, place = self._actors.get(i), self._places.get(i)
            if mention and mention.actor.kind is ActorKind.STATE:
                if self._analysis.tokens[mention.head].upos != "ADJ":
                    return mention.actor, Span(token.start, token.end)
            elif place and place.place.precision is Precision.COUNTRY:
                return None
        return None

    def others_at(self, i: int) -> tuple[Actor, ...]:
        """Return the further parties that the words at token `i` name: "beide landen"."""
        mention = self._actors.get(i)
        return mention.others if mention else ()

    def _before(self, i: int) -> list[ActorMention]:
        return [mention for mention in self._ordered if mention.stop <= i]

    def nearest_before(self, i: int, stop_at: int) -> tuple[Actor, Span] | None:
        """Return the last party before token `i`, not before token `stop_at`: the word-order way out."""
        for mention in reversed(self._before(i)):
            if mention.first < stop_at:
                return None
            if mention.actor.kind not in {ActorKind.THING, ActorKind.MEDIA}:
                return mention.actor, self._analysis.span(mention.first, mention.stop)
        return None


def _is_clean(words: str) -> bool:
    """Tell whether a name is words only: "NOS Nieuws •" is a dateline."""
    return all(char.isalnum() or char in " -'’.&/(),„”\"" for char in words)


def _is_generic(token: Token) -> bool:
    """Tell whether a noun says nothing of who it is; "medestander" is no compound of "ander"."""
    return token.lemma in word_sets()["generic"]


def _can_be_party(token: Token, *, acting: bool) -> bool:
    """Tell whether a noun names people, bodies or, where nothing need act, a place or a thing."""
    if word_test("not-a-party")(token.lemma) or _is_generic(token):
        return False
    people = ("person", "force", "gate-party", "crowd")
    if any(word_test(name)(token.lemma) for name in people):
        return True
    if acting:
        return _acts(token)
    return word_test("site")(token.lemma) or word_test("treaty")(token.lemma)


def _acts(token: Token) -> bool:
    """Tell whether a thing stands for those in it, as ships and aircraft do."""
    return token.lemma.endswith(
        ("schip", "vliegtuig", "fregat", "boot", "helikopter", "toestel", "straaljager")
    )


def _described_kind(token: Token) -> ActorKind:
    if word_test("person")(token.lemma):
        return ActorKind.PEOPLE
    return ActorKind.THING if word_test("site")(token.lemma) else ActorKind.UNKNOWN


def _wanted_kinds(token: Token) -> frozenset[ActorKind]:
    if token.lower in {"hij", "hem"}:
        return _PERSONS
    if token.lower in _NEUTER:
        return _STATES if token.lower == "het" and token.dep.startswith("nsubj") else frozenset()
    if token.lower in {"zij", "ze", "hen", "hun"}:
        return _PERSONS | _GROUPS
    return frozenset()


_PERSONS = frozenset({ActorKind.PERSON})
_STATES = frozenset({ActorKind.STATE, ActorKind.MILITARY, ActorKind.GOVERNMENT})
_GROUPS = frozenset(
    {
        ActorKind.PEOPLE,
        ActorKind.ARMED_GROUP,
        ActorKind.MILITARY,
        ActorKind.POLICE,
        ActorKind.PARTY,
        ActorKind.ORGANISATION,
        ActorKind.INTERNATIONAL,
    }
)
