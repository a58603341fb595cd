"""Embedding tables stored as bytes: one scale a row."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def quantise(table: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """`table` (rows, dim) as int8 with one float32 scale a row, so that int8 * scale is near it."""
    scales = np.abs(table).max(axis=1) / 127.0
    scales[scales == 0] = 1.0
    return np.rint(table / scales[:, None]).astype(np.int8), scales.astype(np.float32)


def unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """`vectors` scaled to length 1 row by row; rows of zeros stay zeros."""
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    norms[norms == 0] = 1.0
    out: NDArray[np.float32] = (vectors / norms).astype(np.float32)
    return out
