"""What the data tell of words, and the words that can be parts of compounds.

Comes in: UD treebanks, Frog's labels, the news stream. Goes out: `Seen`, and a table of words with
their lemma and kind: "raketten" -> ("raket", "n"), "vlieg" -> ("vlieg", "v").
"""

from __future__ import annotations

import json
import lzma
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from wederhoor_nl.compounds import Part

Tags = dict[str, Counter[tuple[str, str]]]

TEST_MONTH = "2019-07"
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_PART = re.compile(r"[^\W\d_]{2,}|[^\W\d_]+(?:-[^\W\d_]+)+")
_UD_KINDS = {"NOUN": "n", "VERB": "v", "ADJ": "a", "NUM": "q", "PROPN": "e"}
_FROG_KINDS = {"N": "n", "WW": "v", "ADJ": "a", "TW": "q", "SPEC": "e"}
_GOLD_WEIGHT, _FROG_COLUMNS = 3, 5
_NOUN_SHARE, _OTHER_SHARE, _FEW, _SOME, _MANY, _SHORTEST = 0.15, 0.3, 3, 5, 50, 3
_VOWELS = "aeiou"
#: How a plural, a linked noun and the beginning of a participle end.
_LINKED = ("s", "en", "e")
_DEVOICED = {"v": "f", "z": "s"}


@dataclass(slots=True)
class Seen:
    """What the data tell of words.

    Attributes:
        tags: by word, how often it had which kind and lemma.
        split: parts of the nouns that a treebank splits.
        whole: nouns that it leaves whole.
        counts: words in the stream; `capitals` counts those that start with one.
    """

    tags: Tags = field(default_factory=lambda: defaultdict(Counter))
    split: dict[str, list[str]] = field(default_factory=dict)
    whole: set[str] = field(default_factory=set)
    counts: Counter[str] = field(default_factory=Counter)
    capitals: Counter[str] = field(default_factory=Counter)

    def noun_share(self, word: str) -> float:
        """Return how often a word was tagged as a noun; 0 when it never was tagged."""
        tags = self.tags.get(word)
        return sum(n for (kind, _), n in tags.items() if kind == "n") / tags.total() if tags else 0


def read_data(folder: Path) -> Seen:
    """Read treebanks (the Alpino test file left out), Frog's labels and the stream."""
    seen = Seen()
    for path in sorted((folder / "ud").glob("*.conllu.xz")):
        if "alpino-ud-test" not in path.name and "2017" not in path.name:
            _read_treebank(path, seen)
    for path in sorted((folder / "silver").glob("*.conll.xz")):
        for row in _rows(path):
            if len(row) > _FROG_COLUMNS and "_" not in row[1]:
                tag = row[4]
                kind = "e" if "eigen" in tag else _FROG_KINDS.get(tag.split("(")[0], "x")
                kind = "n" if tag.startswith("ADJ(nom") else kind  # "jongeren", "zieken"
                seen.tags[row[1].lower()][kind, row[2].lower()] += 1
    _read_stream(folder / "news-2019.jsonl.xz", seen)
    return seen


def _rows(path: Path) -> Iterator[list[str]]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield line.rstrip("\n").split("\t")


def _read_treebank(path: Path, seen: Seen) -> None:
    for row in _rows(path):
        if len(row) < _FROG_COLUMNS or not row[0].isdigit():
            continue
        form, lemma, tag = row[1].lower(), row[2].lower(), row[3]
        kind = _UD_KINDS.get(tag, "x")
        seen.tags[form][kind, lemma.replace("_", "")] += _GOLD_WEIGHT
        if tag == "NOUN" and form.isalpha():
            if "_" in lemma:
                seen.split[form] = lemma.split("_")
            else:
                seen.whole.add(form)


def _read_stream(path: Path, seen: Seen) -> None:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            report = json.loads(line)
            if report["published"].startswith(TEST_MONTH):
                continue
            for word in _WORD.findall(f"{report['title']} {report['text']}"):
                lower = word.lower()
                seen.counts[lower] += 1
                seen.capitals[lower] += word != lower


