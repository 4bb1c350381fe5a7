# ruff: noqa: INP001 - a script to run, not a module of a package
"""Write the parts of README.md that are made: the example's output and the accuracy table.

`python docs/refresh.py` runs the example of the README with the real command and takes the figures of the
last `make eval`; without such a run the table stays as it is.

Example:
    After a rule is changed: `make eval && .venv/bin/python docs/refresh.py`.
"""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
FIGURES = ROOT / "out" / "evaluation-last.json"

_REPORT = re.compile(r"^```text (?P<name>\S+\.txt)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_OUTLETS = {"kustkoerier.txt": "De Kustkoerier", "noordpost.txt": "Noordpost"}
_COMMAND = (sys.executable, "-m", "wederhoor.cli")
_WIDTH = 120  # columns; so that no row of the example breaks
_SHOWN = re.compile(r" field | killed |^≠|^  .*(tachtig|geen doden)|killed:")
"""Which lines of the output the README shows: the counts, the dispute, and the words for them."""

_ROWS = (
    ("typed", "events, with their type"),
    ("claims", "claims: field and value"),
    ("sourced", "claims with the right source and stance too"),
    ("linking", "mentions that are one event, joined"),
    ("disputes", "disputes"),
)
_SHARES = (
    ("source_given_claim", "right source, of the claims that are right"),
    ("when_consistent", "days that overlap the annotated ones and are not much wider"),
    ("when_invented", "events given a day where the report gives none (lower is better)"),
    ("where", "annotated places that are named; places too many are not counted against it"),
)


def reports(readme: str) -> dict[str, str]:
    """Return the report files that the README shows, by name."""
    return {found["name"]: found["text"] for found in _REPORT.finditer(readme)}


def example(readme: str) -> str:
    """Return what `wederhoor show` says on a terminal of the reports in the README, shortened."""
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        for name, text in reports(readme).items():
            (here / name).write_text(text, encoding="utf-8")
            _piped(here, "add", "--outlet", _OUTLETS[name], name)
        (event,) = map(json.loads, _piped(here, "timeline", "--json").splitlines())
        shown = _on_a_terminal(here, "show", event["event"]).splitlines()
    return "\n".join(line.rstrip() for line in shown if _SHOWN.search(line)) + "\n"


def _piped(folder: Path, *words: str) -> str:
    done = subprocess.run(  # noqa: S603 - our own command
        [*_COMMAND, *words],
        cwd=folder,
        env=_environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"wederhoor {' '.join(words)} failed: {done.stderr}")
    return done.stdout


def _on_a_terminal(folder: Path, *words: str) -> str:
    """Return what a command writes on a terminal of its own, without colour."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(  # noqa: S603 - our own command
        [*_COMMAND, *words],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=folder,
        env=_environment(),
    ):
        os.close(theirs)
        shown = _all_of(ours)
    os.close(ours)
    return _COLOUR.sub("", shown).replace("\r\n", "\n")


def _environment() -> dict[str, str]:
    own = {"WEDERHOOR_RECORD": "example.db", "LC_ALL": "C.UTF-8"}
    return {**os.environ, **own, "TERM": "xterm", "COLUMNS": str(_WIDTH)}


def _all_of(terminal: int) -> str:
    parts: list[bytes] = []
    try:
        while part := os.read(terminal, 65536):
            parts.append(part)
    except OSError:  # the other end is closed
        pass
    return b"".join(parts).decode()


def accuracy(figures: Mapping[str, Any]) -> str:
    """Return the accuracy table of the figures that `python -m evaluation` keeps."""
    lines = [
        f"Measured on {figures['reports']} annotated reports by `make eval`.",
        "The rules were written with these reports at hand, so expect less of others.",
        "",
        "| what | precision | recall | F1 |",
        "|---|---|---|---|",
    ]
    for name, told in _ROWS:
        lines.append(f"| {told} | " + " | ".join(f"{figures[name][k]:.2f}" for k in _KEYS) + " |")
    lines += ["", "| what | share |", "|---|---|"]
    lines += [f"| {told} | {figures[name]:.2f} |" for name, told in _SHARES]
    return "\n".join(lines) + "\n"


_KEYS = ("p", "r", "f1")


def put(readme: str, name: str, made: str) -> str:
    """Return the README with the part between the marks of this name replaced."""
    begin, end = f"<!-- {name}:begin -->\n", f"<!-- {name}:end -->"
    before, _, rest = readme.partition(begin)
    return before + begin + made + end + rest.partition(end)[2]


def part(readme: str, name: str) -> str:
    """Return what stands between the marks of this name."""
    return readme.partition(f"<!-- {name}:begin -->\n")[2].partition(f"<!-- {name}:end -->")[0]


def fenced(shown: str) -> str:
    """Return an output as a code block."""
    return f"```text\n{shown}```\n"


def main() -> None:
    """Write README.md anew."""
    readme = README.read_text(encoding="utf-8")
    readme = put(readme, "example", fenced(example(readme)))
    if FIGURES.is_file():
        figures = json.loads(FIGURES.read_text(encoding="utf-8"))["figures"]
        readme = put(readme, "accuracy", accuracy(figures))
    README.write_text(readme, encoding="utf-8")


if __name__ == "__main__":
    main()
