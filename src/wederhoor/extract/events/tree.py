"""The few walks over a UD tree that event reading needs, each with a way out when the tree is wrong.

Example:
    In "De basis werd door rebellen aangevallen" `subject` of "aangevallen" is "basis", `passive` is
    true, and `phrase(..., "door")` is "rebellen".
"""

from __future__ import annotations

from collections.abc import Iterator

from wederhoor.extract.events.lexicon import word_sets
from wederhoor.model import Analysis, Anchor, TimeMention, Token

CLAUSES = frozenset(
    {"root", "ccomp", "advcl", "acl", "acl:relcl", "csubj", "csubj:pass", "parataxis", "xcomp"}
)
_PHRASES = frozenset({"obl", "nmod", "obl:agent", "obl:arg", "nmod:poss", "advmod"})
_DEEP = 3  # steps up a tree; deeper trees are wrong trees
_TEXT = 18  # tokens from which a paragraph is text
_HAPPENED = frozenset({"gebeuren", "plaatsvinden"})
_IT = frozenset({"dat", "dit", "incident"})
_RELATIVES = frozenset({"die", "dat", "wie", "wat", "welke"})


def clause_head(analysis: Analysis, i: int) -> int:
    """Return the token that heads the clause in which token `i` stands."""
    for here in (i, *analysis.ancestors(i)):
        token = analysis.tokens[here]
        if token.dep in CLAUSES or token.head == here:
            return here
        if token.dep == "conj" and token.upos == "VERB":
            return here
    return i


def passive(analysis: Analysis, verb: int) -> bool:
    """Tell whether the verb is a passive: it has `worden`, a passive subject or an agent."""
    for child in analysis.children(verb):
        token = analysis.tokens[child]
        if token.dep in {"aux:pass", "nsubj:pass", "obl:agent"}:
            return True
        if token.lemma == "worden" and token.dep.startswith("aux"):
            return True
    if _is_perfect_passive(analysis, verb):
        return True
    head = analysis.tokens[verb]
    return head.dep == "conj" and head.head != verb and _shares_passive(analysis, verb)


def _is_perfect_passive(analysis: Analysis, verb: int) -> bool:
    """Tell whether "zijn" with a participle is a passive: "zijn troepen aangevallen".

    Verbs of motion and change form their perfect with "zijn" too ("zijn binnengevallen").
    """
    token = analysis.tokens[verb]
    if "VerbForm=Part" not in token.feats or token.lemma in word_sets()["perfect-with-zijn"]:
        return False
    deps = {analysis.tokens[c].dep: analysis.tokens[c].lemma for c in analysis.children(verb)}
    return deps.get("aux") == "zijn" and "obj" not in deps


def _shares_passive(analysis: Analysis, verb: int) -> bool:
    first = analysis.tokens[verb].head
    own = any(analysis.tokens[c].dep.startswith("nsubj") for c in analysis.children(verb))
    return not own and any(
        analysis.tokens[c].dep in {"aux:pass", "nsubj:pass"} for c in analysis.children(first)
    )


def subject(analysis: Analysis, verb: int, depth: int = 0) -> int | None:
    """Return the token that heads the verb's subject, through conjunction, control and relatives."""
    own = _own_subject(analysis, verb)
    if own is not None:
        return _antecedent(analysis, verb, own)
    token = analysis.tokens[verb]
    if depth >= _DEEP or token.head == verb:
        return None
    if token.dep == "xcomp" and analysis.tokens[token.head].lemma in word_sets()["object-control"]:
        return next(direct_objects(analysis, token.head), None)
    if token.dep == "acl" and _is_infinitive(token):
        return _noun_owner(analysis, token.head, depth)
    if token.dep in {"conj", "xcomp", "cop", "aux"} or (
        token.dep == "advcl" and _is_infinitive(token)
    ):
        return subject(analysis, token.head, depth + 1)
    return None


def _own_subject(analysis: Analysis, verb: int) -> int | None:
    """Return the subject that hangs from the verb, or, in a wrong tree, from its auxiliary."""
    below = analysis.children(verb)
    through = (
        c for i in below if analysis.tokens[i].dep.startswith("aux") for c in analysis.children(i)
    )
    for child in (*below, *through):
        if analysis.tokens[child].dep in {"nsubj", "nsubj:pass", "csubj"}:
            return child
    return _mistaken_subject(analysis, verb)


def _bare_objects(analysis: Analysis, verb: int) -> tuple[int, ...]:
    """Return two objects without a preposition and with nothing that joins them; else nothing."""
    objects = [c for c in analysis.children(verb) if analysis.tokens[c].dep == "obj"]
    if len(objects) != 2:  # noqa: PLR2004 - a pair
        return ()
    between = analysis.tokens[objects[0] + 1 : objects[1]]
    joined = any(token.text == "," or token.upos == "CCONJ" for token in between)
    relative = analysis.tokens[objects[0]].lower in _RELATIVES
    return () if joined and not relative else tuple(objects)


