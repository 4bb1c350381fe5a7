"""Lemmas: a word list by part of speech, the tails of compounds, endings, then simplemma.

The order is the finding of `training/lemmas.py`: words seen in treebanks are right more often than
any rule; a compound inflects as its last part does; simplemma knows the rest of the common words.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

import simplemma
from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

#: Words remembered before the memory is emptied.
_CAPACITY = 100_000
_SHORTEST_TAIL = 4
_SAME_AS_WRITTEN = frozenset({"PUNCT", "SYM", "NUM", "X", "SPACE"})
#: "schietend(e)" -> "schieten".
_PRESENT_PARTICIPLE = re.compile("(?<=[a-z]{2})ende?$")
_INFLECTED = frozenset({"NOUN", "VERB", "ADJ"})


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What training learned of lemmas.

    Attributes:
        words: lemma by "POS word", such as "VERB gevuurd" -> "vuren".
        endings: by "POS ending", how many characters to take off and what to put on:
            "NOUN ingen" -> (2, ""), as in "beschietingen" -> "beschieting".
    """

    words: dict[str, str] = field(default_factory=dict)
    endings: dict[str, tuple[int, str]] = field(default_factory=dict)

    def lemma(self, form: str, upos: str) -> str:
        """Return the lemma of a word with its UD part of speech ("gevuurd", VERB -> "vuren")."""
        if upos in _SAME_AS_WRITTEN:
            return form
        if upos == "PROPN":
            return self.words.get(f"PROPN {form}", form)
        kind = "VERB" if upos == "AUX" else upos
        lower = form.lower()
        known = self.words.get(f"{kind} {lower}")
        if known is not None:
            return lower[:-1] if known == lower and self._is_plural(lower, kind) else known
        if kind not in _INFLECTED:
            return lower
        return self._compound(lower, kind) or self._unseen(lower, kind)

    def is_only_noun(self, form: str) -> bool:
        """Say whether the word list has a word in lower case as a noun and not as a verb."""
        return form.islower() and f"NOUN {form}" in self.words and f"VERB {form}" not in self.words

    def _compound(self, lower: str, kind: str) -> str | None:
        """Inflect the longest known tail: "drone" + "aanvallen" -> "droneaanval"."""
        for cut in range(2, len(lower) - _SHORTEST_TAIL + 1):
            tail = self.words.get(f"{kind} {lower[cut:]}")
            if tail is not None:
                return lower[:cut] + tail
        return None

    def _is_plural(self, lower: str, kind: str) -> bool:
        """Say whether a noun that was learned as its own lemma is the plural of another: "drones"."""
        stem = lower.removesuffix("s")
        if kind != "NOUN" or stem == lower or len(stem) < _SHORTEST_TAIL:
            return False
        return stem.endswith("e") and self.words.get(f"NOUN {stem}") == stem

    def _unseen(self, lower: str, kind: str) -> str:
        if simplemma.is_known(lower, "nl"):
            found = simplemma.lemmatize(lower, "nl")
            if kind != "VERB" or found.endswith("n"):
                return found.lower()
        if kind == "VERB" and _PRESENT_PARTICIPLE.search(lower):
            return _PRESENT_PARTICIPLE.sub("en", lower)
        for cut in range(max(0, len(lower) - 6), len(lower)):
            rule = self.endings.get(f"{kind} {lower[cut:]}")
            if rule is not None and len(lower) - rule[0] > 1:
                return lower[: len(lower) - rule[0]] + rule[1]
        return lower

    def write(self, path: Path) -> None:
        """Write the lexicon as one compressed table, sorted, so that equal ones are equal bytes."""
        rows = [f"w\t{key}\t{lemma}" for key, lemma in sorted(self.words.items())]
        rows += [f"e\t{key}\t{cut}\t{add}" for key, (cut, add) in sorted(self.endings.items())]
        path.write_bytes(gzip.compress("\n".join(rows).encode(), mtime=0))

    @classmethod
    def read(cls, path: Path) -> Lexicon:
        """Read what `write` wrote."""
        words: dict[str, str] = {}
        endings: dict[str, tuple[int, str]] = {}
        for row in gzip.decompress(path.read_bytes()).decode().split("\n"):
            kind, key, *rest = row.split("\t")
            if kind == "w":
                words[key] = rest[0]
            elif kind == "e":
                endings[key] = (int(rest[0]), rest[1])
        return cls(words, endings)


class DutchLemmas:
    """The spaCy component that sets `token.lemma` from the word and its part of speech."""

    def __init__(self, vocab: Vocab, lexicon: Lexicon | None = None) -> None:
        self.vocab = vocab
        self.lexicon = lexicon or Lexicon()
        self._known: dict[tuple[int, int], tuple[int, bool]] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set the lemma of every token of `doc`; a verb that no verb can be becomes a noun."""
        if len(self._known) > _CAPACITY:
            self._known.clear()
        for token in doc:
            key = (token.orth, token.pos)
            if key not in self._known:
                self._known[key] = self._read(token)
            lemma, noun = self._known[key]
            token.lemma = lemma
            if noun:
                token.pos_ = "NOUN"
                plural = "Number=Plur" if token.lower_.endswith(("en", "s")) else None
                token.set_morph(plural)  # type: ignore[attr-defined]  # the stubs lack it
        return doc

    def _read(self, token: Token) -> tuple[int, bool]:
        """Return the lemma's number, and whether a verb is to become the noun it must be."""
        noun = token.pos_ == "VERB" and self.lexicon.is_only_noun(token.text)
        lemma = self.lexicon.lemma(token.text, "NOUN" if noun else token.pos_)
        return self.vocab.strings.add(lemma or token.text), noun

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:  # noqa: ARG002 - spaCy passes it
        """Write the lexicon into the folder `path`."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        self.lexicon.write(folder / "lexicon.gz")

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> DutchLemmas:  # noqa: ARG002
        """Read the lexicon from the folder `path`."""
        self.lexicon = Lexicon.read(Path(path) / "lexicon.gz")
        self._known.clear()
        return self


@Language.factory("dutch_lemmas", assigns=["token.lemma"], requires=["token.pos"])
def create_lemmas(nlp: Language, name: str) -> Callable[[Doc], Doc]:  # noqa: ARG001 - spaCy passes both
    """Return an empty component; its lexicon comes from disk or from training."""
    return DutchLemmas(nlp.vocab)
