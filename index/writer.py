"""Changing a store: one session at a time, the store first and the cache after it."""

from __future__ import annotations

import sqlite3
import threading
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

import numpy as np

from index.cache import FORMAT, Cache, Entry, discard
from index.duplicates import sketch
from index.embedding.base import Encoder, Vectors
from index.errors import StoreError
from index.lock import WriterLock
from index.manifest import Manifest, cannot_write, check_encoder, read_manifest, write_manifest
from index.passages import passages_of, search_text
from index.problems import Problem
from index.records import StoredDocument, StoredPassage
from index.store import Store
from index.text import words
from index.types import Document, Passage

Progress = Callable[[int, int], None]
_PASSAGES_A_BATCH = 2_000
_LONGEST_ID = 500


@dataclass(frozen=True, slots=True)
class Changes:
    """What an `add` did, as document ids in order; `problems` are documents left out."""

    added: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


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
            cache = open_cache(self.folder, write=True)
            try:
                if manifest.writing or not in_step(cache, manifest):
                    manifest = self._heal(store, cache, manifest)
                self._manifest = replace(manifest, writing=True)
                write_manifest(self.folder, self._manifest)
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
        with self.session() as (store, cache), ThreadPoolExecutor(1) as background:
            plan = _Plan(cache.versions())
            waiting: Future[None] | None = None
            for batch in _batches(plan.wanted(documents)):
                entries = self._entries(batch)
                if waiting is not None:
                    waiting.result()
                waiting = background.submit(self._write, store, cache, entries)
                if progress is not None:
                    progress(plan.seen, max(total, plan.seen))
            if waiting is not None:
                waiting.result()
            if progress is not None:
                progress(plan.seen, max(total, plan.seen))
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

    def _entries(self, batch: list[tuple[Document, tuple[Passage, ...]]]) -> list[Entry]:
        texts = [search_text(d.title, p.text) for d, passages in batch for p in passages]
        vectors = self.encoder.encode(texts, role="passage")
        edges = np.cumsum([0, *(len(passages) for _, passages in batch)])
        return [
            _entry(document, passages, vectors[a:b])
            for (document, passages), a, b in zip(batch, edges[:-1], edges[1:], strict=True)
        ]

    def _write(self, store: Store, cache: Cache, entries: list[Entry]) -> None:
        known = cache.versions()
        old = [e.document.id for e in entries if e.document.id in known]
        old_keys = [key for d in store.documents(old) for key in d.keys] if old else []
        put(store, entries)
        if old_keys:
            new = {key for e in entries for key in stored_of(e).keys}
            store.drop_passages([key for key in old_keys if key not in new])
        with cache.transaction():
            cache.remove(old)
            cache.add(entries)
            self._step(cache)
        self._publish()

    def _step(self, cache: Cache) -> None:
        """Raise the generation, in the cache's transaction."""
        assert self._manifest is not None
        self._manifest = replace(self._manifest, generation=self._manifest.generation + 1)
        mark(cache, self._manifest)

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
            for batch in _batches((d.document, passages_of(d.document)) for d in torn):
                entries = self._entries(batch)
                put(store, entries)
                cache.remove([e.document.id for e in entries])
                cache.add(entries)
            cached = cache.versions()
            missing = [d for d in truth.values() if d.document.id not in cached]
            for i in range(0, len(missing), _PASSAGES_A_BATCH):
                cache.add(entries_from(store, missing[i : i + _PASSAGES_A_BATCH]))
            mark(cache, healed)
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
            documents = ((d.document, passages_of(d.document)) for d in store.documents())
            with cache.transaction():
                cache.clear()
                done, total = 0, store.count("documents")
                for batch in _batches(documents):
                    entries = self._entries(batch)
                    put(new, entries)
                    cache.add(entries)
                    done += len(batch)
                    if progress is not None:
                        progress(done, total)
                self._copy_claims(store, new)
                self._manifest = replace(
                    old,
                    encoder=self.encoder.name,
                    fingerprint=self.encoder.fingerprint,
                    dimensions=self.encoder.dimensions,
                    suffix=suffix,
                    claims=old.claims + 1,
                )
                self._step(cache)
            self._publish()
            store.clear("passages", "documents", "claims")

    def _copy_claims(self, store: Store, new: Store) -> None:
        claims = store.claims()
        if claims:
            texts = [c.text for c in claims]
            vectors = self.encoder.encode(texts, role="query")
            new.put_claims([c.id for c in claims], vectors, texts, [c.metadata for c in claims])

    # -- claims -----------------------------------------------------------------------------

    def change_claims(self, change: Callable[[Store], None]) -> None:
        """Change the table of remembered claims inside a session."""
        with self.session() as (store, _):
            change(store)
            assert self._manifest is not None
            self._manifest = replace(
                self._manifest,
                claims=self._manifest.claims + 1,
                remembered=store.count("claims"),
            )


