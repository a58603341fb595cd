"""How near two words are in meaning, in one language or across two.

The vectors are those of the shipped bilingual word table; they are read when the first decision
hangs on them, and are the same on every machine.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from index.embedding.pieces import PieceRows

FAR = 0.2
"""Below this two words are hardly ever about one thing; many synonyms lie below it as well."""
NEAR = 0.45
"""From here two words are mostly forms, synonyms or translations of each other."""


@lru_cache(maxsize=8192)
def likeness(one: str, two: str) -> float:
    """The cosine of two words or short phrases, -1 to 1, rounded so that no decision hangs on the
    order in which a machine adds; 0 for a word that has no vector."""
    return round(float(_vector(one) @ _vector(two)), 3)


@lru_cache(maxsize=8192)
def nearest(word: str, others: tuple[str, ...]) -> float:
    """The likeness of the most alike of `others`, -1 without any."""
    return max((likeness(word, other) for other in others), default=-1.0)


@lru_cache(maxsize=8192)
def _vector(word: str) -> NDArray[np.float32]:
    from index.embedding.models import load_encoder

    row: NDArray[np.float32] = load_encoder("fast").encode([word])[0]
    return row


@lru_cache(maxsize=8192)
def is_word(word: str) -> bool:
    """Whether a lower-case Latin word is one piece of the word table: no name made of several."""
    return len(_pieces().ids(word)) == 1


@lru_cache(maxsize=1)
def _pieces() -> PieceRows:
    from index.embedding.pieces import PieceRows

    return PieceRows()
