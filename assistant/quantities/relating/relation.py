"""What a sentence of evidence says of a claim by its figures."""

from __future__ import annotations

from dataclasses import dataclass, replace

from assistant.quantities.compare import Comparison, Why
from assistant.types import Quantity, Stance


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


def summary(found: list[Comparison]) -> Relation:
    """One relation from all: a refuted figure refutes; all must support to support."""
    if not found:
        return Relation(Stance.SILENT, Why.NO_QUANTITY)
    worst = min(found, key=lambda c: WORST[c.stance])
    return Relation(worst.stance, worst.why, tuple(found), *worst.reasons)


def turned(found: Relation, stance: Stance, why: Why) -> Relation:
    """The relation with another outcome, and with it the comparisons that had led to its own."""
    told = tuple(
        replace(c, stance=stance, why=why) if c.stance is found.stance else c
        for c in found.comparisons
    )
    first = next((c for c in told if (c.stance, c.why) == (stance, why)), None)
    reasons = first.reasons if first is not None else ("", "")
    return Relation(stance, why, told, *reasons)


def moved(found: Relation, claim: int, evidence: int) -> Relation:
    """The relation with its figures so many characters further on in claim and evidence."""
    if not (claim or evidence) or not found.comparisons:
        return found
    told = tuple(
        replace(c, claim=_further(c.claim, claim), evidence=_further(c.evidence, evidence))
        for c in found.comparisons
    )
    return replace(found, comparisons=told)


def _further(one: Quantity, by: int) -> Quantity:
    return replace(one, start=one.start + by, end=one.end + by)


WORST = {Stance.REFUTES: 0, Stance.SILENT: 1, Stance.SUPPORTS: 2}
"""The order in which stances decide."""
