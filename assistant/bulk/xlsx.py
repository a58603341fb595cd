"""The cells of a workbook, row by row, in memory that no workbook can make grow without bound.

ECMA-376 (Office Open XML) in so far as a table of claims needs it. Every part is read as a
stream: nothing of styles, names or drawings is kept but which styles show a number as a date.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from xml.parsers import expat

Cell = str | int | float | bool | datetime | None
"""What a cell shows; None: nothing, or the error of a formula."""

MOST_COLUMNS = 200
MOST_ROWS = 1 << 20
MOST_CELLS = 1 << 14
"""In a row, empty ones included: what a sheet can hold."""

LONGEST_TEXT = 1 << 20
"""Code points kept of a cell; a sheet's own limit is 32,767."""

_MEGABYTE = 1 << 20
_MOST_SHEET = 128 * _MEGABYTE
_MOST_STRINGS = 48 * _MEGABYTE
_MOST_OTHER = 8 * _MEGABYTE
_MOST_UNPACKED = 256 * _MEGABYTE
_MOST_MEMBERS = 2_000
_MOST_ELEMENTS = 6_000_000  # a million rows of two cells; some ten seconds
_LONGEST_TAG = _MEGABYTE
_DEEPEST = 64
_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})", re.ASCII)
_INTEGER = re.compile(r"-?\d{1,18}", re.ASCII)

# Built-in formats that show dates: of all languages, of East Asian ones, of Thai.
_DATE_FORMATS = frozenset({*range(14, 23), 45, 46, 47, *range(27, 37), *range(50, 59)})
_THAI_DATE_FORMATS = frozenset(range(71, 82))
_NO_DATE_SIGNS = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!hh?\]|mm?\]|ss?\])[^\]]*\]')
_DATE_SIGNS = re.compile(r"[dmyhsb]", re.IGNORECASE)
_EPOCH, _EPOCH_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)
_LEAP_DAY = 60  # 29 February 1900, which a sheet counts and the calendar has not
_LAST_DAY, _DAY_SECONDS = 2_958_466, 86_400
_END = object()


class BadWorkbook(ValueError):
    """The file is no workbook, or is damaged."""


class HugeWorkbook(ValueError):
    """It unpacks to more than a workbook of claims holds; the message says how much."""


class LockedWorkbook(ValueError):
    """It is locked with a password."""


def sheets(path: Path) -> Iterator[Iterator[tuple[int, list[Cell]]]]:
    """For every sheet in order its rows: the number (from 1) and the cells up to the last filled.

    The rows of a sheet must be read before the next sheet is asked for. At most `MOST_ROWS` rows
    and `MOST_COLUMNS` cells of each. Numbers of style "date" become `datetime` (no time zone),
    whole numbers `int`. Raises `BadWorkbook`, `HugeWorkbook`, `LockedWorkbook`.
    """
    with _damage_told(), zipfile.ZipFile(path) as archive:
        _refuse_bomb(archive)
        book = _book(archive)
        for part in book.sheets:
            yield _Sheet(book).rows(archive, part)


