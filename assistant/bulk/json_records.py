"""JSON and JSONL to records, one at a time: memory depends on the longest row, not on the file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TextIO

from assistant.bulk.rows import Fault, Id, Problem, Record

LONGEST_ROW = 4 << 20
"""Code points of one row; what is longer is skipped without being kept."""

WRAPPERS = frozenset(
    {"claims", "data", "rows", "items", "records", "results", "examples", "@graph"}
    | {"dataFeedElement", "itemListElement"}
)
"""Names under which a JSON object may hold the list of rows."""

_CHUNK = 1 << 16
_OUTSIDE = re.compile(r'["\[\]{},]')
_INSIDE = re.compile(r'["\\]')
_SALVAGE_ID = re.compile(r'\s*\{\s*"id"\s*:\s*("(?:[^"\\]|\\.){0,200}"|-?\d{1,18})\s*[,}]')
_LONGEST_NUMBER = 4_000


def jsonl_records(stream: TextIO) -> Iterator[Record]:
    """One record for every line that is not blank. `stream` must translate line ends."""
    line = 0
    while text := stream.readline(LONGEST_ROW):
        line += 1
        if len(text) == LONGEST_ROW and not text.endswith("\n"):
            extra = _skip_line(stream)
            yield _too_long(line, LONGEST_ROW + extra)
        elif text.strip():
            yield parsed(text, line)


def json_records(stream: TextIO) -> Iterator[Record]:
    """The rows of a JSON document.

    A list gives its elements; an object holding a list under a name in `WRAPPERS` gives that
    list's elements; any other object, and each of several one after the other, is one row.
    """
    for piece in _Splitter(iter(lambda: stream.read(_CHUNK), "")).pieces():
        if piece.size > LONGEST_ROW:
            yield _too_long(piece.line, piece.size)
        elif piece.cut_off:
            fault = Fault(Problem.CUT_OFF, piece.line)
            yield Record(piece.line, fault=fault, id=_salvaged(piece.text))
        elif piece.text.strip():
            yield parsed(piece.text, piece.line)


def parsed(text: str, line: int) -> Record:
    """`text` as one row; anything but a JSON object becomes a fault.

    A bare string, as in a list of claims, is kept under the name "" for the caller to judge.
    """
    try:
        value = json.loads(text, parse_int=_int, parse_constant=_constant)
    except RecursionError:
        return Record(line, fault=Fault(Problem.TOO_DEEP, line), id=_salvaged(text))
    except ValueError as error:
        return Record(line, fault=_fault(error, text, line), id=_salvaged(text))
    if isinstance(value, dict):
        return Record(line, values=value)
    if isinstance(value, str):
        return Record(line, values={"": value})
    return Record(line, fault=Fault(Problem.NOT_OBJECT, line))


def _fault(error: ValueError, text: str, line: int) -> Fault:
    if isinstance(error, json.JSONDecodeError):
        if error.msg.startswith("Unterminated") or error.pos >= len(text.rstrip()):
            return Fault(Problem.CUT_OFF, line)
        return Fault(Problem.NOT_JSON, line, f"{error.msg}, at character {error.pos + 1}")
    return Fault(Problem.NOT_JSON, line, str(error))


def _int(digits: str) -> int | str:
    """Python refuses integers of more than 4,300 digits; as text they do no harm."""
    return int(digits) if len(digits) <= _LONGEST_NUMBER else digits


def _constant(name: str) -> Any:
    """NaN and the infinities are no JSON, but common: they count as nothing given."""
    return None


def _salvaged(text: str) -> Id | None:
    """The id of a row that cannot be read as a whole, so that people can find it."""
    if not (found := _SALVAGE_ID.match(text)):
        return None
    try:
        value = json.loads(found[1])
    except ValueError:
        return None
    return value if isinstance(value, str | int) else None


def _too_long(line: int, size: int) -> Record:
    return Record(line, fault=Fault(Problem.ROW_LONG, line, f"{size:,} > {LONGEST_ROW:,}"))


def _skip_line(stream: TextIO) -> int:
    skipped = 0
    while text := stream.readline(_CHUNK):
        skipped += len(text)
        if text.endswith("\n"):
            break
    return skipped


@dataclass(slots=True)
class _Piece:
    text: str
    line: int
    size: int
    cut_off: bool = False


class _Splitter:
    """Cuts a JSON document into the texts of its rows by counting brackets.

    Nothing is parsed here: a row that is no JSON is found so when its text is.
    """

    def __init__(self, chunks: Iterable[str]) -> None:
        self._chunks = chunks
        self._kept: list[str] = []
        self._size = 0
        self._line = self._start = 1
        self._depth = 0
        self._rows_at = 0  # how deep the list of rows lies; 0: not in one
        self._unwrapped = False  # the list lay in an object, whose other fields are no row
        self._string: list[str] | None = None  # the name being read, outside the rows
        self._quoted = self._escaped = False
        self._name = ""

    def pieces(self) -> Iterator[_Piece]:
        """The rows in order; what is left open at the end comes last, marked."""
        for chunk in self._chunks:
            yield from self._feed(chunk)
        if self._rows_at or (self._depth and not self._unwrapped):
            yield self._piece(cut_off=True)
        elif not self._depth and self._kept:
            yield self._piece()

    def _feed(self, chunk: str) -> Iterator[_Piece]:
        at = kept = 0
        while at < len(chunk):
            if self._escaped:
                self._escaped, at = False, at + 1
                continue
            found = (_INSIDE if self._quoted else _OUTSIDE).search(chunk, at)
            if found is None:
                break
            at = found.end()
            if not self._within(found[0]):
                self._keep(chunk[kept : at - 1])
                yield from self._token(found[0])
                kept = at
        self._keep(chunk[kept:])

    def _within(self, token: str) -> bool:
        """Take note of a sign that neither begins nor ends a row or a name; they are the most."""
        if token == "\\":
            self._escaped = True
        elif token == '"':
            if self._depth == 1 and not self._rows_at:
                return False
            self._quoted = not self._quoted
        elif token == ",":
            return not self._rows_at or self._depth != self._rows_at
        elif self._depth < 1 + (token in "]}" or not self._rows_at):
            return False
        elif token in "[{":
            self._depth += 1
        elif self._depth > self._rows_at:
            self._depth -= 1
        else:
            return False
        return True

    def _token(self, token: str) -> Iterator[_Piece]:
        if token == '"':
            self._quote()
        elif token in "[{":
            self._open(token)
        elif token in "]}":
            yield from self._close(token)
        else:
            yield self._piece()

    def _quote(self) -> None:
        self._keep('"')
        self._quoted = not self._quoted
        if self._quoted:
            self._string = [] if self._depth == 1 and not self._rows_at else None
        elif self._string is not None:
            self._name, self._string = "".join(self._string)[:-1], None

    def _open(self, token: str) -> None:
        self._depth += 1
        top = self._depth == 1 and not self._kept
        wrapped = self._depth == 2 and not self._rows_at and self._name in WRAPPERS
        if token == "[" and (top or wrapped):
            self._rows_at, self._unwrapped = self._depth, wrapped
            self._drop()
        else:
            self._keep(token)

    def _close(self, token: str) -> Iterator[_Piece]:
        if self._rows_at and self._depth == self._rows_at:
            yield self._piece()
            self._rows_at = 0
            self._depth -= 1
            return
        self._keep(token)
        self._depth = max(self._depth - 1, 0)
        if self._depth:
            return
        piece = self._piece()
        if not self._unwrapped:
            yield piece
        self._unwrapped = False

    def _keep(self, text: str) -> None:
        if not self._kept and not text.strip():
            self._line += text.count("\n")
            return
        if not self._kept:
            blanks = len(text) - len(text.lstrip())
            self._line += text.count("\n", 0, blanks)
            self._start, text = self._line, text[blanks:]
        self._line += text.count("\n")
        self._size += len(text)
        if self._string is not None and self._size <= LONGEST_ROW:
            self._string.append(text)
        if self._size <= LONGEST_ROW:
            self._kept.append(text)

    def _drop(self) -> None:
        self._kept, self._size = [], 0

    def _piece(self, *, cut_off: bool = False) -> _Piece:
        piece = _Piece("".join(self._kept), self._start, self._size, cut_off)
        self._drop()
        return piece
