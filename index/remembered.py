"""The claims that a store remembers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from index.embedding.base import Vectors
from index.reader import Reader
from index.store import Neighbour, Store
from index.writer import Writer


class Claims:
    """The table of remembered claims: ids, vectors, texts and flat metadata."""

    def __init__(self, reader: Reader, writer: Writer) -> None:
        self._reader = reader
        self._writer = writer

    def upsert(
        self,
        ids: Sequence[str],
        vectors: Vectors,
        texts: Sequence[str],
        metadatas: Sequence[Mapping[str, Any]],
    ) -> None:
        """Remember claims; an id already there is replaced. `vectors` has one row a claim.

        Metadata values are str, int, float or bool. Raises `StoreBusy` and `StoreError`.
        """
        if ids:
            self._change(lambda store: store.put_claims(ids, vectors, texts, metadatas))

    def delete(self, ids: Sequence[str]) -> None:
        """Forget claims."""
        if ids:
            self._change(lambda store: store.drop_claims(ids))

    def query(self, vector: Vectors, k: int = 5) -> tuple[Neighbour, ...]:
        """The `k` remembered claims nearest to `vector` (one row), best first."""
        k = min(k, self.count())
        return tuple(self._reader.store.nearest_claims(vector, k)) if k > 0 else ()

    def get(self, ids: Sequence[str] | None = None) -> tuple[Neighbour, ...]:
        """Remembered claims: those of `ids` that exist, or all."""
        return tuple(self._reader.store.claims(ids)) if self.count() and ids != [] else ()

    def count(self) -> int:
        """How many claims are remembered."""
        self._reader.refresh()
        manifest = self._reader.manifest
        return manifest.remembered if manifest else 0

    def _change(self, change: Callable[[Store], None]) -> None:
        self._writer.change_claims(change)
        self._reader.refresh()
