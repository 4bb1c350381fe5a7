"""From a parsed spaCy document to the model's tokens, sentences and names.

Works on whole columns (`Doc.to_array`), since reading a token's attributes one by one would cost
as much as the parse.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from spacy import attrs
from spacy.strings import StringStore
from spacy.tokens import Doc

from wederhoor.model.analysis import Analysis, Entity, Sentence, Token

_COLUMNS = [
    attrs.LENGTH, attrs.SPACY, attrs.IS_SPACE, attrs.LEMMA, attrs.POS, attrs.MORPH, attrs.DEP,
    attrs.HEAD, attrs.SENT_START, attrs.ENT_IOB, attrs.ENT_TYPE,
]  # fmt: skip
_LINE_END = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_END = r"(?:\r\n|\n|\r(?!\n)|[\u2028\u2029])"
_BLANK_LINE = re.compile(rf"{_END}[^\S\n\r\u2028\u2029]*{_END}")
#: The labels of other Dutch pipelines by ours; a label that is not here is no name.
_LABELS = {
    "PER": "PER", "PERSON": "PER", "ORG": "ORG", "LOC": "LOC", "GPE": "LOC", "FAC": "LOC",
    "MISC": "MISC", "NORP": "MISC", "EVENT": "MISC", "PRODUCT": "MISC", "WORK_OF_ART": "MISC",
    "LAW": "MISC", "LANGUAGE": "MISC",
}  # fmt: skip
_BEGIN, _INSIDE = 3, 1
_HELPING = ("aux", "aux:pass")


@dataclass(slots=True)
class Reading:
    """What has been read of one text so far; `add` one parsed piece after the other.

    Example:
        The pieces "Iran vuurde raketten af. " and "De VS zwijgt." give one `Analysis` of two
        sentences.
    """

    text: str
    tokens: list[Token] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.breaks = [m.start() for m in _BLANK_LINE.finditer(self.text.rstrip())]
        lead = len(self.text) - len(self.text.lstrip())
        self.breaks = [at for at in self.breaks if at >= lead]

    def add(self, doc: Doc, offset: int, names: Names) -> None:
        """Add a parsed piece that starts at character `offset` of the text."""
        piece = _Piece(doc, self.text, offset)
        if not piece.kept:
            return
        base = len(self.tokens)
        number = self._add_sentences(piece, base)
        heads = piece.heads(number)
        text = self.text
        for new, old in enumerate(piece.kept):
            start = piece.starts[old]
            written = names.shared(text[start : piece.stops[old]])
            head = heads[new]
            self.tokens.append(
                Token(
                    base + new,
                    start,
                    written,
                    names.lower(written),
                    names.lemma(piece.lemmas[old]),
                    names[piece.tags[old]],
                    names[piece.feats[old]],
                    "root" if head == new else names.relation(piece.deps[old]),
                    base + head,
                    number[new],
                )
            )
        self._add_entities(piece, base, number, names)

    def _add_sentences(self, piece: _Piece, base: int) -> list[int]:
        """Add the sentences of a piece; return the sentence of every token that is kept."""
        firsts = piece.sentence_firsts()
        number: list[int] = []
        for first, stop in zip(firsts, [*firsts[1:], len(piece.kept)], strict=True):
            number += [len(self.sentences)] * (stop - first)
            paragraph = bisect_left(self.breaks, piece.starts[piece.kept[first]])
            self.sentences.append(Sentence(base + first, base + stop, paragraph))
        return number

    def _add_entities(self, piece: _Piece, base: int, number: list[int], names: Names) -> None:
        open_label, first = "", 0
        for new, old in enumerate(piece.kept):
            state = piece.iob[old]
            label = _LABELS.get(names[piece.kinds[old]], "") if state in (_BEGIN, _INSIDE) else ""
            goes_on = (
                state == _INSIDE
                and label == open_label
                and new > 0
                and number[new] == number[new - 1]
            )
            if open_label and not goes_on:
                self.entities.append(Entity(base + first, base + new, open_label))
                open_label = ""
            if label and not goes_on:
                open_label, first = label, new
        if open_label:
            self.entities.append(Entity(base + first, base + len(piece.kept), open_label))

    def analysis(self) -> Analysis:
        """Return what was read."""
        return Analysis(self.text, tuple(self.tokens), tuple(self.sentences), tuple(self.entities))


class Names:
    """The strings behind spaCy's numbers, each made once for the whole run."""

    def __init__(self, strings: StringStore) -> None:
        self._strings = strings
        self._known: dict[int, str] = {0: ""}
        self._lemmas: dict[int, str] = {0: ""}
        self._lower: dict[str, str] = {}
        self._shared: dict[str, str] = {}

    def __getitem__(self, key: int) -> str:
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = str(self._strings[key])
        return found

    def relation(self, key: int) -> str:
        """Return a UD label: spaCy writes the root in capitals, and "" for none."""
        return self[key].replace("ROOT", "root") or "dep"

    def lemma(self, key: int) -> str:
        """Return a lemma in lower case."""
        found = self._lemmas.get(key)
        if found is None:
            found = self._lemmas[key] = self._strings[key].lower()
        return found

    def lower(self, written: str) -> str:
        """Return a word in lower case."""
        found = self._lower.get(written)
        if found is None:
            found = self._lower[written] = written.lower()
        return found

    def shared(self, written: str) -> str:
        """Return the one copy of a word that the whole run shares."""
        return self._shared.setdefault(written, written)

    def trim(self, most: int) -> None:
        """Forget everything when more than `most` words are remembered."""
        if len(self._shared) > most:
            self._known = {0: ""}
            self._lemmas = {0: ""}
            self._lower.clear()
            self._shared.clear()


