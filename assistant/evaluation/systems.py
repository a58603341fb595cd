"""What is put side by side: named retrievers over one library, and their timings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from math import ceil
from time import perf_counter

from assistant.evaluation.measures import DEPTH, best_passage_first
from assistant.evaluation.temporary import QuickEncoder
from assistant.evaluation.types import Progress, Query
from index.library import Library
from index.retriever import Reranker
from index.types import Hit, Mode

CHUNK = 64
"""Queries that are searched in one call; only what is reported of their hits is kept."""

SHOWN = 10
"""Hits a query that are kept whole, to show what was found."""

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
    """What a system found, by query id; a query that was not asked is absent.

    `rankings` are document ids, best first, each at the place of its best passage, at most 100;
    `hits` the first passages (`SHOWN` of them).
    """

    name: str
    rankings: dict[str, list[str]]
    hits: dict[str, tuple[Hit, ...]]


def systems_of(
    library: Library, *, suffix: str = "", reranker: Reranker | None = None
) -> tuple[System, ...]:
    """Lexical, dense, exact and hybrid retrieval over `library`, then hybrid reranked if there
    is a `reranker`; `suffix` ends their names.
    """
    modes = (Mode.LEXICAL, Mode.DENSE, Mode.EXACT, Mode.HYBRID)
    plain = tuple(System(f"{mode.value}{suffix}", _searching(library, mode)) for mode in modes)
    if reranker is None:
        return plain
    again = System(f"hybrid+rerank{suffix}", _searching(library, Mode.HYBRID, reranker))
    return (*plain, again)


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
    found = Found(system.name, {}, {})
    for start in range(0, len(waiting), CHUNK):
        if progress:
            progress(f"searching ({system.name})", start, len(waiting))
        group = waiting[start : start + CHUNK]
        for query, hits in _deep_enough(system, group, depth, wanted, stats.passages).items():
            found.rankings[query] = best_passage_first(hit.document.id for hit in hits)
            found.hits[query] = hits[:SHOWN]
    if progress:
        progress(f"searching ({system.name})", len(waiting), len(waiting))
    return found


def latencies(
    system: System, queries: Sequence[Query], library: Library, *, k: int = 10
) -> list[float]:
    """Milliseconds of single searches for `k` passages, over at most 100 queries, sorted.

    The queries are spread over the whole list; the first search is not counted.
    """
    asked = _spread([q.text for q in queries if q.text.strip()])
    found = []
    with _embedding_anew(library):
        for text in asked[:1] + asked:
            started = perf_counter()
            system.search([text], k)
            found.append((perf_counter() - started) * 1000)
    return sorted(found[1:])


def percentile(ordered: Sequence[float], share: float) -> float | None:
    """The nearest-rank percentile of sorted values: `share` in 0..1; None without values."""
    return ordered[max(0, ceil(share * len(ordered)) - 1)] if ordered else None


def graph_recall(library: Library, queries: Sequence[Query], *, k: int = 10) -> float | None:
    """The share of the `k` passages nearest by exhaustive search that the vector index finds.

    The mean over at most 100 queries; None without queries. Small stores are searched
    exhaustively anyway: here the index is made to answer.
    """
    asked = _spread([q.text for q in queries if q.text.strip()])
    right = _searching(library, Mode.EXACT)(asked, k)
    retriever = library.retriever
    before, retriever.exact_below = retriever.exact_below, 0
    try:
        found = _searching(library, Mode.DENSE)(asked, k)
    finally:
        retriever.exact_below = before
    shares = [
        len({h.passage.id for h in a} & {h.passage.id for h in b}) / len(b)
        for a, b in zip(found, right, strict=True)
        if b
    ]
    return sum(shares) / len(shares) if shares else None


@contextmanager
def _embedding_anew(library: Library) -> Iterator[None]:
    """Queries are embedded each time they are asked, as they are outside of evaluation."""
    encoder = library.encoder
    if not isinstance(encoder, QuickEncoder):
        yield
        return
    encoder.forgets = True
    try:
        yield
    finally:
        encoder.forgets = False


def _spread(texts: list[str]) -> list[str]:
    """At most `TIMED` of `texts`, from all over the list."""
    return texts[:: max(1, len(texts) // TIMED)][:TIMED]


def _searching(library: Library, mode: Mode, reranker: Reranker | None = None) -> SearchMany:
    def search(queries: Sequence[str], k: int) -> Sequence[Sequence[Hit]]:
        library.retriever.reranker = reranker
        # Copies are kept: the judgements may name either.
        return library.retriever.search_many(queries, k=k, mode=mode, collapse=False)

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
