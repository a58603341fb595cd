"""The search cache: one SQLite file with everything a query needs, rebuilt from the store.

Documents, passages, vectors and the inverted index change in one transaction, so a reader sees
all of a document or nothing of it, also while another process writes or after one was killed.
The file holds no truth of its own: the store can always make it anew.

Passages are numbered as they arrive and numbers are never used twice. Vectors and postings are
written in blocks, one a batch; `compact` merges them.
"""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import numpy as np
from numpy.typing import NDArray

from index.errors import StoreError
from index.records import document_from, record_of
from index.types import Document, Passage

FILE = "cache.sqlite"
# Rises when words are segmented or weighed otherwise: an older cache is made anew.
FORMAT = "1"

_SCHEMA = """
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS documents (
  number INTEGER PRIMARY KEY, id TEXT UNIQUE NOT NULL, version TEXT NOT NULL,
  record TEXT NOT NULL, sketch BLOB NOT NULL, text TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS passages (
  number INTEGER PRIMARY KEY, document INTEGER NOT NULL, id TEXT NOT NULL,
  language TEXT NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL, length INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS passages_of ON passages (document);
CREATE TABLE IF NOT EXISTS vectors (
  first INTEGER PRIMARY KEY, rows INTEGER NOT NULL, data BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS postings (
  term TEXT NOT NULL, first INTEGER NOT NULL, numbers BLOB NOT NULL, counts BLOB NOT NULL);
CREATE INDEX IF NOT EXISTS postings_of ON postings (term);
"""

Vectors = NDArray[np.float32]
Numbers = NDArray[np.int32]
Counts = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Entry:
    """A document ready to be cached: its passages, their vectors and words, and its sketch."""

    document: Document
    version: str
    passages: tuple[Passage, ...]
    vectors: Vectors
    words: tuple[list[str], ...]
    sketch: bytes


