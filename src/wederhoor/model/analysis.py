"""What the language step knows of one report: tokens, sentences, trees, names.

This is the only view of a parse that the rest of the code has, so any Dutch pipeline that follows
Universal Dependencies can stand behind it, a weak one or a strong one. What may be used of it:

* `Token.upos`, `Token.lemma`, `Token.feats` (UD, "Number=Plur|Tense=Past");
* `Token.head` (index of the head token; a root points at itself) and `Token.dep` (UD v2 label with
  its subtype, such as `nsubj:pass` or `compound:prt`); rules must survive a wrong tree;
* `Analysis.sentences`, `Analysis.entities`, and the small walks below.

Example:
    "Iran vuurde raketten af." has five tokens; "vuurde" has lemma `afvuren` (the particle joined),
    "af" has dep `compound:prt`, and there is one entity, LOC over token 0.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from wederhoor.model.span import Span


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark of a report, with its place in the tree of its sentence.

    Attributes:
        i: index in `Analysis.tokens`.
        start: first character, in the report's text.
        text: the word as written.
        lower: the word in lower case.
        lemma: lower-case lemma; for a separable verb the whole verb ("vuurde ... af" -> "afvuren").
        upos: UD part of speech, such as `VERB`.
        feats: UD morphology, "" when there is none.
        dep: UD relation to the head, with subtype.
        head: index of the head token; its own index for a root.
        sent: index of the sentence in `Analysis.sentences`.
    """

    i: int
    start: int
    text: str
    lower: str
    lemma: str
    upos: str
    feats: str
    dep: str
    head: int
    sent: int

    @property
    def end(self) -> int:
        """The character just after the token."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens `first` up to, not including, `stop`: one sentence, heading or caption.

    `paragraph` counts the blank-line separated parts of the text from 0 (a title is part 0).
    """

    first: int
    stop: int
    paragraph: int = 0


@dataclass(frozen=True, slots=True)
class Entity:
    """A name: tokens `first` up to `stop`, with label PER, ORG, LOC or MISC."""

    first: int
    stop: int
    label: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """One report, read: its text and everything the language step found in it."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    entities: tuple[Entity, ...] = ()
    _children: dict[int, tuple[int, ...]] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        children: dict[int, list[int]] = {}
        for token in self.tokens:
            if token.head != token.i:
                children.setdefault(token.head, []).append(token.i)
        self._children.update({head: tuple(found) for head, found in children.items()})

    def children(self, i: int) -> tuple[int, ...]:
        """Return the indices of the tokens whose head is token `i`, from left to right."""
        return self._children.get(i, ())

    def subtree(self, i: int) -> Iterator[int]:
        """Yield token `i` and everything below it, in no particular order; a cycle ends the walk."""
        seen = {i}
        todo = [i]
        while todo:
            here = todo.pop()
            yield here
            for child in self._children.get(here, ()):
                if child not in seen:
                    seen.add(child)
                    todo.append(child)

    def ancestors(self, i: int) -> Iterator[int]:
        """Yield the head of token `i`, the head of that, up to the root; a cycle ends the walk."""
        seen = {i}
        while (up := self.tokens[i].head) not in seen:
            seen.add(up)
            yield up
            i = up

    def sentence(self, i: int) -> Sentence:
        """Return the sentence that token `i` stands in."""
        return self.sentences[self.tokens[i].sent]

    def span(self, first: int, stop: int) -> Span:
        """Return the characters of tokens `first` up to, not including, `stop`."""
        return Span(self.tokens[first].start, self.tokens[stop - 1].end)
