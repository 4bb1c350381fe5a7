"""Who did it and to whom: the parties of one trigger, by the frame of its rule.

What comes in: a trigger `Candidate` and the `Parties` of the report. What goes out: `Roles`.

Example:
    "De Israëlische luchtaanval op Gaza" has actor Israël (an adjective of origin on the noun) and
    recipient Gaza (the phrase with "op").
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from wederhoor.extract.events import tree, word_order
from wederhoor.extract.events.lexicon import word_sets, word_test
from wederhoor.extract.events.parties import Parties
from wederhoor.extract.events.triggers import Candidate
from wederhoor.model import Actor, ActorKind, Analysis, Span

_TARGETING = frozenset({"op", "tegen", "naar", "aan", "met", "tussen"})
_AGAINST = frozenset({"op", "tegen"})
_HOLDING = frozenset({"arrest", "convict", "release"})
_VESSELS = ("schip", "tanker", "boot", "toestel", "vaartuig")
_PLACES_TOO = frozenset({"between", "tussen"})  # "geweld tussen Israël en Gaza"
_NO_MEANS = frozenset(
    {"hebben", "maken", "kampen", "instemmen", "confronteren", "vergelijken", "zijn"}
)
_REACHING = frozenset({"komen", "overgaan", "besluiten"})
_TALKING = frozenset({"spreken", "praten", "overleggen", "bespreken", "onderhandelen", "deelnemen"})
_SAYING = frozenset(
    {"zeggen", "verklaren", "vertellen", "melden", "herhalen", "benadrukken", "stellen"}
)
_ASIDE = frozenset({"na", "tijdens", "voor", "sinds", "wegens", "vanwege", "ondanks", "over"})
_AROUND = frozenset({"na", "tijdens", "voor", "vóór", "bij"})
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
        held = bool(_HOLDING & set(candidate.rule.modes))
        recipients = tuple(
            role
            for role in found
            if role.actor.key not in taken
            and not (held and _is_site(role))
            and not _is_own_land(analysis, role, actors)
        )
    return Roles(actors, recipients)


def _is_own_land(analysis: Analysis, role: Role, actors: tuple[Role, ...]) -> bool:
    """Tell whether "het land" was taken for that of the doer: it must be another."""
    country = role.actor.country
    return role.span.of(analysis.text).lower() == "land" and any(
        country is not None and other.actor.country == country for other in actors
    )


def _is_site(role: Role) -> bool:
    """Tell whether it is a state, place or building, which no one arrests, convicts or sets free."""
    if role.actor.kind is ActorKind.STATE:
        return True
    words = role.actor.name.lower().split() or [""]
    return role.actor.kind is ActorKind.THING and not words[-1].endswith(_VESSELS)


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
    sides = acting and slot not in _PLACES_TOO
    for i in _all_heads(analysis, head, acting=acting):
        if slot in {"in", "bij"} and not _is_building(analysis, parties, i):
            continue
        if slot == "op" and word_test("platform")(analysis.tokens[i].lemma):
            continue  # "veroordeelde de aanslag op Twitter"
        if slot == "bare" and not parties.is_person_at(i):
            continue  # "na aanslag Utrecht"
        party = parties.at(i, acting=sides) or (_wielder(analysis, parties, i) if acting else None)
        if party:
            yield Role(party[0], party[1], slot)
            yield from (Role(other, party[1], slot) for other in parties.others_at(i))


def _all_heads(analysis: Analysis, head: int, *, acting: bool) -> Iterator[int]:
    """Yield a party's head, those joined to it and, of what was struck, those listed beside it."""
    joined = list(tree.conjuncts(analysis, head))
    yield from joined
    if not acting:
        mates = (mate for i in joined for mate in word_order.list_mates(analysis, i))
        yield from dict.fromkeys(mate for mate in mates if mate not in joined)


def _is_building(analysis: Analysis, parties: Parties, i: int) -> bool:
    """Tell whether an explosion "in" it is one that strikes it: a church does, a city does not."""
    mention = parties.mention_at(i)
    lemmas = {analysis.tokens[i].lemma}
    if mention and mention.actor.kind is ActorKind.THING:
        lemmas |= {token.lemma for token in analysis.tokens[mention.first : mention.stop]}
    return word_test("site").any(lemmas) and not word_test("locality").any(lemmas)


def _wielder(analysis: Analysis, parties: Parties, i: int) -> tuple[Actor, Span] | None:
    """Return whose weapons struck: "getroffen door Iraanse raketten", "door een raket van Hamas"."""
    if not word_test("instrument")(analysis.tokens[i].lemma):
        return None
    for child in analysis.children(i):
        mention = parties.mention_at(child)
        of_state = mention is not None and mention.actor.kind is ActorKind.STATE
        if mention and of_state and analysis.tokens[child].dep == "amod":
            return mention.actor, analysis.span(mention.first, mention.stop)
    owners = tree.phrases(analysis, i, "van")
    return next(filter(None, (parties.at(owner, acting=True) for owner in owners)), None)


