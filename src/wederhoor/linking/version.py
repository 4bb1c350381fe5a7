"""Which rules linked a record: links made by other rules are made anew."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

_WORDS = (
    "phrases.py",
    "everywhere.py",
    "inflection.py",
    "nl/phrases.yaml",
    "nl/countries.yaml",
    "nl/agencies.yaml",
    "nl/gazetteer.tsv",
    "nl/places.yaml",
)  # of the resources, what linking compares words with


@cache
def linking_version() -> str:
    """Return a digest of all that linking is made of; another whenever a weight or a word changes."""
    rules = sorted(
        _modules(files("wederhoor.linking")), key=lambda one: (one.name, one.read_bytes())
    )
    words = (files("wederhoor.resources").joinpath(name) for name in _WORDS)
    digest = hashlib.sha256()
    for found in (*rules, *words):
        digest.update(found.read_bytes())
    return digest.hexdigest()[:16]


def _modules(folder: Traversable) -> Iterator[Traversable]:
    for found in folder.iterdir():
        if found.is_dir():
            yield from _modules(found)
        elif found.name.endswith(".py"):
            yield found
