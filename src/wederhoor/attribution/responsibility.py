"""Who is said to have done it: "opgeëist", "achter de aanval", "beschuldigt", "ontkent betrokkenheid".

What comes in: the `Analysis`, its speakers, and which event mention each trigger belongs to. What goes
out: `Answer`s: an actor (or "unknown", or that it happened at all) said of one event mention.

Example:
    "De VS beschuldigt Iran van de aanval. Iran ontkent elke betrokkenheid." gives actor Iran asserted by
    the VS, and actor Iran denied by Iran, on the same event.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from wederhoor.attribution.blame import Rule, rules
from wederhoor.attribution.cues import speaker_words
from wederhoor.attribution.deeds import Deeds
from wederhoor.attribution.hedges import supposed
from wederhoor.attribution.speakers import Speakers
from wederhoor.model import (
    Actor,
    ActorKind,
    Analysis,
    EventMention,
    Field,
    Span,
    Stance,
    Token,
)

_SIDES = frozenset(
    {ActorKind.STATE, ActorKind.GOVERNMENT, ActorKind.MILITARY, ActorKind.ARMED_GROUP}
)
_ACCUSATIONS = frozenset(
    {"beschuldiging", "beschuldigingen", "aantijging", "aantijgingen", "verwijt", "verwijten"}
)
_Party = tuple[Actor, Span]
_REACH = 8  # tokens behind a preposition in which its noun stands


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to "who did it?" or "did it happen?", with the speaker where the words name one."""

    mention: int
    field: Field
    value: Actor | bool | None
    stance: Stance
    speaker: tuple[Actor, Span] | None
    token: int
    span: Span
    rule: str