def _heads(analysis: Analysis, candidate: Candidate, slot: str) -> Iterator[int]:
    """Yield the tokens that head what stands in a slot of the trigger."""
    reader = _SLOTS.get(slot)
    if slot == "obj":
        yield from _object(analysis, candidate)
    elif slot == "iobj":
        yield from _indirect(analysis, candidate)
    elif reader is None:
        yield from _phrase(analysis, candidate, slot)
    else:
        yield from reader(analysis, candidate.token)


def _origin_adjective(analysis: Analysis, noun: int) -> Iterator[int]:
    yield from (
        c
        for c in analysis.children(noun)
        if analysis.tokens[c].upos == "ADJ" or analysis.tokens[c].dep == "amod"
    )


def _object(analysis: Analysis, candidate: Candidate) -> Iterator[int]:
    verb = candidate.token
    if _is_nominalised(analysis, verb):
        yield from tree.phrases(analysis, verb, "van")
        return
    found = list(tree.direct_objects(analysis, verb))
    yield from found or _some(word_order.object_before(analysis, verb))


def _indirect(analysis: Analysis, candidate: Candidate) -> Iterator[int]:
    """Yield whom something is given, done or imposed on; for a noun, by the verb that carries it."""
    verb = _carrier(analysis, candidate.token) if candidate.noun else candidate.token
    if verb is not None:
        yield from _some(tree.indirect_object(analysis, verb))


def _nominalised(analysis: Analysis, noun: int) -> Iterator[int]:
    """Yield what undergoes it in "het aanvallen van tankers", which has no doer in it."""
    if _is_nominalised(analysis, noun):
        yield from tree.phrases(analysis, noun, "van")


def _is_nominalised(analysis: Analysis, noun: int) -> bool:
    named = analysis.tokens[noun].lower.endswith("en")
    return named and any(analysis.tokens[c].lower == "het" for c in analysis.children(noun))


def _speaker(analysis: Analysis, noun: int) -> Iterator[int]:
    """Yield who says it: by "volgens", or the subject of the verb that the clause hangs from."""
    clause = tree.clause_head(analysis, noun)
    for i in dict.fromkeys((noun, clause)):
        yield from tree.phrases(analysis, i, "volgens")
    said = [c for c in analysis.children(clause) if analysis.tokens[c].dep == "parataxis"]
    if analysis.tokens[clause].dep in {"ccomp", "parataxis"}:
        said.append(analysis.tokens[clause].head)
    for verb in said:
        yield from _some(tree.subject(analysis, verb))


def _attending(analysis: Analysis, noun: int) -> Iterator[int]:
    """Yield who was at the talks: who "zei na een gesprek ...", or spoke at "een top waar ...".

    Someone who speaks during or after talks with another has had them.
    """
    for child in analysis.children(noun):
        if analysis.tokens[child].dep == "acl:relcl" and analysis.tokens[child].lemma in _TALKING:
            yield from _some(tree.subject(analysis, child))
            return
    if not _is_attended(analysis, noun):
        return
    top = analysis.tokens[noun]
    if top.dep == "nmod" and analysis.tokens[top.head].lemma in {"afloop", "begin", "ronde"}:
        top = analysis.tokens[top.head]
    around = top.dep in {"obl", "obl:arg"} and tree.case_of(analysis, top.i) in _AROUND
    if around and not tree.passive(analysis, top.head) and not tree.negated(analysis, top.head):
        yield from _some(tree.subject(analysis, top.head))


def _is_attended(analysis: Analysis, noun: int) -> bool:
    """Tell whether talks are someone's: with another, "zijn" or "hun", or what one speaks after."""
    clause = analysis.tokens[tree.clause_head(analysis, noun)]
    own = any(analysis.tokens[c].lower in {"zijn", "haar", "hun"} for c in analysis.children(noun))
    return own or clause.lemma in _SAYING or any(True for _ in tree.phrases(analysis, noun, "met"))


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


def _whose_deed(analysis: Analysis, noun: int) -> Iterator[int]:
    """Yield who did what is judged: "het bombardement door X is een misdaad", "wat X deed is in strijd met"."""
    above = analysis.tokens[noun].head
    told = [*analysis.children(noun), *analysis.children(above)]
    if any(analysis.tokens[c].lower == "wat" for c in told):
        yield from (
            c
            for c in told
            if analysis.tokens[c].dep == "nsubj" and analysis.tokens[c].lower != "wat"
        )
    for child in analysis.children(noun):
        if analysis.tokens[child].dep == "nsubj":
            yield from tree.phrases(analysis, child, "door")
            yield from (c for c in analysis.children(child) if analysis.tokens[c].dep == "amod")


