"""Whether a clause looks ahead or back: the tense around a time expression.

Cue words and the tense of the verb nearest to the expression, first within its clause (up to a comma,
"dat", "die" ...), then within its sentence. A wrong parse costs no more than a wrong part of speech.

Example:
    In "Rutte gaat zaterdag naar Kyiv" the clause looks ahead; in "vertrok zaterdag" it looks back.
"""

from __future__ import annotations

import re

from wederhoor.extract.times.words import classes
from wederhoor.model import Analysis, Token

_VERBAL = frozenset({"VERB", "AUX", "X", ""})
_PARTICIPIAL = _VERBAL | {"ADJ"}  # a participle is often read as an adjective
_MANAGED = frozenset({"kon", "konden", "moest", "moesten", "hoefde", "hoefden"})
_COPULA = frozenset({"is", "zijn", "ben", "bent"})
_PARTICIPLE = re.compile(r"(?:\w{0,5}ge|be|ver|ont|her)\w{2,}(?:d|t|en)$")


def looks_ahead(analysis: Analysis, first: int, stop: int) -> bool | None:
    """Tell whether the words around tokens `first` to `stop` look ahead, back, or do not tell."""
    sentence = analysis.sentence(first)
    breaks = classes()["breaks"]
    low, high = first, stop
    while low > sentence.first and analysis.tokens[low - 1].lower not in breaks:
        low -= 1
    while high < sentence.stop and analysis.tokens[high].lower not in breaks:
        high += 1
    near = _nearest(analysis, (first, stop), (low, high))
    if near is not None or _has_present(analysis, low, high):
        return near
    return _nearest(analysis, (first, stop), (sentence.first, sentence.stop))


def _has_present(analysis: Analysis, low: int, high: int) -> bool:
    """Tell whether the clause has a verb of its own, in the present: "die al weken betogen"."""
    tokens = analysis.tokens[low:high]
    return any(token.upos == "VERB" and not _is_participle(token) for token in tokens)


def _nearest(analysis: Analysis, own: tuple[int, int], within: tuple[int, int]) -> bool | None:
    tokens = analysis.tokens[within[0] : within[1]]
    perfect = any(_is_participle(token) for token in tokens)
    managed = any(token.lower in _MANAGED for token in tokens)
    best: tuple[int, bool] | None = None
    for token in tokens:
        ahead = None if own[0] <= token.i < own[1] else _cue(token, perfect=perfect)
        if ahead is None or (managed and "VerbForm=Inf" in token.feats):
            continue  # the "worden" of "kon dinsdag worden opgepakt" is of the past
        distance = own[0] - token.i if token.i < own[0] else token.i - own[1] + 1
        # on a tie the future wins: its cues are rarer, and so say more
        if best is None or (distance, not ahead) < (best[0], not best[1]):
            best = (distance, ahead)
    return best[1] if best else None


def _is_participle(token: Token) -> bool:
    return "VerbForm=Part" in token.feats or (
        token.upos in _PARTICIPIAL and _PARTICIPLE.match(token.lower) is not None
    )


def _cue(token: Token, *, perfect: bool) -> bool | None:
    lower = token.lower
    known = classes()
    if lower in known["promises"]:
        return True
    if token.upos not in _VERBAL:
        return None
    if lower in known["looks-ahead"]:
        return True
    if lower in known["looks-back"] or "Tense=Past" in token.feats:
        return False
    if lower not in known["perfect"]:
        return None
    # "zondag is de finale" tells what is to come; without a parse, a participle may have been missed
    return False if perfect else (True if token.upos == "AUX" and lower in _COPULA else None)