class Cache:
    """The cache in `folder`, or in memory when `folder` is None.

    `readable` caches are opened without the right to write. Thread-safe.
    """

    def __init__(self, folder: Path | None, *, write: bool = False) -> None:
        self._lock = threading.RLock()
        self._connection = _connect(folder, write=write or folder is None)

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All changes inside happen together or not at all."""
        with self._lock:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Several reads of one and the same state."""
        with self._lock:
            if self._connection.in_transaction:
                yield
                return
            self._connection.execute("BEGIN")
            try:
                yield
            finally:
                self._connection.execute("COMMIT")

    def hold(self) -> None:
        """From now on every read sees the state of this moment. There is no way back."""
        with self._lock:
            self._connection.execute("BEGIN")
            self.get("generation")  # the first read fixes the state

    # -- reading ----------------------------------------------------------------------------

    def get(self, key: str) -> str:
        """A remembered value, "" when there is none."""
        row = self._one("SELECT value FROM meta WHERE key = ?", key)
        return str(row[0]) if row else ""

    def versions(self) -> dict[str, str]:
        """Document id to content hash."""
        return dict(self._all("SELECT id, version FROM documents"))

    def documents(self) -> Iterator[tuple[int, Document, bytes]]:
        """Number, document and sketch of every document, in order of arrival."""
        rows = self._all("SELECT number, id, text, record, sketch FROM documents ORDER BY number")
        for number, id, text, record, sketch in rows:
            yield number, document_from(id, text, json.loads(record)), sketch

    def passages(self) -> list[tuple[int, int, str, str, int, int, int]]:
        """(number, document, id, language, start, end, length) of every passage, in order."""
        return self._all(
            "SELECT number, document, id, language, start, stop, length"
            " FROM passages ORDER BY number"
        )

    def vectors(self, dimensions: int) -> list[tuple[int, Vectors]]:
        """Blocks of vectors with the number of their first row."""
        rows = self._all("SELECT first, rows, data FROM vectors ORDER BY first")
        return [
            (first, np.frombuffer(data, dtype=np.float32).reshape(n, dimensions))
            for first, n, data in rows
        ]

    def postings(self, term: str) -> tuple[Numbers, Counts]:
        """Numbers of the passages that hold `term`, and how often (255 at most)."""
        rows = self._all("SELECT numbers, counts FROM postings WHERE term = ? ORDER BY first", term)
        numbers = np.frombuffer(b"".join(r[0] for r in rows), dtype=np.int32)
        return numbers, np.frombuffer(b"".join(r[1] for r in rows), dtype=np.uint8)

    # -- writing (inside a transaction) -----------------------------------------------------

    def set(self, key: str, value: str) -> None:
        """Remember a value."""
        self._connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def add(self, entries: Sequence[Entry]) -> None:
        """Add documents that are not there yet."""
        document = self._next("documents", "number")
        first = number = int(self.get("next") or 0)
        words: list[list[str]] = []
        for offset, entry in enumerate(entries):
            self._connection.execute(
                "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?)",
                (
                    document + offset,
                    entry.document.id,
                    entry.version,
                    json.dumps(record_of(entry.document), ensure_ascii=False),
                    entry.sketch,
                    entry.document.text,
                ),
            )
            for passage, tokens in zip(entry.passages, entry.words, strict=True):
                self._connection.execute(
                    "INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?)",
                    (
                        number,
                        document + offset,
                        passage.id,
                        passage.language,
                        passage.start,
                        passage.end,
                        len(tokens),
                    ),
                )
                words.append(tokens)
                number += 1
        if number > first:
            self._add_vectors(first, np.concatenate([e.vectors for e in entries]))
            self._add_postings(first, words)
        self.set("next", str(number))

    def remove(self, ids: Sequence[str]) -> None:
        """Remove documents; their vectors and postings are dead until the next `compact`."""
        for id in ids:
            row = self._one("SELECT number FROM documents WHERE id = ?", id)
            if row:
                self._connection.execute("DELETE FROM passages WHERE document = ?", row)
                self._connection.execute("DELETE FROM documents WHERE number = ?", row)

    def clear(self) -> None:
        """Forget everything, number counter included."""
        for table in ("meta", "documents", "passages", "vectors", "postings"):
            self._connection.execute(f"DELETE FROM {table}")

    def _add_vectors(self, first: int, vectors: Vectors) -> None:
        data = np.ascontiguousarray(vectors, dtype=np.float32)
        self._connection.execute(
            "INSERT INTO vectors VALUES (?, ?, ?)", (first, len(data), data.tobytes())
        )

    def _add_postings(self, first: int, words: list[list[str]]) -> None:
        codes: dict[str, int] = {}
        flat = np.fromiter(
            (codes.setdefault(w, len(codes)) for tokens in words for w in tokens), dtype=np.int64
        )
        rows = np.repeat(np.arange(len(words)), [len(tokens) for tokens in words])
        pairs, counts = np.unique(flat * len(words) + rows, return_counts=True)
        numbers = (pairs % len(words) + first).astype(np.int32)
        small = np.minimum(counts, 255).astype(np.uint8)
        edges = np.searchsorted(pairs, np.arange(len(codes) + 1) * len(words))
        self._connection.executemany(
            "INSERT INTO postings VALUES (?, ?, ?, ?)",
            (
                (term, first, numbers[a:b].tobytes(), small[a:b].tobytes())
                for (term, _), a, b in zip(codes.items(), edges[:-1], edges[1:], strict=True)
            ),
        )

    # -- SQLite -----------------------------------------------------------------------------

    def _next(self, table: str, column: str) -> int:
        row = self._one(f"SELECT max({column}) FROM {table}")
        return 0 if row is None or row[0] is None else int(row[0]) + 1

    def _one(self, sql: str, *values: object) -> tuple[Any, ...] | None:
        rows = self._all(sql, *values)
        return rows[0] if rows else None

    def _all(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        with self._lock:
            try:
                return self._connection.execute(sql, values).fetchall()
            except sqlite3.Error as error:
                raise StoreError(f"the search cache cannot be read: {error}") from error


def usable(folder: Path) -> bool:
    """Whether a cache file is there."""
    return (folder / FILE).exists()


def discard(folder: Path) -> None:
    """Delete the cache file (it is damaged, or of an older format)."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        with suppress(FileNotFoundError):
            (folder / (FILE + suffix)).unlink()


def _connect(folder: Path | None, *, write: bool) -> sqlite3.Connection:
    if folder is None:
        connection = _open(":memory:")
        connection.executescript(_SCHEMA)
        return connection
    path = quote(str((folder / FILE).resolve()))
    if write:
        connection = _open(f"file:{path}?mode=rwc")
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=NORMAL")
        connection.executescript(_SCHEMA)
        return connection
    try:
        return _open(f"file:{path}?mode=ro")
    except sqlite3.Error:
        # A folder that cannot be written has no room for the reader's lock file either.
        return _open(f"file:{path}?mode=ro&immutable=1")


def _open(uri: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        uri, uri=True, timeout=30.0, isolation_level=None, check_same_thread=False
    )
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.Error:
        connection.close()
        raise
    return connection
