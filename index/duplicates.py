"""The same text by several roads counts once: finding copies, reprints and wire stories.

A document's sketch is a MinHash (Broder 1997) of its word 4-grams; documents whose sketches
agree closely share an origin. Figures are compared apart: two reports from one template with
other figures are two documents, not a copy.
"""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from index.text import normalise, words
from index.types import Document, Tier

_SHINGLE = 4
_SLOTS = 32
_BAND = 2  # 16 bands of 2: texts with a Jaccard similarity of 0.6 meet with probability 0.999
_ALIKE = 0.62
_FIGURES_ALIKE = 0.7
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_PRIME = np.uint64((1 << 61) - 1)


def _permutations() -> NDArray[np.uint64]:
    return np.random.default_rng(20_250_207).integers(1, 1 << 31, size=(2, _SLOTS), dtype=np.uint64)


_A, _B = _permutations()


def sketch(tokens: Sequence[str]) -> bytes:
    """The MinHash of a text's words, `_SLOTS` 32-bit numbers; b"" when it has too few words."""
    if len(tokens) < _SHINGLE:
        return b""
    grams = set(map(" ".join, zip(*(tokens[i:] for i in range(_SHINGLE)), strict=False)))
    codes = np.array(
        [zlib.crc32(g.encode("utf-8", "surrogatepass")) for g in grams], dtype=np.uint64
    )
    mixed = (codes[:, None] * _A + _B) % _PRIME & np.uint64(0xFFFFFFFF)
    return bytes(mixed.min(axis=0).astype(np.uint32).tobytes())


def origins(documents: Sequence[tuple[Document, bytes]]) -> list[str]:
    """For each (document, sketch) the id of its origin: the first in order of id of its copies.

    Documents are copies when they share an address (`url` with the same text, or `also`) or
    when their sketches and their figures agree.
    """
    parents = list(range(len(documents)))

    def root(n: int) -> int:
        while parents[n] != n:
            parents[n] = parents[parents[n]]
            n = parents[n]
        return n

    for a, b in _pairs(documents):
        if root(a) != root(b) and _copies(documents[a], documents[b]):
            parents[root(b)] = root(a)
    names: dict[int, str] = {}
    for n, (document, _) in enumerate(documents):
        at = root(n)
        names[at] = min(names.get(at, document.id), document.id)
    return [names[root(n)] for n in range(len(documents))]


def standing(document: Document) -> tuple[int, str, str]:
    """Sorts copies of one text: the best tier first, then the earliest, then by id."""
    day = document.published.isoformat() if document.published else "9999"
    return (list(Tier).index(document.tier), day, document.id)


def origin_of_each(documents: Sequence[Document]) -> tuple[str, ...]:
    """`origins` of documents that come without sketches, such as those of a claim's evidence."""
    return tuple(origins([(d, sketch(words(d.text))) for d in documents]))


def _pairs(documents: Sequence[tuple[Document, bytes]]) -> list[tuple[int, int]]:
    """Pairs worth a closer look: equal bands of the sketch, or one address in common."""
    found = set(_sharing_a_band([code for _, code in documents]))
    meetings: dict[str, list[int]] = defaultdict(list)
    for n, (document, _) in enumerate(documents):
        for address in document.also:
            meetings[address].append(n)
    for n, (document, _) in enumerate(documents):
        if document.url and document.url in meetings:
            meetings[document.url].append(n)
    found |= {(g[0], n) for g in meetings.values() if len(g) > 1 for n in g[1:] if n != g[0]}
    return sorted(found)


def _sharing_a_band(codes: Sequence[bytes]) -> Iterator[tuple[int, int]]:
    """(first, other) for the sketches that agree in a band; `first` is the first of them all."""
    places = np.array([n for n, code in enumerate(codes) if code], dtype=np.intp)
    if not len(places):
        return
    bands = _SLOTS // _BAND
    keys = np.frombuffer(b"".join(codes), dtype=np.uint64).reshape(-1, bands).T.ravel()
    band, place = np.repeat(np.arange(bands), len(places)), np.tile(places, bands)
    order = np.lexsort((keys, band))  # stable: within a key the places rise
    keys, band, place = keys[order], band[order], place[order]
    begins = np.concatenate(([True], (keys[1:] != keys[:-1]) | (band[1:] != band[:-1])))
    first = place[np.flatnonzero(begins)[np.cumsum(begins) - 1]]
    yield from zip(first[~begins].tolist(), place[~begins].tolist(), strict=True)


def _copies(one: tuple[Document, bytes], other: tuple[Document, bytes]) -> bool:
    a, b = one[0], other[0]
    if a.language != b.language:
        return False
    shared = (set(a.also) | {a.url}) & (set(b.also) | {b.url}) - {""}
    linked = bool(shared & (set(a.also) | set(b.also)))
    return (linked or _agreement(one[1], other[1]) >= _ALIKE) and _same_figures(a.text, b.text)


def _agreement(one: bytes, other: bytes) -> float:
    """Estimated Jaccard similarity of the two texts' shingles."""
    if not one or not other:
        return 0.0
    return float(np.mean(np.frombuffer(one, np.uint32) == np.frombuffer(other, np.uint32)))


def _same_figures(one: str, other: str) -> bool:
    a = set(_NUMBER.findall(normalise(one)))
    b = set(_NUMBER.findall(normalise(other)))
    return not (a or b) or len(a & b) / len(a | b) >= _FIGURES_ALIKE
