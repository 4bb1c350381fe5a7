"""Faults of the parser that can be seen for certain: names taken apart, a passive with "hebben".

A parser that has never seen "Ain al-Asad" may take "al-Asad" for a verb, and with it loses the clause
around the name. What the gazetteer and the entities know as one name hangs together here: its first
token stands for it, the others are `flat`, and what wrongly hung from those goes where they hung.

Example:
    In "Bij een aanval op Ain al-Asad raakten vijf Amerikanen gewond" the attack hangs from "raakten"
    again, not from "al-Asad".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wederhoor.extract.places import read_places
from wederhoor.model import Analysis, Entity, Token

_OPENERS = frozenset({"ADP", "DET", "SCONJ", "CCONJ", "PRON"})
_CLAUSAL = frozenset({"VERB", "AUX"})


def mend(analysis: Analysis) -> Analysis:
    """Return the analysis with its known names mended; the same one when nothing is wrong."""
    entities = tuple(_trimmed(analysis, entity) for entity in analysis.entities)
    if entities != analysis.entities:
        analysis = replace(analysis, entities=entities)
    spans = [(place.first, place.stop) for place in read_places(analysis)]
    spans += [(entity.first, entity.stop) for entity in entities]
    broken = [span for span in sorted(set(spans)) if _is_broken(analysis, *span)]
    active = list(_active_objects(analysis))
    if not broken and not active:
        return analysis
    tokens = list(analysis.tokens)
    for i in active:
        tokens[i] = replace(tokens[i], dep="obj")
    for first, stop in broken:
        _join(tokens, first, stop)
    return Analysis(analysis.text, tuple(tokens), analysis.sentences, entities)


def _active_objects(analysis: Analysis) -> Iterator[int]:
    """Yield what is called the subject of a passive in a clause with "hebben", which has none: the object.

    "Militairen hebben vrijdag bij de grens een man doodgeschoten" has one subject, the soldiers.
    """
    for token in analysis.tokens:
        if token.dep != "nsubj:pass":
            continue
        beside = [analysis.tokens[c] for c in analysis.children(token.head)]
        helped = any(t.dep == "aux" and t.lemma == "hebben" for t in beside)
        passive = any(t.dep == "aux:pass" for t in beside)
        before = any(t.dep == "nsubj" and t.i < token.i for t in beside)
        if helped and before and not passive:
            yield token.i


def _trimmed(analysis: Analysis, entity: Entity) -> Entity:
    """Return a name without the word that opens the sentence: "Volgens" in "Volgens Oman"."""
    first = entity.first
    while first < entity.stop - 1 and analysis.tokens[first].upos in _OPENERS:
        first += 1
    return entity if first == entity.first else replace(entity, first=first)


def _is_broken(analysis: Analysis, first: int, stop: int) -> bool:
    """Tell whether a token of the name is taken for a verb, within one sentence."""
    inside = analysis.tokens[first:stop]
    return (
        len(inside) > 1
        and any(token.upos in _CLAUSAL for token in inside)
        and len({token.sent for token in inside}) == 1
    )


def _join(tokens: list[Token], first: int, stop: int) -> None:
    inside = range(first, stop)
    above = _outside(tokens, first, inside)
    hung = [i for i, token in enumerate(tokens) if i not in inside and token.head in inside]
    for i in hung:
        if tokens[i].head != first:
            over = _outside(tokens, tokens[i].head, inside)
            tokens[i] = replace(tokens[i], head=i if over is None else over)
    for i in inside:
        tokens[i] = replace(tokens[i], head=first, dep="flat", upos="PROPN")
    _crown(tokens, first, above, hung)


def _crown(tokens: list[Token], first: int, above: int | None, hung: list[int]) -> None:
    """Hang the name where its first token hung; a name that was the root gives way to a real verb."""
    orphans = [i for i in hung if tokens[i].head == i]
    verb = next((i for i in orphans if tokens[i].upos in _CLAUSAL), None)
    root = verb if verb is not None else next(iter(orphans), first)
    for i in orphans:
        dep = "root" if i == root else tokens[i].dep
        tokens[i] = replace(tokens[i], head=root, dep=dep)
    head = root if above is None else above
    dep = "root" if head == first else "nmod"
    tokens[first] = replace(tokens[first], head=head, dep=dep)


def _outside(tokens: list[Token], i: int, inside: range) -> int | None:
    """Return the first token above token `i` that is not part of the name; None below a root."""
    seen = {i}
    while tokens[i].head != i:
        i = tokens[i].head
        if i in seen:
            return None
        if i not in inside:
            return i
        seen.add(i)
    return None
