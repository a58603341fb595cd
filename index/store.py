"""The vector store: Chroma with explicit vectors. The one file that imports chromadb.

Three collections. `passages` holds one vector a passage and where it stands in its document,
`documents` one record a document (its text is kept there, once), `claims` the remembered
claims. A document exists when its record does: passages are written before it and removed
after it, so that a crash leaves orphans at worst, never half a document.

Chroma damages a folder that two live clients write, and a reader's index goes stale when
another process writes. So this process has one client a folder, shared by all its handles,
and `reopen` replaces it by a fresh one.
"""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from index.errors import JingmaiError, SettingsError, StoreError
from index.manifest import cannot_write
from index.records import StoredDocument, StoredPassage, document_of, metadata_of, passage_from
from index.types import Passage

BATCH = 5_000  # Chroma refuses more than 5,461 rows at once
CHROMA_FOLDER = "chroma"
_PAGE = 2_000
# sync_threshold: how many rows wait in the log before the graph is written to disk. Writing it
# every 1,000 rows, the default, costs a third of the time of a large import.
_GRAPH = {"space": "cosine", "sync_threshold": 20_000, "ef_search": 128}
_POINTS = {"space": "cosine", "sync_threshold": 20_000, "max_neighbors": 4, "ef_construction": 8}
_NAMES = {"passages": _GRAPH, "documents": _POINTS, "claims": _GRAPH, "notes": _POINTS}

Vectors = NDArray[np.float32]
T = TypeVar("T")


class _Clients:
    """The live Chroma client of each place, one a process."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._live: dict[str, Any] = {}
        self._pinned: set[str] = set()

    def get(self, place: str, make: Callable[[], Any]) -> Any:
        with self._lock:
            if place not in self._live:
                self._live[place] = make()
            return self._live[place]

    def drop(self, place: str) -> None:
        """Close the client of `place`, unless a write session of this process is using it."""
        with self._lock:
            client = None if place in self._pinned else self._live.pop(place, None)
            if client is not None:
                client.close()

    def pin(self, place: str, pinned: bool) -> None:
        with self._lock:
            (self._pinned.add if pinned else self._pinned.discard)(place)


_CLIENTS = _Clients()


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A remembered claim near a query vector; `similarity` is the cosine, -1..1."""

    id: str
    text: str
    metadata: dict[str, Any]
    similarity: float


