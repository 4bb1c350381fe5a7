"""Word vectors made of letter groups (floret), remembered per word so that a word costs once.

floret: Bojanowski et al., "Enriching Word Vectors with Subword Information", with hashed rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.strings import StringStore
from spacy.util import registry
from spacy.vectors import Vectors  # type: ignore[import-not-found]  # compiled, without types
from spacy.vocab import Vocab

#: Words remembered before the memory is emptied: at 96 floats, some 40 MB.
_CAPACITY = 100_000


class CachedVectors(Vectors):  # type: ignore[misc]
    """spaCy's floret vectors with a bounded memory of the words that were asked for.

    Example:
        "raketaanvallen" shares its letter groups with "raketaanval", so it has a vector although
        it was never seen.
    """

    def __init__(self, *, strings: StringStore | None = None, **settings: Any) -> None:  # noqa: ANN401 - Vectors' own
        super().__init__(strings=strings, **settings)
        self._row_of: dict[int, int] = {}
        self._rows = np.zeros((1024, self.shape[1] if self.shape else 0), dtype="float32")

    def get_batch(self, keys: Iterable[int]) -> NDArray[np.float32]:
        """Return one row per key (a word's hash), as spaCy's own method does."""
        wanted, places = np.unique(np.asarray(keys, dtype="uint64"), return_inverse=True)
        if len(self._row_of) + len(wanted) > _CAPACITY:
            self._row_of.clear()
        new = [key for key in wanted.tolist() if key not in self._row_of]
        if new:
            self._remember(new)
        rows = np.fromiter((self._row_of[key] for key in wanted.tolist()), "int64", len(wanted))
        found: NDArray[np.float32] = self._rows[rows[places]]
        return found

    def _remember(self, keys: list[int]) -> None:
        found = np.asarray(super().get_batch(keys), dtype="float32")
        first = len(self._row_of)
        if len(self._rows) < first + len(keys) or self._rows.shape[1] != found.shape[1]:
            grown = np.zeros((2 * (first + len(keys)), found.shape[1]), dtype="float32")
            if first:
                grown[:first] = self._rows[:first]
            self._rows = grown
        self._rows[first : first + len(keys)] = found
        self._row_of.update(zip(keys, range(first, first + len(keys)), strict=True))


@registry.vectors("wederhoor_nl.CachedVectors.v1")  # type: ignore[untyped-decorator]
def create_cached_vectors() -> Callable[[Vocab], CachedVectors]:
    """Return the factory that spaCy's configuration names under `[nlp.vectors]`."""

    def create(vocab: Vocab) -> CachedVectors:
        return CachedVectors(strings=vocab.strings)

    return create