def open_cache(folder: Path, *, write: bool) -> Cache:
    """The cache in `folder`; a damaged file is thrown away when we may write."""
    try:
        cache = Cache(folder, write=write)
        cache.get("format")
        return cache
    except (sqlite3.DatabaseError, StoreError):
        if not write:
            raise
        discard(folder)
        return Cache(folder, write=True)


def in_step(cache: Cache, manifest: Manifest) -> bool:
    """Whether `cache` shows the store of `manifest` at the same generation."""
    wanted = (manifest.store_id, FORMAT, str(manifest.generation))
    try:
        return tuple(map(cache.get, ("store", "format", "generation"))) == wanted
    except StoreError:
        return False


def mark(cache: Cache, manifest: Manifest) -> None:
    """Write into the cache which state of which store it shows."""
    cache.set("store", manifest.store_id)
    cache.set("format", FORMAT)
    cache.set("generation", str(manifest.generation))


def put(store: Store, entries: Sequence[Entry]) -> None:
    """Write documents to the store: passages first, for a record makes its document exist."""
    passages = [StoredPassage(p, e.version) for e in entries for p in e.passages]
    if passages:
        store.put_passages(passages, np.concatenate([e.vectors for e in entries if e.passages]))
    store.put_documents([stored_of(e) for e in entries])


def stored_of(entry: Entry) -> StoredDocument:
    """The record of a document about to be written."""
    return StoredDocument(entry.document, entry.version, len(entry.passages))


def entries_from(store: Store, documents: Sequence[StoredDocument]) -> list[Entry]:
    """What the cache needs of documents that are in the store; nothing is embedded."""
    return [
        _entry(stored.document, tuple(passages), vectors)
        for stored, (passages, vectors) in zip(documents, store.passages(documents), strict=True)
    ]


def _entry(document: Document, passages: tuple[Passage, ...], vectors: Vectors) -> Entry:
    title = words(document.title)
    tokens = [words(p.text) for p in passages]
    return Entry(
        document=document,
        version=document.content_hash,
        passages=passages,
        vectors=vectors,
        words=tuple(title + t for t in tokens),
        sketch=sketch(list(chain.from_iterable(tokens))),
    )


def _batches(
    documents: Iterable[tuple[Document, tuple[Passage, ...]]],
) -> Iterator[list[tuple[Document, tuple[Passage, ...]]]]:
    batch: list[tuple[Document, tuple[Passage, ...]]] = []
    size = 0
    for document, passages in documents:
        batch.append((document, passages))
        size += len(passages) or 1
        if size >= _PASSAGES_A_BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


class _Plan:
    """Sorts the documents of one `add` into new, changed, equal and unusable."""

    def __init__(self, versions: dict[str, str]) -> None:
        self._versions = versions
        self._met: dict[str, str] = {}
        self._lists: dict[str, list[str]] = {"added": [], "updated": [], "unchanged": []}
        self._problems: list[Problem] = []
        self.seen = 0

    def wanted(
        self, documents: Iterable[Document]
    ) -> Iterator[tuple[Document, tuple[Passage, ...]]]:
        """The documents to write, with their passages."""
        for document in documents:
            self.seen += 1
            version = document.content_hash
            reason = _unusable(document) or self._clash(document.id, version)
            if reason:
                self._problems.append(Problem(repr(document.id)[:80], reason))
                continue
            if document.id in self._met:
                continue
            self._met[document.id] = version
            known = self._versions.get(document.id)
            if known == version:
                self._lists["unchanged"].append(document.id)
                continue
            passages = passages_of(document)
            if not passages:
                self._problems.append(Problem(repr(document.id)[:80], "there is no text in it"))
                continue
            self._lists["updated" if known else "added"].append(document.id)
            yield document, passages

    def _clash(self, id: str, version: str) -> str:
        met = self._met.get(id)
        return (
            "" if met in (None, version) else "two different texts have this id; the first is kept"
        )

    def changes(self) -> Changes:
        """What was done."""
        lists = {name: tuple(ids) for name, ids in self._lists.items()}
        return Changes(**lists, problems=tuple(self._problems))


def _unusable(document: Document) -> str:
    if not document.id.strip() or len(document.id) > _LONGEST_ID:
        return f"the id is empty or longer than {_LONGEST_ID} characters"
    try:
        "".join((document.id, document.title, document.text, document.url)).encode("utf-8")
    except UnicodeEncodeError:
        return "the text is not valid Unicode"
    return ""
