"""The library: the one way in to documents, passages, search and remembered claims."""

from __future__ import annotations

import hashlib
import sqlite3
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index import manifest as manifests
from index.cache import Cache
from index.cache_file import usable as cache_is_there
from index.embedding.base import Encoder
from index.errors import StoreBusy, StoreError
from index.manifest import Manifest
from index.plan import Changes
from index.retriever import Retriever
from index.shared import writer_for
from index.state import State, load_state
from index.store import Neighbour, Store
from index.types import Document, Passage
from index.writer import batch_from

__all__ = ["Changes", "Claims", "Library", "Neighbour", "Stats"]

Progress = Callable[[int, int], None]
Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Stats:
    """How much is in a library; `bytes` is its size on disk."""

    documents: int
    passages: int
    claims: int
    languages: tuple[tuple[str, int], ...]
    tiers: tuple[tuple[str, int], ...]
    encoder: str
    dimensions: int
    generation: int
    fingerprint: str
    bytes: int


class Library:
    """Documents, searchable. Many processes may read one folder, one at a time writes it.

    A handle sees what other processes wrote as soon as they did: every search looks whether
    the store has changed. Thread-safe.
    """

    def __init__(
        self,
        folder: Path,
        encoder: Encoder,
        *,
        server: str | None = None,
        wait: float = 30.0,
        check: bool = True,
    ) -> None:
        self.folder = folder
        self.encoder = encoder
        self._server = server
        self._writer = writer_for(folder, encoder, server=server, wait=wait)
        self._lock = threading.RLock()
        self._held = False
        self._state: State | None = None
        self._seen: tuple[int, ...] | None = None
        self._manifest: Manifest | None = None
        self._fingerprint: tuple[int, str] | None = None
        self.claims = Claims(self)
        self.retriever = Retriever(self.state, encoder, self._nearest)
        if check:
            self.refresh()

    @classmethod
    def open(
        cls,
        folder: Path,
        encoder: Encoder,
        *,
        server: str | None = None,
        wait: float = 30.0,
        check: bool = True,
    ) -> Library:
        """Open the store in `folder`; one that does not exist yet is empty.

        `server` is the address of a Chroma server that holds the vectors instead of the
        folder. `wait` is how many seconds a change waits for another writer. Raises
        `StoreMismatch` when another model made the vectors, unless `check` is false (then
        only `rebuild` may be called).
        """
        return cls(folder, encoder, server=server, wait=wait, check=check)

    def close(self) -> None:
        """Close the files. The handle cannot be used afterwards."""
        with self._lock:
            if self._state is not None:
                self._state.cache.close()
                self._state = None
            self._seen, self._held = None, False
            if self._manifest is not None:
                self.store.reopen()

    def __enter__(self) -> Library:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # -- changing ---------------------------------------------------------------------------

    def add(self, documents: Iterable[Document], *, progress: Progress | None = None) -> Changes:
        """Add documents: new ids are added, changed contents replaced, equal ones left alone.

        `progress(done, total)` is called after each batch (`total` grows when the number of
        documents is not known). Raises `StoreBusy`, `StoreError`, `StoreMismatch`.
        """
        changes = self._writer.add(documents, progress=progress)
        self.refresh()
        return changes

    def remove(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Remove documents by id; the ids that were there."""
        gone = self._writer.remove(ids)
        self.refresh()
        return gone

    def rebuild(self, *, progress: Progress | None = None) -> None:
        """Cut, embed and index everything again with this handle's encoder.

        `progress(done, total)` is called after each batch.
        """
        self._writer.rebuild(progress=progress)
        self.refresh()

    # -- reading ----------------------------------------------------------------------------

    def documents(self) -> tuple[Document, ...]:
        """All documents, by id."""
        return tuple(sorted(self.state().snapshot.documents, key=lambda d: d.id))

    def get(self, document_id: str) -> Document | None:
        """A document, None when it is not there."""
        snapshot = self.state().snapshot
        place = snapshot.by_id.get(document_id)
        return None if place is None else snapshot.documents[place]

    def passages(self, document_id: str) -> tuple[Passage, ...]:
        """The passages of a document in order; none when it is not there."""
        snapshot = self.state().snapshot
        place = snapshot.by_id.get(document_id)
        if place is None:
            return ()
        rows = np.flatnonzero(snapshot.live & (snapshot.document == place))
        return tuple(snapshot.passage(int(row)) for row in rows)

    def origin_of(self, document_id: str) -> str:
        """The id of the document that `document_id` is a copy of: its own when of none."""
        snapshot = self.state().snapshot
        place = snapshot.by_id.get(document_id)
        return document_id if place is None else snapshot.origin[place]

    def stats(self) -> Stats:
        """How much there is."""
        snapshot = self.state().snapshot
        return Stats(
            documents=len(snapshot.documents),
            passages=snapshot.passages,
            claims=self.claims.count(),
            languages=_counted(d.language for d in snapshot.documents),
            tiers=_counted(str(d.tier) for d in snapshot.documents),
            encoder=self.encoder.name,
            dimensions=self.encoder.dimensions,
            generation=snapshot.generation,
            fingerprint=self.fingerprint,
            bytes=sum(p.stat().st_size for p in self.folder.rglob("*") if p.is_file())
            if self.folder.exists()
            else 0,
        )

    @property
    def fingerprint(self) -> str:
        """Sixteen hex digits that change with the documents and with the encoder."""
        state = self.state()
        known = self._fingerprint
        if known is None or known[0] != state.snapshot.generation:
            told = [
                self.encoder.fingerprint,
                manifests.FORMAT,
                *sorted(state.cache.versions().items()),
            ]
            digest = hashlib.sha256(repr(told).encode("utf-8", "surrogatepass")).hexdigest()[:16]
            known = self._fingerprint = (state.snapshot.generation, digest)
        return known[1]

    # -- keeping up -------------------------------------------------------------------------

    def refresh(self) -> bool:
        """Look whether the store changed, and load the change. True when there was one.

        Called before every search. Heals a store whose writer died.
        """
        with self._lock:
            if not self._held:
                self._writer.catch_up()
            seen = _stamp(self.folder)
            if self._held or (self._state is not None and seen == self._seen):
                return False
            before = self._manifest
            after = manifests.read_manifest(self.folder)
            if after is not None:
                encoder = self.encoder
                manifests.check_encoder(
                    after, self.folder, name=encoder.name, fingerprint=encoder.fingerprint
                )
            self._seen, self._manifest = seen, after
            changed = before is None or after is None or before != after
            if self._state is None or after is None or before is None:
                self._load(after)
            elif (before.generation, before.suffix) != (after.generation, after.suffix):
                self._load(after)
                self.store.reopen()
            elif before.claims != after.claims:
                self.store.reopen()
            return changed

    def hold(self) -> None:
        """Stay with the documents as they are now, whatever others write from here on.

        For a long run with a handle of its own: all its searches see one state. There is no
        way back, and such a handle must not write.
        """
        with self._lock:
            cache = self.state().cache
            if not self._held:
                cache.hold()
                self._state = load_state(cache, self.encoder.dimensions)
                self._held = True

    def state(self) -> State:
        """The newest state; with `hold`, that of then."""
        self.refresh()
        assert self._state is not None
        return self._state

    @property
    def store(self) -> Store:
        """The vector store."""
        suffix = self._manifest.suffix if self._manifest else ""
        return Store(self.folder, server=self._server, suffix=suffix)

    def _load(self, manifest: Manifest | None) -> None:
        old = self._state
        cache = Cache(None) if manifest is None else self._cache(manifest)
        self._state = load_state(cache, self.encoder.dimensions)
        if old is not None:
            old.cache.close()

    def _cache(self, manifest: Manifest) -> Cache:
        """A cache that shows the store: the file, healed if need be, or a copy in memory."""
        cache = self._open_cache()
        if cache is not None and cache.shows(manifest) and not manifest.writing:
            return cache
        try:
            writer_for(self.folder, self.encoder, server=self._server, wait=0.0).heal()
        except StoreBusy:
            # Another process is in the middle of writing; the cache shows its last whole step.
            if cache is not None and cache.get("store") == manifest.store_id:
                return cache
        except StoreError:
            if cache is not None and cache.get("store") == manifest.store_id:
                return cache
        else:
            if cache is not None:
                cache.close()
            self._seen = _stamp(self.folder)
            self._manifest = manifests.read_manifest(self.folder)
            return Cache.open(self.folder, write=False)
        if cache is not None:
            cache.close()
        return self._cache_in_memory(manifest)

    def _open_cache(self) -> Cache | None:
        if not cache_is_there(self.folder):
            return None
        with suppress(sqlite3.Error, StoreError):
            return Cache.open(self.folder, write=False)
        return None

    def _cache_in_memory(self, manifest: Manifest) -> Cache:
        cache = Cache(None)
        with cache.transaction():
            cache.add(batch_from(self.store, list(self.store.documents())))
            cache.mark(manifest)
        return cache

    def _nearest(self, vectors: Vectors, k: int) -> list[list[str]]:
        return self.store.nearest(vectors, k)


class Claims:
    """The table of remembered claims: ids, vectors, texts and flat metadata."""

    def __init__(self, library: Library) -> None:
        self._library = library

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
        return tuple(self._library.store.nearest_claims(vector, k)) if k > 0 else ()

    def get(self, ids: Sequence[str] | None = None) -> tuple[Neighbour, ...]:
        """Remembered claims: those of `ids` that exist, or all."""
        return tuple(self._library.store.claims(ids)) if self.count() and ids != [] else ()

    def count(self) -> int:
        """How many claims are remembered."""
        self._library.refresh()
        manifest = self._library._manifest
        return manifest.remembered if manifest else 0

    def _change(self, change: Callable[[Store], None]) -> None:
        self._library._writer.change_claims(change)
        self._library.refresh()


def _stamp(folder: Path) -> tuple[int, ...]:
    """Changes whenever the manifest is replaced."""
    try:
        status = (folder / manifests.FILE).stat()
    except OSError:
        return ()
    return (status.st_ino, status.st_mtime_ns, status.st_size)


def _counted(values: Iterable[str]) -> tuple[tuple[str, int], ...]:
    from collections import Counter

    return tuple(sorted(Counter(values).items()))
