"""The one loader of rule files: YAML in, checked entries out.

A rule file is a list of entries. Each has a stable `id` ("time.relative.gisteren"), the keys that its
kind of rule needs, and `examples` and `not` (texts that must not match), which the tests run.

Example:
    An entry of `resources/nl/times.yaml`::

        - id: time.relative.gisteren
          words: [gisteren]
          days: [-1, -1]
          examples: [{text: "Gisteren viel een raket.", published: 2024-07-26, when: 2024-07-25}]
          not: ["de krant van eergisteren"]
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from wederhoor.errors import ResourceError

_ALWAYS = frozenset({"id"})
_OPTIONAL = frozenset({"examples", "not", "note", "source"})
_LINE = "__line__"


@dataclass(frozen=True, slots=True)
class Entry:
    """One rule or word of a rule file.

    Attributes:
        id: stable id, unique over its file.
        data: the keys of its kind of rule.
        examples: texts (or mappings with a text and what it means) that must match.
        counterexamples: texts that must not match.
        where: file and line, for messages.
    """

    id: str
    data: Mapping[str, Any]
    examples: tuple[Any, ...]
    counterexamples: tuple[Any, ...]
    where: str


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc] # C if built
    """A safe loader that remembers the line of every mapping and refuses a key given twice."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:  # noqa: FBT001, FBT002 - the library's signature
        keys = [key.value for key, _ in node.value]
        if len(keys) != len(set(keys)):
            raise yaml.constructor.ConstructorError(
                None, None, "a key given twice", node.start_mark
            )
        made: dict[Hashable, Any] = super().construct_mapping(node, deep=deep)
        made[_LINE] = node.start_mark.line + 1
        return made


def read_yaml(path: str) -> Any:  # noqa: ANN401 - YAML holds any of its types
    """Return what the YAML file `path` (within `resources/`) holds.

    Raises:
        ResourceError: there is no such file, or it is not YAML.
    """
    try:
        text = files("wederhoor.resources").joinpath(path).read_text(encoding="utf-8")
        return _without_lines(yaml.load(text, _Loader))  # noqa: S506 - derives from SafeLoader
    except (OSError, yaml.YAMLError) as error:
        raise ResourceError(f"resources/{path}: cannot be read: {error}") from error


@cache
def load_entries(
    path: str, required: frozenset[str] = frozenset(), optional: frozenset[str] = frozenset()
) -> tuple[Entry, ...]:
    """Return the checked entries of a rule file, in the order of the file.

    Args:
        path: within `resources/`, such as "nl/times.yaml".
        required: keys that every entry must have, besides `id`.
        optional: keys that an entry may have, besides `examples`, `not`, `note` and `source`.

    Raises:
        ResourceError: the file breaks the schema; the message names file, line and id.
    """
    try:
        text = files("wederhoor.resources").joinpath(path).read_text(encoding="utf-8")
        raw = yaml.load(text, _Loader)  # noqa: S506 - derives from SafeLoader
    except (OSError, yaml.YAMLError) as error:
        raise ResourceError(f"resources/{path}: cannot be read: {error}") from error
    if not isinstance(raw, list):
        raise ResourceError(f"resources/{path}: must be a list of entries")
    entries: dict[str, Entry] = {}
    for number, item in enumerate(raw):
        entry = _checked(path, number, item, required | _ALWAYS, optional | _OPTIONAL)
        if entry.id in entries:
            raise ResourceError(f"{entry.where}: id {entry.id} is used twice")
        entries[entry.id] = entry
    return tuple(entries.values())


def _checked(
    path: str,
    number: int,
    item: Any,  # noqa: ANN401 - YAML holds any of its types
    required: frozenset[str],
    optional: frozenset[str],
) -> Entry:
    if not isinstance(item, dict):
        raise ResourceError(f"resources/{path}: entry {number + 1} is not a mapping")
    where = f"resources/{path}, line {item.pop(_LINE)}"
    item = _without_lines(item)
    missing = sorted(required - item.keys())
    unknown = sorted(map(str, item.keys() - required - optional))
    if missing or unknown:
        told = [f"lacks {', '.join(missing)}"] if missing else []
        told += [f"has unknown {', '.join(unknown)}"] if unknown else []
        raise ResourceError(f"{where}: entry {item.get('id', '?')} {' and '.join(told)}")
    return Entry(
        id=str(item["id"]),
        data={key: value for key, value in item.items() if key in required | optional},
        examples=tuple(item.get("examples") or ()),
        counterexamples=tuple(item.get("not") or ()),
        where=where,
    )


def _without_lines(value: Any) -> Any:  # noqa: ANN401 - YAML holds any of its types
    if isinstance(value, dict):
        return {key: _without_lines(item) for key, item in value.items() if key != _LINE}
    if isinstance(value, list):
        return [_without_lines(item) for item in value]
    return value
