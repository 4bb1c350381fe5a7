"""Which words of a sentence are background: told on the way, not what the speaker says.

A relative clause ("die vrijdag werd neergeschoten") or a clause of time ("toen hij werd geraakt") tells
what is known already; who speaks in the main clause does not answer for it, nor does its "zou".

Example:
    In "De VS zegt dat de drone boven zee vloog toen die werd geraakt" the hit is background.
"""

from __future__ import annotations

from wederhoor.model import Analysis

_TEMPORAL = frozenset({"toen", "nadat", "voordat", "terwijl", "sinds", "sindsdien", "voor"})
_RELATIVE = frozenset({"acl:relcl"})


def background_between(analysis: Analysis, token: int, above: int | None = None) -> bool:
    """Tell whether the token is background to the clause of `above` (to its sentence, if None)."""
    for here in (token, *analysis.ancestors(token)):
        if here == above:
            return False
        if _is_background(analysis, here):
            return True
    return False


def _is_background(analysis: Analysis, head: int) -> bool:
    dep = analysis.tokens[head].dep
    if dep in _RELATIVE:
        return not is_that_clause(analysis, head)
    if dep != "advcl":
        return False
    return any(
        analysis.tokens[child].dep == "mark" and analysis.tokens[child].lower in _TEMPORAL
        for child in analysis.children(head)
    )


def is_that_clause(analysis: Analysis, head: int) -> bool:
    """Tell whether a clause under a verb opens with "dat", whatever the tree calls it."""
    above = analysis.tokens[analysis.tokens[head].head]
    marks = (analysis.tokens[child] for child in analysis.children(head))
    opened = any(mark.lower == "dat" and mark.dep == "mark" for mark in marks)
    return above.upos == "VERB" and above.i < head and opened
