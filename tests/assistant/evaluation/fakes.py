"""An embedder without weights for tests of evaluation."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import numpy as np

from index.embedding.base import Encoder, Role, Vectors


class HashingEncoder(Encoder):
    """Character trigrams hashed into 64 dimensions."""

    name = "hashing"
    fingerprint = "hashing-64"
    dimensions = 64

    def encode(self, texts: Sequence[str], *, role: Role = "passage") -> Vectors:
        out = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for row, text in zip(out, texts, strict=True):
            for i in range(len(text) - 2):
                row[zlib.crc32(text[i : i + 3].casefold().encode()) % self.dimensions] += 1
        norms = np.linalg.norm(out, axis=1, keepdims=True)
        return (out / np.where(norms == 0, 1, norms)).astype(np.float32)
