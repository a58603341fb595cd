"""Retrieval measures, computed by ir-measures (MacAvaney, Macdonald and Ounis 2022)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from assistant.evaluation.statistics import Values

DEPTH = 100
"""Documents of a ranking that are scored."""

MEASURES = (
    "nDCG@10", "R@1", "R@5", "R@10", "R@100", "RR@10", "AP",
    "Success@1", "Success@5", "Success@10",
)  # fmt: skip
"""The field's own notation: nDCG (Järvelin and Kekäläinen 2002), R recall, RR reciprocal rank,
AP average precision of the first 100, Success@k whether any of the first k is relevant."""


@dataclass(frozen=True, slots=True)
class Scores:
    """`values` has shape (queries, measures), rows in the order of `queries`, all in 0..1."""

    queries: tuple[str, ...]
    measures: tuple[str, ...]
    values: Values

    def of(self, measure: str) -> Values:
        """The column of `measure`, one value a query."""
        found: Values = self.values[:, self.measures.index(measure)]
        return found

    def means(self, rows: Sequence[int] | None = None) -> dict[str, float]:
        """The mean of each measure, over `rows` (default: all queries)."""
        chosen = self.values if rows is None else self.values[list(rows)]
        return {
            name: float(mean) for name, mean in zip(self.measures, chosen.mean(axis=0), strict=True)
        }


def score(
    rankings: Mapping[str, Sequence[str]],
    qrels: Mapping[str, Mapping[str, int]],
    *,
    measures: Sequence[str] = MEASURES,
) -> Scores:
    """Score `rankings` (query id to document ids, best first) against `qrels`.

    Every query of `qrels` is scored; one that is missing from `rankings` gets 0. The order of
    a ranking is what counts: ties have been broken by whoever ranked. Only the first 100
    documents are looked at.
    """
    import ir_measures

    parsed = [ir_measures.parse_measure(name) for name in measures]
    order = tuple(qrels)
    row_of = {query: row for row, query in enumerate(order)}
    column_of = {str(measure): column for column, measure in enumerate(parsed)}
    values = np.zeros((len(order), len(parsed)))
    judged = [
        ir_measures.Qrel(query, document, grade)
        for query, grades in qrels.items()
        for document, grade in grades.items()
    ]
    run = [
        ir_measures.ScoredDoc(query, document, float(DEPTH - rank))
        for query, ranking in rankings.items()
        if query in row_of
        for rank, document in enumerate(ranking[:DEPTH])
    ]
    for metric in ir_measures.iter_calc(parsed, judged, run):
        values[row_of[metric.query_id], column_of[str(metric.measure)]] = metric.value
    return Scores(order, tuple(measures), values)


def best_passage_first(document_ids: Iterable[str]) -> list[str]:
    """Document ids from the ids of ranked passages: each at the place of its best passage."""
    return list(dict.fromkeys(document_ids))[:DEPTH]
