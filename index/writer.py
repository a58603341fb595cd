"""Changing a store: one session at a time, the store first and the cache after it."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from index.batch import Batch, prepare
from index.cache import Cache
from index.cache_file import FORMAT
from index.claim_log import Remembered
from index.embedding.base import Encoder
from index.helpers import prepared
from index.lock import WriterLock
from index.manifest import Manifest, cannot_write, check_encoder, read_manifest, write_manifest
from index.plan import Changes, Plan
from index.settling import drop_claims, put_claims, settle_claims
from index.store import Store
from index.types import Document
from index.writing import PASSAGES, batch_from, batches, grouped, put, records

Progress = Callable[[int, int], None]


class Writer:
    """All changes to the store in `folder` go through one of these, under the writer lock."""

    def __init__(
        self, folder: Path, encoder: Encoder, *, server: str | None = None, wait: float = 30.0
    ) -> None:
        self.folder = folder
        self.encoder = encoder
        self._server = server
        self._wait = wait
        self._thread = threading.RLock()
        self._manifest: Manifest | None = None  # set while a session is open

    def catch_up(self, *, at_once: bool = False) -> None:
        """Look what others did; here there is nothing to do, for they do it in this folder."""

    @contextmanager
    def session(self, *, check: bool = True) -> Iterator[tuple[Store, Cache]]:
        """Hold the lock, the fresh Chroma client and the writable cache until the end.

        A store left behind by a writer that died is healed first. With `check`, raises
        `StoreMismatch` when another model made the vectors.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise cannot_write(self.folder, error) from error
        with self._thread:
            lock = WriterLock(self.folder)
            lock.acquire(wait=self._wait)
            try:
                yield from self._locked(check)
            finally:
                lock.release()

    def _locked(self, check: bool) -> Iterator[tuple[Store, Cache]]:
        manifest = read_manifest(self.folder) or self._new_manifest()
        if check:
            check_encoder(
                manifest,
                self.folder,
                name=self.encoder.name,
                fingerprint=self.encoder.fingerprint,
            )
        store = Store(self.folder, server=self._server, suffix=manifest.suffix)
        with store.session():
            cache = Cache.open(self.folder, write=True)
            try:
                if manifest.writing or not cache.shows(manifest):
                    manifest = self._heal(store, cache, manifest)
                self._manifest = replace(manifest, writing=True)
                write_manifest(self.folder, self._manifest)
                if self._server is None:
                    now = (self.folder, store, cache, self._manifest, self.encoder)
                    self._manifest = settle_claims(*now)
                yield store, cache
                write_manifest(self.folder, replace(self._manifest, writing=False))
            finally:
                self._manifest = None
                cache.close()

    def _new_manifest(self) -> Manifest:
        return Manifest(
            encoder=self.encoder.name,
            fingerprint=self.encoder.fingerprint,
            dimensions=self.encoder.dimensions,
            store_id=uuid.uuid4().hex,
        )

    # -- adding and removing ----------------------------------------------------------------

    def add(self, documents: Iterable[Document], *, progress: Progress | None = None) -> Changes:
        """Add new documents, replace changed ones, leave equal ones alone."""
        total = len(documents) if isinstance(documents, Sequence) else 0
        done = 0

        def told(more: int) -> None:
            nonlocal done
            done += more
            if progress is not None:
                progress(done, max(total, done))

        with self.session() as (store, cache), ThreadPoolExecutor(1) as background:
            plan = Plan(cache.versions())
            waiting: Future[None] | None = None
            for group in grouped(prepared(batches(plan.wanted(documents)), self.encoder)):
                settled = [plan.settled(batch) for batch in group]
                if waiting is not None:
                    waiting.result()
                waiting = background.submit(self._write, store, cache, settled)
                for batch in group:
                    told(len(batch.documents))
            if waiting is not None:
                waiting.result()
            told(plan.seen - done)
        return plan.changes()

    def remove(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Remove documents; the ids that were there, in order."""
        with self.session() as (store, cache):
            known = cache.versions()
            gone = tuple(id for id in dict.fromkeys(ids) if id in known)
            if gone:
                keys = [key for d in store.documents(gone) for key in d.keys]
                store.drop_documents(gone)
                store.drop_passages(keys)
                with cache.transaction():
                    cache.remove(gone)
                    self._step(cache)
                self._publish()
        return gone

    def _write(
        self, store: Store, cache: Cache, settled: Sequence[tuple[Batch, Sequence[str]]]
    ) -> None:
        """Write batches; each with the ids of its documents that replace older ones."""
        group = [batch for batch, _ in settled]
        known = [id for _, ids in settled for id in ids]
        old_keys = [key for d in store.documents(known) for key in d.keys] if known else []
        put(store, *group)
        if old_keys:
            new = {key for batch in group for d in records(batch) for key in d.keys}
            store.drop_passages([key for key in old_keys if key not in new])
        with cache.transaction():
            cache.remove(known)
            for batch in group:
                cache.add(batch)
            self._step(cache)
        self._publish()

    def _step(self, cache: Cache) -> None:
        """Raise the generation, in the cache's transaction."""
        assert self._manifest is not None
        self._manifest = replace(self._manifest, generation=self._manifest.generation + 1)
        cache.mark(self._manifest)

    def _publish(self) -> None:
        """Let the readers see the generation that the cache has reached."""
        assert self._manifest is not None
        write_manifest(self.folder, self._manifest)

    # -- healing and rebuilding -------------------------------------------------------------

    def heal(self) -> None:
        """Bring store and cache into step, if they are not."""
        with self.session():
            pass

    def _heal(self, store: Store, cache: Cache, manifest: Manifest) -> Manifest:
        truth = {d.document.id: d for d in store.documents()} if store.exists else {}
        keys = set(store.passage_keys()) if store.exists else set()
        wanted = {key for d in truth.values() for key in d.keys}
        store.drop_passages(sorted(keys - wanted))
        torn = [d for d in truth.values() if not keys.issuperset(d.keys)]
        healed = replace(manifest, generation=manifest.generation + 1, writing=False)
        with cache.transaction():
            if cache.get("store") != manifest.store_id or cache.get("format") != FORMAT:
                cache.clear()
            cached = cache.versions()
            cache.remove([i for i, v in cached.items() if i not in truth or truth[i].version != v])
            for documents in batches(d.document for d in torn):
                batch = prepare(documents, self.encoder)
                put(store, batch)
                cache.remove([d.id for d in documents])
                cache.add(batch)
            cached = cache.versions()
            missing = [d for d in truth.values() if d.document.id not in cached]
            for i in range(0, len(missing), PASSAGES):
                cache.add(batch_from(store, missing[i : i + PASSAGES]))
            cache.mark(healed)
        write_manifest(self.folder, healed)
        return healed

    def rebuild(self, *, progress: Progress | None = None) -> None:
        """Cut, embed and index every document again, with this writer's model.

        The new vectors are written beside the old ones, which serve until the end.
        """
        with self.session(check=False) as (store, cache):
            assert self._manifest is not None
            old = self._manifest
            suffix = f"-{old.generation + 1}"
            new = Store(self.folder, server=self._server, suffix=suffix)
            new.clear("passages", "documents", "claims")
            documents = (d.document for d in store.documents())
            with cache.transaction():
                cache.clear()
                done, total = 0, store.count("documents")
                for group in grouped(prepared(batches(documents), self.encoder)):
                    put(new, *group)
                    for batch in group:
                        cache.add(batch)
                        done += len(batch.documents)
                        if progress is not None:
                            progress(done, total)
                cache.put_claims(self._copy_claims(store, new))
                self._manifest = replace(
                    old,
                    encoder=self.encoder.name,
                    fingerprint=self.encoder.fingerprint,
                    dimensions=self.encoder.dimensions,
                    suffix=suffix,
                    claims=old.claims + 1,
                )
                self._step(cache)
                cache.mark_claims(self._manifest)
            self._publish()
            store.clear("passages", "documents", "claims")

    def _copy_claims(self, store: Store, new: Store) -> list[Remembered]:
        """Embed the remembered claims of `store` again, into `new`."""
        claims = store.claims()
        if not claims:
            return []
        texts = [c.text for c in claims]
        vectors = self.encoder.encode(texts, role="passage")
        new.put_claims([c.id for c in claims], vectors, texts, [c.metadata for c in claims])
        by = self.encoder.fingerprint
        return [
            Remembered(c.id, c.text, c.metadata, vector, by)
            for c, vector in zip(claims, vectors, strict=True)
        ]

    # -- claims -----------------------------------------------------------------------------

    def put_claims(self, rows: Sequence[Remembered]) -> None:
        """Remember claims, in a session of their own; an id already there is replaced."""
        self._change_claims(lambda store, cache, now: put_claims(store, cache, now, rows))

    def drop_claims(self, ids: Sequence[str]) -> None:
        """Forget claims, in a session of their own."""
        self._change_claims(lambda store, cache, now: drop_claims(store, cache, now, ids))

    def _change_claims(self, change: Callable[[Store, Cache, Manifest], Manifest]) -> None:
        with self.session() as (store, cache):
            assert self._manifest is not None
            self._manifest = change(store, cache, self._manifest)
