"""Figures that are an end of something: of a range, below nothing, before a change."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from assistant.quantities.linking.pairing import Link
from assistant.quantities.sentence.facts import Fact
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.topics import Topic
from assistant.types import Quantity


def at_edge(fact: Fact, mine: Frame, best: Link) -> Link:
    """The end of the evidence's range that a claim of the lowest or highest value means."""
    best = _exact_end(fact, mine, best)
    told = fact.edge if fact.quantity.comparator in ("le", "ge") else ""
    near = {fact.edge} - {""}
    edges, range_ = (
        {told} if told else mine.ids(Topic.EDGE) or near or mine.ids(Topic.EXTREME),
        best.evidence,
    )
    started = near == mine.ids(Topic.EXTREME) and _at_an_end(best)  # "starts at ten years"
    if range_.comparator == _BOUND.get(next(iter(edges), "")) and best.claim.comparator == "exact":
        point = range_.low if range_.high is None else range_.high  # from 2,000 up, at the least
        whole = replace(range_, low=point, high=point, comparator="exact")
        same = len(edges) == 1 and point == best.claim.low
        return replace(best, evidence=whole) if same else best
    timed = range_.kind == "duration" and not started  # "will peak in 4 to 9 weeks"
    if timed or len(edges) != 1 or range_.comparator != "range" or best.claim.comparator == "range":
        return best
    if not told and edges == mine.ids(Topic.EXTREME) != near and not _at_an_end(best):
        return best
    end = range_.low if "low" in edges else range_.high
    claim, value = best.claim, best.claim.low if best.claim.high is None else best.claim.high
    if told:
        claim = replace(claim, low=value, high=value, comparator="exact")
    evidence = replace(range_, low=end, high=end, comparator="exact")
    return replace(best, claim=claim, evidence=evidence)


def _exact_end(fact: Fact, mine: Frame, best: Link) -> Link:
    """The lowest or highest value of both sentences as the value it is: a low of 7, ต่ำสุด 7."""
    edge, value = best.fact.edge, best.evidence
    if _BOUND.get(edge) != value.comparator or edge not in {fact.edge, *mine.ids(Topic.EDGE)}:
        return best
    point = value.low if value.low is not None else value.high
    evidence = replace(value, low=point, high=point, comparator="exact")
    claim = best.claim
    if claim.comparator == value.comparator and fact.edge == edge:
        end = claim.low if claim.low is not None else claim.high
        claim = replace(claim, low=end, high=end, comparator="exact")
    return replace(best, claim=claim, evidence=evidence)


_BOUND = {"low": "ge", "high": "le"}
"""How a figure is told that bounds all values on the side of an end."""


def _at_an_end(best: Link) -> bool:
    """Whether the claim names one of the two ends of the evidence's range."""
    ends = (best.evidence.low, best.evidence.high)
    return best.claim.low == best.claim.high and best.claim.low in ends


def signed(mine: Frame, theirs: Frame, best: Link) -> Link:
    """A balance below nothing, where the other sentence tells of it as a deficit or a loss."""
    claim, evidence = best.claim, best.evidence
    if mine.ids(Topic.POLE) == _BELOW and negative(evidence) and not negative(claim):
        return replace(best, evidence=_turned(evidence))
    if theirs.ids(Topic.POLE) == _BELOW and negative(claim) and not negative(evidence):
        return replace(best, claim=_turned(claim))
    return best


_BELOW = {"minus"}


def negative(quantity: Quantity) -> bool:
    """Whether an amount is below nothing."""
    return isinstance(quantity.low, Decimal) and quantity.low < 0


def _turned(quantity: Quantity) -> Quantity:
    low, high = (-v if isinstance(v, Decimal) else None for v in (quantity.high, quantity.low))
    return replace(quantity, low=low, high=high)


def once(fact: Fact, other: Fact) -> bool:
    """Whether one figure is what something was, and the other what it is or has become."""
    if fact.role == "base":
        return other.role != "base"
    return (fact.role, other.role) == ("result", "base")