class Responsibility:
    """Reads the answers of one report, in text order, so that a denial finds what it denies."""

    def __init__(
        self, analysis: Analysis, speakers: Speakers, mentions: Sequence[EventMention]
    ) -> None:
        self._analysis = analysis
        self._speakers = speakers
        self._deeds = Deeds(analysis, mentions)
        self._triggers = self._deeds.triggers
        self._blamed: int | None = None  # the event someone was blamed for last
        self._accused: _Party | None = None  # and whom

    def answers(self) -> Iterator[Answer]:
        """Yield every answer of the report."""
        table = rules()
        for token in self._analysis.tokens:
            for rule in table.get(token.lemma, ()):
                named = token.dep == "amod" or token.upos == "NOUN"  # "de verdachte"
                if named or not self._beside(token, rule) or supposed(self._analysis, token.i):
                    continue
                found = tuple(self._answer(token, rule))
                yield from found
                if found:
                    break

    def _answer(self, token: Token, rule: Rule) -> Iterator[Answer]:
        readers = {
            "claim": self._claim,
            "blame": self._blame,
            "behind": self._behind,
            "from": self._from,
            "deny": self._deny,
            "confirm": self._confirm,
            "unknown": self._unknown,
        }
        yield from readers[rule.kind](token, rule)

    # -------------------------------------------------------------- the kinds
    def _claim(self, token: Token, rule: Rule) -> Iterator[Answer]:
        event = self._deeds.meant(token)
        if event is None:
            return
        if self._negated(token):
            yield self._make(event, None, Stance.UNKNOWN, None, token, rule)
            return
        subject = self._subject(token)
        deeds = {i for i, _ in self._triggers}
        told = subject is not None and subject not in deeds and not self._is_passive(token)
        claimant = self._slot(token, "subj") if told else None
        claimant = claimant or self._slot(token, "door")
        if claimant:
            yield self._make(event, claimant, Stance.ASSERT, claimant, token, rule)

    def _blame(self, token: Token, rule: Rule) -> Iterator[Answer]:
        if rule.here and not self._deeds.about_event(token):
            return
        if "VerbForm=Part" in token.feats and not self._children(token, {"aux", "aux:pass"}):
            return  # "de verdachte", "verdacht van moord": who thinks so is not said
        event = self._deeds.meant(token)
        passive = self._is_passive(token)
        speaker, accused = self._sides_of_passive(token) if passive else self._sides(token, rule)
        if event is None or accused is None or (speaker is None and not passive):
            return
        if speaker and accused[0] == speaker[0]:
            return
        if rule.known and accused[0].kind not in _SIDES:
            return
        if accused[0].name in speaker_words("speaker.anyone"):
            return
        self._blamed, self._accused = event, accused
        # "wordt verdacht van": someone thinks so, the words do not say who
        stance = Stance.ASSERT if speaker else Stance.POSSIBLE
        yield self._make(event, accused, stance, speaker, token, rule)

    def _is_passive(self, token: Token) -> bool:
        return bool(self._children(token, {"aux:pass", "nsubj:pass"}))

    def _sides_of_passive(self, token: Token) -> tuple[_Party | None, _Party | None]:
        """Return who accuses, if said, and who is accused: "X wordt door Y verdacht van de aanval"."""
        subject = next(iter(self._children(token, {"nsubj:pass", "nsubj"})), None)
        agents = self._children(token, {"obl:agent"})
        if subject is None:
            return None, None
        relative = self._analysis.tokens[subject].lower in {"die", "dat", "wie"}
        accused = self._speakers.at(token.head if relative else subject)
        known = accused is not None and accused[0].kind is not ActorKind.UNKNOWN
        speaker = next(filter(None, map(self._speakers.at, agents)), None)
        return speaker, accused if known else None

    def _sides(self, token: Token, rule: Rule) -> tuple[_Party | None, _Party | None]:
        """Return who accuses and who is accused: by the tree, else by the order of the words.

        A Dutch main clause names the accuser first; a tree that has it otherwise is mostly wrong.
        """
        speaker, accused = self._slot(token, "subj"), self._slot(token, rule.blamed)
        if rule.blamed not in {"obj", "iobj"}:
            return speaker, accused
        if speaker and accused and speaker[1].start < accused[1].start:
            return speaker, accused
        sentence = self._analysis.sentence(token.i)
        found = list(self._speakers.named_in(sentence.first, sentence.stop))
        return (found[0], found[1]) if len(found) > 1 else (speaker, accused)

    def _behind(self, token: Token, rule: Rule) -> Iterator[Answer]:
        event = self._deeds.meant(token)
        if event is None or not self._deeds.about_deed(token):
            return
        governor = self._analysis.tokens[token.head].lemma
        if token.head != token.i and _kinds(governor) & {"blame", "deny"}:
            return  # "verdenkt X ervan achter de aanval te zitten": the other verb's rule reads it
        subject = self._subject(token)
        if subject is not None and self._analysis.tokens[subject].lower in {"wie", "wat"}:
            yield self._make(event, None, Stance.UNKNOWN, None, token, rule)
            return
        accused = self._slot(token, "subj") if subject is not None else None
        if accused and accused[0].kind is not ActorKind.UNKNOWN:
            self._blamed, self._accused = event, accused
            yield self._make(event, accused, Stance.ASSERT, None, token, rule)

    def _from(self, token: Token, rule: Rule) -> Iterator[Answer]:
        """Read "De aanvallen komen van milities": the attack is the subject."""
        subject = self._subject(token)
        event = next((m for i, m in self._triggers if i == subject), None)
        accused = self._slot(token, rule.blamed)
        if event is not None and accused and accused[0].kind is not ActorKind.UNKNOWN:
            yield self._make(event, accused, Stance.ASSERT, None, token, rule)

    def _deny(self, token: Token, rule: Rule) -> Iterator[Answer]:
        denier = self._slot(token, "subj")
        event = self._deeds.meant(token, self._blamed)
        if denier is None or event is None or self._negated(token):
            return  # "niet bevestigd en niet ontkend" takes no side
        # "een woordvoerder ontkende dat" speaks for whoever was blamed just before
        cleared = self._accused if self._accused and event == self._blamed else denier
        accused = self._accused_before(token, event, denier[0]) if self._blamed is None else None
        answer = self._make(event, accused or cleared, Stance.DENY, denier, token, rule)
        words = set(self._words(token))
        of_role = bool({"achter", "betrokkenheid", "betrokken", "rol", "niets"} & words)
        if not of_role and not self._denies_event(token, event):
            return  # "ontkent dat het burgers trof" leaves open that it happened, and who did it
        if self._blamed is None and not (of_role or accused):
            # nobody was blamed before: what is denied is that it happened
            answer = replace(answer, field=Field.OCCURRED, value=True)
        yield answer

    def _accused_before(self, token: Token, event: int, denier: Actor) -> _Party | None:
        """Return the denier's side where the sentence before tells the event as its deed.

        "Hamas spreekt van een Israëlische luchtaanval. Het Israëlische leger ontkent dat."
        """
        told = (i for i, mention in self._triggers if mention == event)
        if not token.sent or denier.country is None:
            return None
        if all(self._analysis.tokens[i].sent != token.sent - 1 for i in told):
            return None
        before = self._analysis.sentences[token.sent - 1]
        found = (self._speakers.at(i) for i in range(before.first, before.stop))
        ours = (one for one in found if one and one[0].country == denier.country)
        return next((one for one in ours if one[0].kind in _SIDES), None)

    def _denies_event(self, token: Token, event: int) -> bool:
        """Tell whether what is denied is the event: told in the clause denied, or just before "dat"."""
        clauses = [
            c
            for c in self._children(token, {"ccomp", "xcomp"})
            if self._analysis.tokens[c].upos == "VERB"
        ]
        clauses = clauses or self._told_before(token)
        if clauses:
            inside = {i for c in clauses for i in self._analysis.subtree(c)}
            return any(mention == event and i in inside for i, mention in self._triggers)
        if _ACCUSATIONS & set(self._words(token)):
            return True
        near = range(token.sent - 1, token.sent + 1)
        told = (i for i, mention in self._triggers if mention == event)
        return self._blamed == event or any(self._analysis.tokens[i].sent in near for i in told)

    def _told_before(self, token: Token) -> list[int]:
        """Return what "dat" takes up in "Het leger zei dat zij vrij zijn, maar zij sprak dat tegen"."""
        sentence = self._analysis.sentence(token.i)
        words = self._analysis.tokens[sentence.first : token.i]
        return [w.i for w in words if w.dep == "ccomp" and w.head < w.i and w.head != token.i]

    def _confirm(self, token: Token, rule: Rule) -> Iterator[Answer]:
        speaker = self._slot(token, "subj")
        objects = [i for c in self._children(token, {"obj"}) for i in self._analysis.subtree(c)]
        event = next((m for i, m in self._triggers if i in objects), None)
        if speaker and event is not None and not self._negated(token):
            answer = self._make(event, None, Stance.ASSERT, speaker, token, rule)
            yield replace(answer, field=Field.OCCURRED, value=True)

    def _unknown(self, token: Token, rule: Rule) -> Iterator[Answer]:
        plain = token.lemma in {"duidelijk", "bekend"}
        event = self._deeds.meant(token)
        if event is None or (plain and not self._negated(token)):
            return
        yield self._make(event, None, Stance.UNKNOWN, None, token, rule)

    # -------------------------------------------------------------- finding
    def _make(
        self,
        event: int,
        party: tuple[Actor, Span] | None,
        stance: Stance,
        speaker: tuple[Actor, Span] | None,
        token: Token,
        rule: Rule,
    ) -> Answer:
        span = Span(token.start, token.end)
        for words in (party, speaker):
            near = words and abs(words[1].start - token.start) < 300  # noqa: PLR2004 - characters
            span = span.cover(words[1]) if words and near else span
        value = party[0] if party else None
        return Answer(event, Field.ACTOR, value, stance, speaker, token.i, span, rule.id)

    def _slot(self, token: Token, slot: str) -> tuple[Actor, Span] | None:
        if slot == "subj":
            head = self._subject(token)
            return self._speakers.settled(self._speakers.at(head)) if head is not None else None
        if slot in {"obj", "iobj"}:
            wanted = {"obj"} if slot == "obj" else {"iobj", "obl:arg", "obj"}
            tokens = self._analysis.tokens
            heads = [c for c in self._children(token, wanted) if tokens[c].lemma != "schuld"]
        else:
            return self._behind_preposition(token, slot)
        found = (self._speakers.settled(self._speakers.at(head)) for head in heads)
        return next(filter(None, found), None)

    def _behind_preposition(self, token: Token, word: str) -> _Party | None:
        """Return the first party behind a preposition in the sentence, the nearest to the verb."""
        sentence = self._analysis.sentence(token.i)
        places = [
            i
            for i in range(sentence.first, sentence.stop)
            if self._analysis.tokens[i].lower == word
        ]
        for i in sorted(places, key=lambda i: abs(i - token.i)):
            found = self._speakers.first_in(i + 1, min(i + _REACH, sentence.stop))
            found = self._speakers.settled(found)
            if found:
                return found
        return None

    def _subject(self, token: Token) -> int | None:
        for child in self._children(token, {"nsubj"}):
            lower = self._analysis.tokens[child].lower
            relative = token.dep.startswith("acl") and lower in {"die", "dat"}
            return token.head if relative else child
        if token.dep in {"xcomp", "conj", "ccomp"} and token.head != token.i:
            above = self._children(self._analysis.tokens[token.head], {"nsubj"})
            return above[0] if above else None
        return None

    def _children(self, token: Token, deps: set[str]) -> list[int]:
        tokens = self._analysis.tokens
        return [c for c in self._analysis.children(token.i) if tokens[c].dep in deps]

    def _negated(self, token: Token) -> bool:
        near = {*self._analysis.children(token.i), token.i - 1, token.i - 2}
        tokens = self._analysis.tokens
        return any(
            0 <= i < len(tokens)
            and tokens[i].lower in {"niet", "niemand", "geen", "nog"}
            and tokens[i].sent == token.sent
            for i in near
        )

    def _beside(self, token: Token, rule: Rule) -> bool:
        if not rule.beside:
            return True
        text = f" {' '.join(self._words(token))} "
        return any(f" {words} " in text for words in rule.beside)

    def _words(self, token: Token) -> list[str]:
        sentence = self._analysis.sentence(token.i)
        return [t.lower for t in self._analysis.tokens[sentence.first : sentence.stop]]


def _kinds(lemma: str) -> set[str]:
    """Return the kinds of rule that a verb has by itself, without a phrase beside it."""
    found = rules().get(lemma, ())
    return {rule.kind for rule in found if not any(" " in words for words in rule.beside)}
