"""The vector store: what Jingmai keeps in Chroma, with explicit vectors.

Three collections. `passages` holds one vector a passage, `documents` one record a document (its
text and where its passages stand in it are kept there, once), `claims` the remembered
claims. A document exists when its record does: passages are written before it and removed
after it, so that a crash leaves orphans at worst, never half a document. Machines that share a
server leave each other `notes`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.chroma import BATCH, Collections
from index.claim_log import Remembered
from index.records import (
    StoredDocument,
    StoredPassage,
    document_of,
    metadata_of,
    passage_at,
    passage_from,
)
from index.types import Passage

# sync_threshold: how many rows wait in the log before the graph is written to disk. Writing it
# every 1,000 rows, the default, costs a third of the time of a large import. ef_search: among
# 25,000 made-up passages 400 finds 0.973 of the ten nearest, 1,200 finds 0.994.
_GRAPH = {"space": "cosine", "sync_threshold": 20_000, "ef_search": 1_200}
_POINTS = {"space": "cosine", "sync_threshold": 20_000, "max_neighbors": 4, "ef_construction": 8}

Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A remembered claim near a query vector; `similarity` is the cosine, -1..1."""

    id: str
    text: str
    metadata: dict[str, Any]
    similarity: float


class Store(Collections):
    """The collections of one store: in a folder, or on a Chroma server."""

    graphs = {  # noqa: RUF012
        "passages": _GRAPH,
        "documents": _POINTS,
        "claims": _GRAPH,
        "notes": _POINTS,
    }

    # -- documents and passages -------------------------------------------------------------

    def put_passages(self, passages: Sequence[StoredPassage], vectors: Vectors) -> None:
        """Write passages with their vectors (rows in the same order)."""
        for i in range(0, len(passages), BATCH):
            part = passages[i : i + BATCH]
            self._call(
                "passages",
                "upsert",
                ids=[p.key for p in part],
                embeddings=vectors[i : i + BATCH],
            )

    def put_documents(self, documents: Sequence[StoredDocument]) -> None:
        """Write document records: from now on the documents exist."""
        for i in range(0, len(documents), BATCH):
            part = documents[i : i + BATCH]
            self._call(
                "documents",
                "upsert",
                ids=[d.document.id for d in part],
                embeddings=_points(len(part)),
                metadatas=[metadata_of(d) for d in part],
            )

    def drop_documents(self, ids: Sequence[str]) -> None:
        """Delete document records: from now on the documents do not exist."""
        self._delete("documents", ids)

    def drop_passages(self, keys: Sequence[str]) -> None:
        """Delete passages by their store keys."""
        self._delete("passages", keys)

    def documents(self, ids: Sequence[str] | None = None) -> Iterator[StoredDocument]:
        """Every document record, or those of `ids`."""
        for page in self._pages("documents", ids, ["metadatas"]):
            for key, metadata in zip(page["ids"], page["metadatas"], strict=True):
                yield document_of(key, metadata)

    def passage_keys(self) -> Iterator[str]:
        """The store keys of all passages."""
        for page in self._pages("passages", None, []):
            yield from page["ids"]

    def passages(self, documents: Sequence[StoredDocument]) -> list[tuple[list[Passage], Vectors]]:
        """The passages of each document with their vectors, in order; lost ones are left out."""
        keys = [key for d in documents for key in d.keys]
        found: dict[str, tuple[Any, Any]] = {}
        for page in self._pages("passages", keys, ["embeddings", "metadatas"]):
            rows = zip(page["ids"], page["metadatas"], page["embeddings"], strict=True)
            found.update((key, (metadata, vector)) for key, metadata, vector in rows)
        told: list[tuple[list[Passage], Vectors]] = []
        for stored in documents:
            kept = [(n, *found[key]) for n, key in enumerate(stored.keys) if key in found]
            passages = [_passage(stored, n, metadata) for n, metadata, _ in kept]
            told.append((passages, np.array([v for _, _, v in kept], dtype=np.float32)))
        return told

    def nearest(self, vectors: Vectors, k: int) -> list[list[str]]:
        """The store keys of the `k` nearest passages of each vector, by the HNSW graph."""
        found = self._call(
            "passages", "query", query_embeddings=vectors, n_results=k, include=["distances"]
        )
        return [list(ids) for ids in found["ids"]]

    # -- the table of claims ----------------------------------------------------------------

    def put_claims(
        self,
        ids: Sequence[str],
        vectors: Vectors,
        texts: Sequence[str],
        metadatas: Sequence[Mapping[str, Any]],
    ) -> None:
        """Write remembered claims; an id already there is replaced."""
        for i in range(0, len(ids), BATCH):
            part = slice(i, i + BATCH)
            # Chroma refuses an empty metadata.
            told = [{"-": "-", **m} for m in metadatas[part]]
            self._call(
                "claims",
                "upsert",
                ids=list(ids[part]),
                embeddings=vectors[part],
                documents=list(texts[part]),
                metadatas=told,
            )

    def drop_claims(self, ids: Sequence[str]) -> None:
        """Forget claims."""
        self._delete("claims", ids)

    def claims(self, ids: Sequence[str] | None = None) -> list[Neighbour]:
        """Remembered claims, all or those of `ids`; `similarity` is 1."""
        found: list[Neighbour] = []
        for page in self._pages("claims", ids, ["documents", "metadatas"]):
            rows = zip(page["ids"], page["documents"], page["metadatas"], strict=True)
            found.extend(Neighbour(i, t or "", _told(m), 1.0) for i, t, m in rows)
        return found

    def remembered(self, made_by: str) -> list[Remembered]:
        """Every remembered claim with its vector; `made_by` is the fingerprint of its encoder."""
        found: list[Remembered] = []
        for page in self._pages("claims", None, ["documents", "metadatas", "embeddings"]):
            columns = (page["ids"], page["documents"], page["metadatas"], page["embeddings"])
            for id, text, told, vector in zip(*columns, strict=True):
                vector = np.asarray(vector, dtype=np.float32)
                found.append(Remembered(id, text or "", _told(told), vector, made_by))
        return found

    def nearest_claims(self, vector: Vectors, k: int) -> list[Neighbour]:
        """The `k` remembered claims nearest to `vector`, best first."""
        found = self._call(
            "claims",
            "query",
            query_embeddings=vector.reshape(1, -1),
            n_results=k,
            include=["documents", "metadatas", "distances"],
        )
        rows = zip(
            found["ids"][0],
            found["documents"][0],
            found["metadatas"][0],
            found["distances"][0],
            strict=True,
        )
        return [Neighbour(i, t or "", _told(m), 1.0 - float(d)) for i, t, m, d in rows]

    # -- notes: what machines that share a server tell each other ----------------------------

    def note(self, key: str) -> str | None:
        """The text of a note, None when there is none."""
        found = self._call("notes", "get", ids=[key], include=["documents"])["documents"]
        return str(found[0]) if found else None

    def note_keys(self) -> list[str]:
        """The keys of all notes."""
        return list(self._call("notes", "get", include=[])["ids"])

    def put_note(self, key: str, text: str) -> None:
        """Write a note; one already there is replaced."""
        self._call("notes", "upsert", ids=[key], embeddings=_points(1), documents=[text])

    def add_note(self, key: str, text: str) -> None:
        """Write a note unless there is one under `key`."""
        self._call("notes", "add", ids=[key], embeddings=_points(1), documents=[text])

    def drop_notes(self, keys: Sequence[str]) -> None:
        """Delete notes."""
        if keys:
            self._delete("notes", keys)


def _passage(stored: StoredDocument, n: int, metadata: Mapping[str, Any] | None) -> Passage:
    if stored.spans:
        return passage_at(stored.document, n, stored.spans[n])
    return passage_from(stored.document, n, metadata or {})


def _points(n: int) -> Vectors:
    """Chroma wants a vector for every row; nobody searches document records by vector."""
    angle = np.linspace(0.0, 1.0, n, dtype=np.float32)
    return np.stack([np.cos(angle), np.sin(angle)], axis=1)


def _told(metadata: Mapping[str, Any] | None) -> dict[str, Any]:
    return {k: v for k, v in (metadata or {}).items() if k != "-"}
