"""An encoder that remembers: sentences of one store come back for many claims."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Lock

import numpy as np

from index.embedding.base import Encoder, Role, Vectors

REMEMBERED = 16_384
"""Texts that are remembered; when there is no room left for a call's, all are forgotten."""


class Remembering(Encoder):
    """Gives the vectors of `encoder`, which must embed each text on its own.

    Only passages are remembered: queries hardly ever come back. Thread-safe.
    """

    def __init__(self, encoder: Encoder, *, most: int = REMEMBERED) -> None:
        self.name, self.dimensions = encoder.name, encoder.dimensions
        self.fingerprint = encoder.fingerprint
        self._encoder, self._most = encoder, most
        self._rows: dict[str, int] = {}
        self._table = np.zeros((0, encoder.dimensions), dtype=np.float32)
        self._lock = Lock()

    def encode(self, texts: Sequence[str], *, role: Role = "passage") -> Vectors:
        """Embed `texts`; what is not remembered is embedded in one call."""
        if role == "query" or len(set(texts)) > self._most:
            return self._encoder.encode(texts, role=role)
        with self._lock:
            self._learn(texts)
            return self._table[[self._rows[text] for text in texts]]

    def _learn(self, texts: Sequence[str]) -> None:
        new = [text for text in dict.fromkeys(texts) if text not in self._rows]
        if len(self._rows) + len(new) > self._most:
            self._rows.clear()
            new = list(dict.fromkeys(texts))
        if not new:
            return
        first, last = len(self._rows), len(self._rows) + len(new)
        if last > len(self._table):
            larger = np.zeros((min(self._most, 2 * last), self.dimensions), dtype=np.float32)
            larger[:first] = self._table[:first]
            self._table = larger
        self._table[first:last] = self._encoder.encode(new)
        self._rows.update(zip(new, range(first, last), strict=True))
