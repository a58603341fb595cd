"""What a part of an amount told of something else comes to: made 30,000 cars and exported half."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from assistant.quantities.compare import Comparison, compare, conversion
from assistant.quantities.sentence.facts import Fact
from assistant.quantities.sentence.frame import Frame
from assistant.types import Quantity

_SHARES = {"ratio": Decimal(1), "percent": Decimal(100)}
_BOTH = 2


def shared_part(fact: Fact, theirs: Frame) -> Comparison | None:
    """A figure of what the evidence tells only as a share of an amount of another measure; None
    where it tells anything else."""
    if len(theirs.facts) != _BOTH or not fact.measures:
        return None
    whole, part = theirs.facts
    per = _SHARES.get(part.quantity.kind)
    if per is None or part.role != "level" or whole.quantity.kind in _SHARES:
        return None
    if not fact.measures & part.measures or fact.measures & whole.measures or not whole.measures:
        return None
    if conversion(fact.quantity, whole.quantity) is None or not fact.role == whole.role == "level":
        return None
    told = _times(whole.quantity, part.quantity, per)
    return compare(fact.quantity, told) if told is not None else None


def _times(whole: Quantity, part: Quantity, per: Decimal) -> Quantity | None:
    """The amount that an exact share of an exact amount comes to."""
    plain = whole.comparator == part.comparator == "exact"
    low, share = whole.low, part.low
    if not plain or not isinstance(low, Decimal) or not isinstance(share, Decimal):
        return None
    if part.low != part.high or whole.low != whole.high:
        return None
    return replace(whole, low=low * share / per, high=low * share / per)
