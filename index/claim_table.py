"""The remembered claims in memory: what the store holds, and over it what still waits."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.claim_log import Remembered
from index.store import Neighbour

Vectors = NDArray[np.float32]
_DIGITS = 6  # of a cosine; the rest hangs on how many claims are multiplied at a time


@dataclass(frozen=True)
class ClaimTable:
    """Claims in columns, in order of id; `told` is their metadata as JSON."""

    ids: tuple[str, ...]
    texts: tuple[str, ...]
    told: tuple[str, ...]
    vectors: Vectors

    @cached_property
    def row_of(self) -> dict[str, int]:
        """Id to row."""
        return {id: row for row, id in enumerate(self.ids)}

    def at(self, row: int, similarity: float = 1.0) -> Neighbour:
        """The claim in `row`."""
        metadata: dict[str, Any] = json.loads(self.told[row])
        return Neighbour(self.ids[row], self.texts[row], metadata, similarity)


EMPTY = ClaimTable((), (), (), np.zeros((0, 0), dtype=np.float32))


def table_of(rows: Sequence[Remembered]) -> ClaimTable:
    """The table of `rows`, whose ids differ."""
    ordered = sorted(rows, key=lambda row: row.id)
    if not ordered:
        return EMPTY
    return ClaimTable(
        tuple(row.id for row in ordered),
        tuple(row.text for row in ordered),
        tuple(json.dumps(row.metadata, ensure_ascii=False) for row in ordered),
        np.stack([row.vector for row in ordered]).astype(np.float32),
    )


@dataclass(frozen=True, slots=True)
class Layers:
    """The claims of `base`, less those that stand in `over` too."""

    base: ClaimTable
    over: ClaimTable

    def __len__(self) -> int:
        """How many claims there are."""
        return len(self.base.ids) + sum(id not in self.base.row_of for id in self.over.ids)

    def all(self) -> Iterator[Neighbour]:
        """Every claim, in order of id."""
        for id in sorted({*self.base.ids, *self.over.ids}):
            yield from self.get([id])

    def get(self, ids: Sequence[str]) -> Iterator[Neighbour]:
        """The claims of `ids` that exist."""
        for id in ids:
            for table in (self.over, self.base):
                if (row := table.row_of.get(id)) is not None:
                    yield table.at(row)
                    break

    def nearest(self, vector: Vectors, k: int) -> tuple[Neighbour, ...]:
        """The `k` claims nearest to `vector`, best first; equally near ones in order of id."""
        found: list[tuple[float, str, int, ClaimTable]] = []
        for table in (self.base, self.over):
            if not table.ids:
                continue
            near = _cosines(table.vectors, vector)
            if table is self.base:
                near[[self.base.row_of[i] for i in self.over.ids if i in self.base.row_of]] = -2.0
            best = np.argsort(-near, kind="stable")[:k]
            found += [(-float(near[r]), table.ids[r], int(r), table) for r in best if near[r] > -2]
        found.sort(key=lambda told: told[:2])
        return tuple(table.at(row, -near) for near, _, row, table in found[:k])


def _cosines(vectors: Vectors, vector: Vectors) -> NDArray[np.float64]:
    lengths = np.linalg.norm(vectors, axis=1) * np.linalg.norm(vector)
    near = (vectors @ vector.ravel()) / np.maximum(lengths, 1e-12)
    rounded: NDArray[np.float64] = np.round(near.astype(np.float64), _DIGITS)
    return rounded
