"""Whether confidence means anything: ECE, Brier score, reliability, risk and coverage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.evaluation.classification import Outcome

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """Verdicts whose confidence is in `[low, high)` (the last bin includes 1).

    `confidence` and `accuracy` are means over the `count` verdicts, 0 when there are none.
    """

    low: float
    high: float
    count: int
    confidence: float
    accuracy: float


@dataclass(frozen=True, slots=True)
class RiskPoint:
    """Answering only above `threshold` covers `coverage` of the claims with `risk` wrong."""

    threshold: float
    coverage: float
    risk: float


def reliability(outcomes: Sequence[Outcome], *, bins: int = BINS) -> tuple[Bin, ...]:
    """Equal-width bins of confidence with their accuracy (Guo et al. 2017); unjudged left out."""
    groups: list[list[tuple[float, bool]]] = [[] for _ in range(bins)]
    for confidence, right in _pairs(outcomes):
        groups[min(bins - 1, int(confidence * bins))].append((confidence, right))
    return tuple(
        Bin(
            low=number / bins,
            high=(number + 1) / bins,
            count=len(group),
            confidence=sum(c for c, _ in group) / len(group) if group else 0.0,
            accuracy=sum(r for _, r in group) / len(group) if group else 0.0,
        )
        for number, group in enumerate(groups)
    )


def ece(outcomes: Sequence[Outcome], *, bins: int = BINS) -> float | None:
    """Expected calibration error (Naeini, Cooper and Hauskrecht 2015), 0 is best.

    The mean gap between confidence and accuracy over equal-width bins, weighted by their size;
    None without verdicts.
    """
    found = reliability(outcomes, bins=bins)
    total = sum(b.count for b in found)
    if not total:
        return None
    return sum(b.count * abs(b.confidence - b.accuracy) for b in found) / total


def brier(outcomes: Sequence[Outcome]) -> float | None:
    """The Brier score (1950) of "this verdict is right": mean of (confidence - right)², 0 is
    best; None without verdicts.
    """
    pairs = _pairs(outcomes)
    return sum((c - right) ** 2 for c, right in pairs) / len(pairs) if pairs else None


def risk_coverage(outcomes: Sequence[Outcome]) -> tuple[RiskPoint, ...]:
    """The risk-coverage curve (El-Yaniv and Wiener 2010), most confident verdicts first.

    Verdicts of equal confidence enter together, so their order cannot matter. Coverage counts
    every claim, also those that could not be judged.
    """
    pairs = sorted(_pairs(outcomes), key=lambda p: -p[0])
    points: list[RiskPoint] = []
    wrong = 0
    for number, (confidence, right) in enumerate(pairs, 1):
        wrong += not right
        if number == len(pairs) or pairs[number][0] != confidence:
            points.append(RiskPoint(confidence, number / len(outcomes), wrong / number))
    return tuple(points)


def aurc(outcomes: Sequence[Outcome]) -> float | None:
    """Area under the risk-coverage curve, 0 is best: the mean risk over all coverages.

    Verdicts of equal confidence share the risk at the end of their group. None without verdicts.
    """
    points = risk_coverage(outcomes)
    if not points:
        return None
    area, before = 0.0, 0.0
    for point in points:
        area += (point.coverage - before) * point.risk
        before = point.coverage
    return area / before


def _pairs(outcomes: Sequence[Outcome]) -> list[tuple[float, bool]]:
    return [(o.confidence, o.right) for o in outcomes if o.judged and o.confidence is not None]
