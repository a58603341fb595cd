"""The `fast` model: the mean of one vector a piece, in plain numpy."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from index.embedding.averaging import fingerprint
from index.embedding.base import Encoder, Role, Vectors
from index.embedding.rows import unit
from index.embedding.word_pieces import WordPieces


class StaticEncoder(Encoder):
    """A sentence-transformers folder of a `StaticEmbedding`, read without torch.

    `model.safetensors` holds `embeddings` (int8) and `weights` (one float32 scale a row), the
    layout that sentence-transformers takes over from model2vec. What it computes for
    `canonical(text)` is what this class computes for `text`.
    """

    def __init__(self, folder: Path, *, name: str) -> None:
        from safetensors import safe_open

        self.name = name
        self._tokens = WordPieces(folder / "tokenizer.json")
        with safe_open(str(folder / "model.safetensors"), framework="numpy") as stored:
            self._rows = stored.get_tensor("embeddings")
            self._scales = stored.get_tensor("weights")[:, None]
        self.dimensions = int(self._rows.shape[1])
        self.fingerprint = fingerprint(
            name, (folder / "model.safetensors", folder / "tokenizer.json")
        )

    def encode(self, texts: Sequence[str], *, role: Role = "passage") -> Vectors:
        """Embed `texts`; queries and passages are read alike."""
        out = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for row, ids in zip(out, self._tokens.ids(texts), strict=True):
            if len(ids):
                np.add.reduce(self._rows[ids] * self._scales[ids], axis=0, out=row)
                row /= len(ids)
        return unit(out)
