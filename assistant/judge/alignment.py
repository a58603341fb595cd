"""How well the words of a claim are covered by a sentence, across languages.

Each content word of the claim is laid beside the nearest word of the evidence in the space of a
bilingual word encoder (greedy matching, as in BERTScore, Zhang et al. 2020, without weights).
A word that nothing in the evidence comes near is what the evidence does not speak of.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from assistant.judge.cues import function_words
from index.embedding.base import Encoder
from index.text import words

_WORD = 4  # letters of a word worth naming
_REMEMBERED = 20_000


@dataclass(frozen=True, slots=True)
class Coverage:
    """`mean` similarity of the claim's content words to their nearest, `worst` that of the three
    least covered, `missing` the least covered of them that is a word to people, "" for none."""

    mean: float
    worst: float
    missing: str


class Aligner:
    """Word vectors of one encoder, remembered."""

    def __init__(self, encoder: Encoder) -> None:
        self.encoder = encoder
        self._rows: dict[str, int] = {}
        self._table = np.zeros((0, 0), dtype=np.float32)
        self._lock = Lock()

    def coverage(self, claim: str, evidence: str) -> Coverage:
        """How far `evidence` speaks of what `claim` speaks of; all zero without content words."""
        wanted, there = _content(claim), _content(evidence)
        if not wanted or not there:
            return Coverage(0.0, 0.0, _told(wanted))
        nearest = (self._vectors(wanted) @ self._vectors(there).T).max(axis=1)
        order = np.argsort(nearest, kind="stable")
        return Coverage(
            round(float(nearest.mean()), 5),
            round(float(nearest[order[:3]].mean()), 5),
            _told([wanted[int(i)] for i in order[:3]]),
        )

    def likeness(self, claim: str, evidence: str) -> float:
        """Cosine of what the two texts mean, 0..1 (opposite counts as unrelated)."""
        vectors = np.concatenate(
            [self.encoder.encode([claim], role="query"), self.encoder.encode([evidence])]
        )
        lengths = np.linalg.norm(vectors, axis=1)
        if not lengths.all():
            return 0.0
        return max(0.0, round(float(vectors[0] @ vectors[1] / lengths.prod()), 5))

    def _vectors(self, tokens: Sequence[str]) -> NDArray[np.float32]:
        with self._lock:
            if any(t not in self._rows for t in tokens):
                self._learn(tokens)
            return self._table[[self._rows[t] for t in tokens]]

    def _learn(self, tokens: Sequence[str]) -> None:
        """Add the vectors of those `tokens` that have none; all others are forgotten when full."""
        if len(self._rows) + len(tokens) > _REMEMBERED:
            self._rows.clear()
        new = [t for t in tokens if t not in self._rows]
        vectors, first = self.encoder.encode(new), len(self._rows)
        last = first + len(new)
        if last > len(self._table):
            larger = np.zeros((max(last, 2 * first), vectors.shape[1]), dtype=np.float32)
            larger[:first] = self._table[:first] if first else 0.0
            self._table = larger
        self._table[first:last] = vectors
        self._rows.update(zip(new, range(first, last), strict=True))


def _told(tokens: Sequence[str]) -> str:
    """The first of `tokens` that is a word to people, not a syllable of a name; "" for none."""
    return next((t for t in tokens if len(t) >= _WORD and not t.isdigit()), "")


@lru_cache(maxsize=256)
def _content(text: str) -> tuple[str, ...]:
    common = function_words()
    return tuple(w for w in dict.fromkeys(words(text)) if w not in common)