def _phrase(analysis: Analysis, candidate: Candidate, preposition: str) -> Iterator[int]:
    if preposition == "van" and _is_nominalised(analysis, candidate.token):
        return
    found = list(tree.phrases(analysis, candidate.token, preposition))
    if not found and (candidate.noun or _is_nominalised(analysis, candidate.token)):
        found = _apart(analysis, candidate.token, preposition)
    elif not found and preposition in _AGAINST:
        found = list(word_order.phrase_after(analysis, candidate.token, preposition))
    yield from found


def _apart(analysis: Analysis, noun: int, preposition: str) -> list[int]:
    """Return the phrase that stands apart from its noun: behind it, or with the verb that carries it."""
    found: list[int] = []
    follows = preposition in {"bij", "in"} and _stands_next(analysis, noun, preposition)
    doing = preposition == "door" and _is_nominalised(analysis, noun)
    if preposition in _TARGETING or follows or doing:
        found = list(word_order.phrase_after(analysis, noun, preposition))
    carrier = _carrier(analysis, noun)
    carried = carrier is not None and (
        analysis.tokens[carrier].lemma in word_sets()["support-verb"]
        or tree.case_of(analysis, noun) == "tot"
    )
    if carrier is not None and carried and not found and preposition not in {"van", "in"}:
        found = list(tree.phrases(analysis, carrier, preposition))
    top = analysis.tokens[noun].head
    said = analysis.tokens[noun].dep == "nsubj" and tree.case_of(analysis, top) == preposition
    return found or [top] * said  # "de explosie was bij een flat"


def _stands_next(analysis: Analysis, noun: int, preposition: str) -> bool:
    return [token.lower for token in analysis.tokens[noun + 1 : noun + 2]] == [preposition]


def _subject(analysis: Analysis, verb: int) -> Iterator[int]:
    if not tree.passive(analysis, verb):
        token = analysis.tokens[verb]
        undergone = set(tree.direct_objects(analysis, verb))
        participle = "VerbForm=Part" in token.feats and token.dep in {"amod", "acl"}
        head = tree.subject(analysis, verb)
        if head is not None and not participle and head not in undergone:
            yield head
            if analysis.tokens[head].head == verb:
                yield from _joined_subjects(analysis, verb, head)


def _joined_subjects(analysis: Analysis, verb: int, head: int) -> Iterator[int]:
    """Yield a second subject before the verb, joined to the first by "en": one that the tree cut off."""
    for child in analysis.children(verb):
        if analysis.tokens[child].dep == "nsubj" and head < child < verb:
            between = analysis.tokens[head + 1 : child]
            if any(token.upos == "CCONJ" for token in between):
                yield child


def _carrier(analysis: Analysis, noun: int) -> int | None:
    """Return the verb that carries the noun ("voerde een aanval uit"), if it is a carrying verb."""
    token = analysis.tokens[noun]
    head = analysis.tokens[token.head]
    if tree.negated(analysis, head.i):
        return None
    carried = token.dep in {"obj", "nsubj:pass", "obl", "obl:arg", "nsubj"}
    aside = token.dep.startswith("obl") and tree.case_of(analysis, noun) in _ASIDE
    carries = (head.lemma in word_sets()["support-verb"] and not aside) or _works_with(
        analysis, noun, head.lemma
    )
    return head.i if carried and carries else None


def _works_with(analysis: Analysis, noun: int, verb: str) -> bool:
    """Tell whether a noun is the means or the end: "reageerde met aanvallen", "kwam tot een akkoord"."""
    case = tree.case_of(analysis, noun)
    if case == "met":
        return analysis.tokens[noun].dep.startswith("obl") and verb not in _NO_MEANS
    return case == "tot" and verb in _REACHING


def _support(analysis: Analysis, noun: int) -> Iterator[int]:
    top = analysis.tokens[noun]
    said = noun if top.dep != "fixed" else analysis.tokens[top.head].head
    subjects = [c for c in analysis.children(said) if analysis.tokens[c].dep == "nsubj"]
    if subjects:
        yield from subjects  # "zijn in gevecht met": the noun is the predicate
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


_SLOTS: dict[str, Callable[[Analysis, int], Iterator[int]]] = {
    "subj": _subject,
    "adj": _origin_adjective,
    "support": _support,
    "between": _between,
    "tussen": _between,
    "through": _through,
    "speaker": _speaker,
    "attending": _attending,
    "doing": _nominalised,
    "deed": _whose_deed,
    "bare": tree.name_behind,
}
"""Slots that are no preposition, and what reads them from the trigger's token."""
