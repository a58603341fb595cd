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


def placed(found: Relation, claim: tuple[str, int], evidence: tuple[str, int]) -> Relation:
    """The relation with its figures as they stand in claim and evidence, each told with where the
    part of it begins that was read."""
    told = tuple(
        replace(c, claim=_placed(c.claim, *claim), evidence=_placed(c.evidence, *evidence))
        for c in found.comparisons
    )
    return replace(found, comparisons=told) if told != found.comparisons else found


def _placed(one: Quantity, text: str, by: int) -> Quantity:
    start, end = one.start + by, one.end + by
    wording = text[start:end]
    if wording.split() == one.text.split() or wording.lower() != one.text.lower():
        wording = one.text  # as it was, or of a sentence that was made up
    if not by and wording == one.text:
        return one
    return replace(one, start=start, end=end, text=wording)


WORST = {Stance.REFUTES: 0, Stance.SILENT: 1, Stance.SUPPORTS: 2}
"""The order in which stances decide."""
