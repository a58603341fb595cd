"""`eval retrieval`: retrievers side by side on one data set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from assistant.evaluation.failures import Failure, failures
from assistant.evaluation.measures import MEASURES, Scores, score
from assistant.evaluation.slices import retrieval_slices
from assistant.evaluation.statistics import Interval, bootstrap, holm, randomisation
from assistant.evaluation.systems import (
    Found,
    System,
    graph_recall,
    latencies,
    percentile,
    retrieve,
)
from assistant.evaluation.types import Progress, RetrievalSet
from index.library import Library
from index.types import Mode

MAIN = "nDCG@10"
"""The measure that slices have an interval of."""

TESTED = (MAIN, "R@5", "RR@10")
"""Measures that pairs of retrievers are tested on."""


@dataclass(frozen=True, slots=True)
class Retriever:
    """Figures of one retriever; `latency_ms` has p50 and p95 of single searches (k = 10)."""

    name: str
    scores: Scores
    ci95: dict[str, Interval]
    latency_ms: dict[str, float | None]

    def json(self) -> dict[str, Any]:
        """As an object."""
        return {
            **self.scores.means(),
            "ci95": {name: found.json() for name, found in self.ci95.items()},
            "latency_ms": self.latency_ms,
        }


@dataclass(frozen=True, slots=True)
class RetrievalReport:
    """Everything measured on one data set; `json` is a contract (see design)."""

    data: RetrievalSet
    retrievers: tuple[Retriever, ...]
    slices: dict[str, tuple[int, ...]]
    significance: tuple[dict[str, Any], ...]
    missed: tuple[Failure, ...]
    main: str
    hnsw_recall: float | None
    index: dict[str, Any] = field(default_factory=dict)

    def json(self) -> dict[str, Any]:
        """The object that `eval retrieval --json` writes."""
        return {
            "kind": "retrieval",
            "dataset": self.data.name,
            "dataset_digest": self.data.digest,
            "queries": len(self.data.queries),
            "documents": len(self.data.documents),
            "notices": list(self.data.notices),
            "retrievers": {r.name: r.json() for r in self.retrievers},
            "slices": {name: self._slice(rows) for name, rows in self.slices.items()},
            "significance": list(self.significance),
            "hnsw_recall@10": self.hnsw_recall,
            "index": self.index,
            "main": self.main,
            "failures": [f.json() for f in self.missed],
            "per_query": self._per_query(),
        }

    def _slice(self, rows: Sequence[int]) -> dict[str, Any]:
        return {
            "queries": len(rows),
            **{r.name: _cut(r.scores, rows) for r in self.retrievers},
        }

    def _per_query(self) -> dict[str, dict[str, dict[str, float]]]:
        return {
            r.name: {
                name: dict(zip(r.scores.queries, map(float, r.scores.of(name)), strict=True))
                for name in TESTED
            }
            for r in self.retrievers
        }


def evaluate_retrieval(
    data: RetrievalSet,
    runs: Sequence[tuple[Library, Sequence[System]]],
    *,
    index: dict[str, Any] | None = None,
    progress: Progress | None = None,
) -> RetrievalReport:
    """Measure the systems of each library in `runs` on `data`.

    The first library's last system is the main one: its misses are shown. `index` holds figures
    on the index for the report.
    """
    found: list[Found] = []
    retrievers: list[Retriever] = []
    for library, systems in runs:
        for system in systems:
            here = retrieve(system, data.queries, library, progress=progress)
            found.append(here)
            retrievers.append(_measured(data, system, here, library))
    main = runs[0][1][-1].name
    return RetrievalReport(
        data=data,
        retrievers=tuple(retrievers),
        slices=retrieval_slices(data),
        significance=tuple(significance(retrievers)),
        missed=failures(data, found, main),
        main=main,
        hnsw_recall=graph_recall(runs[0][0], data.queries),
        index=index or {},
    )


def significance(retrievers: Sequence[Retriever]) -> list[dict[str, Any]]:
    """Paired randomisation tests of all pairs on `TESTED`, Holm-corrected over all of them.

    Exact search is the ceiling of dense search, no contender, and is left out.
    """
    contenders = [r for r in retrievers if not r.name.startswith(Mode.EXACT)]
    tests = [
        (measure, a, b, randomisation(a.scores.of(measure).tolist(), b.scores.of(measure).tolist()))
        for measure in TESTED
        for a, b in combinations(contenders, 2)
    ]
    corrected = holm([test.p for *_, test in tests])
    return [
        {
            "measure": measure,
            "a": a.name,
            "b": b.name,
            "difference": test.difference,
            "p": test.p,
            "p_holm": p_holm,
            "significant": p_holm < 0.05,
        }
        for (measure, a, b, test), p_holm in zip(tests, corrected, strict=True)
    ]


def _cut(scores: Scores, rows: Sequence[int]) -> dict[str, Any]:
    spread = bootstrap(scores.of(MAIN)[list(rows), None])[0]
    return {**scores.means(rows), "ci95": {MAIN: spread.json()}}


def _measured(data: RetrievalSet, system: System, found: Found, library: Library) -> Retriever:
    scores = score(found.rankings, data.qrels)
    intervals = dict(zip(MEASURES, bootstrap(scores.values), strict=True))
    timed = latencies(system, data.queries, library)
    spread = {"p50": percentile(timed, 0.5), "p95": percentile(timed, 0.95)}
    return Retriever(system.name, scores, intervals, spread)
