"""The tokenizer: spaCy's Dutch one, less its emoticons and the abbreviations that are words."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokenizer import (  # type: ignore[import-not-found]  # compiled, without types
    Tokenizer,
)
from spacy.util import compile_infix_regex, compile_suffix_regex

#: Abbreviations in spaCy's list that, in news, nearly always are words at the end of a sentence
#: (found by counting both in the stream: the word is more than twice as common as with its stop).
_WORDS = frozenset(
    [
        "al",
        "app",
        "art",
        "bel",
        "belg",
        "bn",
        "bull",
        "bv",
        "bijl",
        "best",
        "cas",
        "dat",
        "ed",
        "ex",
        "fa",
        "fin",
        "get",
        "gr",
        "hand",
        "hert",
        "ind",
        "ing",
        "it",
        "kkr",
        "kon",
        "lat",
        "mand",
        "max",
        "me",
        "mil",
        "min",
        "ms",
        "nl",
        "no",
        "not",
        "or",
        "os",
        "ov",
        "pan",
        "pas",
        "pers",
        "pk",
        "pol",
        "rb",
        "red",
        "rtl",
        "sc",
        "sec",
        "sir",
        "sv",
        "tom",
        "top",
        "ver",
        "vn",
        "vol",
        "volg",
        "vs",
        "ww",
        "dag",
    ]
)
_KEEP = frozenset({"vs.", "ing.", "min.", "no.", "ov."})
_LETTER = "A-Za-zÀ-ÖØ-öø-ÿĀ-ž"
_INSIDE = rf'(?<=[{_LETTER}])(["”“„«»()\[\]])(?=[{_LETTER}])'
#: "PvdA." and "CD&V." end in a full stop.
_ENDS = (r"(?<=[a-z&][A-Z])\.",)


def adapt(nlp: Language) -> None:
    """Set the tokenizer of `nlp` as the pipeline wants it.

    "foto’s", "AD’er" and "zo’n" stay whole with either apostrophe, "):" is two marks, "'80" is one
    token, and "Dat." ends a sentence.
    """
    defaults = nlp.Defaults
    infixes = [rule for rule in defaults.infixes or () if "”“`" not in str(rule)]
    tokenizer = nlp.tokenizer
    if not isinstance(tokenizer, Tokenizer):
        msg = "the Dutch defaults of spaCy no longer use its own tokenizer"
        raise TypeError(msg)
    tokenizer.infix_finditer = compile_infix_regex([*infixes, _INSIDE]).finditer
    tokenizer.suffix_search = compile_suffix_regex([*(defaults.suffixes or ()), *_ENDS]).search
    rules = {form: made for form, made in tokenizer.rules.items() if _wanted(form)}
    years = {f"{mark}{year}": [{65: f"{mark}{year}"}] for mark in "'’" for year in range(20, 100)}
    tokenizer.rules = rules | years


def _wanted(form: str) -> bool:
    bare = form.removesuffix(".")
    if form.endswith(".") and bare.isalpha() and len(bare) > 1:
        return form in _KEEP or bare.lower() not in _WORDS
    return (
        form.isspace()
        or form in {"'", "''"}
        or (any(c.isalpha() for c in form) and (not any(c in "():;=|/\\@_*>^" for c in form)))
    )
