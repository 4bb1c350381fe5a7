"""The documents say what is true: commands, options, exit codes, targets, links, the example."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click
import pytest
import yaml
from docs.refresh import README as README_FILE
from docs.refresh import accuracy, example, fenced, part, put, reports
from evaluation.floors import Floors

from wederhoor.cli.main import main
from wederhoor.errors import WederhoorError
from wederhoor.export import FORMAT, claim_rows
from wederhoor.extract.events.lexicon import Lexicon, _load_frames, _rule, word_sets
from wederhoor.extract.events.triggers import find_candidates
from wederhoor.ingest import Reason
from wederhoor.language import Pipeline
from wederhoor.model import DaySet, Report
from wederhoor.pipeline import Reader
from wederhoor.query import build_record
from wederhoor.resources.loader import Entry

ROOT = Path(__file__).resolve().parents[1]
README = README_FILE.read_text(encoding="utf-8")
PAGES = [
    *sorted(ROOT.glob("*.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
    *sorted((ROOT / "changelog.d").glob("*.md")),
]
EVERYWHERE = {"--record", "--lang", "--debug", "--help"}
_BLOCK = re.compile(r"^```(?P<kind>\w*)[^\n]*\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)
_INLINE = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"\]\(([^)\s]+)\)")


def name(page: Path) -> str:
    return str(page.relative_to(ROOT))


def commands(group: click.Group = main, before: str = "") -> Iterator[tuple[str, click.Command]]:
    for word, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, f"{word} ")
        else:
            yield before + word, command


COMMANDS = dict(commands())


def options(command: click.Command) -> set[str]:
    named = {
        name
        for option in command.params
        for name in option.opts
        if isinstance(option, click.Option)
    }
    return {name for name in named if name.startswith("--")} - EVERYWHERE


def table_rows(text: str, heading: str) -> list[list[str]]:
    """Return the cells of the table whose first column has this heading."""
    rows = text.partition(f"| {heading} |")[2].split("\n\n")[0].splitlines()[2:]
    return [[cell.strip() for cell in row.strip("|").split(" | ")] for row in rows]


def shell_lines(page: str) -> list[str]:
    """Return what a reader is told to type: the lines of shell blocks, and commands in the text."""
    blocks = [m["code"] for m in _BLOCK.finditer(page) if m["kind"] == "sh"]
    lines = [line for block in blocks for line in block.splitlines()]
    prose = _BLOCK.sub("", page)
    return lines + [code for code in _INLINE.findall(prose) if " " in code]


# ---------------------------------------------------------------- commands and options
def test_the_readme_lists_every_command_with_all_its_options() -> None:
    told = {
        " ".join(word for word in row[0].strip("`").split() if word.islower()): set(
            _INLINE.findall(row[2])
        )
        for row in table_rows(README, "command")
    }
    assert told == {path: options(command) for path, command in COMMANDS.items()}


def test_the_readme_names_the_options_that_every_command_takes() -> None:
    for option in EVERYWHERE:
        assert f"`{option}" in README


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_what_a_page_tells_to_type_exists(page: Path) -> None:
    for line in shell_lines(page.read_text(encoding="utf-8")):
        words = shlex.split(line, comments=True) if "'" not in line else line.split()
        if not words or Path(words[0]).name != "wederhoor":
            continue
        known = [path for path in COMMANDS if words[1:][: len(path.split())] == path.split()]
        assert known or words[1] == "--help", line
        given = {word for word in words if word.startswith("--")}
        assert given <= (options(COMMANDS[known[0]]) if known else set()) | EVERYWHERE, line


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_what_a_page_tells_to_make_is_a_target(page: Path) -> None:
    targets = set(
        re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    )
    for line in shell_lines(page.read_text(encoding="utf-8")):
        if line.startswith("make "):
            assert line.split()[1] in targets, line


def test_make_help_names_every_target() -> None:
    command = ["make", "--no-print-directory", "help"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True)
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    wanted = re.findall(r"^([a-z]+):", text, re.MULTILINE)
    assert [line.split()[1] for line in told.stdout.splitlines()] == wanted


# ---------------------------------------------------------------- codes, formats, paths
def test_the_exit_codes_of_the_readme_are_those_of_the_errors() -> None:
    told = {int(row[0]) for row in table_rows(README, "exit code")}
    raised = {WederhoorError.exit_code, *(e.exit_code for e in WederhoorError.__subclasses__())}
    assert told == raised | {0, 130}


def test_the_reasons_for_setting_aside_are_all_told() -> None:
    page = (ROOT / "docs" / "record.md").read_text(encoding="utf-8")
    for reason in (*Reason, "id-taken", "pipeline-failed"):
        assert f"`{reason}`" in page


def test_the_keys_of_the_claims_file_are_those_that_are_written(reader: Reader) -> None:
    text = "Volgens Iran zijn bij de aanval op de haven tachtig Amerikaanse militairen gedood."
    report = Report("bericht", "", text, "2020-01-08", DaySet.day(date(2020, 1, 8)))
    rows = list(claim_rows(build_record([report], [reader.read(report)])))
    page = (ROOT / "docs" / "record.md").read_text(encoding="utf-8")
    told = [key for row in table_rows(page, "key") for key in _INLINE.findall(row[0])]
    assert {row["format"] for row in rows} == {FORMAT}
    assert f"`{FORMAT}`" in page
    assert set(told) >= set(rows[0])
    assert all(row.keys() == set(told) for row in rows)


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in _LINK.findall(_BLOCK.sub("", page.read_text(encoding="utf-8"))):
        if target.startswith("https://"):
            continue
        path, _, anchor = target.partition("#")
        found = (page.parent / path).resolve() if path else page
        assert found.exists(), target
        if anchor:
            headings = re.findall(r"^#+ (.+)$", found.read_text(encoding="utf-8"), re.MULTILINE)
            assert anchor in {re.sub(r"[^\w -]", "", h).lower().replace(" ", "-") for h in headings}


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_paths_in_the_text_exist(page: Path) -> None:
    starts = ("src/", "tests/", "docs/", "examples/", "evaluation/", "packages/", "changelog.d")
    for code in _INLINE.findall(_BLOCK.sub("", page.read_text(encoding="utf-8"))):
        if code.startswith(starts) and " " not in code:
            assert (ROOT / code).exists(), code


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_pages_name_no_machine_and_no_download(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert not re.search(r"/(?:home|root|work)/|\.\./shared|http://|localhost", text)


def test_every_rule_file_is_in_the_guide() -> None:
    guide = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    folder = ROOT / "src" / "wederhoor" / "resources" / "nl"
    missing = [path.name for path in folder.glob("*.*") if f"`{path.name}`" not in guide]
    assert missing == []


def test_every_package_is_in_the_architecture() -> None:
    page = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    parts = {
        path.stem
        for path in (ROOT / "src" / "wederhoor").iterdir()
        if not path.name.startswith(("_", ".")) and path.suffix in {"", ".py"}
    }
    assert {found for found in parts if f"- **`{found}`**" not in page} == set()


def test_every_decision_is_listed_with_context_decision_and_consequences() -> None:
    folder = ROOT / "docs" / "decisions"
    listed = (folder / "README.md").read_text(encoding="utf-8")
    for page in folder.glob("0*.md"):
        text = page.read_text(encoding="utf-8")
        assert f"({page.name})" in listed
        assert re.findall(r"^## (.+)$", text, re.MULTILINE) == [
            "Context",
            "Decision",
            "Consequences",
        ]


@pytest.mark.parametrize("page", sorted((ROOT / "changelog.d").glob("*.md")), ids=name)
def test_a_changelog_fragment_says_its_kind(page: Path) -> None:
    assert page.name == "README.md" or page.name.split("-")[0] in {
        "added", "changed", "fixed", "removed",
    }  # fmt: skip


# ---------------------------------------------------------------- what is made
def test_the_readme_shows_what_it_is_about_in_its_first_thirty_lines() -> None:
    top = "\n".join(README.splitlines()[:30])
    assert "make demo" in top
    assert len(reports(top)) == 2
    assert "≠" in top


def test_the_example_of_the_readme_is_what_the_command_says() -> None:
    assert fenced(example(README)) == part(README, "example"), "run `python docs/refresh.py`"


def test_the_first_commands_of_the_readme_work(tmp_path: Path) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    lines = [line for line in shell_lines(README) if line.startswith(".venv/bin/wederhoor ")]
    assert len(lines) == 3
    for line in lines:
        words = [sys.executable, "-m", "wederhoor.cli", *shlex.split(line)[1:]]
        done = subprocess.run(words, cwd=tmp_path, capture_output=True, check=False, text=True)
        assert done.returncode == 0, done.stderr
        assert done.stdout
    assert (tmp_path / "site" / "nl" / "index.html").read_text(encoding="utf-8").startswith("<!")


def test_the_accuracy_of_the_readme_is_not_below_the_floors() -> None:
    told = part(README, "accuracy")
    floors = Floors.load().floors
    for row, figure in (("events, with their type", "typed.f1"), ("mentions that", "linking.f1")):
        shown = re.search(rf"^\| {row}[^|]*\|[^|]*\|[^|]*\| ([\d.]+) \|$", told, re.MULTILINE)
        assert shown
        assert float(shown[1]) >= floors[figure]


def test_made_parts_are_replaced_and_the_rest_is_kept() -> None:
    page = "a\n<!-- x:begin -->\nold\n<!-- x:end -->\nb\n"
    assert put(page, "x", "new\n") == "a\n<!-- x:begin -->\nnew\n<!-- x:end -->\nb\n"
    assert part(page, "x") == "old\n"


def test_the_accuracy_table_gives_each_figure_in_two_decimals() -> None:
    score = {"p": 0.5, "r": 0.25, "f1": 1 / 3}
    triples = dict.fromkeys(("typed", "claims", "sourced", "linking", "disputes"), score)
    shares = dict.fromkeys(("source_given_claim", "when_consistent", "when_invented", "where"), 0.9)
    made = accuracy({"reports": 3, **triples, **shares})
    assert made.startswith("Measured on 3 annotated reports")
    assert "| disputes | 0.50 | 0.25 | 0.33 |" in made


def test_the_rule_of_the_guide_reads_its_example_and_leaves_its_counterexample(
    pipeline: Pipeline,
) -> None:
    guide = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    (code,) = [found["code"] for found in _BLOCK.finditer(guide) if found["kind"] == "yaml"]
    (item,) = yaml.safe_load(code)
    entry = Entry(item["id"], item, tuple(item["examples"]), tuple(item["not"]), "docs/rules.md")
    rule = _rule(entry, _load_frames("nl"), word_sets(), 0)
    lexicon = Lexicon((rule,), dict.fromkeys(rule.verbs, (rule,)), {})
    for text in entry.counterexamples:
        assert find_candidates(pipeline.analyse(text), lexicon) == ()
    for text in entry.examples:
        assert [found.rule.id for found in find_candidates(pipeline.analyse(text), lexicon)] == [
            entry.id
        ]
