"""What several parties have between them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from assistant.quantities.compare import Comparison, compare, interval
from assistant.quantities.say import Working
from assistant.quantities.sentence.facts import Fact
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.topics import Topic
from assistant.types import Stance


def total(fact: Fact, mine: Frame, theirs: Frame, *, same_story: bool) -> Comparison | None:
    """What several parties have between them, when the evidence gives each its figure."""
    if not mine.has(Topic.SUM):
        return None
    unit, kind = fact.quantity.unit, fact.quantity.kind
    parts = [f for f in theirs.facts if f.quantity.unit == unit or _counts_on(f)]
    if len(parts) < _SEVERAL and kind == "count":
        parts = [f for f in theirs.facts if f.quantity.kind == kind]
    values = [interval(f.quantity).point for f in parts]
    if len(parts) < _SEVERAL or theirs.has(Topic.SUM) or any(v is None for v in values):
        return None
    value = sum((v for v in values if v is not None), Decimal(0))
    last = parts[-1].quantity
    hedged = any(f.quantity.comparator == "approx" for f in parts)
    kind = "approx" if hedged else "exact"
    whole = replace(
        last, low=value, high=value, comparator=kind, unit=fact.quantity.unit,
        kind=fact.quantity.kind,
    )  # fmt: skip
    working = Working("+", tuple(f.quantity for f in parts))
    found = replace(compare(fact.quantity, whole), working=working)
    return found if same_story or found.stance is Stance.SUPPORTS else None


_SEVERAL = 2


def _counts_on(fact: Fact) -> bool:
    """Whether a bare number may count what the figure before it counts."""
    bare = fact.quantity.unit == "number" and not fact.figure.noun
    return bool(fact.index) and bare and isinstance(fact.quantity.low, Decimal)
