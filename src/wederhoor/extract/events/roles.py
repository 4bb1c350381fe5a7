"""Who did it and to whom: the parties of one trigger, by the frame of its rule.

What comes in: a trigger `Candidate` and the `Parties` of the report. What goes out: `Roles`.

Example:
    "De Israëlische luchtaanval op Gaza" has actor Israël (an adjective of origin on the noun) and
    recipient Gaza (the phrase with "op").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wederhoor.extract.events import tree
from wederhoor.extract.events.lexicon import word_test
from wederhoor.extract.events.parties import Parties
from wederhoor.extract.events.triggers import Candidate
from wederhoor.model import Actor, ActorKind, Analysis, Span

_SUPPORT = frozenset(
    [
        "uitvoeren",
        "plegen",
        "openen",
        "beginnen",
        "starten",
        "lanceren",
        "inzetten",
        "voeren",
        "doen",
        "houden",
        "leveren",
        "aankondigen",
        "opleggen",
        "instellen",
        "afkondigen",
        "uitroepen",
        "hebben",
        "sluiten",
        "eisen",
        "stellen",
        "uiten",
        "ondernemen",
        "verrichten",
        "organiseren",
        "afblazen",
        "leiden",
        "staken",
        "hervatten",
        "aangaan",
        "tekenen",
        "ondertekenen",
        "beleggen",
        "bijwonen",
        "invoeren",
        "verlengen",
        "zijn",
        "blijven",
        "raken",
        "uitspreken",
        "richten",
        "brengen",
        "geven",
        "afleggen",
        "maken",
        "bereiken",
        "verlenen",
        "voltooien",
        "afsteken",
    ]
)
_MANY = 6  # parties in one slot; more is a wrong tree


@dataclass(frozen=True, slots=True)
class Role:
    """One party in one role, with the words that name it and the slot that gave it."""

    actor: Actor
    span: Span
    slot: str


@dataclass(frozen=True, slots=True)
class Roles:
    """The parties of one trigger."""

    actors: tuple[Role, ...]
    recipients: tuple[Role, ...]


def find_roles(analysis: Analysis, candidate: Candidate, parties: Parties) -> Roles:
    """Return who is actor and who is recipient of a trigger, as far as its sentence says so."""
    frame = candidate.rule.frame
    part = "noun" if candidate.noun else "verb"
    actors = _fill(analysis, candidate, parties, frame.actor[part], acting=True, every=frame.both)
    recipients: tuple[Role, ...] = ()
    if not frame.both:
        taken = {role.actor.key for role in actors}
        found = _fill(
            analysis, candidate, parties, frame.recipient[part], acting=False, every=False
        )
        recipients = tuple(role for role in found if role.actor.key not in taken)
    return Roles(actors, recipients)


def _fill(
    analysis: Analysis,
    candidate: Candidate,
    parties: Parties,
    slots: tuple[str, ...],
    *,
    acting: bool,
    every: bool,
) -> tuple[Role, ...]:
    roles: dict[str, Role] = {}
    for slot in slots:
        for head in _heads(analysis, candidate, slot):
            for role in _named(analysis, parties, head, slot, acting=acting):
                roles.setdefault(role.actor.key, role)
        if roles and not every:
            break
    return tuple(roles.values())[:_MANY]


def _named(
    analysis: Analysis, parties: Parties, head: int, slot: str, *, acting: bool
) -> Iterator[Role]:
    if slot == "adj":
        mention = parties.mention_at(head)
        if mention and mention.actor.kind is ActorKind.STATE:
            yield Role(mention.actor, analysis.span(mention.first, mention.stop), slot)
        return
    for i in tree.conjuncts(analysis, head):
        if slot in {"in", "bij"} and not _is_building(analysis, i):
            continue
        party = parties.at(i, acting=acting) or (_wielder(analysis, parties, i) if acting else None)
        if party:
            yield Role(party[0], party[1], slot)


def _is_building(analysis: Analysis, i: int) -> bool:
    """Tell whether an explosion "in" it is one that strikes it: a church does, a city does not."""
    lemma = analysis.tokens[i].lemma
    return word_test("site")(lemma) and not word_test("locality")(lemma)


def _wielder(analysis: Analysis, parties: Parties, i: int) -> tuple[Actor, Span] | None:
    """Return whose weapons struck: "getroffen door Iraanse raketten" is the work of Iran."""
    if not word_test("instrument")(analysis.tokens[i].lemma):
        return None
    for child in analysis.children(i):
        mention = parties.mention_at(child)
        of_state = mention is not None and mention.actor.kind is ActorKind.STATE
        if mention and of_state and analysis.tokens[child].dep == "amod":
            return mention.actor, analysis.span(mention.first, mention.stop)
    return None


def _heads(analysis: Analysis, candidate: Candidate, slot: str) -> Iterator[int]:
    """Yield the tokens that head what stands in a slot of the trigger."""
    i = candidate.token
    if slot == "subj":
        yield from _subject(analysis, i)
    elif slot == "obj":
        yield from tree.direct_objects(analysis, i)
    elif slot == "iobj":
        yield from _some(tree.indirect_object(analysis, i))
    elif slot == "adj":
        yield from (
            c
            for c in analysis.children(i)
            if analysis.tokens[c].upos == "ADJ" or analysis.tokens[c].dep == "amod"
        )
    elif slot == "support":
        yield from _support(analysis, i)
    elif slot in {"between", "tussen"}:
        yield from _between(analysis, i)
    elif slot == "through":
        yield from _through(analysis, i)
    else:
        yield from _phrase(analysis, candidate, slot)


def _between(analysis: Analysis, i: int) -> Iterator[int]:
    """Yield who stands behind "tussen", beside the trigger or its verb: "geweld is opgelaaid tussen"."""
    found = list(tree.phrases(analysis, i, "tussen"))
    token = analysis.tokens[i]
    if not found and token.upos == "NOUN" and token.dep in {"nsubj", "nsubj:pass", "obj", "obl"}:
        found = list(tree.phrases(analysis, token.head, "tussen"))
    yield from found


def _through(analysis: Analysis, verb: int) -> Iterator[int]:
    """Yield whose proposal, deed or offer the object is: by "van" or "met", or an adjective of origin."""
    for target in tree.direct_objects(analysis, verb):
        for preposition in ("van", "met", "aan"):
            yield from tree.phrases(analysis, target, preposition)
        yield from (c for c in analysis.children(target) if analysis.tokens[c].dep == "amod")


def _phrase(analysis: Analysis, candidate: Candidate, preposition: str) -> Iterator[int]:
    found = list(tree.phrases(analysis, candidate.token, preposition))
    if not found and candidate.noun:
        carrier = _carrier(analysis, candidate.token)
        if carrier is not None and preposition not in {"van", "in"}:
            found = list(tree.phrases(analysis, carrier, preposition))
    yield from found


def _subject(analysis: Analysis, verb: int) -> Iterator[int]:
    if not tree.passive(analysis, verb):
        token = analysis.tokens[verb]
        undergone = set(tree.direct_objects(analysis, verb))
        participle = "VerbForm=Part" in token.feats and token.dep in {"amod", "acl"}
        head = tree.subject(analysis, verb)
        if head is not None and not participle and head not in undergone:
            yield head


def _carrier(analysis: Analysis, noun: int) -> int | None:
    """Return the verb that carries the noun ("voerde een aanval uit"), if it is a carrying verb."""
    token = analysis.tokens[noun]
    head = analysis.tokens[token.head]
    if tree.negated(analysis, head.i):
        return None
    carried = token.dep in {"obj", "nsubj:pass", "obl", "obl:arg", "nsubj"}
    return head.i if carried and head.lemma in _SUPPORT else None


def _support(analysis: Analysis, noun: int) -> Iterator[int]:
    for child in analysis.children(noun):
        if analysis.tokens[child].dep == "nsubj":
            yield child  # "zijn in gevecht met": the noun is the predicate
            return
    carrier = _carrier(analysis, noun)
    if carrier is None or analysis.tokens[noun].dep == "nsubj":
        return
    if tree.passive(analysis, carrier):
        yield from tree.phrases(analysis, carrier, "door")
    else:
        yield from _some(tree.subject(analysis, carrier))


def _some(head: int | None) -> Iterator[int]:
    if head is not None:
        yield head
