"""Any input to rows: files by shape, standard input, a folder of articles.

A source is read several times (once to find the columns, once to count, once to judge), so that
nothing of it has to stay in memory.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from array import array
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from assistant.bulk.articles import ARTICLE_SUFFIXES, Extract, article_files, article_rows
from assistant.bulk.columns import Columns, date_trouble, row_of
from assistant.bulk.encoding import Survey, survey
from assistant.bulk.json_records import LONGEST_ROW, json_records, jsonl_records
from assistant.bulk.rows import Record, Row
from assistant.bulk.table_records import table_records, unpack_workbook, workbook_records
from assistant.errors import InputError

_TABLES = frozenset({".csv", ".tsv", ".tab"})
_JSON = frozenset({".jsonl", ".ndjson", ".json", ".jsonld"})
_WORKBOOKS = frozenset({".xlsx", ".xlsm"})
_TOLD_DATES = 3
_CHUNK = 1 << 20

MOST_PIPED = 1 << 30
"""Bytes of standard input, which has to be kept on the disk: some three million claims."""

_MOST_UNPACKED = 256 << 20
"""Bytes that the rows of a workbook may take on the disk."""


@dataclass(frozen=True, slots=True)
class Scan:
    """What reading a source once has shown.

    `rows` results will come out, `broken` of them without a verdict, `repeats` copied from an
    equal row. `columns` maps fields to the headings taken for them. `notices` are sentences for
    the person who started the run. `repeated` holds the digests of claims that occur twice.
    """

    rows: int
    broken: int
    repeats: int
    columns: tuple[tuple[str, str], ...]
    notices: tuple[str, ...]
    repeated: frozenset[int]

    @property
    def numbered(self) -> bool:
        """Whether rows are called by their number, since the input has no ids."""
        return not any(field == "id" for field, _ in self.columns)


class Source:
    """Rows that can be read again and again, in the same order each time."""

    def __init__(self, name: str, fingerprint: str, rows: Callable[[], Iterator[Row]]) -> None:
        self.name = name
        self.fingerprint = fingerprint
        self.columns: dict[str, str] = {}
        self.notices: list[str] = []
        self._rows = rows
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def __iter__(self) -> Iterator[Row]:
        """The rows in order."""
        return self._rows()

    def scan(self, *, watch: Callable[[Row], None] | None = None) -> Scan:
        """Read everything once, showing `watch` every row.

        Raises `InputError` when there is no row to judge.
        """
        digests, rows, broken = array("Q"), 0, 0
        for row in self:
            rows += 1
            if watch:
                watch(row)
            if row.fault:
                broken += 1
            else:
                digests.append(digest(row))
        if not rows:
            raise InputError(
                f"there is nothing to judge in {self.name}",
                hint="give one claim a row under a heading such as id,claim, or articles with text",
            )
        repeated, repeats = _repeated(digests)
        columns = tuple(sorted(self.columns.items()))
        return Scan(rows, broken, repeats, columns, tuple(self.notices), repeated)

    def close(self) -> None:
        """Remove what was kept on the disk of standard input, or of a workbook."""
        if self._folder:
            self._folder.cleanup()

    @property
    def _spooled(self) -> Path | None:
        return Path(self._folder.name) if self._folder else None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def open_source(
    path: Path | str,
    *,
    claim_column: str | None = None,
    stdin: BinaryIO | None = None,
    extract: Extract | None = None,
    apart_from: Collection[Path] = (),
    most_piped: int = MOST_PIPED,
) -> Source:
    """The rows of a file, a folder of articles, or `stdin` when `path` is "-".

    `extract` finds the claims of an article; without it articles are refused. Of a folder the
    files in `apart_from` are no articles. Of `stdin` at most `most_piped` bytes are read. Raises
    `InputError` for what cannot be read and for a file without a column of claims.
    """
    if str(path) == "-":
        if stdin is None:
            raise InputError("there is no standard input here", hint="give a file")
        return _spooled(stdin, claim_column, most_piped)
    path = Path(path)
    try:
        path.stat()
    except (OSError, ValueError) as error:
        raise InputError(f"there is no file {str(path)[:200]}", hint="check the path") from error
    if path.is_dir() or path.suffix.lower() in ARTICLE_SUFFIXES:
        if extract is None:
            raise InputError(
                f"{path} is an article, not a file of claims",
                hint="give CSV, TSV, JSONL, JSON or XLSX with a claim a row",
            )
        files = article_files(path, apart_from=apart_from)
        root = path if path.is_dir() else path.parent
        return Source(
            path.name, _folder_digest(root, files), lambda: article_rows(root, files, extract)
        )
    if not path.is_file():
        raise InputError(f"{path} is not a file", hint='for a pipe write "-" and redirect it')
    return _file_source(path, path.name, path.suffix.lower(), claim_column)


def file_records(path: Path) -> Iterator[Record]:
    """The rows of a file of claims as they stand in it, each with named values or its fault.

    Raises `InputError` for what cannot be read.
    """
    suffix = path.suffix.lower()
    found = survey(path, container=suffix in _WORKBOOKS)
    if suffix in _WORKBOOKS:
        return _once(path, found)
    return _records(path, suffix, found, None)


def _once(workbook: Path, found: Survey) -> Iterator[Record]:
    with _temporary() as folder:
        unpacked = _unpacked(workbook, workbook.name, Path(folder))
        yield from _records(unpacked, workbook.suffix.lower(), found, None)


def digest(row: Row) -> int:
    """64 bits that equal rows share."""
    text = json.dumps(row.key).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(text, digest_size=8).digest(), "big")


def _file_source(
    path: Path,
    name: str,
    suffix: str,
    claim_column: str | None,
    folder: tempfile.TemporaryDirectory[str] | None = None,
) -> Source:
    """`folder` is where `path` was laid down, None for a file of the user's."""
    found = survey(path, container=suffix in _WORKBOOKS)
    if suffix in _WORKBOOKS:
        folder = folder or _temporary()
        path = _unpacked(path, name, Path(folder.name))
    columns = Columns(wanted=claim_column)
    for record in _records(path, suffix, found, claim_column):
        columns.see(record)
    chosen = columns.chosen()
    strings = not columns.objects

    def rows() -> Iterator[Row]:
        for number, record in enumerate(_records(path, suffix, found, claim_column), 1):
            yield row_of(record, number, chosen, strings=strings)

    source = Source(name, f"{found.sha256}-{chosen['claim']}", rows)
    source._folder = folder
    source.columns = {} if strings else chosen
    if "date" in chosen:
        source.notices += _dates_told(_records(path, suffix, found, claim_column), chosen)
    return source


