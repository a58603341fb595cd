"""Independent origins: copies, mirrors and reprints of one text count once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from index.text import words
from index.types import Document

SAME_TEXT = 0.5
"""Share of three-word shingles two texts must have in common (of the shorter one's)."""


def origins(documents: Sequence[Document]) -> list[int]:
    """For each document the index of the first one that has the same origin.

    Two documents share an origin when they share an address (`url`, `also`) or most of their
    three-word shingles (containment, Broder 1997). The relation is closed over chains.
    """
    roots = list(range(len(documents)))
    for i, document in enumerate(documents):
        for j in range(i):
            if roots[i] != roots[j] and same_origin(document, documents[j]):
                low, high = sorted((roots[i], roots[j]))
                roots = [low if r == high else r for r in roots]
    return roots


def same_origin(one: Document, other: Document) -> bool:
    """Whether one text is a copy of the other, wholly or in the main."""
    if one.id == other.id or _addresses(one) & _addresses(other):
        return True
    a, b = _shingles(one.text), _shingles(other.text)
    shorter = min(len(a), len(b))
    return shorter > 0 and len(a & b) / shorter >= SAME_TEXT


def _addresses(document: Document) -> frozenset[str]:
    return frozenset(a for a in (document.url, *document.also) if a)


@lru_cache(maxsize=1024)
def _shingles(text: str) -> frozenset[tuple[str, ...]]:
    tokens = words(text)
    if len(tokens) < 3:
        return frozenset([tuple(tokens)]) if tokens else frozenset()
    return frozenset(zip(tokens, tokens[1:], tokens[2:], strict=False))
