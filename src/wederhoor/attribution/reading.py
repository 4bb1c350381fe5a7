"""Every attribution of a report, to look at: source, cue and content as stretches of its text.

What comes in: an `Analysis` and its actors. What goes out: `Attribution`s, in text order, whether or not
the report tells an event. `attribute` uses the same statements to give facts their sources.

The three parts are those of the Penn Attribution Relation Corpus (Pareti, LREC 2012): source, cue and content.

Example:
    "Iran heeft volgens Oman vijftien raketten afgevuurd." has one attribution: source "Oman", cue
    "volgens", content "Iran heeft" and "vijftien raketten afgevuurd".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wederhoor.attribution.speakers import Speakers
from wederhoor.attribution.statement import content_of, cue_span
from wederhoor.attribution.statements import find_statements
from wederhoor.model import Actor, ActorMention, Analysis, Span, Stance

_HANGING = frozenset(
    {"det", "amod", "nummod", "compound", "flat", "appos", "nmod", "nmod:poss", "fixed"}
)
"""How words of a noun phrase hang from its head."""
_JOINED = frozenset({"conj", "cc"})
_TO = frozenset({"tegen", "tegenover", "aan", "op"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """What one source is said to say.

    Attributes:
        source: who speaks; None where the words do not say who ("naar verluidt").
        source_span: the words for the source; None when there are none.
        cue: the words that attribute; None for a quote that goes on without any.
        content: what is said, in as many stretches as the cue and source cut it in.
        stance: how the source holds it.
        rule: id of the rule.
    """

    source: Actor | None
    source_span: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    stance: Stance
    rule: str


def read_attributions(
    analysis: Analysis, actors: Iterable[ActorMention]
) -> tuple[Attribution, ...]:
    """Return every attribution of a report, in the order of its cues.

    Args:
        analysis: the report, read.
        actors: the actors found in it; they give the speakers their names.
    """
    statements = find_statements(analysis, Speakers(analysis, actors))
    return tuple(
        Attribution(
            said.source,
            said.span and _phrase(analysis, said.span, said.cue),
            cue_span(analysis, said),
            content,
            said.stance,
            said.rule,
        )
        for said in statements
        if (content := tuple(content_of(analysis, said)))
    )


def _phrase(analysis: Analysis, span: Span, cue: int) -> Span:
    """Return the whole noun phrase of a source: "een woordvoerder van het leger" of "woordvoerder"."""
    named = [t for t in analysis.tokens if span.start <= t.start < span.end]
    inside = {token.i for token in named}
    head = next((t for t in named if t.head not in inside or t.head == t.i), None)
    if head is None or head.upos == "PRON":
        return span
    inside |= set(_hanging(analysis, head.i, nested=False)) - {cue}
    first = last = head.i
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    while analysis.tokens[last].upos == "PUNCT" and analysis.tokens[last].text != ")":
        last -= 1
    while first < last and analysis.tokens[first].upos in {"PUNCT", "ADP", "ADV", "CCONJ"}:
        first += 1
    return span.cover(analysis.span(first, last + 1))


def _hanging(analysis: Analysis, head: int, *, nested: bool) -> Iterator[int]:
    """Yield what belongs to a noun phrase, relative clauses left out; marks only between its words."""
    tokens = analysis.tokens
    for child in analysis.children(head):
        dep = tokens[child].dep
        if dep == "punct" or (dep == "case" and nested):
            yield child
        elif (dep in _HANGING and not _passes_on(analysis, child)) or (
            dep in _JOINED and tokens[child].upos != "VERB"
        ):
            yield child
            yield from _hanging(analysis, child, nested=True)


def _passes_on(analysis: Analysis, noun: int) -> bool:
    """Tell whether a noun is not part of the source but hears it: "agenten tegen Reuters"."""
    children = analysis.children(noun)
    return any(analysis.tokens[child].lower in _TO for child in children)
