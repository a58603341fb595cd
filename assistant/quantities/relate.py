"""Two sentences: do their figures speak of the same thing, and do they agree?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from assistant.quantities.compare import Comparison, Why, compare
from assistant.quantities.parse import reading
from assistant.types import Stance


@dataclass(frozen=True, slots=True)
class Relation:
    """What an evidence sentence says of a claim by its figures.

    `comparisons` pairs each figure of the claim with the figure of the evidence that speaks of
    the same thing. The reasons are one sentence each, "" when there is nothing to say.
    """

    stance: Stance
    why: Why
    comparisons: tuple[Comparison, ...] = ()
    reason_th: str = ""
    reason_en: str = ""


def relate(
    claim: str,
    evidence: str,
    *,
    claim_as_of: date | None = None,
    evidence_as_of: date | None = None,
    context: str = "",
) -> Relation:
    """Compare the figures of two sentences where they speak of the same thing.

    `context` is what stands before the evidence (title, earlier sentences), where its party or
    period may be named.
    """
    del context
    mine = reading(claim, claim_as_of).quantities
    theirs = reading(evidence, evidence_as_of).quantities
    found: list[Comparison] = []
    for q in mine:
        options = [compare(q, other) for other in theirs if other.kind == q.kind]
        if options:
            found.append(max(options, key=lambda c: _RANK[c.stance]))
    if not found:
        return Relation(Stance.SILENT, Why.NO_QUANTITY)
    worst = min(found, key=lambda c: _WORST[c.stance])
    return Relation(worst.stance, worst.why, tuple(found), worst.reason_th, worst.reason_en)


_RANK = {Stance.SILENT: 0, Stance.REFUTES: 1, Stance.SUPPORTS: 2}
_WORST = {Stance.REFUTES: 0, Stance.SILENT: 1, Stance.SUPPORTS: 2}
