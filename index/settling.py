"""Remembered claims into step: the vector store, the search cache and the log of waiting ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from index.cache import Cache
from index.claim_log import ClaimLog, Remembered
from index.embedding.base import Encoder
from index.manifest import Manifest, write_manifest
from index.store import Store


def settle_claims(
    folder: Path, store: Store, cache: Cache, manifest: Manifest, encoder: Encoder
) -> Manifest:
    """Take in the claims that wait, make the cache show them all, and return the new manifest.

    For the beginning of a write session. Each step may be the last one before a crash: the log
    is emptied when store, cache and manifest hold what it held.
    """
    if cache.claims_at(manifest) != manifest.claims:
        known = store.remembered(manifest.fingerprint) if store.exists else []
        with cache.transaction():
            cache.drop_claims()
            cache.put_claims(known)
            cache.mark_claims(manifest)
    log = ClaimLog(folder)
    if not log.stamp():
        return manifest
    with log.held():
        waiting = log.rows()
        fit = _fitted(waiting, manifest, encoder)
        if fit:
            manifest = put_claims(store, cache, manifest, fit)
            write_manifest(folder, manifest)
        log.leave(() if fit else waiting)
    return manifest


def put_claims(
    store: Store, cache: Cache, manifest: Manifest, rows: Sequence[Remembered]
) -> Manifest:
    """Write claims to the store and to the cache; the manifest that tells of it."""
    store.put_claims(
        [row.id for row in rows],
        np.stack([row.vector for row in rows]),
        [row.text for row in rows],
        [row.metadata for row in rows],
    )
    return _told(store, cache, manifest, lambda: cache.put_claims(rows))


def drop_claims(store: Store, cache: Cache, manifest: Manifest, ids: Sequence[str]) -> Manifest:
    """Remove claims from the store and from the cache; the manifest that tells of it."""
    store.drop_claims(ids)
    return _told(store, cache, manifest, lambda: cache.drop_claims(ids))


def _told(store: Store, cache: Cache, manifest: Manifest, change: Callable[[], None]) -> Manifest:
    told = replace(manifest, claims=manifest.claims + 1, remembered=store.count("claims"))
    with cache.transaction():
        change()
        cache.mark_claims(told)
    return told


def _fitted(
    rows: Sequence[Remembered], manifest: Manifest, encoder: Encoder
) -> tuple[Remembered, ...]:
    """`rows` with vectors of the store's encoder; none while that one is not at hand."""
    strange = [n for n, row in enumerate(rows) if row.made_by != manifest.fingerprint]
    if not strange:
        return tuple(rows)
    if encoder.fingerprint != manifest.fingerprint:
        return ()
    vectors = encoder.encode([rows[n].text for n in strange], role="passage")
    fitted = list(rows)
    for n, vector in zip(strange, vectors, strict=True):
        fitted[n] = replace(rows[n], vector=vector, made_by=manifest.fingerprint)
    return tuple(fitted)
