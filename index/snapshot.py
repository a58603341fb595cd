"""What a reader holds in memory: every passage's place, language and vector, as arrays."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.batch import LANGUAGES
from index.cache import Cache
from index.duplicates import origins, standing
from index.types import Document, Filters, Passage

Vectors = NDArray[np.float32]
Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Snapshot:
    """One state of the cache. Row r is passage number `base + r`; rows may be dead.

    `live`, `language` (index into `LANGUAGES`), `document` (index into `documents`), `starts`,
    `ends`, `lengths` and `vectors` have one entry a row; dead rows are zero.
    """

    base: int
    generation: int
    documents: tuple[Document, ...]
    origin: tuple[str, ...]
    ids: tuple[str, ...]
    live: Mask
    language: NDArray[np.int8]
    document: NDArray[np.int32]
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    lengths: NDArray[np.float32]
    vectors: Vectors
    masks: dict[tuple[Filters, bool], Mask] = field(default_factory=dict, repr=False)

    def __len__(self) -> int:
        """How many passages there are."""
        return self.passages

    @cached_property
    def passages(self) -> int:
        """How many passages are alive."""
        return int(self.live.sum())

    @cached_property
    def rows(self) -> dict[str, int]:
        """Passage id to row."""
        return {id: row for row, id in enumerate(self.ids) if self.live[row]}

    @cached_property
    def place(self) -> NDArray[np.int32]:
        """Row to its place among all rows in order of passage id."""
        order = sorted(range(len(self.ids)), key=self.ids.__getitem__)
        place = np.zeros(len(order), dtype=np.int32)
        place[order] = np.arange(len(order), dtype=np.int32)
        return place

    @cached_property
    def by_id(self) -> dict[str, int]:
        """Document id to its place in `documents`."""
        return {document.id: n for n, document in enumerate(self.documents)}

    @cached_property
    def mean_length(self) -> float:
        """Mean number of words of a passage."""
        return float(self.lengths[self.live].mean()) if self.passages else 1.0

    def passage(self, row: int) -> Passage:
        """The passage in `row`."""
        document = self.documents[self.document[row]]
        start, end = int(self.starts[row]), int(self.ends[row])
        return Passage(
            id=self.ids[row],
            document_id=document.id,
            text=document.text[start:end],
            language=LANGUAGES[self.language[row]],
            start=start,
            end=end,
        )

    def mask(self, filters: Filters, *, collapse: bool = False) -> Mask:
        """Which rows are alive and satisfy `filters`.

        With `collapse`, copies of one text count once: of each family only the document of
        best standing that the filters accept stays.
        """
        found = self.masks.get((filters, collapse))
        if found is None:
            accepted = np.fromiter(
                (filters.accepts(d) for d in self.documents), dtype=bool, count=len(self.documents)
            )
            for family in self.families if collapse else ():
                rest = sorted((n for n in family if accepted[n]), key=self._standing)[1:]
                accepted[rest] = False
            found = self.live & accepted[self.document] if len(accepted) else self.live
            if len(self.masks) >= 64:
                self.masks.clear()
            self.masks[filters, collapse] = found
        return found

    def _standing(self, place: int) -> tuple[int, str, str]:
        return standing(self.documents[place])

    @cached_property
    def families(self) -> tuple[tuple[int, ...], ...]:
        """Documents that are copies of one text, as places in `documents`; singles left out."""
        by_origin: dict[str, list[int]] = {}
        for n, origin in enumerate(self.origin):
            by_origin.setdefault(origin, []).append(n)
        return tuple(tuple(family) for family in by_origin.values() if len(family) > 1)


def load_snapshot(cache: Cache, dimensions: int) -> Snapshot:
    """Read the whole cache into arrays."""
    with cache.snapshot():
        generation = int(cache.get("generation") or 0)
        numbered = list(cache.documents())
        rows = cache.passages()
        base = rows[0][0] if rows else 0
        size = rows[-1][0] + 1 - base if rows else 0
        vectors = _vectors(size, base, dimensions, cache.vectors(dimensions))
    documents = tuple(document for _, document, _ in numbered)
    place = {number: n for n, (number, _, _) in enumerate(numbered)}
    at = np.array([r[0] for r in rows], dtype=np.int64) - base
    ids = [""] * size
    for row, passage in zip(at, rows, strict=True):
        ids[row] = passage[2]
    live = np.zeros(size, dtype=bool)
    live[at] = True
    return Snapshot(
        base=base,
        generation=generation,
        documents=documents,
        origin=tuple(origins([(d, s) for _, d, s in numbered])),
        ids=tuple(ids),
        live=live,
        language=_column(size, at, [LANGUAGES.index(r[3]) for r in rows], np.int8),
        document=_column(size, at, [place[r[1]] for r in rows], np.int32),
        starts=_column(size, at, [r[4] for r in rows], np.int32),
        ends=_column(size, at, [r[5] for r in rows], np.int32),
        lengths=_column(size, at, [r[6] for r in rows], np.float32),
        vectors=vectors,
    )


def _column(size: int, at: NDArray[np.int64], values: list[int], kind: type) -> Any:
    column: Any = np.zeros(size, dtype=kind)
    column[at] = values
    return column


def _vectors(
    size: int, base: int, dimensions: int, blocks: Iterable[tuple[int, Vectors]]
) -> Vectors:
    out = np.zeros((size, dimensions), dtype=np.float32)
    for first, block in blocks:
        low, high = max(first, base), min(first + len(block), base + size)
        if low < high:
            out[low - base : high - base] = block[low - first : high - first]
    return out
