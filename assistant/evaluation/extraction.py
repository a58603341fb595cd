"""`eval claims`: found claims against annotated articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from assistant.evaluation.types import ExtractionSet, Unit
from assistant.types import Claim

OVERLAP = 0.5
"""Intersection over union from which a claim's span counts as a unit's."""


@dataclass(frozen=True, slots=True)
class ArticleScore:
    """Counts of one article, ratios taken later.

    `units` are check-worthy units, `claims` distinct spans found, `matched` pairs of them.
    `ranking` tells for each found span, most check-worthy first, whether it met a unit.
    """

    id: str
    language: str
    units: int
    claims: int
    matched: int
    ranking: tuple[bool, ...]


def score_article(
    key: str, language: str, units: Sequence[Unit], found: Sequence[Claim]
) -> ArticleScore:
    """Match the spans of `found` to the check-worthy `units`, one to one.

    Several claims of one span count once, with the highest check-worthiness. Pairs are made by
    overlap, largest first; spans that share less than half of their union are no pair.
    """
    wanted = [u for u in units if u.worth > 0]
    worth: dict[tuple[int, int], float] = {}
    for claim in found:
        span = (claim.start, claim.end)
        worth[span] = max(worth.get(span, 0.0), claim.check_worthiness)
    spans = sorted(worth, key=lambda s: (-worth[s], s))
    pairs = sorted(
        (
            (-overlap(span, (u.start, u.end)), row, column)
            for row, span in enumerate(spans)
            for column, u in enumerate(wanted)
        ),
    )
    rows: set[int] = set()
    columns: set[int] = set()
    for share, row, column in pairs:
        if -share >= OVERLAP and row not in rows and column not in columns:
            rows.add(row)
            columns.add(column)
    ranking = tuple(row in rows for row in range(len(spans)))
    return ArticleScore(key, language, len(wanted), len(spans), len(rows), ranking)


def overlap(a: tuple[int, int], b: tuple[int, int]) -> float:
    """Intersection over union of two half-open spans, 0..1."""
    shared = max(0, min(a[1], b[1]) - max(a[0], b[0]))
    union = (a[1] - a[0]) + (b[1] - b[0]) - shared
    return shared / union if union else 0.0


def average_precision(score: ArticleScore) -> float:
    """Average precision of the ranking by check-worthiness; units never found count as missed.

    0 when nothing was found or nothing is check-worthy.
    """
    hits, total = 0, 0.0
    for rank, relevant in enumerate(score.ranking, 1):
        if relevant:
            hits += 1
            total += hits / rank
    return total / score.units if score.units else 0.0


def figures(scores: Sequence[ArticleScore]) -> dict[str, Any]:
    """Precision, recall and F1 over all units of `scores`, and the mean average precision."""
    units, claims = sum(s.units for s in scores), sum(s.claims for s in scores)
    matched = sum(s.matched for s in scores)
    ranked = [average_precision(s) for s in scores if s.units]
    return {
        "articles": len(scores),
        "units": units,
        "claims": claims,
        "matched": matched,
        "precision": matched / claims if claims else 0.0,
        "recall": matched / units if units else 0.0,
        "unit_f1": 2 * matched / (units + claims) if units + claims else 0.0,
        "average_precision": sum(ranked) / len(ranked) if ranked else 0.0,
    }


@dataclass(frozen=True, slots=True)
class ExtractionReport:
    """Everything measured on annotated articles."""

    data: ExtractionSet
    scores: tuple[ArticleScore, ...]
    seconds: float
    index: dict[str, Any] = field(default_factory=dict)

    def json(self) -> dict[str, Any]:
        """The object that `eval claims --json` writes."""
        languages = sorted({s.language for s in self.scores})
        return {
            "kind": "claims",
            "dataset": self.data.name,
            "dataset_digest": self.data.digest,
            "notices": list(self.data.notices),
            "overlap": OVERLAP,
            **figures(self.scores),
            "by_language": {
                language: figures([s for s in self.scores if s.language == language])
                for language in languages
            },
            "by_article": {s.id: figures([s]) for s in self.scores},
            "seconds": self.seconds,
            "index": self.index,
            "articles_per_minute": 60 * len(self.scores) / self.seconds if self.seconds else None,
        }
