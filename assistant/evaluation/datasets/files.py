"""Rows and tables from files, gzipped or not, with errors a person can act on."""

from __future__ import annotations

import csv
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


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSONL, JSON (a list), CSV or TSV file, in order; `.gz` is unpacked.

    Raises `InputError` naming the line that cannot be read.
    """
    kind = path.name.removesuffix(".gz").rpartition(".")[2].lower()
    if kind in ("csv", "tsv"):
        yield from _table(path, "\t" if kind == "tsv" else ",")
    elif kind == "json":
        yield from _listed(path, whole(path))
    else:
        yield from _lines(path)


def whole(path: Path) -> Any:
    """The one value of a JSON file. A file of JSON lines is given as a list."""
    text = read_text(path)
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        lines = [line for line in text.split("\n") if line.strip()]
        try:
            return [json.loads(line) for line in lines]
        except json.JSONDecodeError:
            raise InputError(
                f"{path.name} is not JSON: {error.msg} in line {error.lineno}",
                hint="check that the file is complete",
            ) from error
    except RecursionError as error:
        raise InputError(f"{path.name} is nested too deeply to read") from error


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
    try:
        data = path.read_bytes() if path.stat().st_size <= LARGEST else None
    except OSError as error:
        raise InputError(
            f"cannot read {path}: {error.strerror or error}", hint="check the path of the data set"
        ) from error
    if data is None:
        raise InputError(f"{path.name} is larger than {LARGEST >> 30} GB")
    if path.name.endswith(".gz"):
        data = _unpacked(path, data)
    try:
        return io.StringIO(data.decode("utf-8-sig"), newline=None)
    except UnicodeDecodeError as error:
        raise InputError(
            f"{path.name} is not UTF-8 (byte {error.start:,})", hint="save it as UTF-8"
        ) from error


def _unpacked(path: Path, raw: bytes) -> bytes:
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(raw)) as file:
            data = file.read(LARGEST + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(f"{path.name} cannot be unpacked: {error}") from error
    if len(data) > LARGEST:
        raise InputError(f"{path.name} unpacks to more than {LARGEST >> 30} GB")
    return data


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with opened(path) as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            try:
                value = json.loads(line)
            except (json.JSONDecodeError, RecursionError) as error:
                raise InputError(
                    f"line {number} of {path.name} is not JSON", hint="one JSON object a line"
                ) from error
            yield _object(path, value, number)


def _listed(path: Path, value: Any) -> Iterator[dict[str, Any]]:
    items = value if isinstance(value, list) else [value]
    for number, item in enumerate(items, 1):
        yield _object(path, item, number)


def _object(path: Path, value: Any, number: int) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise InputError(
            f"entry {number} of {path.name} is no JSON object", hint='write {"id": ..., ...}'
        )
    return value


def _table(path: Path, delimiter: str) -> Iterator[dict[str, Any]]:
    with opened(path) as file:
        try:
            for row in csv.DictReader(file, delimiter=delimiter):
                yield {str(k).strip().lower(): v for k, v in row.items() if k is not None}
        except csv.Error as error:
            raise InputError(f"{path.name} is not a readable table: {error}") from error
