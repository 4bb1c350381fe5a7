"""Words of doubt: "mogelijk", "zou" without a source, "lijkt".

The reportative "zou" after a sourced sentence goes on with that source; without one it is a hedge.

Example:
    "Er zouden geen gewonden zijn" after "Volgens het ministerie is de schade beperkt." is said by the
    ministry; standing alone it is `Stance.POSSIBLE`.
"""

from __future__ import annotations

from dataclasses import dataclass

from wederhoor.attribution.background import background_between
from wederhoor.attribution.cues import cues
from wederhoor.model import Analysis

_REPORTATIVE = frozenset({"zou", "zouden"})
_CONDITIONS = frozenset({"als", "indien", "mocht"})
_OPENING = frozenset({"mark", "advmod", "cc", "case"})
_CONDITIONAL = frozenset({"advcl", "acl", "ccomp", "xcomp", "parataxis"})
_NEAR = 4  # tokens between an adverb of doubt and the words it bears on, across clauses


@dataclass(frozen=True, slots=True)
class Hedge:
    """Words of doubt: the id of their rule, and tokens `first` up to `stop`."""

    rule: str
    first: int
    stop: int


def reportative(analysis: Analysis, token: int) -> Hedge | None:
    """Return the "zou" that bears on the token: in its clause, and not after "als" or "indien"."""
    if _presupposed(analysis, token):
        return None
    sentence = analysis.sentence(token)
    words = {t.lower for t in analysis.tokens[sentence.first : sentence.stop]}
    if not words & _REPORTATIVE or words & _CONDITIONS:
        return None
    for i in range(sentence.first, sentence.stop):
        if analysis.tokens[i].lower in _REPORTATIVE and _bears_on(analysis, i, token):
            return Hedge("hedge.reportative", i, i + 1)
    return None


def reportative_scope(analysis: Analysis, zou: int) -> frozenset[int]:
    """Return the tokens that a reportative "zou" bears on; none when it is a condition or a wish."""
    sentence = analysis.sentence(zou)
    words = {t.lower for t in analysis.tokens[sentence.first : sentence.stop]}
    if words & _CONDITIONS:
        return frozenset()
    inside = range(sentence.first, sentence.stop)
    return frozenset(i for i in inside if _bears_on(analysis, zou, i))


def supposed(analysis: Analysis, token: int) -> bool:
    """Tell whether a clause around a token is a condition: "als blijkt dat Iran erachter zit"."""
    for i in (token, *analysis.ancestors(token)):
        children = (analysis.tokens[c] for c in analysis.children(i))
        if any(c.lower in _CONDITIONS and c.dep in _OPENING for c in children):
            return analysis.tokens[i].dep in _CONDITIONAL
    return False


def hedge_on(analysis: Analysis, token: int) -> Hedge | None:
    """Return the adverb or "lijkt" that bears on the token; None when there is none."""
    if _presupposed(analysis, token):
        return None
    sentence = analysis.sentence(token)
    for cue in cues("hedge"):
        if cue.words[0] in _REPORTATIVE:
            continue
        for i in range(sentence.first, sentence.stop - len(cue.words) + 1):
            here = tuple(analysis.tokens[i + k].lower for k in range(len(cue.words)))
            if here == cue.words and _bears_on(analysis, i, token):
                return Hedge(cue.rule, i, i + len(cue.words))
    return None


def _presupposed(analysis: Analysis, token: int) -> bool:
    """Tell whether a noun stands at the side of its clause: "tijdens de aanval schoten ze mogelijk"."""
    word = analysis.tokens[token]
    return word.upos == "NOUN" and word.dep in {"obl", "nmod"} and not word.feats.startswith("Deg")


def _bears_on(analysis: Analysis, i: int, token: int) -> bool:
    """Tell whether token `i` stands in the clause of `token`, or close to it."""
    if background_between(analysis, token) and not background_between(analysis, i):
        return False
    if abs(i - token) <= _NEAR:
        return True
    ours = _verb_above(analysis, i)
    return ours == _verb_above(analysis, token) or ours in set(analysis.ancestors(token))


def _verb_above(analysis: Analysis, i: int) -> int:
    for here in (i, *analysis.ancestors(i)):
        if analysis.tokens[here].upos == "VERB":
            return here
    return i
