"""The code stays readable: short functions, short files, no prints, no swallowed errors."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LIBRARY = sorted((ROOT / "src" / "wederhoor").rglob("*.py"))
EVERYWHERE = [
    *LIBRARY,
    *(
        path
        for folder in ("evaluation", "benchmarks", "training", "scripts", "packages", "tests")
        for path in sorted((ROOT / folder).rglob("*.py"))
    ),
]
LONGEST_FILE = 400
LONGEST_FUNCTION = 60
SHORT_FUNCTION = 40
SHARE_OF_SHORT = 0.95

Function = ast.FunctionDef | ast.AsyncFunctionDef


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def functions(path: Path) -> Iterator[Function]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, Function):
            yield node


def lines(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


@pytest.mark.parametrize("path", EVERYWHERE, ids=name)
def test_files_are_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("path", EVERYWHERE, ids=name)
def test_no_function_is_long(path: Path) -> None:
    long = {f.name: lines(f) for f in functions(path) if lines(f) > LONGEST_FUNCTION}
    assert long == {}


def test_nearly_all_functions_are_short() -> None:
    sizes = [lines(function) for path in LIBRARY for function in functions(path)]
    assert sum(size <= SHORT_FUNCTION for size in sizes) >= SHARE_OF_SHORT * len(sizes)


@pytest.mark.parametrize("path", [p for p in LIBRARY if "cli" not in p.parts], ids=name)
def test_the_library_does_not_print(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    prints = [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "print"
    ]
    assert prints == []


@pytest.mark.parametrize("path", [p for p in LIBRARY if "runners" not in p.parts], ids=name)
def test_only_runners_catch_whatever_comes(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    broad = [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler) and _is_broad(node) and not _raises_again(node)
    ]
    assert broad == []


def _is_broad(handler: ast.ExceptHandler) -> bool:
    named = (
        {n.id for n in ast.walk(handler.type) if isinstance(n, ast.Name)} if handler.type else set()
    )
    return handler.type is None or bool(named & {"Exception", "BaseException"})


def _raises_again(handler: ast.ExceptHandler) -> bool:
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


@pytest.mark.parametrize("word", ["utils", "helpers", "misc", "common"])
def test_there_are_no_drawers(word: str) -> None:
    assert [name(path) for path in EVERYWHERE if word in {path.stem, path.parent.name}] == []
