"""Between batches and the store: what is written of a batch, and a batch read back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from time import monotonic

import numpy as np

from index.batch import Batch, assemble
from index.chroma import BATCH
from index.records import StoredDocument, StoredPassage, stored
from index.store import Store
from index.types import Document

# A batch holds as many documents as make about a thousand passages. `_CHARACTERS` is how many of
# them an average passage has.
PASSAGES, _CHARACTERS = 1_000, 350
# No prepared batch waits longer than this for others to be written with.
_SECONDS = 5.0


def batch_from(store: Store, documents: Sequence[StoredDocument]) -> Batch:
    """What the cache needs of documents that are in the store; nothing is embedded."""
    found = store.passages(documents)
    vectors = [v for _, v in found if len(v)]
    return assemble(
        [d.document for d in documents],
        [passages for passages, _ in found],
        np.concatenate(vectors) if vectors else np.zeros((0, 0), dtype=np.float32),
    )


def put(store: Store, *group: Batch) -> None:
    """Write documents to the store: passages first, for a record makes its document exist."""
    passages = [
        StoredPassage(passage, version)
        for batch in group
        for version, own in zip(batch.versions, batch.passages, strict=True)
        for passage in own
    ]
    if passages:
        vectors = [batch.vectors for batch in group if len(batch.vectors)]
        store.put_passages(passages, vectors[0] if len(vectors) == 1 else np.concatenate(vectors))
    store.put_documents([record for batch in group for record in records(batch)])


def records(batch: Batch) -> list[StoredDocument]:
    """The records of the documents of `batch`."""
    columns = zip(batch.documents, batch.versions, batch.passages, strict=True)
    return [stored(document, version, own) for document, version, own in columns]


def grouped(prepared: Iterable[Batch]) -> Iterator[list[Batch]]:
    """`prepared` batches, as many together as are worth one write to the store.

    Chroma takes about 45 ms for a write, however little is in it; what comes slowly is written
    as it comes.
    """
    group: list[Batch] = []
    begun = monotonic()
    for batch in prepared:
        if group and sum(len(b.vectors) for b in group) + len(batch.vectors) > BATCH:
            yield group
            group, begun = [], monotonic()
        group.append(batch)
        if monotonic() - begun >= _SECONDS:
            yield group
            group, begun = [], monotonic()
    if group:
        yield group


def batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """Lists of `documents` that make about `PASSAGES` passages each."""
    batch: list[Document] = []
    size = 0
    for document in documents:
        batch.append(document)
        size += 1 + len(document.text) // _CHARACTERS
        if size >= PASSAGES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
