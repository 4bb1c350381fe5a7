"""Universal Dependencies files: read, map the 2017 conventions, leave out what recurs.

Example:
    The line "2<TAB>vuurde<TAB>af_vuren<TAB>VERB..." becomes `Word("vuurde", "afvuren", "VERB", ...)`.
"""

from __future__ import annotations

import lzma
import re
from dataclasses import dataclass, replace
from pathlib import Path

#: Copulas of 2017 that today are verbs of their own with an `xcomp`.
_FULL_VERBS = frozenset({"worden", "blijven", "heten", "lijken", "blijken", "schijnen", "raken"})
_STABLE = frozenset({"VERB", "PUNCT", "ADV", "ADP"})
_NO_SPACE_BEFORE = frozenset(".,:;!?)%’”»'")
_NO_SPACE_AFTER = frozenset("(‘“„«")


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word: what the treebank says of it.

    `head` is the index of its head within the sentence (its own for a root). An empty `dep` says
    that the treebank's convention differs from today's: nothing may be learned from this head.
    """

    form: str
    lemma: str
    upos: str
    feats: str
    head: int
    dep: str
    space: bool
    xpos: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One treebank sentence; sentences with the same `document` stood together in a text."""

    document: str
    words: tuple[Word, ...]
    name: str = ""

    @property
    def key(self) -> str:
        """The letters without their spaces: what tells two copies of a sentence apart."""
        return "".join(word.form for word in self.words)


def read(path: Path) -> list[Sentence]:
    """Read a compressed CoNLL-U file; multi-word ranges and empty nodes are skipped."""
    found: list[Sentence] = []
    name = ""
    rows: list[list[str]] = []
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in map(str.rstrip, lines):
            if line.startswith("#"):
                name = _name(line) or name
            elif line:
                rows.append(line.split("\t"))
            elif rows:
                words = tuple(_word(row) for row in rows if row[0].isdigit())
                found.append(Sentence(_document(name), words, name))
                rows = []
    return found


def _name(comment: str) -> str:
    """Return the sentence id of a comment line, "" when it carries another thing."""
    if comment.startswith("# sent_id = "):
        return comment.removeprefix("# sent_id = ").split("\\")[-1]
    return "" if " = " in comment else comment[1:].strip()


def _document(name: str) -> str:
    """Return what the sentences of one text share: "WR-P-0105.p.5.s.4" -> "WR-P-0105"."""
    return re.split(r"\.p\.|\.xml", name)[0].split("\\")[0]


def _word(row: list[str]) -> Word:
    head = int(row[6]) - 1
    here = int(row[0]) - 1
    feats = "|".join(f for f in row[5].split("|") if f != "_" and not f.startswith("ExtPos="))
    lemma = row[2].replace("_", "") or row[2]
    space = "SpaceAfter=No" not in row[9]
    return Word(row[1], lemma, row[3], feats, here if head < 0 else head, row[7], space,
                row[4])  # fmt: skip


def without(sentences: list[Sentence], *others: list[Sentence]) -> list[Sentence]:
    """Return the sentences whose letters do not recur in any of the other files."""
    known = {sentence.key for other in others for sentence in other}
    return [sentence for sentence in sentences if sentence.key not in known]


def modernise(sentence: Sentence) -> Sentence:
    """Bring a sentence in the conventions of 2017 to today's, as far as rules can.

    What no rule can settle (punctuation, the copula "worden") loses its label, so that the
    parser learns nothing of it. Measured on the sentences that exist in both conventions.
    """
    words = spaced(list(sentence.words))
    bare = [_relabelled(words, i) for i in range(len(words))]
    return replace(
        sentence, words=tuple(_masked(_reattached(bare, i), i) for i in range(len(bare)))
    )


def _masked(word: Word, i: int) -> Word:
    """Take away a part of speech that the conventions of 2017 gave otherwise too often."""
    plain = word.upos == "NOUN" and (i == 0 or word.form[0].islower())
    if plain or word.upos in _STABLE:
        return word
    return replace(word, upos="X", feats="Unknown=Yes")


def spaced(words: list[Word]) -> list[Word]:
    """Guess the spaces that the file does not tell."""
    spaced = []
    for i, word in enumerate(words):
        after = words[i + 1].form if i + 1 < len(words) else ""
        tight = (after[:1] in _NO_SPACE_BEFORE and len(after) == 1) or word.form in _NO_SPACE_AFTER
        spaced.append(replace(word, space=not tight))
    return spaced


def _relabelled(words: list[Word], i: int) -> Word:
    word = words[i]
    if word.dep == "flat:name" or (word.dep == "fixed" and word.upos == "PROPN"):
        return replace(word, dep="flat")
    if "Poss=Yes" in word.feats or (word.upos == "DET" and word.lemma in {"zijn", "haar", "hun"}):
        return replace(word, upos="PRON", dep="nmod:poss")
    if word.dep == "obl" and _by_agent(words, i):
        return replace(word, dep="obl:agent")
    return word


def _by_agent(words: list[Word], i: int) -> bool:
    """Say whether the oblique is the agent of a passive: "door Iran" under "gedood" with "werd"."""
    case = any(w.head == i and w.dep == "case" and w.form.lower() == "door" for w in words)
    return case and any(w.head == words[i].head and w.dep == "aux:pass" for w in words)


def _reattached(words: list[Word], i: int) -> Word:
    word = words[i]
    if word.dep == "punct":
        return replace(word, dep="")
    if _copula_clause(words, i):
        return replace(word, dep="")
    if word.dep == "cc":
        later = [
            k for k, w in enumerate(words) if w.head == word.head and w.dep == "conj" and k > i
        ]
        return replace(word, head=later[0]) if later else word
    return word


def _copula_clause(words: list[Word], i: int) -> bool:
    """Say whether the word stands in a clause around "worden" and the like, headed differently now."""
    heads = {w.head for w in words if w.dep == "cop" and w.lemma in _FULL_VERBS}
    return i in heads or words[i].head in heads
