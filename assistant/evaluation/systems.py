"""What is put side by side: named retrievers over one library, and their timings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil
from time import perf_counter

from index.library import Library

from assistant.evaluation.measures import DEPTH, best_passage_first
from assistant.evaluation.types import Progress, Query
from index.types import Hit, Mode

CHUNK = 200
"""Queries that are searched in one call."""

TIMED = 100
"""Queries that are timed one by one."""

SearchMany = Callable[[Sequence[str], int], Sequence[Sequence[Hit]]]


@dataclass(frozen=True, slots=True)
class System:
    """A retriever under test: `search(queries, passages)` gives the hits of each query."""

    name: str
    search: SearchMany


@dataclass(frozen=True, slots=True)
class Found:
    """What a system found: hits by query id, best first, deep enough for 100 documents."""

    name: str
    hits: dict[str, tuple[Hit, ...]]

    def rankings(self) -> dict[str, list[str]]:
        """Document ids by query id, each document at the place of its best passage."""
        return {
            query: best_passage_first(hit.document.id for hit in hits)
            for query, hits in self.hits.items()
        }


def systems_of(library: Library, *, suffix: str = "") -> tuple[System, ...]:
    """Lexical, dense, exact and hybrid retrieval over `library`; `suffix` ends their names."""
    modes = (Mode.LEXICAL, Mode.DENSE, Mode.EXACT, Mode.HYBRID)
    return tuple(System(f"{mode.value}{suffix}", _searching(library, mode)) for mode in modes)


def retrieve(
    system: System, queries: Sequence[Query], library: Library, *, progress: Progress | None = None
) -> Found:
    """Ask `system` for enough passages to fill 100 documents a query.

    Queries without any text are not asked: they are unanswered.
    """
    stats = library.stats()
    depth = min(stats.passages, DEPTH * max(1, ceil(stats.passages / max(1, stats.documents))))
    wanted = min(DEPTH, stats.documents)
    waiting = [q for q in queries if q.text.strip()]
    hits: dict[str, tuple[Hit, ...]] = {}
    for start in range(0, len(waiting), CHUNK):
        if progress:
            progress(f"searching ({system.name})", start, len(waiting))
        group = waiting[start : start + CHUNK]
        hits |= _deep_enough(system, group, depth, wanted, stats.passages)
    if progress:
        progress(f"searching ({system.name})", len(waiting), len(waiting))
    return Found(system.name, hits)


def latencies(system: System, queries: Sequence[Query], *, k: int = 10) -> list[float]:
    """Milliseconds of single searches for `k` passages, over at most 100 queries, sorted.

    The queries are spread over the whole list; the first search is not counted.
    """
    asked = [q.text for q in queries if q.text.strip()]
    asked = asked[:: max(1, len(asked) // TIMED)][:TIMED]
    found = []
    for text in asked[:1] + asked:
        started = perf_counter()
        system.search([text], k)
        found.append((perf_counter() - started) * 1000)
    return sorted(found[1:])


def percentile(ordered: Sequence[float], share: float) -> float | None:
    """The nearest-rank percentile of sorted values: `share` in 0..1; None without values."""
    return ordered[max(0, ceil(share * len(ordered)) - 1)] if ordered else None


def overlap_at(a: Found, b: Found, k: int) -> float | None:
    """The mean share of the first `k` passages of `b` that `a` has among its own first `k`.

    With `b` from exhaustive search this is the recall of the vector index; None without hits.
    """
    shares = []
    for query, hits in b.hits.items():
        right = {h.passage.id for h in hits[:k]}
        if right:
            got = {h.passage.id for h in a.hits.get(query, ())[:k]}
            shares.append(len(got & right) / len(right))
    return sum(shares) / len(shares) if shares else None


def _searching(library: Library, mode: Mode) -> SearchMany:
    def search(queries: Sequence[str], k: int) -> Sequence[Sequence[Hit]]:
        return library.retriever.search_many(queries, k=k, mode=mode)

    return search


def _deep_enough(
    system: System, group: Sequence[Query], depth: int, wanted: int, most: int
) -> dict[str, tuple[Hit, ...]]:
    """Search deeper for queries whose passages crowd into too few documents."""
    answers = system.search([q.text for q in group], depth)
    found = {q.id: tuple(hits) for q, hits in zip(group, answers, strict=True)}
    if depth >= most:
        return found
    crowded = [
        q
        for q in group
        if len(found[q.id]) >= depth and len({h.document.id for h in found[q.id]}) < wanted
    ]
    if crowded:
        found |= _deep_enough(system, crowded, min(most, depth * 4), wanted, most)
    return found
