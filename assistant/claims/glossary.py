"""Words of one language found again in the other, by the vectors of a bilingual encoder."""

from __future__ import annotations

from typing import Protocol

from index.embedding.base import Encoder
from index.embedding.remembering import Remembering
from index.text import words

# Cosine from which two words translate each other: with the shipped models translations lie at
# 0.3 to 0.8, other words below 0.25.
_NEAR = 0.3


class Glossary(Protocol):
    """Whoever knows which words translate each other."""

    def knows(self, word: str, text: str) -> bool:
        """Whether a word of `text`, in the other language, says what `word` says."""
        ...


class VectorGlossary:
    """A glossary that compares single words in the vector space of `encoder`."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder if isinstance(encoder, Remembering) else Remembering(encoder)

    def knows(self, word: str, text: str) -> bool:
        """Whether a word of `text` lies near `word`; never for a word without letters."""
        mine, theirs = words(word), words(text)
        if not mine or not theirs:
            return False
        near = self._encoder.encode(mine) @ self._encoder.encode(theirs).T
        return bool((near.max(axis=1) >= _NEAR).all())
