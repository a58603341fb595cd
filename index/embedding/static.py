"""The `fast` model: the mean of one vector a piece, in plain numpy."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from index.embedding.averaging import fingerprint
from index.embedding.base import Encoder, Role, Vectors
from index.embedding.rows import unit
from index.embedding.tokens import Tokens

LONGEST = 512


class StaticEncoder(Encoder):
    """A folder with `tokenizer.json` and `rows.npz` (int8 rows, one scale each)."""

    def __init__(self, folder: Path, *, name: str) -> None:
        self.name = name
        self._tokens = Tokens(folder / "tokenizer.json", longest=LONGEST)
        with np.load(folder / "rows.npz", allow_pickle=False) as stored:
            self._rows = stored["rows"].astype(np.float32) * stored["scales"][:, None]
        self.dimensions = int(self._rows.shape[1])
        self.fingerprint = fingerprint(name, folder)

    def encode(self, texts: Sequence[str], *, role: Role = "passage") -> Vectors:
        """Embed `texts`; queries and passages are read alike."""
        out = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for row, ids in zip(out, self._tokens.ids(texts), strict=True):
            if len(ids):
                row[:] = self._rows[ids].mean(axis=0)
        return unit(out)
