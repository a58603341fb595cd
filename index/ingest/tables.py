"""Tables and JSON files of reference documents: rows with their numbers, problems apart."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

from index.errors import InputError
from index.ingest.decoding import decode, refuse_binary
from index.ingest.extract import Extract
from index.ingest.limits import COLUMNS, JSON_BYTES, LINE_CHARACTERS, MEGABYTE, ROWS
from index.problems import Problem

_HEAD = 1 << 16
_OBJECTS = 'write one document an object: {"id": ..., "title": ..., "text": ...}'
_LISTS = ("documents", "references", "articles", "items", "data", "rows")


def read_jsonl(path: Path) -> Extract:
    """One JSON object a line; lines that are none become problems."""
    rows: list[tuple[int, dict[str, Any]]] = []
    problems: list[Problem] = []
    for n, line in enumerate(_lines(path), 1):
        if not line.strip(" \t\r\n\ufeff\x00"):
            if "\x00" in line:
                problems.append(Problem(f"row {n}", "it is no JSON"))
            continue
        try:
            rows.append((n, _object(_parse(line.lstrip("\ufeff")))))
        except InputError as error:
            problems.append(Problem(f"row {n}", error.message))
    return Extract(rows=tuple(rows), problems=tuple(problems))


def read_json(path: Path) -> Extract:
    """A list of objects, an object that holds such a list, or one object."""
    data = path.read_bytes()
    if len(data) > JSON_BYTES:
        raise InputError(
            f"it is larger than {JSON_BYTES // MEGABYTE} MB",
            hint="write one object a line (.jsonl)",
        )
    value = _parse(decode(data).text)
    if isinstance(value, dict):
        value = next((value[n] for n in _LISTS if isinstance(value.get(n), list)), [value])
    if not isinstance(value, list):
        raise InputError("it holds no list of objects", hint=_OBJECTS)
    rows: list[tuple[int, dict[str, Any]]] = []
    problems: list[Problem] = []
    for n, item in enumerate(value, 1):
        try:
            rows.append((n, _object(item)))
        except InputError as error:
            problems.append(Problem(f"row {n}", error.message))
    return Extract(rows=tuple(rows), problems=tuple(problems))


def read_csv(path: Path) -> Extract:
    """A table with headings in its first row, separated by commas, semicolons, tabs or bars."""
    text = decode(path.read_bytes()).text.replace("\x00", "\ufffd")
    csv.field_size_limit(LINE_CHARACTERS)
    head = text.split("\n", 1)[0]
    separator = max(",;\t|", key=head.count)
    rows: list[tuple[int, dict[str, Any]]] = []
    problems: list[Problem] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    heads: list[str] = []
    try:
        for n, cells in enumerate(reader, 1):
            if not any(cell.strip() for cell in cells):
                continue
            if not heads:
                heads = [cell.strip() for cell in cells[:COLUMNS]]
            elif len(cells) > len(heads):
                problems.append(Problem(f"row {n}", f"it has more than {len(heads)} cells"))
            elif n > ROWS:
                raise InputError(
                    f"it has more than {ROWS:,} rows", hint="cut it into several files"
                )
            else:
                rows.append((n, {h: c for h, c in zip(heads, cells, strict=False) if h}))
    except csv.Error as error:
        problems.append(Problem(f"row {reader.line_num}", f"the table breaks off: {error}"))
    return Extract(rows=tuple(rows), problems=tuple(problems))


def _lines(path: Path) -> Iterator[str]:
    """The lines of a text file, one at a time where its encoding allows."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
        refuse_binary(head)
        if not _is_utf8(head):
            yield from decode(head + file.read()).text.splitlines()
            return
        file.seek(0)
        while line := file.readline(LINE_CHARACTERS):
            if len(line) >= LINE_CHARACTERS:
                raise InputError(
                    f"a line is longer than {LINE_CHARACTERS // MEGABYTE} MB", hint=_OBJECTS
                )
            yield from _row(line)


def _is_utf8(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in head[:4]:
        return False
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        # Cut in the middle of a character, or a few bad bytes in one row of many.
        return error.start > len(head) - 4 or head.decode("utf-8", "replace").count(
            "\ufffd"
        ) * 50 < len(head)
    return True


def _row(line: bytes) -> Iterator[str]:
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        yield "\ufffd"
        return
    # Old Mac line ends: a carriage return alone ends a row.
    yield from text.rstrip("\r\n").split("\r") if "}\r{" in text else (text,)


def _parse(text: str) -> Any:
    try:
        return json.loads(text, parse_constant=_no_constant)
    except RecursionError:
        raise InputError("it is nested too deeply", hint=_OBJECTS) from None
    except ValueError as error:
        raise InputError(
            f"it is no JSON: {error}"[:160], hint="check that the file is complete"
        ) from None


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON value")


def _object(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise InputError("it is no JSON object", hint=_OBJECTS)
    return value