def lexicon(seen: Seen) -> dict[str, Part]:
    """Return the words that can be parts of compounds."""
    words: dict[str, Part] = {}
    for form, tags in seen.tags.items():
        if _PART.fullmatch(form) and (part := _part(form, tags, seen)):
            words[form] = part
    for stem in _verb_stems(seen):
        words.setdefault(stem, Part(stem, "v"))
    _add_treebank_parts(words, seen)
    _add_bound_parts(words, seen)
    return words


def _part(form: str, tags: Counter[tuple[str, str]], seen: Seen) -> Part | None:
    kinds: Counter[str] = Counter()
    for (kind, _), n in tags.items():
        kinds[kind] += n
    total = tags.total()
    lower = seen.counts[form] - seen.capitals[form]
    if kinds["e"] > total / 2:
        common = lower >= _SOME or (seen.counts[form] >= _MANY and len(form) > _SHORTEST)
        return Part(form, "e") if common and len(form) >= _SHORTEST else None
    if kinds["n"] >= _NOUN_SHARE * total and (kinds["n"] > 1 or lower >= _SOME):
        return Part(_lemma(tags, "n"), "n")
    for kind in "aq":
        if kinds[kind] >= max(_FEW, _OTHER_SHARE * total) and _lemma(tags, kind) == form:
            return Part(form, kind)
    return None


def _lemma(tags: Counter[tuple[str, str]], kind: str) -> str:
    return max((n, lemma) for (other, lemma), n in tags.items() if other == kind)[1]


def _verb_stems(seen: Seen) -> Iterator[str]:
    """Yield stems that occur: "vliegen" -> "vlieg", "betalen" -> "betaal"."""
    verbs: Counter[str] = Counter()
    for tags in seen.tags.values():
        for (kind, lemma), n in tags.items():
            verbs[lemma] += n * (kind == "v")
    parts = {part for parts in seen.split.values() for part in parts[:-1]}
    for verb, n in sorted(verbs.items()):
        if n >= _SOME and verb.isalpha():
            for stem in _stems(verb):
                if len(stem) >= _SHORTEST and (
                    stem in seen.tags or stem in parts or seen.counts[stem] >= _FEW
                ):
                    yield stem


def _stems(verb: str) -> list[str]:
    if not verb.endswith("en") or len(verb) < _SOME:
        return []
    stem = verb[:-2]
    found = [stem]
    if stem[-1] not in _VOWELS:
        if stem[-1] == stem[-2]:
            found = [stem[:-1]]
        elif stem[-2] in _VOWELS and stem[-3:-2] not in set(_VOWELS):
            found = [stem[:-1] + stem[-2] + stem[-1], stem]
    return [one[:-1] + _DEVOICED.get(one[-1], one[-1]) for one in found]


def _add_treebank_parts(words: dict[str, Part], seen: Seen) -> None:
    """Add the parts that the treebanks name; as their lemma they are what a part is called."""
    lefts = Counter(part for parts in seen.split.values() for part in parts[:-1])
    heads = Counter(parts[-1] for parts in seen.split.values())
    for head, n in sorted(heads.items()):
        often = n > 1 or seen.counts[head] >= _MANY // 2
        if head.isalpha() and len(head) >= _SHORTEST and often:
            words[head] = words[head] if _is_noun(words, head) else Part(head, "n")
    for left, n in sorted(lefts.items()):
        if not left.isalpha() or len(left) < _SHORTEST - 1:
            continue
        if left in words:
            words[left] = Part(left, words[left].kind) if n > 1 else words[left]
        elif n > 1 or seen.counts[left] >= _SOME:
            words[left] = Part(left, "x")


def _add_bound_parts(words: dict[str, Part], seen: Seen) -> None:
    """Add what stands before many nouns and never alone: "cyber", "mega", "stief"."""
    before: dict[str, set[str]] = defaultdict(set)
    for word, n in seen.counts.items():
        if n == 1 or not word.isalpha() or seen.capitals[word] > n / 2:
            continue
        for at in range(_SHORTEST + 1, len(word) - _SHORTEST):
            frequent = seen.counts[word[at:]] >= 2 * _MANY and _is_noun(words, word[at:])
            if frequent and word[:at] not in words and not word[:at].endswith(_LINKED):
                before[word[:at]].add(word[at:])
    words.update((left, Part(left, "x")) for left, nouns in before.items() if len(nouns) > _SOME)


def _is_noun(words: dict[str, Part], word: str) -> bool:
    return word in words and words[word].kind == "n"
