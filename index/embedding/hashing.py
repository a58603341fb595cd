"""A stand-in embedder: hashed character n-grams, no weights. Finds wording, not meaning."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import numpy as np

from index.embedding.base import Encoder, Role, Vectors


class HashingEncoder(Encoder):
    """Character trigrams hashed into 256 dimensions, signs by hash (Weinberger et al. 2009)."""

    name = "hashing"
    fingerprint = "hashing-3-256-1"
    dimensions = 256

    def encode(self, texts: Sequence[str], *, role: Role = "passage") -> Vectors:
        """Embed `texts`; `role` makes no difference."""
        out = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for row, text in zip(out, texts, strict=True):
            folded = f" {text.casefold()} "
            for i in range(len(folded) - 2):
                code = zlib.crc32(folded[i : i + 3].encode("utf-8", "surrogatepass"))
                row[code % self.dimensions] += 1.0 if code & 0x80000000 else -1.0
        norms = np.linalg.norm(out, axis=1, keepdims=True)
        norms[norms == 0] = 1.0
        return (out / norms).astype(np.float32)
