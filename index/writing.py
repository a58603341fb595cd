"""Between batches and the store: what is written of a batch, and a batch read back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from index.batch import Batch, assemble
from index.records import StoredDocument, StoredPassage
from index.store import Store
from index.types import Document

# A batch holds as many documents as make about a thousand passages. `_CHARACTERS` is how many of
# them an average passage has.
PASSAGES, _CHARACTERS = 1_000, 350


def batch_from(store: Store, documents: Sequence[StoredDocument]) -> Batch:
    """What the cache needs of documents that are in the store; nothing is embedded."""
    found = store.passages(documents)
    vectors = [v for _, v in found if len(v)]
    return assemble(
        [d.document for d in documents],
        [passages for passages, _ in found],
        np.concatenate(vectors) if vectors else np.zeros((0, 0), dtype=np.float32),
    )


def put(store: Store, batch: Batch) -> None:
    """Write documents to the store: passages first, for a record makes its document exist."""
    passages = [
        StoredPassage(passage, version)
        for version, own in zip(batch.versions, batch.passages, strict=True)
        for passage in own
    ]
    if passages:
        store.put_passages(passages, batch.vectors)
    store.put_documents(records(batch))


def records(batch: Batch) -> list[StoredDocument]:
    """The records of the documents of `batch`."""
    columns = zip(batch.documents, batch.versions, batch.passages, strict=True)
    return [StoredDocument(document, version, len(own)) for document, version, own in columns]


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
