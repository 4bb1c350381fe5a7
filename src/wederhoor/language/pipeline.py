"""The adapter: a spaCy pipeline behind `Pipeline`, which reads texts and gives `Analysis`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import spacy
from spacy.language import Language

from wederhoor.errors import LanguageError
from wederhoor.language.pieces import pieces
from wederhoor.language.reading import Names, Reading
from wederhoor.model.analysis import Analysis

#: What a pipeline must set for the rest of Wederhoor to work.
_NEEDED = {
    "token.pos": "a tagger",
    "token.dep": "a parser",
    "doc.ents": "an entity recogniser",
}
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_REMEMBERED_WORDS = 300_000
#: Characters that go through the network together.
_BATCH = 40_000


class Pipeline:
    """A Dutch pipeline, loaded once and used for many reports.

    Example:
        >>> nl = load_pipeline()
        >>> read = nl.analyse("Iran vuurde raketten af.")
        >>> [token.lemma for token in read.tokens]
        ['iran', 'afvuren', 'raket', 'af', '.']
    """

    def __init__(self, nlp: Language) -> None:
        missing = [what for attr, what in _NEEDED.items() if not _assigned(nlp, attr)]
        if missing:
            msg = (
                f"pipeline {nlp.meta.get('name', '')!r} lacks {' and '.join(missing)}; "
                "choose one that follows Universal Dependencies and names persons, "
                "organisations and places"
            )
            raise LanguageError(msg)
        self._nlp = nlp
        self._names = Names(nlp.vocab.strings)

    @property
    def name(self) -> str:
        """Name and version of the pipeline, for the record: "wederhoor_nl 1.0.0"."""
        meta = self._nlp.meta
        return f"{meta['name']} {meta['version']}"

    def analyse(self, text: str) -> Analysis:
        """Read one text. No text is refused: of whitespace only, there are no tokens."""
        return next(self.analyse_many([text]))

    def analyse_many(self, texts: Iterable[str]) -> Iterator[Analysis]:
        """Read texts one after the other, in batches; yield their analyses in the same order.

        Long texts go through the pipeline in pieces, so that memory stays bounded whatever the
        length of a line.
        """
        for batch in _batches(_queue(texts)):
            tasks = [(task.text, task) for task in batch]
            for doc, task in self._nlp.pipe(tasks, as_tuples=True, batch_size=len(tasks)):
                task.reading.add(doc, task.offset, self._names)
                if task.last:
                    yield task.reading.analysis()
            self._names.trim(_REMEMBERED_WORDS)


@dataclass(frozen=True, slots=True)
class _Task:
    """A piece of a text on its way through the pipeline; `last` says that the text ends in it."""

    text: str
    reading: Reading
    offset: int
    last: bool


def _queue(texts: Iterable[str]) -> Iterator[_Task]:
    for text in texts:
        reading = Reading(text)
        cut = list(pieces(text)) or [(0, "")]
        for place, (offset, piece) in enumerate(cut):
            clean = _LONE_SURROGATE.sub("\ufffd", piece)
            yield _Task(clean, reading, offset, last=place == len(cut) - 1)


def _batches(tasks: Iterable[_Task]) -> Iterator[list[_Task]]:
    """Yield tasks together, up to a number of characters: what bounds the memory of a batch."""
    batch: list[_Task] = []
    size = 0
    for task in tasks:
        if batch and size + len(task.text) > _BATCH:
            yield batch
            batch, size = [], 0
        batch.append(task)
        size += len(task.text)
    if batch:
        yield batch


def _assigned(nlp: Language, attribute: str) -> bool:
    return any(
        attribute in nlp.get_pipe_meta(name).assigns
        or (attribute == "token.pos" and nlp.get_pipe_meta(name).factory == "attribute_ruler")
        for name in nlp.pipe_names
    )


def load_pipeline(name: str = "wederhoor_nl") -> Pipeline:
    """Load an installed spaCy pipeline, or one in a folder.

    Args:
        name: a package such as "wederhoor_nl" or "nl_core_news_lg", or a path.

    Raises:
        LanguageError: it is not installed, cannot be read, or lacks tags, trees or names.
    """
    try:
        nlp = spacy.load(name)
    except OSError as error:
        msg = (
            f"the language pipeline {name!r} cannot be found; install it beside wederhoor "
            "(wederhoor_nl lies in packages/wederhoor-nl), or name a folder that holds one"
        )
        raise LanguageError(msg) from error
    except (ValueError, ImportError) as error:
        msg = f"the language pipeline {name!r} cannot be loaded: {error}"
        raise LanguageError(msg) from error
    return Pipeline(nlp)
