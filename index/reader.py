"""Reading a store that others may write meanwhile: always the newest whole state."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import suppress
from pathlib import Path

from index.cache import Cache
from index.cache_file import usable
from index.claim_table import ClaimTable, table_of
from index.embedding.base import Encoder, Vectors
from index.errors import StoreBusy, StoreError
from index.manifest import FILE, Manifest, check_encoder, read_manifest
from index.shared import writer_for
from index.state import State, load_state
from index.store import Store
from index.writer import Writer
from index.writing import batch_from


class Reader:
    """The state of the store in `folder`, loaded again when its manifest changes. Thread-safe.

    `manifest` is what the store said of itself when last looked at, None while there is none.
    """

    def __init__(
        self, folder: Path, encoder: Encoder, writer: Writer, *, server: str | None
    ) -> None:
        self.manifest: Manifest | None = None
        self._folder = folder
        self._encoder = encoder
        self._writer = writer
        self._server = server
        self._lock = threading.RLock()
        self._held = False
        self._state: State | None = None
        self._seen: tuple[int, ...] | None = None

    def refresh(self) -> bool:
        """Look whether the store changed, and load the change. True when there was one.

        Called before every search. Heals a store whose writer died.
        """
        with self._lock:
            if not self._held:
                self._writer.catch_up()
            seen = _stamp(self._folder)
            if self._held or (self._state is not None and seen == self._seen):
                return False
            before = self.manifest
            after = read_manifest(self._folder)
            if after is not None:
                encoder = self._encoder
                check_encoder(
                    after, self._folder, name=encoder.name, fingerprint=encoder.fingerprint
                )
            self._seen, self.manifest = seen, after
            changed = before is None or after is None or before != after
            if self._state is None or after is None:
                self._load(after)
            elif before is None or _passages_of(before) != _passages_of(after):
                self.store.reopen()  # first: a graph takes as much room as what is loaded now
                self._load(after)
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
                self._state = load_state(cache, self._encoder.dimensions)
                self._held = True

    def state(self) -> State:
        """The newest state; with `hold`, that of then."""
        self.refresh()
        assert self._state is not None
        return self._state

    def claims_at(self) -> int | None:
        """Up to which change the cache holds the remembered claims, None when it lacks some.

        A cache that is ahead of the manifest shows a session that is about to end.
        """
        with self._lock:
            manifest = self.manifest
            if manifest is None or self._state is None:
                return None
            at = self._state.cache.claims_at(manifest)
            return at if at is not None and at >= manifest.claims else None

    def claims_state(self) -> tuple[object, ...]:
        """Changes whenever `claims` would; () while there is no store."""
        with self._lock:
            manifest = self.manifest
            return (manifest.store_id, manifest.claims, self.claims_at()) if manifest else ()

    def claims(self) -> ClaimTable:
        """The remembered claims: from the cache, or from the store where the cache lacks some."""
        with self._lock:
            if self.claims_at() is not None:
                return self.state().cache.claims()
            store, manifest = self.store, self.manifest
        return table_of(store.remembered(manifest.fingerprint if manifest else ""))

    @property
    def store(self) -> Store:
        """The vector store."""
        suffix = self.manifest.suffix if self.manifest else ""
        return Store(self._folder, server=self._server, suffix=suffix)

    def nearest(self, vectors: Vectors, k: int) -> list[list[str]]:
        """The store keys of the `k` nearest passages of each vector, by the HNSW graph."""
        return self.store.nearest(vectors, k)

    def close(self) -> None:
        """Close the files."""
        with self._lock:
            if self._state is not None:
                self._state.cache.close()
                self._state = None
            self._seen, self._held = None, False
            if self.manifest is not None:
                self.store.reopen()

    def _load(self, manifest: Manifest | None) -> None:
        old = self._state
        cache = Cache(None) if manifest is None else self._cache(manifest)
        self._state = load_state(cache, self._encoder.dimensions)
        if old is not None:
            old.cache.close()

    def _cache(self, manifest: Manifest) -> Cache:
        """A cache that shows the store: the file, healed if need be, or a copy in memory."""
        cache = self._open_cache()
        if cache is not None and cache.shows(manifest) and not manifest.writing:
            return cache
        try:
            writer_for(self._folder, self._encoder, server=self._server, wait=0.0).heal()
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
            self._seen = _stamp(self._folder)
            self.manifest = read_manifest(self._folder)
            return Cache.open(self._folder, write=False)
        if cache is not None:
            cache.close()
        return self._cache_in_memory(manifest)

    def _open_cache(self) -> Cache | None:
        if not usable(self._folder):
            return None
        with suppress(sqlite3.Error, StoreError):
            return Cache.open(self._folder, write=False)
        return None

    def _cache_in_memory(self, manifest: Manifest) -> Cache:
        cache = Cache(None)
        with cache.transaction():
            cache.add(batch_from(self.store, list(self.store.documents())))
            cache.mark(manifest)
        return cache


def _passages_of(manifest: Manifest) -> tuple[int, str]:
    """Changes whenever passages do."""
    return (manifest.generation, manifest.suffix)


def _stamp(folder: Path) -> tuple[int, ...]:
    """Changes whenever the manifest is replaced."""
    try:
        status = (folder / FILE).stat()
    except OSError:
        return ()
    return (status.st_ino, status.st_mtime_ns, status.st_size)
