"""CSV, TSV, LIAR files and workbooks to records, one at a time."""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Any, TextIO

from assistant.bulk.columns import field_of
from assistant.bulk.rows import Fault, Problem, Record
from assistant.errors import InputError

LIAR_HEADINGS = (
    *("id", "label", "statement", "subject", "speaker", "job", "state", "party"),
    *("barely_true", "false", "half_true", "mostly_true", "pants_on_fire", "context"),
)
"""The columns of the LIAR data set (Wang 2017), whose files have no heading."""

_LIAR_LABELS = frozenset({"true", "mostly-true", "half-true", "barely-true", "false", "pants-fire"})
_DELIMITERS = ",;\t|"
_LONGEST_LINE = 1 << 20
_MOST_COLUMNS = 200
_MOST_ROWS = 1 << 20
_MOST_UNPACKED = 256 << 20
_MOST_SHARED_STRINGS = 48 << 20
_MOST_MEMBERS = 2_000


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


def workbook_records(path: Path) -> Iterator[Record]:
    """The rows under the heading of the first sheet that has one. Raises `InputError`."""
    import openpyxl

    _refuse_bomb(path)
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False)
    except Exception as error:  # openpyxl raises whatever its XML reader meets
        raise _no_workbook(path, error) from error
    try:
        for sheet in book.worksheets:
            sheet.reset_dimensions()  # what a workbook says of its size need not be true
            cells = sheet.iter_rows(max_col=_MOST_COLUMNS, values_only=True)
            rows = enumerate(islice(cells, _MOST_ROWS), 1)
            filled = ((n, _trimmed(row)) for n, row in rows)
            found = list(islice((pair for pair in filled if pair[1]), 1))
            if found:
                yield from _records(filled, [str(c or "") for c in found[0][1]], padded=True)
                return
    except InputError:
        raise
    except Exception as error:
        raise _no_workbook(path, error) from error
    finally:
        book.close()


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


def _trimmed(cells: Sequence[Any]) -> Sequence[Any]:
    end = len(cells)
    while end and cells[end - 1] is None:
        end -= 1
    return cells[:end]


def _refuse_bomb(path: Path) -> None:
    """Raise `InputError` for a workbook that unpacks to far more than a claim file holds."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            strings = sum(m.file_size for m in members if m.filename.endswith("Strings.xml"))
            largest = sum(m.file_size for m in members)
            encrypted = any(m.flag_bits & 1 for m in members)
            _refuse_entities(archive)
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError, ValueError) as error:
        raise _no_workbook(path, error) from error
    if largest > _MOST_UNPACKED or strings > _MOST_SHARED_STRINGS or len(members) > _MOST_MEMBERS:
        raise InputError(
            f"{path.name} unpacks to {largest:,} bytes, too much for a workbook of claims",
            hint="save the sheet as CSV UTF-8 and give that",
        )
    if encrypted:
        raise InputError(f"{path.name} is locked with a password", hint="save it without one")


def _refuse_entities(archive: zipfile.ZipFile) -> None:
    """Office files declare no document type; one that does means to expand entities."""
    for member in archive.infolist():
        if member.filename.endswith((".xml", ".rels")):
            with archive.open(member) as file:
                head = file.read(4096)
            if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
                raise ValueError("its XML declares entities")


def _no_workbook(path: Path, error: Exception) -> InputError:
    detail = " ".join(str(error).split())[:120] or type(error).__name__
    return InputError(
        f"{path.name} cannot be read as a workbook: {detail}",
        hint="open it in a spreadsheet and save it again as XLSX, or as CSV UTF-8",
    )
