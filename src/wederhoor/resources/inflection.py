"""The -e of Dutch adjectives of countries, which the word lists leave out."""

from __future__ import annotations


def with_e(adjective: str) -> str:
    """Inflect: "Iraans" -> "Iraanse", "Sudanees" -> "Sudanese", "Indiaas" -> "Indiase", "Emirati" stays."""
    if adjective.endswith(("ees", "aas")):
        return adjective[:-2] + "se"
    return adjective if adjective.endswith("i") else adjective + "e"
