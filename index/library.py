"""The library: the one way in to documents, passages, search and remembered claims."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

import numpy as np

from index import manifest as manifests
from index.embedding.base import Encoder
from index.lock import held
from index.plan import Changes
from index.reader import Reader
from index.remembered import Claims
from index.retriever import Retriever
from index.shared import writer_for
from index.state import State
from index.store import Neighbour, Store
from index.types import Document, Passage

__all__ = ["Changes", "Claims", "Library", "Neighbour", "Stats"]

Progress = Callable[[int, int], None]


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
        self._writer = writer_for(folder, encoder, server=server, wait=wait)
        self._reader = Reader(folder, encoder, self._writer, server=server)
        self._fingerprint: tuple[int, str] | None = None
        self.claims = Claims(self._reader, self._writer, folder=None if server else folder)
        self.retriever = Retriever(self._reader.state, encoder, self._reader.nearest)
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
        self._reader.close()

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
        return self._reader.refresh()

    def being_written(self) -> bool:
        """Whether somebody is changing the store now: this handle, or another process.

        Writers on another machine, of a store on a Chroma server, are not seen.
        """
        manifest = manifests.read_manifest(self.folder)
        return manifest is not None and manifest.writing and held(self.folder)

    def hold(self) -> None:
        """Stay with the documents as they are now, whatever others write from here on.

        For a long run with a handle of its own: all its searches see one state. There is no
        way back, and such a handle must not write.
        """
        self._reader.hold()

    def state(self) -> State:
        """The newest state; with `hold`, that of then."""
        return self._reader.state()

    @property
    def store(self) -> Store:
        """The vector store."""
        return self._reader.store


def _counted(values: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(values).items()))