def _records(path: Path, suffix: str, found: Survey, claim_column: str | None) -> Iterator[Record]:
    if suffix in _WORKBOOKS:
        with path.open(encoding="utf-8") as unpacked:
            yield from workbook_records(unpacked)
        return
    table = suffix in _TABLES or (suffix not in _JSON and not _starts_as_json(path, found))
    newline = "" if table else None
    with path.open(encoding=found.encoding, errors=found.errors, newline=newline) as stream:
        if table:
            yield from table_records(stream, claim_column=claim_column)
            return
        document = _is_document(stream.readline(LONGEST_ROW), stream.readline(LONGEST_ROW))
        stream.seek(0)
        yield from (json_records if document else jsonl_records)(stream)


def _starts_as_json(path: Path, found: Survey) -> bool:
    with path.open(encoding=found.encoding, errors=found.errors) as stream:
        return stream.read(4096).lstrip()[:1] in ("{", "[")


def _is_document(first: str, second: str) -> bool:
    """Whether a file is one JSON document rather than one object a line."""
    first = first.strip()
    if not first.startswith(("[", "{")):
        return False
    try:
        json.loads(first, parse_int=str)
    except (ValueError, RecursionError):
        return first in ("[", "{") or first.startswith("[") or (first[-1] in "[{," and bool(second))
    return not second.strip()


def _spooled(stdin: BinaryIO, claim_column: str | None, most: int) -> Source:
    """Standard input can be read only once, so it is laid down in a temporary file."""
    folder = _temporary()
    path = Path(folder.name) / "input"
    _lay_down(stdin, path, most)
    with path.open("rb") as start:
        suffix = ".xlsx" if start.read(4) == b"PK\x03\x04" else ""
    return _file_source(path, "standard input", suffix, claim_column, folder)


def _temporary() -> tempfile.TemporaryDirectory[str]:
    """A folder that is gone when nobody holds it any longer."""
    return tempfile.TemporaryDirectory(prefix="jingmai-", ignore_cleanup_errors=True)


def _unpacked(workbook: Path, name: str, folder: Path) -> Path:
    unpacked = folder / "rows"
    unpack_workbook(workbook, unpacked, name=name, most=_MOST_UNPACKED)
    return unpacked


def _lay_down(stdin: BinaryIO, path: Path, most: int) -> None:
    size = 0
    try:
        with path.open("wb") as file:
            while chunk := stdin.read(_CHUNK):
                size += len(chunk)
                if size > most:
                    raise InputError(
                        f"standard input holds more than {most:,} bytes",
                        hint="save it as a file and give that; a file may be of any size",
                    )
                file.write(chunk)
    except OSError as error:
        raise InputError(
            f"standard input cannot be kept in {path.parent}: {error.strerror or error}",
            hint="free some space there, or save it as a file and give that",
        ) from error


def _dates_told(records: Iterator[Record], columns: dict[str, str]) -> list[str]:
    unread = [t for t in (date_trouble(r, columns) for r in records) if t is not None]
    if not unread:
        return []
    examples = ", ".join(repr(t[:40]) for t in unread[:_TOLD_DATES])
    return [
        f"{len(unread):,} dates in the column {columns['date']} cannot be read ({examples}); "
        "those claims are judged undated"
    ]


def _folder_digest(root: Path, files: tuple[Path, ...]) -> str:
    parts = hashlib.sha256()
    for file in files:
        name = file.relative_to(root).as_posix()
        parts.update(f"{name}\0{survey(file, container=True).sha256}\n".encode("utf-8", "replace"))
    return parts.hexdigest()


def _repeated(digests: array[int]) -> tuple[frozenset[int], int]:
    """The digests that occur more than once, and how many occurrences are repeats."""
    import numpy as np

    if not digests:
        return frozenset(), 0
    values, counts = np.unique(np.frombuffer(digests, dtype=np.uint64), return_counts=True)
    twice = counts > 1
    return frozenset(int(v) for v in values[twice]), int((counts[twice] - 1).sum())
