"""Rows and tables from files, gzipped or not, with errors a person can act on."""

from __future__ import annotations

import gzip
import io
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

from assistant.errors import InputError

LARGEST = 4 << 30
"""Bytes of unpacked text that are read from one file before it is refused."""

_LONGEST_NUMBER = 4_000


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSONL or JSON (a list) file, in order; `.gz` is unpacked.

    Raises `InputError` naming the line that cannot be read.
    """
    return (row for _, row in numbered_rows(path))


def numbered_rows(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """`rows` with the line of each (in a JSON list its place), from 1."""
    if path.name.removesuffix(".gz").endswith(".json"):
        value = whole(path)
        items = value if isinstance(value, list) else [value]
        yield from ((n, _object(path, item, n)) for n, item in enumerate(items, 1))
        return
    with opened(path) as file:
        for number, line in enumerate(file, 1):
            if line.strip():
                yield number, _object(path, _value(path, line, number), number)


def whole(path: Path) -> Any:
    """The one value of a JSON file. A file of JSON lines is given as a list."""
    text = read_text(path)
    try:
        return _parsed(text)
    except json.JSONDecodeError as error:
        lines = [line for line in text.split("\n") if line.strip()]
        try:
            return [_parsed(line) for line in lines]
        except (json.JSONDecodeError, RecursionError):
            raise InputError(
                f"{path.name} is not JSON: {error.msg} in line {error.lineno}",
                hint="check that the file is complete",
            ) from error
    except RecursionError as error:
        raise InputError(
            f"{path.name} is nested too deeply to read", hint="check that it is the right file"
        ) from error


def read_text(path: Path) -> str:
    """The text of `path`, without a byte order mark."""
    with opened(path) as file:
        return file.read()


def tsv(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Line numbers and fields of a tab-separated file; blank lines are left out."""
    with opened(path) as file:
        for number, line in enumerate(file, 1):
            if line.strip():
                yield number, line.rstrip("\r\n").split("\t")


def opened(path: Path) -> TextIO:
    """The text of `path` as an open file: UTF-8, `.gz` unpacked. Raises `InputError`."""
    data = unpacked(path) if path.name.endswith(".gz") else _bytes(path)
    try:
        return io.StringIO(data.decode("utf-8-sig"), newline=None)
    except UnicodeDecodeError as error:
        raise InputError(
            f"{path.name} is not UTF-8 (byte {error.start:,})", hint="save it as UTF-8"
        ) from error


def unpacked(path: Path) -> bytes:
    """What a gzip file holds. Raises `InputError`."""
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(_bytes(path))) as file:
            data = file.read(LARGEST + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(
            f"{path.name} cannot be unpacked: {error}", hint="check that the file is complete"
        ) from error
    if len(data) > LARGEST:
        raise _too_large(path)
    return data


def size_of(path: Path) -> int:
    """The bytes of `path`. Raises `InputError` for what is no file, or no path at all."""
    try:
        return path.stat().st_size
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error


def _bytes(path: Path) -> bytes:
    if size_of(path) > LARGEST:
        raise _too_large(path)
    try:
        return path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: Exception) -> InputError:
    return InputError(
        f"cannot read {path}: {getattr(error, 'strerror', None) or error}",
        hint="check the path of the data set",
    )


def _too_large(path: Path) -> InputError:
    return InputError(f"{path.name} holds more than {LARGEST >> 30} GB", hint="give it in parts")


def _value(path: Path, line: str, number: int) -> Any:
    try:
        return _parsed(line)
    except (json.JSONDecodeError, RecursionError) as error:
        raise InputError(
            f"line {number} of {path.name} is not JSON", hint="one JSON object a line"
        ) from error


def _parsed(text: str) -> Any:
    return json.loads(text, parse_int=_int)


def _int(digits: str) -> int | str:
    """Python refuses integers of more than 4,300 digits; as text they do no harm."""
    return int(digits) if len(digits) <= _LONGEST_NUMBER else digits


def _object(path: Path, value: Any, number: int) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise InputError(
            f"entry {number} of {path.name} is no JSON object", hint='write {"id": ..., ...}'
        )
    return value
