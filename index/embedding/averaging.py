"""The network of the `accurate` model: deep averaging with word groups, in plain numpy.

The architecture is that of the multilingual Universal Sentence Encoder (Yang et al. 2020) in its
convolutional form: piece vectors, three stacks of convolutions over 2, 3 and 5 pieces, a sum over
the text divided by the root of its length, and a small residual network on top. One text goes
through at a time, so its vector does not depend on what else is in the batch.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.embedding.base import Encoder, Role, Vectors
from index.embedding.tokens import Ids, Tokens

# How many pieces a convolution reads, and how many of them lie before its own.
ORDERS = ((2, 0), (3, 1), (5, 2))
EPSILON = 1e-6
LONGEST = 320
FIRST_REAL_PIECE = 3

Floats = NDArray[np.float32]


class AveragingEncoder(Encoder):
    """A folder with `rows.npy` (int8) and `network.npz`, read into memory.

    `tokenizer` is the file that cuts text into pieces, None for `tokenizer.json` in the folder.
    """

    def __init__(self, folder: Path, *, name: str, tokenizer: Path | None = None) -> None:
        tokenizer = tokenizer or folder / "tokenizer.json"
        self.name = name
        self._tokens = Tokens(tokenizer, longest=LONGEST)
        self._rows = np.load(folder / "rows.npy", allow_pickle=False)
        with np.load(folder / "network.npz", allow_pickle=False) as stored:
            self._w = {key: stored[key].astype(np.float32) for key in stored.files}
        self.dimensions = int(self._w["top_out"].shape[1])
        self.fingerprint = fingerprint(
            name, (folder / "network.npz", folder / "rows.npy", tokenizer)
        )

    def encode(self, texts: Sequence[str], *, role: Role = "passage") -> Vectors:
        """Embed `texts`; queries and passages are read alike."""
        out = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for row, ids in zip(out, self._tokens.ids(texts), strict=True):
            if (ids >= FIRST_REAL_PIECE).any():
                row[:] = self._one(ids)
        return out

    def _one(self, ids: Ids) -> Floats:
        """The vector of one text of n pieces."""
        w = self._w
        pieces = self._rows[ids] * w["row_scales"][ids, None]
        features = np.empty((len(ids), pieces.shape[1] + w["group_scale"].size), dtype=np.float32)
        features[:, : pieces.shape[1]] = pieces
        groups = _standard(pieces @ w["group_in"] + w["group_bias"])
        groups = groups * w["group_scale"] + w["group_shift"]
        width = groups.shape[1] // len(ORDERS)
        for i, (order, before) in enumerate(ORDERS):
            x = groups[:, i * width : (i + 1) * width]
            for layer in ("first", "second"):
                seen = (
                    _windows(x, order, before) @ w[f"{layer}_{order}"] + w[f"{layer}_{order}_bias"]
                )
                x = np.maximum(seen, 0) + x
            at = pieces.shape[1] + i * width
            features[:, at : at + width] = x
        features = _standard(features) * w["feature_scale"] + w["feature_shift"]
        total = features.sum(axis=0) @ w["sum_out"] + len(ids) * w["sum_bias"]
        return _top(w, (total / np.sqrt(np.float32(len(ids)))).astype(np.float32))


def _top(w: dict[str, Floats], x: Floats) -> Floats:
    """The residual network from a text's sum to its vector of length 1."""
    a = np.maximum(x @ w["top_1"], 0)
    b = np.maximum(x @ w["skip_1"] + a @ w["top_2"], 0)
    c = np.maximum(b @ w["top_3"], 0)
    z = np.tanh(b @ w["skip_2"] + c @ w["top_out"])
    out: Floats = (z / max(float(np.linalg.norm(z)), EPSILON)).astype(np.float32)
    return out


def _standard(x: Floats) -> Floats:
    """Rows of `x` with mean 0 and variance 1."""
    centred = x - x.mean(axis=1, keepdims=True)
    variance = (centred * centred).mean(axis=1, keepdims=True)
    out: Floats = (centred / np.sqrt(variance + EPSILON)).astype(np.float32)
    return out


def _windows(x: Floats, order: int, before: int) -> Floats:
    """Row i: the `order` rows of `x` from i - before on, side by side; zeros beyond the ends."""
    padded = np.zeros((len(x) + order - 1, x.shape[1]), dtype=np.float32)
    padded[before : before + len(x)] = x
    return np.concatenate([padded[k : k + len(x)] for k in range(order)], axis=1)


def fingerprint(name: str, files: Sequence[Path]) -> str:
    """`name` with the first 12 hex digits of the SHA-256 over the model's files and our code.

    The code is what respells and cuts text: another way of doing so gives other vectors.
    """
    digest = hashlib.sha256()
    code = [Path(__file__).parent / f for f in ("numerals.py", "tokens.py")]
    for file in [*files, *code]:
        digest.update(file.read_bytes())
    return f"{name}-{digest.hexdigest()[:12]}"
