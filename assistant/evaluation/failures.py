"""The failure browser: for each miss, what was found instead, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.evaluation.systems import Found
from assistant.evaluation.types import Query, RetrievalSet
from index.types import Document, Hit

CUT = 10
"""A query without a relevant document among the first ten is a miss."""

_QUOTED = 240


@dataclass(frozen=True, slots=True)
class Wanted:
    """A relevant document and the rank each retriever gave it (None: not in its ranking)."""

    document: Document
    ranks: dict[str, int | None]


@dataclass(frozen=True, slots=True)
class Failure:
    """A query the main retriever missed; `why` says in a sentence where it got lost."""

    query: Query
    wanted: tuple[Wanted, ...]
    instead: tuple[Hit, ...]
    why: str

    def json(self) -> dict[str, Any]:
        """As an object for reports."""
        return {
            "query_id": self.query.id,
            "query": self.query.text,
            "language": self.query.language,
            "why": self.why,
            "wanted": [
                {
                    "document_id": w.document.id,
                    "title": w.document.title,
                    "language": w.document.language,
                    "ranks": w.ranks,
                }
                for w in self.wanted
            ],
            "found": [
                {
                    "document_id": h.document.id,
                    "title": h.document.title,
                    "language": h.document.language,
                    "passage": h.passage.text[:_QUOTED],
                    "score": h.score,
                    "ranks": dict(h.ranks),
                }
                for h in self.instead
            ],
        }


def failures(
    data: RetrievalSet, found: Sequence[Found], main: str, *, shown: int = 3
) -> tuple[Failure, ...]:
    """The queries for which retriever `main` has nothing relevant in its first ten documents.

    `found` holds every retriever's hits; `shown` passages found instead are kept.
    """
    documents = {d.id: d for d in data.documents}
    places = {f.name: _places(f.rankings) for f in found}
    hits = next(f.hits for f in found if f.name == main)
    missed = []
    for query in data.queries:
        relevant = [d for d, grade in data.qrels[query.id].items() if grade > 0]
        ranks = {
            d: {name: table.get(query.id, {}).get(d) for name, table in places.items()}
            for d in relevant
        }
        if any((ranks[d][main] or CUT + 1) <= CUT for d in relevant):
            continue
        wanted = tuple(Wanted(documents[d], ranks[d]) for d in relevant)
        instead = tuple(hits.get(query.id, ())[:shown])
        missed.append(Failure(query, wanted, instead, reason(query, wanted, main)))
    return tuple(missed)


def reason(query: Query, wanted: Sequence[Wanted], main: str) -> str:
    """Where the relevant documents got lost, from the best rank that each retriever gave."""
    best = {
        name: min((w.ranks[name] or 0 for w in wanted if w.ranks.get(name)), default=None)
        for name in wanted[0].ranks
    }
    across = all(w.document.language != query.language for w in wanted)
    language = " across languages" if across else ""
    good = [f"{n} had it at {r}" for n, r in best.items() if n != main and r and r <= CUT]
    if good:
        return f"lost in the fusion{language}: {', '.join(good)}; {main} {_at(best[main])}"
    if best[main]:
        return f"ranked too low{language}: {', '.join(f'{n} {_at(r)}' for n, r in best.items())}"
    if any(best.values()):
        some = ", ".join(f"{n} {_at(r)}" for n, r in best.items())
        return f"out of sight{language}: {some}"
    return f"found by no retriever{language}"


def _at(rank: int | None) -> str:
    return f"at {rank}" if rank else "not among its first 100"


def _places(rankings: Mapping[str, Sequence[str]]) -> dict[str, dict[str, int]]:
    return {
        query: {document: rank for rank, document in enumerate(ranking, 1)}
        for query, ranking in rankings.items()
    }
