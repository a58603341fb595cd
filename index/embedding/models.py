"""Choosing an embedding model by name."""

from __future__ import annotations

from index.embedding.base import Encoder


def load_encoder(name: str = "default") -> Encoder:
    """Load the embedding model called `name`."""
    from index.embedding.hashing import HashingEncoder

    return HashingEncoder()
