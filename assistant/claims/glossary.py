"""Words of one language found again in the other, by the vectors of a bilingual encoder."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np

from index.embedding.base import Encoder
from index.text import words

# Cosine from which two words translate each other: with the shipped models translations lie at
# 0.3 to 0.8, other words below 0.25.
_NEAR = 0.3
_REMEMBERED = 20_000


class Glossary(Protocol):
    """Whoever knows which words translate each other."""

    def knows(self, word: str, text: str) -> bool:
        """Whether a word of `text`, in the other language, says what `word` says."""
        ...


class VectorGlossary:
    """A glossary that compares single words in the vector space of `encoder`."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._vectors: dict[str, np.ndarray] = {}

    def knows(self, word: str, text: str) -> bool:
        """Whether a word of `text` lies near `word`; never for a word without letters."""
        mine, theirs = words(word), words(text)
        if not mine or not theirs:
            return False
        near = self._of(mine) @ self._of(theirs).T
        return bool((near.max(axis=1) >= _NEAR).all())

    def _of(self, tokens: Sequence[str]) -> np.ndarray:
        if len(self._vectors) > _REMEMBERED:
            self._vectors.clear()
        new = [t for t in dict.fromkeys(tokens) if t not in self._vectors]
        if new:
            self._vectors.update(zip(new, self._encoder.encode(new), strict=True))
        return np.stack([self._vectors[t] for t in tokens])
