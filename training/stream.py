"""The news stream as tokenised lines: what vectors, clusters and habits are learned from."""

from __future__ import annotations

import json
import lzma
from pathlib import Path

import spacy

from training.tokens import adapt


def write_tokens(source: Path, target: Path) -> None:
    """Write every title and paragraph of the stream as one line of tokens with spaces between."""
    nlp = spacy.blank("nl")
    adapt(nlp)
    with lzma.open(source, "rt", encoding="utf-8") as lines, target.open("w") as out:
        for line in lines:
            post = json.loads(line)
            for paragraph in f"{post['title']}\n{post['text']}".split("\n"):
                words = [token.text for token in nlp.make_doc(paragraph) if not token.is_space]
                if words:
                    out.write(" ".join(words) + "\n")
