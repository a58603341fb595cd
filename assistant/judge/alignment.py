"""How well the words of a claim are covered by a sentence, across languages.

Each content word of the claim is laid beside the nearest word of the evidence in the space of a
bilingual word encoder (greedy matching, as in BERTScore, Zhang et al. 2020, without weights).
A word that nothing in the evidence comes near is what the evidence does not speak of.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.judge.cues import function_words
from index.embedding.base import Encoder
from index.text import words

_REMEMBERED = 100_000


@dataclass(frozen=True, slots=True)
class Coverage:
    """`mean` similarity of the claim's content words to their nearest, `worst` that of the three
    least covered, `missing` the least covered word ("" when there is none)."""

    mean: float
    worst: float
    missing: str


class Aligner:
    """Word vectors of one encoder, remembered."""

    def __init__(self, encoder: Encoder) -> None:
        self.encoder = encoder
        self._rows: dict[str, NDArray[np.float32]] = {}

    def coverage(self, claim: str, evidence: str) -> Coverage:
        """How far `evidence` speaks of what `claim` speaks of; all zero without content words."""
        wanted, there = _content(claim), _content(evidence)
        if not wanted or not there:
            return Coverage(0.0, 0.0, wanted[0] if wanted else "")
        nearest = (self._vectors(wanted) @ self._vectors(there).T).max(axis=1)
        order = np.argsort(nearest, kind="stable")
        return Coverage(
            round(float(nearest.mean()), 5),
            round(float(nearest[order[:3]].mean()), 5),
            wanted[int(order[0])],
        )

    def _vectors(self, tokens: Sequence[str]) -> NDArray[np.float32]:
        new = [t for t in tokens if t not in self._rows]
        if new:
            if len(self._rows) > _REMEMBERED:
                self._rows.clear()
                new = list(tokens)
            self._rows.update(zip(new, self.encoder.encode(new), strict=True))
        return np.stack([self._rows[t] for t in tokens])


def _content(text: str) -> list[str]:
    common = function_words()
    return [w for w in dict.fromkeys(words(text)) if w not in common]
