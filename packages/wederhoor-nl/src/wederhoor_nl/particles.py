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
    "aan achter achterover achteruit af beet bij bijeen binnen boven buiten dicht dood door dwars "
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


class ParticleVerbs:
    """The spaCy component that joins `compound:prt` children to the lemma of their verb."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        self._label = vocab.strings.add("compound:prt")

    def __call__(self, doc: Doc) -> Doc:
        """Set the whole verb as the lemma of every verb with a loose particle."""
        labels = doc.to_array(["DEP"]).reshape(-1)
        for i in np.flatnonzero(labels == np.uint64(self._label)).tolist():
            particle = doc[i]
            verb = particle.head
            if verb.pos_ in {"VERB", "AUX"}:
                _join(particle, verb)
        return doc


def _join(particle: Token, verb: Token) -> None:
    before = particle.lower_
    lemma = verb.lemma_
    if before not in PARTICLES or lemma.startswith(before):
        return
    joined = before + lemma
    if lemma not in _NEVER or simplemma.is_known(joined, "nl"):
        verb.lemma_ = joined


@Language.factory("particle_verbs", assigns=["token.lemma"], requires=["token.dep"])
def create_particle_verbs(nlp: Language, name: str) -> Callable[[Doc], Doc]:  # noqa: ARG001 - spaCy passes both
    """Return the component; it has no settings."""
    return ParticleVerbs(nlp.vocab)
