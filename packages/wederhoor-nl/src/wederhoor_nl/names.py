"""Names of persons, organisations, places and the rest: a CRF over the features of each word."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pycrfsuite
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from wederhoor_nl.agreement import agree
from wederhoor_nl.features import FeatureMaker, Tables
from wederhoor_nl.known import settle

LABELS = ("PER", "ORG", "LOC", "MISC")


class CrfNames:
    """The spaCy component that sets `doc.ents`, sentence by sentence.

    Example:
        "Hassan Rohani sprak in Teheran." has PER "Hassan Rohani" and LOC "Teheran".
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        self.labels = LABELS
        self._weights = b""
        self._maker = FeatureMaker(Tables())
        self._tagger: pycrfsuite.Tagger | None = None

    def learn(self, weights: bytes, tables: Tables) -> None:
        """Take a trained CRF and the word tables it was trained with."""
        self._weights = weights
        self._maker = FeatureMaker(tables)
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open_inmemory(weights)

    def __call__(self, doc: Doc) -> Doc:
        """Set the entities of `doc`, which must have parts of speech and sentences."""
        if self._tagger is None or not len(doc):
            return doc
        found: list[tuple[int, int, str]] = []
        for places in _sentences(doc):
            words = [doc[i].text for i in places]
            tags = [doc[i].pos_ for i in places]
            labels = self._tagger.tag(self._maker.sentence(words, tags))
            for start, stop, label in settle(words, spans(labels), self._maker.tables.names):
                found.append((places[start], places[stop - 1] + 1, label))
        words = [token.text for token in doc]
        agreed = agree(words, found)
        doc.set_ents([Span(doc, first, stop, label=kind) for first, stop, kind in agreed])
        return doc

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:  # noqa: ARG002 - spaCy passes it
        """Write weights and tables into the folder `path`."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "names.crf").write_bytes(self._weights)
        self._maker.tables.write(folder)

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> CrfNames:  # noqa: ARG002
        """Read weights and tables from the folder `path`."""
        folder = Path(path)
        self.learn((folder / "names.crf").read_bytes(), Tables.read(folder))
        return self


def _sentences(doc: Doc) -> list[list[int]]:
    """Return the tokens of every sentence without the whitespace ones."""
    cut: list[list[int]] = []
    for token in doc:
        if token.is_sent_start or not cut:
            cut.append([])
        if not token.is_space:
            cut[-1].append(token.i)
    return [places for places in cut if places]


def spans(labels: list[str]) -> list[tuple[int, int, str]]:
    """Return the runs of B- and I- labels: ["B-LOC", "I-LOC", "O"] -> [(0, 2, "LOC")]."""
    found: list[tuple[int, int, str]] = []
    for i, label in enumerate(labels):
        if label == "O":
            continue
        kind = label[2:]
        joins = label[0] == "I" and found and found[-1][1] == i and found[-1][2] == kind
        if joins:
            found[-1] = (found[-1][0], i + 1, kind)
        else:
            found.append((i, i + 1, kind))
    return found


@Language.factory(
    "crf_names",
    assigns=["doc.ents", "token.ent_iob", "token.ent_type"],
    requires=["token.pos", "token.is_sent_start"],
)
def create_names(nlp: Language, name: str) -> Callable[[Doc], Doc]:  # noqa: ARG001 - spaCy passes both
    """Return an untrained component; what it knows comes from disk or from training."""
    return CrfNames(nlp.vocab)
