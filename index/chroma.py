"""Chroma: one client a place, its collections, its errors. The one file that imports chromadb.

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
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import urlsplit

from index.errors import JingmaiError, SettingsError, StoreError
from index.manifest import cannot_write

BATCH = 5_000  # Chroma refuses more than 5,461 rows at once
CHROMA_FOLDER = "chroma"
_PAGE = 2_000


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


class Collections:
    """Collections in `folder`, or on the Chroma server at `server`.

    `graphs` names them and tells how each one's HNSW graph is made; `suffix` ends their names.
    """

    graphs: ClassVar[Mapping[str, Mapping[str, Any]]] = {}

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
            raise StoreError(
                f"the vector store failed: {_first_line(error)}",
                hint="try again; if it stays so, see: jingmai doctor",
            ) from error

    def _collection(self, name: str) -> Any:
        client = self._client()
        known = self._collections.get(name)
        if known is None or known[0] is not client:
            collection = client.get_or_create_collection(
                name + self._suffix,
                embedding_function=None,
                configuration={"hnsw": self.graphs[name]},
            )
            known = self._collections[name] = (client, collection)
        return known[1]

    def _client(self) -> Any:
        return _CLIENTS.get(self._place, lambda: _connect(self._folder, self._server))


def _connect(folder: Path, server: str | None) -> Any:
    """A client of the folder, or of the server if one is named."""
    os.environ.setdefault("ANONYMIZED_TELEMETRY", "False")
    import chromadb
    from chromadb.config import Settings

    settings = Settings(anonymized_telemetry=False)
    if server is None:
        try:
            return chromadb.PersistentClient(str(_place_to_open(folder)), settings=settings)
        except OSError as error:
            raise cannot_write(folder.parent, error) from error
        except Exception as error:
            raise StoreError(
                f"the vector store in {folder} cannot be opened: {_first_line(error)}",
                hint="index the documents again into a new folder",
            ) from error
    host, port, tls = _address(server)
    try:
        return chromadb.HttpClient(host=host, port=port, ssl=tls, settings=settings)
    except Exception as error:
        raise StoreError(
            f"no Chroma server answers at {server}",
            hint="start one with: chroma run --path DIR --port 8000",
        ) from error


def _place_to_open(folder: Path) -> Path:
    """The folder, or a copy of it: Chroma writes even to read."""
    if folder.exists() and not os.access(folder, os.W_OK):
        return _copied(folder)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


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


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:300]
