"""What happens when the pipeline is missing or cannot do the work."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy

from wederhoor.errors import LanguageError
from wederhoor.language import Pipeline, load_pipeline


def test_a_pipeline_that_is_not_installed_is_named_with_what_to_do() -> None:
    with pytest.raises(LanguageError, match="'nl_bestaat_niet' cannot be found; install"):
        load_pipeline("nl_bestaat_niet")


def test_a_pipeline_without_parser_and_names_is_refused(tmp_path: Path) -> None:
    spacy.blank("nl").to_disk(tmp_path / "kaal")
    with pytest.raises(LanguageError, match="lacks a tagger and a parser and an entity"):
        load_pipeline(str(tmp_path / "kaal"))


def test_a_folder_that_holds_something_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_text("geen json", encoding="utf-8")
    (tmp_path / "config.cfg").write_text("[geen", encoding="utf-8")
    with pytest.raises(LanguageError, match="cannot be loaded"):
        load_pipeline(str(tmp_path))


def test_the_record_can_say_which_pipeline_read_a_report(nl: Pipeline) -> None:
    name, version = nl.name.split(" ")
    assert name == "wederhoor_nl"
    assert version[0].isdigit()
