"""The whole road for a report, from its text to its claims, and for a folder, by the command."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.told import said, types

from wederhoor.errors import LanguageError
from wederhoor.model import DaySet, EventType, Field, Report
from wederhoor.pipeline import Reader, read_analysis

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "examples" / "al-asad"


def report(name: str, body: str) -> Report:
    return Report(name, "", body, "2021-05-12", DaySet.from_edtf("2021-05-12"), "De Waddenbode")


def test_a_report_becomes_events_and_claims_with_their_sources(reader: Reader) -> None:
    read = reader.read(
        report(
            "haven", "Bij een aanslag op de haven van Aden zijn volgens Oman acht mensen gedood."
        )
    )
    assert types(read) == [EventType.ASSAULT]
    assert said(read, Field.KILLED) == {("8", "Oman", "assert")}


def test_reading_is_analysing_extracting_and_attributing(reader: Reader) -> None:
    given = report("haven", "Rebellen bestookten de haven van Aden met granaten.")
    analysis = reader._pipeline.analyse(given.text)
    assert reader.read(given) == read_analysis(given, analysis)


def test_many_reports_come_back_in_their_order_however_many(reader: Reader) -> None:
    many = [report(f"r{n}", f"Bij een aanslag in Aden zijn {n} mensen gedood.") for n in range(130)]
    read = list(reader.read_many(many))
    assert [found.id for found, _ in read] == [given.id for given in many]
    assert [reading.report for _, reading in read] == [given.id for given in many]


def test_a_report_without_words_says_nothing(reader: Reader) -> None:
    read = reader.read(report("leeg", " \n\n "))
    assert (read.mentions, read.claims) == ((), ())


def test_a_missing_pipeline_is_told_by_name() -> None:
    with pytest.raises(LanguageError, match="geen_pijplijn"):
        Reader("geen_pijplijn")


def command(folder: Path, *words: str) -> str:
    """Give a command in a process of its own, as a user does."""
    done = subprocess.run(
        [sys.executable, "-m", "wederhoor.cli", *words],
        capture_output=True,
        check=True,
        cwd=folder,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        encoding="utf-8",
    )
    return done.stdout


def test_the_command_reads_a_folder_and_exports_exact_quotes(tmp_path: Path) -> None:
    command(tmp_path, "add", str(EXAMPLES))
    first = command(tmp_path, "export", "claims")
    command(tmp_path, "add", str(EXAMPLES))
    assert command(tmp_path, "export", "claims") == first
    rows = [json.loads(line) for line in first.splitlines()]
    assert rows
    assert all(row["format"] == "wederhoor-claims/1" and row["quote"] for row in rows)


def test_one_event_shows_that_its_parties_dispute_whose_airspace_it_was(tmp_path: Path) -> None:
    told = {
        "De Waddenbode": "Marokko heeft woensdag bij de stad Oujda een drone van Algerije neergehaald. Volgens"
        " Marokko vloog het toestel in Marokkaans luchtruim.",
        "Polderkrant": "Algerije is boos over de drone die Marokko woensdag bij Oujda heeft neergehaald. Algerije"
        " zegt dat het toestel boven internationale wateren vloog toen het werd geraakt, en ontkent dat de drone"
        " in Marokkaans luchtruim was.",
    }
    rows = [
        {"id": outlet, "published": "2021-05-13", "outlet": outlet, "title": "", "text": text}
        for outlet, text in told.items()
    ]
    (tmp_path / "berichten.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    command(tmp_path, "add", "berichten.jsonl")
    (line,) = command(tmp_path, "timeline", "--json", "--disputed").splitlines()
    shown = command(tmp_path, "--lang", "nl", "show", json.loads(line)["event"]).splitlines()
    assert (
        "≠ Marokko zegt dat het gebeurde in gebied van Marokko, Algerije zegt dat het gebeurde in"
        " internationaal luchtruim of internationale wateren"
    ) in shown
    assert "≠ Marokko zegt dat het gebeurde in gebied van Marokko, Algerije ontkent dat" in shown
    for who, words in (("Marokko", "Marokkaans luchtruim"), ("Algerije", "internationale wateren")):
        assert any({who, words} <= set(line.split("\t")) for line in shown)
