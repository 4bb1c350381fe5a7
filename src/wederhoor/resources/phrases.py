"""How descriptions are compared: their content words, their head, the sentence around evidence.

Linking asks whether two reports describe the same thing, weighing whether two counts count the same
people. Both look only at words; the word lists are `resources/nl/phrases.yaml`.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from wederhoor.model.actor import folded
from wederhoor.model.span import Span
from wederhoor.resources.loader import load_entries

_END = re.compile(r"[.!?](?=[\s\"'”’)]|$)|\n")
_PLURAL = 5  # letters that a word must have before an ending is taken off
_TAIL = 5  # letters that the last part of a compound must have to stand for the whole


@cache
def words_of(kind: str) -> frozenset[str]:
    """Return the words of the lists whose id begins so, all folded."""
    entries = load_entries("nl/phrases.yaml", frozenset({"words"}))
    found = (entry for entry in entries if entry.id.startswith(f"phrase.{kind}"))
    return frozenset(word for entry in found for word in entry.data["words"])


@lru_cache(maxsize=65536)
def content_words(text: str) -> tuple[str, ...]:
    """Return the words of `text` that say what it is about, folded, in their order.

    Example:
        `content_words("De aanval op een konvooi")` is `("aanval", "konvooi")`.
    """
    stop = words_of("stop")
    return tuple(word for word in folded(text).split() if word not in stop and len(word) > 1)


@lru_cache(maxsize=65536)
def head(text: str) -> str:
    """Return the folded head word of a description, "" when it has none.

    Example:
        `head("Finse schepen in de haven")` is "schepen".
    """
    last = ""
    for word in folded(text).split():
        if last and word in words_of("stop.preposition"):
            break
        if word not in words_of("stop"):
            last = word
    return last


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return a folded word without the endings of number and inflection; for comparing only.

    Example:
        "drone" and "drones" have one stem, and so have "kerk" and "kerken".
    """
    for ending in ("en", "s", "e", "n"):
        if len(word) > _PLURAL and word.endswith(ending):
            word = word[: -len(ending)]
            break
    else:
        return word
    if word.endswith("e") and len(word) > _PLURAL:
        word = word[:-1]
    doubled = len(word) > 2 and word[-1] == word[-2] and word[-1] not in "aeiou"  # noqa: PLR2004
    return word[:-1] if doubled else word


def same_head(first: str, second: str) -> bool:
    """Tell whether two head words name one kind of thing, a compound counting as its last part.

    A last part that is vague tells nothing, so there the first part counts.

    Example:
        "olietankers" and "tanker" do, and "ambassadecomplex" and "ambassade"; "kerken" and "hotels" do not.
    """
    one, other = stem(first), stem(second)
    if not one or not other:
        return False
    short, long = sorted((one, other), key=len)
    if one == other or (len(short) >= _TAIL and long.endswith(short)):
        return True
    begun = len(short) >= _TAIL and long.startswith(short)
    return begun and long.removeprefix(short).lstrip("e") in _stems("vague")


def is_generic(text: str | None) -> bool:
    """Tell whether a counted noun says no more than "people"; so does the lack of one.

    Example:
        "mensen" and None are generic, "soldaten" is not.
    """
    return text is None or head(text) in words_of("generic") | {""}


def is_vague(word: str) -> bool:
    """Tell whether a head word fits so many things that another word may mean the same thing.

    Example:
        "doelen" and "schepen" are vague, "kerken" is not.
    """
    return stem(folded(word)) in _stems("vague")


def is_common_deed(word: str) -> bool:
    """Tell whether a word for what happened fits nearly every deed of its kind.

    Example:
        "aanval" and "geweld" are common, "neerschieten" is not.
    """
    return stem(folded(word)) in _stems("common")


def is_campaign(word: str) -> bool:
    """Tell whether a word is for violence that goes on for days or longer, and has many deeds in it.

    Example:
        "offensief" and "strijd" are, "beschieting" is not.
    """
    return folded(word) in words_of("campaign")


def is_beside_arrests(word: str) -> bool:
    """Tell whether a word stands beside any arrest, and says nothing of what it was about.

    Example:
        "verdachte" and "politie" do, "drugslab" does not.
    """
    return stem(folded(word)) in _stems("arrest")


def is_killing(word: str) -> bool:
    """Tell whether a word says that someone was killed, which happens to nobody twice.

    Example:
        "moord" and "doodgeschoten" do, "aangevallen" does not.
    """
    return stem(folded(word)) in _stems("killing")


def is_reference(word: str) -> bool:
    """Tell whether a noun, with an article, may refer to a deed that readers know already.

    Example:
        "bomaanslagen" may, "neergeschoten" may not.
    """
    plain = folded(word)
    return plain.endswith(tuple(words_of("reference.noun"))) and plain not in words_of(
        "killing.verb"
    )


def opens_reference(word: str) -> bool:
    """Tell whether a word before such a noun makes it refer back, as "de" and "deze" do."""
    return word in words_of("reference.article")


def is_home(country: str) -> bool:
    """Tell whether a country (ISO 3166) is one that outlets of this language write from.

    Example:
        "NL" is, "IQ" is not.
    """
    return country in words_of("home")


def tells_first(word: str) -> bool:
    """Tell whether a word before such a noun makes it told for the first time, as "een" does."""
    return word in words_of("reference.first")


def starts_anew(word: str) -> bool:
    """Tell whether a word before such a noun makes it another deed, as "nieuwe" does."""
    return word in words_of("reference.anew")


def is_of_state(name: str) -> bool:
    """Tell whether the name of a medium says that it speaks for a state.

    Example:
        "Iraanse staatstelevisie" does, "lokale media" does not.
    """
    words = folded(name).split()
    return any(word in words_of("state-media") or word.startswith("staats") for word in words)


def is_armed(name: str) -> bool:
    """Tell whether the description of a speaker is that of an armed group.

    Example:
        "koepel van milities" is, "lokale autoriteiten" is not.
    """
    return any(stem(word) in _stems("armed") for word in folded(name).split())


def is_plural(name: str) -> bool:
    """Tell whether a description of a speaker takes a plural verb.

    Example:
        "lokale autoriteiten" and "Amerikaanse functionarissen" do, "politie" and "Jemen" do not.
    """
    last = _head_as_written(name)
    if folded(last) in words_of("plural"):
        return True
    endings = ("en", "ers", "ars", "ors", "eurs", "ies", "media")
    return last[:1].islower() and folded(last).endswith(endings)


def _head_as_written(name: str) -> str:
    found = head(name)
    return (
        next((word for word in name.split() if folded(word).endswith(found)), "") if found else ""
    )


@cache
def _stems(kind: str) -> frozenset[str]:
    return frozenset(map(stem, words_of(kind)))


def sentence_span(text: str, span: Span) -> Span:
    """Return the sentence or heading around `span`, by marks and line ends alone.

    Example:
        Around "raket" in "Het was stil. Toen viel een raket. Later niet." it is the second sentence.
    """
    start = 0
    for match in _END.finditer(text, max(0, span.start - 1000), span.start):
        start = match.end()
    stop = _END.search(text, max(span.start, span.end - 1))
    return Span(start, max(span.end, stop.end() if stop else len(text)))
