"""The hand-checked sets: 200 nouns, 200 particles, 200 sentence starts around quotes.

Rows hold a report's id, character offsets in its title, blank line and text, what a reader decided,
and a digest of the words read, because the texts may not be copied. A row whose words have changed
is counted as `drifted` and left out.

How the rows were drawn: by chance from July 2019, which no part of the pipeline has counted words
in. `compounds`: tokens tagged NOUN of nine letters or more, each lemma once. `particles`: words of
the closed list of particles before a stop, a clause or "te" (half), anywhere (a fifth), and
verb forms that begin with one. `boundaries`: quotation marks beside a stop, comma, colon or line
end, with some 15 characters around.
"""

from __future__ import annotations

import hashlib
import json
import lzma
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Token

from wederhoor_nl.compounds import split_compound
from wederhoor_nl.particles import PARTICLES

FOLDER = Path(__file__).parent
_STREAM = Path("data", "news-2019.jsonl.xz")
_DIGEST = 16
_VERBS = frozenset({"VERB", "AUX"})

Row = dict[str, Any]
Docs = dict[str, Doc]


@dataclass(slots=True)
class Tally:
    """Right, wrong and missed decisions; `errors` names the wrong ones by report and offset."""

    right: int = 0
    found: int = 0
    gold: int = 0
    drifted: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Right ones among those found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Right ones among those there are."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.right / (self.found + self.gold) if self.found + self.gold else 0.0


def rows(name: str) -> list[Row]:
    """Return the rows of "compounds", "particles" or "boundaries"."""
    with (FOLDER / f"{name}.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def texts(shared: Path, wanted: set[str]) -> dict[str, str]:
    """Return the reports that are wanted: title, blank line, text."""
    found: dict[str, str] = {}
    with lzma.open(shared / _STREAM, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line[8:25].strip('"') in wanted:
                report = json.loads(line)
                found[report["id"]] = f"{report['title']}\n\n{report['text']}"
    return found


def read_reports(nlp: Language, shared: Path) -> Docs:
    """Return every report of the three sets, read by a pipeline."""
    wanted = {
        row["report"] for name in ("compounds", "particles", "boundaries") for row in rows(name)
    }
    found = texts(shared, wanted)
    return dict(zip(found, nlp.pipe(found.values(), batch_size=20), strict=True))


def compounds(docs: Docs, *, lemmas: bool = False) -> Tally:
    """Score the splits of nouns as written, or of the lemmas that the pipeline gives them."""
    tally = Tally()
    for row, doc in _same(rows("compounds"), docs, tally):
        token = _token(doc, row["start"])
        word = token.lemma_ if lemmas and token else doc.text[row["start"] : row["end"]]
        parts = [part.lower() for part in split_compound(word)]
        parts = parts if len(parts) > 1 else []
        accepted = [row["parts"], *row.get("also", [])]
        tally.found += bool(parts)
        tally.right += bool(parts) and parts in accepted
        tally.gold += bool(row["parts"]) and (bool(parts) or [] not in accepted)
        if parts not in accepted:
            tally.errors.append(f"{_place(row)} {word}: {'+'.join(parts) or 'whole'}")
    return tally


def particles(
    docs: Docs, kinds: Sequence[str] = ("loose", "none", "either", "joined", "whole")
) -> Tally:
    """Score the lemmas of verbs with a particle, loose ("vuurde ... af") or joined ("afgevuurd").

    Rows of kind "none" hold a word that is no particle there, "whole" a verb that only looks as if
    it began with one; "either" may be read both ways and counts only when it is joined wrongly.
    """
    tally = Tally()
    for row, doc in _same(rows("particles"), docs, tally):
        if row["kind"] in kinds:
            _count_particle(row, doc, tally)
    return tally


def _count_particle(row: Row, doc: Doc, tally: Tally) -> None:
    word = _token(doc, row["start"])
    verb = _token(doc, row["verb"][0]) if "verb" in row else None
    if row["kind"] in {"joined", "whole"}:
        said = verb.lemma_.lower() if verb else ""
        right, found = said == row["lemma"], _begins_with_particle(said)
    else:
        head = _joined_to(word) if word else None
        said = head.lemma_.lower() if head else ""
        right = head is not None and verb is not None and head.i == verb.i and said == row["lemma"]
        found = head is not None
    wanted = row["kind"] in {"loose", "joined"}
    if row["kind"] == "whole":
        tally.found += not right
    else:
        tally.found += found
        tally.right += right
        tally.gold += wanted or (row["kind"] == "either" and right)
    if not right and (found or wanted or row["kind"] == "whole"):
        tally.errors.append(f"{_place(row)} {row['kind']}: {said or 'not joined'}")


def _joined_to(word: Token) -> Token | None:
    """Return the verb to whose lemma a loose particle was put: its head, or a verb before it."""
    sentence = word.sent
    others = [word.doc[i] for i in range(word.i - 1, sentence.start - 1, -1)]
    others += [word.doc[i] for i in range(word.i + 1, sentence.end)]
    if word.dep_ != "compound:prt" and word.head.pos_ not in _VERBS:
        others = [verb for verb in others if verb.i < word.i]
    return next((verb for verb in [word.head, *others] if _has_particle(verb, word.lower_)), None)


def _has_particle(verb: Token, particle: str) -> bool:
    """Say whether the lemma begins with the particle and the verb as written does not."""
    lemma, form = verb.lemma_.lower(), verb.lower_
    if verb.pos_ not in _VERBS or not lemma.startswith(particle) or form.startswith(particle):
        return False
    return not form.startswith("ge") or lemma.removeprefix(particle).startswith("ge")


def _begins_with_particle(lemma: str) -> bool:
    return any(lemma[:at] in PARTICLES for at in range(2, len(lemma)))


def boundaries(docs: Docs) -> Tally:
    """Score the sentence starts within windows around quotation marks."""
    tally = Tally()
    for row, doc in _same(rows("boundaries"), docs, tally):
        gold = set(row["starts"])
        said = {at for at in sentence_starts(doc) if row["start"] <= at < row["end"]}
        tally.right += len(gold & said)
        tally.found += len(said)
        tally.gold += len(gold)
        tally.errors += [f"{_place(row)} extra start at {at}" for at in sorted(said - gold)]
        tally.errors += [f"{_place(row)} no start at {at}" for at in sorted(gold - said)]
    return tally


def sentence_starts(doc: Doc) -> Iterator[int]:
    """Yield the character at which each sentence starts, white space skipped."""
    pending = True
    for token in doc:
        pending = pending or bool(token.is_sent_start)
        if pending and not token.is_space:
            yield token.idx
            pending = False


def _same(found: list[Row], docs: Docs, tally: Tally) -> Iterator[tuple[Row, Doc]]:
    """Yield rows with their report, as far as the words are still the ones that were read."""
    for row in found:
        doc = docs.get(row["report"])
        first, last = row.get("context", (row["start"], row["end"]))
        read = doc.text[first:last] if doc is not None else ""
        if doc is not None and digest(read) == row["sha256"]:
            yield row, doc
        else:
            tally.drifted += 1


def digest(words: str) -> str:
    """Return what a row keeps of the words that were read."""
    return hashlib.sha256(words.encode()).hexdigest()[:_DIGEST]


def _token(doc: Doc, at: int) -> Token | None:
    span = doc.char_span(at, at + 1, alignment_mode="expand")
    return span[0] if span is not None and span[0].idx == at else None


def _place(row: Row) -> str:
    return f"{row['report']}:{row['start']}"
