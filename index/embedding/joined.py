"""Several models in one vector: their vectors side by side, so that their cosines add up."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from index.embedding.base import Encoder, Role, Vectors
from index.embedding.rows import unit


@dataclass(frozen=True, slots=True)
class Part:
    """A model and its share of the cosine; the shares of all parts sum to 1."""

    encoder: Encoder
    share: float


class JoinedEncoder(Encoder):
    """cos(a, b) is the sum over `parts` of share * cos of that part.

    Where a part has nothing to embed the others make up the whole vector.
    """

    def __init__(self, parts: Sequence[Part], *, name: str) -> None:
        self.name = name
        self._parts = tuple(parts)
        self.dimensions = sum(p.encoder.dimensions for p in parts)
        made = "|".join(f"{p.encoder.fingerprint}:{p.share}" for p in parts)
        self.fingerprint = f"{name}-{hashlib.sha256(made.encode()).hexdigest()[:12]}"

    def encode(self, texts: Sequence[str], *, role: Role = "passage") -> Vectors:
        """Embed `texts` with every part."""
        return unit(
            np.concatenate(
                [
                    p.encoder.encode(texts, role=role) * np.float32(np.sqrt(p.share))
                    for p in self._parts
                ],
                axis=1,
            )
        )
