"""The search cache: one SQLite file with everything a query needs, rebuilt from the store.

Documents, passages, vectors and the inverted index change in one transaction, so a reader sees
all of a document or nothing of it, also while another process writes or after one was killed.
The file holds no truth of its own: the store can always make it anew.

Passages are numbered as they arrive and numbers are never used twice. Vectors and postings are
written in blocks, one a batch; those of documents that are gone stay until a rebuild.
"""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.batch import Batch, Postings
from index.cache_file import FORMAT, connect, discard
from index.claim_log import Remembered
from index.claim_table import EMPTY, ClaimTable
from index.errors import StoreError
from index.manifest import Manifest
from index.records import document_from, record_of
from index.types import Document

Vectors = NDArray[np.float32]
Numbers = NDArray[np.int32]
Counts = NDArray[np.uint8]


class Cache:
    """The cache in `folder`, or in memory when `folder` is None.

    `readable` caches are opened without the right to write. Thread-safe.
    """

    def __init__(self, folder: Path | None, *, write: bool = False) -> None:
        self._lock = threading.RLock()
        self._connection = connect(folder, write=write or folder is None)

    @classmethod
    def open(cls, folder: Path, *, write: bool) -> Cache:
        """The cache in `folder`; a damaged file is thrown away when we may write."""
        try:
            cache = cls(folder, write=write)
            cache.get("format")
            return cache
        except (sqlite3.DatabaseError, StoreError):
            if not write:
                raise
            discard(folder)
            return cls(folder, write=True)

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

    def shows(self, manifest: Manifest) -> bool:
        """Whether this is the store of `manifest` at the same generation."""
        wanted = (manifest.store_id, FORMAT, str(manifest.generation))
        try:
            return tuple(map(self.get, ("store", "format", "generation"))) == wanted
        except StoreError:
            return False

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

    def vectors(self, dimensions: int) -> Iterator[tuple[int, Vectors]]:
        """Blocks of vectors with the number of their first row, one at a time."""
        for (first,) in self._all("SELECT first FROM vectors ORDER BY first"):
            row = self._one("SELECT data FROM vectors WHERE first = ?", first)
            if row:
                yield first, np.frombuffer(row[0], dtype=np.float32).reshape(-1, dimensions)

    def postings(self, term: str) -> tuple[Numbers, Counts]:
        """Numbers of the passages that hold `term`, and how often (255 at most)."""
        rows = self._all("SELECT numbers, counts FROM postings WHERE term = ? ORDER BY first", term)
        numbers = np.frombuffer(b"".join(r[0] for r in rows), dtype=np.int32)
        return numbers, np.frombuffer(b"".join(r[1] for r in rows), dtype=np.uint8)

    def claims_at(self, manifest: Manifest) -> int | None:
        """Up to which change the remembered claims of the store of `manifest` are here.

        None when they are not, or are those of another store or encoder.
        """
        told, _, number = self.get("claims").rpartition(" ")
        return int(number) if told == _claims_of(manifest) else None

    def claims(self) -> ClaimTable:
        """The remembered claims."""
        rows = self._all("SELECT id, text, metadata, vector FROM claims ORDER BY id")
        if not rows:
            return EMPTY
        ids, texts, told, vectors = zip(*rows, strict=True)
        matrix = np.frombuffer(b"".join(vectors), dtype=np.float32).reshape(len(ids), -1)
        return ClaimTable(ids, texts, told, matrix)

    # -- writing (inside a transaction) -----------------------------------------------------

    def set(self, key: str, value: str) -> None:
        """Remember a value."""
        self._connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def mark(self, manifest: Manifest) -> None:
        """Remember which state of which store this is."""
        self.set("store", manifest.store_id)
        self.set("format", FORMAT)
        self.set("generation", str(manifest.generation))

    def add(self, batch: Batch) -> None:
        """Add documents that are not there yet."""
        document = self._next("documents", "number")
        first = int(self.get("next") or 0)
        self._connection.executemany(
            "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?)",
            (
                (n, d.id, version, json.dumps(record_of(d), ensure_ascii=False), sketch, d.text)
                for n, (d, version, sketch) in enumerate(
                    zip(batch.documents, batch.versions, batch.sketches, strict=True), document
                )
            ),
        )
        passages = [(n, p) for n, own in enumerate(batch.passages, document) for p in own]
        self._connection.executemany(
            "INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                (number, n, p.id, p.language, p.start, p.end, length)
                for number, ((n, p), length) in enumerate(
                    zip(passages, batch.lengths.tolist(), strict=True), first
                )
            ),
        )
        if passages:
            self._add_vectors(first, batch.vectors)
            self._add_postings(first, batch.postings)
        self.set("next", str(first + len(passages)))

    def remove(self, ids: Sequence[str]) -> None:
        """Remove documents; their vectors and postings stay, unread."""
        for id in ids:
            row = self._one("SELECT number FROM documents WHERE id = ?", id)
            if row:
                self._connection.execute("DELETE FROM passages WHERE document = ?", row)
                self._connection.execute("DELETE FROM documents WHERE number = ?", row)

    def put_claims(self, rows: Iterable[Remembered]) -> None:
        """Add or replace remembered claims."""
        self._connection.executemany(
            "INSERT OR REPLACE INTO claims VALUES (?, ?, ?, ?)",
            (
                (
                    *(row.id, row.text, json.dumps(row.metadata, ensure_ascii=False)),
                    np.ascontiguousarray(row.vector, dtype=np.float32).tobytes(),
                )
                for row in rows
            ),
        )

    def drop_claims(self, ids: Iterable[str] | None = None) -> None:
        """Remove remembered claims, None: all of them."""
        if ids is None:
            self._connection.execute("DELETE FROM claims")
        else:
            self._connection.executemany("DELETE FROM claims WHERE id = ?", ((i,) for i in ids))

    def mark_claims(self, manifest: Manifest) -> None:
        """Remember which state of the remembered claims this is."""
        self.set("claims", f"{_claims_of(manifest)} {manifest.claims}")

    def clear(self) -> None:
        """Forget everything, number counter included."""
        for table in ("meta", "documents", "passages", "vectors", "postings", "claims"):
            self._connection.execute(f"DELETE FROM {table}")

    def _add_vectors(self, first: int, vectors: Vectors) -> None:
        data = np.ascontiguousarray(vectors, dtype=np.float32)
        self._connection.execute(
            "INSERT INTO vectors VALUES (?, ?, ?)", (first, len(data), data.tobytes())
        )

    def _add_postings(self, first: int, postings: Postings) -> None:
        numbers, counts = (postings.rows + np.int32(first)).tobytes(), postings.counts.tobytes()
        edges = postings.edges.tolist()
        self._connection.executemany(
            "INSERT INTO postings VALUES (?, ?, ?, ?)",
            (
                (term, first, numbers[4 * a : 4 * b], counts[a:b])
                for term, a, b in zip(postings.terms, edges[:-1], edges[1:], strict=True)
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
                raise StoreError(
                    f"the search cache cannot be read: {error}",
                    hint="check the disk; run: jingmai index rebuild",
                ) from error


def _claims_of(manifest: Manifest) -> str:
    """Whose claims they are, and whose vectors."""
    return f"{manifest.store_id} {manifest.fingerprint}"
