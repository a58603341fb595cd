"""The least and the most of something as the span that they make: at least 20 and at most 40."""

from __future__ import annotations

from dataclasses import replace

from assistant.quantities.relating.reckoned import Reckoned, retold
from assistant.quantities.sentence.frame import Frame

_BOTH = 2
_ENDS = ("ge", "le")


def both_ends(mine: Frame, theirs: Frame) -> Reckoned | None:
    """The span of which the evidence tells both ends, where the claim tells a span."""
    if len(mine.facts) != 1 or len(theirs.facts) != _BOTH:
        return None
    claim = mine.facts[0].quantity
    one, two = sorted(theirs.facts, key=lambda f: f.quantity.comparator)
    if (one.quantity.comparator, two.quantity.comparator) != _ENDS or claim.comparator != "range":
        return None
    if one.quantity.unit != two.quantity.unit or {one.role, two.role} != {"level"}:
        return None
    if one.measures and two.measures and not one.measures & two.measures:
        return None
    if (one.quantity.low, two.quantity.high) != (claim.low, claim.high):
        return None
    quantity = replace(one.quantity, high=two.quantity.high, comparator="range")
    span = replace(one, quantity=quantity, measures=one.measures | two.measures, edge="")
    return Reckoned(retold(theirs, (span,), lambda _: False), span, None)
