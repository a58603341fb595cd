"""CSV, TSV, LIAR files and workbooks to records, one at a time."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import Any, TextIO

from assistant.bulk.columns import field_of
from assistant.bulk.rows import Fault, Problem, Record
from assistant.bulk.xlsx import BadWorkbook, Cell, HugeWorkbook, LockedWorkbook, sheets
from assistant.errors import InputError

LIAR_HEADINGS = (
    *("id", "label", "statement", "subject", "speaker", "job", "state", "party"),
    *("barely_true", "false", "half_true", "mostly_true", "pants_on_fire", "context"),
)
"""The columns of the LIAR data set (Wang 2017), whose files have no heading."""

_LIAR_LABELS = frozenset({"true", "mostly-true", "half-true", "barely-true", "false", "pants-fire"})
_DELIMITERS = ",;\t|"
_LONGEST_LINE = 1 << 20


def is_liar(first_line: str) -> bool:
    """Whether a line is a row of the LIAR data set."""
    cells = first_line.rstrip("\r\n").split("\t")
    return len(cells) == len(LIAR_HEADINGS) and cells[1].strip().lower() in _LIAR_LABELS


def table_records(stream: TextIO, *, claim_column: str | None = None) -> Iterator[Record]:
    """The rows under the heading of a CSV or TSV file; a LIAR file has none.

    `stream` must be opened with `newline=""`. The delimiter is the one that splits the heading
    into known columns, a comma failing that. Raises `InputError` for a quotation mark that is
    never closed, since it swallows rows.
    """
    first = stream.readline(_LONGEST_LINE)
    if is_liar(first):
        lines = (line.rstrip("\r\n").split("\t") for line in chain([first], stream))
        yield from _records(enumerate(lines, 1), LIAR_HEADINGS)
        return
    delimiter = _delimiter(first, claim_column)
    cells = _cells(chain([first], _bounded(stream)), delimiter)
    _, heading = next(cells, (1, []))
    if len(first) == _LONGEST_LINE:
        raise InputError(
            f"the first line has more than {_LONGEST_LINE:,} characters and is no heading",
            hint="the first line of a table names its columns, one of them claim",
        )
    yield from _records(cells, heading)


def unpack_workbook(path: Path, target: Path, *, name: str, most: int) -> None:
    """Write the first sheet of `path` that has rows to `target`, for `workbook_records` to read.

    A workbook is costly to read, and a claim file is read several times. Raises `InputError`,
    which calls the workbook `name`, for what is none and for one whose rows take more than `most`
    bytes.
    """
    try:
        target.touch()
        for rows in sheets(path):
            if _write_rows(rows, target, most):
                break
    except HugeWorkbook as error:
        raise InputError(
            f"{name} unpacks to {error}, too much for a workbook of claims",
            hint="save the sheet as CSV UTF-8 and give that",
        ) from error
    except LockedWorkbook as error:
        raise InputError(f"{name} is locked with a password", hint="save it without one") from error
    except BadWorkbook as error:
        detail = " ".join(str(error).split())[:120] or type(error).__name__
        raise InputError(
            f"{name} cannot be read as a workbook: {detail}",
            hint="open it in a spreadsheet and save it again as XLSX, or as CSV UTF-8",
        ) from error
    except OSError as error:
        raise InputError(
            f"{name} cannot be unpacked in {target.parent.parent}: {error.strerror or error}",
            hint="free some space there, or save the sheet as CSV UTF-8 and give that",
        ) from error


def workbook_records(unpacked: TextIO) -> Iterator[Record]:
    """The rows under the heading of a sheet that `unpack_workbook` wrote."""
    rows = ((line[0], [_unpacked(cell) for cell in line[1:]]) for line in map(json.loads, unpacked))
    _, heading = next(rows, (1, []))
    names = ["" if cell is None else str(cell) for cell in heading]
    yield from _records(rows, names, padded=True)


def _write_rows(rows: Iterable[tuple[int, list[Cell]]], target: Path, most: int) -> int:
    """Write what is not empty as JSON, one row a line, all in ASCII; return how many bytes."""
    size = 0
    with target.open("w", encoding="ascii", newline="\n") as file:
        for number, cells in rows:
            if cells:
                size += file.write(json.dumps([number, *map(_packed, cells)]) + "\n")
            if size > most:
                raise HugeWorkbook(f"more than {most:,} bytes of text")
    return size


def _packed(cell: Cell) -> Any:
    return [cell.isoformat()] if isinstance(cell, datetime) else cell


def _unpacked(cell: Any) -> Cell:
    return datetime.fromisoformat(cell[0]) if isinstance(cell, list) else cell


def _records(
    rows: Iterable[tuple[int, Sequence[Any]]], heading: Sequence[str], *, padded: bool = False
) -> Iterator[Record]:
    """Name the cells. Blank rows are none. `padded`: a table that always has all its cells."""
    names = [name.lstrip("\ufeff").strip() for name in heading]
    claims = [i for i, name in enumerate(names) if field_of(name) == "claim"]
    needed = min(claims, default=0) + 1
    for line, cells in rows:
        if not any(str(c).strip() for c in cells if c is not None):
            continue
        detail = f"{len(cells)} / {len(names)}"
        id_ = str(cells[0]) if cells and field_of(names[0]) == "id" else None
        if len(cells) < needed and not padded:
            yield Record(line, fault=Fault(Problem.FEW_CELLS, line, detail), id=id_)
        elif any(str(c or "").strip() for c in cells[len(names) :]):
            yield Record(line, fault=Fault(Problem.MANY_CELLS, line, detail), id=id_)
        else:
            filled = [*cells, *[None] * (len(names) - len(cells))] if padded else cells
            pairs = list(zip(names, filled, strict=False))
            yield Record(line, values=dict(reversed(pairs)))  # of two equal names the first counts


def _cells(lines: Iterable[str], delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Numbered rows of cells; the number is the line that the row starts on."""
    csv.field_size_limit(_LONGEST_LINE)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    start = 1
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise InputError(
                f"line {start}: the table cannot be read from here on: {_told(str(error))}",
                hint='check the quotation marks: a cell holding " is quoted and doubles it',
            ) from error
        yield start, row
        start = reader.line_num + 1


def _told(message: str) -> str:
    if "unexpected end" in message:
        return "a quotation mark is opened and never closed"
    if "field larger" in message:
        return f"a cell is longer than {_LONGEST_LINE:,} characters (an unclosed quotation mark?)"
    return message


def _bounded(stream: TextIO) -> Iterator[str]:
    """The lines of `stream` after the first. Raises `InputError` for an endless one."""
    number = 1
    while line := stream.readline(_LONGEST_LINE):
        number += 1
        if len(line) == _LONGEST_LINE:
            raise InputError(
                f"line {number} has more than {_LONGEST_LINE:,} characters",
                hint="a table of claims has one claim a line",
            )
        yield line


def _delimiter(first: str, claim_column: str | None) -> str:
    def known(delimiter: str) -> tuple[int, int]:
        names = [n.strip().strip('"').lstrip("\ufeff").strip() for n in first.split(delimiter)]
        chosen = claim_column is not None and claim_column.casefold() in map(str.casefold, names)
        fields = [field_of(name) for name in names]
        return int(chosen or "claim" in fields), sum(f is not None for f in fields)

    return max(_DELIMITERS, key=lambda d: (*known(d), -_DELIMITERS.index(d)))
