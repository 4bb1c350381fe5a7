"""To and from JSON: one codec for every noun of the model.

A dataclass becomes an object with its fields, an enum its value, a tuple a list. Where a field can
hold several kinds of value (`Value`), a dataclass or enum is written with its class name under "is", so
that it comes back as what it was. A field that holds its default is left out.

Example:
    `encode(Quantity(80, 80, of="Amerikanen"))` is `{"low": 80, "high": 80, "of": "Amerikanen"}`.
"""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin

T = TypeVar("T")
_TAG = "is"


def dumps(value: object) -> str:
    """Return `value` as one line of JSON, the same line for equal values."""
    return json.dumps(encode(value), ensure_ascii=False, separators=(",", ":"))


def loads(kind: type[T], text: str) -> T:
    """Read what `dumps` wrote as a `kind`.

    Raises:
        ValueError: the text is not JSON or does not describe a `kind`.
    """
    return decode(kind, json.loads(text))


def encode(value: object) -> Any:  # noqa: ANN401 - JSON is any of its types
    """Return `value` as plain JSON values."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return _encode_object(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (tuple, list)):
        return [encode(item) for item in value]
    return value


def decode(kind: type[T], data: Any) -> T:  # noqa: ANN401 - JSON is any of its types
    """Return the `kind` that plain JSON values describe.

    Raises:
        ValueError: the values do not describe a `kind`.
    """
    try:
        return typing.cast("T", _decode(kind, data))
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError(f"not a {kind.__name__}: {error}") from error


def _encode_object(value: object) -> dict[str, Any]:
    out: dict[str, Any] = {}
    kind: type = type(value)
    for name, (hint, default) in _fields(kind).items():
        item = getattr(value, name)
        if default is not dataclasses.MISSING and type(item) is type(default) and item == default:
            continue
        coded = encode(item)
        if _is_mixed(hint) and isinstance(item, Enum):
            coded = {_TAG: type(item).__name__, "value": coded}
        elif _is_mixed(hint) and isinstance(coded, dict):
            coded = {_TAG: type(item).__name__, **coded}
        out[name] = coded
    return out


def _decode(hint: Any, data: Any) -> object:  # noqa: ANN401 - a type hint
    if data is None:
        return None
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return _decode_union(get_args(hint), data)
    if origin is tuple:
        return _decode_tuple(get_args(hint), data)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint(data)
    if dataclasses.is_dataclass(hint):
        fields = _fields(typing.cast("type", hint))
        given = {
            name: _decode(fields[name][0], item) for name, item in data.items() if name != _TAG
        }
        return typing.cast("type", hint)(**given)
    return data


def _decode_union(members: tuple[Any, ...], data: Any) -> object:  # noqa: ANN401 - a type hint
    options = [member for member in members if member is not type(None)]
    if len(options) == 1:
        return _decode(options[0], data)
    if not isinstance(data, dict):
        return data
    chosen = next(member for member in options if member.__name__ == data[_TAG])
    return _decode(chosen, data["value"] if issubclass(chosen, Enum) else data)


def _decode_tuple(members: tuple[Any, ...], data: list[Any]) -> tuple[object, ...]:
    if len(members) == 2 and members[1] is Ellipsis:  # noqa: PLR2004 - tuple[X, ...]
        return tuple(_decode(members[0], item) for item in data)
    return tuple(_decode(member, item) for member, item in zip(members, data, strict=True))


@cache
def _fields(kind: type) -> dict[str, tuple[Any, Any]]:
    hints = typing.get_type_hints(kind)
    return {
        item.name: (hints[item.name], item.default)
        for item in dataclasses.fields(kind)
        if item.init
    }


@cache
def _is_mixed(hint: Any) -> bool:  # noqa: ANN401 - a type hint
    members = [member for member in get_args(hint) if member is not type(None)]
    return get_origin(hint) in (Union, types.UnionType) and len(members) > 1