@contextmanager
def _damage_told() -> Iterator[None]:
    """Whatever a damaged archive or its XML raises becomes `BadWorkbook`."""
    try:
        yield
    except (BadWorkbook, HugeWorkbook, LockedWorkbook):
        raise
    except KeyError as error:
        raise BadWorkbook(f"a part is missing: {error.args[0]}") from error
    except (expat.ExpatError, zipfile.BadZipFile, zlib.error) as error:
        raise BadWorkbook(str(error)) from error
    except (OSError, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise BadWorkbook(str(error) or type(error).__name__) from error


def _refuse_bomb(archive: zipfile.ZipFile) -> None:
    members = archive.infolist()
    unpacked = sum(member.file_size for member in members)
    if unpacked > _MOST_UNPACKED:
        raise HugeWorkbook(f"{unpacked:,} bytes")
    if len(members) > _MOST_MEMBERS:
        raise HugeWorkbook(f"{len(members):,} parts")
    if any(member.flag_bits & 1 for member in members):
        raise LockedWorkbook
    if any(m.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for m in members):
        raise BadWorkbook("it is packed in a way that Office does not use")


@dataclass(slots=True)
class _Book:
    """What must be known before a sheet can be read."""

    sheets: list[str] = field(default_factory=list)
    strings: list[str] = field(default_factory=list)
    dated: bytearray = field(default_factory=bytearray)
    epoch: datetime = _EPOCH


def _book(archive: zipfile.ZipFile) -> _Book:
    book = _Book()
    whole = _related(archive, "").values()
    main = next((part for part, kind in whole if kind == "officeDocument"), "xl/workbook.xml")
    ids: list[str] = []

    def seen(name: str, attributes: dict[str, str]) -> None:
        if name == "sheet":
            ids.append(next((v for k, v in attributes.items() if k.endswith(":id")), ""))
        elif name == "workbookPr" and attributes.get("date1904") in ("1", "true"):
            book.epoch = _EPOCH_1904

    _read(archive, main, seen)
    related = _related(archive, main)
    parts = {kind: part for part, kind in related.values()}
    if "styles" in parts:
        book.dated = _dated_styles(archive, parts["styles"])
    if "sharedStrings" in parts:
        book.strings = _Strings().read(archive, parts["sharedStrings"])
    found = [related[id] for id in ids if id in related]
    book.sheets = [part for part, kind in found if kind == "worksheet"]
    return book


def _related(archive: zipfile.ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """Id to (part, kind) of what `part` refers to; "" is the workbook as a whole."""
    folder, name = posixpath.split(part)
    rels = posixpath.join(folder, "_rels", name + ".rels")
    found: dict[str, tuple[str, str]] = {}

    def seen(name: str, attributes: dict[str, str]) -> None:
        target = attributes.get("Target", "")
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            whole = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            kind = attributes.get("Type", "").rpartition("/")[2]
            found[attributes.get("Id", "")] = (whole, kind)

    if rels in archive.namelist():
        _read(archive, rels, seen)
    return found


def _dated_styles(archive: zipfile.ZipFile, part: str) -> bytearray:
    """For every cell style whether it shows a number as a date."""
    dates = set(_DATE_FORMATS | _THAI_DATE_FORMATS)
    dated, open_ = bytearray(), [False]

    def seen(name: str, attributes: dict[str, str]) -> None:
        number = _whole(attributes.get("numFmtId"), 0)
        if name == "numFmt":
            code = _NO_DATE_SIGNS.sub("", attributes.get("formatCode", "").partition(";")[0])
            (dates.add if _DATE_SIGNS.search(code) else dates.discard)(number)
        elif name == "cellXfs":
            open_[0] = True
        elif name == "xf" and open_[0]:
            dated.append(number in dates)

    def closed(name: str) -> None:
        open_[0] &= name != "cellXfs"

    _read(archive, part, seen, closed)
    return dated


class _Text:
    """Gathers the text inside elements of some names, of which `LONGEST_TEXT` is kept."""

    def __init__(self, *names: str) -> None:
        self._names, self._depth, self._aside = frozenset(names), 0, 0
        self._pieces: list[str] = []
        self._size = 0

    def open(self, name: str) -> None:
        self._depth += name in self._names
        self._aside += name == "rPh"  # how it is pronounced

    def close(self, name: str) -> None:
        self._depth -= name in self._names
        self._aside -= name == "rPh"

    def add(self, text: str) -> None:
        if self._depth and not self._aside and self._size < LONGEST_TEXT:
            self._pieces.append(text)
            self._size += len(text)

    def take(self) -> str:
        text = "".join(self._pieces)
        self._pieces, self._size = [], 0
        return text[:LONGEST_TEXT]


class _Strings:
    """The texts that cells refer to by number."""

    def __init__(self) -> None:
        self._text = _Text("t")
        self._found: list[str] = []

    def read(self, archive: zipfile.ZipFile, part: str) -> list[str]:
        def closed(name: str) -> None:
            self._text.close(name)
            if name == "si":
                self._found.append(_unescaped(self._text.take()))

        def seen(name: str, attributes: dict[str, str]) -> None:
            self._text.open(name)

        _read(archive, part, seen, closed, self._text.add, most=_MOST_STRINGS)
        return self._found


class _Sheet:
    """Rows of one sheet."""

    def __init__(self, book: _Book) -> None:
        self._book = book
        self._text = _Text("v", "t")
        self._rows: list[tuple[int, list[Cell]]] = []
        self._cells: list[Cell] = []
        self._row = self._seen = self._column = 0
        self._kind, self._style = "n", 0

    def rows(self, archive: zipfile.ZipFile, part: str) -> Iterator[tuple[int, list[Cell]]]:
        given = 0
        parsed = _stream(archive, part, self._open, self._close, self._text.add, most=_MOST_SHEET)
        while given < MOST_ROWS:
            with _damage_told():
                if next(parsed, _END) is _END:
                    return
            rows, self._rows = self._rows[: MOST_ROWS - given], []
            given += len(rows)
            yield from rows

    def _open(self, name: str, attributes: dict[str, str]) -> None:
        if name == "c":
            self._seen += 1
            if self._seen > MOST_CELLS:
                raise HugeWorkbook(f"more than {MOST_CELLS:,} cells in a row")
            self._column = _column(attributes.get("r", ""), self._column + 1)
            self._kind = attributes.get("t", "n")
            self._style = _whole(attributes.get("s"), 0)
        elif name == "row":
            row = _whole(attributes.get("r"), 0)
            self._row = row if 0 < row <= MOST_ROWS else self._row + 1
            self._cells, self._seen, self._column = [], 0, 0
        else:
            self._text.open(name)

    def _close(self, name: str) -> None:
        if name == "c":
            text = self._text.take()
            if self._column <= MOST_COLUMNS:
                value = self._value(text)
                if value is not None:
                    self._cells += [None] * (self._column - len(self._cells))
                    self._cells[self._column - 1] = value
        elif name == "row":
            self._rows.append((self._row, self._cells))
        else:
            self._text.close(name)

    def _value(self, text: str) -> Cell:
        if self._kind in ("s", "inlineStr", "str"):
            return self._string(text)
        if not text or self._kind == "e":
            return None
        if self._kind == "b":
            return text == "1"
        if self._kind == "d":
            return datetime.fromisoformat(text).replace(tzinfo=None)
        return self._number(text)

    def _string(self, text: str) -> Cell:
        if self._kind != "s":
            return _unescaped(text) or None
        place = _whole(text, -1)
        if not 0 <= place < len(self._book.strings):
            raise BadWorkbook(f"row {self._row} refers to a text that is not there")
        return self._book.strings[place] or None

    def _number(self, text: str) -> Cell:
        if _INTEGER.fullmatch(text):
            number: int | float = int(text)
        else:
            number = float(text)
            number = int(number) if number.is_integer() and abs(number) < 1 << 53 else number
        dated = self._style < len(self._book.dated) and self._book.dated[self._style]
        return self._day(number) if dated and 1 <= number < _LAST_DAY else number

    def _day(self, number: float) -> datetime:
        early = self._book.epoch == _EPOCH and number < _LEAP_DAY
        return self._book.epoch + timedelta(days=early, seconds=round(number * _DAY_SECONDS))


def _read(
    archive: zipfile.ZipFile,
    part: str,
    opened: Callable[[str, dict[str, str]], None],
    closed: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
    *,
    most: int = _MOST_OTHER,
) -> None:
    for _ in _stream(archive, part, opened, closed, text, most=most):
        pass


def _stream(
    archive: zipfile.ZipFile,
    part: str,
    opened: Callable[[str, dict[str, str]], None],
    closed: Callable[[str], None] | None,
    text: Callable[[str], None] | None,
    *,
    most: int,
) -> Iterator[None]:
    """Parse a part, stopping after every megabyte; names come without their prefix."""
    size = archive.getinfo(part).file_size
    if size > most:
        raise HugeWorkbook(f"{size:,} bytes in {part[:60]}")
    parser, depth, count = expat.ParserCreate(), 0, 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth, count
        depth, count = depth + 1, count + 1
        if depth > _DEEPEST:
            raise BadWorkbook("its XML is nested too deeply")
        if count > _MOST_ELEMENTS:
            raise HugeWorkbook(f"more than {_MOST_ELEMENTS:,} elements in {part[:60]}")
        opened(name.rpartition(":")[2], attributes)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        if closed:
            closed(name.rpartition(":")[2])

    def doctype(*_: Any) -> None:
        raise BadWorkbook("its XML declares entities")

    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.StartDoctypeDeclHandler, parser.CharacterDataHandler = doctype, text
    fed = 0
    with archive.open(part) as file:
        while chunk := file.read(_MEGABYTE):
            parser.Parse(chunk, False)
            fed += len(chunk)
            if fed - parser.CurrentByteIndex > _LONGEST_TAG:
                raise BadWorkbook("its XML holds a tag that never ends")
            yield
    parser.Parse(b"", True)
    yield


def _column(place: str, otherwise: int) -> int:
    """The column, from 1, that a place such as AB12 is in."""
    if not (found := _PLACE.fullmatch(place)):
        return otherwise
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and _INTEGER.fullmatch(text) else otherwise


_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def _unescaped(text: str) -> str:
    """Signs that XML cannot hold are written _x0007_ in a workbook (ECMA-376, ST_Xstring)."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text
