"""Which rules linked a record: links made by other rules are made anew."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files

_WORDS = ("phrases.py", "nl/phrases.yaml")  # of the resources, what linking compares words with


@cache
def linking_version() -> str:
    """Return a digest of all that linking is made of; another whenever a weight or a word changes."""
    rules = (found for found in files("wederhoor.linking").iterdir() if found.name.endswith(".py"))
    words = (files("wederhoor.resources").joinpath(name) for name in _WORDS)
    digest = hashlib.sha256()
    for found in (*sorted(rules, key=lambda one: one.name), *words):
        digest.update(found.read_bytes())
    return digest.hexdigest()[:16]
