"""A batch of documents, cut, embedded and counted: all that the store and the cache write."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, chain, pairwise

import numpy as np
from numpy.typing import NDArray

from index.duplicates import sketch
from index.embedding.base import Encoder, Vectors
from index.passages import passages_of, search_text
from index.text import words_once
from index.types import Document, Passage

LANGUAGES = ("en", "th")
Integers = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Postings:
    """An inverted index: `terms[i]` is in the passages `rows[edges[i] : edges[i + 1]]`.

    `rows` count the batch's passages from 0 and rise within a term; `counts` tell how often the
    term is in each (255 at most).
    """

    terms: tuple[str, ...]
    edges: Integers
    rows: Integers
    counts: NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Batch:
    """Documents with their content hashes, passages and sketches, entry by entry.

    `vectors` and `lengths` (in words) have one row a passage, the passages of all documents
    one after the other.
    """

    documents: tuple[Document, ...]
    versions: tuple[str, ...]
    passages: tuple[tuple[Passage, ...], ...]
    sketches: tuple[bytes, ...]
    vectors: Vectors
    lengths: Integers
    postings: Postings

    def filled(self) -> Batch:
        """The batch without the documents that have no passages."""
        kept = [n for n, passages in enumerate(self.passages) if passages]
        if len(kept) == len(self.passages):
            return self
        return replace(
            self,
            documents=tuple(self.documents[n] for n in kept),
            versions=tuple(self.versions[n] for n in kept),
            passages=tuple(self.passages[n] for n in kept),
            sketches=tuple(self.sketches[n] for n in kept),
        )


def prepare(documents: Sequence[Document], encoder: Encoder) -> Batch:
    """Cut `documents` into passages, embed these and count their words."""
    passages = [passages_of(document) for document in documents]
    texts = [
        search_text(document.title, passage.text)
        for document, own in zip(documents, passages, strict=True)
        for passage in own
    ]
    return assemble(documents, passages, encoder.encode(texts, role="passage"))


def assemble(
    documents: Sequence[Document], passages: Sequence[Sequence[Passage]], vectors: Vectors
) -> Batch:
    """The batch of documents that are cut and embedded already."""
    counted: list[list[str]] = []
    sketches = []
    for document, own in zip(documents, passages, strict=True):
        title = words_once(document.title)
        tokens = [words_once(passage.text) for passage in own]
        counted += [title + t for t in tokens]
        sketches.append(sketch(list(chain.from_iterable(tokens))))
    return Batch(
        documents=tuple(documents),
        versions=tuple(document.content_hash for document in documents),
        passages=tuple(tuple(own) for own in passages),
        sketches=tuple(sketches),
        vectors=vectors,
        lengths=np.array([len(tokens) for tokens in counted], dtype=np.int32),
        postings=postings_of(counted),
    )


def postings_of(counted: Sequence[Sequence[str]]) -> Postings:
    """The inverted index of passages given as their words."""
    codes: dict[str, int] = {}
    code = [codes.setdefault(word, len(codes)) for tokens in counted for word in tokens]
    row = np.repeat(np.arange(len(counted)), [len(tokens) for tokens in counted])
    size = max(1, len(counted))
    pairs, counts = np.unique(np.array(code, dtype=np.int64) * size + row, return_counts=True)
    return Postings(
        terms=tuple(codes),
        edges=np.searchsorted(pairs, np.arange(len(codes) + 1) * size).astype(np.int32),
        rows=(pairs % size).astype(np.int32),
        counts=np.minimum(counts, 255).astype(np.uint8),
    )


# -- between processes: everything but the documents, which the other side has --------------------


def to_bytes(batch: Batch) -> bytes:
    """`batch` without its documents, as the bytes of an .npz archive."""
    flat = [p for own in batch.passages for p in own]
    held = io.BytesIO()
    np.savez(
        held,
        passages=np.array([len(own) for own in batch.passages], dtype=np.int32),
        starts=np.array([p.start for p in flat], dtype=np.int32),
        ends=np.array([p.end for p in flat], dtype=np.int32),
        languages=np.array([LANGUAGES.index(p.language) for p in flat], dtype=np.int8),
        sketched=np.array([len(s) for s in batch.sketches], dtype=np.int32),
        sketches=np.frombuffer(b"".join(batch.sketches), dtype=np.uint8),
        vectors=batch.vectors,
        lengths=batch.lengths,
        terms=np.frombuffer("\n".join(batch.postings.terms).encode(), dtype=np.uint8),
        edges=batch.postings.edges,
        rows=batch.postings.rows,
        counts=batch.postings.counts,
    )
    return held.getvalue()


def from_bytes(documents: Sequence[Document], data: bytes) -> Batch:
    """The batch of `documents` that `to_bytes` wrote."""
    with np.load(io.BytesIO(data), allow_pickle=False) as held:
        told = {name: held[name] for name in held.files}
    spans = list(
        zip(told["starts"].tolist(), told["ends"].tolist(), told["languages"].tolist(), strict=True)
    )
    terms = told["terms"].tobytes().decode()
    sketches = told["sketches"].tobytes()
    return Batch(
        documents=tuple(documents),
        versions=tuple(document.content_hash for document in documents),
        passages=tuple(
            tuple(_passage(document, n, *span) for n, span in enumerate(spans[a:b]))
            for document, (a, b) in zip(documents, _edges(told["passages"]), strict=True)
        ),
        sketches=tuple(sketches[a:b] for a, b in _edges(told["sketched"])),
        vectors=told["vectors"],
        lengths=told["lengths"],
        postings=Postings(
            tuple(terms.split("\n")) if terms else (), told["edges"], told["rows"], told["counts"]
        ),
    )


def _edges(lengths: Integers) -> list[tuple[int, int]]:
    return list(pairwise(accumulate(lengths.tolist(), initial=0)))


def _passage(document: Document, n: int, start: int, end: int, language: int) -> Passage:
    return Passage(
        id=f"{document.id}#{n}",
        document_id=document.id,
        text=document.text[start:end],
        language=LANGUAGES[language],
        start=start,
        end=end,
    )
