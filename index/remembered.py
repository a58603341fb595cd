"""The claims that a store remembers."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from index.claim_log import MOST, ClaimLog, Remembered
from index.claim_table import EMPTY, ClaimTable, Layers, table_of
from index.embedding.base import Vectors
from index.reader import Reader
from index.store import Neighbour
from index.writer import Writer


class Claims:
    """The table of remembered claims: ids, vectors, texts and flat metadata. Thread-safe.

    In a folder they are read from the search cache and from the log of those that wait for the
    vector store, without opening it. `log` is None where a server holds the vectors: then every
    change and every search goes there.
    """

    def __init__(self, reader: Reader, writer: Writer, *, folder: Path | None) -> None:
        self._reader = reader
        self._writer = writer
        self._log = ClaimLog(folder) if folder else None
        self._lock = threading.Lock()
        self._base: tuple[tuple[object, ...], ClaimTable] = ((), EMPTY)
        self._over: tuple[tuple[object, ...], ClaimTable] = ((), EMPTY)

    def upsert(
        self,
        ids: Sequence[str],
        vectors: Vectors,
        texts: Sequence[str],
        metadatas: Sequence[Mapping[str, Any]],
    ) -> None:
        """Remember claims; an id already there is replaced. `vectors` has one row a claim.

        Metadata values are str, int, float or bool. When this returns they are on the disk.
        Raises `StoreBusy` and `StoreError`.
        """
        by = self._writer.encoder.fingerprint
        columns = zip(ids, texts, metadatas, vectors, strict=True)
        rows = [Remembered(i, text, dict(told), vector, by) for i, text, told, vector in columns]
        if rows and not self._noted(rows):
            self._writer.put_claims(rows)
            self._reader.refresh()

    def delete(self, ids: Sequence[str]) -> None:
        """Forget claims."""
        if ids:
            self._writer.drop_claims(ids)
            self._reader.refresh()

    def query(self, vector: Vectors, k: int = 5) -> tuple[Neighbour, ...]:
        """The `k` remembered claims nearest to `vector` (one row), best first."""
        if self._log is None:
            k = min(k, self.count())
            return tuple(self._reader.store.nearest_claims(vector, k)) if k > 0 else ()
        return self._layers(self._log).nearest(vector, k)

    def get(self, ids: Sequence[str] | None = None) -> tuple[Neighbour, ...]:
        """Remembered claims: those of `ids` that exist, or all."""
        if self._log is None:
            return tuple(self._reader.store.claims(ids)) if self.count() and ids != [] else ()
        layers = self._layers(self._log)
        return tuple(layers.all() if ids is None else layers.get(ids))

    def count(self) -> int:
        """How many claims are remembered."""
        if self._log is not None:
            return len(self._layers(self._log))
        self._reader.refresh()
        manifest = self._reader.manifest
        return manifest.remembered if manifest else 0

    def _noted(self, rows: Sequence[Remembered]) -> bool:
        """Whether `rows` stand in the log now. Not so where a session has to be held anyway."""
        log = self._log
        if log is None or not self._cached():
            return False
        with log.held():
            # Looked at again under the lock: another model may have rebuilt the store.
            if not self._cached() or len(log.rows()) + len(rows) > MOST:
                return False
            log.append(rows)
        return True

    def _cached(self) -> bool:
        self._reader.refresh()
        return self._reader.manifest is not None and self._reader.claims_at() is not None

    def _layers(self, log: ClaimLog) -> Layers:
        with self._lock:
            # The log first: what is taken in meanwhile is then seen twice, and never missed.
            stamp = log.stamp()
            if stamp != self._over[0]:
                by = self._writer.encoder.fingerprint
                self._over = stamp, table_of([r for r in log.rows() if r.made_by == by])
            self._reader.refresh()
            state = self._reader.claims_state()
            if state != self._base[0]:
                self._base = state, self._reader.claims() if state else EMPTY
            return Layers(self._base[1], self._over[1])
