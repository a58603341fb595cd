"""Finding passages: words, vectors and their fusion, language by language.

Fusion adds a passage's cosine and its BM25 score (as a share of the most that the query could
reach), with weights that depend on whether the passage is in the query's language. There, words
are the better guide and meaning the second; in the other language meaning leads, and words are
the names and figures that both languages write alike. Sums of scores rather than of ranks
(Bruch, Gai and Ingber 2023, "An Analysis of Fusion Functions for Hybrid Retrieval"), because a
rank says nothing of how good a match is: the best of forty Thai passages for a claim whose
evidence is English is still first among them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from index.batch import LANGUAGES
from index.embedding.base import Encoder
from index.errors import EmptyStore
from index.snapshot import Mask, Snapshot
from index.state import State
from index.text import language_of
from index.types import Filters, Hit, Mode

Scores = NDArray[np.float32]
Rows = NDArray[np.intp]
Nearest = Callable[[NDArray[np.float32], int], list[list[str]]]

# Below this many passages exact search is as fast as the HNSW graph, and perfect.
EXACT_BELOW = 50_000
# The graph knows no filters. It answers when they leave out no more than this share of the
# passages, as copies of one text mostly are, and still leave half of what it found.
MOST_LEFT_OUT = 0.05
# How deep each retriever's list goes before fusion.
DEPTH = 200
# Weights of (cosine, words), chosen on the seed claims with both shipped models from those for
# which no slice by language falls below the better of words and vectors (a gold document among the
# first five). Claims found, "accurate": 0.96, by vectors alone 0.95, by words 0.58; "fast": 0.93,
# 0.86, 0.58.
SAME_LANGUAGE = (0.6, 1.0)
OTHER_LANGUAGE = (1.2, 1.2)
# How many hits a reranker reads.
RERANKED = 50
_QUERIES_AT_ONCE = 64


class Reranker(Protocol):
    """A second look at the first hits."""

    def rerank(self, query: str, hits: Sequence[Hit]) -> Sequence[Hit]:
        """`hits` in a better order, with scores that fall; none added."""


@dataclass(frozen=True, slots=True)
class _Found:
    """The rows one retriever found, best first, with scores; of fused ones also the `parts`.

    `parts` has shape (rows, 2, 2): (weight, value) of the cosine and of the words.
    """

    rows: Rows
    scores: Scores
    parts: Scores | None = None


class Retriever:
    """Searches a library. Made by `Library`; `reranker` may be set afterwards."""

    def __init__(
        self,
        state: Callable[[], State],
        encoder: Encoder,
        nearest: Nearest,
        *,
        reranker: Reranker | None = None,
        exact_below: int = EXACT_BELOW,
    ) -> None:
        self._state = state
        self._encoder = encoder
        self._nearest = nearest
        self.reranker = reranker
        self.exact_below = exact_below

    def search(
        self,
        query: str,
        *,
        k: int = 10,
        mode: Mode = Mode.HYBRID,
        filters: Filters | None = None,
        collapse: bool = True,
    ) -> tuple[Hit, ...]:
        """The `k` best passages for `query`; fewer when there are not as many.

        With `collapse`, copies of one text (see `index.duplicates`) appear once, as the copy
        of the best tier. Raises `EmptyStore` when there is nothing to search in.
        """
        return self.search_many([query], k=k, mode=mode, filters=filters, collapse=collapse)[0]

    def search_many(
        self,
        queries: Sequence[str],
        *,
        k: int = 10,
        mode: Mode = Mode.HYBRID,
        filters: Filters | None = None,
        collapse: bool = True,
    ) -> list[tuple[Hit, ...]]:
        """`search` for many queries, embedded and compared in batches."""
        state = self._state()
        if not state.snapshot.passages:
            raise EmptyStore(
                "there are no documents to search in", hint="add some: jingmai index add PATH"
            )
        answers: list[tuple[Hit, ...]] = []
        for i in range(0, len(queries), _QUERIES_AT_ONCE):
            part = queries[i : i + _QUERIES_AT_ONCE]
            answers.extend(self._search(state, part, k, mode, filters or Filters(), collapse))
        return answers

    def _search(
        self,
        state: State,
        queries: Sequence[str],
        k: int,
        mode: Mode,
        filters: Filters,
        collapse: bool,
    ) -> list[tuple[Hit, ...]]:
        snapshot, depth = state.snapshot, max(DEPTH, k)
        mask = snapshot.mask(filters, collapse=collapse)
        if mode is Mode.LEXICAL:
            vectors = np.zeros((len(queries), 0), dtype=np.float32)
            near = [_NOTHING] * len(queries)
        else:
            vectors = self._encoder.encode(queries, role="query")
            near = self._dense(snapshot, vectors, mask, depth, mode)
        answers = []
        for query, vector, dense in zip(queries, vectors, near, strict=True):
            best, lists = _one(state, query, vector, dense, mask, depth, mode)
            hits = _hits(snapshot, best, lists, k if self.reranker is None else max(k, RERANKED))
            answers.append(self._reranked(query, hits, k))
        return answers

    def _dense(
        self, snapshot: Snapshot, vectors: Scores, mask: Mask, depth: int, mode: Mode
    ) -> list[_Found]:
        left_out = snapshot.passages - int(mask.sum())
        if (
            mode is not Mode.EXACT
            and snapshot.passages >= self.exact_below
            and left_out <= snapshot.passages * MOST_LEFT_OUT
        ):
            found = self._by_graph(snapshot, vectors, mask, depth)
            if not left_out or all(len(one.rows) * 2 >= depth for one in found):
                return found
        rows = np.flatnonzero(mask)
        few = len(rows) * 4 < len(mask)
        scores = vectors @ (snapshot.vectors[rows] if few else snapshot.vectors).T
        return [
            _near(snapshot, rows, approximate if few else approximate[rows], vector, depth)
            for vector, approximate in zip(vectors, scores, strict=True)
        ]

    def _by_graph(
        self, snapshot: Snapshot, vectors: Scores, mask: Mask, depth: int
    ) -> list[_Found]:
        found = []
        for vector, keys in zip(vectors, self._nearest(vectors, depth), strict=True):
            ids = (key.rsplit("@", 1)[0] for key in keys)
            rows = np.array([snapshot.rows[i] for i in ids if i in snapshot.rows], dtype=np.intp)
            rows = rows[mask[rows]]
            found.append(_best(rows, _cosines(snapshot, rows, vector), depth, snapshot))
        return found

    def _reranked(self, query: str, hits: tuple[Hit, ...], k: int) -> tuple[Hit, ...]:
        if self.reranker is None:
            return hits
        again = self.reranker.rerank(query, hits)[:k]
        return tuple(replace(hit, rank=n) for n, hit in enumerate(again, 1))


_NOTHING = _Found(np.zeros(0, dtype=np.intp), np.zeros(0, dtype=np.float32))


def _one(
    state: State, query: str, vector: Scores, dense: _Found, mask: Mask, depth: int, mode: Mode
) -> tuple[_Found, dict[str, _Found]]:
    """The best rows for one query, and the lists they come from."""
    if mode in (Mode.DENSE, Mode.EXACT):
        return dense, {"dense": dense}
    snapshot = state.snapshot
    scores, most = state.lexical.scores(query)
    shares = (np.where(mask, scores, 0.0) / (most or 1.0)).astype(np.float32)
    if mode is Mode.LEXICAL:
        lexical = _top(shares, depth, snapshot)
        return lexical, {"lexical": lexical}
    same = snapshot.language == LANGUAGES.index(language_of(query))
    lists = {
        "dense": dense,
        "lexical": _top(np.where(same, shares, np.float32(0)), depth, snapshot),
        "shared": _top(np.where(same, np.float32(0), shares), depth, snapshot),
    }
    rows = np.unique(np.concatenate([found.rows for found in lists.values()]))
    cosines = _cosines(snapshot, rows, vector)
    own, other = (np.array(w, dtype=np.float32) for w in (SAME_LANGUAGE, OTHER_LANGUAGE))
    weights = np.where(same[rows, None], own, other)
    fused = weights[:, 0] * cosines + weights[:, 1] * shares[rows]
    best = _best(rows, fused.astype(np.float32), depth, snapshot)
    made = np.stack([weights, np.stack([cosines, shares[rows]], axis=1)], axis=2)
    return replace(best, parts=made[np.searchsorted(rows, best.rows)]), lists


def _near(
    snapshot: Snapshot, rows: Rows, approximate: Scores, vector: Scores, depth: int
) -> _Found:
    """The `depth` nearest of `rows`; `approximate` are their cosines as the matrix product gave."""
    if len(rows) > depth:
        rows = rows[np.argpartition(-approximate, depth - 1)[:depth]]
    return _best(rows, _cosines(snapshot, rows, vector), depth, snapshot)


def _cosines(snapshot: Snapshot, rows: Rows, vector: Scores) -> Scores:
    """Cosines that depend on the vectors alone.

    A matrix product rounds otherwise for other shapes and orders of its rows, so the same
    passage would score differently in a store with another history.
    """
    products = np.vecdot(snapshot.vectors[rows].astype(np.float64), vector.astype(np.float64))
    return np.asarray(products, dtype=np.float32)


def _top(scores: Scores, depth: int, snapshot: Snapshot) -> _Found:
    rows = np.flatnonzero(scores > 0)
    return _best(rows, scores[rows], depth, snapshot)


def _best(rows: Rows, scores: Scores, depth: int, snapshot: Snapshot) -> _Found:
    """The `depth` best, equal scores (to six places) in order of passage id."""
    if len(rows) > depth:
        kept = np.argpartition(-scores, depth - 1)[:depth]
        rows, scores = rows[kept], scores[kept]
    rounded = np.round(scores, 6).astype(np.float32)
    order = np.lexsort((snapshot.place[rows], -rounded))
    return _Found(rows[order], rounded[order])


def _hits(snapshot: Snapshot, best: _Found, lists: dict[str, _Found], k: int) -> tuple[Hit, ...]:
    ranks = {name: _ranks(found.rows, best.rows[:k]) for name, found in sorted(lists.items())}
    return tuple(
        Hit(
            passage=snapshot.passage(row),
            document=snapshot.documents[snapshot.document[row]],
            score=float(score),
            rank=n + 1,
            ranks=tuple((name, of[n]) for name, of in ranks.items() if of[n]),
            parts=_parts(best, n),
        )
        for n, (row, score) in enumerate(zip(best.rows[:k].tolist(), best.scores[:k], strict=True))
    )


def _parts(best: _Found, place: int) -> tuple[tuple[str, float, float], ...]:
    if best.parts is None:
        return ()
    names = ("dense", "lexical")
    return tuple(
        (name, round(float(weight), 4), round(float(value), 6))
        for name, (weight, value) in zip(names, best.parts[place], strict=True)
    )


def _ranks(found: Rows, wanted: Rows) -> list[int]:
    """The place, from 1, of each of `wanted` in `found`; 0 when it is not there."""
    if not len(found):
        return [0] * len(wanted)
    same = wanted[:, None] == found
    places: list[int] = np.where(same.any(axis=1), same.argmax(axis=1) + 1, 0).tolist()
    return places
