"""Which files there are to read under the paths that a user gives, and how to open them."""

from __future__ import annotations

import gzip
import io
import lzma
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, cast

from wederhoor.errors import InputError
from wederhoor.ingest.aside import Reason, SetAsideError, printable
from wederhoor.ingest.decoding import CHUNK
from wederhoor.model import Skipped

STDIN = "-"
_TEXT = (".txt",)
_JSONL = (".jsonl", ".ndjson")
_OPENERS: dict[str, Callable[[str], object]] = {".gz": gzip.GzipFile, ".xz": lzma.LZMAFile}
_PACKED = tuple(_OPENERS)
SUFFIXES = ", ".join(_TEXT + _JSONL) + " (also with .gz or .xz)"


class Form(StrEnum):
    """How a file is written."""

    TEXT = "text"
    JSONL = "jsonl"
    EITHER = "either"  # its name does not tell, its first character does


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read, or standard input.

    Attributes:
        path: the file; `-` for standard input.
        stem: its name without folders and without the suffixes that are known.
        form: how it is written, as its name tells.
    """

    path: str
    stem: str
    form: Form


def source_of(path: str) -> Source:
    """Return what the name of a file tells of it.

    Example:
        "2024/kade.jsonl.xz" is JSONL with the stem "kade".
    """
    name = Path(path).name
    bare = name.removesuffix(_ending(name, _PACKED))
    for form, suffixes in ((Form.TEXT, _TEXT), (Form.JSONL, _JSONL)):
        ending = _ending(bare, suffixes)
        if ending and ending != bare:
            return Source(path, bare.removesuffix(ending), form)
    return Source(path, Path(bare).stem or bare, Form.EITHER)


def _ending(name: str, suffixes: tuple[str, ...]) -> str:
    """Return the suffix as it is written in the name ("" for none), whatever its case."""
    return next((name[-len(end) :] for end in suffixes if name.lower().endswith(end)), "")


def check_paths(paths: Iterable[str]) -> tuple[str, ...]:
    """Return the paths, once it is sure that there is something to read at each.

    Raises:
        InputError: a path does not exist, or is a folder without reports.
    """
    given = tuple(paths)
    for path in given:
        if path == STDIN:
            continue
        if not os.path.lexists(path):
            raise InputError(f"{printable(path)}: there is no such file or folder")
        if Path(path).is_dir() and not any(isinstance(item, Source) for item in _walk(path)):
            name = printable(path)
            raise InputError(f"{name}: no reports in this folder; these are read: {SUFFIXES}")
    return given


def sources(paths: Iterable[str]) -> Iterator[Source | Skipped]:
    """Yield the files to read, path by path; those of a folder by name, hidden ones left out."""
    for path in paths:
        if path == STDIN:
            yield Source(STDIN, "stdin", Form.EITHER)
        elif Path(path).is_dir():
            yield from _walk(path)
        else:
            yield source_of(path)


def _walk(folder: str) -> Iterator[Source | Skipped]:
    failed: list[Skipped] = []

    def note(error: OSError) -> None:
        failed.append(unreadable(error).at(str(error.filename)))

    for here, folders, names in os.walk(folder, onerror=note):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            found = source_of(str(Path(here, name)))
            if not name.startswith(".") and found.form is not Form.EITHER:
                yield _odd(found.path) if _is_odd(found.path) else found
        yield from failed
        failed.clear()
    yield from failed


def _is_odd(path: str) -> bool:
    try:
        return not stat.S_ISREG(Path(path).stat().st_mode)
    except OSError:
        return False  # opening it will say what is wrong


def _odd(path: str) -> Skipped:
    detail = "a pipe or device, not a file; to read it, name it on the command line"
    return SetAsideError(Reason.UNREADABLE, detail).at(path)


def opened(path: str) -> io.BufferedReader:
    """Open a file for reading its bytes, uncompressed; the caller closes it.

    Raises:
        OSError: the system refuses.
    """
    packed = _ending(path, _PACKED).lower()
    opener: Callable[[str], object] = _OPENERS.get(packed, io.FileIO)
    return io.BufferedReader(cast("Any", opener(path)), CHUNK)


def unreadable(error: OSError) -> SetAsideError:
    """Return why the system does not let a file be read."""
    return SetAsideError(Reason.UNREADABLE, f"cannot be read: {error.strerror or error}")
