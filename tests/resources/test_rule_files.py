"""Rule files can be trusted: each loads, each id is used once, each rule shows what it reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from wederhoor.attribution.cues import cues, sayings
from wederhoor.extract.events import load_lexicon
from wederhoor.resources.loader import read_yaml

FOLDER = Path(__file__).resolve().parents[2] / "src" / "wederhoor" / "resources"
FILES = [str(path.relative_to(FOLDER)) for path in sorted(FOLDER.rglob("*.yaml"))]
SHOWN = [f"nl/{kind}.yaml" for kind in (
    "events", "responsibility", "sayings", "attribution", "modes", "damage", "realis",
)]  # fmt: skip


def entries(file: str) -> Iterator[Mapping[str, Any]]:
    """Yield the mappings with an id of a rule file, however deep they are."""
    stack = [read_yaml(file)]
    while stack:
        found = stack.pop()
        if isinstance(found, dict):
            if isinstance(found.get("id"), str) and not file.startswith(_KNOWLEDGE):
                yield found
            stack += found.values()
        elif isinstance(found, list):
            stack += found


_KNOWLEDGE = ("nl/actors", "nl/countries", "nl/places", "nl/roles")
"""Lists of things in the world, whose ids are Wikidata's or GeoNames'."""


@pytest.mark.parametrize("file", FILES)
def test_every_rule_file_is_plain_yaml(file: str) -> None:
    text = (FOLDER / file).read_text(encoding="utf-8")
    assert read_yaml(file)
    assert "\t" not in text
    assert text.endswith("\n")
    assert not any(line != line.rstrip() for line in text.splitlines())


def test_no_rule_id_is_used_twice() -> None:
    used = Counter(entry["id"] for file in FILES for entry in entries(file))
    assert [name for name, times in used.items() if times > 1] == []


@pytest.mark.parametrize("file", SHOWN)
def test_every_rule_shows_an_example(file: str) -> None:
    assert [entry["id"] for entry in entries(file) if not entry.get("examples")] == []


@pytest.mark.parametrize("file", SHOWN)
def test_no_example_is_shown_twice_in_a_file(file: str) -> None:
    shown = Counter(
        (entry["id"], text)
        for entry in entries(file)
        for text in (*entry["examples"], *(entry.get("not") or ()))
    )
    assert [text for text, times in shown.items() if times > 1] == []


def test_every_event_rule_has_words_that_trigger_it() -> None:
    assert [rule.id for rule in load_lexicon().rules if not rule.verbs and not rule.nouns] == []


def test_verbs_of_saying_and_other_cues_are_lower_case() -> None:
    verbs = list(sayings())
    kinds = ("preposition", "closing", "own", "authority", "contrary", "headline", "passive",
             "hearsay", "sounding", "hedge")  # fmt: skip
    words = [word for kind in kinds for cue in cues(kind) for word in cue.words]
    assert [word for word in (*verbs, *words) if word != word.lower()] == []
