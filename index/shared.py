"""A store on a Chroma server that several machines share, each with a folder of its own.

The server holds everything: vectors, documents and, as a note, the manifest. A folder holds the
search cache and a copy of the manifest; both follow the server and can be thrown away.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path
from time import monotonic

from index.cache import Cache
from index.cache_file import FORMAT
from index.embedding.base import Encoder
from index.lease import Lease
from index.lock import WriterLock
from index.manifest import (
    Manifest,
    cannot_write,
    check_encoder,
    parse_manifest,
    read_manifest,
    write_manifest,
)
from index.store import Store
from index.writer import Writer
from index.writing import batch_from

POLL = 2.0
"""Seconds between two looks at the server's manifest."""

_KEY = "manifest"
_DOCUMENTS = 1_000


def shared_manifest(folder: Path, server: str) -> Manifest | None:
    """What the store on `server` says of itself, None when there is none. Raises `StoreError`."""
    text = Store(folder, server=server).note(_KEY)
    return None if text is None else parse_manifest(text, Path(server))


class SharedWriter(Writer):
    """A writer that also keeps others on the server out, and tells them what it did.

    `catch_up` is for readers too: it brings the folder in step with the server.
    """

    def __init__(self, folder: Path, encoder: Encoder, *, server: str, wait: float = 30.0) -> None:
        super().__init__(folder, encoder, server=server, wait=wait)
        self._notes = Store(folder, server=server)
        self._looked = 0.0

    def catch_up(self, *, at_once: bool = False) -> None:
        """Make manifest and cache of the folder those of the server.

        Looks every `POLL` seconds at most, unless `at_once`. Raises `StoreMismatch` when another
        model made the vectors there, `StoreError` when the server does not answer.
        """
        if self._manifest is not None or (not at_once and monotonic() - self._looked < POLL):
            return
        there = self._there()
        self._looked = monotonic()
        if there is None or _same(read_manifest(self.folder), there):
            return
        check_encoder(
            there, self.folder, name=self.encoder.name, fingerprint=self.encoder.fingerprint
        )
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise cannot_write(self.folder, error) from error
        lock = WriterLock(self.folder)
        lock.acquire(wait=self._wait)
        try:
            self._follow(there, writing=False)
        finally:
            lock.release()

    def _there(self) -> Manifest | None:
        text = self._notes.note(_KEY)
        return None if text is None else parse_manifest(text, self.folder)

    def _locked(self, check: bool) -> Iterator[tuple[Store, Cache]]:
        with Lease(self._notes, wait=self._wait):
            there = self._there()
            if there is not None:
                # What is still marked as being written was left by a writer that died.
                self._follow(there, writing=there.writing)
                self._tell(replace(there, writing=True))
            yield from super()._locked(check)
            manifest = read_manifest(self.folder)
            if manifest is not None:
                self._tell(manifest)

    def _publish(self) -> None:
        if self._manifest is not None:
            self._tell(self._manifest)
        super()._publish()

    def _tell(self, manifest: Manifest) -> None:
        self._notes.put_note(_KEY, json.dumps(asdict(manifest), sort_keys=True))

    def _follow(self, there: Manifest, *, writing: bool) -> None:
        """Under the folder's lock: bring the cache in step with `there`, then the manifest."""
        here = read_manifest(self.folder)
        if not _same(here, there):
            store = Store(self.folder, server=self._server, suffix=there.suffix)
            cache = Cache.open(self.folder, write=True)
            try:
                kept = here is not None and (here.store_id, here.suffix, here.fingerprint) == (
                    *(there.store_id, there.suffix),
                    there.fingerprint,
                )
                _update(cache, store, there, clear=not kept)
            finally:
                cache.close()
        write_manifest(self.folder, replace(there, writing=writing))


def _same(here: Manifest | None, there: Manifest) -> bool:
    return here is not None and replace(here, writing=False) == replace(there, writing=False)


def _update(cache: Cache, store: Store, manifest: Manifest, *, clear: bool) -> None:
    """Take over the documents of `store` that `cache` lacks, and drop those that are gone."""
    truth = {d.document.id: d for d in store.documents()}
    with cache.transaction():
        if clear or cache.get("format") != FORMAT:
            cache.clear()
        cached = cache.versions()
        cache.remove([i for i, v in cached.items() if i not in truth or truth[i].version != v])
        cached = cache.versions()
        missing = [d for d in truth.values() if d.document.id not in cached]
        for i in range(0, len(missing), _DOCUMENTS):
            cache.add(batch_from(store, missing[i : i + _DOCUMENTS]))
        cache.mark(manifest)


def writer_for(folder: Path, encoder: Encoder, *, server: str | None, wait: float) -> Writer:
    """Whoever changes the store in `folder`, or the one on `server`."""
    if server is None:
        return Writer(folder, encoder, wait=wait)
    return SharedWriter(folder, encoder, server=server, wait=wait)