class Store:
    """The collections of one store: in `folder`, or on the Chroma server at `server`."""

    def __init__(self, folder: Path, *, server: str | None = None, suffix: str = "") -> None:
        self._suffix = suffix
        self._folder = folder / CHROMA_FOLDER
        self._server = server
        self._place = server or str(self._folder.resolve())
        self._collections: dict[str, tuple[Any, Any]] = {}

    @property
    def exists(self) -> bool:
        """Whether anything was ever stored here."""
        return self._server is not None or (self._folder / "chroma.sqlite3").exists()

    def reopen(self) -> None:
        """Forget what this process has loaded: the next call sees the newest state."""
        _CLIENTS.drop(self._place)

    @contextmanager
    def session(self) -> Iterator[None]:
        """Write with a fresh client that nobody in this process replaces meanwhile."""
        self.reopen()
        _CLIENTS.pin(self._place, True)
        try:
            yield
        finally:
            _CLIENTS.pin(self._place, False)

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
                metadatas=[p.metadata for p in part],
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
            passages = [passage_from(stored.document, n, metadata) for n, metadata, _ in kept]
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

    def count(self, name: str) -> int:
        """How many rows the collection `name` has."""
        return int(self._call(name, "count"))

    def clear(self, *names: str) -> None:
        """Delete whole collections; they are made anew, empty, when next written to."""
        client = self._client()
        for name in (n + self._suffix for n in names):
            if name in {c.name for c in client.list_collections()}:
                client.delete_collection(name)
        self._collections.clear()

    # -- Chroma -----------------------------------------------------------------------------

    def _delete(self, name: str, ids: Sequence[str]) -> None:
        for i in range(0, len(ids), BATCH):
            self._call(name, "delete", ids=list(ids[i : i + BATCH]))

    def _pages(self, name: str, ids: Sequence[str] | None, include: list[str]) -> Iterator[Any]:
        if ids is not None:
            for i in range(0, len(ids), _PAGE):
                yield self._call(name, "get", ids=list(ids[i : i + _PAGE]), include=include)
            return
        for offset in range(0, self.count(name), _PAGE):
            yield self._call(name, "get", limit=_PAGE, offset=offset, include=include)

    def _call(self, name: str, method: str, **arguments: Any) -> Any:
        """Call Chroma; its errors become `StoreError`."""
        client = self._client()
        try:
            return getattr(self._collection(name), method)(**arguments)
        except JingmaiError:
            raise
        except Exception as error:
            if client is not self._client():  # another thread reopened the store meanwhile
                return self._call(name, method, **arguments)
            raise StoreError(f"the vector store failed: {_first_line(error)}") from error

    def _collection(self, name: str) -> Any:
        client = self._client()
        known = self._collections.get(name)
        if known is None or known[0] is not client:
            collection = client.get_or_create_collection(
                name + self._suffix, embedding_function=None, configuration={"hnsw": _NAMES[name]}
            )
            known = self._collections[name] = (client, collection)
        return known[1]

    def _client(self) -> Any:
        return _CLIENTS.get(self._place, self._connect)

    def _place_to_open(self) -> Path:
        """The folder, or a copy of it: Chroma writes even to read."""
        if self._folder.exists() and not os.access(self._folder, os.W_OK):
            return _copied(self._folder)
        self._folder.mkdir(parents=True, exist_ok=True)
        return self._folder

    def _connect(self) -> Any:
        os.environ.setdefault("ANONYMIZED_TELEMETRY", "False")
        import chromadb
        from chromadb.config import Settings

        settings = Settings(anonymized_telemetry=False)
        if self._server is None:
            try:
                return chromadb.PersistentClient(str(self._place_to_open()), settings=settings)
            except OSError as error:
                raise cannot_write(self._folder.parent, error) from error
            except Exception as error:
                raise StoreError(
                    f"the vector store in {self._folder} cannot be opened: {_first_line(error)}",
                    hint="index the documents again into a new folder",
                ) from error
        host, port, tls = _address(self._server)
        try:
            return chromadb.HttpClient(host=host, port=port, ssl=tls, settings=settings)
        except Exception as error:
            raise StoreError(
                f"no Chroma server answers at {self._server}",
                hint="start one with: chroma run --path DIR --port 8000",
            ) from error


def _address(server: str) -> tuple[str, int, bool]:
    parts = urlsplit(server if "//" in server else f"http://{server}")
    try:
        port = parts.port
    except ValueError:
        port = -1
    if parts.scheme not in ("http", "https") or not parts.hostname or port == -1:
        raise SettingsError(
            f"not the address of a Chroma server: {server}", hint="write it like 127.0.0.1:8000"
        )
    tls = parts.scheme == "https"
    return parts.hostname, port or (443 if tls else 8000), tls


def _copied(folder: Path) -> Path:
    """A copy of `folder` that lasts as long as this process."""
    copy = Path(tempfile.mkdtemp(prefix="jingmai-"))
    atexit.register(shutil.rmtree, copy, ignore_errors=True)
    for path in sorted(folder.rglob("*")):
        target = copy / path.relative_to(folder)
        if path.is_dir():
            target.mkdir()
        else:
            shutil.copyfile(path, target)
    return copy


def _points(n: int) -> Vectors:
    """Chroma wants a vector for every row; nobody searches document records by vector."""
    angle = np.linspace(0.0, 1.0, n, dtype=np.float32)
    return np.stack([np.cos(angle), np.sin(angle)], axis=1)


def _told(metadata: Mapping[str, Any] | None) -> dict[str, Any]:
    return {k: v for k, v in (metadata or {}).items() if k != "-"}


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:300]