def _mistaken_subject(analysis: Analysis, verb: int) -> int | None:
    """Return the first of two objects of a clause without a subject: it is the subject.

    Example:
        "VS stuurt militairen", "het leger, dat de macht heeft gegrepen".
    """
    pair = _bare_objects(analysis, verb)
    dep = analysis.tokens[verb].dep
    finite = dep in {"root", "ccomp", "acl:relcl", "parataxis"} or (
        dep == "advcl" and not _is_infinitive(analysis.tokens[verb])
    )
    return pair[0] if pair and finite else None


def _second_subject(analysis: Analysis, verb: int) -> int | None:
    """Return what the tree calls a second subject, right behind the finite verb: it is an object.

    Example:
        "De EU heeft Belarus sancties opgelegd", "Onbekenden schoten burgemeester Ruiz dood".
    """
    below = analysis.children(verb)
    subjects = [c for c in below if analysis.tokens[c].dep == "nsubj"]
    if len(subjects) != 2:  # noqa: PLR2004 - a pair
        return None
    finite = [c for c in below if analysis.tokens[c].dep == "aux"] + [verb]
    at = next((i for i in finite if subjects[0] < i < subjects[1]), None)
    if at is None:
        return None
    between = analysis.tokens[at + 1 : subjects[1]]
    free = all(token.upos in {"DET", "ADJ", "NUM", "NOUN", "PROPN", "ADV"} for token in between)
    return subjects[1] if free else None


def _is_infinitive(token: Token) -> bool:
    return "VerbForm=Inf" in token.feats


def _noun_owner(analysis: Analysis, noun: int, depth: int) -> int | None:
    """Find who tries in "hun poging om het gebouw te bestormen"."""
    for child in analysis.children(noun):
        if analysis.tokens[child].dep == "nmod:poss":
            return child
    up = clause_head(analysis, noun)
    return subject(analysis, up, depth + 1) if up != noun else None


def _antecedent(analysis: Analysis, verb: int, child: int) -> int:
    token = analysis.tokens[child]
    relative = analysis.tokens[verb].dep in {"acl:relcl", "acl"}
    if relative and token.lower in _RELATIVES and analysis.tokens[verb].head != verb:
        return analysis.tokens[verb].head
    return child


def direct_objects(analysis: Analysis, verb: int) -> Iterator[int]:
    """Yield the heads of the direct object; in a passive that is its subject."""
    if passive(analysis, verb):
        undergone = subject(analysis, verb)
        if undergone is not None:
            yield undergone
        return
    found = False
    others = {indirect_object(analysis, verb), _own_subject(analysis, verb)}
    for child in analysis.children(verb):
        if analysis.tokens[child].dep == "obj" and child not in others:
            found = True
            yield _antecedent(analysis, verb, child)
    token = analysis.tokens[verb]
    second = _second_subject(analysis, verb)
    if not found and second is not None:
        found = True
        yield second
    if not found:
        borrowed = list(_borrowed_objects(analysis, verb))
        found = bool(borrowed)
        yield from borrowed
    attribute = token.upos == "ADJ" or token.dep in {"amod", "acl", "acl:relcl"}
    participle = token.upos == "ADJ" or "VerbForm=Part" in token.feats
    if not found and attribute and participle and token.head != verb:
        yield token.head  # "de neergehaalde drone"
    elif not found and token.dep == "root" and "VerbForm=Part" in token.feats:
        yield from _headline_object(analysis, verb)


def _borrowed_objects(analysis: Analysis, verb: int) -> Iterator[int]:
    """Yield the object that the tree gave to the other verb of a pair.

    Example:
        "heeft een drone geprobeerd neer te halen" (to the one above), "riep het buitenland op de coup te
        veroordelen" (to the one below).
    """
    token = analysis.tokens[verb]
    above = analysis.tokens[token.head]
    if _is_infinitive(token) and token.dep in {"xcomp", "acl"}:
        if token.dep == "acl" and above.dep == "obj" and _tries(analysis, above.head):
            yield above.i
        elif token.dep == "xcomp" and _tries(analysis, above.i):
            yield from (c for c in analysis.children(above.i) if analysis.tokens[c].dep == "obj")
    elif token.lemma == "roepen" or token.lemma in word_sets()["object-control"]:
        below = (c for c in analysis.children(verb) if analysis.tokens[c].dep == "xcomp")
        for target in (t for c in below for t in analysis.children(c)):
            if analysis.tokens[target].dep == "obj" and _before_particle(analysis, verb, target):
                yield target


def _tries(analysis: Analysis, verb: int) -> bool:
    return analysis.tokens[verb].lemma in {"proberen", "trachten", "pogen", "weten"}


def _before_particle(analysis: Analysis, verb: int, target: int) -> bool:
    """Tell whether "op" stands behind the noun: "riep het buitenland op de coup te veroordelen"."""
    after = analysis.tokens[target + 1 : target + 2]
    return verb < target and bool(after) and after[0].lower == "op"


def _headline_object(analysis: Analysis, verb: int) -> Iterator[int]:
    """Read a headline without "zijn" or "worden": "Olietankers gesaboteerd bij de haven"."""
    if any(analysis.tokens[c].dep.startswith("aux") for c in analysis.children(verb)):
        return
    for child in analysis.children(verb):
        if analysis.tokens[child].dep == "nsubj":
            yield child


