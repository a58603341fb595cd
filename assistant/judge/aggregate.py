"""From the stances of sentences to one verdict: independent origins, tiers, conflict, silence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.judge.origins import origins
from assistant.judge.stance import Reading
from assistant.types import Claim, Label
from index.types import Tier

TRUST = {Tier.PRIMARY: 1.0, Tier.PRESS: 0.9, Tier.SECONDARY: 0.8, Tier.LOW: 0.5}
ENOUGH = 0.35


@dataclass(frozen=True, slots=True)
class Weighed:
    """A label and the probability that it is right."""

    label: Label
    confidence: float


def weigh(claim: Claim, readings: Sequence[Reading]) -> Weighed:
    """Weigh `readings` of `claim`."""
    support, refute = _strongest(readings)
    if max(support, refute) < ENOUGH:
        return Weighed(Label.NOT_ENOUGH_EVIDENCE, 1 - max(support, refute))
    if min(support, refute) >= ENOUGH and min(support, refute) >= 0.8 * max(support, refute):
        return Weighed(Label.CONFLICTING, min(support, refute))
    if support >= refute:
        return Weighed(Label.SUPPORTED, support)
    return Weighed(Label.REFUTED, refute)


def _strongest(readings: Sequence[Reading]) -> tuple[float, float]:
    roots = origins([r.evidence.document for r in readings])
    by_origin: dict[int, tuple[float, float]] = {}
    for root, reading in zip(roots, readings, strict=True):
        trust = TRUST[reading.evidence.document.tier]
        support, refute = by_origin.get(root, (0.0, 0.0))
        by_origin[root] = (
            max(support, trust * reading.supports),
            max(refute, trust * reading.refutes),
        )
    return (
        max((s for s, _ in by_origin.values()), default=0.0),
        max((r for _, r in by_origin.values()), default=0.0),
    )
