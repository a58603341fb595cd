"""Pairs as the reader sees them: words of the bilingual table, figures in one spelling."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from assistant.judge.marking import as_read
from assistant.judge.reader import LONGEST
from assistant.judge.training.pairs import Pair
from index.embedding.pieces import PieceRows


@dataclass(frozen=True, slots=True)
class Encoded:
    """Piece ids of a pair with its marks, and where the claim begins."""

    ids: Any
    split: int


class Pieces:
    """The shipped table, giving tensors."""

    def __init__(self) -> None:
        self.table = PieceRows()

    def encode(self, pair: Pair) -> Encoded:
        """As `assistant.judge.reader` does it."""
        evidence, claim = as_read(pair.evidence[:900], pair.claim)
        second = self.table.ids(claim)[: LONGEST // 2]
        first = self.table.ids(evidence)[: LONGEST - 3 - len(second)]
        start, end = [self.table.start], [self.table.end]
        return Encoded(np.concatenate([start, first, end, second, end]), len(first) + 2)

    def tensors(self, encoded: Sequence[Encoded]) -> tuple[Any, Any, Any]:
        """Padded vectors, types and mask."""
        import torch

        width = max(len(e.ids) for e in encoded)
        embeds = torch.zeros(len(encoded), width, self.table.dimensions)
        types = torch.zeros(len(encoded), width, dtype=torch.long)
        mask = torch.zeros(len(encoded), width, dtype=torch.long)
        for i, e in enumerate(encoded):
            n = len(e.ids)
            embeds[i, :n] = torch.from_numpy(self.table.rows(e.ids.astype("int64")))
            types[i, e.split : n] = 1
            mask[i, :n] = 1
        return embeds, types, mask


class Switch:
    """Puts the nearest Thai word in the place of English ones, as a learner of a language does.

    Code-switched pairs carry what English sets teach over to Thai (Qin et al. 2020, CoSDA-ML).
    Words whose nearest Thai row has a cosine below `least` stay.
    """

    def __init__(self, table: PieceRows, *, least: float = 0.5) -> None:
        thai, words = table.thai_words(), table.english_words()
        columns = _unit(table.rows(thai)).T
        self._to: dict[int, int] = {}
        for at in range(0, len(words), 2048):
            block = words[at : at + 2048]
            cosines = _unit(table.rows(block)) @ columns
            for word, nearest, cosine in zip(block, cosines.argmax(1), cosines.max(1), strict=True):
                if cosine >= least:
                    self._to[int(word)] = int(thai[nearest])

    def __len__(self) -> int:
        return len(self._to)

    def __call__(self, one: Encoded, rng: random.Random) -> Encoded:
        """Switch both sides (half of the times), the claim or the evidence."""
        sides = rng.choice("bbce")
        ids = one.ids.copy()
        if sides in "be":
            ids[1 : one.split - 1] = self._switched(ids[1 : one.split - 1])
        if sides in "bc":
            ids[one.split : -1] = self._switched(ids[one.split : -1])
        return replace(one, ids=ids)

    def _switched(self, ids: Any) -> Any:
        return np.array([self._to.get(int(i), int(i)) for i in ids], dtype=np.int64)


def _unit(rows: Any) -> Any:
    return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
