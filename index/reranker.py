"""A cross-encoder as reranker: reads query and passage together, the first hits only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.embedding.cross_encoders import CrossEncoder
from index.errors import SettingsError
from index.types import Hit


class CrossReranker:
    """Orders hits by a cross-encoder's score (`index.retriever.Reranker`).

    Raises `SettingsError` when the model has several classes: that is no reranker.
    """

    def __init__(self, model: CrossEncoder) -> None:
        if len(model.labels) != 1:
            raise SettingsError(
                f"{model.name} is no reranker: it has {len(model.labels)} classes",
                hint="a reranker gives one score a pair",
            )
        self._model = model

    def rerank(self, query: str, hits: Sequence[Hit]) -> Sequence[Hit]:
        """`hits` by falling score; equal scores keep their order. Adds a "rerank" rank."""
        scores = self._model.scores([(query, hit.passage.text) for hit in hits])[:, 0]
        order = sorted(range(len(hits)), key=lambda i: (-float(scores[i]), i))
        return [
            replace(
                hits[i],
                score=float(scores[i]),
                rank=rank,
                ranks=(*hits[i].ranks, ("rerank", rank)),
            )
            for rank, i in enumerate(order, 1)
        ]
