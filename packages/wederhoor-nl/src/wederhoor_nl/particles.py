"""Separable verbs: the loose particle is put back onto the lemma of its verb.

Example:
    "vuurde ... af", "af te vuren" -> lemma "afvuren".
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import simplemma
from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

_WORDS = (
    "aan bekend bezig voorop achter achterover achteruit af beet bij bijeen binnen boven buiten dicht dood door dwars "
    "gade gelijk goed groot heen in ineen klaar kwijt langs leeg los mede mee mis na naar neer om "
    "omhoog omlaag omver onder op open over plaats prijs rond samen schoon schuil stand stil stuk "
    "tegen tegemoet teleur tentoon terecht terug teweeg thuis toe tussen uit uiteen vast veilig "
    "vol voor voorbij voort vooruit vrij waar weer weg deel teniet terneer gevangen"
)
#: Words that a separable verb can leave behind: "af" of "afvuren".
PARTICLES = frozenset(_WORDS.split())
#: Verbs that join a particle only in verbs that the word list knows ("aanhebben").
_NEVER = frozenset(
    {"zijn", "hebben", "worden", "kunnen", "zullen", "moeten", "mogen", "willen", "laten"}
)


#: Words that a stranded preposition belongs to: "er ... op" is "erop".
_PRONOMINAL = frozenset({"er", "daar", "hier", "waar"})
#: Tokens to the left in which a particle's verb is looked for when its head cannot be it.
_REACH = 25
#: What opens the circumpositions that a particle can close, and how many tokens before it.
_CIRCUM = {
    "toe": frozenset({"tot", "naar"}),
    "af": frozenset({"van", "vanaf"}),
    "uit": frozenset({"van", "vanuit"}),
    "heen": frozenset({"om", "door", "over"}),
    "aan": frozenset({"achter"}),
    "in": frozenset({"tegen"}),
}
_CIRCUM_REACH = 6


class ParticleVerbs:
    """The spaCy component that joins `compound:prt` children to the lemma of their verb.

    Where the parser gave the particle a head that makes no verb with it, the nearest verb to the
    left that does is taken: in "Leger vuurt raketten af", "afvuren" is a word and no other is.
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        self._label = vocab.strings.add("compound:prt")

    def __call__(self, doc: Doc) -> Doc:
        """Set the whole verb as the lemma of every verb with a loose particle."""
        labels = doc.to_array(["DEP"]).reshape(-1)
        joined: set[int] = set()
        for i in np.flatnonzero(labels == np.uint64(self._label)).tolist()[::-1]:
            if not _is_phrase(doc[i]):
                _join(doc, doc[i], joined)
        for token in doc:
            if token.dep != self._label and _is_stranded(doc, token):
                _join_left(doc, token, joined)
        return doc


def _is_phrase(particle: Token) -> bool:
    """Say whether the particle opens a fixed phrase: "om" in "om het leven gekomen"."""
    return any(child.dep_ == "fixed" for child in particle.children)


def _is_stranded(doc: Doc, token: Token) -> bool:
    """Say whether a preposition has no noun after it: "op" in "roept op dat te doen"."""
    if token.lower_ not in PARTICLES or token.pos_ != "ADP":
        return False
    if token.i + 1 == len(doc) or doc[token.i + 1].is_sent_start:
        return True
    return doc[token.i + 1].pos_ in {"PUNCT", "SCONJ", "CCONJ"}


def _join(doc: Doc, particle: Token, joined: set[int]) -> None:
    before = particle.lower_
    verb = particle.head
    if before not in PARTICLES or verb.i in joined:
        return
    known = _makes_verb(before, verb)
    if known or (_is_verb(verb) and verb.lemma_ not in _NEVER and not _closes(doc, particle)):
        if not verb.lemma_.startswith(before):
            verb.lemma_ = before + verb.lemma_
        joined.add(verb.i)
    else:
        _join_left(doc, particle, joined)


def _closes(doc: Doc, particle: Token) -> bool:
    """Say whether the particle closes a circumposition: "tot twee keer toe", "van hem af"."""
    opening = _CIRCUM.get(particle.lower_, frozenset())
    near = range(max(particle.sent.start, particle.i - _CIRCUM_REACH), particle.i)
    return any(doc[i].lower_ in opening for i in near)


def _join_left(doc: Doc, particle: Token, joined: set[int]) -> None:
    """Join the particle to the nearest verb on its left that makes a known verb with it."""
    before = particle.lower_
    for i in range(particle.i - 1, max(-1, particle.i - _REACH), -1):
        token = doc[i]
        if token.lower_ in _PRONOMINAL or (token.lemma_.startswith(before) and i in joined):
            return
        if token.pos_ == "VERB" and "VerbForm=Fin" in str(token.morph) and i not in joined:
            if _makes_verb(before, token):
                token.lemma_ = before + token.lemma_
                joined.add(i)
            return
        if token.is_sent_start:
            return


def _is_verb(token: Token) -> bool:
    """Say whether the token is a verb whose lemma the word list has as an infinitive."""
    lemma = token.lemma_
    return token.pos_ in {"VERB", "AUX"} and (
        not simplemma.is_known(lemma, "nl") or simplemma.lemmatize(lemma, "nl") == lemma
    )


def _makes_verb(before: str, token: Token) -> bool:
    """Say whether particle and verb together are a verb that the word list knows."""
    return token.pos_ in {"VERB", "AUX"} and simplemma.is_known(before + token.lemma_, "nl")


@Language.factory("particle_verbs", assigns=["token.lemma"], requires=["token.dep"])
def create_particle_verbs(nlp: Language, name: str) -> Callable[[Doc], Doc]:  # noqa: ARG001 - spaCy passes both
    """Return the component; it has no settings."""
    return ParticleVerbs(nlp.vocab)