def counted(analysis: Analysis, i: int) -> int:
    """Return the noun behind a number or measure that heads its phrase: "tientallen vrouwen"."""
    token = analysis.tokens[i]
    if token.upos in {"NUM", "SYM"} or token.lemma in word_sets()["measure"]:
        for child in analysis.children(i):
            named = analysis.tokens[child].upos in {"NOUN", "PROPN"}
            if child > i and named and not case_of(analysis, child):
                return child
    return i


def indirect_object(analysis: Analysis, verb: int) -> int | None:
    """Return the head of the indirect object, if any; of two bare objects that is the first.

    Example:
        "Trump legde Iran sancties op": Iran.
    """
    for child in analysis.children(verb):
        if analysis.tokens[child].dep == "iobj":
            return child
    if analysis.tokens[verb].lemma not in word_sets()["giving"]:
        return None
    pair = _bare_objects(analysis, verb)
    if pair and _own_subject(analysis, verb) != pair[0]:
        return pair[0]
    given = any(analysis.tokens[c].dep == "obj" for c in analysis.children(verb))
    return _second_subject(analysis, verb) if given else None


def phrases(analysis: Analysis, head: int, preposition: str) -> Iterator[int]:
    """Yield the heads of the phrases with this preposition that hang from token `head`."""
    for child in analysis.children(head):
        token = analysis.tokens[child]
        if token.dep in _PHRASES and case_of(analysis, child) == preposition:
            yield child


def case_of(analysis: Analysis, head: int) -> str:
    """Return the preposition of a phrase, in lower case; "" when it has none."""
    for child in analysis.children(head):
        if analysis.tokens[child].dep == "case":
            return analysis.tokens[child].lower
    return ""


def name_behind(analysis: Analysis, noun: int) -> Iterator[int]:
    """Yield the name that stands right behind a noun without a preposition: "na arrestatie Assange"."""
    for child in analysis.children(noun):
        token = analysis.tokens[child]
        if child == noun + 1 and token.upos == "PROPN" and token.dep in {"appos", "nmod", "flat"}:
            yield child


def conjuncts(analysis: Analysis, head: int) -> Iterator[int]:
    """Yield token `head` and the tokens joined to it by "en", "of" or a comma."""
    yield counted(analysis, head)
    for child in analysis.children(head):
        if analysis.tokens[child].dep == "conj" and analysis.tokens[child].upos != "VERB":
            yield from conjuncts(analysis, child)


def negated(analysis: Analysis, i: int) -> bool:
    """Tell whether a "niet", "geen" or "nooit" hangs from the token or its auxiliary verb."""
    for child in analysis.children(i):
        if analysis.tokens[child].lower in {"niet", "geen", "nooit", "nergens", "noch"}:
            return True
    return False


def auxiliaries(analysis: Analysis, verb: int) -> Iterator[str]:
    """Yield the lemmas of the verb's auxiliaries, and of the verb that an infinitive hangs from."""
    for child in analysis.children(verb):
        if analysis.tokens[child].dep.startswith("aux"):
            yield analysis.tokens[child].lemma
    token = analysis.tokens[verb]
    if token.dep in {"xcomp", "conj"} and token.head != verb:
        yield analysis.tokens[token.head].lemma


def tells_more(analysis: Analysis, number: int) -> bool:
    """Tell whether a sentence says when or where what the sentence before told took place.

    Example:
        "Dat gebeurde zondag in Homs." and "Het incident vond plaats bij de haven." do.
    """
    sentence = analysis.sentences[number]
    told = range(sentence.first, sentence.stop)
    root = next((i for i in told if analysis.tokens[i].dep == "root"), None)
    if root is None or not number or not _happened(analysis, root):
        return False
    children = analysis.children(root)
    return any(
        analysis.tokens[c].dep in {"nsubj", "nsubj:pass"}
        and analysis.tokens[c].lower in _IT
        and not any(analysis.tokens[d].lower == "een" for d in analysis.children(c))
        for c in children
    )


def _happened(analysis: Analysis, verb: int) -> bool:
    lemma = analysis.tokens[verb].lemma
    if lemma != "vinden":
        return lemma in _HAPPENED
    return any(analysis.tokens[c].lower == "plaats" for c in analysis.children(verb))


def lead_paragraph(analysis: Analysis) -> int:
    """Return the number of the first paragraph that is text, not headline, caption or byline."""
    sizes: dict[int, int] = {}
    for sentence in analysis.sentences:
        sizes[sentence.paragraph] = (
            sizes.get(sentence.paragraph, 0) + sentence.stop - sentence.first
        )
    long = (number for number, size in sorted(sizes.items()) if size >= _TEXT)
    return next(long, max(sizes, default=0))


def counts_from_next(analysis: Analysis, time: TimeMention) -> bool:
    """Tell whether a time counts from the event named right after it: "twee dagen na de aanslag"."""
    last = analysis.tokens[time.stop - 1].lower
    return time.anchor is Anchor.EVENT and last in {"na", "voor", "vóór"}