class _Piece:
    """The columns of one parsed document, and which of its tokens are kept (not whitespace)."""

    def __init__(self, doc: Doc, text: str, offset: int) -> None:
        table = doc.to_array(_COLUMNS).reshape(len(doc), len(_COLUMNS))
        lengths, spaces = table[:, 0].astype("int64"), table[:, 1].astype("int64")
        stops = offset + np.cumsum(lengths + spaces) - spaces
        self.text = text
        self.starts: list[int] = (stops - lengths).tolist()
        self.stops: list[int] = stops.tolist()
        columns: list[list[int]] = [table[:, k].tolist() for k in range(3, len(_COLUMNS))]
        self.lemmas, self.tags, self.feats, self.deps = columns[:4]
        self.sent_starts, self.iob, self.kinds = columns[5:]
        steps = table[:, _COLUMNS.index(attrs.HEAD)].astype("int64")
        self._heads: list[int] = (np.arange(len(doc)) + steps).tolist()
        self._space: list[bool] = (table[:, 2] != 0).tolist()
        strings = doc.vocab.strings
        helping = {strings[name] for name in _HELPING}
        self._helps = [dep in helping for dep in self.deps]
        self.kept = [i for i, space in enumerate(self._space) if not space]

    def sentence_firsts(self) -> list[int]:
        """Return the kept tokens that start a sentence: by the pipeline, or after a newline."""
        firsts: list[int] = []
        pending, end = True, self.starts[0]
        for new, old in enumerate(self.kept):
            between = self.sent_starts[(self.kept[new - 1] + 1 if new else 0) : old + 1]
            gap = self.text[end : self.starts[old]]
            if pending or 1 in between or (len(gap) > 0 and _LINE_END.search(gap)):
                firsts.append(new)
            pending, end = False, self.stops[old]
        return firsts

    def heads(self, number: Sequence[int]) -> list[int]:
        """Return the head of every kept token among the kept; outside its sentence is a root.

        What hangs from a helping verb hangs from its main verb: UD gives an `aux` no dependents.
        """
        place = {old: new for new, old in enumerate(self.kept)}
        found: list[int] = []
        for new, old in enumerate(self.kept):
            head, steps = self._heads[old], 0
            while self._passes(head) and self._heads[head] != head and steps < len(place):
                head, steps = self._heads[head], steps + 1
            above = place.get(head, new)
            found.append(above if number[above] == number[new] else new)
        return found

    def _passes(self, head: int) -> bool:
        """Tell whether a token heads nothing itself: whitespace, or a helping verb."""
        return self._space[head] or self._helps[head]
