"""Imports point one way: from what readers touch down to the nouns, never up or sideways."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[1] / "src"
LAYERS = (
    ("cli",),
    ("web",),
    ("runners",),
    ("pipeline",),
    ("export",),
    ("query",),
    ("ingest", "language", "extract", "attribution", "linking", "weighing", "store"),
    ("chronology",),
    ("resources",),
    ("model",),
    ("errors",),
)
"""Each may import what is below it; names in one layer never import one another."""

RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}
MODULES = {
    ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted((SOURCE / "wederhoor").rglob("*.py"))
}


def part(module: str) -> str:
    """Return the package within wederhoor: "store" of "wederhoor.store.rows"; "" of the root."""
    return module.partition(".")[2].partition(".")[0]


@cache
def imported(module: str) -> tuple[str, ...]:
    tree = ast.parse(MODULES[module].read_text(encoding="utf-8"))
    return tuple(name for node in ast.walk(tree) for name in _names(node))


def _names(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        assert not node.level, "imports are absolute"
        for alias in node.names:
            whole = f"{node.module}.{alias.name}"
            yield whole if whole in MODULES else str(node.module)


def own(module: str) -> list[str]:
    return [name for name in imported(module) if name.split(".")[0] == "wederhoor"]


def test_every_package_has_a_layer() -> None:
    assert {part(module) for module in MODULES} - {""} <= RANK.keys()


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_only_what_lies_below_its_package(module: str) -> None:
    here = part(module)
    wrong = [
        name
        for name in own(module)
        if part(name) != here and (not here or not part(name) or RANK[part(name)] <= RANK[here])
    ]
    assert wrong == []


def test_no_module_imports_itself_by_way_of_others() -> None:
    # A package's __init__ is left out: it gathers what its modules hold.
    packages = {name for name, path in MODULES.items() if path.name == "__init__.py"}
    graph = {name: set(own(name)) - {name} - packages for name in MODULES if name not in packages}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(f"a cycle of imports: {' -> '.join(error.args[1])}")


@pytest.mark.parametrize("module", [m for m in MODULES if part(m) == "model"])
def test_the_nouns_do_no_input_or_output(module: str) -> None:
    forbidden = {"io", "os", "pathlib", "sqlalchemy", "spacy", "click", "yaml", "logging", "sys"}
    assert forbidden.isdisjoint(name.split(".")[0] for name in imported(module))


@pytest.mark.parametrize(
    "module", [m for m in MODULES if part(m) in {"extract", "attribution", "linking", "weighing"}]
)
def test_the_steps_that_read_and_join_are_pure(module: str) -> None:
    forbidden = {"io", "os", "pathlib", "sqlalchemy", "spacy", "time", "random", "socket"}
    assert forbidden.isdisjoint(name.split(".")[0] for name in imported(module))
